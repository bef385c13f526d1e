namespace Hone.Tokenizers;

/// <summary>
/// A chat template: a Jinja program that turns a conversation into text. Rendered as the transformers library does it:
/// sandboxed, with <c>trim_blocks</c> and <c>lstrip_blocks</c>, <c>break</c> and <c>continue</c>, generation blocks, a
/// <c>tojson</c> that escapes nothing and keeps the order of keys, <c>raise_exception</c> and <c>strftime_now</c>. Immutable;
/// threads may share it.
/// </summary>
/// <remarks>
/// Sources: the language of pallets/jinja 3.1; <c>render_jinja_template</c> of huggingface/transformers
/// (<c>utils/chat_template_utils.py</c>). Nothing outside the given values can be reached: methods come from fixed tables, and
/// <see cref="TemplateLimits"/> bound the work. Not supported, and refused by name: include, import, extends, block, do,
/// autoescape, random and the filters that make HTML.
/// </remarks>
public sealed class ChatTemplate
{
    private readonly TemplateStatement[] _body;
    private readonly TemplateLimits _limits;

    private ChatTemplate(string source, TemplateStatement[] body, bool hasGeneration, IReadOnlySet<string> names, TemplateLimits limits)
    {
        Source = source;
        _body = body;
        HasGenerationBlocks = hasGeneration;
        VariableNames = names;
        _limits = limits;
    }

    /// <summary>The template as it was given.</summary>
    public string Source { get; }

    /// <summary>Whether the template marks what assistants write (<c>{% generation %}</c>).</summary>
    public bool HasGenerationBlocks { get; }

    /// <summary>Names that the template reads: its own variables, functions, and what it may be given.</summary>
    public IReadOnlySet<string> VariableNames { get; }

    /// <summary>Parses a template.</summary>
    /// <param name="source">The template.</param>
    /// <param name="limits">Bounds of parsing and rendering; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="TemplateException">The template is malformed, too long, or uses what is not supported.</exception>
    public static ChatTemplate Parse(string source, TemplateLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        limits ??= new TemplateLimits();
        if (source.Length > limits.MaxSourceLength) throw new TemplateException($"longer than {limits.MaxSourceLength} characters");
        (TemplateStatement[] body, bool hasGeneration, IReadOnlySet<string> names) = TemplateParser.Parse(source);
        return new ChatTemplate(source, body, hasGeneration, names, limits);
    }

    /// <summary>Renders a conversation.</summary>
    /// <param name="input">The conversation and what else the template is given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TemplateException">
    /// The template raises an exception, meets a value that it cannot use, or goes beyond its limits.
    /// </exception>
    public string Render(ChatTemplateInput input) => RenderMarked(input).Text;

    /// <summary>Renders a conversation and says what of it lies inside generation blocks.</summary>
    /// <param name="input">The conversation and what else the template is given.</param>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="TemplateException">As <see cref="Render"/>.</exception>
    public RenderedChat RenderMarked(ChatTemplateInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var scope = new TemplateScope(null);
        try
        {
            foreach ((string name, string token) in input.SpecialTokens) scope[name] = token;
            scope["messages"] = PyJson.FromJson(input.Messages);
            scope["tools"] = input.Tools is { } tools ? PyJson.FromJson(tools) : null;
            scope["documents"] = input.Documents is { } documents ? PyJson.FromJson(documents) : null;
            scope["add_generation_prompt"] = input.AddGenerationPrompt;
            foreach ((string name, System.Text.Json.JsonElement value) in input.Variables) scope[name] = PyJson.FromJson(value);
            var context = new RenderContext(_limits, scope, input.Clock);
            TemplateStatement.RunAll(_body, context);
            return new RenderedChat(context.Output.ToString(), context.Generated);
        }
        catch (InsufficientExecutionStackException)
        {
            throw new TemplateException("values or calls are nested too deeply");
        }
        catch (PyError e)
        {
            throw new TemplateException(e.Message, 0, e.Raised);
        }
    }
}
