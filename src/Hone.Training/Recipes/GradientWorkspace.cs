using Hone.Models;
using Hone.Tensors;
using Hone.Training.Optimizers;

namespace Hone.Training.Recipes;

/// <summary>Tape, gradients and scratch memory of one model in training, kept from step to step.</summary>
internal sealed class GradientWorkspace : IDisposable
{
    private readonly Transformer _model;

    public GradientWorkspace(Transformer model)
    {
        _model = model;
        Context = new ComputeContext(model.Backend);
        Tape = new Tape(model.Backend);
        Gradients = new Gradients(model.Backend);
    }

    public ComputeContext Context { get; }

    public Tape Tape { get; }

    public Gradients Gradients { get; }

    /// <summary>Clips and applies the step's gradients.</summary>
    /// <returns>The global norm before clipping.</returns>
    /// <exception cref="NonFiniteException">A gradient is not finite, and nothing was updated; or a weight is not after the update.</exception>
    public double Update(IOptimizer optimizer, double maximumNorm, double rateFactor, long step)
    {
        double norm = GradientClipping.GlobalNorm(_model.Backend, Gradients, _model.AllParameters);
        if (!double.IsFinite(norm))
            throw NonFiniteException.Find(_model.Backend, Gradients, _model.AllParameters, step)
                ?? new NonFiniteException($"Step {step}: the gradient norm overflows float64.");
        optimizer.Step(Gradients, GradientClipping.Factor(norm, maximumNorm), rateFactor);
        // Now, not at the next step: a checkpoint may be due.
        NonFiniteException.RequireFinite(_model.Backend, _model.AllParameters, step);
        return norm;
    }

    public void Dispose()
    {
        Tape.Dispose();
        Gradients.Dispose();
        Context.Dispose();
    }
}
