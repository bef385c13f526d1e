using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>Collects samples of the machine's limits beside a measurement.</summary>
internal sealed class LimitSampler : IDisposable
{
    private readonly MachineLimits _limits;
    private readonly Tensor _buffer;
    private readonly List<double> _fma = [], _read = [];

    /// <param name="backend">Whose threads are used.</param>
    /// <param name="workingSetBytes">Bytes that are read again and again; 0 where that is no limit.</param>
    /// <param name="clock">The clock.</param>
    public LimitSampler(CpuBackend backend, long workingSetBytes, TimeProvider clock)
    {
        _limits = new MachineLimits(backend, clock);
        const int LeastBytesAThread = 16 * 1024;
        if (workingSetBytes > 0)
            _buffer = _limits.CreateReadBuffer(Math.Max(workingSetBytes, (long)LeastBytesAThread * backend.Threads));
    }

    /// <summary>The arithmetic limit so far.</summary>
    public SampleStatistics Fma => new(_fma);

    /// <summary>The read limit so far; null where there is no working set.</summary>
    public SampleStatistics? Read => _buffer.IsEmpty ? null : new SampleStatistics(_read);

    /// <summary>Measures both limits once more.</summary>
    public void Sample()
    {
        _fma.Add(_limits.SampleFmaGigaFlops());
        if (!_buffer.IsEmpty)
            _read.Add(_limits.SampleReadGigabytes(_buffer));
    }

    public void Dispose()
    {
        if (!_buffer.IsEmpty)
            _buffer.Storage.Dispose();
    }
}
