using System.Globalization;
using System.Text;

namespace Hone.Tokenizers;

internal sealed partial class PatternParser
{
    /// <summary>Reads a bracketed class after its opening bracket.</summary>
    private CodePointClass Class()
    {
        if (++_depth > MaxDepth) throw Malformed($"more than {MaxDepth} levels of classes");
        bool negative = Take("^");
        var all = new List<CodePointClass>();
        var any = new List<CodePointClass>();
        bool first = true;
        while (true)
        {
            int c = Peek();
            if (c < 0) throw Malformed("a class without an end");
            if (c == ']' && !first) break;
            first = false;
            if (Take("&&"))
            {
                all.Add(new CodePointClass.Any([.. any]));
                any.Clear();
                continue;
            }
            if (c == '[' && Peek(1) == ':')
            {
                any.Add(Posix());
                continue;
            }
            if (c == '[')
            {
                _at++;
                any.Add(Class());
                continue;
            }
            any.Add(Member());
        }
        _at++;
        _depth--;
        CodePointClass result = new CodePointClass.Any([.. any]);
        if (all.Count > 0) result = new CodePointClass.All([.. all, result]);
        return negative ? new CodePointClass.Not(result) : result;
    }

    private CodePointClass Member()
    {
        CodePointClass member = Single(out int first);
        if (first < 0 || Peek() != '-' || Peek(1) is ']' or -1 || (Peek(1) == '[' && Peek(2) != ':')) return member;
        if (Peek(1) == '&' && Peek(2) == '&') return member;
        _at++;
        Single(out int last);
        if (last < 0) throw Malformed("a range that ends in a class");
        if (last < first) throw Malformed($"a range from {Shown(first)} to {Shown(last)}");
        return new CodePointClass.Range(first, last);
    }

    /// <summary>Reads a character or an escape of a class; the character is -1 where it is a class itself.</summary>
    private CodePointClass Single(out int character)
    {
        int c = _text[_at++];
        if (c == '\\')
        {
            if (Peek() == 'b')
            {
                _at++;
                character = '\b';
                return new CodePointClass.Range('\b', '\b');
            }
            return EscapedClass(out character, inClass: true);
        }
        character = c;
        return new CodePointClass.Range(c, c);
    }

    private CodePointClass Posix()
    {
        int start = _at + 2;
        bool negative = start < _text.Length && _text[start] == '^';
        if (negative) start++;
        int end = start;
        while (end < _text.Length && _text[end] is >= 'a' and <= 'z') end++;
        string name = Text(start, end);
        _at = end;
        if (!Take(":]")) throw Malformed("a class such as [:alpha:] without its end");
        CodePointClass found = PatternProperties.Find(name) ?? throw Unsupported($"[:{name}:]");
        return negative ? new CodePointClass.Not(found) : found;
    }

    /// <summary>Reads what follows a backslash where it stands for characters.</summary>
    private CodePointClass EscapedClass(out int character, bool inClass)
    {
        if (_at >= _text.Length) throw Malformed("a backslash at its end");
        character = -1;
        int c = _text[_at++];
        switch (c)
        {
            case 'd': return PatternProperties.Digit;
            case 'D': return new CodePointClass.Not(PatternProperties.Digit);
            case 's': return PatternProperties.Space;
            case 'S': return new CodePointClass.Not(PatternProperties.Space);
            case 'w' or 'W':
                CodePointClass word = inClass ? PatternProperties.WordInClass : PatternProperties.Word;
                return c == 'w' ? word : new CodePointClass.Not(word);
            case 'h': return PatternProperties.HexDigit;
            case 'H': return new CodePointClass.Not(PatternProperties.HexDigit);
            case 'p' or 'P': return Property(negative: c == 'P');
            case 'n': character = '\n'; break;
            case 'r': character = '\r'; break;
            case 't': character = '\t'; break;
            case 'f': character = '\f'; break;
            case 'v': character = '\v'; break;
            case 'a': character = '\a'; break;
            case 'e': character = 0x1B; break;
            case 'x': character = Hex(); break;
            case 'u': character = Digits(4, 4); break;
            case '0': character = 0; break;
            case >= '1' and <= '9': throw Unsupported("a back reference");
            case >= 'a' and <= 'z' or >= 'A' and <= 'Z': throw Unsupported($"\\{(char)c}");
            default: character = c; break;
        }
        return new CodePointClass.Range(character, character);
    }

    private int Hex()
    {
        if (!Take("{")) return Digits(1, 2);
        int value = Digits(1, 6);
        if (!Take("}")) throw Malformed("\\x{ without its end");
        return value;
    }

    private int Digits(int atLeast, int atMost)
    {
        int start = _at;
        int value = 0;
        while (_at - start < atMost && Peek() is > 0 and < 0x80 and var c && char.IsAsciiHexDigit((char)c))
        {
            value = value * 16 + Convert.ToInt32(((char)c).ToString(), 16);
            _at++;
        }
        if (_at - start < atLeast) throw Malformed("a code without enough digits");
        if (value > 0x10FFFF) throw Malformed("a code beyond U+10FFFF");
        return value;
    }

    private CodePointClass Property(bool negative)
    {
        if (!Take("{")) throw Unsupported("\\p without braces");
        if (Take("^")) negative = !negative;
        int start = _at;
        while (Peek() is not (-1 or '}')) _at++;
        string name = Text(start, _at);
        if (!Take("}")) throw Malformed("\\p{ without its end");
        CodePointClass found = PatternProperties.Find(name) ?? throw Unsupported($"\\p{{{TokenizerFormatException.Quote(name)[1..^1]}}}");
        return negative ? new CodePointClass.Not(found) : found;
    }

    private string Text(int start, int end)
    {
        var text = new StringBuilder();
        for (int i = start; i < end; i++) text.Append(char.ConvertFromUtf32(_text[i]));
        return text.ToString();
    }
}
