namespace Hone.Tensors;

/// <summary>
/// A trained tensor: its name in checkpoints, its float32 master value and a version that every change raises.
/// Owns its storage. Equality is identity.
/// </summary>
public sealed class Parameter : IDisposable
{
    /// <summary>Wraps a value; the parameter owns the value's storage from now on.</summary>
    /// <param name="name">Name in checkpoints, "model.layers.0.self_attn.q_proj.weight".</param>
    /// <param name="value">Float32, a matrix [N, K] (outputs first) or a vector [D].</param>
    public Parameter(string name, Tensor value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Value = value;
    }

    /// <summary>Name in checkpoints.</summary>
    public string Name { get; }

    /// <summary>The float32 value. Whoever writes to it calls <see cref="MarkChanged"/>.</summary>
    public Tensor Value { get; }

    /// <summary>Whether training changes it. Default true.</summary>
    public bool IsTrainable { get; set; } = true;

    /// <summary>Raised by every change, so that packed copies know that they are stale.</summary>
    public long Version { get; private set; }

    /// <summary>Says that the value was written to.</summary>
    public void MarkChanged() => Version++;

    /// <summary>Gives the storage back.</summary>
    public void Dispose() => Value.Storage.Dispose();

    /// <summary>Name and shape.</summary>
    public override string ToString() => $"{Name} {Value.Shape}";
}
