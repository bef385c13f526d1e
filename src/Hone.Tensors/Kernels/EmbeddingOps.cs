namespace Hone.Tensors;

/// <summary>Embedding rows and their gradient.</summary>
internal static unsafe class EmbeddingOps
{
    /// <summary><see cref="Backend.GatherRows"/>.</summary>
    public static void GatherRows(CpuBackend cpu, Tensor table, ReadOnlySpan<int> ids, Tensor y)
    {
        int columns = table.Shape.Last;
        LaneOps.Require(y.ElementCount == (long)ids.Length * columns, table, y);
        RequireIds(ids, table);
        fixed (int* first = ids)
        {
            if (table.Type == DType.BFloat16)
            {
                var widen = new GatherHalvesWork(table.Halves, first, y.Floats, ids.Length, columns);
                cpu.Workers.Run(ref widen, widen.Pieces);
                return;
            }
            var work = new GatherWork(table.Floats, first, y.Floats, ids.Length, columns);
            cpu.Workers.Run(ref work, work.Pieces);
        }
    }

    /// <summary><see cref="Backend.ScatterAddRows"/>.</summary>
    public static void ScatterAddRows(CpuBackend cpu, Tensor dy, ReadOnlySpan<int> ids, Tensor dtable)
    {
        int columns = dtable.Shape.Last;
        LaneOps.Require(dy.ElementCount == (long)ids.Length * columns, dtable, dy);
        RequireIds(ids, dtable);
        fixed (int* first = ids)
        {
            int each = LaneOps.ColumnsPerPiece(cpu, columns, ids.Length);
            var work = new ScatterAddWork(cpu.Set, dy.Floats, first, dtable.Floats, ids.Length, columns, each);
            cpu.Workers.Run(ref work, work.Pieces);
        }
    }

    // A pass over the ids is cheap beside the rows, and an id out of range would reach foreign memory.
    private static void RequireIds(ReadOnlySpan<int> ids, Tensor table)
    {
        uint rows = (uint)table.Shape.Rows;
        foreach (int id in ids)
        {
            if ((uint)id >= rows)
                throw new ArgumentOutOfRangeException(nameof(ids), id, $"The table {table} has no such row.");
        }
    }
}
