using Hone.Tensors;

namespace Hone.Models;

/// <summary>A weight with an optional bias, y = x Wᵀ + b, and what adapters add to it.</summary>
public sealed class Projection : IDisposable
{
    /// <summary>Asks the source for "NAME.weight" and, if wanted, "NAME.bias".</summary>
    /// <param name="source">Where parameters come from.</param>
    /// <param name="name">Name under the source's prefix: "q_proj".</param>
    /// <param name="outputs">N.</param>
    /// <param name="inputs">K.</param>
    /// <param name="hasBias">Whether there is a bias.</param>
    /// <param name="initializer">How the weight begins; a bias begins at 0.</param>
    /// <param name="hasFinerInput"><see cref="PackedMatrix.HasFinerInput"/>; default false.</param>
    public Projection(ParameterSource source, string name, int outputs, int inputs, bool hasBias, Initializer initializer, bool hasFinerInput = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        Matrix = new PackedMatrix(source.Backend, source.Matrix(name + ".weight", outputs, inputs, initializer)) { HasFinerInput = hasFinerInput };
        Bias = hasBias ? source.Vector(name + ".bias", outputs, Initializer.Zeros) : null;
        Site = new AdapterSite(source.Prefix.Length == 0 ? name : source.Prefix + "." + name, Matrix.Weight, Bias);
    }

    /// <summary>The weight [N, K].</summary>
    public PackedMatrix Matrix { get; }

    /// <summary>The bias [N], or null.</summary>
    public Parameter? Bias { get; }

    /// <summary>What adapters change here.</summary>
    public AdapterSite Site { get; }

    /// <summary>x [T, K] to [T, N], with the adapters of the batch's sequences.</summary>
    public Tensor Forward(ComputeContext context, Tensor x, TokenBatch batch)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(batch);
        return Site.IsEmpty || !batch.HasAdapters
            ? context.Linear(x, Matrix, Bias)
            : context.AdaptedLinear(x, Matrix, Bias, batch.Segments, Site.Slots);
    }

    /// <summary>sum + x [T, K] to [T, N], with the adapters of the batch's sequences; without a tape the sum itself is overwritten and returned.</summary>
    public Tensor AddTo(ComputeContext context, Tensor x, TokenBatch batch, Tensor sum)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(batch);
        return Site.IsEmpty || !batch.HasAdapters
            ? context.AddLinear(x, Matrix, Bias, sum)
            : context.AddResidual(sum, context.AdaptedLinear(x, Matrix, Bias, batch.Segments, Site.Slots));
    }

    /// <summary>Gives the packed copy back; the parameters belong to the model.</summary>
    public void Dispose() => Matrix.Dispose();
}
