namespace Hone.Tensors;

/// <summary>Work that is cut into numbered pieces, any of which any worker may do. A struct, so that handing it out allocates nothing.</summary>
public interface IParallelWork
{
    /// <summary>Does piece <paramref name="index"/>. <paramref name="worker"/> names the thread, 0 to threads - 1, for scratch memory.</summary>
    void Execute(int index, int worker);
}
