namespace Hone.Tensors;

public sealed partial class ComputeContext
{
    /// <summary>Rows of a table: y[t] = table[ids[t]]. With dy: the table's rows get the sum of their dy.</summary>
    /// <param name="table">[V, D].</param>
    /// <param name="ids">T ids in [0, V).</param>
    /// <returns>[T, D].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is not in the table.</exception>
    public Tensor Embedding(Parameter table, ReadOnlySpan<int> ids)
    {
        ArgumentNullException.ThrowIfNull(table);
        RequireInRange(ids, table.Shape[0], nameof(ids));
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor y = Allocate(new Shape(ids.Length, table.Shape[1])); // [T, D]
        Lookup(table, ids, y);
        return Tape is null ? y : RecordEmbedding(mark, table, ids.ToArray(), y);
    }

    private void Lookup(Parameter table, ReadOnlySpan<int> ids, Tensor y)
    {
        if (table.Blocks is { } blocks)
            Backend.GatherQuantizedRows(blocks, ids, y);
        else
            Backend.GatherRows(table.Value, ids, y);
    }

    private Tensor RecordEmbedding(ScratchArena.Mark mark, Parameter table, int[] ids, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            if (table.IsTrainable)
                pass.Backend.ScatterAddRows(pass.OutputGradient, ids, pass.Gradients.Accumulator(table, ParameterUse.Lookup));
        });

    /// <summary>Chosen rows of a tensor: y[i] = x[rows[i]]. With dy: dx is zero but for those rows, which get the sum of their dy.</summary>
    /// <param name="x">[T, D].</param>
    /// <param name="rows">R row numbers in [0, T).</param>
    /// <returns>[R, D].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A row is not there.</exception>
    public Tensor SelectRows(Tensor x, ReadOnlySpan<int> rows)
    {
        RequireInRange(rows, x[0], nameof(rows));
        ScratchArena.Mark mark = Tape?.Saved.MarkTop() ?? default;
        Tensor y = Allocate(new Shape(rows.Length, x[1])); // [R, D]
        Backend.GatherRows(x, rows, y);
        return Tape is null ? y : RecordSelectRows(mark, x, rows.ToArray(), y);
    }

    private Tensor RecordSelectRows(ScratchArena.Mark mark, Tensor x, int[] rows, Tensor y) =>
        Tape!.Record(y, mark, pass =>
        {
            if (!pass.Wants(x))
                return;
            Tensor dx = pass.Target(x, out bool accumulate);
            if (!accumulate)
                pass.Backend.Fill(dx, 0);
            pass.Backend.ScatterAddRows(pass.OutputGradient, rows, dx);
        });

    private static void RequireInRange(ReadOnlySpan<int> values, int limit, string parameter)
    {
        foreach (int value in values)
        {
            if ((uint)value >= (uint)limit)
                throw new ArgumentOutOfRangeException(parameter, value, $"Not in [0, {limit}).");
        }
    }
}
