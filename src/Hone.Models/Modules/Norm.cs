using Hone.Tensors;

namespace Hone.Models;

/// <summary>One norm of whichever kind the model has.</summary>
internal sealed class Norm : IDisposable
{
    private readonly NormKind _kind;
    private readonly float _epsilon;
    private readonly Parameter? _gain, _bias;
    private readonly ShiftedGain? _shifted;

    /// <summary>Asks the source for "NAME.weight" and "NAME.bias" as the kind has them.</summary>
    public Norm(ParameterSource source, string name, int width, NormKind kind, double epsilon)
    {
        _kind = kind;
        _epsilon = (float)epsilon;
        if (kind == NormKind.RmsPlain)
            return;
        _gain = source.Vector(name + ".weight", width, kind == NormKind.RmsShifted ? Initializer.Zeros : Initializer.Ones);
        if (kind == NormKind.Layer)
            _bias = source.Vector(name + ".bias", width, Initializer.Zeros);
        if (kind == NormKind.RmsShifted)
            _shifted = new ShiftedGain(source.Backend, _gain);
    }

    /// <summary>Whether it is a root-mean-square norm whose gain, if any, is <see cref="Gain"/> as it stands.</summary>
    public bool IsPlain => _kind is NormKind.Rms or NormKind.RmsPlain;

    /// <summary>The gain, or null.</summary>
    public Parameter? Gain => _gain;

    /// <summary>eps.</summary>
    public float Epsilon => _epsilon;

    /// <summary>The norm of each row of the innermost axis, as a new tensor.</summary>
    public Tensor Forward(ComputeContext context, Tensor x) => _kind switch
    {
        NormKind.RmsShifted => context.RmsNorm(x, _shifted!, _epsilon),
        NormKind.Layer or NormKind.LayerWithoutBias => context.LayerNorm(x, _gain!, _bias, _epsilon),
        _ => context.RmsNorm(x, _gain, _epsilon),
    };

    /// <summary>The same; without a tape the result is written over x, so that it outlives what the caller releases.</summary>
    public Tensor ForwardInPlace(ComputeContext context, Tensor x)
    {
        Tensor y = Forward(context, x);
        if (context.Tape is not null)
            return y;
        context.Backend.Copy(y, x);
        return x;
    }

    public void Dispose() => _shifted?.Dispose();
}
