namespace Hone.Tokenizers;

/// <summary>Tokens by their beginnings, one UTF-16 unit a step. Immutable once filled.</summary>
internal sealed class PrefixTrie(int units)
{
    private readonly MergeTable _next = new(units);
    private readonly List<int> _ids = [-1];

    /// <summary>Adds a token; the later of two with one spelling counts, and an empty one is never met.</summary>
    public void Add(string token, int id)
    {
        int node = 0;
        foreach (char c in token)
        {
            if (_next.Rank(node, c, out int next) == int.MaxValue)
            {
                next = _ids.Count;
                _ids.Add(-1);
                _next.TryAdd(node, c, 0, next);
            }
            node = next;
        }
        if (token.Length > 0) _ids[node] = id;
    }

    /// <summary>Goes one unit on; false if no token goes on so. The id is that of the token that ends here, or -1.</summary>
    public bool TryStep(ref int node, char c, out int id)
    {
        id = -1;
        if (_next.Rank(node, c, out int next) == int.MaxValue) return false;
        node = next;
        id = _ids[next];
        return true;
    }
}
