using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>Which tests are made. Lists are crossed as llama-bench crosses them: each number of threads with each test.</summary>
public sealed record BenchOptions
{
    /// <summary>Prompt lengths; empty or 0 for none. Default 512.</summary>
    public IReadOnlyList<int> PromptLengths { get; init; } = [512];

    /// <summary>Tokens to decode; empty or 0 for none. Default 128.</summary>
    public IReadOnlyList<int> GenerateLengths { get; init; } = [128];

    /// <summary>Sequences decoded at once, besides one alone. Default 8 and 32.</summary>
    public IReadOnlyList<int> Parallel { get; init; } = [8, 32];

    /// <summary>Training batches; null takes the model's own, or none where it is not trained, and empty makes no training test.</summary>
    public IReadOnlyList<TrainBatch>? Train { get; init; }

    /// <summary>Numbers of threads; empty means one for each processor.</summary>
    public IReadOnlyList<int> Threads { get; init; } = [];

    /// <summary>What keys and values are rounded to. Default float32.</summary>
    public CacheDType CacheDType { get; init; }

    /// <summary>Repetitions of each test, after one that warms up. Default 5.</summary>
    public int Repetitions { get; init; } = 5;

    /// <summary>The tests for a model, in the order of the table.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or a batch or the repetitions are not 1 or more.</exception>
    /// <exception cref="ArgumentException">There are training batches for a model that is not trained.</exception>
    public IReadOnlyList<BenchTest> Tests(BenchModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Repetitions);
        var tests = new List<BenchTest>();
        foreach (int length in Positive(PromptLengths, nameof(PromptLengths)))
            tests.Add(BenchTest.Prompt(length));
        foreach (int length in Positive(GenerateLengths, nameof(GenerateLengths)))
        {
            tests.Add(BenchTest.Generate(length));
            foreach (int sequences in Positive(Parallel, nameof(Parallel)).Where(s => s > 1))
                tests.Add(BenchTest.Generate(length, sequences));
        }
        if (Train is { Count: > 0 } && !model.CanTrain)
            throw new ArgumentException($"{model.Name} is held in the blocks of its file, which are not trained.", nameof(Train));
        foreach (TrainBatch batch in Train ?? (model.CanTrain ? [model.Train] : []))
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch.Sequences, nameof(Train));
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch.Length, nameof(Train));
            tests.Add(BenchTest.Train(batch));
        }
        return tests;
    }

    private static IEnumerable<int> Positive(IReadOnlyList<int> values, string name)
    {
        foreach (int value in values)
            ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return values.Where(v => v > 0).Distinct();
    }
}
