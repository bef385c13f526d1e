using System.Globalization;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// Cuts a template into tokens as Jinja does with <c>trim_blocks</c> and <c>lstrip_blocks</c>, the settings of chat templates:
/// a block tag or comment takes the line break after it and the white space that begins its line. Source:
/// <c>jinja2/lexer.py</c> of pallets/jinja.
/// </summary>
internal sealed class TemplateLexer
{
    private static readonly string[] LongOperators = ["**", "//", "==", "!=", "<=", ">="];

    private readonly string _source;
    private readonly List<TemplateToken> _tokens = [];
    private int _at;
    private int _line = 1;
    private bool _lineStarting = true;

    private TemplateLexer(string source) => _source = source;

    /// <exception cref="TemplateException">A tag, comment or string has no end, or a character does not belong into a tag.</exception>
    public static List<TemplateToken> Read(string source)
    {
        source = source.Replace("\r\n", "\n").Replace('\r', '\n');
        if (source.EndsWith('\n')) source = source[..^1];
        var lexer = new TemplateLexer(source);
        lexer.ReadAll();
        lexer._tokens.Add(new TemplateToken(TokenKind.End, "the end of the template", lexer._line));
        return lexer._tokens;
    }

    private void ReadAll()
    {
        while (_at < _source.Length)
        {
            int tag = NextTag();
            if (tag < 0)
            {
                AddData(_source[_at..]);
                return;
            }
            char kind = _source[tag + 1];
            char sign = tag + 2 < _source.Length ? _source[tag + 2] : '\0';
            string text = _source[_at..tag];
            string kept = text;
            if (sign == '-') kept = TrimEnd(text);
            else if (sign != '+' && kind != '{') kept = StripLine(text);
            AddData(kept);
            CountLines(text, kept.Length);
            _at = tag + (sign is '-' || (sign == '+' && kind != '{') ? 3 : 2);
            switch (kind)
            {
                case '#': SkipComment(); break;
                case '{': ReadTag(TokenKind.OutputBegin, TokenKind.OutputEnd, "}}"); break;
                default:
                    if (!TryRaw()) ReadTag(TokenKind.BlockBegin, TokenKind.BlockEnd, "%}");
                    break;
            }
            _lineStarting = _at > 0 && _source[_at - 1] == '\n';
        }
    }

    private int NextTag()
    {
        for (int i = _source.IndexOf('{', _at); i >= 0 && i + 1 < _source.Length; i = _source.IndexOf('{', i + 1))
        {
            if (_source[i + 1] is '{' or '%' or '#') return i;
        }
        return -1;
    }

    private void AddData(string text)
    {
        if (text.Length > 0) _tokens.Add(new TemplateToken(TokenKind.Data, text, _line));
        CountLines(text, 0);
    }

    private void CountLines(string text, int from) => _line += text.AsSpan(from).Count('\n');

    private static string TrimEnd(string text)
    {
        int end = text.Length;
        while (end > 0 && PyText.IsSpace(text[end - 1])) end--;
        return text[..end];
    }

    /// <summary>Takes white space off that stands alone before a tag on its line.</summary>
    private string StripLine(string text)
    {
        int line = text.LastIndexOf('\n') + 1;
        if (line == 0 && !_lineStarting) return text;
        for (int i = line; i < text.Length; i++)
        {
            if (!PyText.IsSpace(text[i])) return text;
        }
        return text[..line];
    }

    private void SkipSpace()
    {
        while (_at < _source.Length && PyText.IsSpace(_source[_at]))
        {
            if (_source[_at++] == '\n') _line++;
        }
    }

    private void SkipComment()
    {
        int end = _source.IndexOf("#}", _at, StringComparison.Ordinal);
        if (end < 0) throw new TemplateException("a comment without an end", _line);
        CountLines(_source[_at..end], 0);
        char sign = end > _at ? _source[end - 1] : '\0';
        _at = end + 2;
        AfterTag(sign);
    }

    private void AfterTag(char sign)
    {
        if (sign == '-') SkipSpace();
        else if (sign != '+' && _at < _source.Length && _source[_at] == '\n')
        {
            _at++;
            _line++;
        }
    }

    private bool TryRaw()
    {
        int start = _at;
        int at = _at;
        while (at < _source.Length && PyText.IsSpace(_source[at])) at++;
        if (!_source.AsSpan(at).StartsWith("raw")) return false;
        at += 3;
        while (at < _source.Length && PyText.IsSpace(_source[at])) at++;
        bool trims = at < _source.Length && _source[at] == '-';
        if (trims) at++;
        if (!_source.AsSpan(at).StartsWith("%}")) return false;
        CountLines(_source[start..at], 0);
        _at = at + 2;
        if (trims) SkipSpace();
        for (int tag = _source.IndexOf("{%", _at, StringComparison.Ordinal); tag >= 0; tag = _source.IndexOf("{%", tag + 1, StringComparison.Ordinal))
        {
            int inside = tag + 2;
            char sign = inside < _source.Length ? _source[inside] : '\0';
            if (sign is '-' or '+') inside++;
            int name = inside;
            while (name < _source.Length && PyText.IsSpace(_source[name])) name++;
            if (!_source.AsSpan(name).StartsWith("endraw")) continue;
            int end = name + 6;
            while (end < _source.Length && PyText.IsSpace(_source[end])) end++;
            char closing = end < _source.Length ? _source[end] : '\0';
            if (closing is '-' or '+') end++;
            if (!_source.AsSpan(end).StartsWith("%}")) continue;
            string text = _source[_at..tag];
            string kept = sign == '-' ? TrimEnd(text) : sign == '+' ? text : StripLine(text);
            AddData(kept);
            CountLines(text, kept.Length);
            _at = end + 2;
            AfterTag(closing);
            return true;
        }
        throw new TemplateException("a raw block without an end", _line);
    }

    private void ReadTag(TokenKind begin, TokenKind end, string closing)
    {
        _tokens.Add(new TemplateToken(begin, closing == "}}" ? "{{" : "{%", _line));
        int opened = _line;
        var brackets = new Stack<char>();
        while (true)
        {
            SkipSpace();
            if (_at >= _source.Length) throw new TemplateException("a tag without an end", opened);
            if (brackets.Count == 0)
            {
                char sign = _source[_at];
                int skip = sign == '-' || (sign == '+' && closing == "%}") ? 1 : 0;
                if (_source.AsSpan(_at + skip).StartsWith(closing))
                {
                    _tokens.Add(new TemplateToken(end, closing, _line));
                    _at += skip + 2;
                    if (closing == "%}") AfterTag(skip == 1 ? sign : '\0');
                    else if (skip == 1) SkipSpace();
                    return;
                }
            }
            ReadToken(brackets);
        }
    }

    private void ReadToken(Stack<char> brackets)
    {
        char c = _source[_at];
        if (c is '\'' or '"')
        {
            ReadString(c);
            return;
        }
        if (char.IsAsciiDigit(c))
        {
            ReadNumber();
            return;
        }
        int start = _at;
        if (c == '_' || char.IsLetter(c))
        {
            while (_at < _source.Length && (_source[_at] == '_' || char.IsLetterOrDigit(_source[_at]))) _at++;
            _tokens.Add(new TemplateToken(TokenKind.Name, _source[start.._at], _line));
            return;
        }
        foreach (string op in LongOperators)
        {
            if (!_source.AsSpan(_at).StartsWith(op)) continue;
            _at += 2;
            _tokens.Add(new TemplateToken(TokenKind.Operator, op, _line));
            return;
        }
        if (!"+-*/%~|=<>.,:()[]{}".Contains(c)) throw new TemplateException($"unexpected character {TokenizerFormatException.Quote(c.ToString())}", _line);
        if (c is '(' or '[' or '{')
        {
            if (brackets.Count >= 256) throw new TemplateException("too many open brackets", _line);
            brackets.Push(c);
        }
        if (c is ')' or ']' or '}' && (!brackets.TryPop(out char open) || "([{".IndexOf(open) != ")]}".IndexOf(c))) throw new TemplateException($"unexpected '{c}'", _line);
        _at++;
        _tokens.Add(new TemplateToken(TokenKind.Operator, c.ToString(), _line));
    }

    private void ReadNumber()
    {
        int start = _at;
        bool isFloat = false;
        while (_at < _source.Length && (char.IsAsciiDigit(_source[_at]) || (_source[_at] == '_' && _at + 1 < _source.Length && char.IsAsciiDigit(_source[_at + 1])))) _at++;
        if (_at + 1 < _source.Length && _source[_at] == '.' && char.IsAsciiDigit(_source[_at + 1]))
        {
            isFloat = true;
            _at++;
            while (_at < _source.Length && char.IsAsciiDigit(_source[_at])) _at++;
        }
        if (_at < _source.Length && _source[_at] is 'e' or 'E')
        {
            int digits = _at + 1;
            if (digits < _source.Length && _source[digits] is '+' or '-') digits++;
            if (digits < _source.Length && char.IsAsciiDigit(_source[digits]))
            {
                isFloat = true;
                _at = digits;
                while (_at < _source.Length && char.IsAsciiDigit(_source[_at])) _at++;
            }
        }
        if (_at - start > 400) throw new TemplateException("a number of more than 400 characters", _line);
        _tokens.Add(new TemplateToken(isFloat ? TokenKind.Float : TokenKind.Integer, _source[start.._at].Replace("_", ""), _line));
    }

    private void ReadString(char quote)
    {
        int line = _line;
        var value = new StringBuilder();
        for (_at++; ; _at++)
        {
            if (_at >= _source.Length) throw new TemplateException("a string without an end", line);
            char c = _source[_at];
            if (c == quote) break;
            if (c == '\n') _line++;
            if (c == '\\' && _at + 1 < _source.Length) ReadEscape(value);
            else value.Append(c);
        }
        _at++;
        _tokens.Add(new TemplateToken(TokenKind.Text, LoneSurrogates.Replace(value.ToString()).ToString(), line));
    }

    /// <summary>Reads an escape of a Python string; one that is not known stays as it is.</summary>
    private void ReadEscape(StringBuilder value)
    {
        char c = _source[++_at];
        switch (c)
        {
            case '\n': _line++; break;
            case '\\' or '\'' or '"': value.Append(c); break;
            case 'n': value.Append('\n'); break;
            case 'r': value.Append('\r'); break;
            case 't': value.Append('\t'); break;
            case 'a': value.Append('\a'); break;
            case 'b': value.Append('\b'); break;
            case 'f': value.Append('\f'); break;
            case 'v': value.Append('\v'); break;
            case 'x': Code(value, 2); break;
            case 'u': Code(value, 4); break;
            case 'U': Code(value, 8); break;
            case >= '0' and <= '7':
                int code = 0;
                int digits = 0;
                for (; digits < 3 && _at < _source.Length && _source[_at] is >= '0' and <= '7'; digits++) code = code * 8 + _source[_at++] - '0';
                _at--;
                value.Append((char)code);
                break;
            default: value.Append('\\').Append(c); break;
        }
    }

    private void Code(StringBuilder value, int digits)
    {
        if (_at + digits >= _source.Length || !uint.TryParse(_source.AsSpan(_at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint code) || code > 0x10FFFF)
            throw new TemplateException("a code without its digits in a string", _line);
        _at += digits;
        if (code > 0xFFFF) value.Append(char.ConvertFromUtf32((int)code));
        else value.Append((char)code);
    }
}
