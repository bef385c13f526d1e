using System.Globalization;

namespace Hone.Cli.Output;

/// <summary>Numbers as people read them; always with a point, whatever the locale.</summary>
internal static class Numbers
{
    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];

    /// <summary>Such as "4.2 MiB".</summary>
    internal static string Bytes(long bytes)
    {
        double value = bytes;
        int unit = 0;
        for (; value >= 1024 && unit < Units.Length - 1; unit++) value /= 1024;
        return unit == 0 ? Invariant($"{bytes} bytes") : Invariant($"{value:0.0} {Units[unit]}");
    }

    /// <summary>Such as "1,066,112".</summary>
    internal static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Such as "14.2 %".</summary>
    internal static string Percent(double share) => Invariant($"{share * 100:0.0} %");

    /// <summary>At most five significant digits.</summary>
    internal static string Value(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    /// <summary>Such as "4 x 512".</summary>
    internal static string Shape(IReadOnlyList<long> shape) => "[" + string.Join(", ", shape.Select(n => n.ToString(CultureInfo.InvariantCulture))) + "]";

    internal static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
