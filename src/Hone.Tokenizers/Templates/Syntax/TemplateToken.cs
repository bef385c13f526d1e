namespace Hone.Tokenizers;

/// <summary>Kinds of <see cref="TemplateToken"/>.</summary>
internal enum TokenKind
{
    /// <summary>Text outside tags.</summary>
    Data,

    /// <summary><c>{{</c></summary>
    OutputBegin,

    /// <summary><c>}}</c></summary>
    OutputEnd,

    /// <summary><c>{%</c></summary>
    BlockBegin,

    /// <summary><c>%}</c></summary>
    BlockEnd,

    /// <summary>A name or keyword.</summary>
    Name,

    /// <summary>A string; its text is the value.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction or an exponent.</summary>
    Float,

    /// <summary>An operator or bracket.</summary>
    Operator,

    /// <summary>The end of the template.</summary>
    End,
}

/// <summary>A piece of a template's source.</summary>
internal readonly record struct TemplateToken(TokenKind Kind, string Text, int Line);
