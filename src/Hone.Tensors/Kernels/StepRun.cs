namespace Hone.Tensors;

/// <summary>
/// A decode step of one sequence through all layers as one parallel region (<see cref="Backend.TryStep"/>). Its phases, five a layer, follow each other
/// without a thread ever leaving: what is small, norms and quantization, each worker does for itself, and while it waits it asks for the weights that come next.
/// </summary>
internal sealed unsafe partial class StepRun : IDisposable
{
    private readonly CpuBackend _cpu;
    private readonly StepLayer[] _layers;
    private readonly StepLayout _layout;
    private readonly StepKinds _kinds;
    private readonly StepPhases _phases;
    private readonly StepAttention _attention;
    private readonly Numbers[] _numbers;
    private readonly StepWeight[] _weights;
    private readonly int[] _ends, _items;
    private readonly GroupedProduct[] _first;
    private readonly bool _hasDense;
    private RaggedBatch? _batch;
    private KeyValuePages? _pages;
    private int _phase;

    /// <summary>Plans a stack; at its first step.</summary>
    public StepRun(CpuBackend cpu, LayerStack stack)
    {
        _cpu = cpu;
        _layers = [.. stack.Layers];
        _kinds = new StepKinds(cpu, stack, out _layout);
        _attention = StepAttention.Create(cpu.Set);
        _weights = new StepWeight[_layers.Length * StepPlace.Count];
        _numbers = new Numbers[_layers.Length];
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            _numbers[layer] = new Numbers(_layers[layer]);
            for (int place = 0; place < StepPlace.Count; place++)
            {
                PackedMatrix weight = _layers[layer].Weights[place];
                _weights[(layer * StepPlace.Count) + place].Kind = _kinds.Of(place, weight);
                _hasDense |= weight.Weight.Blocks is null;
            }
        }
        Refresh();
        int[] panels = [.. _layers[0].Weights.Select(weight => BlockPanels.Count(weight.Rows))];
        _items =
        [
            panels[StepPlace.Query] + panels[StepPlace.Key] + panels[StepPlace.Value], _layers[0].Attention.KeyValueHeads,
            panels[StepPlace.Output], panels[StepPlace.Gate], panels[StepPlace.Down],
        ];
        long most = 0;
        for (int place = 0; place < StepPlace.Count; place++)
            most = Math.Max(most, panels[place] * PanelBytes(0, place));
        _phases = new StepPhases((int)Math.Clamp(most / RowProduct.SmallestPieceBytes, 1, cpu.Threads));
        _first = First(panels);
        _ends = new int[_layers.Length * Stages * _phases.Ranges];
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            for (int stage = 0; stage < Stages; stage++)
                Cut(layer, (Stage)stage, panels);
        }
    }

    // The weights that a step reads first, for who waits before it.
    private GroupedProduct[] First(int[] panels)
    {
        var first = new GroupedProduct[3];
        for (int place = 0; place < first.Length; place++)
        {
            long before = place == 0 ? 0 : first[place - 1].FirstByte + (first[place - 1].Panels * first[place - 1].PanelBytes);
            first[place] = new GroupedProduct { Weight = (nint)_weights[place].Panels, FirstByte = before, Panels = panels[place], PanelBytes = PanelBytes(0, place) };
        }
        return first;
    }

    private enum Stage
    {
        Inputs,
        Attention,
        Output,
        Gated,
        Down,
    }

    private const int Stages = 5;

    /// <summary>Whether layers can be computed here.</summary>
    public static bool Takes(LayerStack layers) => StepKinds.Takes(layers);

    /// <summary><see cref="Backend.TryStep"/>.</summary>
    public bool Run(Tensor x, RaggedBatch batch, KeyValuePages pages)
    {
        LaneOps.Require(x.ElementCount == _layout.Width && batch.TokenCount == 1 && batch.SequenceCount == 1, x, x);
        if (_hasDense)
            Refresh();
        for (int layer = 0; layer < _layers.Length; layer++)
        {
            AttentionShape shape = _layers[layer].Attention;
            AttentionOps.RequirePages(batch, pages, layer, shape.KeyValueHeads, shape.HeadDim, shape.ValueDim);
            var call = new AttentionCall
            {
                Scratch = _cpu.Scratch, Plan = _cpu.Plan, Batch = batch, Shape = shape, Q = _layout.Queries, Output = _layout.Mixed,
                Pages = pages, Layer = layer,
            };
            _attention.Plan(_layers.Length, in call);
        }
        // A number for every phase, never used again.
        _phases.Begin(_phase + 1, _items[^1]);
        (_batch, _pages) = (batch, pages);
        new ReadOnlySpan<float>(x.Floats, _layout.Width).CopyTo(new Span<float>(_layout.X, _layout.Width));
        if (_cpu.Threads > 1)
            _cpu.Ahead.Begin(_first);
        var work = new Work(this);
        try
        {
            _cpu.Workers.Run(ref work, _phases.Ranges);
        }
        finally
        {
            _phase = unchecked(_phase + (_layers.Length * Stages));
            (_batch, _pages) = (null, null);
        }
        new ReadOnlySpan<float>(_layout.X, _layout.Width).CopyTo(new Span<float>(x.Floats, _layout.Width));
        return true;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _layout.Dispose();

    // Dense panels are packed anew when their weight has changed; others stay where they are.
    private void Refresh()
    {
        for (int i = 0; i < _weights.Length; i++)
        {
            StepLayer layer = _layers[i / StepPlace.Count];
            int place = i % StepPlace.Count;
            PackedMatrix weight = layer.Weights[place];
            _weights[i].Panels = weight.Weight.Blocks is { } blocks ? blocks.Storage.Pointer
                : weight.Panels is { Type: DType.BFloat16 } panels ? (byte*)panels.Halves : (byte*)weight.Panels.Floats;
            _weights[i].Bias = layer.Biases[place] is { } bias ? bias.Value.Floats : null;
        }
    }

    // The items of a stage in ranges of nearly equal bytes.
    private void Cut(int layer, Stage stage, int[] panels)
    {
        (int first, int count) = Places(stage);
        int ranges = _phases.Ranges, items = _items[(int)stage];
        double bytes = 0;
        for (int i = 0; i < count; i++)
            bytes += panels[first + i] * (double)PanelBytes(layer, first + i);
        for (int range = 0, end = 0; range < ranges; range++)
        {
            if (stage is Stage.Inputs)
            {
                double share = bytes * (range + 1) / ranges;
                end = 0;
                for (int i = 0; i < count; i++)
                {
                    int some = (int)Math.Clamp(Math.Round(share / PanelBytes(layer, first + i)), 0, panels[first + i]);
                    share -= panels[first + i] * (double)PanelBytes(layer, first + i);
                    end += some;
                }
            }
            else
            {
                end = items * (range + 1) / ranges;
            }
            _ends[(((layer * Stages) + (int)stage) * ranges) + range] = range + 1 == ranges ? items : end;
        }
    }

    private long PanelBytes(int layer, int place) => _kinds[_weights[(layer * StepPlace.Count) + place].Kind, 0].PanelBytes;

    private static (int First, int Count) Places(Stage stage) => stage switch
    {
        Stage.Inputs => (StepPlace.Query, 3),
        Stage.Output => (StepPlace.Output, 1),
        Stage.Gated => (StepPlace.Gate, 2),
        Stage.Down => (StepPlace.Down, 1),
        _ => (0, 0),
    };

    // What a layer's small ops read, side by side.
    private readonly struct Numbers(StepLayer layer)
    {
        public readonly float* AttentionGain = At(layer.AttentionGain), FeedForwardGain = At(layer.FeedForwardGain), QueryGain = At(layer.QueryGain), KeyGain = At(layer.KeyGain);
        public readonly float* QueryCosine = At(layer.QueryTable?.Cosine), QuerySine = At(layer.QueryTable?.Sine);
        public readonly float* KeyCosine = At(layer.KeyTable?.Cosine), KeySine = At(layer.KeyTable?.Sine);
        public readonly int QueryPairs = layer.QueryTable?.Cosine.Shape.Last ?? 0, KeyPairs = layer.KeyTable?.Cosine.Shape.Last ?? 0;
        public readonly float Epsilon = layer.Epsilon;
        public readonly bool HasHeadNorms = layer.HasHeadNorms;
        public readonly Activation Activation = layer.Activation;

        private static float* At(Parameter? parameter) => parameter is null ? null : parameter.Value.Floats;

        private static float* At(Tensor? table) => table is { } tensor ? tensor.Floats : null;
    }

    private readonly struct Work(StepRun run) : IParallelWork
    {
        public void Execute(int index, int worker) => run.Walk(index, worker);
    }
}
