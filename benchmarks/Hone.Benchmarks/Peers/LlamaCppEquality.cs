using System.Globalization;
using Hone.Benchmarks.Measuring;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;

namespace Hone.Benchmarks.Peers;

/// <summary>
/// GGUF files that Hone writes, opened by llama.cpp: its likeliest tokens are those of Hone wherever the margin is above 0.01
/// (F32), and the distributions of the next token diverge by at most 0.02 (quantized: both round activations, each in its way, so
/// that the divergence of either from the same weights in float is told too).
/// </summary>
internal static class LlamaCppEquality
{
    private const int Tokens = 24;
    private const double LargestMargin = 0.01, LargestDivergence = 0.02;

    private static readonly string[] Texts =
    [
        "The capital of France is", "def add(a, b):\n    return", "Once upon a time there was a smith who", "1, 2, 3, 4, 5,",
        "<|im_start|>user\nWhat is 7 + 5?<|im_end|>\n<|im_start|>assistant\n", "Le caf\u00e9 est ferm\u00e9 le",
    ];

    /// <summary>Formats that can be asked for.</summary>
    public static string[] Parts => ["f32", "f16", "bf16", "q8_0", "q4_0", "q4_1", "q5_0", "q5_1", "q2_k", "q3_k", "q4_k", "q5_k", "q6_k", "iq4_nl"];

    /// <summary>Compares and prints.</summary>
    /// <param name="output">Receives the table.</param>
    /// <param name="node">Node.js.</param>
    /// <param name="folder">Holds node_modules/node-llama-cpp; null skips.</param>
    /// <param name="model">A model folder or GGUF file; null skips.</param>
    /// <param name="parts">Formats.</param>
    public static void Run(TextWriter output, string node, string? folder, string? model, IReadOnlyCollection<string> parts)
    {
        if (folder is null || model is null)
        {
            output.WriteLine("Skipped: --folder FOLDER is one where `npm install node-llama-cpp` was run, --model a model folder or GGUF file.");
            output.WriteLine();
            return;
        }
        string scratch = Directory.CreateTempSubdirectory("hone-equal-").FullName;
        try
        {
            var rows = new List<string[]>();
            foreach (string part in parts)
            {
                string file = LlamaCppBenchmark.Convert(model, part, scratch);
                using LlamaCppPeer? peer = LlamaCppPeer.Start(node, folder, file, Environment.ProcessorCount, out string reason);
                if (peer is null)
                {
                    output.WriteLine($"Skipped: {reason}.");
                    output.WriteLine();
                    return;
                }
                rows.Add(Compare(part, file, peer));
                File.Delete(file);
            }
            MarkdownTable.Write(output, ["file", "likeliest tokens equal", "of them apart above the margin", "largest KL at the last position", "mean KL", "from float there: Hone", "llama.cpp", ""], rows);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static string[] Compare(string part, string file, LlamaCppPeer peer)
    {
        using var backend = new CpuBackend();
        using ModelBundle bundle = ModelBundle.Open(file, backend, new ModelOpenOptions { Matrices = WeightDType.Auto });
        using ModelBundle exact = ModelBundle.Open(file, backend, new ModelOpenOptions { Matrices = WeightDType.Float32 });
        int equal = 0, all = 0, apart = 0;
        // Of each prompt: between the two programs, and of either from float.
        var divergences = new List<(double Between, double Own, double Theirs)>();
        foreach (string text in Texts)
        {
            int[] ids = bundle.Tokenizer.Encode(text), drawn = peer.Greedy(ids, Tokens);
            // Where llama.cpp went, what would Hone have taken there?
            float[][] logits = Logits(bundle.Model, [.. ids, .. drawn], ids.Length - 1);
            for (int i = 0; i < drawn.Length; i++)
            {
                all++;
                (int best, double margin) = Best(logits[i]);
                if (best == drawn[i]) equal++;
                else if (margin > LargestMargin) apart++;
            }
            float[] theirs = peer.Logits(ids), real = Logits(exact.Model, ids, ids.Length - 1)[0];
            divergences.Add((Divergence(logits[0], theirs), Divergence(real, logits[0]), Divergence(real, theirs)));
        }
        (double largest, double own, double other) = divergences.MaxBy(d => d.Between);
        bool isFloat = part == "f32";
        return
        [
            part.ToUpperInvariant(), Text($"{equal} of {all}"), Text($"{apart}"), Text($"{largest:0.00000}"), Text($"{divergences.Average(d => d.Between):0.00000}"),
            Text($"{own:0.00000}"), Text($"{other:0.00000}"),
            (isFloat ? apart == 0 : largest <= LargestDivergence) ? "ok" : "missed",
        ];
    }

    // Logits after the position `from` and each one behind it.
    private static float[][] Logits(Transformer model, int[] ids, int from)
    {
        using var context = new ComputeContext(model.Backend);
        using var pool = new PagePool(model.Backend, model.Config);
        using var state = new SequenceState(pool, ids.Length);
        var batch = new TokenBatch();
        batch.Add(ids, state);
        int[] rows = [.. Enumerable.Range(from, ids.Length - from)];
        Tensor logits = model.Logits(context, model.Forward(context, batch, rows)); // [R, V]
        var values = new float[logits.ElementCount];
        model.Backend.Download(logits, values);
        int width = model.Config.VocabularySize;
        return [.. rows.Select((_, i) => values[(i * width)..((i + 1) * width)])];
    }

    private static (int Id, double Margin) Best(float[] logits)
    {
        int best = 0;
        for (int id = 1; id < logits.Length; id++)
        {
            if (logits[id] > logits[best]) best = id;
        }
        float second = float.NegativeInfinity;
        for (int id = 0; id < logits.Length; id++)
        {
            if (id != best) second = Math.Max(second, logits[id]);
        }
        return (best, logits[best] - second);
    }

    // KL(ours || theirs) in nats.
    private static double Divergence(float[] ours, float[] theirs)
    {
        double own = LogSum(ours), other = LogSum(theirs), sum = 0;
        for (int id = 0; id < ours.Length; id++) sum += Math.Exp(ours[id] - own) * (ours[id] - own - (theirs[id] - other));
        return sum;
    }

    private static double LogSum(float[] logits)
    {
        double most = logits.Max(), sum = 0;
        foreach (float logit in logits) sum += Math.Exp(logit - most);
        return most + Math.Log(sum);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
