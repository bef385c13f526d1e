using Hone.Tensors;

namespace Hone.Models;

/// <summary>The rotary tables of a model, one for each rotary configuration that its layers have. Owns them.</summary>
internal sealed class RotaryTables(Backend backend, int contextLength) : IDisposable
{
    private readonly Dictionary<RotaryConfig, LayerRotary> _made = [];

    /// <summary>The tables of a configuration, made when first asked for; null where nothing is rotated.</summary>
    public LayerRotary? Get(RotaryConfig rotary)
    {
        if (rotary.Dim == 0)
            return null;
        if (!_made.TryGetValue(rotary, out LayerRotary? tables))
            _made[rotary] = tables = Make(rotary);
        return tables;
    }

    public void Dispose()
    {
        foreach (LayerRotary tables in _made.Values)
        {
            tables.Keys.Dispose();
            if (tables.Queries != tables.Keys)
                tables.Queries.Dispose();
        }
        _made.Clear();
    }

    private LayerRotary Make(RotaryConfig rotary)
    {
        // A table for each list of LongRoPE, one below the other: a sequence uses the one of its declared length.
        bool two = rotary.Scaling is { Kind: RopeScalingKind.LongRope } && rotary.Scaling.OriginalContextLength < contextLength;
        RotaryTable keys = Table(rotary, two, scaleQueries: false);
        RotaryTable queries = rotary.Scaling is { QueryScaleBeta: not 0 } ? Table(rotary, two, scaleQueries: true) : keys;
        return new LayerRotary(keys, queries, two ? rotary.Scaling!.OriginalContextLength : 0, two ? contextLength : 0);
    }

    private RotaryTable Table(RotaryConfig rotary, bool two, bool scaleQueries)
    {
        var parts = new List<RotaryTablePart>();
        for (int part = 0; part < (two ? 2 : 1); part++)
        {
            (double[] frequencies, double factor) = RotaryFrequencies.Of(rotary, isLong: part == 1);
            parts.Add(new RotaryTablePart(contextLength, frequencies,
                p => scaleQueries ? factor * RotaryFrequencies.QueryScale(rotary.Scaling!, p) : factor));
        }
        return new RotaryTable(backend, parts);
    }
}

/// <summary>What one layer rotates with.</summary>
/// <param name="Keys">Cosines and sines of keys.</param>
/// <param name="Queries">Those of queries; the same table unless queries are scaled by position.</param>
/// <param name="ShortLength">Declared length up to which a sequence uses the first part of the tables; 0 when there is one part.</param>
/// <param name="Shift">Rows of the first part.</param>
internal sealed record LayerRotary(RotaryTable Keys, RotaryTable Queries, int ShortLength, int Shift);
