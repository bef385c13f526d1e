using Hone.Tensors;

namespace Hone.Training.Optimizers;

/// <summary>How Muon scales its step with the shape of a matrix [rows, columns]; names as in torch.</summary>
public enum MuonRateAdjustment
{
    /// <summary>"original": times sqrt(max(1, rows / columns)).</summary>
    Original,

    /// <summary>"match_rms_adamw": times 0.2 sqrt(max(rows, columns)) (arXiv 2502.16982), so that AdamW's rates serve.</summary>
    MatchRmsAdamW,
}

/// <summary>Numbers of Muon.</summary>
/// <param name="LearningRate">Step size before the schedule and the adjustment.</param>
/// <param name="Momentum">Decay of the momentum.</param>
/// <param name="Nesterov">Look ahead along the momentum.</param>
/// <param name="WeightDecay">Decoupled decay, times the rate.</param>
/// <param name="Adjustment">How the step scales with the shape.</param>
public readonly record struct MuonSettings(
    double LearningRate = 0.02, double Momentum = 0.95, bool Nesterov = true, double WeightDecay = 0,
    MuonRateAdjustment Adjustment = MuonRateAdjustment.Original);

/// <summary>
/// Muon (Jordan et al., 2024): momentum, made orthogonal by five Newton-Schulz iterations, on matrices; another
/// optimizer takes the rest. Follows torch.optim.Muon, in float32 where that uses bfloat16. With X the update over its
/// Frobenius norm, rows at most columns (else transposed): A = X Xᵀ, X = a X + (b A + c A A) X, a = 3.4445, b = -4.7750, c = 2.0315.
/// </summary>
public sealed class MuonOptimizer : IOptimizer
{
    private const int Iterations = 5;
    private const float A = 3.4445f, B = -4.7750f, C = 2.0315f;

    private readonly Backend _backend;
    private readonly MuonSettings _settings;
    private readonly IOptimizer _rest;
    private readonly ScratchArena _scratch;
    private readonly List<(Parameter Parameter, Tensor Momentum)> _slots = [];

    /// <summary>State for the given matrices.</summary>
    /// <param name="backend">Where state lives.</param>
    /// <param name="matrices">Matrices [outputs, inputs] that Muon updates.</param>
    /// <param name="settings">Rates.</param>
    /// <param name="rest">The optimizer of everything else; owned from now on.</param>
    /// <exception cref="ArgumentException">A parameter is no matrix.</exception>
    public MuonOptimizer(Backend backend, IEnumerable<Parameter> matrices, MuonSettings settings, IOptimizer rest)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(matrices);
        ArgumentNullException.ThrowIfNull(rest);
        (_backend, _settings, _rest) = (backend, settings, rest);
        _scratch = new ScratchArena(backend);
        foreach (Parameter matrix in matrices)
        {
            if (matrix.Shape.Rank != 2)
                throw new ArgumentException($"Muon takes matrices; {matrix} is none.", nameof(matrices));
            _slots.Add((matrix, backend.CreateTensor(matrix.Shape)));
        }
        State = [.. _slots.Select(s => KeyValuePair.Create("momentum." + s.Parameter.Name, s.Momentum)), .. rest.State];
    }

    /// <inheritdoc/>
    public long StepCount => _rest.StepCount;

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, Tensor>> State { get; }

    /// <inheritdoc/>
    public long StateBytes => State.Sum(s => s.Value.SizeBytes);

    /// <inheritdoc/>
    public void Step(Gradients gradients, double gradientScale, double rateFactor)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        float momentum = (float)_settings.Momentum;
        foreach ((Parameter parameter, Tensor buffer) in _slots)
        {
            Tensor gradient = gradients.Total(parameter);
            if (gradient.IsEmpty)
                continue;
            ScratchArena.Mark mark = _scratch.MarkTop();
            Tensor update = _scratch.Take(gradient.Shape);
            _backend.Copy(gradient, update);
            // m = momentum m + (1 - momentum) g; the update looks ahead to (1 - momentum) g + momentum m.
            _backend.LinearCombination((1f - momentum) * (float)gradientScale, gradient, momentum, buffer);
            if (_settings.Nesterov)
                _backend.LinearCombination(momentum, buffer, (1f - momentum) * (float)gradientScale, update);
            else
                _backend.Copy(buffer, update);
            Tensor direction = Orthogonalize(update);
            double rate = _settings.LearningRate * rateFactor;
            Tensor weight = parameter.Value;
            _backend.LinearCombination(-(float)(rate * Adjust(weight[0], weight[1])), direction, (float)(1 - (rate * _settings.WeightDecay)), weight);
            parameter.MarkChanged();
            _scratch.Release(mark);
        }
        _rest.Step(gradients, gradientScale, rateFactor);
    }

    private double Adjust(int rows, int columns) => _settings.Adjustment == MuonRateAdjustment.Original
        ? Math.Sqrt(Math.Max(1.0, (double)rows / columns))
        : 0.2 * Math.Sqrt(Math.Max(rows, columns));

    private Tensor Orthogonalize(Tensor update)
    {
        int rows = update[0], columns = update[1];
        bool transposed = rows > columns;
        int small = Math.Min(rows, columns), large = Math.Max(rows, columns);
        Tensor x = update;
        if (transposed)
        {
            x = _scratch.Take(new Shape(small, large));
            _backend.Transpose(update, x); // [S, L]
        }
        double norm = Math.Sqrt(_backend.SumOfSquares(x));
        _backend.Scale(x, (float)(1.0 / Math.Max(norm, 1e-7)), x);
        Tensor gram = _scratch.Take(new Shape(small, small)), polynomial = _scratch.Take(new Shape(small, small));
        Tensor next = _scratch.Take(new Shape(small, large));
        for (int i = 0; i < Iterations; i++)
        {
            _backend.MatrixMultiply(x, x, transposeB: true, gram); // [S, S]
            _backend.MatrixMultiply(gram, gram, transposeB: false, polynomial); // [S, S]
            _backend.LinearCombination(B, gram, C, polynomial);
            _backend.MatrixMultiply(polynomial, x, transposeB: false, next); // [S, L]
            _backend.LinearCombination(A, x, 1f, next);
            (x, next) = (next, x);
        }
        if (!transposed)
            return x;
        Tensor back = _scratch.Take(new Shape(rows, columns));
        _backend.Transpose(x, back);
        return back;
    }

    /// <inheritdoc/>
    public void Resume(long stepCount) => _rest.Resume(stepCount);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((_, Tensor momentum) in _slots)
            momentum.Storage.Dispose();
        _rest.Dispose();
        _scratch.Dispose();
    }
}
