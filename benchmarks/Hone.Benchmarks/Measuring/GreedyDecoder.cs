using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Benchmarking;

namespace Hone.Benchmarks.Measuring;

/// <summary>Cached greedy decoding through the engine: one prompt token, then a number of new ones for each sequence.</summary>
internal sealed class GreedyDecoder : IDisposable
{
    private readonly Transformer _model;
    private readonly InferenceEngine _engine;
    private readonly int _sequences, _tokens;

    public GreedyDecoder(BenchModel model, CpuBackend backend, int sequences, int tokens)
    {
        _model = model.Create(backend, tokens + 1);
        _engine = new InferenceEngine(_model);
        (_sequences, _tokens) = (sequences, tokens);
    }

    public void Run()
    {
        for (int s = 0; s < _sequences; s++)
            _engine.Submit(new GenerationRequest { PromptIds = [1 + s], MaximumNewTokens = _tokens, Sampling = SamplingOptions.Greedy });
        _engine.RunToEnd();
    }

    public void Dispose()
    {
        _engine.Dispose();
        _model.Dispose();
    }
}
