namespace Hone.Tokenizers;

/// <summary>
/// Parses the language of Jinja templates: statements here, expressions in the other part. What reaches for other templates
/// (include, import, extends, block) is refused by name. Source: <c>jinja2/parser.py</c> of pallets/jinja.
/// </summary>
internal sealed partial class TemplateParser
{
    private const int MaxDepth = 100;

    private readonly List<TemplateToken> _tokens;
    private int _at;
    private int _depth;
    private int _loops;

    private TemplateParser(List<TemplateToken> tokens) => _tokens = tokens;

    /// <summary>Whether a generation block was met.</summary>
    public bool HasGeneration { get; private set; }

    /// <summary>Names that the template reads.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <exception cref="TemplateException">The template is malformed, or nested too deeply.</exception>
    public static (TemplateStatement[] Body, bool HasGeneration, IReadOnlySet<string> Names) Parse(string source)
    {
        var parser = new TemplateParser(TemplateLexer.Read(source));
        TemplateStatement[] body = parser.Body();
        if (parser.Now.Kind != TokenKind.End) throw parser.Unexpected($"'{parser._tokens[parser._at + 1].Text}' without its beginning");
        return (body, parser.HasGeneration, parser.Names);
    }

    private TemplateToken Now => _tokens[_at];

    private TemplateToken Take() => _tokens[_at].Kind == TokenKind.End ? _tokens[_at] : _tokens[_at++];

    private bool IsName(string name) => Now.Kind == TokenKind.Name && Now.Text == name;

    private bool IsOperator(string op) => Now.Kind == TokenKind.Operator && Now.Text == op;

    private bool TakeName(string name)
    {
        if (!IsName(name)) return false;
        _at++;
        return true;
    }

    private bool TakeOperator(string op)
    {
        if (!IsOperator(op)) return false;
        _at++;
        return true;
    }

    private void Expect(string op)
    {
        if (!TakeOperator(op)) throw Unexpected($"expected '{op}'");
    }

    private string ExpectName() => Now.Kind == TokenKind.Name ? Take().Text : throw Unexpected("expected a name");

    private void EndBlock()
    {
        if (Take().Kind != TokenKind.BlockEnd)
        {
            _at--;
            throw Unexpected("expected the end of the tag");
        }
    }

    private TemplateException Unexpected(string what) => new($"{what}, got {TokenizerFormatException.Quote(Now.Text)}", Now.Line);

    private void Enter()
    {
        if (++_depth > MaxDepth) throw new TemplateException($"nested more than {MaxDepth} levels deep", Now.Line);
    }

    /// <summary>Reads statements up to a block tag with one of the names, which is left to be read.</summary>
    private TemplateStatement[] Body(params ReadOnlySpan<string> ends)
    {
        Enter();
        var body = new List<TemplateStatement>();
        while (true)
        {
            TemplateToken token = Now;
            if (token.Kind == TokenKind.End) break;
            _at++;
            if (token.Kind == TokenKind.Data)
            {
                body.Add(new DataStatement(token.Text, token.Line));
            }
            else if (token.Kind == TokenKind.OutputBegin)
            {
                body.Add(new OutputStatement(Tuple(), token.Line));
                if (Take().Kind != TokenKind.OutputEnd)
                {
                    _at--;
                    throw Unexpected("expected the end of the output tag");
                }
            }
            else
            {
                if (Now.Kind == TokenKind.Name && (ends.Contains(Now.Text) || Now.Text.StartsWith("end", StringComparison.Ordinal) || Now.Text is "else" or "elif"))
                {
                    _at--;
                    break;
                }
                body.Add(Statement());
            }
        }
        _depth--;
        return [.. body];
    }

    /// <summary>Reads <c>{% name %}</c>.</summary>
    private void End(string name, int opened)
    {
        if (Now.Kind == TokenKind.End) throw new TemplateException($"a tag without its '{name}'", opened);
        _at++;
        if (!TakeName(name)) throw Unexpected($"expected '{name}' for line {opened}");
        EndBlock();
    }

    private TemplateStatement Statement()
    {
        int line = Now.Line;
        string name = ExpectName();
        switch (name)
        {
            case "if": return If(line);
            case "for": return For(line);
            case "set": return Set(line);
            case "macro": return Macro(line);
            case "call": return CallBlock(line);
            case "filter": return FilterBlock(line);
            case "with": return With(line);
            case "generation":
                EndBlock();
                HasGeneration = true;
                TemplateStatement[] generated = Body("endgeneration");
                End("endgeneration", line);
                return new GenerationStatement(generated, line);
            case "break" or "continue":
                if (_loops == 0) throw new TemplateException($"'{name}' outside a loop", line);
                EndBlock();
                return new LeaveStatement(name == "break" ? StatementResult.Break : StatementResult.Continue, line);
            default:
                throw new TemplateException($"the tag {TokenizerFormatException.Quote(name)} is not supported", line);
        }
    }

    private IfStatement If(int line)
    {
        var branches = new List<(TemplateExpression? Test, TemplateStatement[] Body)>();
        while (true)
        {
            TemplateExpression test = Tuple(withCondition: false);
            EndBlock();
            branches.Add((test, Body("elif", "else", "endif")));
            if (Now.Kind == TokenKind.End) throw new TemplateException("a tag without its 'endif'", line);
            _at++;
            if (TakeName("elif")) continue;
            if (TakeName("else"))
            {
                EndBlock();
                branches.Add((null, Body("endif")));
                End("endif", line);
                break;
            }
            if (!TakeName("endif")) throw Unexpected($"expected 'endif' for line {line}");
            EndBlock();
            break;
        }
        return new IfStatement([.. branches], line);
    }

    private ForStatement For(int line)
    {
        AssignmentTarget target = Targets();
        if (!TakeName("in")) throw Unexpected("expected 'in'");
        TemplateExpression values = Tuple(withCondition: false, stopAtRecursive: true);
        TemplateExpression? test = TakeName("if") ? Expression() : null;
        bool recursive = TakeName("recursive");
        EndBlock();
        _loops++;
        TemplateStatement[] body = Body("else", "endfor");
        _loops--;
        TemplateStatement[] otherwise = [];
        if (_at + 1 < _tokens.Count && Now.Kind == TokenKind.BlockBegin && _tokens[_at + 1] is { Kind: TokenKind.Name, Text: "else" })
        {
            _at += 2;
            EndBlock();
            otherwise = Body("endfor");
        }
        End("endfor", line);
        return new ForStatement(target, values, test, recursive, body, otherwise, line);
    }

    private AssignmentTarget Targets()
    {
        var parts = new List<AssignmentTarget> { Target() };
        bool several = false;
        while (TakeOperator(","))
        {
            several = true;
            if (IsName("in") || IsOperator("=") || IsOperator(")")) break;
            parts.Add(Target());
        }
        return several ? AssignmentTarget.Several([.. parts]) : parts[0];
    }

    private AssignmentTarget Target()
    {
        if (TakeOperator("("))
        {
            Enter();
            AssignmentTarget inner = Targets();
            _depth--;
            Expect(")");
            return inner;
        }
        string name = ExpectName();
        if (name is "true" or "false" or "none" or "True" or "False" or "None") throw new TemplateException($"cannot assign to '{name}'", Now.Line);
        return TakeOperator(".") ? AssignmentTarget.Attribute(name, ExpectName()) : AssignmentTarget.Name(name);
    }

    private TemplateStatement Set(int line)
    {
        AssignmentTarget target = Targets();
        if (TakeOperator("="))
        {
            TemplateExpression value = Tuple();
            EndBlock();
            return new SetStatement(target, value, line);
        }
        FilterExpression[] filters = Filters();
        EndBlock();
        TemplateStatement[] body = Body("endset");
        End("endset", line);
        return new SetBlockStatement(target, filters, body, line);
    }

    private FilterBlockStatement FilterBlock(int line)
    {
        var filters = new List<FilterExpression> { (FilterExpression)Filter(null) };
        filters.AddRange(Filters());
        EndBlock();
        TemplateStatement[] body = Body("endfilter");
        End("endfilter", line);
        return new FilterBlockStatement([.. filters], body, line);
    }

    private FilterExpression[] Filters()
    {
        var filters = new List<FilterExpression>();
        while (TakeOperator("|")) filters.Add((FilterExpression)Filter(null));
        return [.. filters];
    }

    private WithStatement With(int line)
    {
        var values = new List<(AssignmentTarget, TemplateExpression)>();
        while (Now.Kind != TokenKind.BlockEnd)
        {
            if (values.Count > 0) Expect(",");
            AssignmentTarget target = Target();
            Expect("=");
            values.Add((target, Expression()));
        }
        EndBlock();
        TemplateStatement[] body = Body("endwith");
        End("endwith", line);
        return new WithStatement([.. values], body, line);
    }

    private MacroStatement Macro(int line)
    {
        string name = ExpectName();
        (string, TemplateExpression?)[] parameters = Parameters();
        EndBlock();
        TemplateStatement[] body = MacroBody("endmacro");
        End("endmacro", line);
        return new MacroStatement(new MacroDefinition(name, parameters, body), line);
    }

    private CallBlockStatement CallBlock(int line)
    {
        (string, TemplateExpression?)[] parameters = IsOperator("(") ? Parameters() : [];
        _callBlock = null;
        TemplateExpression target = Unary();
        if (_callBlock is not { } call || !ReferenceEquals(call.Whole, target)) throw new TemplateException("expected a call", line);
        EndBlock();
        TemplateStatement[] body = MacroBody("endcall");
        End("endcall", line);
        return new CallBlockStatement(new MacroDefinition("", parameters, body), call.Target, call.Arguments, line);
    }

    private TemplateStatement[] MacroBody(string end)
    {
        int loops = _loops;
        _loops = 0;
        TemplateStatement[] body = Body(end);
        _loops = loops;
        return body;
    }

    private (string, TemplateExpression?)[] Parameters()
    {
        var parameters = new List<(string, TemplateExpression?)>();
        Expect("(");
        while (!TakeOperator(")"))
        {
            if (parameters.Count > 0) Expect(",");
            if (TakeOperator(")")) break;
            string name = ExpectName();
            parameters.Add((name, TakeOperator("=") ? Expression() : null));
        }
        return [.. parameters];
    }
}
