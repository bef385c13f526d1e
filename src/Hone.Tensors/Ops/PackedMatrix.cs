namespace Hone.Tensors;

/// <summary>
/// A weight [N, K] with what its products read: the column panels of a dense one, made once for a version of the parameter, or
/// the blocks of a quantized one, which are laid in panels already. Decoding, prefill and training read the same. Owns the
/// panels, not the parameter.
/// </summary>
public sealed class PackedMatrix : IDisposable
{
    private readonly Backend _backend;
    private Tensor _panels;
    private long _packedVersion = -1;

    /// <summary>A weight whose panels are packed when first used.</summary>
    /// <param name="backend">Where panels live.</param>
    /// <param name="weight">[N, K], outputs first; dense or quantized.</param>
    /// <exception cref="ArgumentException">The parameter is not a matrix.</exception>
    public PackedMatrix(Backend backend, Parameter weight)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.Shape.Rank != 2)
            throw new ArgumentException($"A weight is a matrix; {weight} is not.", nameof(weight));
        _backend = backend;
        Weight = weight;
    }

    /// <summary>The weight itself, row-major or in blocks.</summary>
    public Parameter Weight { get; }

    /// <summary>
    /// Whether products take activations in two parts of eight bits, where the weight is in integer blocks: what the first leaves over is
    /// quantized again. Meant for small weights whose outputs are summed up over many positions. Default false.
    /// </summary>
    public bool HasFinerInput { get; init => field = value && Weight.Blocks is { Format: not QuantFormat.NF4 }; }

    /// <summary>Outputs, N.</summary>
    public int Rows => Weight.Shape[0];

    /// <summary>Inputs, K.</summary>
    public int Columns => Weight.Shape[1];

    /// <summary>The panels of the present version, of a dense weight's type: <see cref="Backend.PanelShape"/>.</summary>
    /// <exception cref="InvalidOperationException">The weight is quantized.</exception>
    public Tensor Panels
    {
        get
        {
            if (_packedVersion != Weight.Version)
            {
                if (_panels.IsEmpty)
                    _panels = _backend.CreateTensor(Backend.PanelShape(Rows, Columns), Weight.Value.Type);
                _backend.PackPanels(Weight.Value, _panels);
                Weight.Packed = this;
                MarkPacked();
            }
            return _panels;
        }
    }

    /// <summary>The panels as they are, of whatever version.</summary>
    internal Tensor PackedPanels => _panels;

    /// <summary>Says that the panels are those of the present version.</summary>
    internal void MarkPacked() => _packedVersion = Weight.Version;

    /// <summary>This weight as one of <see cref="Backend.Products"/>.</summary>
    /// <param name="bias">[N], or the empty tensor.</param>
    /// <param name="y">[M, N].</param>
    internal ProductPart Part(Tensor bias, Tensor y) => Weight.Blocks is { } blocks ? new ProductPart(blocks, bias, y) : new ProductPart(Panels, bias, y);

    /// <summary><see cref="Backend.ProductInputGradient"/> or <see cref="Backend.QuantizedInputGradient"/>.</summary>
    /// <param name="dy">[M, N].</param>
    /// <param name="dx">[M, K].</param>
    /// <param name="accumulate">Whether dx holds the start of the chain.</param>
    internal void InputGradient(Tensor dy, Tensor dx, bool accumulate)
    {
        if (Weight.Blocks is { } blocks)
            _backend.QuantizedInputGradient(dy, blocks, dx, accumulate);
        else
            _backend.ProductInputGradient(dy, Weight.Value, dx, accumulate);
    }

    /// <summary>Gives the panels' memory back.</summary>
    public void Dispose()
    {
        if (!_panels.IsEmpty)
            _panels.Storage.Dispose();
        _panels = default;
        if (Weight.Packed == this)
            Weight.Packed = null;
        _packedVersion = -1;
    }
}
