using Hone.Cli.Output;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;

namespace Hone.Cli.Commands;

/// <summary>A model opened for decoding: backend, weights, tokenizer, and the ids that end a text.</summary>
internal sealed class LoadedModel : IDisposable
{
    private readonly ModelBundle _bundle;

    private LoadedModel(string path, Backend backend, ModelBundle bundle)
    {
        Path = path;
        Backend = backend;
        _bundle = bundle;
    }

    internal string Path { get; }

    internal Backend Backend { get; }

    internal Transformer Model => _bundle.Model;

    internal Tokenizer Tokenizer => _bundle.Tokenizer;

    /// <summary>The tokenizer's configuration, with its chat template.</summary>
    internal TokenizerConfig TokenizerConfig => _bundle.TokenizerConfig;

    /// <summary>generation_config.json; null if there is none.</summary>
    internal GenerationConfig? Generation => _bundle.Generation;

    internal IReadOnlyList<int> StopTokenIds => _bundle.StopTokenIds;

    /// <summary>The slot of the adapter that was asked for; 0 without one.</summary>
    internal int AdapterSlot { get; private init; }

    private string? BaseDifference { get; init; }

    /// <summary>Says it where the base is not the one that the adapter was trained over.</summary>
    internal void WarnOfBase(Terminal terminal)
    {
        if (BaseDifference is { } difference) terminal.Error.WriteLine($"This is not the base that the adapter was trained over: {difference}.");
    }

    /// <summary>Opens a model.</summary>
    /// <param name="path">A model directory or a GGUF file.</param>
    /// <param name="threads">Compute threads; 0 means one a processor.</param>
    /// <param name="matrices">What the matrices are kept as.</param>
    /// <param name="adapter">An adapter directory; null means the model alone.</param>
    /// <param name="cache">What keys and values are rounded to.</param>
    /// <exception cref="CheckpointFormatException">A model file is missing or not valid.</exception>
    /// <exception cref="TokenizerFormatException">The tokenizer is not valid.</exception>
    internal static LoadedModel Open(string path, int threads, WeightDType matrices, string? adapter = null, CacheDType cache = CacheDType.Float32)
    {
        AdapterBase? made = adapter is null ? null : AdapterBase.Read(adapter);
        var options = new ModelOpenOptions { Matrices = matrices, Quantize = made?.Quantize };
        var backend = new CpuBackend(threads);
        try
        {
            ModelBundle bundle = ModelBundle.Open(path, backend, options);
            try
            {
                bundle.Model.CacheDType = cache;
                int slot = adapter is null ? 0 : bundle.Model.Adapters.Add(PeftDirectory.Load(adapter, bundle.Model, bundle.Config));
                bool blocks = bundle.Model.Parameters.Any(p => p.Blocks is not null);
                string? difference = made is null ? null : AdapterBase.Of(path, made.Quantize, blocks && made.Quantize is null).DifferenceFrom(made);
                return new LoadedModel(path, backend, bundle) { AdapterSlot = slot, BaseDifference = difference };
            }
            catch
            {
                bundle.Dispose();
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
        _bundle.Dispose();
        Backend.Dispose();
    }
}
