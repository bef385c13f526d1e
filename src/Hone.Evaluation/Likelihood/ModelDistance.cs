namespace Hone.Evaluation.Likelihood;

/// <summary>How far a model, quantized say, is from its reference on a text.</summary>
/// <param name="Reference">What the reference makes of the text.</param>
/// <param name="Model">What the model makes of it.</param>
/// <param name="MeanDivergence">KL(reference || model) of the next token, in nats, the mean over all positions.</param>
/// <param name="LargestDivergence">The largest of them.</param>
/// <param name="SameBest">Share of positions at which both find the same token the likeliest.</param>
public sealed record ModelDistance(TextScore Reference, TextScore Model, double MeanDivergence, double LargestDivergence, double SameBest)
{
    /// <summary>By how much the perplexity is above the reference's: 0.02 is 2 %.</summary>
    public double PerplexityIncrease => (Model.Perplexity / Reference.Perplexity) - 1;
}
