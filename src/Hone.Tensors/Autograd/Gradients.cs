namespace Hone.Tensors;

/// <summary>Which use of a parameter a gradient comes from; each has an accumulator of its own, added in this order at the end.</summary>
public enum ParameterUse : byte
{
    /// <summary>As a weight of a product, a gain or a bias.</summary>
    Product,

    /// <summary>As a table that rows are looked up in.</summary>
    Lookup,

    /// <summary>As a factor that a second weight shares: the second part of a fused one.</summary>
    SecondProduct,

    /// <summary>As a factor that a third weight shares.</summary>
    ThirdProduct,
}

/// <summary>
/// Gradients of parameters, owned by the caller. An accumulator starts at 0 and every backward goes on with its chain
/// (numeric contract, rule 5), so that micro-batches in order give the bits of one batch. Not thread safe.
/// </summary>
public sealed class Gradients : IDisposable
{
    private readonly Backend _backend;
    private readonly Dictionary<(Parameter Parameter, ParameterUse Use), Tensor> _accumulators = [];
    private readonly HashSet<(Parameter Parameter, ParameterUse Use)> _touched = [];

    /// <summary>No gradients yet; memory is taken when a parameter first gets one.</summary>
    public Gradients(Backend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        _backend = backend;
    }

    /// <summary>Bytes held.</summary>
    public long SizeBytes => _accumulators.Values.Sum(t => t.SizeBytes);

    /// <summary>The accumulator of one use of a parameter, zero when new.</summary>
    internal Tensor Accumulator(Parameter parameter, ParameterUse use)
    {
        Tensor tensor = Accumulator(parameter, use, out bool accumulate);
        if (!accumulate)
            _backend.Fill(tensor, 0);
        return tensor;
    }

    /// <summary>The accumulator of one use of a parameter, for who overwrites it all when new.</summary>
    /// <param name="parameter">Of which.</param>
    /// <param name="use">By what.</param>
    /// <param name="accumulate">False when new: what it holds is of an earlier step and not to be read.</param>
    internal Tensor Accumulator(Parameter parameter, ParameterUse use, out bool accumulate)
    {
        parameter.RequireFloat32();
        var key = (parameter, use);
        if (!_accumulators.TryGetValue(key, out Tensor tensor))
            _accumulators[key] = tensor = _backend.CreateTensor(parameter.Shape);
        accumulate = !_touched.Add(key);
        return tensor;
    }

    /// <summary>
    /// The gradient of a parameter, the sum over its uses; the empty tensor when nothing has reached it. Call once all
    /// backward passes are done: the uses are added up the first time.
    /// </summary>
    public Tensor Total(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        Tensor sum = default;
        for (ParameterUse use = ParameterUse.Product; use <= ParameterUse.ThirdProduct; use++)
        {
            if (!_touched.Contains((parameter, use)))
                continue;
            Tensor part = _accumulators[(parameter, use)];
            if (sum.IsEmpty)
            {
                sum = part;
                continue;
            }
            _backend.Add(sum, part, sum);
            _touched.Remove((parameter, use));
        }
        return sum;
    }

    /// <summary>Starts again from 0; memory is kept.</summary>
    public void Clear() => _touched.Clear();

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        foreach (Tensor tensor in _accumulators.Values)
            tensor.Storage.Dispose();
        _accumulators.Clear();
        _touched.Clear();
    }
}
