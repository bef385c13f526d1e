using System.Runtime.InteropServices;

namespace Hone.Tensors;

/// <summary>
/// Asks the operating system to back large blocks with large pages: weights that are read once a token miss the processor's
/// table of pages at every 4 KiB otherwise. Linux only, and only a wish; the contents are the same either way.
/// </summary>
internal static unsafe class LargePages
{
    private const nuint PageBytes = 2 << 20;
    private const int AdviseHugePage = 14;

    /// <summary>Alignment for a block of that size.</summary>
    public static nuint Alignment(nuint bytes) => Wanted(bytes) ? PageBytes : 64;

    /// <summary>Says that the whole large pages of a block, not yet touched, should be such; its tail stays in small ones.</summary>
    public static void Advise(byte* block, nuint bytes)
    {
        // A refusal (an old kernel, a restricted container) changes nothing.
        if (Wanted(bytes))
            _ = madvise(block, bytes & ~(PageBytes - 1), AdviseHugePage);
    }

    private static bool Wanted(nuint bytes) => bytes >= 2 * PageBytes && OperatingSystem.IsLinux();

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int madvise(byte* address, nuint length, int advice);
}
