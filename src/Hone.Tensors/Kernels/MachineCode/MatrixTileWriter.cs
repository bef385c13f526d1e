using static Hone.Tensors.EvexAssembler;

namespace Hone.Tensors;

/// <summary>
/// Writes one function of <see cref="MatrixCode"/>: void tiles(<see cref="MatrixTileCall"/>*) in the calling convention of System V.
/// The matrix unit makes the integer sums of 16 rows, 16 outputs and one part of the columns in one instruction and stores them; meanwhile the vector
/// unit adds those of the third part before to sixteen vectors of float sums, one a row. A stored tile stops the reading of instructions for as long
/// as it has rows, so that the instructions of both are mixed row by row, and the matrix unit goes on with the next tile of the list while the
/// vector unit ends the one before. Two tiles and two places for sums take turns.
/// Scalar equivalent: the inner loops of <see cref="ReferenceBackend"/>.
/// </summary>
internal sealed unsafe class MatrixTileWriter(EvexAssembler code, int parts, bool minima)
{
    /// <summary>Rows of a tile, and its outputs.</summary>
    public const int Size = 16;

    /// <summary>Bytes that a call needs for sums.</summary>
    public const int BufferBytes = 2 * SumBytes;

    /// <summary>Parts that the matrix unit is ahead, and so tiles behind the list that it may begin and nobody uses.</summary>
    public const int Lead = 3;

    // Tile registers: two for sums, then rows and codes.
    private const int Rows = 4, Columns = 5;

    // Vector registers: float sums, scales, minima, others in turn.
    private const int Scale = Size, Minimum = Scale + 1, Spare = Minimum + 1, Spares = 32 - Spare;
    private const int VectorBytes = 64, PartBytes = 4 * BlockPanels.Width, NumberBytes = 4, SumBytes = Size * VectorBytes;

    // The matrix unit's place in the list (Ahead) and the vector unit's (Now), what each reads, and how many parts of its tile are left to each.
    private const Register Ahead = Register.R15, X = Register.Rsi, RowStride = Register.R8, Codes = Register.Rax, LineStride = Register.R10, PartsAhead = Register.R13,
        Now = Register.R9, Scales = Register.Rdx, Minima = Register.Rcx, RowScales = Register.R11, Sums = Register.Rbx, PartStride = Register.Rbp, PartsNow = Register.R14,
        Buffer = Register.Rdi, Tiles = Register.R12;

    // Free between two tiles, when their own contents are loaded anew.
    private const Register Y = Scales, Stride = Minima, Lines = Minima, Line = Scales;

    private static readonly Register[] s_kept = [Register.Rbx, Register.Rbp, Register.R12, Register.R13, Register.R14, Register.R15];
    private int _spare;

    /// <summary>What the tile registers hold, as the instruction that sets them up reads it (Intel SDM volume 1, section 18.3).</summary>
    public static byte[] Configuration(int parts)
    {
        var bytes = new byte[64];
        bytes[0] = 1;
        Shape(0, Size, VectorBytes);
        Shape(1, Size, VectorBytes);
        Shape(Rows, Size, Backend.ActivationBlock / parts);
        Shape(Columns, Backend.ActivationBlock / 4 / parts, VectorBytes);
        return bytes;

        void Shape(int tile, int rows, int rowBytes) => (bytes[16 + (2 * tile)], bytes[48 + tile]) = ((byte)rowBytes, (byte)rows);
    }

    /// <summary>Writes it.</summary>
    public void Write()
    {
        foreach (Register register in s_kept)
            code.Push(register);
        LoadPointers();
        BeginAhead();
        for (int part = 0; part < Lead; part++)
        {
            if (part >= 2)
                StoreSums(part % 2);
            MultiplyRows(part % 2);
            MultiplyColumns(part % 2);
            NextAhead();
        }
        BeginNow();
        int loop = code.Position;
        // The tile registers and places of both units are known by the parity of the step.
        int done = Step(Lead % 2);
        int alsoDone = Step((Lead + 1) % 2);
        code.Jump(loop);
        code.Land(done);
        code.Land(alsoDone);
        foreach (Register register in s_kept.Reverse())
            code.Pop(register);
        code.Return();
    }

    // One part of each unit; returns the jump out of the loop.
    private int Step(int tile)
    {
        int place = 1 - tile;
        code.Load(Scale, new Address(Scales));
        code.Add(Scales, PartBytes);
        if (minima)
        {
            code.Load(Minimum, new Address(Minima));
            code.Add(Minima, PartBytes);
        }
        AddRows(place, 0, 3);
        MultiplyRows(tile, clears: false);
        AddRows(place, 3, 6);
        StoreSums(tile);
        AddRows(place, 6, 9);
        code.ClearTile(tile);
        AddRows(place, 9, 12);
        MultiplyColumns(tile);
        AddRows(place, 12, Size);
        if (parts == 1 || place == 1)
            code.Add(RowScales, PartStride);
        if (minima)
            code.Add(Sums, PartStride);
        NextAhead();
        int goOn = code.DecrementAndSkip(PartsNow);
        EndNow();
        code.Add(Now, MatrixTile.Bytes);
        code.Add(Tiles, -1);
        int done = code.SkipIfAllZero(Tiles);
        BeginNow();
        code.Land(goOn);
        return done;
    }

    private void MultiplyRows(int tile, bool clears = true)
    {
        if (clears)
            code.ClearTile(tile);
        code.LoadTile(Rows, X, RowStride);
        code.Add(X, Backend.ActivationBlock / parts);
    }

    private void MultiplyColumns(int tile)
    {
        // Groups of four columns are two lines apart.
        code.LoadTile(Columns, Codes, LineStride, twice: true);
        code.Add(Codes, BlockCodes.BlockBytes / parts);
        code.MultiplyTiles(tile, Rows, Columns);
    }

    private void StoreSums(int tile) => code.StoreTile(Buffer, tile * SumBytes, LineStride, tile);

    private void NextAhead()
    {
        int goOn = code.DecrementAndSkip(PartsAhead);
        code.Add(Ahead, MatrixTile.Bytes);
        BeginAhead();
        code.Land(goOn);
    }

    private void BeginAhead()
    {
        MatrixTile tile = default;
        code.Load(X, Field(Ahead, &tile, &tile.X));
        code.Load(Codes, Field(Ahead, &tile, &tile.Codes));
        code.Load(PartsAhead, Field(Ahead, &tile, &tile.Parts));
    }

    // The sums of the parts before, or zeros. Lines of the result are asked for early: a store that waits for one at the end would
    // hold up the stores of the next tile behind it, and whoever reads those. So are a few of the weights that come next.
    private void BeginNow()
    {
        MatrixTile tile = default;
        code.Load(Line, Field(Now, &tile, &tile.Next));
        code.Load(Lines, Field(Now, &tile, &tile.NextLines));
        int none = code.SkipIfAllZero(Lines);
        int more = code.Position;
        code.Prefetch(Line);
        code.Add(Line, VectorBytes);
        code.DecrementAndLoop(Lines, more);
        code.Land(none);
        code.LoadByte(PartsNow, Field(Now, &tile, &tile.Continues));
        ResultAddress();
        int zero = code.SkipIfAllZero(PartsNow);
        for (int row = 0; row < Size; row++)
        {
            code.Load(row, new Address(Y));
            code.Add(Y, Stride);
        }
        int go = code.Skip();
        code.Land(zero);
        for (int row = 0; row < Size; row++)
        {
            code.PrefetchToWrite(Y);
            code.Add(Y, Stride);
            code.Clear(row);
        }
        code.Land(go);
        code.Load(Scales, Field(Now, &tile, &tile.Scales));
        code.Load(Minima, Field(Now, &tile, &tile.Minima));
        code.Load(RowScales, Field(Now, &tile, &tile.RowScales));
        code.Load(Sums, Field(Now, &tile, &tile.RowSums));
        code.Load(PartsNow, Field(Now, &tile, &tile.Parts));
    }

    private void EndNow()
    {
        ResultAddress();
        for (int row = 0; row < Size; row++)
        {
            code.Store(new Address(Y), row);
            code.Add(Y, Stride);
        }
    }

    private void ResultAddress()
    {
        MatrixTile tile = default;
        code.Load(Y, Field(Now, &tile, &tile.Y));
        code.Load(Stride, Field(Now, &tile, &tile.YStrideBytes));
    }

    private void LoadPointers()
    {
        MatrixTileCall call = default;
        const Register Call = Register.Rdi;
        code.Load(Ahead, Field(Call, &call, &call.Tiles));
        code.Move(Now, Ahead);
        code.Load(Tiles, Field(Call, &call, &call.Count));
        code.Load(RowStride, Field(Call, &call, &call.RowStride));
        code.Load(PartStride, Field(Call, &call, &call.PartStrideBytes));
        code.Load(Buffer, Field(Call, &call, &call.Buffer));
        code.Move(LineStride, VectorBytes);
    }

    // sum = fma(scale * d, integers, sum); then, with minima, sum = fma(minimum, d * sum of codes, sum).
    private void AddRows(int place, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            int integers = NextSpare(), scale = NextSpare();
            code.ConvertIntegers(integers, new Address(Buffer, (place * SumBytes) + (row * VectorBytes)));
            code.Multiply(scale, Scale, new Address(RowScales, row * NumberBytes));
            code.MultiplyAdd(row, scale, integers);
            if (minima)
                code.MultiplyAdd(row, Minimum, new Address(Sums, row * NumberBytes));
        }
    }

    private int NextSpare() => Spare + (_spare = (_spare + 1) % Spares);

    private static Address Field(Register at, void* structure, void* field) => new(at, (int)((byte*)field - (byte*)structure));
}
