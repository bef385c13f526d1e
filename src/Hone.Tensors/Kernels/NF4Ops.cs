namespace Hone.Tensors;

/// <summary>The ops on NF4 weights: parts are decoded and the float32 products use them while they are in a cache, which gives the chains of decoded weights.</summary>
internal static unsafe class NF4Ops
{
    // Decoded numbers of one part, and as many again in panels: as for BFloat16 weights.
    private const long PartFloats = 1 << 19;

    /// <summary><see cref="Backend.QuantizedProduct"/>; the shapes have been checked.</summary>
    public static void Product(CpuBackend cpu, float* x, QuantizedTensor weight, float* bias, float* y, int rows)
    {
        int columns = weight.Columns, outputs = weight.Rows;
        int each = (int)Math.Clamp(PartFloats / columns / Backend.PanelWidth, 1, int.MaxValue / Backend.PanelWidth) * Backend.PanelWidth;
        long part = (long)each * columns;
        float* wide = (float*)cpu.WideScratch.Storage(2 * part * sizeof(float)).Pointer, panels = wide + part;
        for (int first = 0; first < outputs; first += each)
        {
            int some = Math.Min(each, outputs - first);
            Decode(cpu, weight, first, some, wide);
            GemmOps.PackPanels(cpu, wide, some, columns, panels);
            GemmOps.Product(cpu, x, panels, bias == null ? null : bias + first, y + first, outputs, rows, some, columns);
        }
    }

    /// <summary>Rows <paramref name="first"/> and on, row-major.</summary>
    public static void Decode(CpuBackend cpu, QuantizedTensor weight, int first, int rows, float* target)
    {
        var work = new DecodeWork(weight, first, rows, target);
        cpu.Workers.Run(ref work, work.Pieces);
    }

    /// <summary>Chosen rows.</summary>
    public static void Gather(QuantizedTensor table, ReadOnlySpan<int> ids, float* target)
    {
        for (int i = 0; i < ids.Length; i++)
            DecodeRow(table, ids[i], target + ((nint)i * table.Columns));
    }

    private static void DecodeRow(QuantizedTensor weight, int row, float* target)
    {
        int bytes = (int)weight.RowBytes;
        NF4Rows.Decode(new ReadOnlySpan<byte>(weight.Storage.Pointer + (row * (long)bytes), bytes), weight.Magnitudes, row, new Span<float>(target, weight.Columns));
    }

    private readonly struct DecodeWork(QuantizedTensor weight, int first, int rows, float* target) : IParallelWork
    {
        private const int RowsPerPiece = 16;

        public int Pieces => (rows + RowsPerPiece - 1) / RowsPerPiece;

        public void Execute(int index, int worker)
        {
            int end = Math.Min(rows, (index + 1) * RowsPerPiece);
            for (int i = index * RowsPerPiece; i < end; i++)
                DecodeRow(weight, first + i, target + ((nint)i * weight.Columns));
        }
    }
}
