using Hone.Tensors;

namespace Hone.Models;

/// <summary>One softmax attention layer with grouped key/value heads (arXiv 2305.13245).</summary>
/// <param name="QueryHeads">Query heads, H; a multiple of <paramref name="KeyValueHeads"/>.</param>
/// <param name="KeyValueHeads">Key/value heads, Hkv.</param>
/// <param name="HeadDim">Width of a head, Dh; H * Dh need not be the model width.</param>
public sealed record AttentionConfig(int QueryHeads, int KeyValueHeads, int HeadDim)
{
    /// <summary>Whether queries and keys pass an RMS norm per head, with a gain of length Dh, before they are rotated (arXiv 2505.09388, section 2). Default false.</summary>
    public bool QkNorm { get; init; }

    /// <summary>Whether the query, key and value projections have a bias. Default false.</summary>
    public bool QkvBias { get; init; }

    /// <summary>Whether the output projection has a bias. Default false.</summary>
    public bool OutputBias { get; init; }

    /// <summary>Positions that a query reads, its own included; 0, the default, means all up to its own.</summary>
    public int Window { get; init; }

    /// <summary>Outputs of the query projection, H Dh; also inputs of the output projection.</summary>
    public int QueryWidth => QueryHeads * HeadDim;

    /// <summary>Outputs of the key projection and of the value projection, Hkv Dh each.</summary>
    public int KeyValueWidth => KeyValueHeads * HeadDim;

    /// <summary>The sizes and mask as the attention op takes them; the scale is 1 / sqrt(Dh).</summary>
    public AttentionShape ToShape() =>
        new(QueryHeads, KeyValueHeads, HeadDim, HeadDim, (float)(1.0 / Math.Sqrt(HeadDim)), Window);

    /// <summary>Trained numbers of such a layer in a model of width <paramref name="width"/>, its input norm not counted.</summary>
    public long ParameterCount(int width)
    {
        long query = (long)QueryHeads * HeadDim;
        long keyValue = (long)KeyValueHeads * HeadDim;
        long count = checked((width * (query + keyValue + keyValue)) + (query * width));
        if (QkvBias)
            count += query + keyValue + keyValue;
        if (OutputBias)
            count += width;
        if (QkNorm)
            count += 2L * HeadDim;
        return count;
    }
}
