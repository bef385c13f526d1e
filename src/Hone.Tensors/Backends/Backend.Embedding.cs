namespace Hone.Tensors;

public abstract partial class Backend
{
    /// <summary>y[t, :] = table[ids[t], :].</summary>
    /// <param name="table">Float32 or BFloat16 [V, D]; the latter is widened exactly.</param>
    /// <param name="ids">T ids in [0, V); checked by the op above.</param>
    /// <param name="y">[T, D].</param>
    public abstract void GatherRows(Tensor table, ReadOnlySpan<int> ids, Tensor y);

    /// <summary>dtable[ids[t], :] continues over t ascending: dtable = dtable + dy[t, :].</summary>
    public abstract void ScatterAddRows(Tensor dy, ReadOnlySpan<int> ids, Tensor dtable);
}
