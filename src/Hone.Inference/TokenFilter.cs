using Hone.Tensors;

namespace Hone.Inference;

/// <summary>
/// Cuts a distribution down to the tokens that may be drawn: top-k, then top-p, then min-p, each on what the one before
/// left, as the field's libraries do. Keeps buffers; not thread safe.
/// </summary>
public sealed class TokenFilter
{
    private int[] _order = [];
    private double[] _weights = [];
    private float[] _heap = [];

    /// <summary>The ids that may be drawn, ascending. At least the most likely one is left.</summary>
    /// <param name="logits">[V], before the temperature.</param>
    /// <param name="options">What to cut; a temperature of 0 counts as 1 here.</param>
    /// <param name="kept">Receives the ids.</param>
    public void Keep(ReadOnlySpan<float> logits, SamplingOptions options, List<int> kept)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(kept);
        kept.Clear();
        int count = Candidates(logits, options.TopK);
        SortDescending(count, options.Temperature == 0f ? 1f : 1f / options.Temperature);
        if (options.TopK > 0)
            count = CutTopK(logits, Math.Min(options.TopK, count), count);
        if (options.TopP < 1f)
            count = CutTopP(options.TopP, count);
        if (options.MinP > 0f)
            count = CutMinP(options.MinP, count);
        for (int i = 0; i < count; i++)
            kept.Add(_order[i]);
        kept.Sort();
    }

    // Ids that may be kept, ascending, with their negative logits: all that are not -infinity, or with a top-k those at least as
    // likely as the k-th. What a top-k cuts is never sorted.
    private int Candidates(ReadOnlySpan<float> logits, int topK)
    {
        if (_order.Length < logits.Length)
        {
            _order = new int[logits.Length];
            _weights = new double[logits.Length];
        }
        float least = topK > 0 && topK < logits.Length ? Largest(logits, topK) : float.NegativeInfinity;
        int count = 0;
        for (int v = 0; v < logits.Length; v++)
        {
            if (float.IsNegativeInfinity(logits[v]) || logits[v] < least)
                continue;
            _order[count] = v;
            _weights[count++] = -(double)logits[v];
        }
        return count;
    }

    // The k-th largest logit, from a heap of the k largest with the smallest of them on top.
    private float Largest(ReadOnlySpan<float> logits, int k)
    {
        if (_heap.Length < k)
            _heap = new float[k];
        Span<float> heap = _heap.AsSpan(0, k);
        logits[..k].CopyTo(heap);
        for (int i = (k / 2) - 1; i >= 0; i--)
            Sink(heap, i);
        foreach (float logit in logits[k..])
        {
            if (!(logit > heap[0]))
                continue;
            heap[0] = logit;
            Sink(heap, 0);
        }
        return heap[0];
    }

    private static void Sink(Span<float> heap, int i)
    {
        float value = heap[i];
        for (int child; (child = (2 * i) + 1) < heap.Length; i = child)
        {
            if (child + 1 < heap.Length && heap[child + 1] < heap[child])
                child++;
            if (value <= heap[child])
                break;
            heap[i] = heap[child];
        }
        heap[i] = value;
    }

    // Ids by logit descending, ties by id ascending; weights exp(z - max) in the same order.
    private void SortDescending(int count, float inverseTemperature)
    {
        Array.Sort(_weights, _order, 0, count);
        OrderTies(count);
        double maximum = count > 0 ? -_weights[0] : 0;
        for (int i = 0; i < count; i++)
            _weights[i] = DeterministicMath.Exp((-_weights[i] - maximum) * inverseTemperature);
    }

    private void OrderTies(int count)
    {
        for (int first = 0; first < count;)
        {
            int end = first + 1;
            while (end < count && _weights[end] == _weights[first])
                end++;
            if (end - first > 1)
                Array.Sort(_order, first, end - first);
            first = end;
        }
    }

    private int CutTopK(ReadOnlySpan<float> logits, int k, int count)
    {
        float threshold = logits[_order[k - 1]];
        while (k < count && logits[_order[k]] == threshold)
            k++;
        return k;
    }

    // A token stays while the mass before it is below p: the smallest set that reaches p.
    private int CutTopP(float topP, int count)
    {
        double total = 0, before = 0;
        for (int i = 0; i < count; i++)
            total += _weights[i];
        int kept = 0;
        while (kept < count && (kept == 0 || before < topP * total))
            before += _weights[kept++];
        return kept;
    }

    private int CutMinP(float minP, int count)
    {
        int kept = 1;
        while (kept < count && _weights[kept] >= minP * _weights[0])
            kept++;
        return kept;
    }
}
