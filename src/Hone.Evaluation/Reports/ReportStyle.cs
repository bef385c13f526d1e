namespace Hone.Evaluation.Reports;

/// <summary>The style sheet of the report page.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root{--ink:#1f2328;--soft:#57606a;--line:#d8dee4;--page:#fff;--panel:#f6f8fa;--good:#1a7f4b;--bad:#b42318;--accent:#1f6feb}
        @media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--line:#30363d;--page:#0d1117;--panel:#161b22;--good:#57d08c;--bad:#ff8a7a;--accent:#6cb0ff}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--ink);font:15px/1.55 system-ui,-apple-system,'Segoe UI',sans-serif}
        main{max-width:1060px;margin:0 auto;padding:32px 20px 64px}
        h1{margin:0;font-size:28px;line-height:1.25;overflow-wrap:anywhere}
        h2{margin:36px 0 10px;font-size:18px}
        h3{margin:0 0 6px;font-size:13px;color:var(--soft);font-weight:600}
        .kicker{margin:0 0 4px;color:var(--soft);font-size:13px}
        .summary{margin:8px 0 0;max-width:70ch;overflow-wrap:anywhere}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(178px,1fr));gap:12px;margin-top:24px}
        .card{padding:14px 16px;background:var(--panel);border:1px solid var(--line);border-radius:8px}
        .card p{margin:0;color:var(--soft);font-size:13px}
        .card b{display:block;font-size:26px;line-height:1.3;font-variant-numeric:tabular-nums;white-space:nowrap}
        .card small{display:block;color:var(--soft);font-size:12px;line-height:1.4}
        .card.strong{border-color:var(--accent)}.card.strong b{color:var(--accent)}
        .card.bad{border-color:var(--bad)}.card.bad b{color:var(--bad)}
        .plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(440px,100%),1fr));gap:12px;margin-top:28px}
        figure{margin:0;padding:12px 8px 4px;border:1px solid var(--line);border-radius:8px}
        .plot{display:block;width:100%;height:auto}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;min-width:50%;font-variant-numeric:tabular-nums}
        th,td{padding:6px 18px 6px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;white-space:pre-wrap}
        th{color:var(--soft);font-weight:600;font-size:13px}
        .note{margin:8px 0 0;color:var(--soft);font-size:13px;max-width:90ch}
        article{margin:14px 0;padding:14px 16px;border:1px solid var(--line);border-radius:8px}
        pre{margin:0 0 6px;padding:6px 10px;background:var(--panel);border-left:3px solid var(--line);font:13px/1.5 ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
        pre.prompt{border:0;padding:0;background:none;font-weight:600}
        pre.right{border-color:var(--good)}pre.right span{color:var(--good)}
        pre.wrong{border-color:var(--bad)}pre.wrong span{color:var(--bad)}
        .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(380px,100%),1fr));gap:16px;margin-top:10px}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 24px;margin:0}
        dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}

        """;
}
