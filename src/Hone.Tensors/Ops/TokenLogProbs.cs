namespace Hone.Tensors;

/// <summary>What <see cref="ComputeContext.TokenLogProb"/> computes for R rows.</summary>
/// <param name="LogProb">Log-probability of each row's target: [R]. Seed its gradient to train on it.</param>
/// <param name="Entropy">Entropy of each row's distribution, in nats: [R]. Its gradient may be seeded too.</param>
/// <param name="LogSumExp">Normaliser of each row: [R]. No gradient.</param>
public readonly record struct TokenLogProbs(Tensor LogProb, Tensor Entropy, Tensor LogSumExp);
