namespace Hone.Tensors;

/// <summary>
/// What random numbers are for: draws of one purpose never move those of another. The numbers are written into run
/// receipts, so a member keeps its value for ever.
/// </summary>
public enum RandomPurpose
{
    /// <summary>Initial values of parameters.</summary>
    Initialization = 1,

    /// <summary>Tokens drawn while generating.</summary>
    Sampling = 2,

    /// <summary>Order of the training data.</summary>
    DataOrder = 3,

    /// <summary>Units dropped while training.</summary>
    Dropout = 4,

    /// <summary>Examples that a task or an environment makes up.</summary>
    Task = 5,

    /// <summary>Resampling for confidence intervals.</summary>
    Statistics = 6,

    /// <summary>Choices of search strategies at inference time.</summary>
    Search = 7,

    /// <summary>Noise added by a method: perturbations, evolution strategies, diffusion.</summary>
    Noise = 8,
}
