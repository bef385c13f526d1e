using Hone.Models;
using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>What is measured: a model directory or a shape, made anew for every number of threads.</summary>
public sealed class BenchModel
{
    private readonly ModelDirectory? _directory;

    private BenchModel(string name, string? path, ModelDirectory? directory, TransformerConfig config, TrainBatch train)
    {
        Name = name;
        Path = path;
        _directory = directory;
        Config = config;
        Train = train;
    }

    /// <summary>Name in tables.</summary>
    public string Name { get; }

    /// <summary>The model directory; null for a shape.</summary>
    public string? Path { get; }

    /// <summary>The model.</summary>
    public TransformerConfig Config { get; }

    /// <summary>Training batch when none is asked for.</summary>
    public TrainBatch Train { get; }

    /// <summary>Numbers of the model; a tied matrix counts once.</summary>
    public long Parameters => Config.ParameterCount();

    /// <summary>Bytes of the weights in the element type that is computed with.</summary>
    public long SizeBytes => Config.WeightBytes();

    /// <summary>Numbers that a token passes through a product or a norm with: all but those of an embedding table that is looked up only.</summary>
    public long ReadParameters => Config.TieEmbeddings ? Parameters : Parameters - EmbeddingParameters;

    /// <summary>Those of the layers and norms, without embedding and output matrix.</summary>
    public long LayerParameters => ReadParameters - EmbeddingParameters;

    private long EmbeddingParameters => (long)Config.VocabularySize * Config.Width;

    /// <summary>A shape with random weights.</summary>
    public static BenchModel Of(BenchShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new BenchModel(shape.Name, null, null, shape.Config, shape.Train);
    }

    /// <summary>A model directory in the Hugging Face layout.</summary>
    /// <exception cref="CheckpointFormatException">It is none that can be loaded.</exception>
    public static BenchModel Open(string path)
    {
        ModelDirectory directory = ModelDirectory.Open(path);
        string name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));
        TransformerConfig config = directory.Config.Model;
        return new BenchModel(name, path, directory, config, new TrainBatch(4, Math.Min(256, config.ContextLength)));
    }

    /// <summary>The model on a backend, able to hold sequences of <paramref name="length"/> tokens though it may not be made for them. The caller disposes it.</summary>
    internal Transformer Create(Backend backend, int length)
    {
        TransformerConfig config = Config.ContextLength >= length ? Config : Config with { ContextLength = length };
        return _directory is null
            ? new Transformer(config, new RepeatingSource(backend))
            : ModelLoader.Load(_directory, backend, _directory.Config.WithModel(config));
    }
}
