using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;

namespace Hone.Cli.Commands;

/// <summary>A model directory opened for decoding: backend, weights, tokenizer, and the ids that end a text.</summary>
internal sealed class LoadedModel : IDisposable
{
    private LoadedModel(string path, Backend backend, Transformer model, Tokenizer tokenizer, GenerationConfig? generation)
    {
        Path = path;
        Backend = backend;
        Model = model;
        Tokenizer = tokenizer;
        Generation = generation;
        var stop = new SortedSet<int>(model.Config.EosTokenIds);
        if (generation is not null) stop.UnionWith(generation.EosTokenIds);
        if (tokenizer.EosId is { } end) stop.Add(end);
        StopTokenIds = [.. stop];
    }

    internal string Path { get; }

    internal Backend Backend { get; }

    internal Transformer Model { get; }

    internal Tokenizer Tokenizer { get; }

    /// <summary>The tokenizer's configuration, with its chat template.</summary>
    internal required TokenizerConfig TokenizerConfig { get; init; }

    /// <summary>generation_config.json; null if there is none.</summary>
    internal GenerationConfig? Generation { get; }

    internal IReadOnlyList<int> StopTokenIds { get; }

    /// <summary>The slot of the adapter that was asked for; 0 without one.</summary>
    internal int AdapterSlot { get; private init; }

    /// <summary>Opens a directory.</summary>
    /// <param name="path">A model directory.</param>
    /// <param name="threads">Compute threads; 0 means one a processor.</param>
    /// <param name="matrices">What the matrices are kept as.</param>
    /// <param name="adapter">An adapter directory; null means the model alone.</param>
    /// <exception cref="CheckpointFormatException">A model file is missing or not valid.</exception>
    /// <exception cref="TokenizerFormatException">The tokenizer is not valid.</exception>
    internal static LoadedModel Open(string path, int threads, WeightDType matrices, string? adapter = null)
    {
        ModelDirectory directory = ModelDirectory.Open(path);
        directory.Require(ModelDirectory.TokenizerFileName);
        (Tokenizer tokenizer, TokenizerConfig settings) = TokenizerDirectory.Load(path);
        GenerationConfig? generation = directory.GenerationConfigPath is { } file ? GenerationConfig.Read(file) : null;
        var backend = new CpuBackend(threads);
        try
        {
            Transformer model = ModelLoader.Load(directory, backend, matrices: matrices);
            try
            {
                int slot = adapter is null ? 0 : model.Adapters.Add(PeftDirectory.Load(adapter, model, directory.Config));
                return new LoadedModel(path, backend, model, tokenizer, generation) { AdapterSlot = slot, TokenizerConfig = settings };
            }
            catch
            {
                model.Dispose();
                throw;
            }
        }
        catch
        {
            backend.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Model.Dispose();
        Backend.Dispose();
    }
}
