namespace Hone.Tensors;

/// <summary><see cref="Backend.GatherQuantizedRows"/>: pieces are rows of the result.</summary>
internal readonly unsafe struct GatherBlocksWork(QuantFormat format, byte* panels, int* ids, float* y, int rows, int columns) : IParallelWork
{
    private const int MostBlockBytes = 256, MostElements = 256, MostParts = 16;

    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(rows, LaneOps.RowsPerPiece(columns));

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int each = LaneOps.RowsPerPiece(columns), to = Math.Min(rows, (index + 1) * each);
        for (int t = index * each; t < to; t++)
            Row(ids[t], y + ((nint)t * columns));
    }

    private void Row(int id, float* target)
    {
        byte* block = stackalloc byte[MostBlockBytes];
        Span<sbyte> values = stackalloc sbyte[MostElements];
        Span<float> scales = stackalloc float[MostParts], minima = stackalloc float[MostParts];
        int elements = format.BlockElements(), bytes = format.BlockBytes(), part = BlockParts.PartElements(format);
        if (format == QuantFormat.NF4)
        {
            NF4Panels.DecodeRow(
                panels + (id / BlockPanels.Width * BlockPanels.PanelBytes(format, columns)), id % BlockPanels.Width, columns / elements, target, Backend.ActivationBlock);
            return;
        }
        byte* panel = panels + (id / BlockPanels.Width * BlockPanels.PanelBytes(format, columns));
        for (int k = 0; k < columns; k += elements, panel += (nint)BlockPanels.Width * bytes)
        {
            BlockPanels.CopyRows(format, elements, panel, id % BlockPanels.Width, block, 1, pack: false);
            BlockParts.Take(format, new ReadOnlySpan<byte>(block, bytes), values, scales, minima);
            for (int i = 0; i < elements; i++)
            {
                float w = scales[i / part] * values[i];
                target[k + i] = BlockParts.HasMinima(format) ? w + minima[i / part] : w;
            }
        }
    }
}
