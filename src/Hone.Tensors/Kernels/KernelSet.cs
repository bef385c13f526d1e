using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>Which instructions the CPU kernels use. All sets compute the same bits.</summary>
public enum KernelSet : byte
{
    /// <summary>128-bit vectors through the portable API: SSE, NEON, or software where there is nothing.</summary>
    Vector128,

    /// <summary>256-bit vectors with fused multiply-add.</summary>
    Avx2,

    /// <summary>512-bit vectors.</summary>
    Avx512,
}

/// <summary>What this processor can run.</summary>
public static class KernelSets
{
    /// <summary>The widest set that this processor has.</summary>
    public static KernelSet Best =>
        IsSupported(KernelSet.Avx512) ? KernelSet.Avx512 : IsSupported(KernelSet.Avx2) ? KernelSet.Avx2 : KernelSet.Vector128;

    /// <summary>Whether this processor, as the runtime shows it, has the instructions of <paramref name="set"/>.</summary>
    public static bool IsSupported(KernelSet set) => set switch
    {
        KernelSet.Avx512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported,
        KernelSet.Avx2 => Avx2.IsSupported && Fma.IsSupported,
        _ => true,
    };
}
