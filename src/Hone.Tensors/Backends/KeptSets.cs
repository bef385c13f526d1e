namespace Hone.Tensors;

/// <summary>
/// For each row the ids that truncated sampling (top-k, top-p, min-p) could draw from, so that training normalises over the
/// same ones. Rows without truncation hold no ids and mean the whole vocabulary.
/// </summary>
public sealed class KeptSets
{
    private readonly List<int> _offsets = [0];
    private readonly List<int> _ids = [];

    /// <summary>Number of rows.</summary>
    public int RowCount => _offsets.Count - 1;

    /// <summary>Whether any row is truncated.</summary>
    public bool AnyTruncated => _ids.Count > 0;

    /// <summary>Adds a row; an empty span means that nothing was cut.</summary>
    /// <param name="ascendingIds">The kept ids, ascending.</param>
    public void AddRow(ReadOnlySpan<int> ascendingIds)
    {
        foreach (int id in ascendingIds)
            _ids.Add(id);
        _offsets.Add(_ids.Count);
    }

    /// <summary>The kept ids of a row, ascending; empty means the whole vocabulary.</summary>
    public ReadOnlySpan<int> Row(int row) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ids)[_offsets[row].._offsets[row + 1]];
}
