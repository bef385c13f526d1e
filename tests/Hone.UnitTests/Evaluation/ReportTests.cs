using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hone.Evaluation.Reports;
using Hone.Evaluation.Results;
using Hone.Evaluation.Statistics;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed class ReportTests
{
    private const string Hostile = "<script>alert('x')</script>\"&<img src=http://evil>";

    [Fact]
    public void Plot_is_well_formed_and_puts_points_where_they_belong()
    {
        var plot = new SvgPlot
        {
            Title = "t " + Hostile, XLabel = "step", YLabel = "reward", YMin = 0, YMax = 1, Percent = true, Width = 400, Height = 300,
            Series = [new PlotSeries("a" + Hostile, [(0, 0), (50, 0.5), (100, 1)]), new PlotSeries("b", [(0, double.NaN), (10, 0.5), (20, double.NaN)])],
        };
        XElement svg = XElement.Parse(plot.Render());
        XNamespace ns = "http://www.w3.org/2000/svg";
        XElement line = svg.Elements(ns + "path").Single(p => p.Attribute("class")!.Value == "l c0" && p.Attribute("d")!.Value.Contains('L'));
        double[] n = [.. Regex.Matches(line.Attribute("d")!.Value, "[0-9.]+").Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];
        Assert.Equal(6, n.Length);
        Assert.Equal((n[0] + n[4]) / 2, n[2], 0.011);
        Assert.Equal((n[1] + n[5]) / 2, n[3], 0.011);
        Assert.Equal(400 - 18, n[4], 0.011);
        Assert.True(n[5] < n[1]);
        XElement dot = Assert.Single(svg.Elements(ns + "circle"));
        Assert.Equal(n[3], double.Parse(dot.Attribute("cy")!.Value, CultureInfo.InvariantCulture), 0.011);
        Assert.Contains("0 %", svg.Value);
        Assert.Contains("100 %", svg.Value);
        Assert.Contains("prefers-color-scheme:dark", svg.Value);
        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName is "script" or "img" or "image");
    }

    [Fact]
    public void Plots_of_odd_data_stay_finite()
    {
        (double, double)[][] data =
        [
            [], [(1, 5)], [(1, 5), (2, 5)], [(0, 0), (0, 0)], [(double.NaN, 1)], [(0, 1e300), (1, -1e300)], [(0, 1e-300), (1, 2e-300)],
            [(1, double.PositiveInfinity), (2, 3), (3, double.NegativeInfinity)], [(-5, 1e9), (1e6, 1.0000001e9)],
        ];
        foreach ((double, double)[] points in data)
        {
            string text = new SvgPlot { Series = [new PlotSeries("s", points)] }.Render();
            XElement.Parse(text);
            Assert.DoesNotContain("NaN", text);
            Assert.DoesNotContain("∞", text);
            Assert.DoesNotContain("Infinity", text);
            Assert.True(text.Length < 100_000);
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => new SvgPlot { Width = 10 }.Render());
    }

    [Fact]
    public void Axis_labels_are_round()
    {
        Assert.Equal(["0", "20", "40", "60", "80", "100"], Labels(new PlotAxis(0, 97, 5, false, true)));
        Assert.Equal(["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"], Labels(new PlotAxis(0.003, 0.98, 5, true, true)));
        Assert.Equal(["-0.2", "-0.1", "0.0", "0.1"], Labels(new PlotAxis(-0.11, 0.09, 3, false, true)));
        Assert.Equal(["10", "20", "30", "40", "50"], Labels(new PlotAxis(1, 50, 5, false, false)));
        Assert.Equal(["0.00012", "0.00014"], Labels(new PlotAxis(0.00011, 0.00015, 2, false, false)));

        static string[] Labels(PlotAxis axis) => [.. axis.Ticks.Select(axis.Label)];
    }

    [Fact]
    public void Page_is_self_contained_and_escaped()
    {
        string page = ReportHtml.Render(Sample(Hostile));
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotMatch("(?i)@import|url\\(", page);
        Assert.DoesNotContain("http://", page.Replace("http://evil", "", StringComparison.Ordinal));
        Assert.Contains("&lt;script&gt;", page);
        Assert.Contains("prefers-color-scheme:dark", page);
        // Apart from the doctype and the void elements the page is XML, so nothing is left open.
        string xml = Regex.Replace(page.Replace("<!doctype html>", "", StringComparison.Ordinal), "<(meta[^>]*)>", "<$1/>");
        XElement html = XElement.Parse(xml);
        Assert.Equal(2, html.Descendants("svg").Count());
        Assert.DoesNotContain(html.Descendants().Attributes(), a => a.Name.LocalName is "src" or "href" or "onload" or "onerror");
        foreach (string text in new[] { "15.0 %", "95.0 %", "pass@16", "forced", "exactly equal", "random reward" }) Assert.Contains(text, html.Value);
    }

    [Fact]
    public void Parts_that_are_missing_are_left_out()
    {
        var report = new RunReport { Title = "bare", Created = DateTimeOffset.UnixEpoch };
        string page = ReportHtml.Render(report);
        Assert.DoesNotContain("<section", page);
        using var stream = new MemoryStream();
        ReportJson.Write(report, stream);
        using JsonDocument json = JsonDocument.Parse(stream.ToArray());
        Assert.False(json.RootElement.TryGetProperty("before", out _));
        string half = ReportHtml.Render(Sample("x") with { After = null, MaxLogProbDifference = 0.001 });
        Assert.Contains("should be 0", half);
        Assert.DoesNotContain("pass@1 after", half);
    }

    [Fact]
    public void Report_json_holds_the_numbers()
    {
        using var stream = new MemoryStream();
        ReportJson.Write(Sample(Hostile), stream);
        using JsonDocument json = JsonDocument.Parse(stream.ToArray());
        JsonElement root = json.RootElement;
        Assert.Equal(1, root.GetProperty("schema_version").GetInt32());
        Assert.Equal(0.15, root.GetProperty("before").GetProperty("sampled").GetProperty("accuracy").GetProperty("value").GetDouble());
        Assert.Equal(0.9, root.GetProperty("after").GetProperty("sampled").GetProperty("pass@16").GetProperty("low").GetDouble(), 1e-12);
        Assert.Equal(0, root.GetProperty("sampling_logp_difference_max").GetDouble());
        Assert.Equal(Hostile, root.GetProperty("settings").GetProperty("a" + Hostile).GetString());
        Assert.Equal(50, root.GetProperty("plots")[0].GetProperty("series").GetProperty("reward").GetArrayLength());
        Assert.Equal("random reward", root.GetProperty("tables")[0].GetProperty("rows")[0][0].GetString());
        Assert.True(root.GetProperty("examples")[0].GetProperty("after")[0].GetProperty("correct").GetBoolean());
    }

    private static EvalMetrics Metrics(double accuracy, double passAt16, double work, double tokens) => new()
    {
        Problems = 512, Samples = 8192, Undecidable = 0, Accuracy = new Estimate(accuracy, accuracy - 0.02, accuracy + 0.02),
        PassAt = new Dictionary<int, Estimate>
        {
            [1] = new(accuracy, accuracy - 0.02, accuracy + 0.02), [16] = new(passAt16, passAt16 - 0.1, Math.Min(1, passAt16 + 0.1)),
        },
        Majority = new Estimate(accuracy, 0, 1), WorkShare = work, AccuracyGivenWork = 0.9, MeanTokens = tokens,
        TerminatedShare = 1, MeanLogProb = -0.3,
    };

    // Invented numbers: they only show that the page holds what it is given.
    private static RunReport Sample(string text) => new()
    {
        Title = "Tracker, 50 steps " + text, Summary = "Invented data. " + text, Created = DateTimeOffset.UnixEpoch,
        Before = new ReportMeasurement { Sampled = Metrics(0.15, 0.9, 0.08, 8), Greedy = Metrics(0.08, 0.9, 0, 4), Forced = Metrics(0.99, 1, 1, 42) },
        After = new ReportMeasurement { Sampled = Metrics(0.95, 1.0, 0.99, 42), Greedy = Metrics(0.96, 1, 1, 42), Forced = Metrics(0.99, 1, 1, 42) },
        Difference = new Estimate(0.8, 0.78, 0.82), MaxLogProbDifference = 0, LogProbDifferenceSteps = 50,
        Plots =
        [
            new SvgPlot
            {
                Title = "Reward " + text, XLabel = "step", YLabel = "mean reward", YMin = 0, YMax = 1, Percent = true,
                Series = [new PlotSeries("reward", [.. Enumerable.Range(1, 50).Select(i => ((double)i, 1 - 0.85 * Math.Exp(-i / 8.0)))])],
            },
            new SvgPlot { Title = "Length", XLabel = "step", YLabel = "tokens", Series = [new PlotSeries("length", [(1, 8), (50, 42)]), new PlotSeries("p95", [(1, 12), (50, 55)])] },
        ],
        Tables = [new ReportTable("Controls " + text, ["control", "pass@1"], [["random reward", "9.2 %"], [text, text]], "Three seeds. " + text)],
        Examples = [new ReportExample("Q: " + text, "93", [new ReportCompletion(" #12 " + text, false)], [new ReportCompletion(" 45+5=50. #50", true)])],
        Settings = [new("a" + text, text), new("learning_rate", "1e-4")],
        Machine = [new("processor", "two cores")],
    };
}
