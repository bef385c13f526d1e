using Hone.Tensors;

namespace Hone.Training.Optimizers;

/// <summary>Changes parameters by their gradients. Keeps its own state, which a checkpoint saves. Not thread safe.</summary>
public interface IOptimizer : IDisposable
{
    /// <summary>Updates made so far.</summary>
    long StepCount { get; }

    /// <summary>One update of all parameters that have a gradient, in their order.</summary>
    /// <param name="gradients">Gradients of the whole step.</param>
    /// <param name="gradientScale">Factor on every gradient: that of clipping.</param>
    /// <param name="rateFactor">Factor on every learning rate: that of the schedule.</param>
    void Step(Gradients gradients, double gradientScale, double rateFactor);

    /// <summary>State tensors by name ("exp_avg.model.norm.weight"), for saving and loading; the same ones in the same order every time.</summary>
    IReadOnlyList<KeyValuePair<string, Tensor>> State { get; }

    /// <summary>Goes on from a saved step count, once <see cref="State"/> has been filled.</summary>
    void Resume(long stepCount);

    /// <summary>Bytes of state.</summary>
    long StateBytes { get; }
}
