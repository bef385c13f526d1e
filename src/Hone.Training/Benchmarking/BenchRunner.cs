using Hone.Models;
using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>
/// Measures a model: reads prompts, decodes, trains, with the limits of the machine measured before, between and after the
/// repetitions of every test, so that the figures hold as shares on a machine that others use too.
/// </summary>
public static class BenchRunner
{
    /// <summary>Makes all tests for all numbers of threads, one after the other.</summary>
    /// <param name="model">What is measured.</param>
    /// <param name="options">Which tests.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="progress">Told the name of each test before it begins; null for nobody.</param>
    /// <param name="cancellation">Honoured between repetitions.</param>
    /// <returns>The results as they come.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static IEnumerable<BenchResult> Run(
        BenchModel model, BenchOptions options, TimeProvider clock, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        IReadOnlyList<BenchTest> tests = options.Tests(model);
        return RunAll(model, options, tests, clock, progress, cancellation);
    }

    private static IEnumerable<BenchResult> RunAll(
        BenchModel model, BenchOptions options, IReadOnlyList<BenchTest> tests, TimeProvider clock, Action<string>? progress, CancellationToken cancellation)
    {
        if (tests.Count == 0)
            yield break;
        int longest = tests.Max(t => t.Length);
        foreach (int threads in options.Threads.Count > 0 ? options.Threads : [0])
        {
            using var backend = new CpuBackend(threads);
            using Transformer transformer = model.Create(backend, longest);
            transformer.CacheDType = options.CacheDType;
            foreach (BenchTest test in tests)
            {
                progress?.Invoke($"{model.Name} {test.Name}, {backend.Description}");
                yield return Measure(model, transformer, backend, test, options.Repetitions, clock, cancellation);
            }
        }
    }

    private static BenchResult Measure(
        BenchModel model, Transformer transformer, CpuBackend backend, BenchTest test, int repetitions, TimeProvider clock, CancellationToken cancellation)
    {
        DateTimeOffset started = clock.GetUtcNow();
        using IBenchWork work = test.Kind switch
        {
            BenchKind.Prompt => new PromptWork(transformer, test.Length),
            BenchKind.Generate => new DecodeWork(transformer, test.Sequences, test.Length),
            _ => new TrainWork(transformer, test.Sequences, test.Length),
        };
        using var limits = new LimitSampler(backend, test.Kind == BenchKind.Generate ? BenchTest.BytesOfAStep(model) : 0, clock);
        work.Repeat();
        var seconds = new List<double>(repetitions);
        limits.Sample();
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            cancellation.ThrowIfCancellationRequested();
            long start = clock.GetTimestamp();
            work.Repeat();
            seconds.Add(clock.GetElapsedTime(start).TotalSeconds);
            limits.Sample();
        }
        return new BenchResult
        {
            Model = model,
            Test = test,
            CacheDType = transformer.CacheDType,
            Backend = backend.Description,
            Threads = backend.Threads,
            Started = started,
            Seconds = new SampleStatistics(seconds),
            FmaGigaFlops = limits.Fma,
            ReadGigabytes = limits.Read,
        };
    }
}
