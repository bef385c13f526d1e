using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Hone.Tensors;

namespace Hone.Benchmarks;

/// <summary>What figures were measured on.</summary>
internal static class MachineDescription
{
    /// <summary>Names and values, in the order to be read.</summary>
    public static IReadOnlyList<string[]> Lines()
    {
        var lines = new List<string[]>
        {
            new[] { "processor", Processor() },
            new[] { "processors seen", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture) },
            new[] { "caches", Caches() },
            new[] { "instruction sets", Instructions() },
            new[] { "memory", string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1073741824.0:0.0} GiB") },
            new[] { "system", RuntimeInformation.OSDescription },
            new[] { "runtime", RuntimeInformation.FrameworkDescription },
            new[] { "load average when the run began", Load() },
        };
        foreach (int threads in new[] { 1, Environment.ProcessorCount }.Distinct())
            lines.Add([$"limits on {threads} thread{(threads == 1 ? "" : "s")}", Limits(threads)]);
        return lines;
    }

    /// <summary>The commit, with "and changes" where the tree has some; "unknown" outside a clone.</summary>
    public static string Commit()
    {
        string commit = Git("rev-parse --short HEAD");
        return commit.Length == 0 ? "unknown" : Git("status --porcelain --untracked-files=no").Length == 0 ? commit : commit + " and changes";
    }

    private static string Limits(int threads)
    {
        using var backend = new CpuBackend(threads);
        var limits = new MachineLimits(backend, TimeProvider.System);
        double fma = Enumerable.Range(0, 8).Max(_ => limits.SampleFmaGigaFlops());
        var reads = new List<string>();
        foreach (int mebibytes in (int[])[1, 16, 512])
        {
            Tensor buffer = limits.CreateReadBuffer(mebibytes * 1024L * 1024);
            reads.Add(string.Create(CultureInfo.InvariantCulture, $"{Enumerable.Range(0, 4).Max(_ => limits.SampleReadGigabytes(buffer)):0.0} at {mebibytes} MiB"));
            buffer.Storage.Dispose();
        }
        return string.Create(CultureInfo.InvariantCulture, $"FMA {fma:0} GFLOP/s; read, GB/s: {string.Join(", ", reads)}");
    }

    private static string Processor()
    {
        const string Information = "/proc/cpuinfo";
        string? line = File.Exists(Information) ? File.ReadLines(Information).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return line is null ? architecture : $"{line[(line.IndexOf(':') + 1)..].Trim()} ({architecture})";
    }

    private static string Caches()
    {
        const string Folder = "/sys/devices/system/cpu/cpu0/cache";
        if (!Directory.Exists(Folder))
            return "unknown";
        IEnumerable<string> parts = Directory.GetDirectories(Folder, "index*").Order(StringComparer.Ordinal)
            .Where(d => Read(d, "type") != "Instruction").Select(d => $"L{Read(d, "level")} {Read(d, "size")}");
        return string.Join(", ", parts);

        static string Read(string folder, string name) => File.ReadAllText(Path.Combine(folder, name)).Trim();
    }

    private static string Instructions()
    {
        (string Name, bool There)[] sets =
        [
            ("AVX2", Avx2.IsSupported), ("FMA", Fma.IsSupported), ("AVX-512F", Avx512F.IsSupported), ("AVX-512BW", Avx512BW.IsSupported),
            ("AVX-512VBMI", Avx512Vbmi.IsSupported), ("AVX-VNNI", AvxVnni.IsSupported),
        ];
        return string.Join(", ", sets.Where(s => s.There).Select(s => s.Name)) + $"; kernels {KernelSets.Best}";
    }

    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    private static string Git(string arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Clone.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
            string text = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? text : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
