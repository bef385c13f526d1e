namespace Hone.Tensors;

/// <summary>Two or three products that do not need each other, as one region: who has no block left of one goes on with the next.</summary>
internal struct GemmGroupWork(GemmWork first, GemmWork second, GemmWork third = default) : IParallelWork
{
    private readonly GemmWork _first = first, _second = second, _third = third;

    /// <summary>Number of blocks.</summary>
    public readonly int Blocks => _first.Blocks + _second.Blocks + _third.Blocks;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        int second = index - _first.Blocks, third = second - _second.Blocks;
        if (second < 0)
            _first.Execute(index, worker);
        else if (third < 0)
            _second.Execute(second, worker);
        else
            _third.Execute(third, worker);
    }
}
