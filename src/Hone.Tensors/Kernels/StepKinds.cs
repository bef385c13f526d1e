namespace Hone.Tensors;

/// <summary>The kinds of products that the layers of a stack have: for each of the seven weights those of its formats. Made once, for all layers and workers.</summary>
internal sealed unsafe class StepKinds
{
    private readonly List<(int Place, PackedMatrix Weight)> _kinds = [];
    private readonly List<(int Place, QuantizedTensor Weight, bool IsRemainder, long At)> _rows = [];
    private readonly StepProduct[] _products;
    private readonly StepRow[] _made;
    private readonly int _workers;

    /// <summary>Finds the kinds and plans their products.</summary>
    /// <param name="cpu">The backend.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="layout">Receives the memory.</param>
    public StepKinds(CpuBackend cpu, LayerStack layers, out StepLayout layout)
    {
        _workers = cpu.Threads;
        foreach (StepLayer layer in layers.Layers)
        {
            for (int place = 0; place < StepPlace.Count; place++)
            {
                if (Of(place, layer.Weights[place]) < 0)
                    _kinds.Add((place, layer.Weights[place]));
            }
        }
        long rowBytes = 0;
        var products = new StepProduct[_kinds.Count];
        for (int kind = 0; kind < products.Length; kind++)
        {
            (int place, PackedMatrix weight) = _kinds[kind];
            products[kind] = new StepProduct { Rows = -1, FinerRows = -1 };
            if (weight.Weight.Blocks is not { } blocks)
                continue;
            products[kind].Rows = Row(cpu, Input(place), blocks, false, ref rowBytes);
            products[kind].IsFiner = weight.HasFinerInput;
            if (weight.HasFinerInput)
                products[kind].FinerRows = Row(cpu, Input(place), blocks, true, ref rowBytes);
        }
        layout = new StepLayout(cpu, layers.Layers[0], rowBytes);
        _made = new StepRow[_rows.Count * _workers];
        _products = new StepProduct[products.Length * _workers];
        for (int worker = 0; worker < _workers; worker++)
        {
            for (int row = 0; row < _rows.Count; row++)
                _made[(row * _workers) + worker] = Row(cpu, layout, worker, row);
            for (int kind = 0; kind < products.Length; kind++)
                _products[(kind * _workers) + worker] = Plan(cpu, layout, worker, kind, products[kind]);
        }
    }

    /// <summary>Rows that can be wanted of one input.</summary>
    public const int MostRows = 64;

    /// <summary>Whether layers can be computed here.</summary>
    public static bool Takes(LayerStack layers)
    {
        AttentionShape one = layers.Layers[0].Attention;
        foreach (StepLayer layer in layers.Layers)
        {
            AttentionShape shape = layer.Attention;
            // The outputs of a head are quantized by who made them: whole blocks.
            if (layer.Weights[StepPlace.Output].Weight.Blocks is not null && shape.GroupSize * shape.ValueDim % Backend.ActivationBlock != 0)
                return false;
            if ((shape.QueryHeads, shape.KeyValueHeads, shape.HeadDim, shape.ValueDim) != (one.QueryHeads, one.KeyValueHeads, one.HeadDim, one.ValueDim))
                return false;
            for (int place = 0; place < StepPlace.Count; place++)
            {
                PackedMatrix weight = layer.Weights[place];
                if (weight.Rows != layers.Layers[0].Weights[place].Rows)
                    return false;
                // What is left over is kept for rows of the stream only.
                if (weight.Weight.Blocks?.Format == QuantFormat.NF4 || (weight.HasFinerInput && Input(place) != 0) || BlockPanels.Count(weight.Rows) > StepPhases.MostItems / 3)
                    return false;
            }
        }
        return true;
    }

    /// <summary>The kind of a weight, -1 for none.</summary>
    public int Of(int place, PackedMatrix weight) => _kinds.FindIndex(kind =>
        kind.Place == place && kind.Weight.Weight.Blocks?.Format == weight.Weight.Blocks?.Format && kind.Weight.HasFinerInput == weight.HasFinerInput
        && (weight.Weight.Blocks is not null || kind.Weight.Weight.Value.Type == weight.Weight.Value.Type));

    /// <summary>The product of a kind on a worker's rows.</summary>
    public ref readonly StepProduct this[int kind, int worker] => ref _products[(kind * _workers) + worker];

    /// <summary>Quantizes what a product reads of the stream's norm, where it has not been made yet.</summary>
    /// <param name="product">The product.</param>
    /// <param name="worker">Whose rows.</param>
    /// <param name="made">A bit for every row that has been made.</param>
    public void Make(in StepProduct product, int worker, ref ulong made)
    {
        Make(product.Rows, worker, ref made);
        Make(product.FinerRows, worker, ref made);
    }

    /// <summary>Quantizes a part of what a product reads of a row that all workers share, by whoever made that part.</summary>
    /// <param name="product">The product; one of dense weights reads the row itself.</param>
    /// <param name="first">The first number, a multiple of the blocks' length.</param>
    /// <param name="end">One past the last, likewise.</param>
    public void MakeShared(in StepProduct product, int first, int end)
    {
        if (product.Rows >= 0)
            _made[product.Rows * _workers].Make(first / Backend.ActivationBlock, end / Backend.ActivationBlock);
    }

    private void Make(int row, int worker, ref ulong made)
    {
        if (row < 0 || (made & (1UL << row)) != 0)
            return;
        made |= 1UL << row;
        ref readonly StepRow whole = ref _made[(row * _workers) + worker];
        whole.Make(0, whole.Blocks.Blocks);
    }

    // The stream's norm, which every worker has for itself; attention; the feed-forward's inside.
    private static int Input(int place) => place switch { StepPlace.Output => 1, StepPlace.Down => 2, _ => 0 };

    private int Row(CpuBackend cpu, int input, QuantizedTensor weight, bool isRemainder, ref long bytes)
    {
        int found = _rows.FindIndex(row => Input(row.Place) == input && row.IsRemainder == isRemainder && QuantizedOps.PreparesAlike(cpu, row.Weight, weight, 1));
        if (found >= 0)
            return found;
        _rows.Add((input switch { 1 => StepPlace.Output, 2 => StepPlace.Down, _ => StepPlace.Query }, weight, isRemainder, bytes));
        bytes += QuantizedOps.PreparedBytes(1, weight);
        if (_rows.Count > MostRows)
            throw new NotSupportedException($"More than {MostRows} ways to quantize a row.");
        return _rows.Count - 1;
    }

    private StepRow Row(CpuBackend cpu, StepLayout layout, int worker, int row)
    {
        (int place, QuantizedTensor weight, bool isRemainder, long at) = _rows[row];
        return new StepRow
        {
            Blocks = QuantizedOps.Blocks(cpu, 1, weight, layout.Rows(Input(place) == 0 ? worker : 0) + at), Source = Source(layout, place, worker),
            Remainder = isRemainder ? layout.Remainder(worker) : null, Offset = QuantizedOps.Offset(cpu, 1, weight),
        };
    }

    private StepProduct Plan(CpuBackend cpu, StepLayout layout, int worker, int kind, StepProduct product)
    {
        (int place, PackedMatrix matrix) = _kinds[kind];
        float* source = Source(layout, place, worker), target = Target(layout, place);
        bool adds = place is StepPlace.Output or StepPlace.Down;
        if (matrix.Weight.Blocks is not { } blocks)
        {
            product.IsDense = true;
            product.Dense = RowProduct.Plan(cpu, source, matrix.Panels, null, target, 1, matrix.Rows, matrix.Columns, adds);
            product.PanelBytes = matrix.Panels.SizeBytes / BlockPanels.Count(matrix.Rows);
            return product;
        }
        product.PanelBytes = BlockPanels.PanelBytes(blocks.Format, blocks.Columns);
        product.Quantized = QuantizedOps.Plan(cpu, Of(product.Rows, worker), blocks, 0, blocks.Rows, null, target, blocks.Rows, adds);
        if (product.IsFiner)
            product.Finer = QuantizedOps.Plan(cpu, Of(product.FinerRows, worker), blocks, 0, blocks.Rows, null, target, blocks.Rows, adds: true);
        return product;
    }

    private QuantizedRows Of(int row, int worker)
    {
        ref readonly StepRow made = ref _made[(row * _workers) + worker];
        return new QuantizedRows(made.Source, 1, made.Blocks);
    }

    private static float* Source(StepLayout layout, int place, int worker) => Input(place) switch { 1 => layout.Mixed, 2 => layout.Gate, _ => layout.Normed(worker) };

    private static float* Target(StepLayout layout, int place) => place switch
    {
        StepPlace.Query => layout.Queries,
        StepPlace.Key => layout.Keys,
        StepPlace.Value => layout.Values,
        StepPlace.Gate => layout.Gate,
        StepPlace.Up => layout.Up,
        _ => layout.X,
    };
}
