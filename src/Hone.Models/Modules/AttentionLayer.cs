using Hone.Tensors;

namespace Hone.Models;

/// <summary>Grouped-query attention with rotary positions: project, norm q and k per head where asked, rotate, attend, project.</summary>
internal sealed class AttentionLayer : IDisposable
{
    private readonly AttentionConfig _config;
    private readonly AttentionShape _shape;
    private readonly float _epsilon;
    private readonly RotaryTable? _rotary;
    private readonly Projection _query, _key, _value, _output;
    private readonly Parameter? _queryNorm, _keyNorm;

    public AttentionLayer(ParameterSource source, TransformerConfig model, AttentionConfig config, RotaryTable? rotary)
    {
        _config = config;
        _shape = config.ToShape();
        _epsilon = (float)model.NormEpsilon;
        _rotary = rotary;
        Initializer normal = Initializer.Normal(model.InitializerRange);
        _query = new Projection(source, "q_proj", config.QueryWidth, model.Width, config.QkvBias, normal);
        _key = new Projection(source, "k_proj", config.KeyValueWidth, model.Width, config.QkvBias, normal);
        _value = new Projection(source, "v_proj", config.KeyValueWidth, model.Width, config.QkvBias, normal);
        _output = new Projection(source, "o_proj", model.Width, config.QueryWidth, config.OutputBias, normal);
        if (config.QkNorm)
        {
            _queryNorm = source.Vector("q_norm.weight", config.HeadDim, Initializer.Ones);
            _keyNorm = source.Vector("k_norm.weight", config.HeadDim, Initializer.Ones);
        }
    }

    public Tensor Forward(ComputeContext context, Tensor x, TokenBatch batch, int layer)
    {
        int tokens = batch.TokenCount;
        Tensor q = _query.Forward(context, x).Reshape(new Shape(tokens, _config.QueryHeads, _config.HeadDim)); // [T, H, Dh]
        Tensor k = _key.Forward(context, x).Reshape(new Shape(tokens, _config.KeyValueHeads, _config.HeadDim)); // [T, Hkv, Dh]
        Tensor v = _value.Forward(context, x).Reshape(new Shape(tokens, _config.KeyValueHeads, _config.HeadDim)); // [T, Hkv, Dh]
        if (_queryNorm is not null)
        {
            q = context.RmsNorm(q, _queryNorm, _epsilon);
            k = context.RmsNorm(k, _keyNorm, _epsilon);
        }
        if (_rotary is not null)
        {
            q = context.Rotate(q, _rotary, batch.Layout);
            k = context.Rotate(k, _rotary, batch.Layout);
        }
        Tensor mixed = batch.Pool is { } pool
            ? context.PagedAttention(q, k, v, batch.Layout, pool.Pages, layer, _shape)
            : context.Attention(q, k, v, batch.Layout, _shape); // [T, H, Dh]
        return _output.Forward(context, mixed.Reshape(new Shape(tokens, _config.QueryWidth))); // [T, D]
    }

    public void Dispose()
    {
        _query.Dispose();
        _key.Dispose();
        _value.Dispose();
        _output.Dispose();
    }
}
