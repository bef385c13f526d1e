using Hone.Tensors;

namespace Hone.Models;

/// <summary>
/// Where a model's parameters come from. Loading is construction: a module's constructor asks for what it needs, and
/// the source makes it from a file or from a seed.
/// <para>Names: a full name is the prefix of every <see cref="In"/> and the asked name, joined with '.', and is the name
/// in the checkpoint, the ending ".weight" or ".bias" included:
/// <c>source.In("model.layers.0.self_attn").Matrix("q_proj.weight", N, K, init)</c> is
/// "model.layers.0.self_attn.q_proj.weight". A matrix is [rows, columns] = [outputs, inputs].</para>
/// <para>The caller owns the parameters; <see cref="DisposeCreated"/> is for a constructor that fails half-way. Not thread safe.</para>
/// </summary>
public abstract class ParameterSource
{
    private readonly ParameterSource _root;
    private readonly List<Parameter> _created;
    private readonly HashSet<string> _names;

    /// <summary>A source that places its parameters on a backend.</summary>
    protected ParameterSource(Backend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        Backend = backend;
        Prefix = "";
        _root = this;
        _created = [];
        _names = new HashSet<string>(StringComparer.Ordinal);
    }

    private ParameterSource(ParameterSource root, string prefix)
    {
        Backend = root.Backend;
        Prefix = prefix;
        _root = root;
        _created = root._created;
        _names = root._names;
    }

    /// <summary>Where the values are.</summary>
    public Backend Backend { get; }

    /// <summary>What precedes every name asked of this view, without the last '.'; empty at the root.</summary>
    public string Prefix { get; }

    /// <summary>Everything made so far through any view of this source, in the order asked for.</summary>
    public IReadOnlyList<Parameter> Created => _created;

    /// <summary>The same source with <paramref name="name"/> added to the prefix; may hold several parts ("model.layers.0").</summary>
    /// <exception cref="ArgumentException">The name is empty or begins or ends with '.'.</exception>
    public ParameterSource In(string name) => new Scope(_root, Join(name));

    /// <summary>Makes the matrix [<paramref name="rows"/>, <paramref name="columns"/>] of that name.</summary>
    /// <param name="name">Name under the prefix, its ending included: "q_proj.weight".</param>
    /// <param name="rows">Outputs, N.</param>
    /// <param name="columns">Inputs, K.</param>
    /// <param name="initializer">How it begins when there is no file.</param>
    /// <exception cref="ArgumentException">The name was asked for before, or is malformed.</exception>
    /// <exception cref="CheckpointFormatException">The file has no such tensor or another shape.</exception>
    public Parameter Matrix(string name, int rows, int columns, Initializer initializer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        return _root.MatrixFormat(Join(name)) is { } format
            ? MakeBlocks(name, new Shape(rows, columns), format, initializer)
            : Make(name, new Shape(rows, columns), initializer, _root.MatrixType(Join(name)));
    }

    /// <summary>Makes the vector of <paramref name="length"/> elements of that name: a gain or a bias.</summary>
    /// <inheritdoc cref="Matrix" path="/exception"/>
    public Parameter Vector(string name, int length, Initializer initializer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        return Make(name, new Shape(length), initializer, DType.Float32);
    }

    /// <summary>Gives the storage of everything made so far back: what a constructor does that failed half-way.</summary>
    public void DisposeCreated()
    {
        foreach (Parameter parameter in _created)
            parameter.Dispose();
        _created.Clear();
        _names.Clear();
    }

    /// <summary>Writes the elements of one parameter; the target is a new tensor of zeros.</summary>
    /// <param name="fullName">The name with its prefix.</param>
    /// <param name="target">[rows, columns] of <see cref="MatrixType"/>, or float32 [length].</param>
    /// <param name="initializer">How it begins when there is no file.</param>
    protected abstract void Fill(string fullName, Tensor target, Initializer initializer);

    /// <summary>Element type that a matrix is to have; the default is float32.</summary>
    /// <param name="fullName">The name with its prefix.</param>
    /// <returns>Float32, or BFloat16 for one that is not trained.</returns>
    protected virtual DType MatrixType(string fullName) => DType.Float32;

    /// <summary>Block format that a matrix is to have; the default is none.</summary>
    /// <param name="fullName">The name with its prefix.</param>
    /// <returns>A format in which <see cref="FillBlocks"/> fills the matrix; null for one of <see cref="MatrixType"/>.</returns>
    protected virtual QuantFormat? MatrixFormat(string fullName) => null;

    /// <summary>Packs all rows of a quantized matrix, in one or several calls of <see cref="Backend.PackBlocks"/>.</summary>
    /// <param name="fullName">The name with its prefix.</param>
    /// <param name="target">[rows, columns] of <see cref="MatrixFormat"/>; all bytes are zero.</param>
    /// <param name="initializer">How it begins when there is no file.</param>
    protected virtual void FillBlocks(string fullName, QuantizedTensor target, Initializer initializer) =>
        throw new InvalidOperationException($"This source names a block format for {fullName} and does not fill it.");

    /// <summary>Refuses a parameter before memory is taken for it; the default refuses none.</summary>
    /// <param name="fullName">The name with its prefix.</param>
    /// <param name="shape">What the model asks for.</param>
    protected virtual void Check(string fullName, Shape shape)
    {
    }

    private Parameter Make(string name, Shape shape, Initializer initializer, DType type)
    {
        string fullName = Claim(name, shape);
        var parameter = new Parameter(fullName, Backend.CreateTensor(shape, type));
        return Filled(parameter, () => _root.Fill(fullName, parameter.Value, initializer));
    }

    private Parameter MakeBlocks(string name, Shape shape, QuantFormat format, Initializer initializer)
    {
        string fullName = Claim(name, shape);
        var parameter = new Parameter(fullName, Backend.CreateQuantized(format, shape[0], shape[1]));
        return Filled(parameter, () => _root.FillBlocks(fullName, parameter.Blocks!, initializer));
    }

    private string Claim(string name, Shape shape)
    {
        string fullName = Join(name);
        if (!_names.Add(fullName))
            throw new ArgumentException($"The parameter {fullName} is asked for twice; a shared one is made once and handed on.", nameof(name));
        _root.Check(fullName, shape);
        return fullName;
    }

    private Parameter Filled(Parameter parameter, Action fill)
    {
        try
        {
            fill();
        }
        catch
        {
            parameter.Dispose();
            throw;
        }
        _created.Add(parameter);
        return parameter;
    }

    /// <summary>What a source that wraps another one asks of it.</summary>
    private protected static void CheckOf(ParameterSource inner, string fullName, Shape shape) => inner.Check(fullName, shape);

    /// <inheritdoc cref="CheckOf"/>
    private protected static DType MatrixTypeOf(ParameterSource inner, string fullName) => inner.MatrixType(fullName);

    /// <inheritdoc cref="CheckOf"/>
    private protected static QuantFormat? MatrixFormatOf(ParameterSource inner, string fullName) => inner.MatrixFormat(fullName);

    /// <inheritdoc cref="CheckOf"/>
    private protected static void FillOf(ParameterSource inner, string fullName, Tensor target, Initializer initializer) => inner.Fill(fullName, target, initializer);

    /// <inheritdoc cref="CheckOf"/>
    private protected static void FillBlocksOf(ParameterSource inner, string fullName, QuantizedTensor target, Initializer initializer) =>
        inner.FillBlocks(fullName, target, initializer);

    private string Join(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name[0] == '.' || name[^1] == '.')
            throw new ArgumentException($"The name '{name}' begins or ends with a dot; dots are put in by the source.", nameof(name));
        return Prefix.Length == 0 ? name : Prefix + "." + name;
    }

    // A view asks its root, so that a derived source sees full names only.
    private sealed class Scope(ParameterSource root, string prefix) : ParameterSource(root, prefix)
    {
        protected override void Fill(string fullName, Tensor target, Initializer initializer) =>
            throw new InvalidOperationException("A view of a source fills nothing itself.");
    }
}
