namespace Hone.Tensors;

/// <summary>Two products that do not need each other, as one region: who has no block left of the first goes on with the second.</summary>
internal struct GemmPairWork(GemmWork first, GemmWork second) : IParallelWork
{
    private readonly GemmWork _first = first, _second = second;

    /// <summary>Number of blocks.</summary>
    public readonly int Blocks => _first.Blocks + _second.Blocks;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        int before = _first.Blocks;
        if (index < before)
            _first.Execute(index, worker);
        else
            _second.Execute(index - before, worker);
    }
}
