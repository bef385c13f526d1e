using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

// Blocks of 256 columns. A vector holds 4 columns of 8 outputs, or a word of scales of each.
internal static unsafe partial class BlockCodes
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeQ2K(byte* panel, int blocks, byte* codes, float* scales, float* minima)
    {
        Vector256<uint> two = Vector256.Create(0x03030303u);
        for (; blocks > 0; blocks--, panel += 84 * Width, codes += 8 * BlockBytes, scales += 16 * Width, minima += 16 * Width)
        {
            byte* pairs = panel + (16 * Width);
            for (int j = 0; j < Width; j += 8)
            {
                Vector256<float> d = Halves8(panel + (80 * Width) + (2 * j)), dmin = -Halves8(panel + (82 * Width) + (2 * j));
                for (int part = 0; part < 16; part++)
                {
                    Vector256<uint> word = Word(panel, part / 4, j);
                    (d * Bits(word, part % 4 * 8, 15)).Store(scales + (part * Width) + j);
                    (dmin * Bits(word, (part % 4 * 8) + 4, 15)).Store(minima + (part * Width) + j);
                }
                for (int i = 0; i < 16; i++)
                {
                    Vector256<uint> word = Word(pairs, i, j);
                    uint* to = Group(codes, i / 8 * 4, i % 8, j);
                    (word & two).Store(to);
                    (Vector256.ShiftRightLogical(word, 2) & two).Store(to + (BlockBytes / 4));
                    (Vector256.ShiftRightLogical(word, 4) & two).Store(to + (BlockBytes / 2));
                    (Vector256.ShiftRightLogical(word, 6) & two).Store(to + (3 * BlockBytes / 4));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeQ3K(byte* panel, int blocks, byte* codes, float* scales)
    {
        Vector256<uint> two = Vector256.Create(0x03030303u), one = Vector256.Create(0x01010101u);
        for (; blocks > 0; blocks--, panel += 110 * Width, codes += 8 * BlockBytes, scales += 16 * Width)
        {
            byte* pairs = panel + (32 * Width), packed = panel + (96 * Width);
            for (int j = 0; j < Width; j += 8)
            {
                Vector256<float> d = Halves8(panel + (108 * Width) + (2 * j));
                Vector256<uint> highs = Word(packed, 2, j);
                for (int part = 0; part < 16; part++)
                {
                    Vector256<uint> low = Vector256.ShiftRightLogical(Word(packed, part % 8 / 4, j), (part % 4 * 8) + (part / 8 * 4)) & Vector256.Create(15u);
                    Vector256<uint> high = Vector256.ShiftRightLogical(highs, (part % 4 * 8) + (part / 4 * 2)) & Vector256.Create(3u);
                    Vector256<int> scale = (low | Vector256.ShiftLeft(high, 4)).AsInt32() - Vector256.Create(32);
                    (d * Vector256.ConvertToSingle(scale)).Store(scales + (part * Width) + j);
                }
                for (int i = 0; i < 16; i++)
                {
                    Vector256<uint> word = Word(pairs, i, j), mask = Word(panel, i % 8, j);
                    for (int quarter = 0; quarter < 4; quarter++)
                    {
                        Vector256<uint> high = Vector256.ShiftLeft(Vector256.ShiftRightLogical(mask, (i / 8 * 4) + quarter) & one, 2);
                        ((Vector256.ShiftRightLogical(word, 2 * quarter) & two) | high).Store(Group(codes, (i / 8 * 4) + quarter, i % 8, j));
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeQ45K(byte* panel, int blocks, byte* codes, float* scales, float* minima, bool five)
    {
        Vector256<uint> one = Vector256.Create(0x01010101u);
        int size = (five ? 176 : 144) * Width;
        for (; blocks > 0; blocks--, panel += size, codes += 8 * BlockBytes, scales += 8 * Width, minima += 8 * Width)
        {
            SixBits(panel, scales, minima);
            byte* nibbles = panel + ((five ? 48 : 16) * Width);
            for (int pair = 0; pair < 4; pair++)
                Nibbles(nibbles + (pair * BlockBytes), codes + (2 * pair * BlockBytes), codes + (((2 * pair) + 1) * BlockBytes), BlockBytes);
            if (!five)
                continue;
            for (int j = 0; j < Width; j += 8)
            {
                for (int i = 0; i < 8; i++)
                {
                    Vector256<uint> bits = Word(panel + (16 * Width), i, j);
                    for (int part = 0; part < 8; part++)
                    {
                        uint* at = Group(codes, part, i, j);
                        (Vector256.Load(at) | Vector256.ShiftLeft(Vector256.ShiftRightLogical(bits, part) & one, 4)).Store(at);
                    }
                }
            }
        }
    }

    // Eight scales and minima of 6 bits in three words: the first four are whole in words 0 and 1, the low bits of the others in
    // word 2 and their high ones above the first four.
    private static void SixBits(byte* panel, float* scales, float* minima)
    {
        byte* packed = panel + (4 * Width);
        for (int j = 0; j < Width; j += 8)
        {
            Vector256<float> d = Halves8(panel + (2 * j)), dmin = -Halves8(panel + (2 * Width) + (2 * j));
            Vector256<uint> w0 = Word(packed, 0, j), w1 = Word(packed, 1, j), w2 = Word(packed, 2, j);
            for (int i = 0; i < 4; i++)
            {
                (d * Bits(w0, 8 * i, 63)).Store(scales + (i * Width) + j);
                (dmin * Bits(w1, 8 * i, 63)).Store(minima + (i * Width) + j);
                Vector256<uint> low = Vector256.ShiftRightLogical(w2, 8 * i);
                Vector256<uint> scale = (low & Vector256.Create(15u)) | (Vector256.ShiftRightLogical(w0, (8 * i) + 2) & Vector256.Create(48u));
                Vector256<uint> minimum = (Vector256.ShiftRightLogical(low, 4) & Vector256.Create(15u)) | (Vector256.ShiftRightLogical(w1, (8 * i) + 2) & Vector256.Create(48u));
                (d * Vector256.ConvertToSingle(scale.AsInt32())).Store(scales + ((i + 4) * Width) + j);
                (dmin * Vector256.ConvertToSingle(minimum.AsInt32())).Store(minima + ((i + 4) * Width) + j);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeQ6K(byte* panel, int blocks, byte* codes, float* scales)
    {
        Vector256<uint> four = Vector256.Create(0x0F0F0F0Fu);
        for (; blocks > 0; blocks--, panel += 210 * Width, codes += 8 * BlockBytes, scales += 16 * Width)
        {
            byte* pairs = panel + (128 * Width), packed = panel + (192 * Width);
            for (int j = 0; j < Width; j += 8)
            {
                Vector256<float> d = Halves8(panel + (208 * Width) + (2 * j));
                for (int part = 0; part < 16; part += 4)
                {
                    Vector256<int> word = Word(packed, part / 4, j).AsInt32();
                    float* to = scales + (part * Width) + j;
                    (d * Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(word, 24), 24))).Store(to);
                    (d * Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(word, 16), 24))).Store(to + Width);
                    (d * Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(word, 8), 24))).Store(to + (2 * Width));
                    (d * Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(word, 24))).Store(to + (3 * Width));
                }
            }
            Vector256<uint> top = Vector256.Create(0x30303030u);
            for (int i = 0; i < 16; i++)
            {
                // Word i of a half: its nibbles are columns of two quarters, two bits of words of the other section above them.
                byte* lows = panel + (((i / 8 * 16) + (i % 8)) * GroupBytes), to = codes + (i / 8 * 4 * BlockBytes) + (i % 8 * GroupBytes);
                for (int j = 0; j < GroupBytes; j += 32)
                {
                    Ahead(panel + (((i * 4) + (j / 32)) * 105));
                    Vector256<uint> high = Vector256.Load((uint*)(pairs + (i * GroupBytes) + j));
                    Vector256<uint> even = Vector256.Load((uint*)(lows + j)), odd = Vector256.Load((uint*)(lows + (8 * GroupBytes) + j));
                    ((even & four) | (Vector256.ShiftLeft(high, 4) & top)).Store((uint*)(to + j));
                    ((odd & four) | (Vector256.ShiftLeft(high, 2) & top)).Store((uint*)(to + BlockBytes + j));
                    ((Vector256.ShiftRightLogical(even, 4) & four) | (high & top)).Store((uint*)(to + (2 * BlockBytes) + j));
                    ((Vector256.ShiftRightLogical(odd, 4) & four) | (Vector256.ShiftRightLogical(high, 2) & top)).Store((uint*)(to + (3 * BlockBytes) + j));
                }
            }
        }
    }

    // Part of the next block, so that reading goes on while this one is taken apart: 64 times in a block of 256 columns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Ahead(byte* at)
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch0(at + AheadBytes);
        Sse.Prefetch0(at + AheadBytes + 64);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Word(byte* section, int word, int output) => Vector256.Load((uint*)(section + (word * GroupBytes)) + output);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint* Group(byte* codes, int block, int group, int output) => (uint*)(codes + (block * BlockBytes) + (group * GroupBytes)) + output;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Bits(Vector256<uint> word, int shift, uint mask) =>
        Vector256.ConvertToSingle((Vector256.ShiftRightLogical(word, shift) & Vector256.Create(mask)).AsInt32());
}
