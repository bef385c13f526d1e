using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hone.Tensors;

/// <summary><see cref="Backend.GatedProducts"/> of many rows with weights in integer blocks.</summary>
internal static unsafe class GatedProductOps
{
    /// <summary>Whether it is done here: the two results of many rows would leave the caches before the activation reads them.</summary>
    public static bool Takes(CpuBackend cpu, Tensor x, in ProductPart gate, in ProductPart up)
    {
        int rows = LaneOps.Rows(x);
        return rows > RowTile.MaxRows && gate.X.IsEmpty && up.X.IsEmpty
            && gate.Blocks is { Format: not QuantFormat.NF4 } first && up.Blocks is { Format: not QuantFormat.NF4 } second
            && first.Rows == second.Rows && first.Columns == second.Columns && QuantizedOps.PreparesAlike(cpu, first, second, rows);
    }

    /// <summary>Does it; <see cref="Takes"/> has been asked.</summary>
    public static void Run(CpuBackend cpu, Tensor x, in ProductPart gate, in ProductPart up, Activation activation, Tensor y)
    {
        int rows = LaneOps.Rows(x), outputs = gate.Blocks!.Rows;
        LaneOps.Require(x.Shape.Last == gate.Blocks.Columns && y.Shape.Last == outputs && LaneOps.Rows(y) == rows, x, y);
        LaneOps.Require(gate.Bias.IsEmpty || gate.Bias.ElementCount == outputs, y, gate.Bias);
        LaneOps.Require(up.Bias.IsEmpty || up.Bias.ElementCount == outputs, y, up.Bias);
        QuantizedRows prepared = QuantizedOps.Prepare(cpu, x.Floats, rows, gate.Blocks);
        var work = new GatedProductWork(
            QuantizedOps.Plan(cpu, prepared, gate.Blocks, 0, outputs, gate.Bias.IsEmpty ? null : gate.Bias.Floats, y.Floats, outputs),
            QuantizedOps.Plan(cpu, prepared, up.Blocks!, 0, outputs, up.Bias.IsEmpty ? null : up.Bias.Floats, y.Floats, outputs),
            activation, cpu.Set, cpu.Scratch, y.Floats, outputs);
        RangesWork<GatedProductWork>.Run(cpu, work, work.Items);
    }
}

/// <summary>A panel of the gate, the same of the other product, and the activation of both while they are in the second cache; items are those of the gate's product.</summary>
internal readonly unsafe struct GatedProductWork : IRangedWork
{
    private const int RowsEach = 16;
    private readonly QuantizedProductWork _gate, _up;
    private readonly Activation _activation;
    private readonly KernelSet _set;
    private readonly GemmScratch _scratch;
    private readonly float* _y;
    private readonly int _outputs, _mostRows;

    /// <summary>Plans it; the scratch memory grows to what the workers need.</summary>
    public GatedProductWork(QuantizedProductWork gate, QuantizedProductWork up, Activation activation, KernelSet set, GemmScratch scratch, float* y, int outputs)
    {
        (_gate, _up, _activation, _set, _scratch, _outputs) = (gate, up, activation, set, scratch, outputs);
        _y = y;
        for (int piece = 0; piece < gate.RowPieces; piece++)
            _mostRows = Math.Max(_mostRows, gate.Rows(piece).Count);
        scratch.ReserveOwn(QuantizedProductWork.ScratchFloats(_mostRows) + (2L * _mostRows * BlockPanels.Width));
    }

    /// <summary>Number of items.</summary>
    public int Items => _gate.Items;

    /// <inheritdoc/>
    public void Range(int first, int end, int rangeEnd, int worker)
    {
        float* gate = _scratch.Own(worker) + QuantizedProductWork.ScratchFloats(_mostRows), up = gate + ((nint)_mostRows * BlockPanels.Width);
        for (int panels = _gate.PanelCount; first < end; first++)
        {
            int panel = first % panels, rowPiece = first / panels, readEnd = Math.Min(panels, rangeEnd - (rowPiece * panels));
            (int row, int rows) = _gate.Rows(rowPiece);
            _gate.Panel(worker, panel, readEnd, row, rows, gate);
            _up.Panel(worker, panel, readEnd, row, rows, up);
            int column = panel * BlockPanels.Width;
            Activate(gate, up, _y + ((nint)row * _outputs) + column, rows, Math.Min(BlockPanels.Width, _outputs - column));
        }
    }

    // Rows of the result lie far apart: the lines of the next few are asked for while exponentials are computed.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Activate(float* gate, float* up, float* y, int rows, int width)
    {
        Ask(y, Math.Min(RowsEach, rows));
        for (int i = 0; i < rows; i += RowsEach, gate += RowsEach * BlockPanels.Width, up += RowsEach * BlockPanels.Width)
        {
            int some = Math.Min(RowsEach, rows - i);
            float* next = y + ((nint)RowsEach * _outputs);
            Ask(next, Math.Clamp(rows - i - RowsEach, 0, RowsEach));
            FeedForwardOps.GatedInPlace(_activation, _set, gate, up, some * BlockPanels.Width);
            for (int j = 0; j < some; j++)
                Unsafe.CopyBlockUnaligned(y + ((nint)j * _outputs), gate + (j * BlockPanels.Width), (uint)width * sizeof(float));
            y = next;
        }
    }

    private void Ask(float* y, int rows)
    {
        for (int i = 0; Sse.IsSupported && i < rows; i++)
        {
            Sse.Prefetch0(y + ((nint)i * _outputs));
            Sse.Prefetch0(y + ((nint)i * _outputs) + (BlockPanels.Width / 2));
        }
    }
}
