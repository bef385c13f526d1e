namespace Hone.Tensors;

public sealed partial class CpuBackend
{
    /// <inheritdoc/>
    public override void Xielu(Tensor x, Tensor alphaPositive, Tensor alphaNegative, Tensor beta, Tensor epsilon, Tensor y) =>
        XieluOps.Xielu(this, x, XieluNumbers.From(alphaPositive, alphaNegative, beta, epsilon), y);

    /// <inheritdoc/>
    public override void XieluGradient(
        Tensor x, Tensor alphaPositive, Tensor alphaNegative, Tensor beta, Tensor epsilon, Tensor dy, Tensor dx,
        Tensor dalphaPositive, Tensor dalphaNegative) =>
        XieluOps.Gradient(
            this, x, XieluNumbers.From(alphaPositive, alphaNegative, beta, epsilon), Sigmoid(alphaPositive.HostSpan()[0]),
            Sigmoid(alphaNegative.HostSpan()[0]), dy, dx, dalphaPositive, dalphaNegative);
}
