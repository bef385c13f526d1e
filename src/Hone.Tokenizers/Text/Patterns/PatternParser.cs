using System.Globalization;

namespace Hone.Tokenizers;

/// <summary>
/// Reads the pattern syntax of Oniguruma as far as tokenizer files use it; what it does not know is refused by name. Source:
/// <c>doc/RE</c> of kkos/oniguruma (its default syntax), read by code points.
/// </summary>
internal sealed partial class PatternParser
{
    private const int MaxDepth = 50;
    private const int MaxSets = 512;

    private readonly int[] _text;
    private readonly string _pattern;
    private int _at;
    private int _depth;
    private int _sets;
    private bool _ignoreCase;

    private PatternParser(string pattern)
    {
        _pattern = pattern;
        _text = [.. pattern.EnumerateRunes().Select(static rune => rune.Value)];
    }

    /// <exception cref="ArgumentException">The pattern is malformed or uses what is not supported.</exception>
    public static PatternNode Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        PatternNode node = parser.Choice();
        if (parser._at < parser._text.Length) throw parser.Malformed("a closing parenthesis without an opening one");
        return node;
    }

    private int Peek(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : -1;

    private bool Take(string literal)
    {
        for (int i = 0; i < literal.Length; i++)
        {
            if (Peek(i) != literal[i]) return false;
        }
        _at += literal.Length;
        return true;
    }

    private PatternNode Choice()
    {
        if (++_depth > MaxDepth) throw Malformed($"more than {MaxDepth} levels of groups");
        bool ignoreCase = _ignoreCase;
        var options = new List<PatternNode> { Sequence() };
        while (Take("|")) options.Add(Sequence());
        _ignoreCase = ignoreCase;
        _depth--;
        return options.Count == 1 ? options[0] : new PatternNode.Choice(options);
    }

    private PatternNode.Concat Sequence()
    {
        var parts = new List<PatternNode>();
        while (Peek() is not (-1 or '|' or ')'))
        {
            if (Atom() is { } atom) parts.Add(Quantified(atom));
        }
        return new PatternNode.Concat(parts);
    }

    private PatternNode Quantified(PatternNode node)
    {
        while (true)
        {
            (int min, int max) = (0, PatternNode.Unbounded);
            bool interval = false;
            if (Take("*")) { }
            else if (Take("+")) min = 1;
            else if (Take("?")) max = 1;
            else if (Peek() == '{' && Interval(out min, out max)) interval = true;
            else return node;
            if (node is PatternNode.Place or PatternNode.Look) throw Unsupported("a repeated condition");
            RepeatKind kind = Take("?") ? RepeatKind.Lazy : !interval && Take("+") ? RepeatKind.Possessive : RepeatKind.Greedy;
            node = new PatternNode.Repeat(node, min, max, kind);
        }
    }

    /// <summary>Reads <c>{n}</c>, <c>{n,}</c>, <c>{,m}</c> or <c>{n,m}</c>; a brace that begins none of them is itself.</summary>
    private bool Interval(out int min, out int max)
    {
        int start = _at++;
        bool hasMin = Number(out min);
        max = min;
        if (Take(","))
        {
            if (!Number(out max))
            {
                max = PatternNode.Unbounded;
                if (!hasMin) return Back(start);
            }
        }
        else if (!hasMin)
        {
            return Back(start);
        }
        if (!Take("}")) return Back(start);
        if (min > max) throw Malformed("an interval whose first number is the greater");
        if (Math.Max(min, max == PatternNode.Unbounded ? 0 : max) > 1000) throw Unsupported("a repetition of more than 1000");
        return true;
    }

    private bool Back(int start)
    {
        _at = start;
        return false;
    }

    private bool Number(out int value)
    {
        int start = _at;
        for (value = 0; Peek() is >= '0' and <= '9'; _at++) value = Math.Min(value * 10 + Peek() - '0', 1_000_000);
        return _at > start;
    }

    /// <summary>Returns the next atom; null for what matches nothing, such as a comment or a switch of options.</summary>
    private PatternNode? Atom()
    {
        int c = _text[_at++];
        switch (c)
        {
            case '(': return Group();
            case '[': return One(Class());
            case '.': return One(new CodePointClass.Not(new CodePointClass.Range('\n', '\n')));
            case '^': return new PatternNode.Place(PlaceKind.LineStart);
            case '$': return new PatternNode.Place(PlaceKind.LineEnd);
            case '\\': return Escape();
            case '*' or '+' or '?': throw Malformed("a repetition of nothing");
            default: return One(new CodePointClass.Range(c, c));
        }
    }

    private PatternNode? Group()
    {
        PatternNode Closed(Func<PatternNode, PatternNode> wrap)
        {
            PatternNode body = Choice();
            if (!Take(")")) throw Malformed("a group without an end");
            return wrap(body);
        }

        if (!Take("?")) return Closed(static body => body);
        if (Take(":")) return Closed(static body => body);
        if (Take("=")) return Closed(static body => new PatternNode.Look(body, Behind: false, Negative: false));
        if (Take("!")) return Closed(static body => new PatternNode.Look(body, Behind: false, Negative: true));
        if (Take("<=")) return Closed(static body => new PatternNode.Look(body, Behind: true, Negative: false));
        if (Take("<!")) return Closed(static body => new PatternNode.Look(body, Behind: true, Negative: true));
        if (Take(">")) return Closed(static body => new PatternNode.Atomic(body));
        if (Take("#"))
        {
            while (Peek() is not (-1 or ')')) _at++;
            if (!Take(")")) throw Malformed("a comment without an end");
            return null;
        }
        bool on = !Take("-");
        if (!Take("i")) throw Unsupported("a group other than (?: (?i: (?= (?! (?<= (?<! (?> (?#");
        bool before = _ignoreCase;
        _ignoreCase = on;
        if (Take(":"))
        {
            PatternNode group = Closed(static body => body);
            _ignoreCase = before;
            return group;
        }
        if (!Take(")")) throw Unsupported("an option other than i");
        // The switch holds to the end of the group around it, further alternatives included.
        PatternNode rest = Choice();
        return rest;
    }

    private PatternNode Escape()
    {
        PlaceKind? place = Peek() switch
        {
            'A' => PlaceKind.TextStart,
            'z' => PlaceKind.TextEnd,
            'Z' => PlaceKind.LastLineEnd,
            'b' => PlaceKind.WordBoundary,
            'B' => PlaceKind.NotWordBoundary,
            _ => null,
        };
        if (place is { } kind)
        {
            _at++;
            return new PatternNode.Place(kind);
        }
        if (!Take("R")) return One(EscapedClass(out _, inClass: false));
        PatternNode pair = new PatternNode.Concat([One(new CodePointClass.Range('\r', '\r')), One(new CodePointClass.Range('\n', '\n'))]);
        return new PatternNode.Atomic(new PatternNode.Choice([pair, One(new CodePointClass.Ranges([0x0A, 0x0D, 0x85, 0x85, 0x2028, 0x2029]))]));
    }

    private PatternNode.One One(CodePointClass contains)
    {
        if (++_sets > MaxSets) throw Unsupported($"more than {MaxSets} characters and classes");
        if (_ignoreCase) contains = new CodePointClass.IgnoringCase(contains);
        return new PatternNode.One(new CodePointSet(contains.Contains));
    }

    private ArgumentException Malformed(string what) => new($"the pattern {TokenizerFormatException.Quote(_pattern)} has {what}");

    private static ArgumentException Unsupported(string what) => new($"{what} in a pattern is not supported");

    private static string Shown(int codePoint) => codePoint < 0
        ? "its end" : codePoint is > 0x20 and < 0x7F ? ((char)codePoint).ToString() : "U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture);
}
