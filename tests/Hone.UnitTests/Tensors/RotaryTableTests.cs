using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Rows are made when they are needed, in any order, and are those of the formula.</summary>
public sealed class RotaryTableTests
{
    [Fact]
    public void RowsAreMadeInAnyOrderAndAreThoseOfTheFormula()
    {
        using var backend = new ReferenceBackend();
        double[] first = RotaryTable.Frequencies(10000, 6), second = RotaryTable.Frequencies(500, 6);
        // Two parts that meet inside a block.
        using var table = new RotaryTable(backend, [new RotaryTablePart(700, first, _ => 1.0), new RotaryTablePart(400, second, p => 1 + (p * 0.001))]);
        var cosine = new float[1100 * 3];
        backend.Download(table.Cosine, cosine);
        Assert.All(cosine, x => Assert.Equal(0f, x));
        table.Reserve(1000, 1001);
        backend.Download(table.Cosine, cosine);
        Assert.NotEqual(0f, cosine[1000 * 3]);
        Assert.Equal(0f, cosine[0]);
        Parallel.For(0, 44, i => table.Reserve(i * 25, (i + 1) * 25));
        var sine = new float[1100 * 3];
        backend.Download(table.Cosine, cosine);
        backend.Download(table.Sine, sine);
        for (int row = 0; row < 1100; row++)
        {
            int position = row < 700 ? row : row - 700;
            for (int i = 0; i < 3; i++)
            {
                double angle = position * (row < 700 ? first : second)[i], scale = row < 700 ? 1 : 1 + (position * 0.001);
                Assert.Equal((float)(DeterministicMath.Cos(angle) * scale), cosine[(row * 3) + i]);
                Assert.Equal((float)(DeterministicMath.Sin(angle) * scale), sine[(row * 3) + i]);
            }
        }
    }
}
