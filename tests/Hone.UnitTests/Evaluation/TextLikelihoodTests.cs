using Hone.Evaluation.Likelihood;
using Hone.Models;
using Hone.Tensors;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed class TextLikelihoodTests : IDisposable
{
    private readonly CpuBackend _backend = new(1);
    private readonly Transformer _model, _other;
    private readonly int[] _ids;

    public TextLikelihoodTests()
    {
        ModelDirectory directory = ModelDirectory.Open(ModelTestFiles.Reference("models/llama"));
        _model = ModelLoader.Load(directory, _backend);
        _other = ModelLoader.Load(directory, _backend);
        Parameter changed = _other.Parameters.Single(p => p.Name == "model.layers.1.mlp.down_proj.weight");
        float[] values = TinyModels.Read(_backend, changed.Value);
        for (int i = 0; i < values.Length; i++)
            values[i] *= 1.5f;
        _backend.Upload(values, changed.Value);
        changed.MarkChanged();
        _ids = [.. Enumerable.Range(0, 90).Select(i => (i * i * 31 + (7 * i)) % _model.Config.VocabularySize)];
    }

    public void Dispose()
    {
        _model.Dispose();
        _other.Dispose();
        _backend.Dispose();
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(90)]
    [InlineData(40)]
    [InlineData(44)]
    public void TheScoreIsThatOfTheSoftmaxOfEveryPosition(int window)
    {
        double[][] reference = LogProbabilities(_model, window), other = LogProbabilities(_other, window);
        double expected = 0, expectedOther = 0, divergence = 0, largest = 0;
        int same = 0, tokens = 0;
        for (int i = 0; i + 1 < _ids.Length; i++)
        {
            if ((i + 1) % Math.Min(window, _model.Config.ContextLength) == 0)
                continue;
            expected -= reference[i][_ids[i + 1]];
            expectedOther -= other[i][_ids[i + 1]];
            double here = reference[i].Zip(other[i], (p, q) => Math.Exp(p) * (p - q)).Sum();
            divergence += here;
            largest = Math.Max(largest, here);
            same += Array.IndexOf(reference[i], reference[i].Max()) == Array.IndexOf(other[i], other[i].Max()) ? 1 : 0;
            tokens++;
        }
        TextScore score = TextLikelihood.Measure(_model, _ids, window);
        Assert.Equal(tokens, score.Tokens);
        Assert.Equal(expected / tokens, score.MeanNegativeLogLikelihood, 1e-5);
        Assert.Equal(Math.Exp(expected / tokens), score.Perplexity, 1e-2);

        ModelDistance distance = TextLikelihood.Compare(_model, _other, _ids, window);
        Assert.Equal(expected / tokens, distance.Reference.MeanNegativeLogLikelihood, 1e-5);
        Assert.Equal(expectedOther / tokens, distance.Model.MeanNegativeLogLikelihood, 1e-5);
        Assert.Equal(divergence / tokens, distance.MeanDivergence, 1e-6);
        Assert.Equal(largest, distance.LargestDivergence, 1e-5);
        Assert.Equal((double)same / tokens, distance.SameBest, 1e-9);
        Assert.True(distance.MeanDivergence > 1e-6);
    }

    [Fact]
    public void AModelIsNotApartFromItself()
    {
        ModelDistance distance = TextLikelihood.Compare(_model, _model, _ids);
        Assert.InRange(distance.LargestDivergence, 0, 1e-12);
        Assert.Equal(1, distance.SameBest);
        Assert.Equal(0, distance.PerplexityIncrease, 1e-12);
    }

    [Fact]
    public void WhatCannotBeScoredIsRefused()
    {
        Assert.Throws<ArgumentException>(() => TextLikelihood.Measure(_model, new[] { 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => TextLikelihood.Measure(_model, _ids, 1));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => TextLikelihood.Compare(_model, _other, _ids, 40, cancelled.Token));
    }

    private double[][] LogProbabilities(Transformer model, int window)
    {
        window = Math.Min(window, model.Config.ContextLength);
        var all = new List<double[]>();
        using var context = new ComputeContext(_backend);
        for (int start = 0; start < _ids.Length; start += window)
        {
            var batch = new TokenBatch();
            batch.Add(_ids.AsSpan(start..Math.Min(_ids.Length, start + window)));
            float[] logits = TinyModels.Read(_backend, model.Logits(context, model.Forward(context, batch)));
            foreach (float[] row in logits.Chunk(model.Config.VocabularySize))
            {
                double sum = row.Sum(z => Math.Exp(z));
                all.Add([.. row.Select(z => z - Math.Log(sum))]);
            }
        }
        return [.. all];
    }
}
