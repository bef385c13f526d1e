using System.Runtime.InteropServices;

namespace Hone.Tensors;

/// <summary>Memory that holds instructions made at run time: written first, then readable and executable, never both. Lives as long as the process.</summary>
internal static unsafe class ExecutableMemory
{
    private const int Read = 1, Write = 2, Execute = 4, Private = 2, Anonymous = 0x20;

    /// <summary>Copies instructions to where they can run.</summary>
    /// <param name="code">Position-independent.</param>
    /// <returns>Where they are; null where the system does not allow it or is not Linux.</returns>
    public static byte* Publish(ReadOnlySpan<byte> code)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        nuint bytes = (nuint)code.Length;
        void* memory = mmap(null, bytes, Read | Write, Private | Anonymous, -1, 0);
        if (memory == (void*)-1)
            return null;
        code.CopyTo(new Span<byte>(memory, code.Length));
        if (mprotect(memory, bytes, Read | Execute) == 0)
            return (byte*)memory;
        _ = munmap(memory, bytes);
        return null;
    }

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern void* mmap(void* address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int mprotect(void* address, nuint length, int protection);

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int munmap(void* address, nuint length);
}
