using Hone.Models;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Optimizers;

namespace Hone.Training.Recipes;

/// <summary>The optimizer that a recipe asks for, over what is trained of a model, in the order of its parameters.</summary>
internal static class OptimizerFactory
{
    /// <summary>Matrices decay, gains and biases do not. Muon takes the matrices inside the layers; embedding and output, and an adapter's copies of them, stay with AdamW.</summary>
    public static IOptimizer Create(OptimizerConfig config, Transformer model)
    {
        Backend backend = model.Backend;
        var adam = new AdamWSettings(config.LearningRate, config.AdamBeta1, config.AdamBeta2, config.AdamEpsilon, config.WeightDecay);
        IEnumerable<Parameter> trained = model.AllParameters.Where(p => p.IsTrainable);
        HashSet<Parameter> adapter = [.. model.Adapters.Parameters];
        bool IsInner(Parameter p) => IsMatrix(p) && p != model.Embedding && p != model.Head.Weight
            && !(adapter.Contains(p) && p.Shape == model.Embedding.Shape);
        return config.Optimizer switch
        {
            OptimizerKind.AdamW => new AdamWOptimizer(backend, trained, adam, IsMatrix),
            OptimizerKind.Muon => new MuonOptimizer(
                backend, trained.Where(IsInner),
                new MuonSettings(config.MuonLearningRate, config.EffectiveMomentum, config.Nesterov, config.WeightDecay),
                new AdamWOptimizer(backend, trained.Where(p => !IsInner(p)), adam, IsMatrix)),
            _ => new SgdOptimizer(
                backend, trained, config.LearningRate, config.EffectiveMomentum, config.Nesterov, config.WeightDecay, IsMatrix),
        };
    }

    private static bool IsMatrix(Parameter parameter) => parameter.Shape.Rank == 2;
}
