using Hone.Tensors;

namespace Hone.Models;

/// <summary>One softmax attention layer with grouped key/value heads (arXiv 2305.13245).</summary>
/// <param name="QueryHeads">Query heads, H; a multiple of <paramref name="KeyValueHeads"/>.</param>
/// <param name="KeyValueHeads">Key/value heads, Hkv.</param>
/// <param name="HeadDim">Width of a head, Dh; H * Dh need not be the model width.</param>
public sealed record AttentionConfig(int QueryHeads, int KeyValueHeads, int HeadDim)
{
    /// <summary>Whether queries and keys pass a norm of the model's kind (arXiv 2505.09388, section 2). Default false.</summary>
    public bool QkNorm { get; init; }

    /// <summary>Whether that norm is over all heads of a row at once, with a gain of H Dh or Hkv Dh (OLMo 2), rather than per head, with one of Dh. Default false.</summary>
    public bool QkNormOverAllHeads { get; init; }

    /// <summary>Whether that norm comes after the rotation rather than before it (nanochat). Default false.</summary>
    public bool QkNormAfterRotation { get; init; }

    /// <summary>Whether the query, key and value projections have a bias. Default false.</summary>
    public bool QkvBias { get; init; }

    /// <summary>Whether the output projection has a bias. Default false.</summary>
    public bool OutputBias { get; init; }

    /// <summary>Positions that a query reads, its own included; in an encoder, those at most half as many away. 0, the default, means all.</summary>
    public int Window { get; init; }

    /// <summary>Factor on the scores; null, the default, is 1 / sqrt(Dh).</summary>
    public double? Scale { get; init; }

    /// <summary>Bound of the scores by soft capping (arXiv 2408.00118); 0, the default, means none.</summary>
    public double SoftCap { get; init; }

    /// <summary>Whether queries read keys after their own position as well (encoders). Default false.</summary>
    public bool Bidirectional { get; init; }

    /// <summary>Rotary positions of this layer; null, the default, are the model's.</summary>
    public RotaryConfig? Rotary { get; init; }

    /// <summary>Outputs of the query projection, H Dh; also inputs of the output projection.</summary>
    public int QueryWidth => QueryHeads * HeadDim;

    /// <summary>Outputs of the key projection and of the value projection, Hkv Dh each.</summary>
    public int KeyValueWidth => KeyValueHeads * HeadDim;

    /// <summary>The sizes, scale and mask as the attention op takes them.</summary>
    public AttentionShape ToShape() =>
        new(QueryHeads, KeyValueHeads, HeadDim, HeadDim, (float)(Scale ?? (1.0 / Math.Sqrt(HeadDim))), Window, (float)SoftCap, !Bidirectional);

    /// <summary>Numbers of such a layer in a model of width <paramref name="width"/>, its input norm not counted.</summary>
    /// <param name="width">Width of the model, D.</param>
    /// <param name="norm">Kind of the norms of queries and keys.</param>
    public long ParameterCount(int width, NormKind norm = NormKind.Rms)
    {
        long query = (long)QueryHeads * HeadDim;
        long keyValue = (long)KeyValueHeads * HeadDim;
        long count = checked((width * (query + keyValue + keyValue)) + (query * width));
        if (QkvBias)
            count += query + keyValue + keyValue;
        if (OutputBias)
            count += width;
        if (QkNorm)
            count += norm.Vectors() * (QkNormOverAllHeads ? query + keyValue : 2L * HeadDim);
        return count;
    }
}
