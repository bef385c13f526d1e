using Hone.Tensors;

namespace Hone.Training.Optimizers;

/// <summary>Stochastic gradient descent with (Nesterov) momentum, as in torch with dampening 0.</summary>
public sealed class SgdOptimizer : IOptimizer
{
    private readonly Backend _backend;
    private readonly double _learningRate, _momentum, _weightDecay;
    private readonly bool _nesterov;
    private readonly Func<Parameter, bool>? _decays;
    private readonly List<(Parameter Parameter, Tensor Momentum)> _slots = [];

    /// <summary>State for the given parameters.</summary>
    /// <param name="backend">Where state lives.</param>
    /// <param name="parameters">What it updates, in this order.</param>
    /// <param name="learningRate">Step size before the schedule.</param>
    /// <param name="momentum">0 for none; then there is no state.</param>
    /// <param name="nesterov">Look ahead along the momentum.</param>
    /// <param name="weightDecay">Decoupled decay, times the rate.</param>
    /// <param name="decays">Which parameters decay; null means all.</param>
    public SgdOptimizer(
        Backend backend, IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, bool nesterov = false,
        double weightDecay = 0, Func<Parameter, bool>? decays = null)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(parameters);
        (_backend, _learningRate, _momentum, _nesterov, _weightDecay, _decays) = (backend, learningRate, momentum, nesterov, weightDecay, decays);
        foreach (Parameter parameter in parameters)
            _slots.Add((parameter, momentum == 0 ? default : backend.CreateTensor(parameter.Shape)));
        State = momentum == 0 ? [] : [.. _slots.Select(s => KeyValuePair.Create("momentum." + s.Parameter.Name, s.Momentum))];
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
        StepCount++;
        foreach ((Parameter parameter, Tensor momentum) in _slots)
        {
            Tensor gradient = gradients.Total(parameter);
            if (gradient.IsEmpty)
                continue;
            double decay = _decays is null || _decays(parameter) ? _weightDecay : 0;
            _backend.Sgd(
                parameter.Value, gradient, (float)gradientScale, momentum, (float)_momentum, _nesterov,
                (float)(_learningRate * rateFactor), (float)decay);
            parameter.MarkChanged();
        }
    }

    /// <inheritdoc/>
    public void Resume(long stepCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stepCount);
        StepCount = stepCount;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (KeyValuePair<string, Tensor> state in State)
            state.Value.Storage.Dispose();
    }
}
