using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>Adapted projections of the same rows done together: values and gradients of each are those that one after the other gives.</summary>
public sealed class AdaptedLinearGroupTests
{
    private const int Vocabulary = 7, K = 48, Rank = 4;
    private static readonly int[] Outputs = [40, 16, 33];
    private static readonly RowSegment[] Segments = [new(0, 3, 0), new(3, 5, 1), new(8, 4, 2), new(12, 1, 1)];

    [Fact]
    public void EachHasTheBitsThatItHasAlone()
    {
        foreach (bool apart in (bool[])[false, true])
        {
            Dictionary<string, float[]> expected = Run(new ReferenceBackend(), alone: true, apart);
            Compare(expected, Run(new ReferenceBackend(), alone: false, apart), $"reference, apart {apart}");
            foreach (CpuBackend backend in OpBench.CpuBackends())
                Compare(expected, Run(backend, alone: false, apart), $"{backend.Description}, apart {apart}");
        }
    }

    private static void Compare(Dictionary<string, float[]> expected, Dictionary<string, float[]> actual, string where)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach ((string name, float[] values) in expected)
        {
            Assert.Contains(values, value => value != 0f);
            Assert.True(
                values.AsSpan().SequenceEqual(actual[name]) && values.Select(BitConverter.SingleToInt32Bits).SequenceEqual(actual[name].Select(BitConverter.SingleToInt32Bits)),
                $"{name} on {where}");
        }
    }

    // Three projections with biases on the second; slot 1 changes the first two, slot 2 the last two; one slot has a magnitude where parts are apart.
    private static Dictionary<string, float[]> Run(Backend backend, bool alone, bool apart)
    {
        using var parameters = new Owned(backend);
        using var context = new ComputeContext(backend);
        using var tape = new Tape(backend);
        using var gradients = new Gradients(backend);
        context.Tape = tape;
        Parameter table = parameters.Make("table", Vocabulary, K);
        PackedMatrix[] weights = [.. Outputs.Select((outputs, i) => parameters.Pack($"w{i}", outputs, K))];
        Parameter?[] biases = [null, parameters.Make("bias", Outputs[1]), null];
        var slots = new AdaptedWeight?[Outputs.Length][];
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i] = [null, i < 2 ? parameters.Adapt($"one{i}", Outputs[i], null) : null];
            if (i > 0)
                slots[i] = [.. slots[i], parameters.Adapt($"two{i}", Outputs[i], apart && i == 2 ? parameters.Make("magnitude", Outputs[i]) : null)];
        }
        Tensor x = context.Embedding(table, [0, 1, 2, 3, 4, 5, 6, 0, 2, 4, 6, 1, 3]);
        var results = new Tensor[Outputs.Length];
        if (alone)
        {
            for (int i = 0; i < results.Length; i++)
                results[i] = context.AdaptedLinear(x, weights[i], biases[i], Segments, slots[i]);
        }
        else
        {
            context.AdaptedLinearGroup(x, weights, biases, Segments, slots, results);
        }
        var values = new Dictionary<string, float[]>();
        for (int i = 0; i < results.Length; i++)
        {
            values.Add($"y{i}", Read(backend, results[i]));
            Tensor seed = parameters.Values(results[i].Shape, 100 + i);
            tape.Seed(results[i], seed);
        }
        tape.Backward(gradients, context);
        foreach (Parameter parameter in parameters.All)
            values.Add($"gradient of {parameter.Name}", Read(backend, gradients.Total(parameter)));
        return values;
    }

    private static float[] Read(Backend backend, Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        backend.Download(tensor, values);
        return values;
    }

    /// <summary>Parameters of a run by the order in which they were made, so that equal runs have equal values.</summary>
    private sealed class Owned(Backend backend) : IDisposable
    {
        private readonly List<IDisposable> _owned = [];

        public List<Parameter> All { get; } = [];

        public Tensor Values(Shape shape, int seed)
        {
            var random = new Philox((ulong)seed, RandomPurpose.Sampling);
            var values = new float[shape.ElementCount];
            for (int i = 0; i < values.Length; i++)
                values[i] = (float)random.Block(0, 0, (uint)i).Double(0) - 0.5f;
            Tensor tensor = backend.CreateTensor(shape);
            _owned.Add(tensor.Storage);
            backend.Upload(values, tensor);
            return tensor;
        }

        public Parameter Make(string name, params int[] lengths)
        {
            var parameter = new Parameter(name, Values(lengths.Length == 1 ? new Shape(lengths[0]) : new Shape(lengths[0], lengths[1]), All.Count));
            All.Add(parameter);
            return parameter;
        }

        public PackedMatrix Pack(string name, int outputs, int columns)
        {
            var matrix = new PackedMatrix(backend, Make(name, outputs, columns));
            _owned.Add(matrix);
            return matrix;
        }

        public AdaptedWeight Adapt(string name, int outputs, Parameter? magnitude)
        {
            var factors = new LowRankFactors(backend, Make(name + ".a", Rank, K), Make(name + ".b", outputs, Rank), 1.5f, magnitude);
            var adapted = new AdaptedWeight { LowRank = factors };
            _owned.Add(adapted);
            return adapted;
        }

        public void Dispose()
        {
            for (int i = _owned.Count - 1; i >= 0; i--)
                _owned[i].Dispose();
        }
    }
}
