namespace Hone.Tensors;

/// <summary>How the queries of a sequence are cut into blocks for the backward pass, and which key tiles each block reads.</summary>
internal readonly struct AttentionBlocks(in AttentionShape shape, int length)
{
    /// <summary>Keys of a tile of the contract.</summary>
    public const int Tile = 128;

    /// <summary>Most queries of a block: enough for the chains of dk and dv, few enough for their scores to stay near.</summary>
    public const int MaxRows = 64;

    private const int RowsOfMany = 48;

    private readonly AttentionShape _shape = shape;
    private readonly int _size = length <= MaxRows ? Math.Max(1, length) : RowsOfMany;

    /// <summary>Rows of the sequence.</summary>
    public int Length { get; } = length;

    /// <summary>Number of blocks.</summary>
    public int Count => (Length + _size - 1) / _size;

    /// <summary>Number of key tiles.</summary>
    public int Tiles => (Length + Tile - 1) / Tile;

    /// <summary>First row of a block, counted from the sequence's first row.</summary>
    public int Start(int block) => block * _size;

    /// <summary>Rows of a block.</summary>
    public int Rows(int block) => Math.Min(_size, Length - (block * _size));

    /// <summary>The first key tile of which a block reads a key.</summary>
    public int FirstTile(int block) => _shape.FirstKey(Start(block)) / Tile;

    /// <summary>One past the last key tile of which a block reads a key.</summary>
    public int EndTile(int block) => (EndKey(block) + Tile - 1) / Tile;

    /// <summary>One past the last key that a block reads.</summary>
    public int EndKey(int block) => _shape.EndKey(Start(block) + Rows(block) - 1, Length);

    /// <summary>Whether a block reads a key of a tile.</summary>
    public bool Reads(int block, int tile) => block >= 0 && block < Count && tile >= FirstTile(block) && tile < EndTile(block);
}
