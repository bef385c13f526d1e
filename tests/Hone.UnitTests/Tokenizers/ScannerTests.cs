using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

public sealed class ScannerTests
{
    public static TheoryData<string> Patterns => [Gpt2Scanner.Pattern, Llama3Scanner.ThreeDigitPattern, Llama3Scanner.OneDigitPattern, O200kScanner.Pattern, DeepSeekScanner.Pattern, @"\p{N}{1,3}", @"\p{N}"];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_hand_written_scanner_cuts_as_the_regular_expression_does(string pattern)
    {
        // Ignoring case, .NET does not fold the long s, which the scanners do.
        IPatternMatcher scanner = pattern switch
        {
            Gpt2Scanner.Pattern => new Gpt2Scanner(),
            Llama3Scanner.ThreeDigitPattern => new Llama3Scanner(3),
            Llama3Scanner.OneDigitPattern => new Llama3Scanner(1),
            O200kScanner.Pattern => new O200kScanner(),
            @"\p{N}{1,3}" => new DigitRunScanner(3),
            @"\p{N}" => new DigitRunScanner(1),
            _ => new DeepSeekScanner(),
        };
        var regex = new RegexMatcher(pattern);
        Properties.Hold(Properties.Text(loneSurrogates: false), text =>
        {
            text = text.Replace('\u017F', 's');
            var expected = new List<TextPiece>();
            var got = new List<TextPiece>();
            regex.FindMatches(text, expected);
            scanner.FindMatches(text, got);
            return expected.SequenceEqual(got) ? true : throw new InvalidOperationException(
                $"{System.Text.Json.JsonSerializer.Serialize(text)}\nexpected {string.Join(' ', expected)}\ngot {string.Join(' ', got)}");
        }, 3000);
    }

    [Fact]
    public void Ignoring_case_the_long_s_is_an_s()
    {
        var pieces = new List<TextPiece>();
        new Llama3Scanner(3).FindMatches("a'\u017Fb", pieces);
        Assert.Equal([new(0, 1), new(1, 3), new(3, 4)], pieces);
    }

    [Theory]
    [InlineData(SplitBehavior.Isolated, false, "[the][-][final][-][-][countdown]")]
    [InlineData(SplitBehavior.Removed, false, "[the][final][countdown]")]
    [InlineData(SplitBehavior.MergedWithPrevious, false, "[the-][final-][-][countdown]")]
    [InlineData(SplitBehavior.MergedWithNext, false, "[the][-final][-][-countdown]")]
    [InlineData(SplitBehavior.Contiguous, false, "[the][-][final][--][countdown]")]
    [InlineData(SplitBehavior.Removed, true, "[-][-][-]")]
    [InlineData(SplitBehavior.MergedWithPrevious, true, "[the][-final][-][-countdown]")]
    public void Split_behaviours_are_those_of_the_tokenizers_library(SplitBehavior behavior, bool invert, string expected)
    {
        foreach (PreTokenizerStep step in new[] { PreTokenizerStep.Split("-", false, behavior, invert), PreTokenizerStep.Split("[-]", true, behavior, invert) })
        {
            const string Text = "the-final--countdown";
            var pieces = new List<TextPiece>();
            Splitter.From(step).Split(Text, new TextPiece(0, Text.Length), [], pieces);
            Assert.Equal(expected, string.Concat(pieces.Select(piece => $"[{Text[piece.Start..piece.End]}]")));
        }
    }

    [Fact]
    public void Behaviours_lose_no_text_and_make_no_empty_piece()
    {
        foreach (SplitBehavior behavior in Enum.GetValues<SplitBehavior>())
        {
            if (behavior == SplitBehavior.Removed) continue;
            foreach (string pattern in new[] { @"\p{N}{1,3}", @"\s+", "(?=[a-z])", "[A-Z]|$" })
            {
                foreach (bool invert in new[] { false, true })
                {
                    Splitter splitter = Splitter.From(PreTokenizerStep.Split(pattern, true, behavior, invert));
                    Properties.Hold(Properties.Text(loneSurrogates: false), text =>
                    {
                        var pieces = new List<TextPiece>();
                        if (text.Length > 0) splitter.Split(text, new TextPiece(0, text.Length), [], pieces);
                        return pieces.All(piece => piece.End > piece.Start) && string.Concat(pieces.Select(piece => text[piece.Start..piece.End])) == text;
                    }, 100);
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("(")]
    [InlineData("[[:fancy:]]")]
    [InlineData(@"\X")]
    [InlineData(@"(a)\1")]
    [InlineData(@"\p{Ogham}")]
    [InlineData(@"(?<=a+)b")]
    [InlineData("[b-a]")]
    [InlineData("a{2,1}")]
    [InlineData("a{1001}")]
    [InlineData("(?:(?:ab){1000}){1000}")]
    [InlineData("(?m:a)")]
    [InlineData("(?<x>a)")]
    public void A_pattern_that_this_engine_would_read_differently_is_refused(string pattern) =>
        Assert.ThrowsAny<ArgumentException>(() => new RegexMatcher(pattern));

    [Fact]
    public void A_deeply_nested_or_long_pattern_is_refused_or_works()
    {
        Assert.ThrowsAny<ArgumentException>(() => new RegexMatcher(new string('a', RegexMatcher.MaxPatternLength + 1)));
        string Nested(int depth) => string.Concat(Enumerable.Repeat("(?:", depth)) + "a" + new string(')', depth);
        Assert.ThrowsAny<ArgumentException>(() => new RegexMatcher(Nested(2000)));
        var matches = new List<TextPiece>();
        new RegexMatcher(Nested(40)).FindMatches("ba", matches);
        Assert.Equal([new(1, 2)], matches);
    }

    [Fact]
    public void A_pattern_that_backtracks_for_ever_ends_with_an_error()
    {
        string json = TestTokenizers.Json(preTokenizer: """{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"(?:a|aa)+(?=b)(?!c)"},"behavior":"Isolated","invert":false},{"type":"ByteLevel","add_prefix_space":false,"use_regex":false}]}""");
        ByteLevelBpe tokenizer = TestTokenizers.Load(json);
        Assert.Equal("[a][b]", tokenizer.Pieces("ab"));
        Assert.Throws<TokenizerFormatException>(() => tokenizer.Encode(new string('a', 5000) + "d"));
    }
}
