using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Hone.Tensors;

/// <summary>
/// The few instructions that <see cref="IntegerTileWriter"/> and <see cref="MatrixTileWriter"/> need, as bytes: 512-bit ones in their EVEX encoding
/// (Intel SDM volume 2, section 2.7), those of tiles in their VEX encoding (section 2.3) and 64-bit moves and additions. Exists because .NET exposes
/// vpdpbusd up to 256 bits only, and no tiles.
/// </summary>
internal sealed class EvexAssembler
{
    private const int NoPrefix = 0, Prefix66 = 1, PrefixF3 = 2, PrefixF2 = 3, Map0F = 1, Map0F38 = 2;
    private readonly List<byte> _code = [];

    /// <summary>A 64-bit register by its number in the encoding.</summary>
    public enum Register : byte
    {
        Rax, Rcx, Rdx, Rbx, Rsp, Rbp, Rsi, Rdi, R8, R9, R10, R11, R12, R13, R14, R15,
    }

    /// <summary>[Base + Index * Scale + Offset]; without an index the scale is 0.</summary>
    public readonly record struct Address(Register Base, int Offset = 0, Register Index = default, int Scale = 0);

    /// <summary>Everything so far.</summary>
    public ReadOnlySpan<byte> Code => CollectionsMarshal.AsSpan(_code);

    /// <summary>Where the next instruction begins.</summary>
    public int Position => _code.Count;

    /// <summary>vmovups zmm, m512.</summary>
    public void Load(int target, Address source) => Memory(NoPrefix, Map0F, 0x10, target, 0, source, broadcast: false);

    /// <summary>vmovups m512, zmm.</summary>
    public void Store(Address target, int source) => Memory(NoPrefix, Map0F, 0x11, source, 0, target, broadcast: false);

    /// <summary>vpbroadcastd zmm, m32.</summary>
    public void Broadcast(int target, Address source) => Memory(Prefix66, Map0F38, 0x58, target, 0, source, broadcast: false, unit: 4);

    /// <summary>vmovaps zmm, zmm.</summary>
    public void Copy(int target, int source) => Registers(NoPrefix, Map0F, 0x28, target, 0, source);

    /// <summary>vpxord: zero.</summary>
    public void Clear(int target) => Registers(Prefix66, Map0F, 0xEF, target, target, target);

    /// <summary>vpdpbusd: target += four unsigned bytes times four signed ones, which every lane reads from one place.</summary>
    public void MultiplyBytes(int target, int codes, Address signedBytes) => Memory(Prefix66, Map0F38, 0x50, target, codes, signedBytes, broadcast: true);

    /// <summary>vpdpbusd with signed bytes of a register.</summary>
    public void MultiplyBytes(int target, int codes, int signedBytes) => Registers(Prefix66, Map0F38, 0x50, target, codes, signedBytes);

    /// <summary>vsubps.</summary>
    public void Subtract(int target, int left, int right) => Registers(NoPrefix, Map0F, 0x5C, target, left, right);

    /// <summary>vmulps with a number that every lane reads from one place.</summary>
    public void Multiply(int target, int left, Address right) => Memory(NoPrefix, Map0F, 0x59, target, left, right, broadcast: true);

    /// <summary>vfmadd231ps: target = left * right + target.</summary>
    public void MultiplyAdd(int target, int left, int right) => Registers(Prefix66, Map0F38, 0xB8, target, left, right);

    /// <summary>vfmadd231ps with a number that every lane reads from one place.</summary>
    public void MultiplyAdd(int target, int left, Address right) => Memory(Prefix66, Map0F38, 0xB8, target, left, right, broadcast: true);

    /// <summary>vcvtdq2ps zmm, m512.</summary>
    public void ConvertIntegers(int target, Address source) => Memory(NoPrefix, Map0F, 0x5B, target, 0, source, broadcast: false);

    /// <summary>ldtilecfg: the shapes of all tiles.</summary>
    public void ConfigureTiles(Register at)
    {
        Vex(NoPrefix, 0, 0, at, 0);
        Emit(0x49, 0x80 | ((int)at & 7));
        Int32(0);
    }

    /// <summary>tilerelease.</summary>
    public void ReleaseTiles()
    {
        Vex(NoPrefix, 0, 0, 0, 0);
        Emit(0x49, 0xC0);
    }

    /// <summary>tilezero.</summary>
    public void ClearTile(int tile)
    {
        Vex(PrefixF2, tile, 0, 0, 0);
        Emit(0x49, 0xC0 | (tile << 3));
    }

    /// <summary>tileloadd: rows from memory, a stride apart or twice that.</summary>
    public void LoadTile(int tile, Register at, Register stride, bool twice = false) => Rows(PrefixF2, tile, at, 0, stride, twice);

    /// <summary>tilestored: rows to memory.</summary>
    public void StoreTile(Register at, int offset, Register stride, int tile) => Rows(PrefixF3, tile, at, offset, stride);

    /// <summary>tdpbssd: sums += rows times columns, signed bytes in groups of four.</summary>
    public void MultiplyTiles(int sums, int rows, int columns)
    {
        Vex(PrefixF2, sums, columns, 0, 0);
        Emit(0x5E, 0xC0 | (sums << 3) | rows);
    }

    /// <summary>Bytes that are no instructions.</summary>
    public void Data(ReadOnlySpan<byte> bytes) => _code.AddRange(bytes);

    /// <summary>vpbroadcastd zmm, r32.</summary>
    public void Broadcast(int target, Register source) => Registers(Prefix66, Map0F38, 0x7C, target, 0, (int)source);

    /// <summary>mov r32, constant.</summary>
    public void Move(Register target, int value)
    {
        Short(0xB8, target);
        Int32(value);
    }

    /// <summary>movsxd r64, m32.</summary>
    public void LoadInt32(Register target, Address source) => Plain(0x63, (int)target, source, wide: true);

    /// <summary>movzx r64, m8.</summary>
    public void LoadByte(Register target, Address source) => Plain(0xB6, (int)target, source, wide: true, escape: true);

    /// <summary>mov r64, m64.</summary>
    public void Load(Register target, Address source) => Plain(0x8B, (int)target, source, wide: true);

    /// <summary>lea r64, m.</summary>
    public void LoadAddress(Register target, Address source) => Plain(0x8D, (int)target, source, wide: true);

    /// <summary>prefetcht1: asks for a line into the second cache.</summary>
    public void Prefetch(Register at) => Plain(0x18, 2, new Address(at), escape: true);

    /// <summary>prefetchw: asks for a line in order to write it.</summary>
    public void PrefetchToWrite(Register at) => Plain(0x0D, 1, new Address(at), escape: true);

    /// <summary>test r64, r64; jz forward: returns the place to give to <see cref="Land"/>.</summary>
    public int SkipIfAllZero(Register register)
    {
        Emit(0x48 | ((int)register >> 3 << 2) | ((int)register >> 3), 0x85, 0xC0 | (((int)register & 7) << 3) | ((int)register & 7), 0x0F, 0x84);
        Int32(0);
        return Position;
    }

    /// <summary>mov r64, r64.</summary>
    public void Move(Register target, Register source) => Emit(0x48 | ((int)source >> 3 << 2) | ((int)target >> 3), 0x89, 0xC0 | (((int)source & 7) << 3) | ((int)target & 7));

    /// <summary>add r64, constant.</summary>
    public void Add(Register target, int value)
    {
        Emit(0x48 | ((int)target >> 3), 0x81, 0xC0 | ((int)target & 7));
        Int32(value);
    }

    /// <summary>add r64, r64.</summary>
    public void Add(Register target, Register value) => Emit(0x48 | ((int)value >> 3 << 2) | ((int)target >> 3), 0x01, 0xC0 | (((int)value & 7) << 3) | ((int)target & 7));

    /// <summary>dec r64; jnz to a place before.</summary>
    public void DecrementAndLoop(Register counter, int target)
    {
        Emit(0x48 | ((int)counter >> 3), 0xFF, 0xC8 | ((int)counter & 7), 0x0F, 0x85);
        Int32(target - (Position + 4));
    }

    /// <summary>dec r64; jnz forward: returns the place to give to <see cref="Land"/>.</summary>
    public int DecrementAndSkip(Register counter)
    {
        DecrementAndLoop(counter, 0);
        return Position;
    }

    /// <summary>jmp to a place before.</summary>
    public void Jump(int target)
    {
        Emit(0xE9);
        Int32(target - (Position + 4));
    }

    /// <summary>push r64.</summary>
    public void Push(Register register) => Short(0x50, register);

    /// <summary>pop r64.</summary>
    public void Pop(Register register) => Short(0x58, register);

    /// <summary>test of the low byte; jz forward: returns the place to give to <see cref="Land"/>.</summary>
    public int SkipIfZero(Register register)
    {
        Emit(0x40 | ((int)register >> 3 << 2) | ((int)register >> 3), 0x84, 0xC0 | (((int)register & 7) << 3) | ((int)register & 7), 0x0F, 0x84);
        Int32(0);
        return Position;
    }

    /// <summary>jmp forward: returns the place to give to <see cref="Land"/>.</summary>
    public int Skip()
    {
        Emit(0xE9);
        Int32(0);
        return Position;
    }

    /// <summary>The jump that ended at <paramref name="jump"/> comes here.</summary>
    public void Land(int jump) => BinaryPrimitives.WriteInt32LittleEndian(
        CollectionsMarshal.AsSpan(_code)[(jump - 4)..], Position - jump);

    /// <summary>vzeroupper; ret.</summary>
    public void Return() => Emit(0xC5, 0xF8, 0x77, 0xC3);

    // P0 holds the high bits of registers inverted, P1 the second source inverted, P2 the length (512), the broadcast and one more bit of it.
    private void Prefix(int prefix, int map, int reg, int second, int highRm, int highIndex, bool broadcast) => Emit(
        0x62,
        (~reg >> 3 & 1) << 7 | (~highIndex & 1) << 6 | (~highRm & 1) << 5 | (~reg >> 4 & 1) << 4 | map,
        (~second & 15) << 3 | 4 | prefix,
        0x40 | (broadcast ? 0x10 : 0) | (~second >> 4 & 1) << 3);

    private void Vex(int prefix, int reg, int second, Register at, Register index) => Emit(
        0xC4, (~reg >> 3 & 1) << 7 | (~(int)index >> 3 & 1) << 6 | (~(int)at >> 3 & 1) << 5 | Map0F38, (~second & 15) << 3 | prefix);

    // [at + stride + offset], where the processor adds the stride, or twice that, for every row.
    private void Rows(int prefix, int tile, Register at, int offset, Register stride, bool twice = false)
    {
        Vex(prefix, tile, 0, at, stride);
        Emit(0x4B, 0x84 | (tile << 3), (twice ? 0x40 : 0) | (((int)stride & 7) << 3) | ((int)at & 7));
        Int32(offset);
    }

    private void Registers(int prefix, int map, int opcode, int reg, int second, int rm)
    {
        Prefix(prefix, map, reg, second, rm >> 3, rm >> 4, broadcast: false);
        Emit(opcode, 0xC0 | ((reg & 7) << 3) | (rm & 7));
    }

    // Offsets of one byte count in units of what is read.
    private void Memory(int prefix, int map, int opcode, int reg, int second, Address at, bool broadcast, int unit = 0)
    {
        Prefix(prefix, map, reg, second, (int)at.Base >> 3, at.Scale == 0 ? 0 : (int)at.Index >> 3, broadcast);
        Emit(opcode);
        Operand(reg & 7, at, unit > 0 ? unit : broadcast ? 4 : 64);
    }

    private void Plain(int opcode, int reg, Address at, bool wide = false, bool escape = false)
    {
        Emit(0x40 | (wide ? 8 : 0) | (reg >> 3 << 2) | (at.Scale == 0 ? 0 : (int)at.Index >> 3 << 1) | ((int)at.Base >> 3));
        if (escape)
            Emit(0x0F);
        Emit(opcode);
        Operand(reg & 7, at, 1);
    }

    private void Operand(int reg, Address at, int unit)
    {
        int rm = (int)at.Base & 7, count = at.Offset / unit;
        bool isShort = at.Offset % unit == 0 && count is >= -128 and <= 127, none = at.Offset == 0 && rm != 5;
        bool hasIndex = at.Scale > 0 || rm == 4;
        Emit((none ? 0 : isShort ? 0x40 : 0x80) | (reg << 3) | (hasIndex ? 4 : rm));
        if (hasIndex)
            Emit(BitOperations.Log2((uint)Math.Max(1, at.Scale)) << 6 | ((at.Scale > 0 ? (int)at.Index & 7 : 4) << 3) | rm);
        if (none)
            return;
        if (isShort)
            Emit(count);
        else
            Int32(at.Offset);
    }

    private void Short(int opcode, Register register)
    {
        if ((int)register >= 8)
            Emit(0x41);
        Emit(opcode | ((int)register & 7));
    }

    private void Int32(int value) => Emit(value, value >> 8, value >> 16, value >> 24);

    private void Emit(params ReadOnlySpan<int> bytes)
    {
        foreach (int value in bytes)
            _code.Add((byte)value);
    }
}
