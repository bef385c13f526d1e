namespace Hone.Tensors;

/// <summary>
/// A trained tensor: its name in checkpoints, its float32 master value and a version that every change raises. A BFloat16 value
/// is a weight as a file holds it, <see cref="Blocks"/> one in a block format: read, never trained. Owns its storage. Equality is identity.
/// </summary>
public sealed class Parameter : IDisposable
{
    private readonly Tensor _value;
    private bool _isTrainable;

    /// <summary>Wraps a value; the parameter owns the value's storage from now on.</summary>
    /// <param name="name">Name in checkpoints, "model.layers.0.self_attn.q_proj.weight".</param>
    /// <param name="value">Float32, a matrix [N, K] (outputs first) or a vector [D]; or a BFloat16 matrix, which is not trained.</param>
    /// <exception cref="ArgumentException">The value is of another type.</exception>
    public Parameter(string name, Tensor value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value.Type is not (DType.Float32 or DType.BFloat16))
            throw new ArgumentException($"The parameter {name} is {value}; parameters are Float32 or BFloat16.", nameof(value));
        Name = name;
        _value = value;
        Shape = value.Shape;
        _isTrainable = value.Type == DType.Float32;
    }

    /// <summary>Wraps a quantized weight, which is not trained; the parameter owns its storage from now on.</summary>
    /// <param name="name">Name in checkpoints.</param>
    /// <param name="blocks">The matrix [N, K].</param>
    public Parameter(string name, QuantizedTensor blocks)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(blocks);
        Name = name;
        Blocks = blocks;
        Shape = blocks.Shape;
    }

    /// <summary>Name in checkpoints.</summary>
    public string Name { get; }

    /// <summary>[N, K] or [D].</summary>
    public Shape Shape { get; }

    /// <summary>The value. Whoever writes to it calls <see cref="MarkChanged"/>.</summary>
    /// <exception cref="InvalidOperationException">The weight is quantized: it has <see cref="Blocks"/> and no tensor.</exception>
    public Tensor Value => Blocks is null
        ? _value
        : throw new InvalidOperationException($"The weight {Name} is kept as {Blocks.Format} blocks and has no tensor of numbers.");

    /// <summary>The blocks of a quantized weight; null for a dense one.</summary>
    public QuantizedTensor? Blocks { get; }

    /// <summary>Whether training changes it. Default true, but false for BFloat16 and for blocks.</summary>
    /// <exception cref="ArgumentException">The value is BFloat16 or quantized: an update would be lost in its rounding.</exception>
    public bool IsTrainable
    {
        get => _isTrainable;
        set
        {
            if (value)
                RequireFloat32();
            _isTrainable = value;
        }
    }

    /// <summary>Raised by every change, so that packed copies know that they are stale.</summary>
    public long Version { get; private set; }

    /// <summary>Says that the value was written to.</summary>
    public void MarkChanged() => Version++;

    /// <summary>
    /// The packed copy that products read, [ceil(N / 32), K, 32] of a weight [N, K] (<see cref="Backend.PanelShape"/>), for who writes it together with
    /// the value and says so by <see cref="MarkChangedWithPanels"/>; the empty tensor while there is none. It belongs to the <see cref="PackedMatrix"/>.
    /// </summary>
    public Tensor Panels => Packed?.PackedPanels ?? default;

    /// <summary>Says that the value was written to and <see cref="Panels"/> with it.</summary>
    public void MarkChangedWithPanels()
    {
        Version++;
        Packed?.MarkPacked();
    }

    /// <summary>What packed this parameter last.</summary>
    internal PackedMatrix? Packed { get; set; }

    /// <summary>Refuses to train a value that is not float32.</summary>
    internal void RequireFloat32()
    {
        if (Blocks is not null || _value.Type != DType.Float32)
            throw new ArgumentException($"The parameter {Name} is kept as {(Blocks is null ? _value.Type.ToString() : Blocks.Format.ToString())} and cannot be trained; load the model with float32 weights.");
    }

    /// <summary>Gives the storage back.</summary>
    public void Dispose()
    {
        if (Blocks is null)
            _value.Storage.Dispose();
        else
            Blocks.Dispose();
    }

    /// <summary>Name and shape.</summary>
    public override string ToString() => $"{Name} {Shape}";
}
