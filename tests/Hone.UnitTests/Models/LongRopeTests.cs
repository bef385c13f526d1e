using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Models;

/// <summary>A position table that depends on the length is chosen once for a sequence, by the length that it was declared to reach.</summary>
public sealed class LongRopeTests : IDisposable
{
    private const int Original = 20;
    private readonly CpuBackend _backend = new(1);
    private readonly Transformer _model;

    public LongRopeTests()
    {
        TransformerConfig config = TinyModels.Config("plain") with
        {
            RopeScaling = new RopeScaling(RopeScalingKind.LongRope)
            {
                Factor = 16,
                OriginalContextLength = Original,
                ShortFactors = [.. Enumerable.Range(0, 8).Select(i => 1 + (0.1 * i))],
                LongFactors = [.. Enumerable.Range(0, 8).Select(i => 1.5 + i)],
            },
        };
        _model = TinyModels.Create(config, _backend);
    }

    public void Dispose()
    {
        _model.Dispose();
        _backend.Dispose();
    }

    private float[] Hidden(int[] ids, int declaredLength)
    {
        using var context = new ComputeContext(_backend);
        var batch = new TokenBatch();
        batch.Add(ids, declaredLength);
        return TinyModels.Read(_backend, _model.Forward(context, batch));
    }

    [Fact]
    public void TheDeclaredLengthChoosesTheTable()
    {
        int[] ids = TinyModels.Ids(12, 50, 1);
        float[] shorter = Hidden(ids, 0);
        TinyModels.SameBits(shorter, Hidden(ids, Original), "up to the original length");
        float[] longer = Hidden(ids, Original + 1);
        Assert.NotEqual(shorter, longer);
        TinyModels.SameBits(longer, Hidden(ids, 300), "any longer one");
        Assert.Equal((0, 1), (_model.PositionTable(Original), _model.PositionTable(Original + 1)));
        // A prefix of a long sequence is what a sequence declared so long has there.
        int[] whole = TinyModels.Ids(30, 50, 1);
        TinyModels.SameBits(Hidden(whole, 0).AsSpan(0, longer.Length), longer, "prefix");
    }

    [Fact]
    public void SequencesOfBothKindsShareABatch()
    {
        int[] first = TinyModels.Ids(12, 50, 1), second = TinyModels.Ids(25, 50, 2);
        float[] alone = [.. Hidden(first, 0), .. Hidden(second, 0), .. Hidden(first, 40)];
        using var context = new ComputeContext(_backend);
        var batch = new TokenBatch();
        batch.Add(first);
        batch.Add(second);
        batch.Add(first, 40);
        TinyModels.SameBits(alone, TinyModels.Read(_backend, _model.Forward(context, batch)), "packed");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(30)]
    public void WhatIsRecordedWhileDecodingIsWhatScoringComputes(int newTokens)
    {
        using var engine = new InferenceEngine(_model);
        Sequence sequence = engine.Submit(new GenerationRequest { PromptIds = TinyModels.Ids(9, 50, 3), MaximumNewTokens = newTokens })[0];
        engine.RunToEnd();
        int[] ids = [.. sequence.Request.PromptIds, .. sequence.TokenIds[..^1]];
        Assert.Equal(9 + newTokens, sequence.DeclaredLength);
        using var context = new ComputeContext(_backend);
        var batch = new TokenBatch();
        batch.Add(ids, sequence.DeclaredLength);
        int[] rows = [.. Enumerable.Range(8, newTokens)];
        TokenLogProbs scored = _model.TokenLogProb(context, _model.Forward(context, batch, rows), sequence.TokenIds);
        TinyModels.SameBits(sequence.LogProbs, TinyModels.Read(_backend, scored.LogProb), "log-probabilities");
    }
}
