using System.Globalization;

namespace Hone.Evaluation.Reports;

/// <summary>The range, ticks and labels of one axis: steps of 1, 2 or 5 times a power of ten.</summary>
internal sealed class PlotAxis
{
    private const int MaxTicks = 500;
    private readonly int _decimals;
    private readonly bool _percent;

    /// <summary>Makes an axis for values in low..high.</summary>
    /// <param name="low">Smallest value, finite.</param>
    /// <param name="high">Largest value, finite.</param>
    /// <param name="count">About how many ticks.</param>
    /// <param name="percent">Whether labels are percentages of the values.</param>
    /// <param name="round">Whether the range is widened to whole steps.</param>
    public PlotAxis(double low, double high, int count, bool percent, bool round)
    {
        if (high <= low)
        {
            // All values are equal: any range around them will do.
            double margin = low == 0 ? 1 : Math.Abs(low) * 0.1;
            high = low + margin;
            low -= margin;
        }
        double step = NiceStep((high - low) / count);
        double first = round ? Math.Floor(low / step + 1e-9) : Math.Ceiling(low / step - 1e-9);
        double last = round ? Math.Ceiling(high / step - 1e-9) : Math.Floor(high / step + 1e-9);
        Low = round ? first * step : low;
        High = round ? last * step : high;
        int ticks = (int)Math.Clamp(last - first + 1, 0, MaxTicks);
        var values = new double[ticks];
        for (int i = 0; i < ticks; i++) values[i] = (first + i) * step;
        Ticks = values;
        double shown = percent ? step * 100 : step;
        _decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(shown) - 1e-9), 0, 12);
        _percent = percent;
    }

    /// <summary>Lower end.</summary>
    public double Low { get; }

    /// <summary>Upper end.</summary>
    public double High { get; }

    /// <summary>Where the ticks are, ascending.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Where a value lies, 0 at the lower end and 1 at the upper.</summary>
    public double Fraction(double value) => (value - Low) / (High - Low);

    /// <summary>The label of a tick.</summary>
    public string Label(double value)
    {
        double shown = _percent ? value * 100 : value;
        if (Math.Abs(shown) < 0.5 * Math.Pow(10, -_decimals)) shown = 0;
        bool scientific = !_percent && shown != 0 && (Math.Abs(shown) >= 1e6 || _decimals > 5);
        string text = shown.ToString(scientific ? "0.###e0" : "F" + _decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return _percent ? text + " %" : text;
    }

    private static double NiceStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double lead = rough / power;
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    }
}
