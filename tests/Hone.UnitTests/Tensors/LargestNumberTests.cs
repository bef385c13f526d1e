using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

public sealed class LargestNumberTests
{
    [Fact]
    public void ItIsWhatAComparisonPlaceByPlaceFinds()
    {
        var random = new Random(3);
        float[] special = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, float.MaxValue, -float.Epsilon];
        for (int length = 1; length < 400; length++)
        {
            // Few different numbers, so that there are ties.
            float[] values = [.. Enumerable.Range(0, length).Select(_ => random.Next(200) == 0 ? special[random.Next(special.Length)] : random.Next(-40, 10))];
            Assert.Equal(Expected(values), LargestNumber.IndexOf(values));
            values[0] = float.NegativeInfinity;
            Assert.Equal(Expected(values), LargestNumber.IndexOf(values));
        }
    }

    private static int Expected(float[] values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }
        return best;
    }
}
