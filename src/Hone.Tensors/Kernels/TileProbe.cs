namespace Hone.Tensors;

/// <summary>The micro-kernel of all products alone, on operands that stay in the first cache: how near to the limit a product can come at all.</summary>
internal static unsafe class TileProbe
{
    /// <summary>Rows of the tile.</summary>
    public static int Rows => GemmTile.MaxRows;

    /// <summary>Columns of the tile.</summary>
    public static int Columns => GemmTile.Columns;

    /// <summary>Computes c = a b <paramref name="repeats"/> times on the calling thread.</summary>
    /// <param name="set">Instructions.</param>
    /// <param name="a">[K, Rows]: as many numbers as a packed tile has; K a multiple of 8.</param>
    /// <param name="b">[K, Columns].</param>
    /// <param name="c">[Rows, Columns].</param>
    /// <param name="repeats">How often.</param>
    public static void Run(KernelSet set, Tensor a, Tensor b, Tensor c, int repeats)
    {
        int k = a[0];
        var ahead = default(GemmAhead);
        for (int i = 0; i < repeats; i++)
            GemmTile.RunPacked(set, Rows, a.Floats, GemmTile.HasGroups(set), b.Floats, c.Floats, Columns, k, accumulate: false, c.Floats, ref ahead);
    }
}
