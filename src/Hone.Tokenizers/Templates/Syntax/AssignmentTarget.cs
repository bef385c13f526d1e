namespace Hone.Tokenizers;

/// <summary>Where a value goes: a name, an attribute of a namespace, or several of them.</summary>
internal sealed class AssignmentTarget
{
    private readonly string? _name;
    private readonly string? _attribute;
    private readonly AssignmentTarget[] _parts;

    private AssignmentTarget(string? name, string? attribute, AssignmentTarget[] parts) => (_name, _attribute, _parts) = (name, attribute, parts);

    public static AssignmentTarget Name(string name) => new(name, null, []);

    public static AssignmentTarget Attribute(string name, string attribute) => new(name, attribute, []);

    public static AssignmentTarget Several(AssignmentTarget[] parts) => new(null, null, parts);

    public void Assign(RenderContext context, object? value)
    {
        if (_attribute is not null)
        {
            if (!context.Scope.TryGet(_name!, out object? target) || target is not PyNamespace space) throw new PyError("cannot assign attribute on non-namespace object");
            space.Attributes[_attribute] = value;
            return;
        }
        if (_name is not null)
        {
            context.Scope[_name] = value;
            return;
        }
        List<object?> items = Py.Iterate(value);
        if (items.Count != _parts.Length)
            throw new PyError(items.Count < _parts.Length ? $"not enough values to unpack (expected {_parts.Length}, got {items.Count})" : $"too many values to unpack (expected {_parts.Length})");
        for (int i = 0; i < items.Count; i++) _parts[i].Assign(context, items[i]);
    }
}
