using Hone.Training.Metrics;
using Xunit;

namespace Hone.UnitTests.Training;

public sealed class MetricsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hone-metrics-").FullName;

    private string FilePath => Path.Combine(_folder, "metrics.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ALineIsInTheFileWhenTheCallReturns()
    {
        using MetricsWriter writer = MetricsWriter.Create(FilePath);
        writer.Write(1, [new("loss", 0.1), new("clip_ratio/low_mean", double.NaN), new("learning_rate", 1e-6)]);
        using var reader = new StreamReader(new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Assert.Equal("{\"step\":1,\"loss\":0.1,\"clip_ratio/low_mean\":null,\"learning_rate\":1E-06}\n", reader.ReadToEnd());
    }

    [Fact]
    public void EveryDoubleComesBack()
    {
        double[] values = [0.1, 1.0 / 3.0, double.Epsilon, double.MaxValue, -1e-300, 0.0, 123456789.123];
        using (MetricsWriter writer = MetricsWriter.Create(FilePath))
            writer.Write(3, values.Select((v, i) => new KeyValuePair<string, double>($"v{i}", v)).Append(new("bad", double.PositiveInfinity)));
        MetricsLine line = Assert.Single(MetricsReader.Read(FilePath));
        Assert.Equal(3, line.Step);
        for (int i = 0; i < values.Length; i++) Assert.Equal(values[i], line.Values[$"v{i}"]);
        Assert.True(double.IsNaN(line.Values["bad"]));
    }

    [Fact]
    public void AResumedFileEqualsTheUninterruptedOne()
    {
        string whole = Path.Combine(_folder, "whole.jsonl");
        using (MetricsWriter writer = MetricsWriter.Create(whole)) Steps(writer, 1, 10);
        using (MetricsWriter writer = MetricsWriter.Create(FilePath)) Steps(writer, 1, 7);
        File.AppendAllText(FilePath, "{\"step\":8,\"lo"); // cut off by a crash
        using (MetricsWriter writer = MetricsWriter.Resume(FilePath, 5)) Steps(writer, 6, 10);
        Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void ResumingAtTheCutOffLineKeepsWhatIsWhole()
    {
        using (MetricsWriter writer = MetricsWriter.Create(FilePath)) Steps(writer, 1, 3);
        string before = File.ReadAllText(FilePath);
        File.AppendAllText(FilePath, "{\"step\":4");
        using (MetricsWriter.Resume(FilePath, 4)) { }
        Assert.Equal(before, File.ReadAllText(FilePath));
        using (MetricsWriter.Resume(Path.Combine(_folder, "new.jsonl"), 4)) { }
        Assert.Empty(MetricsReader.Read(Path.Combine(_folder, "new.jsonl")));
    }

    [Fact]
    public void FallingStepsAndDoubledKeysAreRefused()
    {
        using MetricsWriter writer = MetricsWriter.Create(FilePath);
        Steps(writer, 5, 5);
        writer.Write(5, [new("eval_loss", 1.0)]);
        Assert.Throws<ArgumentException>(() => writer.Write(4, []));
        Assert.Throws<ArgumentException>(() => writer.Write(6, [new("a", 1), new("a", 2)]));
        Assert.Throws<ArgumentException>(() => writer.Write(6, [new("step", 1)]));
    }

    [Fact]
    public void AForeignLineIsNamed()
    {
        File.WriteAllText(FilePath, "{\"step\":1}\nhello\n");
        Assert.StartsWith($"{FilePath}:2: ", Assert.Throws<InvalidDataException>(() => MetricsReader.Read(FilePath).ToList()).Message);
        File.WriteAllText(FilePath, "{\"loss\":1}\n");
        Assert.Throws<InvalidDataException>(() => MetricsReader.Read(FilePath).ToList());
    }

    private static void Steps(MetricsWriter writer, int first, int last)
    {
        for (int step = first; step <= last; step++) writer.Write(step, [new("loss", 1.0 / step), new("kl", Math.Sqrt(step))]);
    }
}
