using System.Buffers;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// Finds added tokens in a text: at the leftmost place the longest one, then on from its end. Follows
/// <c>AddedVocabulary::find_matches</c> of the Hugging Face tokenizers library. Immutable.
/// </summary>
internal sealed class AddedTokenMatcher
{
    private readonly AddedToken[] _tokens;
    private readonly SearchValues<char> _firstChars;
    private readonly Dictionary<long, int> _next = [];
    private readonly List<int> _tokenAt = [-1];

    /// <param name="tokens">The tokens.</param>
    /// <param name="patterns">The text to look for, one a token; an empty one is never found.</param>
    public AddedTokenMatcher(IReadOnlyList<AddedToken> tokens, IReadOnlyList<string> patterns)
    {
        _tokens = [.. tokens];
        var first = new HashSet<char>();
        for (int t = 0; t < _tokens.Length; t++)
        {
            if (patterns[t].Length == 0) continue;
            first.Add(patterns[t][0]);
            int node = 0;
            foreach (char c in patterns[t])
            {
                if (!_next.TryGetValue(Key(node, c), out int child))
                {
                    child = _tokenAt.Count;
                    _tokenAt.Add(-1);
                    _next.Add(Key(node, c), child);
                }
                node = child;
            }
            if (_tokenAt[node] < 0) _tokenAt[node] = t;
        }
        _firstChars = SearchValues.Create([.. first]);
    }

    public bool IsEmpty => _next.Count == 0;

    /// <summary>Finds the next token at or after <paramref name="from"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the search begins; moves behind the spelling of the token found.</param>
    /// <param name="covered">What earlier tokens already cover, so that white space is not taken twice.</param>
    /// <param name="skipSpecial">Whether special tokens count as ordinary text.</param>
    /// <param name="piece">The stretch of the token, stripped white space included.</param>
    /// <returns>The token, or null at the end of the text.</returns>
    public AddedToken? Next(ReadOnlySpan<char> text, ref int from, int covered, bool skipSpecial, out TextPiece piece)
    {
        while (from < text.Length)
        {
            int at = text[from..].IndexOfAny(_firstChars);
            if (at < 0) break;
            int start = from + at;
            int found = LongestAt(text, start, out int end);
            if (found < 0)
            {
                from = start + 1;
                continue;
            }
            from = end;
            AddedToken token = _tokens[found];
            if (skipSpecial && token.Special) continue;
            if (token.SingleWord && (TouchesWord(text[..start], last: true) || TouchesWord(text[end..], last: false))) continue;
            if (token.LeftStrip)
            {
                while (start > covered && char.IsWhiteSpace(text[start - 1])) start--;
            }
            if (token.RightStrip) end = CharClasses.RunOf(text, end, CharClass.Space);
            piece = new TextPiece(start, end);
            return token;
        }
        from = text.Length;
        piece = default;
        return null;
    }

    private int LongestAt(ReadOnlySpan<char> text, int start, out int end)
    {
        int node = 0;
        int found = -1;
        end = start;
        for (int i = start; i < text.Length && _next.TryGetValue(Key(node, text[i]), out node); i++)
        {
            if (_tokenAt[node] < 0) continue;
            found = _tokenAt[node];
            end = i + 1;
        }
        return found;
    }

    private static bool TouchesWord(ReadOnlySpan<char> text, bool last)
    {
        Rune rune;
        OperationStatus status = last ? Rune.DecodeLastFromUtf16(text, out rune, out _) : Rune.DecodeFromUtf16(text, out rune, out _);
        return status == OperationStatus.Done && CharClasses.IsWord(rune.Value);
    }

    private static long Key(int node, char c) => ((long)node << 16) | c;
}
