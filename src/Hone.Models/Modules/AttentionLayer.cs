using Hone.Tensors;

namespace Hone.Models;

/// <summary>Grouped-query attention: project, norm q and k where asked, rotate, attend, project.</summary>
internal sealed class AttentionLayer : IDisposable
{
    private readonly AttentionConfig _config;
    private readonly AttentionShape _shape;
    private readonly LayerRotary? _rotary;
    private readonly Projection _query, _key, _value, _output;
    private readonly ProjectionGroup _inputs;
    private readonly Norm? _queryNorm, _keyNorm;

    public AttentionLayer(ParameterSource source, TransformerConfig model, AttentionConfig config, LayerRotary? rotary)
    {
        _config = config;
        _shape = config.ToShape();
        _rotary = rotary;
        Initializer normal = Initializer.Normal(model.InitializerRange);
        _query = new Projection(source, "q_proj", config.QueryWidth, model.Width, config.QkvBias, normal);
        _key = new Projection(source, "k_proj", config.KeyValueWidth, model.Width, config.QkvBias, normal);
        // Values enter the residual stream summed over positions: of all rounded activations theirs cost most, on one of the smallest weights.
        _value = new Projection(source, "v_proj", config.KeyValueWidth, model.Width, config.QkvBias, normal, hasFinerInput: true);
        _inputs = new ProjectionGroup(_query, _key, _value);
        _output = new Projection(source, "o_proj", model.Width, config.QueryWidth, config.OutputBias, normal);
        if (config.QkNorm)
        {
            _queryNorm = new Norm(source, "q_norm", config.QkNormOverAllHeads ? config.QueryWidth : config.HeadDim, model.Norm, model.NormEpsilon);
            _keyNorm = new Norm(source, "k_norm", config.QkNormOverAllHeads ? config.KeyValueWidth : config.HeadDim, model.Norm, model.NormEpsilon);
        }
    }

    /// <summary>What keys and values are rounded to before they are read.</summary>
    public CacheDType CacheDType { get; set; }

    /// <summary>Whether queries and keys are projected, normed head by head or not at all, and rotated by one table for all lengths, in this order.</summary>
    public bool IsPlain => !_config.Bidirectional && _rotary is not { ShortLength: not 0 }
        && (_queryNorm is null || (!_config.QkNormOverAllHeads && !_config.QkNormAfterRotation && _queryNorm.IsPlain));

    /// <summary>The norms of queries and keys, or null.</summary>
    public (Norm Query, Norm Key)? HeadNorms => _queryNorm is null ? null : (_queryNorm, _keyNorm!);

    /// <summary>q, k, v and output.</summary>
    public IEnumerable<Projection> Projections => [_query, _key, _value, _output];

    /// <summary>Heads and mask.</summary>
    public AttentionShape Shape => _shape;

    /// <summary>What queries and keys are rotated with, or null.</summary>
    public LayerRotary? Rotary => _rotary;

    public IEnumerable<AdapterSite> Sites => [_query.Site, _key.Site, _value.Site, _output.Site];

    /// <summary>x [T, D] to [T, D].</summary>
    public Tensor Forward(ComputeContext context, Tensor x, TokenBatch batch, int layer) =>
        _output.Forward(context, Mix(context, x, batch, layer), batch); // [T, D]

    /// <summary>sum + <see cref="Forward"/>; without a tape the sum itself is overwritten and returned.</summary>
    public Tensor AddTo(ComputeContext context, Tensor x, TokenBatch batch, int layer, Tensor sum) =>
        _output.AddTo(context, Mix(context, x, batch, layer), batch, sum); // [T, D]

    private Tensor Mix(ComputeContext context, Tensor x, TokenBatch batch, int layer)
    {
        Span<Tensor> projected = [default, default, default];
        _inputs.Forward(context, x, batch, projected);
        Tensor q = Heads(context, projected[0], _queryNorm, _config.QueryHeads); // [T, H, Dh]
        Tensor k = Heads(context, projected[1], _keyNorm, _config.KeyValueHeads); // [T, Hkv, Dh]
        Tensor v = Heads(context, projected[2], null, _config.KeyValueHeads); // [T, Hkv, Dh]
        if (_rotary is not null)
        {
            RaggedBatch positions = batch.RotaryLayout(_rotary.ShortLength, _rotary.Shift);
            q = context.Rotate(q, _rotary.Queries, positions);
            k = context.Rotate(k, _rotary.Keys, positions);
        }
        if (_config.QkNormAfterRotation && _queryNorm is not null)
        {
            q = _queryNorm.Forward(context, q);
            k = _keyNorm!.Forward(context, k);
        }
        Tensor mixed = batch.Pool is { } pool
            ? context.PagedAttention(q, k, v, batch.Layout, pool.Pages, layer, _shape)
            : Packed(context, q, k, v, batch); // [T, H, Dh]
        return mixed.Reshape(new Shape(batch.TokenCount, _config.QueryWidth)); // [T, H Dh]
    }

    // Pages round what is written to them; without them the same numbers are rounded here.
    private Tensor Packed(ComputeContext context, Tensor q, Tensor k, Tensor v, TokenBatch batch)
    {
        context.RoundToCache(k, CacheDType);
        context.RoundToCache(v, CacheDType);
        return batch.SharesPrompts ? SharedAttention(context, q, k, v, batch) : context.Attention(q, k, v, batch.Layout, _shape);
    }

    // Each sequence attends to its own copy of the prompt's keys and values: those copies have the bits of the rows they are of.
    private Tensor SharedAttention(ComputeContext context, Tensor q, Tensor k, Tensor v, TokenBatch batch)
    {
        Tensor mixed = context.Attention(Copies(context, q, batch.Expand), Copies(context, k, batch.Expand), Copies(context, v, batch.Expand), batch.Whole, _shape);
        return Copies(context, mixed, batch.Collapse); // [T, H, Dh]
    }

    private static Tensor Copies(ComputeContext context, Tensor x, ReadOnlySpan<int> rows) =>
        context.SelectRows(x.Reshape(new Shape(x[0], x[1] * x[2])), rows).Reshape(new Shape(rows.Length, x[1], x[2]));

    private Tensor Heads(ComputeContext context, Tensor y, Norm? norm, int heads)
    {
        bool before = norm is not null && !_config.QkNormAfterRotation;
        if (before && _config.QkNormOverAllHeads)
            y = norm!.Forward(context, y);
        y = y.Reshape(new Shape(y[0], heads, _config.HeadDim)); // [T, heads, Dh]
        return before && !_config.QkNormOverAllHeads ? norm!.Forward(context, y) : y;
    }

    public void Dispose()
    {
        _query.Dispose();
        _key.Dispose();
        _value.Dispose();
        _output.Dispose();
        _queryNorm?.Dispose();
        _keyNorm?.Dispose();
    }
}
