namespace Hone.Tensors;

/// <summary>The numbers of one xIELU activation (arXiv 2411.13010), each a tensor of one element; they belong to the model.</summary>
/// <param name="AlphaPositive">Slope of the positive side before softplus; trained.</param>
/// <param name="AlphaNegative">Slope of the negative side before softplus; trained.</param>
/// <param name="Beta">Linear part; a constant, 0.5 as published.</param>
/// <param name="Epsilon">Upper bound of what the exponential sees; a constant, -1e-6 as published.</param>
public sealed record XieluParameters(Parameter AlphaPositive, Parameter AlphaNegative, Parameter Beta, Parameter Epsilon);
