using static Hone.Tensors.EvexAssembler;

namespace Hone.Tensors;

/// <summary>
/// Writes one function of <see cref="MatrixCode"/>: void tile(<see cref="MatrixTileCall"/>*) in the calling convention of System V.
/// The matrix unit makes the integer sums of 16 rows, 16 outputs and one part of the columns in one instruction and stores them; meanwhile the vector
/// unit adds those of the part before to sixteen vectors of float sums, one a row. Two tiles and two places for sums take
/// turns, so that neither unit waits for the other: what is stored by the one is read by the other a part later.
/// Scalar equivalent: the inner loops of <see cref="ReferenceBackend"/>.
/// </summary>
internal sealed unsafe class MatrixTileWriter(EvexAssembler code, int parts, bool minima)
{
    /// <summary>Rows of a tile, and its outputs.</summary>
    public const int Size = 16;

    /// <summary>Bytes that a call needs for sums.</summary>
    public const int BufferBytes = 2 * SumBytes;

    // Tile registers: two for sums, then rows and codes.
    private const int Rows = 4, Columns = 5;

    // Vector registers: float sums, scales, minima, others in turn.
    private const int Scale = Size, Minimum = Scale + 1, Spare = Minimum + 1, Spares = 32 - Spare;
    private const int VectorBytes = 64, GroupBytes = 4 * BlockPanels.Width, PartBytes = 4 * BlockPanels.Width, NumberBytes = 4, SumBytes = Size * VectorBytes;

    private const Register Call = Register.R12, X = Register.Rsi, RowStride = Register.R8, Codes = Register.Rax, CodeStride = Register.R9, Buffer = Register.Rdi,
        BufferStride = Register.R10, Scales = Register.Rdx, Minima = Register.Rcx, RowScales = Register.R11, Sums = Register.Rbx, PartStride = Register.Rbp,
        Left = Register.R13, Steps = Register.R14, Continues = Register.R10, Y = Register.Rax, YStride = Register.Rdx;

    private static readonly Register[] s_kept = [Register.Rbx, Register.Rbp, Register.R12, Register.R13, Register.R14];
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
        code.LoadAddress(Call, new Address(Register.Rdi));
        Begin();
        LoadPointers();
        Multiply(0);
        int single = code.SkipIfAllZero(Left);
        Multiply(1);
        code.Land(single);
        int loop = code.Position;
        AddPart(0);
        code.Add(Steps, -1);
        int done = code.SkipIfAllZero(Steps);
        MultiplyNext(0);
        AddPart(1);
        MultiplyNext(1);
        code.DecrementAndLoop(Steps, loop);
        code.Land(done);
        End();
        foreach (Register register in s_kept.Reverse())
            code.Pop(register);
        code.Return();
    }

    // The sums of the parts before, or zeros. Lines of the result are asked for early: a store that waits for one at the end would
    // hold up the stores of the next tile behind it, and whoever reads those.
    private void Begin()
    {
        MatrixTileCall call = default;
        code.LoadByte(Continues, Field(&call, &call.Continues));
        ResultAddress();
        int zero = code.SkipIfZero(Continues);
        for (int row = 0; row < Size; row++)
        {
            code.Load(row, new Address(Y));
            code.Add(Y, YStride);
        }
        int go = code.Skip();
        code.Land(zero);
        for (int row = 0; row < Size; row++)
        {
            code.PrefetchToWrite(Y);
            code.Add(Y, YStride);
            code.Clear(row);
        }
        code.Land(go);
    }

    private void End()
    {
        ResultAddress();
        for (int row = 0; row < Size; row++)
        {
            code.Store(new Address(Y), row);
            code.Add(Y, YStride);
        }
    }

    private void ResultAddress()
    {
        MatrixTileCall call = default;
        code.Load(Y, Field(&call, &call.Y));
        code.Load(YStride, Field(&call, &call.YStrideBytes));
    }

    private void LoadPointers()
    {
        MatrixTileCall call = default;
        code.Load(X, Field(&call, &call.X));
        code.Load(RowStride, Field(&call, &call.RowStride));
        code.Load(Codes, Field(&call, &call.Codes));
        code.Load(Buffer, Field(&call, &call.Buffer));
        code.Load(Scales, Field(&call, &call.Scales));
        code.Load(Minima, Field(&call, &call.Minima));
        code.Load(RowScales, Field(&call, &call.RowScales));
        code.Load(Sums, Field(&call, &call.RowSums));
        code.Load(PartStride, Field(&call, &call.PartStrideBytes));
        code.Load(Steps, Field(&call, &call.Parts));
        code.Move(Left, Steps);
        code.Move(CodeStride, GroupBytes);
        code.Move(BufferStride, VectorBytes);
    }

    // Where nothing is left the other unit ends alone.
    private void MultiplyNext(int place)
    {
        int none = code.SkipIfAllZero(Left);
        Multiply(place);
        code.Land(none);
    }

    private void Multiply(int place)
    {
        code.ClearTile(place);
        code.LoadTile(Rows, X, RowStride);
        code.LoadTile(Columns, Codes, CodeStride);
        code.MultiplyTiles(place, Rows, Columns);
        code.StoreTile(Buffer, place * SumBytes, BufferStride, place);
        code.Add(X, Backend.ActivationBlock / parts);
        code.Add(Codes, BlockCodes.BlockBytes / parts);
        code.Add(Left, -1);
    }

    // sum = fma(scale * d, integers, sum); then, with minima, sum = fma(minimum, d * sum of codes, sum).
    private void AddPart(int place)
    {
        code.Load(Scale, new Address(Scales));
        code.Add(Scales, PartBytes);
        if (minima)
        {
            code.Load(Minimum, new Address(Minima));
            code.Add(Minima, PartBytes);
        }
        for (int row = 0; row < Size; row++)
        {
            int integers = NextSpare(), scale = NextSpare();
            code.ConvertIntegers(integers, new Address(Buffer, (place * SumBytes) + (row * VectorBytes)));
            code.Multiply(scale, Scale, new Address(RowScales, row * NumberBytes));
            code.MultiplyAdd(row, scale, integers);
            if (minima)
                code.MultiplyAdd(row, Minimum, new Address(Sums, row * NumberBytes));
        }
        if (parts == 1 || place == 1)
            code.Add(RowScales, PartStride);
        if (minima)
            code.Add(Sums, PartStride);
    }

    private int NextSpare() => Spare + (_spare = (_spare + 1) % Spares);

    private static Address Field(MatrixTileCall* call, void* field) => new(Call, (int)((byte*)field - (byte*)call));
}
