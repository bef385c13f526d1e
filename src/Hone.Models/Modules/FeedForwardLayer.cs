using Hone.Tensors;

namespace Hone.Models;

/// <summary>down(act(gate(x)) up(x)) when gated, else down(act(up(x))).</summary>
internal sealed class FeedForwardLayer : IDisposable
{
    private readonly Activation _activation;
    private readonly Projection? _gate;
    private readonly Projection _up, _down;

    public FeedForwardLayer(ParameterSource source, TransformerConfig model, FeedForwardConfig config)
    {
        _activation = config.Activation;
        Initializer normal = Initializer.Normal(model.InitializerRange);
        _gate = config.Gated ? new Projection(source, "gate_proj", config.Width, model.Width, config.Bias, normal) : null;
        _up = new Projection(source, "up_proj", config.Width, model.Width, config.Bias, normal);
        _down = new Projection(source, "down_proj", model.Width, config.Width, config.Bias, normal);
    }

    public Tensor Forward(ComputeContext context, Tensor x)
    {
        Tensor inner = _gate is null
            ? context.Activate(_activation, _up.Forward(context, x))
            : context.GatedActivation(_activation, _gate.Forward(context, x), _up.Forward(context, x)); // [T, F]
        return _down.Forward(context, inner); // [T, D]
    }

    public void Dispose()
    {
        _gate?.Dispose();
        _up.Dispose();
        _down.Dispose();
    }
}
