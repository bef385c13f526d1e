using Hone.Models;
using Hone.Tensors;
using Hone.Training.Optimizers;
using Hone.Training.Recipes;

namespace Hone.Training.Benchmarking;

/// <summary>A training step on random ids: forward with a tape, cross-entropy of the next token at every position, backward, AdamW.</summary>
internal sealed class TrainWork : IBenchWork
{
    private readonly Transformer _model;
    private readonly GradientWorkspace _workspace;
    private readonly AdamWOptimizer _optimizer;
    private readonly TokenBatch _batch = new();
    private readonly int[] _targets;
    private readonly Tensor _seeds;

    public TrainWork(Transformer model, int sequences, int length)
    {
        _model = model;
        _workspace = new GradientWorkspace(model);
        _optimizer = new AdamWOptimizer(model.Backend, model.Parameters, new AdamWSettings(1e-4, WeightDecay: 0.1));
        int[] ids = BenchIds.Draw((sequences * length) + 1, model.Config.VocabularySize);
        for (int s = 0; s < sequences; s++)
            _batch.Add(ids.AsSpan(s * length, length));
        _targets = ids[1..];
        _seeds = model.Backend.CreateTensor(new Shape(_targets.Length));
        model.Backend.Fill(_seeds, -1f / _targets.Length);
    }

    /// <inheritdoc/>
    public void Repeat()
    {
        ComputeContext context = _workspace.Context;
        _workspace.Gradients.Clear();
        context.Tape = _workspace.Tape;
        TokenLogProbs result = _model.TokenLogProb(context, _model.Forward(context, _batch), _targets);
        _workspace.Tape.Seed(result.LogProb, _seeds);
        _workspace.Tape.Backward(_workspace.Gradients, context);
        context.Tape = null;
        _optimizer.Step(_workspace.Gradients, 1, 1);
        _model.Backend.Synchronize();
    }

    public void Dispose()
    {
        _seeds.Storage.Dispose();
        _optimizer.Dispose();
        _workspace.Dispose();
    }
}
