using Hone.Benchmarks.Kernels;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Benchmarking;

namespace Hone.Benchmarks.Allocations;

/// <summary>What is gated: managed bytes of a call after warm-up and collections during the calls, of the whole process.</summary>
internal static class AllocationCases
{
    private const int WarmUps = 12;

    private readonly struct Nothing : IParallelWork
    {
        public void Execute(int index, int worker)
        {
        }
    }

    /// <summary>Measures all cases on a small model.</summary>
    public static IReadOnlyList<AllocationFigure> Measure()
    {
        using var backend = new CpuBackend(2);
        BenchModel shape = BenchModel.Of(BenchShapes.Find("tiny")!);
        using Transformer model = shape.Create(backend, 512);
        var figures = new List<AllocationFigure> { DecodeStep(model) };
        using (var prompt = new Training.Benchmarking.PromptWork(model, 64))
            figures.Add(Calls("prefill_call", 50, prompt.Repeat));
        using (var train = new TrainWork(model, 2, 32))
            figures.Add(Calls("training_step", 50, train.Repeat));
        var nothing = default(Nothing);
        figures.Add(Calls("parallel_region", 1000, () => backend.Workers.Run(ref nothing, 16)));
        figures.AddRange(Products(backend));
        using (var attention = new AttentionWork(backend, 3, 70, 2, 16))
        {
            figures.Add(Calls("op_attention", 50, attention.Forward));
            figures.Add(Calls("op_attention_gradient", 50, attention.Backward));
        }
        figures.AddRange(Logits(backend));
        return figures;
    }

    // Eight sequences of the engine, drawing and recording included.
    private static AllocationFigure DecodeStep(Transformer model)
    {
        using var engine = new InferenceEngine(model);
        Submit();
        engine.RunToEnd();
        // The run before has taken the pages that these grow into.
        Submit();
        return Calls("decode_step", 120, () => engine.Step());

        void Submit()
        {
            for (int s = 0; s < 8; s++)
                engine.Submit(new GenerationRequest { PromptIds = [1 + s, 2], PromptId = (ulong)s, MaximumNewTokens = 150 });
        }
    }

    private static IEnumerable<AllocationFigure> Products(CpuBackend backend)
    {
        const int M = 70, K = 48, N = 96;
        using var tensors = new Measuring.Tensors(backend);
        Tensor x = tensors.Random(new Shape(M, K)), y = tensors.Random(new Shape(M, N)), dx = tensors.Make(new Shape(M, K)), dw = tensors.Make(new Shape(N, K));
        (Tensor w, Tensor panels) = tensors.Weight(N, K);
        yield return Calls("op_product_input_gradient", 100, () => backend.ProductInputGradient(y, w, dx, false));
        yield return Calls("op_product_weight_gradient", 100, () => backend.ProductWeightGradient(y, x, dw));
        yield return Calls("op_product", 100, () => backend.Product(x, panels, default, y));
    }

    private static IEnumerable<AllocationFigure> Logits(CpuBackend backend)
    {
        const int M = 40, K = 32, V = 700;
        using var tensors = new Measuring.Tensors(backend);
        Tensor hidden = tensors.Random(new Shape(M, K)), dhidden = tensors.Make(new Shape(M, K)), dweight = tensors.Make(new Shape(V, K));
        (Tensor weight, Tensor panels) = tensors.Weight(V, K);
        var rows = new Shape(M);
        Tensor logProb = tensors.Make(rows), lse = tensors.Make(rows), entropy = tensors.Make(rows), seeds = tensors.Make(rows);
        int[] targets = [.. Enumerable.Range(0, M)];
        yield return Calls("op_token_log_prob", 50, () => backend.TokenLogProb(hidden, panels, V, targets, 1, null, logProb, lse, entropy));
        yield return Calls(
            "op_token_log_prob_gradient", 50,
            () => backend.TokenLogProbGradient(hidden, panels, weight, targets, 1, null, lse, entropy, seeds, default, dhidden, dweight));
    }

    private static AllocationFigure Calls(string name, int calls, Action action)
    {
        for (int i = 0; i < WarmUps; i++)
            action();
        int collections = GC.CollectionCount(0);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < calls; i++)
            action();
        long bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        return new AllocationFigure(name, (bytes + calls - 1) / calls, GC.CollectionCount(0) - collections);
    }
}
