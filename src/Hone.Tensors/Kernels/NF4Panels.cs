using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary>
/// Products with NF4 weights: a part of the weight is decoded to float32 panels, and the float32 product uses it while it is in
/// a cache, as <see cref="HalfOps"/> does. The decoded numbers are the same, so every chain has the bits of the float32 product.
/// </summary>
internal static unsafe class NF4Panels
{
    // As for BFloat16 weights.
    private const long PartFloats = 1 << 20;
    private const int WordsPerBlock = 8, BlockBytes = 36 * BlockPanels.Width;

    /// <summary>Products of rows with outputs <paramref name="first"/> and on, a whole number of panels before them.</summary>
    public static void Product(CpuBackend cpu, float* x, int rows, QuantizedTensor weight, int first, int outputs, float* bias, float* y, int ldy)
    {
        int steps = weight.Columns, count = BlockPanels.Count(outputs), each = (int)Math.Clamp(PartFloats / ((long)steps * BlockPanels.Width), 1, count);
        float* wide = (float*)cpu.WideScratch.Storage((long)each * steps * BlockPanels.Width * sizeof(float)).Pointer;
        byte* panels = weight.Storage.Pointer + (first / BlockPanels.Width * BlockPanels.PanelBytes(QuantFormat.NF4, steps));
        for (int panel = 0; panel < count; panel += each)
        {
            int some = Math.Min(each, count - panel), column = panel * BlockPanels.Width;
            var decode = new NF4PanelsWork(panels + ((nint)panel * (steps / NF4.DefaultBlockElements) * BlockBytes), wide, some * (steps / NF4.DefaultBlockElements));
            cpu.Workers.Run(ref decode, decode.Pieces);
            int width = Math.Min(some * BlockPanels.Width, outputs - column);
            GemmOps.Product(cpu, x, wide, bias == null ? null : bias + column, y + column, ldy, rows, width, steps);
        }
    }

    /// <summary>Blocks of panels to float32 panels: target[k, output].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Decode(byte* source, float* target, int blocks)
    {
        for (; blocks > 0; blocks--, source += BlockBytes, target += NF4.DefaultBlockElements * BlockPanels.Width)
        {
            float* magnitudes = (float*)(source + (WordsPerBlock * 4 * BlockPanels.Width));
            for (int word = 0; word < WordsPerBlock; word++)
            {
                uint* words = (uint*)(source + (word * 4 * BlockPanels.Width));
                for (int e = 0; e < 8; e++)
                    Column(words, Shift(e), magnitudes, target + (((8 * word) + e) * BlockPanels.Width));
            }
        }
    }

    /// <summary>Place of number e of eight in a word: the first of a pair is in the upper bits of its byte.</summary>
    private static int Shift(int e) => (e / 2 * 8) + (e % 2 == 0 ? 4 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column(uint* words, int shift, float* magnitudes, float* target)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<float> table = Vector512.Create(NF4.Codebook);
            for (int j = 0; j < BlockPanels.Width; j += 16)
            {
                // Only the lowest four bits of a lane choose.
                Vector512<int> places = Vector512.ShiftRightLogical(Vector512.Load(words + j), shift).AsInt32();
                (Avx512F.PermuteVar16x32(table, places) * Vector512.Load(magnitudes + j)).Store(target + j);
            }
            return;
        }
        for (int j = 0; j < BlockPanels.Width; j++)
            target[j] = NF4.Codebook[(int)(words[j] >> shift) & 15] * magnitudes[j];
    }

    /// <summary>Some blocks of one output to numbers in their order; every 32 go <paramref name="stride"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DecodeRow(byte* source, int output, int blocks, float* target, nint stride)
    {
        ReadOnlySpan<float> table = NF4.Codebook;
        for (; blocks > 0; blocks--, source += BlockBytes, target += 2 * stride)
        {
            uint* words = (uint*)source + output;
            float magnitude = *(float*)(words + (WordsPerBlock * BlockPanels.Width));
            for (int i = 0; i < NF4.DefaultBlockElements; i++)
                target[(i / 32 * stride) + (i % 32)] = table[(int)(words[i / 8 * BlockPanels.Width] >> Shift(i % 8)) & 15] * magnitude;
        }
    }
}

/// <summary>Decodes NF4 blocks of panels on all workers; a piece is some blocks.</summary>
internal readonly unsafe struct NF4PanelsWork(byte* source, float* target, int blocks) : IParallelWork
{
    private const int Each = 8;

    /// <summary>Number of pieces.</summary>
    public int Pieces => LaneOps.Pieces(blocks, Each);

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int first = index * Each;
        NF4Panels.Decode(
            source + ((nint)first * 36 * BlockPanels.Width), target + ((nint)first * NF4.DefaultBlockElements * BlockPanels.Width), Math.Min(Each, blocks - first));
    }
}
