using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class EmbeddingTests
{
    private const int Ids = 9;

    private static int[] Draw(int rows)
    {
        var stream = new PhiloxStream(4, RandomPurpose.Task);
        return [.. Enumerable.Range(0, rows).Select(_ => stream.NextInt32(Ids))];
    }

    private static float[] Run(OpBench b, int rows, int columns)
    {
        Tensor table = b.Of(OpBench.Normals(Ids * columns, 1), Ids, columns), y = b.Of(new float[rows * columns], rows, columns);
        b.Backend.GatherRows(table, Draw(rows), y);
        b.Backend.ScatterAddRows(b.Of(OpBench.Normals(rows * columns, 2), rows, columns), Draw(rows), table);
        return [.. b.Read(y), .. b.Read(table)];
    }

    [Fact]
    public void HasTheBitsOfTheReference()
    {
        IEnumerable<(int Rows, int Columns)> sizes = Enumerable.Range(1, 256).Select(c => (11, c)).Concat([(200, 384), (301, 77), (0, 8)]);
        OpBench.SameBits([.. sizes.Select(s => new Func<OpBench, float[]>(b => Run(b, s.Rows, s.Columns)))]);
    }

    [Fact]
    public void AgreesWithFloat64()
    {
        const int rows = 50, columns = 21;
        using var cpu = new CpuBackend(1);
        float[] table = OpBench.Normals(Ids * columns, 1), dy = OpBench.Normals(rows * columns, 2);
        int[] ids = Draw(rows);
        double[] sum = [.. table.Select(v => (double)v)];
        var gathered = new double[rows * columns];
        for (int i = 0; i < gathered.Length; i++)
        {
            gathered[i] = table[(ids[i / columns] * columns) + (i % columns)];
            sum[(ids[i / columns] * columns) + (i % columns)] += dy[i];
        }
        OpBench.Near([.. gathered, .. sum], OpBench.On(cpu, b => Run(b, rows, columns)), 1e-6, 1);
    }

    [Fact]
    public void RefusesIdsOutsideTheTable()
    {
        using var cpu = new CpuBackend(1);
        using var b = new OpBench(cpu);
        Tensor table = b.Of(new float[6], 3, 2), y = b.Of(new float[2], 1, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => cpu.GatherRows(table, [3], y));
        Assert.Throws<ArgumentOutOfRangeException>(() => cpu.ScatterAddRows(y, [-1], table));
    }

    [Fact]
    public void AllocatesNothing() => OpBench.AllocatesNothing(b =>
    {
        int[] ids = Draw(100);
        Tensor table = b.Of(OpBench.Normals(Ids * 200, 1), Ids, 200), y = b.Of(new float[100 * 200], 100, 200);
        return () =>
        {
            b.Backend.GatherRows(table, ids, y);
            b.Backend.ScatterAddRows(y, ids, table);
        };
    });
}
