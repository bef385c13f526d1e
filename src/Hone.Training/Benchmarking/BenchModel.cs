using Hone.Models;
using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>What is measured: a model directory, a GGUF file or a shape, made anew for every number of threads.</summary>
public sealed class BenchModel
{
    private readonly ModelFiles? _files;

    private BenchModel(string name, ModelFiles? files, TransformerConfig config, TrainBatch train)
    {
        Name = name;
        _files = files;
        Config = config;
        Train = train;
        SizeBytes = files?.Gguf is null ? config.WeightBytes() : 0;
        ReadBytes = ReadParameters * sizeof(float);
        if (files?.Gguf is not null)
            CountBlocks();
    }

    /// <summary>Name in tables.</summary>
    public string Name { get; }

    /// <summary>The model directory or file; null for a shape.</summary>
    public string? Path => _files?.Path;

    /// <summary>What matrices are held as: "F32", or what most numbers of a GGUF file's are, "Q4_1".</summary>
    public string WeightType { get; private set; } = "F32";

    /// <summary>Whether it can be trained: matrices in blocks are not.</summary>
    public bool CanTrain => _files?.Gguf is null;

    /// <summary>The model.</summary>
    public TransformerConfig Config { get; }

    /// <summary>Training batch when none is asked for.</summary>
    public TrainBatch Train { get; }

    /// <summary>Numbers of the model; a tied matrix counts once.</summary>
    public long Parameters => Config.ParameterCount();

    /// <summary>Bytes of the weights as they are computed with: blocks of a GGUF file as they stand there, all else float32.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>Bytes of weights that a decode step reads: <see cref="ReadParameters"/> as they are held.</summary>
    public long ReadBytes { get; private set; }

    /// <summary>Numbers that a token passes through a product or a norm with: all but those of an embedding table that is looked up only.</summary>
    public long ReadParameters => Config.TieEmbeddings ? Parameters : Parameters - EmbeddingParameters;

    /// <summary>Those of the layers and norms, without embedding and output matrix.</summary>
    public long LayerParameters => ReadParameters - EmbeddingParameters;

    private long EmbeddingParameters => (long)Config.VocabularySize * Config.Width;

    /// <summary>A shape with random weights.</summary>
    public static BenchModel Of(BenchShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new BenchModel(shape.Name, null, shape.Config, shape.Train);
    }

    /// <summary>A model directory in the Hugging Face layout, or a GGUF file, whose blocks are used as they stand.</summary>
    /// <exception cref="CheckpointFormatException">It is none that can be loaded.</exception>
    public static BenchModel Open(string path)
    {
        ModelFiles files = ModelFiles.Open(path);
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        string name = files.Gguf is null ? System.IO.Path.GetFileName(full) : System.IO.Path.GetFileNameWithoutExtension(full);
        TransformerConfig config = files.Config.Model;
        return new BenchModel(name, files, config, new TrainBatch(4, Math.Min(256, config.ContextLength)));
    }

    // As ModelLoader keeps them with WeightDType.Auto.
    private void CountBlocks()
    {
        using var backend = new CpuBackend(1);
        using Transformer model = ModelLoader.Load(_files!, backend, matrices: WeightDType.Auto);
        SizeBytes = model.Parameters.Sum(BytesOf);
        ReadBytes = Config.TieEmbeddings ? SizeBytes : SizeBytes - BytesOf(model.Embedding);
        WeightType = model.Parameters.GroupBy(TypeOf).MaxBy(group => group.Sum(p => p.Shape.ElementCount))!.Key;
    }

    private static long BytesOf(Parameter parameter) =>
        parameter.Blocks is { } blocks ? blocks.Format.RowBytes(blocks.Columns) * blocks.Rows : parameter.Value.SizeBytes;

    private static string TypeOf(Parameter parameter) => parameter.Blocks is { } blocks ? blocks.Format.ToString() : parameter.Value.Type == DType.BFloat16 ? "BF16" : "F32";

    /// <summary>The model on a backend, able to hold sequences of <paramref name="length"/> tokens though it may not be made for them. The caller disposes it.</summary>
    internal Transformer Create(Backend backend, int length)
    {
        TransformerConfig config = Config.ContextLength >= length ? Config : Config with { ContextLength = length };
        return _files is null
            ? new Transformer(config, new RepeatingSource(backend))
            : ModelLoader.Load(_files, backend, _files.Config.WithModel(config), _files.Gguf is null ? WeightDType.Float32 : WeightDType.Auto);
    }
}
