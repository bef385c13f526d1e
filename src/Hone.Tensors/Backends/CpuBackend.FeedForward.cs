namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void GatedActivation(Activation activation, Tensor gate, Tensor up, Tensor y)
    {
        switch (activation)
        {
            case Activation.Silu:
                FeedForwardOps.Gated<LaneSilu>(this, gate, up, y);
                break;
            case Activation.GeluTanh:
                FeedForwardOps.Gated<LaneGeluTanh>(this, gate, up, y);
                break;
            case Activation.Gelu:
                FeedForwardOps.Gated<LaneGelu>(this, gate, up, y);
                break;
            case Activation.Relu:
                FeedForwardOps.Gated<LaneRelu>(this, gate, up, y);
                break;
            case Activation.ReluSquared:
                FeedForwardOps.Gated<LaneReluSquared>(this, gate, up, y);
                break;
            case Activation.GeluSine:
                FeedForwardOps.Gated<LaneGeluSine>(this, gate, up, y);
                break;
            case Activation.GeluSinc:
                FeedForwardOps.Gated<LaneGeluSinc>(this, gate, up, y);
                break;
            default:
                throw Undefined(activation);
        }
    }

    /// <inheritdoc/>
    public override void GatedProducts(Tensor x, in ProductPart gate, in ProductPart up, Activation activation, Tensor y, bool keep = false)
    {
        if (!keep && GatedProductOps.Takes(this, x, gate, up))
            GatedProductOps.Run(this, x, gate, up, activation, y);
        else if (GemmOps.TakesGated(x, gate, up))
            GemmOps.GatedProducts(this, x, gate, up, activation, y);
        else
            base.GatedProducts(x, gate, up, activation, y, keep);
    }

    /// <inheritdoc/>
    public override void GatedActivationGradient(Activation activation, Tensor gate, Tensor up, Tensor dy, Tensor dgate, Tensor dup)
    {
        switch (activation)
        {
            case Activation.Silu:
                FeedForwardOps.GatedGradient<LaneSilu>(this, gate, up, dy, dgate, dup);
                break;
            case Activation.GeluTanh:
                FeedForwardOps.GatedGradient<LaneGeluTanh>(this, gate, up, dy, dgate, dup);
                break;
            case Activation.Gelu:
                FeedForwardOps.GatedGradient<LaneGelu>(this, gate, up, dy, dgate, dup);
                break;
            case Activation.Relu:
                FeedForwardOps.GatedGradient<LaneRelu>(this, gate, up, dy, dgate, dup);
                break;
            case Activation.ReluSquared:
                FeedForwardOps.GatedGradient<LaneReluSquared>(this, gate, up, dy, dgate, dup);
                break;
            case Activation.GeluSine:
                FeedForwardOps.GatedGradient<LaneGeluSine>(this, gate, up, dy, dgate, dup);
                break;
            case Activation.GeluSinc:
                FeedForwardOps.GatedGradient<LaneGeluSinc>(this, gate, up, dy, dgate, dup);
                break;
            default:
                throw Undefined(activation);
        }
    }

    /// <inheritdoc/>
    public override void Activate(Activation activation, Tensor x, Tensor y)
    {
        switch (activation)
        {
            case Activation.Silu:
                FeedForwardOps.Activate<LaneSilu>(this, x, y);
                break;
            case Activation.GeluTanh:
                FeedForwardOps.Activate<LaneGeluTanh>(this, x, y);
                break;
            case Activation.Gelu:
                FeedForwardOps.Activate<LaneGelu>(this, x, y);
                break;
            case Activation.Relu:
                FeedForwardOps.Activate<LaneRelu>(this, x, y);
                break;
            case Activation.ReluSquared:
                FeedForwardOps.Activate<LaneReluSquared>(this, x, y);
                break;
            case Activation.GeluSine:
                FeedForwardOps.Activate<LaneGeluSine>(this, x, y);
                break;
            case Activation.GeluSinc:
                FeedForwardOps.Activate<LaneGeluSinc>(this, x, y);
                break;
            default:
                throw Undefined(activation);
        }
    }

    /// <inheritdoc/>
    public override void ActivateGradient(Activation activation, Tensor x, Tensor dy, Tensor dx, bool accumulate)
    {
        switch (activation)
        {
            case Activation.Silu:
                FeedForwardOps.ActivateGradient<LaneSilu>(this, x, dy, dx, accumulate);
                break;
            case Activation.GeluTanh:
                FeedForwardOps.ActivateGradient<LaneGeluTanh>(this, x, dy, dx, accumulate);
                break;
            case Activation.Gelu:
                FeedForwardOps.ActivateGradient<LaneGelu>(this, x, dy, dx, accumulate);
                break;
            case Activation.Relu:
                FeedForwardOps.ActivateGradient<LaneRelu>(this, x, dy, dx, accumulate);
                break;
            case Activation.ReluSquared:
                FeedForwardOps.ActivateGradient<LaneReluSquared>(this, x, dy, dx, accumulate);
                break;
            case Activation.GeluSine:
                FeedForwardOps.ActivateGradient<LaneGeluSine>(this, x, dy, dx, accumulate);
                break;
            case Activation.GeluSinc:
                FeedForwardOps.ActivateGradient<LaneGeluSinc>(this, x, dy, dx, accumulate);
                break;
            default:
                throw Undefined(activation);
        }
    }

    /// <inheritdoc/>
    public override void Add(Tensor a, Tensor b, Tensor y) => FeedForwardOps.Add(this, a, b, y);

    /// <inheritdoc/>
    public override void Scale(Tensor x, float factor, Tensor y) => FeedForwardOps.Scale(this, x, factor, y);

    /// <inheritdoc/>
    public override void AddScaled(Tensor x, float factor, Tensor y) => FeedForwardOps.AddScaled(this, x, factor, y);

    /// <inheritdoc/>
    public override void Fill(Tensor target, float value) => FeedForwardOps.Fill(this, target, value);

    /// <inheritdoc/>
    public override void Copy(Tensor source, Tensor target) => FeedForwardOps.Copy(this, source, target);

    private static ArgumentOutOfRangeException Undefined(Activation activation) =>
        new(nameof(activation), activation, "Not a defined activation.");

    /// <inheritdoc/>
    public override void ScaleColumns(Tensor x, Tensor factors, Tensor bias, Tensor y) => ScaleColumnsOps.Run(this, x, factors, bias, y);
}
