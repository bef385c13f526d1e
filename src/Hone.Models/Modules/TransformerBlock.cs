using Hone.Tensors;

namespace Hone.Models;

/// <summary>One layer: attention and a feed-forward around the residual stream, norms where <see cref="NormPlacement"/> says.</summary>
internal sealed class TransformerBlock : IDisposable
{
    private readonly int _index;
    private readonly NormPlacement _placement;
    private readonly AttentionLayer _attention;
    private readonly FeedForwardLayer _feedForward;
    private readonly Norm? _attentionIn, _attentionOut, _feedForwardIn, _feedForwardOut;

    public TransformerBlock(ParameterSource source, TransformerConfig model, int index, LayerRotary? rotary)
    {
        LayerConfig layer = model.Layers[index];
        _index = index;
        _placement = layer.Placement;
        _attention = new AttentionLayer(source.In("self_attn"), model, layer.Attention, rotary);
        _feedForward = new FeedForwardLayer(source.In("mlp"), model, layer.FeedForward);
        Norm Make(string name) => new(source, name, model.Width, model.Norm, model.NormEpsilon);
        switch (_placement)
        {
            case NormPlacement.Pre:
                _attentionIn = layer.SkipAttentionNorm ? null : Make("input_layernorm");
                _feedForwardIn = Make("post_attention_layernorm");
                break;
            case NormPlacement.Sandwich:
                _attentionIn = Make("input_layernorm");
                _attentionOut = Make("post_attention_layernorm");
                _feedForwardIn = Make("pre_feedforward_layernorm");
                _feedForwardOut = Make("post_feedforward_layernorm");
                break;
            case NormPlacement.Parallel:
                _attentionIn = Make("input_layernorm");
                break;
            default:
                _attentionOut = Make("post_attention_layernorm");
                _feedForwardOut = Make("post_feedforward_layernorm");
                break;
        }
    }

    public CacheDType CacheDType
    {
        get => _attention.CacheDType;
        set => _attention.CacheDType = value;
    }

    public IEnumerable<AdapterSite> Sites => _attention.Sites.Concat(_feedForward.Sites);

    /// <summary>x [T, D] to [T, D]; without a tape x is overwritten and only it outlives the call.</summary>
    public Tensor Forward(ComputeContext context, Tensor x, TokenBatch batch)
    {
        ScratchArena.Mark mark = context.Scratch.MarkTop();
        Tensor normed = _attentionIn?.Forward(context, x) ?? x;
        if (_placement == NormPlacement.Parallel)
        {
            Tensor branch = _attention.Forward(context, normed, batch, _index); // [T, D]
            x = context.AddResidual(x, context.Add(branch, _feedForward.Forward(context, normed, batch)));
        }
        else
        {
            x = _attentionOut is null
                ? _attention.AddTo(context, normed, batch, _index, x)
                : Join(context, x, _attention.Forward(context, normed, batch, _index), _attentionOut);
            normed = _feedForwardIn?.Forward(context, x) ?? x;
            x = _feedForwardOut is null
                ? _feedForward.AddTo(context, normed, batch, x)
                : Join(context, x, _feedForward.Forward(context, normed, batch), _feedForwardOut);
        }
        context.Scratch.Release(mark);
        return x;
    }

    /// <summary>The layer as a decode step of one sequence computes it as a whole; null for one of another form.</summary>
    public StepLayer? ToStep()
    {
        if (_placement != NormPlacement.Pre || _attentionIn is not { IsPlain: true } || _feedForwardIn is not { IsPlain: true })
            return null;
        return !_attention.IsPlain || _feedForward.Gate is not { } gate ? null : new StepLayer
        {
            Epsilon = _attentionIn.Epsilon,
            AttentionGain = _attentionIn.Gain,
            FeedForwardGain = _feedForwardIn.Gain,
            HasHeadNorms = _attention.HeadNorms is not null,
            QueryGain = _attention.HeadNorms?.Query.Gain,
            KeyGain = _attention.HeadNorms?.Key.Gain,
            Weights = [.. _attention.Projections.Append(gate).Append(_feedForward.Up).Append(_feedForward.Down).Select(projection => projection.Matrix)],
            Biases = [.. _attention.Projections.Append(gate).Append(_feedForward.Up).Append(_feedForward.Down).Select(projection => projection.Bias)],
            Attention = _attention.Shape,
            QueryTable = _attention.Rotary?.Queries,
            KeyTable = _attention.Rotary?.Keys,
            Activation = _feedForward.Activation,
        };
    }

    private Tensor Join(ComputeContext context, Tensor x, Tensor branch, Norm norm) => _placement == NormPlacement.Post
        ? norm.ForwardInPlace(context, context.AddResidual(x, branch))
        : context.AddResidual(x, norm.Forward(context, branch));

    public void Dispose()
    {
        _attention.Dispose();
        _feedForward.Dispose();
        _attentionIn?.Dispose();
        _attentionOut?.Dispose();
        _feedForwardIn?.Dispose();
        _feedForwardOut?.Dispose();
    }
}
