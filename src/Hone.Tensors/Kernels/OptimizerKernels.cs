using System.Runtime.CompilerServices;

namespace Hone.Tensors;

/// <summary><see cref="Backend.AdamW"/>, one place.</summary>
internal readonly unsafe struct AdamWKernel(float* w, float* g, float* m, float* v, float gradientScale, AdamWStep step) : ILaneKernel
{
    private readonly float _keep = 1f - (step.LearningRate * step.WeightDecay);
    private readonly float _rate = -(step.LearningRate / step.BiasCorrection1);
    private readonly float _new1 = 1f - step.Beta1;
    private readonly float _new2 = 1f - step.Beta2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T>
    {
        T gradient = LaneMemory.Load<T>(g + i, n) * T.Create(gradientScale);
        T first = T.Fma(T.Create(step.Beta1), LaneMemory.Load<T>(m + i, n), T.Create(_new1) * gradient);
        T second = T.Fma(T.Create(step.Beta2), LaneMemory.Load<T>(v + i, n), T.Create(_new2) * gradient * gradient);
        T direction = first / ((T.Sqrt(second) / T.Create(step.BiasCorrection2Root)) + T.Create(step.Epsilon));
        LaneMemory.Store(m + i, first, n);
        LaneMemory.Store(v + i, second, n);
        LaneMemory.Store(w + i, T.Fma(T.Create(_rate), direction, LaneMemory.Load<T>(w + i, n) * T.Create(_keep)), n);
    }
}

/// <summary><see cref="Backend.Sgd"/>, one place; the buffer is null without momentum.</summary>
internal readonly unsafe struct SgdKernel(
    float* w, float* g, float* buffer, float gradientScale, float momentum, bool nesterov, float learningRate, float weightDecay) : ILaneKernel
{
    private readonly float _keep = 1f - (learningRate * weightDecay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<T>(nint i, int n) where T : unmanaged, ILaneValues<T>
    {
        T direction = LaneMemory.Load<T>(g + i, n) * T.Create(gradientScale);
        if (buffer != null)
        {
            T b = T.Fma(T.Create(momentum), LaneMemory.Load<T>(buffer + i, n), direction);
            LaneMemory.Store(buffer + i, b, n);
            direction = nesterov ? T.Fma(T.Create(momentum), b, direction) : b;
        }
        LaneMemory.Store(w + i, T.Fma(T.Create(-learningRate), direction, LaneMemory.Load<T>(w + i, n) * T.Create(_keep)), n);
    }
}
