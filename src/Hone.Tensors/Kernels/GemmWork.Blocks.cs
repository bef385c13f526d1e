namespace Hone.Tensors;

// Into which blocks C is cut, and where they begin.
internal unsafe partial struct GemmWork
{
    private const int BlocksPerThread = 6;

    // Time of packing a tile of A, of copying a slice of a panel of B and of fetching one that is packed, in times of a register
    // tile, where another thread shares the core.
    private const double PackCost = 0.4, CopyCost = 0.9, FetchCost = 0.25;

    // Share of the last round of blocks that a thread waits at the end.
    private const double WaitCost = 0.1;

    // About two microseconds of one core: less is not worth another block.
    private const long SmallestBlock = 150_000;

    // Every cut of the panels packs A again, every cut of the rows copies or fetches B again, and few blocks leave threads
    // waiting for the last one: the cheapest pair is taken.
    private static (int RowBlocks, int PanelBlocks) Cut(int tiles, int panels, int threads, int most, bool copyB, bool isFollowed)
    {
        (int, int) best = (1, 1);
        double least = double.MaxValue, all = (double)tiles * panels;
        for (int q = 1; q <= Math.Min(panels, most); q++)
        {
            for (int r = 1; r <= Math.Min(tiles, most / q); r++)
            {
                int blocks = q * r, rounds = (blocks + threads - 1) / threads;
                double wait = all * (((double)rounds * threads / blocks) - 1 + (most > 1 && !isFollowed ? 2 * WaitCost / (rounds * (rounds + 1)) : 0));
                double cost = (PackCost * tiles * q) + ((copyB ? CopyCost : FetchCost) * panels * r) + wait;
                if (cost < least)
                    (least, best) = (cost, (r, q));
            }
        }
        return best;
    }

    private readonly int FirstTile(int rowBlock) => Falling(rowBlock, _rowBlocks, _tiles, Math.Max(1, _threads / _panelBlocks));

    private readonly int FirstPanel(int panelBlock) => _rowBlocks == 1
        ? Falling(panelBlock, _panelBlocks, _panelCount, _threads)
        : (int)((long)panelBlock * _panelCount / _panelBlocks);

    // Where a block begins when those of a round are smaller than those of the round before, down to one part: cores are not
    // equally quick when others use them too, and a small last block is a short wait.
    private static int Falling(int block, int blocks, int count, int round)
    {
        long sum = 0, before = 0;
        for (int i = 0; i < blocks; i++)
        {
            if (i == block)
                before = sum;
            sum += ((blocks - 1 - i) / round) + 1;
        }
        return block == blocks ? count : (int)(((count * before) + sum - 1) / sum);
    }
}
