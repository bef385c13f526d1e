using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary>
/// Lets the threads of a <see cref="WorkerPool"/> reach a struct on the stack of the caller without boxing it: an address
/// and a pointer to the code for its type. The pool keeps both valid until every worker has left the work.
/// </summary>
internal static unsafe class WorkTrampoline
{
    /// <summary>The code that does pieces of a <typeparamref name="TWork"/>.</summary>
    public static nint Code<TWork>() where TWork : struct, IParallelWork => (nint)(delegate*<nint, ref int, int, int, void>)&Drain<TWork>;

    /// <summary>Takes pieces from <paramref name="next"/> until there are <paramref name="count"/>, by the code of <see cref="Code"/>.</summary>
    public static void Call(nint code, nint work, ref int next, int count, int worker) =>
        ((delegate*<nint, ref int, int, int, void>)code)(work, ref next, count, worker);

    /// <summary>Hands out <paramref name="work"/> on the pool while it stays at one address.</summary>
    public static void Pin<TWork>(WorkerPool pool, ref TWork work, int count) where TWork : struct, IParallelWork
    {
        fixed (byte* address = &Unsafe.As<TWork, byte>(ref work))
            pool.Dispatch(Code<TWork>(), (nint)address, count);
    }

    private static void Drain<TWork>(nint work, ref int next, int count, int worker) where TWork : struct, IParallelWork
    {
        ref TWork target = ref Unsafe.AsRef<TWork>((void*)work);
        for (int index; (index = Interlocked.Increment(ref next) - 1) < count;)
            target.Execute(index, worker);
    }
}
