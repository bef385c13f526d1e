namespace Hone.Tensors;

/// <summary>The searches for one block, with the instructions of a set. All sets choose the same.</summary>
internal static unsafe class BlockSearchOps
{
    /// <summary>Scales, minima and codes of 256 numbers.</summary>
    public static void Affine(KernelSet set, ReadOnlySpan<float> values, in AffineRule rule, out AffineBlock block)
    {
        fixed (float* x = values)
        {
            switch (set)
            {
                case KernelSet.Avx512: AffineSearch<Lanes512>.Run(x, rule, out block); break;
                case KernelSet.Avx2: AffineSearch<Lanes256>.Run(x, rule, out block); break;
                default: AffineSearch<Lanes128>.Run(x, rule, out block); break;
            }
        }
    }

    /// <summary>Scales and codes of 256 numbers.</summary>
    public static void Symmetric(KernelSet set, ReadOnlySpan<float> values, in SymmetricRule rule, out SymmetricBlock block)
    {
        fixed (float* x = values)
        {
            switch (set)
            {
                case KernelSet.Avx512: SymmetricSearch<Lanes512>.Run(x, rule, out block); break;
                case KernelSet.Avx2: SymmetricSearch<Lanes256>.Run(x, rule, out block); break;
                default: SymmetricSearch<Lanes128>.Run(x, rule, out block); break;
            }
        }
    }

    /// <summary>Scale and indices into a table of 32 numbers.</summary>
    public static void Table(KernelSet set, ReadOnlySpan<float> values, ReadOnlySpan<sbyte> table, out TableBlock block)
    {
        fixed (float* x = values)
        fixed (sbyte* t = table)
        {
            switch (set)
            {
                case KernelSet.Avx512: TableSearch<Lanes512>.Run(x, t, out block); break;
                case KernelSet.Avx2: TableSearch<Lanes256>.Run(x, t, out block); break;
                default: TableSearch<Lanes128>.Run(x, t, out block); break;
            }
        }
    }
}
