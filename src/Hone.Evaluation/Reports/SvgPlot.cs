using System.Globalization;
using System.Net;
using System.Text;

namespace Hone.Evaluation.Reports;

/// <summary>
/// A line plot as SVG: axes, ticks, grid, legend, any number of series. It needs no script and no
/// resource, follows the reader's light or dark setting by itself, and stands alone as a file (for a
/// README) or inside a page.
/// </summary>
public sealed record SvgPlot
{
    private const int Left = 62;
    private const int Right = 18;
    private const int Bottom = 46;
    private const int LegendHeight = 24;
    private const int CharacterWidth = 7;

    /// <summary>Colours are told apart by most colour-blind readers; first for light, then for dark pages.</summary>
    private static readonly (string Light, string Dark)[] Colours =
    [
        ("#1f6feb", "#6cb0ff"), ("#c2570c", "#ff9d57"), ("#1a7f4b", "#57d08c"),
        ("#8a3ffc", "#bd93ff"), ("#b3246b", "#ff7eb6"), ("#6b6459", "#c9c1b4"),
    ];

    /// <summary>Heading above the plot; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Name of the horizontal axis.</summary>
    public string XLabel { get; init; } = "";

    /// <summary>Name of the vertical axis, written above it.</summary>
    public string YLabel { get; init; } = "";

    /// <summary>The lines, in the order of the legend. The legend is left out for a single one.</summary>
    public IReadOnlyList<PlotSeries> Series { get; init; } = [];

    /// <summary>Width in pixels, 200 or more. Default 720; in a page it shrinks with the column.</summary>
    public int Width { get; init; } = 720;

    /// <summary>Height in pixels, 160 or more. Default 300.</summary>
    public int Height { get; init; } = 300;

    /// <summary>Lower end of the vertical axis; null fits it to the data.</summary>
    public double? YMin { get; init; }

    /// <summary>Upper end of the vertical axis; null fits it to the data.</summary>
    public double? YMax { get; init; }

    /// <summary>Whether vertical values are shares, labelled in percent. Default false.</summary>
    public bool Percent { get; init; }

    /// <summary>The style sheet that plots inside a page share; <see cref="Render"/> includes it in a file that stands alone.</summary>
    public static string StyleSheet
    {
        get
        {
            var css = new StringBuilder(
                ".plot text{font:12px system-ui,-apple-system,'Segoe UI',sans-serif;fill:#57606a}" +
                ".plot .t{font-weight:600;font-size:14px;fill:#1f2328}.plot .g{stroke:#d8dee4;stroke-width:1}" +
                ".plot .x{stroke:#8c959f;stroke-width:1}.plot .l{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}");
            AppendColours(css, c => c.Light);
            css.Append("@media(prefers-color-scheme:dark){.plot text{fill:#9da7b3}.plot .t{fill:#e6edf3}.plot .g{stroke:#30363d}.plot .x{stroke:#6e7681}");
            AppendColours(css, c => c.Dark);
            return css.Append('}').ToString();
        }
    }

    /// <summary>Renders the plot.</summary>
    /// <param name="standalone">True for a file of its own, with name space and style; false for inside a page
    /// that has <see cref="StyleSheet"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is too small.</exception>
    public string Render(bool standalone = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Width, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(Height, 160);
        var svg = new StringBuilder();
        Line(svg, $"<svg class=\"plot\" {(standalone ? $"xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" " : "")}viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Escape(Title.Length > 0 ? Title : YLabel)}\">");
        if (standalone) Line(svg, $"<style>{StyleSheet}</style>");
        if (Title.Length > 0) Line(svg, $"<text class=\"t\" x=\"{Left}\" y=\"18\">{Escape(Title)}</text>");

        int top = (Title.Length > 0 ? 26 : 6) + 16;
        if (Series.Count > 1) top += DrawLegend(svg, top);
        (PlotAxis x, PlotAxis y) = MakeAxes();
        var area = new Area(x, y, Left, top, Width - Left - Right, Height - top - Bottom);
        DrawAxes(svg, area);
        for (int i = 0; i < Series.Count; i++) DrawSeries(svg, area, Series[i], i);
        return svg.Append("</svg>").Append(standalone ? "\n" : "").ToString();
    }

    private readonly record struct Area(PlotAxis X, PlotAxis Y, double Left, double Top, double Width, double Height)
    {
        public double XOf(double value) => Left + X.Fraction(value) * Width;

        public double YOf(double value) => Top + (1 - Y.Fraction(value)) * Height;
    }

    private (PlotAxis X, PlotAxis Y) MakeAxes()
    {
        double xLow = double.PositiveInfinity, xHigh = double.NegativeInfinity, yLow = xLow, yHigh = xHigh;
        foreach ((double x, double y) in Series.SelectMany(s => s.Points).Where(IsFinite))
        {
            (xLow, xHigh, yLow, yHigh) = (Math.Min(xLow, x), Math.Max(xHigh, x), Math.Min(yLow, y), Math.Max(yHigh, y));
        }
        if (xLow > xHigh) (xLow, xHigh, yLow, yHigh) = (0, 1, 0, 1);
        // A range that was asked for is kept to the point; one that was found is rounded outwards.
        var yAxis = new PlotAxis(YMin ?? yLow, YMax ?? yHigh, 5, Percent, round: YMin is null || YMax is null);
        return (new PlotAxis(xLow, xHigh, 8, false, round: false), yAxis);
    }

    private static bool IsFinite((double X, double Y) point) => double.IsFinite(point.X) && double.IsFinite(point.Y);

    private int DrawLegend(StringBuilder svg, int y)
    {
        int x = Left, rows = 1;
        for (int i = 0; i < Series.Count; i++)
        {
            int width = 26 + Series[i].Name.Length * CharacterWidth + 16;
            if (x > Left && x + width > Width - Right)
            {
                x = Left;
                y += LegendHeight;
                rows++;
            }
            Line(svg, $"<path class=\"l {ColourOf(i)}\" d=\"M{x} {y - 4}h18\"/><text x=\"{x + 24}\" y=\"{y}\">{Escape(Series[i].Name)}</text>");
            x += width;
        }
        return rows * LegendHeight;
    }

    private void DrawAxes(StringBuilder svg, Area a)
    {
        double bottom = a.Top + a.Height, right = a.Left + a.Width;
        foreach (double tick in a.Y.Ticks)
        {
            double y = a.YOf(tick);
            Line(svg, $"<path class=\"g\" d=\"M{a.Left} {y:0.##}H{right}\"/><text x=\"{a.Left - 8}\" y=\"{y + 4:0.##}\" text-anchor=\"end\">{a.Y.Label(tick)}</text>");
        }
        foreach (double tick in a.X.Ticks)
        {
            double x = a.XOf(tick);
            Line(svg, $"<path class=\"x\" d=\"M{x:0.##} {bottom}v4\"/><text x=\"{x:0.##}\" y=\"{bottom + 18}\" text-anchor=\"middle\">{a.X.Label(tick)}</text>");
        }
        Line(svg, $"<path class=\"x\" d=\"M{a.Left} {bottom}H{right}\"/>");
        if (XLabel.Length > 0) Line(svg, $"<text x=\"{a.Left + a.Width / 2}\" y=\"{bottom + 38}\" text-anchor=\"middle\">{Escape(XLabel)}</text>");
        if (YLabel.Length > 0) Line(svg, $"<text x=\"{a.Left}\" y=\"{a.Top - 9}\">{Escape(YLabel)}</text>");
    }

    private static void DrawSeries(StringBuilder svg, Area a, PlotSeries series, int index)
    {
        var path = new StringBuilder();
        var dots = new StringBuilder();
        for (int i = 0; i < series.Points.Count; i++)
        {
            if (!IsFinite(series.Points[i])) continue;
            bool joined = i > 0 && IsFinite(series.Points[i - 1]);
            bool alone = !joined && (i + 1 == series.Points.Count || !IsFinite(series.Points[i + 1]));
            // Values outside a range that was asked for are drawn at its edge.
            double x = a.XOf(series.Points[i].X), y = Math.Clamp(a.YOf(series.Points[i].Y), a.Top, a.Top + a.Height);
            if (alone) dots.Append(CultureInfo.InvariantCulture, $"<circle class=\"f {ColourOf(index)}\" cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"3\"/>");
            else path.Append(CultureInfo.InvariantCulture, $"{(joined ? 'L' : 'M')}{x:0.##} {y:0.##}");
        }
        if (path.Length > 0) Line(svg, $"<path class=\"l {ColourOf(index)}\" d=\"{path}\"/>");
        if (dots.Length > 0) svg.Append(dots).Append('\n');
    }

    private static void AppendColours(StringBuilder css, Func<(string Light, string Dark), string> pick)
    {
        for (int i = 0; i < Colours.Length; i++)
            css.Append(CultureInfo.InvariantCulture, $".plot .{ColourOf(i)}{{stroke:{pick(Colours[i])}}}.plot .f.{ColourOf(i)}{{fill:{pick(Colours[i])}}}");
    }

    private static string ColourOf(int index) => "c" + (index % Colours.Length).ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static void Line(StringBuilder svg, FormattableString text) =>
        svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
