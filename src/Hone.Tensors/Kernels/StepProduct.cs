namespace Hone.Tensors;

/// <summary>The products of a step with weights of one kind, on one worker's copy of the row: what differs from layer to layer is a <see cref="StepWeight"/>.</summary>
internal unsafe struct StepProduct
{
    /// <summary>Whether <see cref="Dense"/> is the one.</summary>
    public bool IsDense;

    /// <summary>Whether what the codes left over is multiplied too, and added.</summary>
    public bool IsFiner;

    /// <summary>Which quantized rows are read; -1 for none.</summary>
    public int Rows;

    /// <summary>Which are read for what was left over.</summary>
    public int FinerRows;

    /// <summary>Bytes of a panel.</summary>
    public long PanelBytes;

    /// <summary>With weights in blocks.</summary>
    public QuantizedProductWork Quantized;

    /// <summary>Of what was left over.</summary>
    public QuantizedProductWork Finer;

    /// <summary>With dense weights.</summary>
    public RowProductWork Dense;

    /// <summary>The outputs of panels <paramref name="first"/> to <paramref name="end"/> - 1, while lines of those before <paramref name="readEnd"/> are asked for.</summary>
    public readonly void Range(in StepWeight weight, int first, int end, int readEnd, int worker)
    {
        if (IsDense)
        {
            float* packed = null;
            (Dense with { Weight = weight.Panels, Bias = weight.Bias }).Range(first, end, readEnd, worker, ref packed);
            return;
        }
        (Quantized with { Weight = weight.Panels, Bias = weight.Bias }).Range(first, end, readEnd, 0, worker);
        // The same panels, from the near caches.
        if (IsFiner)
            (Finer with { Weight = weight.Panels, Bias = null }).Range(first, end, end, 0, worker);
    }
}

/// <summary>A weight of a layer.</summary>
internal unsafe struct StepWeight
{
    /// <summary>Its first panel.</summary>
    public byte* Panels;

    /// <summary>Its bias, or null.</summary>
    public float* Bias;

    /// <summary>Which products it has: a number for its format.</summary>
    public int Kind;
}

/// <summary>A row to be quantized for some of the products, on one worker.</summary>
internal unsafe struct StepRow
{
    /// <summary>Where the codes go.</summary>
    public ActivationBlocks Blocks;

    /// <summary>The row.</summary>
    public float* Source;

    /// <summary>Where what the codes of <see cref="Source"/> leave over goes first, which is what is quantized then; null for the row itself.</summary>
    public float* Remainder;

    /// <summary>As in <see cref="ActivationBlocks.Quantize"/>.</summary>
    public int Offset;

    /// <summary>Quantizes some blocks; all, where what is left over is meant.</summary>
    public readonly void Make(int block, int end)
    {
        if (Remainder == null)
        {
            Blocks.QuantizeBlocks(Source, 0, Offset, block, end);
            return;
        }
        var left = new RemainderWork(Source, Remainder, 1, Blocks.Columns);
        for (int piece = 0; piece < left.Pieces; piece++)
            left.Execute(piece, 0);
        Blocks.Quantize(Remainder, 0, 1, Offset);
    }
}
