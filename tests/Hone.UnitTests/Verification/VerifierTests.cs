using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Hone.Verification;
using Xunit;

namespace Hone.UnitTests.Verification;

public sealed class VerifierTests
{
    private sealed record Case(string Verifier, VerdictKind Expected, string Reference, string Completion);

    [Fact]
    public void Table_has_no_false_accept_and_at_most_one_percent_false_rejects()
    {
        List<Case> cases = ReadTable();
        Assert.True(cases.Count >= 300, $"{cases.Count} cases");
        var falseAccepts = new List<string>();
        var falseRejects = new List<string>();
        var undecidable = new List<string>();
        foreach (Case c in cases)
        {
            Verdict verdict = Verifiers.Create(c.Verifier).Verify(c.Completion, c.Reference);
            string line = $"{c} -> {verdict.Kind}: {verdict.Reason}";
            if (verdict.IsCorrect && c.Expected != VerdictKind.Correct) falseAccepts.Add(line);
            if (!verdict.IsCorrect && c.Expected == VerdictKind.Correct) falseRejects.Add(line);
            if ((verdict.Kind == VerdictKind.Undecidable) != (c.Expected == VerdictKind.Undecidable)) undecidable.Add(line);
        }
        Assert.Empty(falseAccepts);
        Assert.Empty(undecidable);
        int positives = cases.Count(c => c.Expected == VerdictKind.Correct);
        Assert.True(falseRejects.Count <= positives / 100.0, string.Join("\n", falseRejects));
    }

    [Fact]
    public void Rewards_are_one_zero_and_none()
    {
        Assert.Equal(1.0, Verdict.Correct().Reward);
        Assert.Equal(0.0, Verdict.Incorrect("x").Reward);
        Assert.Null(Verdict.Undecidable("x").Reward);
        Assert.Null(default(Verdict).Reward);
        Assert.Equal("", default(Verdict).Reason);
    }

    [Fact]
    public void Any_two_integers_agree_with_their_equality()
    {
        IVerifier[] verifiers = [new MarkedIntegerVerifier(), new LastIntegerVerifier()];
        Prop.ForAll<int, int>((a, b) => verifiers.All(v =>
            v.Verify($"# {a}", $"{b}").IsCorrect == (a == b) && v.Verify($" #{a}", $"{a}").IsCorrect)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Thousands_separators_are_read_as_written_by_the_framework()
    {
        var verifier = new LastIntegerVerifier();
        Prop.ForAll<long>(n => verifier.Verify("It is " + n.ToString("N0", CultureInfo.InvariantCulture) + ".", $"{n}").IsCorrect)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Arbitrary_text_never_throws()
    {
        IVerifier[] verifiers = [.. ReadTable().Select(c => c.Verifier).Distinct().Select(Verifiers.Create)];
        Prop.ForAll<string, string>((a, b) =>
        {
            foreach (IVerifier v in verifiers)
            {
                v.Verify(a ?? "", b ?? "");
                v.Verify((a ?? "") + "#" + b, "5");
                v.Verify((a ?? "") + "5" + b, "5");
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Long_input_is_judged_without_overflow_or_blow_up()
    {
        string digits = new('9', 200_000);
        Assert.True(new MarkedIntegerVerifier().Verify("#" + digits, digits).IsCorrect);
        Assert.True(new LastIntegerVerifier().Verify("is " + digits, digits).IsCorrect);
        Assert.False(new LastIntegerVerifier().Verify(string.Concat(Enumerable.Repeat("1,", 100_000)) + "1", "1").IsCorrect);
        Assert.False(new RegexFormatVerifier("(a|aa)+b").Verify(new string('a', 100_000), "").IsCorrect);
        Assert.Equal(VerdictKind.Incorrect, new MarkedIntegerVerifier().Verify(new string('#', 200_000), "1").Kind);
    }

    [Fact]
    public void Names_make_the_verifier_again()
    {
        foreach (string name in ReadTable().Select(c => c.Verifier).Distinct())
            Assert.Equal(name, Verifiers.Create(name).Name);
    }

    [Theory]
    [InlineData("marked_intger")]
    [InlineData("regex:")]
    [InlineData("regex:(")]
    [InlineData("regex:a)|(b")]
    [InlineData(@"regex:(a)\1")]
    [InlineData("regex:(?=a)")]
    [InlineData("last_integer:x")]
    [InlineData("exact_match:upper")]
    [InlineData("marked_integer:")]
    [InlineData("marked_integer:5")]
    [InlineData("marked_integer:a-")]
    [InlineData("marked_integer:a ")]
    [InlineData("")]
    public void Bad_names_and_settings_are_refused(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => Verifiers.Create(name));

    [Fact]
    public void Null_is_refused()
    {
        foreach (string name in ReadTable().Select(c => c.Verifier).Distinct())
        {
            Assert.Throws<ArgumentNullException>(() => Verifiers.Create(name).Verify(null!, ""));
            Assert.Throws<ArgumentNullException>(() => Verifiers.Create(name).Verify("", null!));
        }
    }

    private static List<Case> ReadTable()
    {
        var cases = new List<Case>();
        foreach (string line in VerdictTable.Text.Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
        {
            string[] cells = [.. line.Split(" | ").Select(Unescape)];
            Assert.True(cells.Length == 4, line);
            VerdictKind kind = cells[1] switch
            {
                "C" => VerdictKind.Correct,
                "I" => VerdictKind.Incorrect,
                "U" => VerdictKind.Undecidable,
                _ => throw new InvalidDataException(line),
            };
            cases.Add(new Case(cells[0], kind, cells[2], cells[3]));
        }
        return cases;
    }

    private static string Unescape(string cell)
    {
        string text = cell.Trim();
        if (text.Length >= 2 && text[0] == '"' && text[^1] == '"') text = text[1..^1];
        var result = new StringBuilder();
        foreach (Match m in Regex.Matches(text, @"\\u[0-9a-f]{4}|\\.|[^\\]", RegexOptions.Singleline))
        {
            result.Append(m.Value switch
            {
                @"\n" => "\n",
                @"\r" => "\r",
                @"\t" => "\t",
                @"\p" => "|",
                @"\\" => "\\",
                { Length: 6 } => ((char)int.Parse(m.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
                _ => m.Value,
            });
        }
        return result.ToString();
    }
}
