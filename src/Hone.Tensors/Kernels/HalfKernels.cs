using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>BFloat16 to float32: the bits become the upper half. Only moves numbers, so it may use any vector there is.</summary>
internal static unsafe class HalfKernels
{
    /// <summary>target[i] = source[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(ushort* source, float* target, long count)
    {
        long i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + 32 <= count; i += 32)
            {
                (Vector512<uint> low, Vector512<uint> high) = Vector512.Widen(Vector512.Load(source + i));
                Vector512.ShiftLeft(low, 16).AsSingle().Store(target + i);
                Vector512.ShiftLeft(high, 16).AsSingle().Store(target + i + 16);
            }
        }
        for (; i + 8 <= count; i += 8)
        {
            (Vector128<uint> low, Vector128<uint> high) = Vector128.Widen(Vector128.Load(source + i));
            Vector128.ShiftLeft(low, 16).AsSingle().Store(target + i);
            Vector128.ShiftLeft(high, 16).AsSingle().Store(target + i + 4);
        }
        for (; i < count; i++)
            target[i] = BitConverter.UInt32BitsToSingle((uint)source[i] << 16);
    }

    /// <summary>A BFloat16 panel [steps, 32], whose pairs are outputs j and j + 16, to a float32 panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WidenPanel(ushort* source, float* target, long steps)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            for (; steps > 0; steps--, source += 32, target += 32)
            {
                Vector512<uint> pair = Vector512.Load((uint*)source);
                Vector512.ShiftLeft(pair, 16).AsSingle().Store(target);
                (pair & Vector512.Create(0xffff0000u)).AsSingle().Store(target + 16);
            }
            return;
        }
        for (; steps > 0; steps--, source += 32, target += 32)
        {
            for (int j = 0; j < 16; j += 4)
            {
                Vector128<uint> pair = Vector128.Load((uint*)source + j);
                Vector128.ShiftLeft(pair, 16).AsSingle().Store(target + j);
                (pair & Vector128.Create(0xffff0000u)).AsSingle().Store(target + 16 + j);
            }
        }
    }

    /// <summary>Widens 32 columns of a row-major matrix into a panel: target[p * 32 + j] = b[p * ldb + j], zeros from <paramref name="width"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PanelOfB(ushort* b, nint ldb, int width, int steps, float* target)
    {
        if (width == Backend.PanelWidth && Vector512.IsHardwareAccelerated)
        {
            for (; steps > 0; steps--, b += ldb, target += Backend.PanelWidth)
            {
                (Vector512<uint> low, Vector512<uint> high) = Vector512.Widen(Vector512.Load(b));
                Vector512.ShiftLeft(low, 16).AsSingle().Store(target);
                Vector512.ShiftLeft(high, 16).AsSingle().Store(target + 16);
            }
            return;
        }
        for (; steps > 0; steps--, b += ldb, target += Backend.PanelWidth)
        {
            Widen(b, target, width);
            new Span<float>(target + width, Backend.PanelWidth - width).Clear();
        }
    }

    /// <summary>
    /// Up to 32 rows of a row-major weight to some steps of a panel: target[p * 32 + place of row] = source[row * stride + p];
    /// rows that are not there are 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackPanel(ushort* source, nint stride, int rows, int steps, ushort* target)
    {
        for (int row = 0; row < Backend.PanelWidth; row++)
        {
            ushort* to = target + (row < 16 ? 2 * row : (2 * (row - 16)) + 1), from = source + (row * stride);
            if (row < rows)
            {
                for (int p = 0; p < steps; p++)
                    to[p * Backend.PanelWidth] = from[p];
            }
            else
            {
                for (int p = 0; p < steps; p++)
                    to[p * Backend.PanelWidth] = 0;
            }
        }
    }
}

/// <summary>Packs a row-major BFloat16 weight [outputs, steps] into panels on all workers.</summary>
internal readonly unsafe struct PackHalfPanelsWork(ushort* weight, int outputs, int steps, ushort* panels) : IParallelWork
{
    // A block of a panel that the nearest cache holds while it is written column by column.
    private const int StepsPerPiece = 256;

    private int PiecesPerPanel => (steps + StepsPerPiece - 1) / StepsPerPiece;

    /// <summary>Number of pieces.</summary>
    public int Pieces => (outputs + Backend.PanelWidth - 1) / Backend.PanelWidth * PiecesPerPanel;

    /// <inheritdoc/>
    public void Execute(int index, int worker)
    {
        int panel = index / PiecesPerPanel, first = index % PiecesPerPanel * StepsPerPiece;
        int count = Math.Min(StepsPerPiece, steps - first), output = panel * Backend.PanelWidth;
        ushort* target = panels + ((((nint)panel * steps) + first) * Backend.PanelWidth);
        HalfKernels.PackPanel(weight + ((nint)output * steps) + first, steps, Math.Min(Backend.PanelWidth, outputs - output), count, target);
    }
}
