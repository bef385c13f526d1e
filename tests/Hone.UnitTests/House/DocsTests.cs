using System.Text.RegularExpressions;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.House;

/// <summary>The pages under docs/ name files that exist, and say of the code what the code says of itself.</summary>
public sealed partial class DocsTests
{
    private static readonly string[] Roots = ["src/", "tests/", "docs/", "recipes/", "models/", "tools/", "benchmarks/", "experiments/"];

    public static TheoryData<string> Pages =>
        [.. RepositoryFolder.Files("docs", "*.md")];

    [Theory, MemberData(nameof(Pages))]
    public void EveryLinkLeadsToAFileAndAHeading(string page)
    {
        var broken = new List<string>();
        foreach (Match link in Link().Matches(WithoutFences(page)))
        {
            string target = link.Groups["target"].Value;
            if (target.Contains("://", StringComparison.Ordinal))
                continue;
            string[] parts = target.Split('#', 2);
            string file = parts[0].Length == 0 ? At(page) : Path.GetFullPath(parts[0], Path.GetDirectoryName(At(page))!);
            if (!Path.Exists(file) || (parts.Length == 2 && !Headings(file).Contains(parts[1])))
                broken.Add(target);
        }
        Assert.Empty(broken);
    }

    [Theory, MemberData(nameof(Pages))]
    public void EveryPathThatIsNamedExists(string page)
    {
        var missing = new List<string>();
        foreach (Match code in Code().Matches(WithoutFences(page)))
        {
            string name = code.Groups["text"].Value;
            if (Array.Exists(Roots, r => name.StartsWith(r, StringComparison.Ordinal)) && !name.Contains(' ', StringComparison.Ordinal) && !Exists(name))
                missing.Add(name);
        }
        Assert.Empty(missing);
    }

    [Fact]
    public void EveryPaperCitedInTheSourcesHasARow()
    {
        string papers = File.ReadAllText(At("docs/papers.md"));
        var without = new SortedSet<string>(StringComparer.Ordinal);
        int cited = 0;
        foreach (string file in Sources())
        {
            foreach (Match citation in Citation().Matches(File.ReadAllText(file)))
            {
                cited++;
                if (!papers.Contains("arXiv " + citation.Groups["id"].Value, StringComparison.Ordinal))
                    without.Add($"{citation.Groups["id"].Value} in {Path.GetFileName(file)}");
            }
        }
        Assert.True(cited > 30, $"Only {cited} citations were found; the pattern no longer fits how they are written.");
        Assert.Empty(without);
    }

    [Fact]
    public void MetricKeysInTheTableAreWrittenSomewhere()
    {
        string sources = string.Concat(Sources().Select(File.ReadAllText));
        var unknown = new List<string>();
        foreach (string row in File.ReadLines(At("docs/metrics.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)))
        {
            foreach (Match key in Code().Matches(row.Split('|')[1]))
            {
                if (!sources.Contains($"\"{key.Groups["text"].Value}\"", StringComparison.Ordinal))
                    unknown.Add(key.Groups["text"].Value);
            }
        }
        Assert.Empty(unknown);
    }

    [Fact]
    public void TheContractPageIsAboutTheContractThatIsComputed()
    {
        using var backend = new ReferenceBackend();
        string page = File.ReadAllText(At("docs/numeric-contract.md"));
        Assert.StartsWith($"# The numeric contract `{backend.ContractId}`\n", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains($"tiles of {Backend.VocabularyTile} ", page, StringComparison.Ordinal);
        Assert.Contains($"column panels of {Backend.PanelWidth} ", page, StringComparison.Ordinal);
        Assert.Contains($"four pages of {KeyValuePages.PageTokens},", page, StringComparison.Ordinal);
        Assert.Contains($"Key tiles of {4 * KeyValuePages.PageTokens},", page, StringComparison.Ordinal);
    }

    [Fact]
    public void DecisionsAreNumberedWithoutGapsComplete()
    {
        string index = File.ReadAllText(At("docs/decisions/README.md"));
        string[] records = [.. Directory.GetFiles(At("docs/decisions"), "0*.md").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(records);
        for (int i = 0; i < records.Length; i++)
        {
            string name = Path.GetFileName(records[i]), text = File.ReadAllText(records[i]).ReplaceLineEndings("\n");
            Assert.StartsWith($"{i + 1:0000}-", name, StringComparison.Ordinal);
            Assert.StartsWith($"# {i + 1:0000}: ", text, StringComparison.Ordinal);
            foreach (string part in new[] { "\n## Context\n", "\n## Decision\n", "\n## Consequences\n" })
                Assert.Contains(part, text, StringComparison.Ordinal);
            Assert.Contains($"({name})", index, StringComparison.Ordinal);
        }
    }

    private static string At(string relative) => Path.Combine(RepositoryFolder.Root, relative);

    private static IEnumerable<string> Sources() => RepositoryFolder.Files("src", "*.cs").Select(At);

    // "<Op>" and "*" stand for any part of a name.
    private static bool Exists(string name)
    {
        if (!name.Contains('<', StringComparison.Ordinal) && !name.Contains('*', StringComparison.Ordinal))
            return Path.Exists(At(name));
        string folder = At(Path.GetDirectoryName(name)!), pattern = Placeholder().Replace(Path.GetFileName(name), "*");
        return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder, pattern).Any();
    }

    private static string WithoutFences(string page) => Fence().Replace(File.ReadAllText(At(page)).ReplaceLineEndings("\n"), "");

    // As GitHub makes anchors: lower case, letters, digits, '-' and '_' kept, spaces to '-'.
    private static HashSet<string> Headings(string file) =>
        [.. File.ReadLines(file).Where(l => l.StartsWith('#')).Select(l => NotInAnchor().Replace(l.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\[[^\]\n]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`(?<text>[^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^```.*?^```\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"arXiv[: ](?<id>\d{4}\.\d{4,5})")]
    private static partial Regex Citation();

    [GeneratedRegex("<[A-Za-z]+>")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();
}
