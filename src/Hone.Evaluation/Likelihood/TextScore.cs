using Hone.Tensors;

namespace Hone.Evaluation.Likelihood;

/// <summary>How likely a model finds a text.</summary>
/// <param name="Tokens">Tokens that were predicted.</param>
/// <param name="MeanNegativeLogLikelihood">Nats a token; natural logarithm.</param>
public sealed record TextScore(int Tokens, double MeanNegativeLogLikelihood)
{
    /// <summary>exp of the mean: among how many equally likely tokens the model seems to choose.</summary>
    public double Perplexity => DeterministicMath.Exp(MeanNegativeLogLikelihood);
}
