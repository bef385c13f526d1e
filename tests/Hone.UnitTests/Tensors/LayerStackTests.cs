using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>A step of one sequence through all layers as one call has the bits of the reference's ops one after the other, in x and in the cache.</summary>
public sealed class LayerStackTests : IDisposable
{
    private readonly QuantizedBench _bench = new();
    private readonly List<IDisposable> _owned = [];
    private readonly CpuBackend _three = new(3);

    public LayerStackTests() => _bench.Cpus.Add(_three);

    public void Dispose()
    {
        foreach (IDisposable owned in _owned)
            owned.Dispose();
        _bench.Dispose();
    }

    private sealed record Model(int Heads, int Group, int HeadDim, int Inner)
    {
        public int Width { get; init; } = 256;
        public QuantFormat?[] Formats { get; init; } = [null];
        public bool HeadNorms { get; init; }
        public bool Biases { get; init; }
        public bool Gains { get; init; } = true;
        public int Pairs { get; init; } = -1;
        public int Window { get; init; }
        public float SoftCap { get; init; }
        public Activation Activation { get; init; } = Activation.Silu;
    }

    [Fact]
    public void EveryFormatHasTheBitsOfTheOps()
    {
        foreach (QuantFormat format in Enum.GetValues<QuantFormat>().Where(format => format != QuantFormat.NF4))
            Check(new Model(2, 2, 64, 512) { Formats = [format] }, [33], rows: 2);
    }

    [Fact]
    public void MixedFormatsHaveTheBitsOfTheOps() => Check(
        new Model(3, 1, 64, 768) { Width = 512, Formats = [QuantFormat.Q4_0, QuantFormat.Q8_0, QuantFormat.Q6_K, null, QuantFormat.Q5_1] }, [0, 31, 127]);

    [Fact]
    public void DenseLayersHaveTheBitsOfTheOps()
    {
        Check(new Model(2, 3, 64, 500) { Biases = true }, [0, 33]);
        Check(new Model(1, 2, 40, 72) { Width = 80, Gains = false, Pairs = 10 }, [5]); // heads and widths that fill no panel
    }

    [Fact]
    public void NormsOfHeadsWindowsCapsAndActivationsHaveTheBitsOfTheOps()
    {
        Check(new Model(2, 2, 32, 512) { Formats = [QuantFormat.Q8_0], HeadNorms = true, Biases = true }, [0, 64]);
        Check(new Model(2, 2, 32, 512) { Formats = [QuantFormat.Q4_1], HeadNorms = true, Gains = false, Window = 17 }, [40]);
        Check(new Model(2, 2, 32, 512) { Formats = [QuantFormat.Q4_0], SoftCap = 2f, Activation = Activation.GeluTanh }, [3, 129]);
        Check(new Model(4, 2, 32, 512) { Formats = [QuantFormat.Q4_0], Pairs = 0 }, [2]);
    }

    [Fact]
    public void HundredsOfStepsOnMoreThreadsThanProcessorsHaveTheSameBits()
    {
        var model = new Model(3, 3, 64, 512) { Formats = [QuantFormat.Q4_0] };
        Layer[] layers = [.. Enumerable.Range(0, 4).Select(_ => Draw(model))];
        float[] x = _bench.Uniform(model.Width);
        using var one = new CpuBackend(1);
        using var many = new CpuBackend(2 * Environment.ProcessorCount);
        float[] expected = Run(one, stepped: true, 0)[^1];
        for (int repeat = 0; repeat < 5; repeat++)
            QuantizedBench.SameBits(expected, Run(many, stepped: true, 0)[^1], $"repeat {repeat}");
        _bench.Clear();

        List<float[]> Run(Backend backend, bool stepped, int start) => Steps(backend, model, layers, [.. Enumerable.Repeat(x, 60)], start, stepped);
    }

    [Fact]
    public void WhatOtherWaysComputeIsLeftToThem()
    {
        CpuBackend cpu = _bench.Cpus[0];
        var model = new Model(2, 2, 64, 512) { Formats = [QuantFormat.Q8_0] };
        Layer[] layers = [Draw(model)];
        using var context = new ComputeContext(cpu);
        Tensor x = _bench.Upload(cpu, _bench.Uniform(model.Width), 1, model.Width);
        var batch = new RaggedBatch();
        batch.Add(1, 0, [0]);
        foreach (CacheDType type in (CacheDType[])[CacheDType.BFloat16, CacheDType.Int8])
        {
            using var pages = new KeyValuePages(cpu, 1, model.Heads, model.HeadDim, model.HeadDim, type);
            pages.Reserve(1);
            Assert.False(context.TryStep(x, Stack(cpu, model, layers), batch, pages));
        }
        using var floats = new KeyValuePages(cpu, 1, model.Heads, model.HeadDim, model.HeadDim);
        floats.Reserve(1);
        Assert.False(context.TryStep(x, Stack(cpu, model with { Formats = [QuantFormat.NF4] }, [Draw(model with { Formats = [QuantFormat.NF4] })]), batch, floats));
        using var two = new KeyValuePages(cpu, 2, model.Heads, model.HeadDim, model.HeadDim);
        two.Reserve(1);
        Model narrow = model with { Inner = 256 };
        var mixed = new LayerStack([Make(cpu, model, layers[0]), Make(cpu, narrow, Draw(narrow))]);
        _owned.Add(mixed);
        Assert.False(context.TryStep(x, mixed, batch, two)); // layers of other widths
        Assert.True(context.TryStep(x, Stack(cpu, model, layers), batch, floats));
        using var few = new KeyValuePages(cpu, 1, model.Heads, model.HeadDim + 32, model.HeadDim);
        few.Reserve(1);
        Assert.Throws<ArgumentException>(() => context.TryStep(x, Stack(cpu, model, layers), batch, few));
        batch.Add(1, 0, [0]);
        Assert.Throws<ArgumentException>(() => context.TryStep(x, Stack(cpu, model, layers), batch, floats));
        _bench.Clear();
    }

    [Fact]
    public void LayersThatDoNotFitAreRefused()
    {
        CpuBackend cpu = _bench.Cpus[0];
        var model = new Model(2, 2, 64, 512);
        Layer layer = Draw(model), other = Draw(model with { Inner = 256, Width = 128 });
        Assert.Throws<ArgumentException>(() => new LayerStack([]));
        Assert.Throws<ArgumentException>(() => new LayerStack([Make(cpu, model, layer), Make(cpu, model with { Inner = 256, Width = 128 }, other)]));
        Assert.Throws<ArgumentException>(() => new LayerStack([Make(cpu, model with { HeadDim = 32 }, layer)]));
        _bench.Clear();
    }

    private void Check(Model model, int[] starts, int rows = 3)
    {
        Layer[] layers = [Draw(model), Draw(model)];
        foreach (int start in starts)
        {
            float[][] inputs = [.. Enumerable.Range(0, rows).Select(_ => _bench.Uniform(model.Width))];
            List<float[]> expected = Steps(_bench.Reference, model, layers, inputs, start, stepped: false);
            foreach (CpuBackend backend in _bench.Cpus)
            {
                List<float[]> actual = Steps(backend, model, layers, inputs, start, stepped: true);
                for (int i = 0; i < expected.Count; i++)
                    QuantizedBench.SameBits(expected[i], actual[i], $"{model} at {start}, {backend.Description}, result {i}");
            }
        }
        _bench.Clear();
    }

    // The row behind every position, then all pages.
    private List<float[]> Steps(Backend backend, Model model, Layer[] layers, float[][] rows, int start, bool stepped)
    {
        using var context = new ComputeContext(backend);
        using LayerStack stack = new([.. layers.Select(layer => Make(backend, model, layer))]);
        using var pages = new KeyValuePages(backend, layers.Length, model.Heads, model.HeadDim, model.HeadDim);
        int pageCount = (start + rows.Length + 31) / 32;
        int[] table = [.. Enumerable.Range(0, pageCount).Reverse()];
        pages.Reserve(pageCount);
        for (int page = 0; page < pageCount; page++)
            backend.Fill(pages.Page(page), 0.25f);
        var results = new List<float[]>();
        for (int i = 0; i < rows.Length; i++)
        {
            var batch = new RaggedBatch();
            batch.Add(1, start + i, table);
            Tensor x = _bench.Upload(backend, rows[i], 1, model.Width);
            if (stepped)
                Assert.True(context.TryStep(x, stack, batch, pages));
            else
                x = Ops(context, model, stack, x, batch, pages);
            results.Add(QuantizedBench.Read(backend, x));
        }
        for (int page = 0; page < pageCount; page++)
            results.Add(QuantizedBench.Read(backend, pages.Page(page)));
        return results;
    }

    private static Tensor Ops(ComputeContext context, Model model, LayerStack stack, Tensor x, RaggedBatch batch, KeyValuePages pages)
    {
        for (int l = 0; l < stack.Layers.Count; l++)
        {
            StepLayer layer = stack.Layers[l];
            Tensor Times(Tensor input, int i) => context.Linear(input, layer.Weights[i], layer.Biases[i]);
            Tensor Heads(Tensor y, int heads, Parameter? gain, RotaryTable? table, bool normed)
            {
                y = y.Reshape(new Shape(1, heads, model.HeadDim));
                y = normed ? context.RmsNorm(y, gain, layer.Epsilon) : y;
                return table is null ? y : context.Rotate(y, table, batch);
            }
            Tensor normed = context.RmsNorm(x, layer.AttentionGain, layer.Epsilon);
            Tensor q = Heads(Times(normed, 0), model.Heads * model.Group, layer.QueryGain, layer.QueryTable, layer.HasHeadNorms);
            Tensor k = Heads(Times(normed, 1), model.Heads, layer.KeyGain, layer.KeyTable, layer.HasHeadNorms);
            Tensor v = Heads(Times(normed, 2), model.Heads, null, null, false);
            Tensor mixed = context.PagedAttention(q, k, v, batch, pages, l, layer.Attention).Reshape(new Shape(1, model.Heads * model.Group * model.HeadDim));
            x = context.Add(x, Times(mixed, 3));
            normed = context.RmsNorm(x, layer.FeedForwardGain, layer.Epsilon);
            x = context.Add(x, Times(context.GatedActivation(layer.Activation, Times(normed, 4), Times(normed, 5)), 6));
        }
        return x;
    }

    private sealed record Layer(float[][] Dense, byte[]?[] Blocks, QuantFormat?[] Formats, float[][] Biases, float[][] Gains);

    private static (int Rows, int Columns)[] Shapes(Model model)
    {
        int query = model.Heads * model.Group * model.HeadDim, key = model.Heads * model.HeadDim;
        return [(query, model.Width), (key, model.Width), (key, model.Width), (model.Width, query), (model.Inner, model.Width), (model.Inner, model.Width), (model.Width, model.Inner)];
    }

    private int _drawn;

    private Layer Draw(Model model)
    {
        (int Rows, int Columns)[] shapes = Shapes(model);
        QuantFormat?[] formats = [.. shapes.Select(shape => model.Formats[_drawn++ % model.Formats.Length] is { } format && shape.Columns % format.BlockElements() == 0 ? (QuantFormat?)format : null)];
        float[][] dense = [.. shapes.Select((shape, i) => _bench.Uniform(formats[i] is null ? shape.Rows * shape.Columns : 0))];
        byte[]?[] blocks = [.. shapes.Select((shape, i) => formats[i] is { } format ? _bench.Blocks(format, shape.Rows, shape.Columns) : null)];
        return new Layer(
            dense, blocks,
            formats, [.. shapes.Select(shape => _bench.Uniform(shape.Rows))],
            [_bench.Uniform(model.Width), _bench.Uniform(model.Width), _bench.Uniform(model.HeadDim), _bench.Uniform(model.HeadDim)]);
    }

    private LayerStack Stack(Backend backend, Model model, Layer[] layers)
    {
        var stack = new LayerStack([.. layers.Select(layer => Make(backend, model, layer))]);
        _owned.Add(stack);
        return stack;
    }

    private StepLayer Make(Backend backend, Model model, Layer layer)
    {
        (int Rows, int Columns)[] shapes = Shapes(model);
        Parameter? Vector(float[] values, bool has) => has ? new Parameter("v", _bench.Upload(backend, values, values.Length)) : null;
        PackedMatrix Weight(int i)
        {
            (int rows, int columns) = shapes[i];
            var parameter = layer.Formats[i] is { } format
                ? new Parameter("w", _bench.Pack(backend, format, layer.Blocks[i]!, rows, columns))
                : new Parameter("w", _bench.Upload(backend, layer.Dense[i], rows, columns));
            var matrix = new PackedMatrix(backend, parameter) { HasFinerInput = i == 2 };
            _owned.Add(matrix);
            return matrix;
        }
        RotaryTable? table = null;
        int pairs = model.Pairs < 0 ? model.HeadDim / 2 : model.Pairs;
        if (pairs > 0)
        {
            table = new RotaryTable(backend, 256, RotaryTable.Frequencies(10000, 2 * pairs));
            _owned.Add(table);
        }
        return new StepLayer
        {
            Epsilon = 1e-5f,
            AttentionGain = Vector(layer.Gains[0], model.Gains),
            FeedForwardGain = Vector(layer.Gains[1], model.Gains),
            HasHeadNorms = model.HeadNorms,
            QueryGain = Vector(layer.Gains[2], model is { HeadNorms: true, Gains: true }),
            KeyGain = Vector(layer.Gains[3], model is { HeadNorms: true, Gains: true }),
            Weights = [.. Enumerable.Range(0, 7).Select(Weight)],
            Biases = [.. Enumerable.Range(0, 7).Select(i => Vector(layer.Biases[i], model.Biases))],
            Attention = new AttentionShape(model.Heads * model.Group, model.Heads, model.HeadDim, model.HeadDim, 0.2f, model.Window, model.SoftCap),
            QueryTable = table,
            KeyTable = table,
            Activation = model.Activation,
        };
    }
}
