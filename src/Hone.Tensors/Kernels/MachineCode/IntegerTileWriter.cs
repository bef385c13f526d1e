using static Hone.Tensors.EvexAssembler;

namespace Hone.Tensors;

/// <summary>
/// Writes one function of <see cref="IntegerCode"/>: void tile(<see cref="IntegerTileCall"/>*) in the calling convention of
/// System V. Per row two vectors of integer sums and two of float sums; the codes of a panel come in two vectors, and four bytes
/// of a row for all lanes at once: from memory by the multiplication itself in every second row, by a broadcast for both
/// multiplications in the others, because two loads a cycle can be had and few instructions leave room for a neighbour on the core.
/// </summary>
internal sealed unsafe class IntegerTileWriter(EvexAssembler code, int rows, int parts, bool minima)
{
    /// <summary>Rows of a tile at most: 24 accumulators leave 8 of 32 registers.</summary>
    public const int MaxRows = 6;

    // Vector registers: float sums, integer sums, codes (then scales or minima), the constant, others in turn.
    private const int Integers = 2 * MaxRows, Low = 4 * MaxRows, High = Low + 1, Magic = Low + 2, Spare = Low + 3, Spares = 5;
    private const int VectorBytes = 64, GroupBytes = 4 * BlockPanels.Width, NumberBytes = 4;

    private const Register Call = Register.R12, Codes = Register.Rax, Scales = Register.Rdx, Minima = Register.Rcx, X = Register.Rsi, RowStride = Register.R8,
        FourthX = Register.R9, RowScales = Register.R10, Starts = Register.R11, Sums = Register.Rdi, PartStride = Register.Rbx, Blocks = Register.Rbp,
        Continues = Register.R10, Ahead = Register.R13, AheadLines = Register.R14, Line = Register.R15;

    private static readonly Register[] s_kept = [Register.Rbx, Register.Rbp, Register.R12, Register.R13, Register.R14, Register.R15];
    private int _spare;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        foreach (Register register in s_kept)
            code.Push(register);
        code.LoadAddress(Call, new Address(Register.Rdi));
        code.Move(Register.Rax, ActivationBlocks.MagicBits);
        code.Broadcast(Magic, Register.Rax);
        Begin();
        LoadPointers();
        int loop = code.Position;
        Fetch();
        for (int part = 0; part < parts; part++)
        {
            MultiplyCodes(part);
            AddPart(part);
        }
        Advance();
        code.DecrementAndLoop(Blocks, loop);
        ResultAddresses();
        for (int row = 0; row < rows; row++)
        {
            code.Store(Row(row, 0), 2 * row);
            code.Store(Row(row, VectorBytes), (2 * row) + 1);
        }
        foreach (Register register in s_kept.Reverse())
            code.Pop(register);
        code.Return();
    }

    // The sums of the blocks before, or zeros.
    private void Begin()
    {
        IntegerTileCall call = default;
        ResultAddresses();
        code.LoadByte(Continues, Field(&call, &call.Continues));
        int zero = code.SkipIfZero(Continues);
        for (int row = 0; row < rows; row++)
        {
            code.Load(2 * row, Row(row, 0));
            code.Load((2 * row) + 1, Row(row, VectorBytes));
        }
        int go = code.Skip();
        code.Land(zero);
        for (int i = 0; i < 2 * rows; i++)
            code.Clear(i);
        code.Land(go);
    }

    // Where the rows of the result are, in the registers of the rows of x.
    private void ResultAddresses()
    {
        IntegerTileCall call = default;
        code.Load(X, Field(&call, &call.Y));
        code.Load(RowStride, Field(&call, &call.YStride));
        code.Add(RowStride, RowStride);
        code.Add(RowStride, RowStride);
        FourthRow();
    }

    private void LoadPointers()
    {
        IntegerTileCall call = default;
        code.Load(Codes, Field(&call, &call.Codes));
        code.Load(Scales, Field(&call, &call.Scales));
        code.Load(Minima, Field(&call, &call.Minima));
        code.Load(X, Field(&call, &call.X));
        code.Load(RowStride, Field(&call, &call.RowStride));
        code.Load(RowScales, Field(&call, &call.RowScales));
        code.Load(Starts, Field(&call, &call.RowStarts));
        code.Load(Sums, Field(&call, &call.RowSums));
        code.Load(PartStride, Field(&call, &call.PartStride));
        code.LoadInt32(Blocks, Field(&call, &call.Blocks));
        code.Load(Ahead, Field(&call, &call.Ahead));
        code.Load(AheadLines, Field(&call, &call.AheadLines));
        code.Add(PartStride, PartStride);
        code.Add(PartStride, PartStride);
        FourthRow();
    }

    // Lines of what is read next, while this block is multiplied.
    private void Fetch()
    {
        int none = code.SkipIfAllZero(AheadLines);
        code.Move(Line, AheadLines);
        int loop = code.Position;
        code.Prefetch(Ahead);
        code.Add(Ahead, VectorBytes);
        code.DecrementAndLoop(Line, loop);
        code.Land(none);
    }

    private void FourthRow()
    {
        code.LoadAddress(FourthX, new Address(X, 0, RowStride, 2));
        code.Add(FourthX, RowStride);
    }

    private void MultiplyCodes(int part)
    {
        int groups = Backend.ActivationBlock / 4 / parts;
        for (int row = 0; row < rows; row++)
        {
            code.Broadcast(Integer(row, 0), PartOf(Starts, part, row));
            code.Copy(Integer(row, 1), Integer(row, 0));
        }
        for (int group = part * groups; group < (part + 1) * groups; group++)
        {
            code.Load(Low, new Address(Codes, group * GroupBytes));
            code.Load(High, new Address(Codes, (group * GroupBytes) + VectorBytes));
            for (int row = 0; row < rows; row++)
            {
                Address x = Row(row, 4 * group);
                if (row % 2 == 1)
                {
                    code.MultiplyBytes(Integer(row, 0), Low, x);
                    code.MultiplyBytes(Integer(row, 1), High, x);
                    continue;
                }
                int four = NextSpare();
                code.Broadcast(four, x);
                code.MultiplyBytes(Integer(row, 0), Low, four);
                code.MultiplyBytes(Integer(row, 1), High, four);
            }
        }
    }

    // sum = fma(scale * d, integers, sum); then, with minima, sum = fma(minimum, d * sum of codes, sum).
    private void AddPart(int part)
    {
        int offset = part * BlockPanels.Width * NumberBytes;
        code.Load(Low, new Address(Scales, offset));
        code.Load(High, new Address(Scales, offset + VectorBytes));
        for (int row = 0; row < rows; row++)
        {
            for (int half = 0; half < 2; half++)
            {
                int scale = NextSpare();
                code.Subtract(Integer(row, half), Integer(row, half), Magic);
                code.Multiply(scale, Low + half, new Address(RowScales, row * NumberBytes));
                code.MultiplyAdd((2 * row) + half, scale, Integer(row, half));
            }
        }
        if (!minima)
            return;
        code.Load(Low, new Address(Minima, offset));
        code.Load(High, new Address(Minima, offset + VectorBytes));
        for (int row = 0; row < rows; row++)
        {
            code.MultiplyAdd(2 * row, Low, PartOf(Sums, part, row));
            code.MultiplyAdd((2 * row) + 1, High, PartOf(Sums, part, row));
        }
    }

    private void Advance()
    {
        code.Add(Codes, BlockCodes.BlockBytes);
        code.Add(Scales, parts * BlockPanels.Width * NumberBytes);
        code.Add(X, Backend.ActivationBlock);
        code.Add(FourthX, Backend.ActivationBlock);
        code.Add(RowScales, PartStride);
        for (int part = 0; part < parts; part++)
            code.Add(Starts, PartStride);
        if (!minima)
            return;
        code.Add(Minima, parts * BlockPanels.Width * NumberBytes);
        for (int part = 0; part < parts; part++)
            code.Add(Sums, PartStride);
    }

    private int NextSpare() => Spare + (_spare = (_spare + 1) % Spares);

    private static int Integer(int row, int half) => Integers + (2 * row) + half;

    private static Address PartOf(Register numbers, int part, int row) =>
        part == 0 ? new Address(numbers, row * NumberBytes) : new Address(numbers, row * NumberBytes, PartStride, 1);

    // [p], [p + s] and [p + 2 s] are plain addresses, so that one register more does for six rows.
    private static Address Row(int row, int offset)
    {
        Register from = row < 3 ? X : FourthX;
        return row % 3 == 0 ? new Address(from, offset) : new Address(from, offset, RowStride, row % 3);
    }

    private static Address Field(IntegerTileCall* call, void* field) => new(Call, (int)((byte*)field - (byte*)call));
}
