using Hone.Tensors;

namespace Hone.Training.Optimizers;

/// <summary>Numbers of AdamW for one group of parameters.</summary>
/// <param name="LearningRate">Step size before the schedule.</param>
/// <param name="Beta1">Decay of the first moment.</param>
/// <param name="Beta2">Decay of the second moment.</param>
/// <param name="Epsilon">Added to the root of the second moment.</param>
/// <param name="WeightDecay">Decoupled decay, times the rate.</param>
public readonly record struct AdamWSettings(double LearningRate, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double WeightDecay = 0);

/// <summary>AdamW (Loshchilov and Hutter, arXiv 1711.05101), as in torch: bias-corrected moments, decay times the rate.</summary>
public sealed class AdamWOptimizer : IOptimizer
{
    private readonly Backend _backend;
    private readonly List<Slot> _slots = [];
    private double _power1 = 1, _power2 = 1;
    private AdamWSettings _settings;

    private readonly record struct Slot(Parameter Parameter, double WeightDecay, Tensor First, Tensor Second);

    /// <summary>State for the given parameters, all moments 0.</summary>
    /// <param name="backend">Where state lives.</param>
    /// <param name="parameters">What it updates, in this order.</param>
    /// <param name="settings">Rates; the decay is that of parameters for which <paramref name="decays"/> holds.</param>
    /// <param name="decays">Which parameters decay; null means all.</param>
    public AdamWOptimizer(Backend backend, IEnumerable<Parameter> parameters, AdamWSettings settings, Func<Parameter, bool>? decays = null)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(parameters);
        _backend = backend;
        _settings = settings;
        foreach (Parameter parameter in parameters)
        {
            double decay = decays is null || decays(parameter) ? settings.WeightDecay : 0;
            _slots.Add(new Slot(parameter, decay, backend.CreateTensor(parameter.Shape), backend.CreateTensor(parameter.Shape)));
        }
        State =
        [
            .. _slots.Select(s => KeyValuePair.Create("exp_avg." + s.Parameter.Name, s.First)),
            .. _slots.Select(s => KeyValuePair.Create("exp_avg_sq." + s.Parameter.Name, s.Second)),
        ];
    }

    /// <inheritdoc/>
    public long StepCount { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, Tensor>> State { get; }

    /// <inheritdoc/>
    public long StateBytes => State.Sum(s => s.Value.SizeBytes);

    /// <inheritdoc/>
    public void Step(Gradients gradients, double gradientScale, double rateFactor)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        CountStep();
        foreach (Slot slot in _slots)
        {
            Tensor gradient = gradients.Total(slot.Parameter);
            if (gradient.IsEmpty)
                continue;
            var step = new AdamWStep(
                (float)(_settings.LearningRate * rateFactor), (float)_settings.Beta1, (float)_settings.Beta2, (float)_settings.Epsilon,
                (float)slot.WeightDecay, (float)(1 - _power1), (float)Math.Sqrt(1 - _power2));
            _backend.AdamW(slot.Parameter.Value, gradient, (float)gradientScale, slot.First, slot.Second, step, slot.Parameter.Panels);
            slot.Parameter.MarkChangedWithPanels();
        }
    }

    // Powers by multiplication: the same bits on every machine, and after a resume.
    private void CountStep()
    {
        StepCount++;
        _power1 *= _settings.Beta1;
        _power2 *= _settings.Beta2;
    }

    /// <inheritdoc/>
    public void Resume(long stepCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stepCount);
        (StepCount, _power1, _power2) = (0, 1, 1);
        while (StepCount < stepCount)
            CountStep();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (KeyValuePair<string, Tensor> state in State)
            state.Value.Storage.Dispose();
    }
}
