using Hone.Tensors;

namespace Hone.Models;

/// <summary>down(act(gate(x)) up(x)) when gated, else down(act(up(x))).</summary>
internal sealed class FeedForwardLayer : IDisposable
{
    private readonly Activation _activation;
    private readonly Projection? _gate;
    private readonly Projection _up, _down;
    private readonly ProjectionGroup? _inputs;
    private readonly XieluParameters? _xielu;

    public FeedForwardLayer(ParameterSource source, TransformerConfig model, FeedForwardConfig config)
    {
        _activation = config.Activation;
        Initializer normal = Initializer.Normal(model.InitializerRange);
        _gate = config.Gated ? new Projection(source, "gate_proj", config.Width, model.Width, config.Bias, normal) : null;
        _up = new Projection(source, "up_proj", config.Width, model.Width, config.Bias, normal);
        // The gate first: the chain of x's gradient goes on in the reverse of this order.
        _inputs = _gate is null ? null : new ProjectionGroup(_gate, _up);
        _down = new Projection(source, "down_proj", model.Width, config.Width, config.Bias, normal);
        _xielu = config.Xielu ? Xielu(source.In("act_fn")) : null;
    }

    // Slopes begin as published: softplus gives 0.8 for both sides, 0.5 of the negative one being beta.
    private static XieluParameters Xielu(ParameterSource source)
    {
        var numbers = new XieluParameters(
            source.Vector("alpha_p", 1, Initializer.Constant(0.20338232)), source.Vector("alpha_n", 1, Initializer.Constant(-1.0502256)),
            source.Vector("beta", 1, Initializer.Constant(0.5)), source.Vector("eps", 1, Initializer.Constant(-1e-6)));
        numbers.Beta.IsTrainable = numbers.Epsilon.IsTrainable = false;
        return numbers;
    }

    /// <summary>The gate; null where there is none.</summary>
    public Projection? Gate => _gate;

    /// <summary>What is gated.</summary>
    public Projection Up => _up;

    /// <summary>The output.</summary>
    public Projection Down => _down;

    /// <summary>What the gate passes.</summary>
    public Activation Activation => _activation;

    public IEnumerable<AdapterSite> Sites => _gate is null ? [_up.Site, _down.Site] : [_gate.Site, _up.Site, _down.Site];

    /// <summary>x [T, D] to [T, D].</summary>
    public Tensor Forward(ComputeContext context, Tensor x, TokenBatch batch) => _down.Forward(context, Inner(context, x, batch), batch); // [T, D]

    /// <summary>sum + <see cref="Forward"/>; without a tape the sum itself is overwritten and returned.</summary>
    public Tensor AddTo(ComputeContext context, Tensor x, TokenBatch batch, Tensor sum) => _down.AddTo(context, Inner(context, x, batch), batch, sum); // [T, D]

    private Tensor Inner(ComputeContext context, Tensor x, TokenBatch batch)
    {
        if (_inputs is not null && _xielu is null)
            return _inputs.ForwardGated(context, _activation, x, batch);
        Tensor up = _up.Forward(context, x, batch); // [T, F]
        return _xielu is not null ? context.Xielu(up, _xielu) : context.Activate(_activation, up);
    }

    public void Dispose()
    {
        _gate?.Dispose();
        _up.Dispose();
        _down.Dispose();
    }
}
