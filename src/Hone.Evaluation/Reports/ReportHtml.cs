using System.Globalization;
using System.Net;
using System.Text;
using Hone.Evaluation.Results;
using Hone.Evaluation.Statistics;

namespace Hone.Evaluation.Reports;

/// <summary>
/// Writes a report as one HTML page (<c>report.html</c>) that needs nothing else: no script, no font, no
/// picture from elsewhere. Light or dark follows the reader's setting. All text from outside is escaped.
/// </summary>
public static class ReportHtml
{
    private const string Dash = "–";

    /// <summary>The page as text.</summary>
    /// <param name="report">What to show.</param>
    public static string Render(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append($"<title>{Escape(report.Title)}</title>\n<style>{ReportStyle.Css}{SvgPlot.StyleSheet}</style>\n</head>\n<body>\n<main>\n");
        AppendHeader(page, report);
        AppendHeadline(page, report);
        AppendMeasurements(page, report);
        AppendPlots(page, report.Plots);
        foreach (ReportTable table in report.Tables) AppendTable(page, table);
        AppendExamples(page, report.Examples);
        AppendPairs(page, "Settings", report.Settings);
        AppendPairs(page, "Machine", report.Machine);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void AppendHeader(StringBuilder page, RunReport report)
    {
        string created = report.Created.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        page.Append($"<header><p class=\"kicker\">Hone report · {created}</p><h1>{Escape(report.Title)}</h1>");
        if (report.Summary.Length > 0) page.Append($"<p class=\"summary\">{Escape(report.Summary)}</p>");
        page.Append("</header>\n");
    }

    private static void AppendHeadline(StringBuilder page, RunReport report)
    {
        var cards = new StringBuilder();
        if (report.Before is { } before) AppendCard(cards, "pass@1 before", before.Sampled.Accuracy, "");
        if (report.After is { } after) AppendCard(cards, "pass@1 after", after.Sampled.Accuracy, " strong");
        if (report.Difference is { } d)
            AppendCard(cards, "difference, points", Signed(d.Value), $"95 %: {Signed(d.Low)} to {Signed(d.High)}, paired", "");
        if ((report.Before ?? report.After)?.Forced is { } forced)
            AppendCard(cards, report.Before?.Forced is null ? "work forced, after" : "work forced, before", forced.Accuracy, "");
        if (report.MaxLogProbDifference is { } difference)
        {
            string value = difference == 0 ? "0" : difference.ToString("0.###e0", CultureInfo.InvariantCulture);
            string note = difference == 0
                ? $"max over {report.LogProbDifferenceSteps} steps: exactly equal"
                : $"max over {report.LogProbDifferenceSteps} steps: should be 0";
            AppendCard(cards, "decode vs. loss log-prob", value, note, difference == 0 ? "" : " bad");
        }
        if (cards.Length > 0) page.Append("<section class=\"cards\">\n").Append(cards).Append("</section>\n");
    }

    private static void AppendCard(StringBuilder page, string label, Estimate e, string style) =>
        AppendCard(page, label, Percent(e.Value), $"95 %: {Percent(e.Low)} to {Percent(e.High)}", style);

    private static void AppendCard(StringBuilder page, string label, string value, string note, string style) =>
        page.Append($"<div class=\"card{style}\"><p>{Escape(label)}</p><b>{Escape(value)}</b><small>{Escape(note)}</small></div>\n");

    private static void AppendMeasurements(StringBuilder page, RunReport report)
    {
        if ((report.Before ?? report.After) is not { } any) return;
        EvalMetrics? before = report.Before?.Sampled, after = report.After?.Sampled;
        var rows = new List<IReadOnlyList<string>>();
        void Row(string name, Func<ReportMeasurement, string?> cell)
        {
            string? first = report.Before is { } b ? cell(b) : null, second = report.After is { } a ? cell(a) : null;
            if (first is not null || second is not null) rows.Add([name, first ?? Dash, second ?? Dash]);
        }
        foreach (int k in (before?.PassAt.Keys ?? []).Concat(after?.PassAt.Keys ?? []).Distinct().Order())
            Row($"pass@{k}", m => m.Sampled.PassAt.TryGetValue(k, out Estimate e) ? WithInterval(e) : null);
        Row($"majority vote of {Sizes(any.Sampled)}", m => m.Sampled.Majority is { } e ? WithInterval(e) : null);
        Row("greedy", m => m.Greedy is { } g ? WithInterval(g.Accuracy) : null);
        Row("greedy, work forced", m => m.Forced is { } f ? WithInterval(f.Accuracy) : null);
        Row("share that shows its work", m => m.Sampled.WorkShare is { } w ? Percent(w) : null);
        Row("accuracy when it does", m => m.Sampled.AccuracyGivenWork is { } w ? Percent(w) : null);
        Row("mean length, tokens", m => m.Sampled.MeanTokens.ToString("0.0", CultureInfo.InvariantCulture));
        Row("ended by itself", m => Percent(m.Sampled.TerminatedShare));
        Row("not judged (bad reference)", m => m.Sampled.Undecidable > 0 ? m.Sampled.Undecidable.ToString(CultureInfo.InvariantCulture) : null);
        string note = string.Create(CultureInfo.InvariantCulture, $"{any.Sampled.Problems:N0} held-out problems, {any.Sampled.Samples:N0} samples; intervals are 95 %.") +
 " Work forced: the same problems, worded so that the model always shows its work. It tells what the model can do, next to what it does.";
        if (any.Forced is null) note = note[..note.IndexOf(" Work forced", StringComparison.Ordinal)];
        AppendTable(page, new ReportTable("Measurements", ["", "before", "after"], rows, note));
    }

    private static string Sizes(EvalMetrics metrics) =>
        metrics.Samples % metrics.Problems == 0 ? (metrics.Samples / metrics.Problems).ToString(CultureInfo.InvariantCulture) : "all";

    private static void AppendPlots(StringBuilder page, IReadOnlyList<SvgPlot> plots)
    {
        if (plots.Count == 0) return;
        page.Append("<section class=\"plots\">\n");
        foreach (SvgPlot plot in plots) page.Append("<figure>").Append(plot.Render(standalone: false)).Append("</figure>\n");
        page.Append("</section>\n");
    }

    private static void AppendTable(StringBuilder page, ReportTable table)
    {
        page.Append($"<section><h2>{Escape(table.Caption)}</h2><div class=\"scroll\"><table><thead><tr>");
        foreach (string cell in table.Header) page.Append($"<th>{Escape(cell)}</th>");
        page.Append("</tr></thead><tbody>\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            page.Append("<tr>");
            foreach (string cell in row) page.Append($"<td>{Escape(cell)}</td>");
            page.Append("</tr>\n");
        }
        page.Append("</tbody></table></div>");
        if (table.Note.Length > 0) page.Append($"<p class=\"note\">{Escape(table.Note)}</p>");
        page.Append("</section>\n");
    }

    private static void AppendExamples(StringBuilder page, IReadOnlyList<ReportExample> examples)
    {
        if (examples.Count == 0) return;
        page.Append("<section><h2>Completions</h2>\n");
        foreach (ReportExample example in examples)
        {
            page.Append($"<article><pre class=\"prompt\">{Escape(example.Prompt)}</pre><p class=\"note\">reference answer: <code>{Escape(example.Reference)}</code></p><div class=\"pair\">");
            AppendCompletions(page, "before", example.Before);
            AppendCompletions(page, "after", example.After);
            page.Append("</div></article>\n");
        }
        page.Append("</section>\n");
    }

    private static void AppendCompletions(StringBuilder page, string heading, IReadOnlyList<ReportCompletion> completions)
    {
        if (completions.Count == 0) return;
        page.Append($"<div><h3>{heading}</h3>");
        foreach (ReportCompletion completion in completions)
        {
            (string style, string mark, string label) = completion.Correct ? ("right", "✓", "correct") : ("wrong", "✗", "incorrect");
            page.Append($"<pre class=\"{style}\"><span role=\"img\" aria-label=\"{label}\">{mark}</span> {Escape(completion.Text.Trim())}</pre>");
        }
        page.Append("</div>");
    }

    private static void AppendPairs(StringBuilder page, string heading, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        if (pairs.Count == 0) return;
        page.Append($"<section><h2>{heading}</h2><dl>\n");
        foreach ((string key, string value) in pairs) page.Append($"<dt>{Escape(key)}</dt><dd>{Escape(value)}</dd>\n");
        page.Append("</dl></section>\n");
    }

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Signed(double share) => (share * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    private static string WithInterval(Estimate e) =>
        string.Create(CultureInfo.InvariantCulture, $"{e.Value * 100:0.0}\u00a0% ({e.Low * 100:0.0}\u00a0to\u00a0{e.High * 100:0.0})");

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
