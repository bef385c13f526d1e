using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

// What a worker does from the first phase to the last.
internal sealed unsafe partial class StepRun
{
    // Of the weights that come next a worker asks for this much while it waits: a part of the second cache.
    private const long MostAsked = 256 << 10;

    private const int SliceBytes = 1024;

    // Some 20 microseconds, as in WorkerPool; then whoever is waited for may want this processor.
    private const int MostSpins = 512;

    private void Walk(int range, int worker)
    {
        try
        {
            int phase = _phase, before = _items[^1];
            for (int layer = 0; layer < _layers.Length; layer++)
            {
                for (int stage = 0; stage < Stages; stage++)
                {
                    phase++;
                    int items = _items[stage];
                    if (Enter(phase, before, items, range, layer, (Stage)stage))
                        Do(phase, items, range, worker, layer, (Stage)stage);
                    before = items;
                }
            }
        }
        catch
        {
            _phases.Fail();
            throw;
        }
    }

    // Waits for the phase before; false where this one is over already.
    private bool Enter(int phase, int before, int items, int range, int layer, Stage stage)
    {
        long asked = 0;
        // Attention reads no weights: those behind it.
        Stage next = stage == Stage.Attention ? Stage.Output : stage;
        for (int spins = 0; ; spins++)
        {
            StepPhases.State state = _phases.Look(phase, before, items);
            if (state != StepPhases.State.Closed)
                return state == StepPhases.State.Open;
            if (_phases.HasFailed)
                return false;
            if (asked < MostAsked && Ask(range, layer, next, asked))
                asked += SliceBytes;
            else if (spins < MostSpins)
                Thread.SpinWait(1);
            else
                Thread.Yield();
        }
    }

    private void Do(int phase, int items, int range, int worker, int layer, Stage stage)
    {
        if (stage == Stage.Attention)
            Prefetch(range, layer);
        else if (stage == Stage.Output)
            AskGain(_numbers[layer].FeedForwardGain);
        else if (stage == Stage.Down && layer + 1 < _layers.Length)
            AskGain(_numbers[layer + 1].AttentionGain);
        if (stage is Stage.Inputs or Stage.Gated)
            Prepare(worker, layer, stage);
        int ranges = _phases.Ranges, done = 0;
        for (int i = 0; i < ranges; i++)
        {
            int at = range + i < ranges ? range + i : range + i - ranges;
            (int start, int stop) = Ends(layer, stage, at);
            while (i == 0 ? _phases.TakeFront(phase, at, stop - start, out int first, out int end) : _phases.TakeBack(phase, at, stop - start, out first, out end))
            {
                done += end - first;
                Items(worker, layer, stage, start + first, start + end, i == 0 ? stop : start + end);
            }
            // Before others' items are looked at: those may be all that is missing.
            if (done > 0)
                _phases.Finish(phase, done);
            done = 0;
        }
    }

    private (int Start, int Stop) Ends(int layer, Stage stage, int range)
    {
        int at = (((layer * Stages) + (int)stage) * _phases.Ranges) + range;
        return (range == 0 ? 0 : _ends[at - 1], _ends[at]);
    }

    // The norm of the stream and its codes, in the worker's own memory.
    private void Prepare(int worker, int layer, Stage stage)
    {
        ref readonly Numbers numbers = ref _numbers[layer];
        Norm(_layout.X, stage == Stage.Inputs ? numbers.AttentionGain : numbers.FeedForwardGain, numbers.Epsilon, _layout.Normed(worker), 1, _layout.Width);
        (int first, int count) = Places(stage);
        ulong made = 0;
        for (int place = first; place < first + count; place++)
            _kinds.Make(in _kinds[Weight(layer, place).Kind, worker], worker, ref made);
    }

    private void Norm(float* x, float* gain, float epsilon, float* y, int rows, int columns)
    {
        var work = new RmsNormWork(_cpu.Set, x, gain, epsilon, y, null, rows, columns);
        for (int piece = 0; piece < work.Pieces; piece++)
            work.Execute(piece, 0);
    }

    private void Items(int worker, int layer, Stage stage, int first, int end, int readEnd)
    {
        if (stage == Stage.Attention)
        {
            for (int head = first; head < end; head++)
                Head(worker, layer, head);
            return;
        }
        (int place, int count) = Places(stage);
        if (stage != Stage.Gated)
        {
            for (int before = 0; count > 0; count--, place++)
            {
                int panels = BlockPanels.Count(_layers[0].Weights[place].Rows), from = Math.Max(0, first - before), to = Math.Min(panels, end - before);
                if (from < to)
                    Range(worker, layer, place, from, to, Math.Min(panels, readEnd - before));
                before += panels;
            }
            return;
        }
        Range(worker, layer, place, first, end, readEnd);
        Range(worker, layer, place + 1, first, end, readEnd);
        int column = first * BlockPanels.Width, endColumn = Math.Min(_layout.Inner, end * BlockPanels.Width);
        FeedForwardOps.GatedInPlace(_numbers[layer].Activation, _cpu.Set, _layout.Gate + column, _layout.Up + column, endColumn - column);
        _kinds.MakeShared(in _kinds[Weight(layer, StepPlace.Down).Kind, 0], column, endColumn);
    }

    private void Range(int worker, int layer, int place, int from, int to, int readTo)
    {
        ref readonly StepWeight weight = ref Weight(layer, place);
        _kinds[weight.Kind, worker].Range(in weight, from, to, readTo, worker);
    }

    // The queries, the new key and value of a key/value head, and its attention.
    private void Head(int worker, int layer, int head)
    {
        ref readonly Numbers numbers = ref _numbers[layer];
        AttentionShape shape = _layers[layer].Attention;
        int width = shape.HeadDim, group = shape.GroupSize;
        nint position = _batch!.StartPositions[0];
        float* q = _layout.Queries + ((nint)head * group * width), k = _layout.Keys + ((nint)head * width);
        if (numbers.HasHeadNorms)
        {
            Norm(q, numbers.QueryGain, numbers.Epsilon, q, group, width);
            Norm(k, numbers.KeyGain, numbers.Epsilon, k, 1, width);
        }
        if (numbers.QueryPairs > 0)
        {
            nint queryAt = position * numbers.QueryPairs, keyAt = position * numbers.KeyPairs;
            RotateWork.Token(_cpu.Set, q, numbers.QueryCosine + queryAt, numbers.QuerySine + queryAt, false, q, group, width, numbers.QueryPairs);
            RotateWork.Token(_cpu.Set, k, numbers.KeyCosine + keyAt, numbers.KeySine + keyAt, false, k, 1, width, numbers.KeyPairs);
        }
        new WriteKeyValuesWork(_layout.Keys, _layout.Values, _batch, _pages!, layer, false).Write(0, head);
        _attention.Head(layer, head, worker);
        int outputs = group * shape.ValueDim;
        _kinds.MakeShared(in _kinds[Weight(layer, StepPlace.Output).Kind, 0], head * outputs, (head + 1) * outputs);
    }

    // The lines that the first head of a worker will be written to.
    private void Prefetch(int range, int layer)
    {
        (int first, int end) = Ends(layer, Stage.Attention, range);
        if (first < end)
            new WriteKeyValuesWork(_layout.Keys, _layout.Values, _batch!, _pages!, layer, false).Prefetch(0, first);
    }

    // A gain is read once a token, at a moment when everybody waits for it.
    private void AskGain(float* gain)
    {
        for (int i = 0; i < _layout.Width && gain != null && Sse.IsSupported; i += 16)
            Sse.Prefetch1(gain + i);
    }

    // A slice of a range's weights; false behind its end.
    private bool Ask(int range, int layer, Stage stage, long asked)
    {
        (int first, int count) = Places(stage);
        (int start, int stop) = Ends(layer, stage, range);
        for (int place = first, before = 0; place < first + count; place++)
        {
            int panels = BlockPanels.Count(_layers[0].Weights[place].Rows), from = Math.Max(0, start - before), to = Math.Min(panels, stop - before);
            if (stage != Stage.Gated)
                before += panels;
            if (from >= to)
                continue;
            ref readonly StepWeight weight = ref Weight(layer, place);
            long each = _kinds[weight.Kind, 0].PanelBytes, bytes = (to - from) * each;
            if (asked >= bytes)
            {
                asked -= bytes;
                continue;
            }
            byte* line = weight.Panels + (from * each) + asked;
            for (byte* end = line + SliceBytes; line < end && Sse.IsSupported; line += 64)
                Sse.Prefetch1(line);
            return true;
        }
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly StepWeight Weight(int layer, int place) => ref _weights[(layer * StepPlace.Count) + place];
}
