using Hone.Models;
using Hone.Tensors;

namespace Hone.Evaluation.Likelihood;

/// <summary>
/// Perplexity of a text, and the divergence of two models on it. A text longer than a window is cut into windows; the first token of
/// each has nothing before it and is not predicted. Sums are in float64, in the order of the text.
/// </summary>
public static class TextLikelihood
{
    /// <summary>Tokens of a window where nothing else is asked for.</summary>
    public const int DefaultWindow = 1024;

    // Logits are the largest thing held: rows at a time.
    private const int RowsAtOnce = 64;

    /// <summary>Scores a text.</summary>
    /// <param name="model">A causal model.</param>
    /// <param name="ids">The text, two tokens or more.</param>
    /// <param name="window">Tokens of a window, 2 or more; less where the model's context is shorter.</param>
    /// <param name="cancellation">Heeded between windows.</param>
    /// <exception cref="ArgumentException">The text is shorter than two tokens, an id is outside the vocabulary, or the window below 2.</exception>
    /// <exception cref="InvalidOperationException">The model is an encoder.</exception>
    public static TextScore Measure(Transformer model, ReadOnlyMemory<int> ids, int window = DefaultWindow, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        window = Window(window, ids, model);
        using var context = new ComputeContext(model.Backend);
        double sum = 0;
        int tokens = 0;
        for (int start = 0; start < ids.Length - 1; start += window)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<int> part = ids.Span[start..Math.Min(ids.Length, start + window)];
            if (part.Length < 2)
                break;
            ScratchArena.Mark mark = context.Scratch.MarkTop();
            Tensor hidden = Hidden(model, context, part);
            var values = new float[part.Length - 1];
            model.Backend.Download(model.TokenLogProb(context, hidden.Slice(0, part.Length - 1), part[1..]).LogProb, values);
            context.Scratch.Release(mark);
            foreach (float value in values)
                sum -= value;
            tokens += values.Length;
        }
        return new TextScore(tokens, sum / tokens);
    }

    /// <summary>Scores a text with two models and compares their predictions of every token.</summary>
    /// <param name="reference">The model that counts as right.</param>
    /// <param name="model">The model that is measured; of the same vocabulary.</param>
    /// <param name="ids">The text, two tokens or more.</param>
    /// <param name="window">Tokens of a window, 2 or more; less where a context is shorter.</param>
    /// <param name="cancellation">Heeded between windows.</param>
    /// <exception cref="ArgumentException">As for <see cref="Measure"/>, or the vocabularies differ.</exception>
    /// <exception cref="InvalidOperationException">A model is an encoder.</exception>
    public static ModelDistance Compare(
        Transformer reference, Transformer model, ReadOnlyMemory<int> ids, int window = DefaultWindow, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(model);
        if (reference.Config.VocabularySize != model.Config.VocabularySize)
            throw new ArgumentException($"The reference has {reference.Config.VocabularySize} tokens in its vocabulary, the model {model.Config.VocabularySize}.", nameof(model));
        window = Window(Window(window, ids, reference), ids, model);
        using ComputeContext left = new(reference.Backend), right = new(model.Backend);
        var sums = new Sums(reference.Config.VocabularySize);
        for (int start = 0; start < ids.Length - 1; start += window)
        {
            ReadOnlySpan<int> part = ids.Span[start..Math.Min(ids.Length, start + window)];
            if (part.Length < 2)
                break;
            ScratchArena.Mark leftMark = left.Scratch.MarkTop(), rightMark = right.Scratch.MarkTop();
            Tensor p = Hidden(reference, left, part), q = Hidden(model, right, part);
            for (int row = 0; row < part.Length - 1; row += RowsAtOnce)
            {
                cancellation.ThrowIfCancellationRequested();
                int rows = Math.Min(RowsAtOnce, part.Length - 1 - row);
                sums.Add(Logits(reference, left, p.Slice(row, rows)), Logits(model, right, q.Slice(row, rows)), part.Slice(row + 1, rows));
            }
            left.Scratch.Release(leftMark);
            right.Scratch.Release(rightMark);
        }
        return sums.Distance();
    }

    private static int Window(int window, ReadOnlyMemory<int> ids, Transformer model)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        if (ids.Length < 2)
            throw new ArgumentException($"The text has {ids.Length} token(s); two are the least in which one predicts the other.", nameof(ids));
        return Math.Min(window, model.Config.ContextLength);
    }

    private static Tensor Hidden(Transformer model, ComputeContext context, ReadOnlySpan<int> ids)
    {
        var batch = new TokenBatch();
        batch.Add(ids);
        return model.Forward(context, batch);
    }

    private static float[] Logits(Transformer model, ComputeContext context, Tensor hidden)
    {
        ScratchArena.Mark mark = context.Scratch.MarkTop();
        Tensor logits = model.Logits(context, hidden);
        var values = new float[logits.ElementCount];
        model.Backend.Download(logits, values);
        context.Scratch.Release(mark);
        return values;
    }

    private sealed class Sums(int vocabulary)
    {
        private double _reference, _model, _divergence, _largest;
        private int _tokens, _same;

        public void Add(float[] p, float[] q, ReadOnlySpan<int> targets)
        {
            for (int row = 0; row < targets.Length; row++)
                Add(p.AsSpan(row * vocabulary, vocabulary), q.AsSpan(row * vocabulary, vocabulary), targets[row]);
        }

        public ModelDistance Distance() => new(
            new TextScore(_tokens, _reference / _tokens), new TextScore(_tokens, _model / _tokens), _divergence / _tokens, _largest, (double)_same / _tokens);

        // With p = exp(a - A), where A is the log of the sum: KL = sum p (a - b) - A + B.
        private void Add(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int target)
        {
            int bestA = Best(a), bestB = Best(b);
            double sumA = 0, sumB = 0, weighted = 0, topA = a[bestA], topB = b[bestB];
            for (int i = 0; i < a.Length; i++)
            {
                double left = a[i] - topA, right = b[i] - topB, weight = DeterministicMath.Exp(left);
                sumA += weight;
                sumB += DeterministicMath.Exp(right);
                weighted += weight * (left - right);
            }
            double logA = DeterministicMath.Log(sumA), logB = DeterministicMath.Log(sumB);
            // What rounding leaves of a difference of nothing may be a hair below zero.
            double divergence = Math.Max(0, (weighted / sumA) - logA + logB);
            _reference -= a[target] - topA - logA;
            _model -= b[target] - topB - logB;
            _divergence += divergence;
            _largest = Math.Max(_largest, divergence);
            _same += bestA == bestB ? 1 : 0;
            _tokens++;
        }

        private static int Best(ReadOnlySpan<float> values)
        {
            int best = 0;
            for (int i = 1; i < values.Length; i++)
            {
                if (values[i] > values[best])
                    best = i;
            }
            return best;
        }
    }
}
