namespace Hone.Tokenizers;

/// <summary>A test: the value before <c>is</c>, and the arguments.</summary>
internal delegate bool TemplateTest(RenderContext context, object? value, PyArguments arguments);

/// <summary>The tests of Jinja, by name. Source: <c>jinja2/tests.py</c> of pallets/jinja.</summary>
internal static class TemplateTests
{
    private static readonly Dictionary<string, TemplateTest> Named = new(StringComparer.Ordinal)
    {
        ["boolean"] = (_, v, _) => v is bool,
        ["callable"] = (_, v, _) => v is PyCallable,
        ["defined"] = (_, v, _) => v is not PyUndefined,
        ["divisibleby"] = (c, v, a) => Py.AreEqual(PyArithmetic.Apply(c, v, First(a), "%"), 0L),
        ["eq"] = (_, v, a) => Py.AreEqual(v, First(a)),
        ["=="] = (_, v, a) => Py.AreEqual(v, First(a)),
        ["equalto"] = (_, v, a) => Py.AreEqual(v, First(a)),
        ["escaped"] = (_, _, _) => false,
        ["even"] = (c, v, _) => Py.AreEqual(PyArithmetic.Apply(c, v, 2L, "%"), 0L),
        ["false"] = (_, v, _) => v is false,
        ["filter"] = (_, v, _) => v is string name && TemplateFilters.Find(name) is not null,
        ["float"] = (_, v, _) => v is double,
        ["ge"] = (_, v, a) => Py.Compare(v, First(a), ">=") >= 0,
        [">="] = (_, v, a) => Py.Compare(v, First(a), ">=") >= 0,
        ["gt"] = (_, v, a) => Py.Compare(v, First(a), ">") > 0,
        [">"] = (_, v, a) => Py.Compare(v, First(a), ">") > 0,
        ["greaterthan"] = (_, v, a) => Py.Compare(v, First(a), ">") > 0,
        ["in"] = (c, v, a) => CompareExpression.Holds(c, v, First(a), "in"),
        ["integer"] = (_, v, _) => Py.IsInteger(v) && v is not bool,
        ["iterable"] = (_, v, _) => v is string or PyList or PyDict or PyUndefined,
        ["le"] = (_, v, a) => Py.Compare(v, First(a), "<=") <= 0,
        ["<="] = (_, v, a) => Py.Compare(v, First(a), "<=") <= 0,
        ["lower"] = (_, v, _) => PyText.Of(v) is var text && text.EnumerateRunes().Any(System.Text.Rune.IsLower) && !text.EnumerateRunes().Any(System.Text.Rune.IsUpper),
        ["lt"] = (_, v, a) => Py.Compare(v, First(a), "<") < 0,
        ["<"] = (_, v, a) => Py.Compare(v, First(a), "<") < 0,
        ["lessthan"] = (_, v, a) => Py.Compare(v, First(a), "<") < 0,
        ["mapping"] = (_, v, _) => v is PyDict,
        ["ne"] = (_, v, a) => !Py.AreEqual(v, First(a)),
        ["!="] = (_, v, a) => !Py.AreEqual(v, First(a)),
        ["none"] = (_, v, _) => v is null,
        ["number"] = (_, v, _) => Py.IsNumber(v),
        ["odd"] = (c, v, _) => Py.AreEqual(PyArithmetic.Apply(c, v, 2L, "%"), 1L),
        ["sameas"] = (_, v, a) => First(a) is var other && (ReferenceEquals(v, other) || (v?.GetType() == other?.GetType() && v is bool or long or string && Py.AreEqual(v, other))),
        ["sequence"] = (_, v, _) => v is string or PyList or PyDict or PyUndefined,
        ["string"] = (_, v, _) => v is string,
        ["test"] = (_, v, _) => v is string name && Find(name) is not null,
        ["true"] = (_, v, _) => v is true,
        ["undefined"] = (_, v, _) => v is PyUndefined,
        ["upper"] = (_, v, _) => PyText.Of(v) is var text && text.EnumerateRunes().Any(System.Text.Rune.IsUpper) && !text.EnumerateRunes().Any(System.Text.Rune.IsLower),
    };

    /// <summary>Returns a test, or null if there is none of that name.</summary>
    public static TemplateTest? Find(string name) => Named.GetValueOrDefault(name);

    private static object? First(PyArguments arguments) =>
        arguments.Count > 0 ? arguments.Positional.Count > 0 ? arguments.Positional[0] : arguments.Named[0].Value : throw new PyError("a test misses its argument");
}
