namespace Hone.Tensors;

/// <summary>The layers of a model for <see cref="Backend.TryStep"/>, with what a backend keeps for them. Owns that, not the weights.</summary>
public sealed class LayerStack : IDisposable
{
    /// <summary>A stack.</summary>
    /// <param name="layers">At least one, first to last; all of one width D. Other shapes may differ from layer to layer.</param>
    /// <exception cref="ArgumentException">There is no layer, or the shapes of one do not fit each other or the first one's width.</exception>
    public LayerStack(IReadOnlyList<StepLayer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Count == 0)
            throw new ArgumentException("A stack has layers.", nameof(layers));
        foreach (StepLayer layer in layers)
        {
            layer.Attention.ValidatePaged();
            if (!Fits(layer, layers[0].Weights[StepPlace.Query].Columns))
                throw new ArgumentException("The weights, biases and gains of a layer do not fit each other.", nameof(layers));
        }
        Layers = [.. layers];
    }

    /// <summary>The layers.</summary>
    public IReadOnlyList<StepLayer> Layers { get; }

    /// <summary>What the backend that runs the layers keeps for them.</summary>
    internal IDisposable? Kept { get; set; }

    /// <summary>Gives back what is kept.</summary>
    public void Dispose()
    {
        Kept?.Dispose();
        Kept = null;
    }

    private static bool Fits(StepLayer layer, int width)
    {
        AttentionShape shape = layer.Attention;
        int query = shape.QueryHeads * shape.HeadDim, mixed = shape.QueryHeads * shape.ValueDim, inner = layer.Weights.Count == StepPlace.Count ? layer.Weights[StepPlace.Gate].Rows : 0;
        ReadOnlySpan<int> rows = [query, shape.KeyValueHeads * shape.HeadDim, shape.KeyValueHeads * shape.ValueDim, width, inner, inner, width];
        ReadOnlySpan<int> columns = [width, width, width, mixed, width, width, inner];
        bool fits = layer.Weights.Count == StepPlace.Count && layer.Biases.Count == StepPlace.Count && layer.QueryTable is null == layer.KeyTable is null
            && Fits(layer.AttentionGain, width) && Fits(layer.FeedForwardGain, width) && Fits(layer.QueryGain, shape.HeadDim) && Fits(layer.KeyGain, shape.HeadDim)
            && (layer.QueryTable is null || 2 * Math.Max(layer.QueryTable.Cosine[1], layer.KeyTable!.Cosine[1]) <= shape.HeadDim);
        for (int i = 0; i < StepPlace.Count && fits; i++)
            fits = layer.Weights[i].Rows == rows[i] && layer.Weights[i].Columns == columns[i] && Fits(layer.Biases[i], rows[i]);
        return fits;
    }

    private static bool Fits(Parameter? vector, int width) => vector is null || vector.Value.ElementCount == width;
}
