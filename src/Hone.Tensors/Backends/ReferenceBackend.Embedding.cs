namespace Hone.Tensors;

public partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void GatherRows(Tensor table, ReadOnlySpan<int> ids, Tensor y)
    {
        int columns = table.Shape.Last;
        for (int t = 0; t < ids.Length; t++)
        {
            if (table.Type == DType.BFloat16)
                Widen(table.HostHalves().Slice(ids[t] * columns, columns), y.HostRow(t));
            else
                table.HostRow(ids[t]).CopyTo(y.HostRow(t));
        }
    }

    /// <inheritdoc/>
    public override void ScatterAddRows(Tensor dy, ReadOnlySpan<int> ids, Tensor dtable)
    {
        for (int t = 0; t < ids.Length; t++)
        {
            ReadOnlySpan<float> gradient = dy.HostRow(t);
            Span<float> row = dtable.HostRow(ids[t]);
            for (int i = 0; i < row.Length; i++)
                row[i] += gradient[i];
        }
    }
}
