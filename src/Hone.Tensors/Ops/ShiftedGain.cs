namespace Hone.Tensors;

/// <summary>
/// The gain 1 + w of a norm whose parameter is stored as the difference from 1 (Gemma). The sum is made once for a
/// version of the parameter. Owns the sum, not the parameter.
/// </summary>
public sealed class ShiftedGain : IDisposable
{
    private readonly Backend _backend;
    private Tensor _value;
    private long _version = -1;

    /// <summary>A gain whose sum is made when first used.</summary>
    /// <param name="backend">Where it lives.</param>
    /// <param name="weight">w, [D].</param>
    public ShiftedGain(Backend backend, Parameter weight)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(weight);
        _backend = backend;
        Weight = weight;
    }

    /// <summary>w; its gradient is that of the gain.</summary>
    public Parameter Weight { get; }

    /// <summary>1 + w of the present version: [D].</summary>
    public Tensor Value
    {
        get
        {
            if (_version != Weight.Version)
            {
                if (_value.IsEmpty)
                    _value = _backend.CreateTensor(Weight.Shape);
                _backend.Fill(_value, 1f);
                _backend.Add(_value, Weight.Value, _value);
                _version = Weight.Version;
            }
            return _value;
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (!_value.IsEmpty)
            _value.Storage.Dispose();
        _value = default;
        _version = -1;
    }
}
