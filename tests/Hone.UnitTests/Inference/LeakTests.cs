using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Optimizers;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Inference;

/// <summary>Whoever rents returns, also when something fails half-way.</summary>
public sealed class LeakTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void NothingIsLeftWhenEverythingIsDisposed(bool recompute)
    {
        using var backend = new CpuBackend();
        using (Transformer model = TinyModels.Create("biased", backend))
        {
            model.RecomputeLayers = recompute;
            TrainingPass.Run(model, [[TinyModels.Ids(40, 530, 1), TinyModels.Ids(3, 530, 2)], [TinyModels.Ids(9, 530, 3)]]);
            using var adamW = new AdamWOptimizer(backend, model.Parameters, new AdamWSettings(0.01));
            using var engine = new InferenceEngine(model);
            engine.Submit(EngineRuns.Requests(530)[1]);
            // Left in the middle, with requests in every stage.
            for (int step = 0; step < 3; step++)
                engine.Step();
            engine.Submit(EngineRuns.Requests(530)[5]);
            Assert.True(backend.Ledger.LiveBlocks > 0);
        }
        Assert.Equal(0, backend.Ledger.LiveBlocks);
        Assert.Equal(0, backend.Ledger.CurrentBytes);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("grouped")]
    [InlineData("biased")]
    public void AModelThatCannotBeFinishedLeavesNothing(string name)
    {
        using var backend = new ReferenceBackend();
        TransformerConfig config = TinyModels.Config(name);
        int parameters;
        using (Transformer model = TinyModels.Create(config, backend))
            parameters = model.Parameters.Count;
        for (int last = 0; last < parameters; last++)
        {
            Assert.Throws<PlannedFailureException>(() => new Transformer(config, new BrokenSource(backend, last)));
            Assert.Equal(0, backend.Ledger.LiveBlocks);
        }
    }

    [Fact]
    public void AFailedStepCanBeMadeAgainAndLeavesNothing()
    {
        GenerationRequest[] requests = EngineRuns.Requests(50);
        Drawn[][] expected;
        using (var sound = new ReferenceBackend())
        using (Transformer model = TinyModels.Create("plain", sound))
            expected = EngineRuns.Together(model, new EngineOptions { PrefillTokens = 30 }, requests);

        var backend = new FailingBackend();
        using (Transformer model = TinyModels.Create("plain", backend))
        using (var engine = new InferenceEngine(model, new EngineOptions { PrefillTokens = 30 }))
        {
            IReadOnlyList<Sequence>[] sequences = [.. requests.Select(engine.Submit)];
            int failures = 0;
            for (int step = 0; !engine.IsIdle; step++)
            {
                backend.FailsPagedAttentionIn = step % 3 == 0 ? 1 + (step / 3 % 2) : 0;
                try
                {
                    engine.Step();
                }
                catch (PlannedFailureException)
                {
                    failures++;
                }
            }
            Assert.True(failures > 10);
            EngineRuns.Same(expected, [.. sequences.Select(s => s.Select(Drawn.Of).ToArray())], "after failed steps");
        }
        Assert.Equal(0, backend.Ledger.LiveBlocks);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AFailedBackwardLeavesNothing(bool recompute)
    {
        var backend = new FailingBackend();
        using (Transformer model = TinyModels.Create("plain", backend))
        {
            model.RecomputeLayers = recompute;
            backend.FailsAttentionGradient = true;
            Assert.Throws<PlannedFailureException>(() => TrainingPass.Run(model, [[[1, 2, 3]]]));
            backend.FailsAttentionGradient = false;
            TrainingPass.Run(model, [[[1, 2, 3]]]);
        }
        Assert.Equal(0, backend.Ledger.LiveBlocks);
    }

    private sealed class BrokenSource(Backend backend, int last) : ParameterSource(backend)
    {
        private int _made;

        protected override void Fill(string fullName, Tensor target, Initializer initializer)
        {
            if (_made++ == last)
                throw new PlannedFailureException();
        }
    }

    private sealed class FailingBackend : ReferenceBackend
    {
        public int FailsPagedAttentionIn { get; set; }

        public bool FailsAttentionGradient { get; set; }

        public override void PagedAttention(Tensor q, RaggedBatch batch, KeyValuePages pages, int layer, in AttentionShape shape, Tensor output)
        {
            if (FailsPagedAttentionIn > 0 && --FailsPagedAttentionIn == 0)
                throw new PlannedFailureException();
            base.PagedAttention(q, batch, pages, layer, shape, output);
        }

        public override void AttentionGradient(
            Tensor q, Tensor k, Tensor v, Tensor output, Tensor logSumExp, Tensor doutput, RaggedBatch batch, in AttentionShape shape,
            Tensor dq, Tensor dk, Tensor dv)
        {
            if (FailsAttentionGradient)
                throw new PlannedFailureException();
            base.AttentionGradient(q, k, v, output, logSumExp, doutput, batch, shape, dq, dk, dv);
        }
    }
}
