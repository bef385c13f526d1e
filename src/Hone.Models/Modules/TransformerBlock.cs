using Hone.Tensors;

namespace Hone.Models;

/// <summary>One pre-norm layer: x += attention(norm(x)), then x += feedForward(norm(x)).</summary>
internal sealed class TransformerBlock : IDisposable
{
    private readonly float _epsilon;
    private readonly int _index;
    private readonly Parameter _attentionNorm, _feedForwardNorm;
    private readonly AttentionLayer _attention;
    private readonly FeedForwardLayer _feedForward;

    public TransformerBlock(ParameterSource source, TransformerConfig model, int index, RotaryTable? rotary)
    {
        LayerConfig layer = model.Layers[index];
        _epsilon = (float)model.NormEpsilon;
        _index = index;
        _attention = new AttentionLayer(source.In("self_attn"), model, layer.Attention, rotary);
        _feedForward = new FeedForwardLayer(source.In("mlp"), model, layer.FeedForward);
        _attentionNorm = source.Vector("input_layernorm.weight", model.Width, Initializer.Ones);
        _feedForwardNorm = source.Vector("post_attention_layernorm.weight", model.Width, Initializer.Ones);
    }

    /// <summary>x [T, D] to [T, D]; without a tape x is overwritten and only it outlives the call.</summary>
    public Tensor Forward(ComputeContext context, Tensor x, TokenBatch batch)
    {
        ScratchArena.Mark mark = context.Scratch.MarkTop();
        x = context.AddResidual(x, _attention.Forward(context, context.RmsNorm(x, _attentionNorm, _epsilon), batch, _index));
        x = context.AddResidual(x, _feedForward.Forward(context, context.RmsNorm(x, _feedForwardNorm, _epsilon)));
        context.Scratch.Release(mark);
        return x;
    }

    public void Dispose()
    {
        _attention.Dispose();
        _feedForward.Dispose();
    }
}
