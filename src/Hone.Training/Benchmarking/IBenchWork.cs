namespace Hone.Training.Benchmarking;

/// <summary>What a test repeats, with everything that it needs made beforehand.</summary>
internal interface IBenchWork : IDisposable
{
    /// <summary>Once; returns when all of it is computed.</summary>
    void Repeat();
}
