namespace Hone.Tensors;

/// <summary>
/// A weight [N, K] with its packed column panels. The panels are made once for a version of the parameter; decoding,
/// prefill and training read the same ones. Owns the panels, not the parameter.
/// </summary>
public sealed class PackedMatrix : IDisposable
{
    private readonly Backend _backend;
    private Tensor _panels;
    private long _packedVersion = -1;

    /// <summary>A weight whose panels are packed when first used.</summary>
    /// <param name="backend">Where panels live.</param>
    /// <param name="weight">[N, K], outputs first.</param>
    /// <exception cref="ArgumentException">The parameter is not a matrix.</exception>
    public PackedMatrix(Backend backend, Parameter weight)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.Value.Shape.Rank != 2)
            throw new ArgumentException($"A weight is a matrix; {weight} is not.", nameof(weight));
        _backend = backend;
        Weight = weight;
    }

    /// <summary>The weight itself, row-major.</summary>
    public Parameter Weight { get; }

    /// <summary>Outputs, N.</summary>
    public int Rows => Weight.Value[0];

    /// <summary>Inputs, K.</summary>
    public int Columns => Weight.Value[1];

    /// <summary>The panels of the present version, of the weight's type: <see cref="Backend.PanelShape"/>.</summary>
    public Tensor Panels
    {
        get
        {
            if (_packedVersion != Weight.Version)
            {
                if (_panels.IsEmpty)
                    _panels = _backend.CreateTensor(Backend.PanelShape(Rows, Columns), Weight.Value.Type);
                _backend.PackPanels(Weight.Value, _panels);
                _packedVersion = Weight.Version;
            }
            return _panels;
        }
    }

    /// <summary>Gives the panels' memory back.</summary>
    public void Dispose()
    {
        if (!_panels.IsEmpty)
            _panels.Storage.Dispose();
        _panels = default;
        _packedVersion = -1;
    }
}
