using System.Runtime.Intrinsics;

namespace Hone.Tensors;

/// <summary>sums[n] = sums[n] + dy[m, n] over m ascending: the gradient of a bias. Columns are cut into pieces, rows never.</summary>
internal unsafe struct ColumnSumWork(float* dy, float* sums, int rows, int columns) : IParallelWork
{
    private const int ColumnsPerPiece = 64;

    /// <summary>Number of pieces.</summary>
    public readonly int Pieces => (columns + ColumnsPerPiece - 1) / ColumnsPerPiece;

    /// <inheritdoc/>
    public readonly void Execute(int index, int worker)
    {
        int j = index * ColumnsPerPiece, end = Math.Min(columns, j + ColumnsPerPiece);
        // Lanes are columns, so the width of the vector changes nothing.
        for (; j + 16 <= end; j += 16)
        {
            Vector128<float> a = Vector128.Load(sums + j), b = Vector128.Load(sums + j + 4);
            Vector128<float> c = Vector128.Load(sums + j + 8), d = Vector128.Load(sums + j + 12);
            float* row = dy + j;
            for (int m = 0; m < rows; m++, row += columns)
            {
                a += Vector128.Load(row);
                b += Vector128.Load(row + 4);
                c += Vector128.Load(row + 8);
                d += Vector128.Load(row + 12);
            }
            a.Store(sums + j);
            b.Store(sums + j + 4);
            c.Store(sums + j + 8);
            d.Store(sums + j + 12);
        }
        for (; j < end; j++)
        {
            float sum = sums[j];
            for (int m = 0; m < rows; m++)
                sum += dy[((nint)m * columns) + j];
            sums[j] = sum;
        }
    }
}
