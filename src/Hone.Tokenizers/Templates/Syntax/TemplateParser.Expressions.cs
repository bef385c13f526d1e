using System.Globalization;
using System.Numerics;

namespace Hone.Tokenizers;

internal sealed partial class TemplateParser
{
    private (TemplateExpression Whole, TemplateExpression Target, ArgumentExpressions Arguments)? _callBlock;

    /// <summary>Reads an expression, or several with commas between them as a tuple.</summary>
    private TemplateExpression Tuple(bool withCondition = true, bool stopAtRecursive = false)
    {
        TemplateExpression Next() => withCondition ? Expression() : Or();
        TemplateExpression first = Next();
        if (!IsOperator(",")) return first;
        var items = new List<TemplateExpression> { first };
        while (TakeOperator(","))
        {
            if (Now.Kind is TokenKind.BlockEnd or TokenKind.OutputEnd || IsOperator(")") || (stopAtRecursive && (IsName("if") || IsName("recursive")))) break;
            items.Add(Next());
        }
        return new ListExpression([.. items], isTuple: true);
    }

    private TemplateExpression Expression()
    {
        Enter();
        TemplateExpression value = Or();
        while (TakeName("if"))
        {
            TemplateExpression test = Or();
            value = new ConditionExpression(test, value, TakeName("else") ? Expression() : null);
        }
        _depth--;
        return value;
    }

    private TemplateExpression Or()
    {
        TemplateExpression left = And();
        while (TakeName("or")) left = new LogicExpression(left, And(), isAnd: false);
        return left;
    }

    private TemplateExpression And()
    {
        TemplateExpression left = Not();
        while (TakeName("and")) left = new LogicExpression(left, Not(), isAnd: true);
        return left;
    }

    private TemplateExpression Not()
    {
        if (!TakeName("not")) return Compare();
        Enter();
        TemplateExpression inner = Not();
        _depth--;
        return new NotExpression(inner);
    }

    private TemplateExpression Compare()
    {
        TemplateExpression first = Sum();
        var rest = new List<(string, TemplateExpression)>();
        while (true)
        {
            if (Now.Kind == TokenKind.Operator && Now.Text is "==" or "!=" or "<" or "<=" or ">" or ">=") rest.Add((Take().Text, Sum()));
            else if (TakeName("in")) rest.Add(("in", Sum()));
            else if (IsName("not") && _tokens[_at + 1] is { Kind: TokenKind.Name, Text: "in" })
            {
                _at += 2;
                rest.Add(("not in", Sum()));
            }
            else break;
        }
        return rest.Count == 0 ? first : new CompareExpression(first, [.. rest]);
    }

    private TemplateExpression Sum()
    {
        TemplateExpression left = Concat();
        while (IsOperator("+") || IsOperator("-")) left = new ArithmeticExpression(left, op: Take().Text, right: Concat());
        return left;
    }

    private TemplateExpression Concat()
    {
        TemplateExpression first = Product();
        if (!IsOperator("~")) return first;
        var parts = new List<TemplateExpression> { first };
        while (TakeOperator("~")) parts.Add(Product());
        return new ConcatExpression([.. parts]);
    }

    private TemplateExpression Product()
    {
        TemplateExpression left = Power();
        while (Now.Kind == TokenKind.Operator && Now.Text is "*" or "/" or "//" or "%") left = new ArithmeticExpression(left, op: Take().Text, right: Power());
        return left;
    }

    private TemplateExpression Power()
    {
        TemplateExpression left = Unary();
        while (TakeOperator("**")) left = new ArithmeticExpression(left, Unary(), "**");
        return left;
    }

    private TemplateExpression Unary(bool withFilter = true)
    {
        Enter();
        TemplateExpression value;
        if (IsOperator("-") || IsOperator("+"))
        {
            bool negative = Take().Text == "-";
            value = new SignExpression(Unary(withFilter: false), negative);
        }
        else
        {
            value = Primary();
        }
        value = Postfix(value);
        if (withFilter) value = FilterAndTest(value);
        _depth--;
        return value;
    }

    private TemplateExpression Primary()
    {
        TemplateToken token = Take();
        switch (token.Kind)
        {
            case TokenKind.Name:
                switch (token.Text)
                {
                    case "true" or "True": return new ConstantExpression(true);
                    case "false" or "False": return new ConstantExpression(false);
                    case "none" or "None": return new ConstantExpression(null);
                }
                Names.Add(token.Text);
                return new NameExpression(token.Text);
            case TokenKind.Text:
                string text = token.Text;
                while (Now.Kind == TokenKind.Text) text += Take().Text;
                return new ConstantExpression(text);
            case TokenKind.Integer:
                return new ConstantExpression(Py.Shrink(BigInteger.Parse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture)));
            case TokenKind.Float:
                return new ConstantExpression(double.Parse(token.Text, CultureInfo.InvariantCulture));
            case TokenKind.Operator when token.Text == "(":
                if (TakeOperator(")")) return new ListExpression([], isTuple: true);
                TemplateExpression inner = Tuple();
                Expect(")");
                return inner;
            case TokenKind.Operator when token.Text == "[":
                var items = new List<TemplateExpression>();
                while (!TakeOperator("]"))
                {
                    if (items.Count > 0) Expect(",");
                    if (TakeOperator("]")) break;
                    items.Add(Expression());
                }
                return new ListExpression([.. items], isTuple: false);
            case TokenKind.Operator when token.Text == "{":
                return Dict();
        }
        if (token.Kind != TokenKind.End) _at--;
        throw Unexpected("expected an expression");
    }

    private DictExpression Dict()
    {
        var entries = new List<(TemplateExpression, TemplateExpression)>();
        while (!TakeOperator("}"))
        {
            if (entries.Count > 0) Expect(",");
            if (TakeOperator("}")) break;
            TemplateExpression key = Expression();
            Expect(":");
            entries.Add((key, Expression()));
        }
        return new DictExpression([.. entries]);
    }

    private TemplateExpression Postfix(TemplateExpression value)
    {
        while (true)
        {
            if (TakeOperator(".")) value = Now.Kind == TokenKind.Integer ? new ItemExpression(value, Primary()) : new AttributeExpression(value, ExpectName());
            else if (TakeOperator("[")) value = Subscript(value);
            else if (IsOperator("(")) value = Call(value);
            else return value;
        }
    }

    private CallExpression Call(TemplateExpression target)
    {
        ArgumentExpressions arguments = Arguments();
        var call = new CallExpression(target, arguments);
        _callBlock = (call, target, arguments);
        return call;
    }

    private TemplateExpression Subscript(TemplateExpression target)
    {
        TemplateExpression? start = IsOperator(":") ? null : Expression();
        if (start is not null && TakeOperator("]")) return new ItemExpression(target, start);
        if (start is not null && IsOperator(","))
        {
            var items = new List<TemplateExpression> { start };
            while (TakeOperator(",")) items.Add(Expression());
            Expect("]");
            return new ItemExpression(target, new ListExpression([.. items], isTuple: true));
        }
        Expect(":");
        TemplateExpression? stop = IsOperator(":") || IsOperator("]") ? null : Expression();
        TemplateExpression? step = TakeOperator(":") && !IsOperator("]") ? Expression() : null;
        Expect("]");
        return new SliceExpression(target, start, stop, step);
    }

    private ArgumentExpressions Arguments()
    {
        Expect("(");
        var positional = new List<TemplateExpression>();
        var named = new List<(string, TemplateExpression)>();
        TemplateExpression? spread = null;
        TemplateExpression? spreadNamed = null;
        bool first = true;
        while (!TakeOperator(")"))
        {
            if (!first) Expect(",");
            if (TakeOperator(")")) break;
            first = false;
            if (TakeOperator("*")) spread = spread is null ? Expression() : throw Unexpected("two spread arguments");
            else if (TakeOperator("**")) spreadNamed = spreadNamed is null ? Expression() : throw Unexpected("two spread arguments");
            else if (Now.Kind == TokenKind.Name && _tokens[_at + 1] is { Kind: TokenKind.Operator, Text: "=" })
            {
                string name = Take().Text;
                _at++;
                named.Add((name, Expression()));
            }
            else
            {
                if (named.Count > 0) throw Unexpected("expected a named argument");
                positional.Add(Expression());
            }
        }
        return new ArgumentExpressions([.. positional], [.. named], spread, spreadNamed);
    }

    private TemplateExpression FilterAndTest(TemplateExpression value)
    {
        while (true)
        {
            if (TakeOperator("|")) value = Filter(value);
            else if (TakeName("is")) value = Test(value);
            else if (IsOperator("(")) value = Call(value);
            else return value;
        }
    }

    private TemplateExpression Filter(TemplateExpression? target)
    {
        int line = Now.Line;
        string name = ExpectName();
        while (TakeOperator(".")) name += "." + ExpectName();
        TemplateFilter filter = TemplateFilters.Find(name) ?? throw new TemplateException($"there is no filter {TokenizerFormatException.Quote(name)}", line);
        return new FilterExpression(target, filter, IsOperator("(") ? Arguments() : ArgumentExpressions.None);
    }

    private TemplateExpression Test(TemplateExpression target)
    {
        bool negative = TakeName("not");
        int line = Now.Line;
        string name = ExpectName();
        while (TakeOperator(".")) name += "." + ExpectName();
        TemplateTest test = TemplateTests.Find(name) ?? throw new TemplateException($"there is no test {TokenizerFormatException.Quote(name)}", line);
        ArgumentExpressions arguments = ArgumentExpressions.None;
        if (IsOperator("("))
        {
            arguments = Arguments();
        }
        else if (Now.Kind is TokenKind.Text or TokenKind.Integer or TokenKind.Float || IsOperator("[") || IsOperator("{")
            || (Now.Kind == TokenKind.Name && Now.Text is not ("else" or "or" or "and" or "is" or "if" or "in" or "not" or "recursive")))
        {
            arguments = new ArgumentExpressions([Postfix(Primary())], [], null, null);
        }
        TemplateExpression result = new TestExpression(target, test, arguments);
        return negative ? new NotExpression(result) : result;
    }
}
