using System.Globalization;

namespace Hone.Benchmarks.Measuring;

/// <summary>The largest resident memory of this process, where Linux counts it (proc(5): VmHWM, and 5 in clear_refs to begin again).</summary>
internal static class ResidentPeak
{
    private const string Status = "/proc/self/status", Clear = "/proc/self/clear_refs";

    public static bool IsKnown => File.Exists(Status) && File.Exists(Clear);

    /// <summary>Begins again at what is resident now.</summary>
    public static void Reset()
    {
        GC.Collect();
        if (IsKnown)
            File.WriteAllText(Clear, "5");
    }

    /// <summary>Bytes since <see cref="Reset"/>; 0 where nobody counts them.</summary>
    public static long Bytes()
    {
        if (!IsKnown)
            return 0;
        string line = File.ReadLines(Status).First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }
}
