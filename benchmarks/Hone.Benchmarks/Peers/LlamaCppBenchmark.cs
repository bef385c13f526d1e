using System.Globalization;
using Hone.Benchmarks.Measuring;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Benchmarking;

namespace Hone.Benchmarks.Peers;

/// <summary>
/// Hone beside llama.cpp on one GGUF file in several formats: the two take turns, so that both meet the same machine. A ratio is
/// to the better of llama.cpp's thread counts; beside it stands the share of the machine's own limit.
/// </summary>
internal static class LlamaCppBenchmark
{
    private const int Turns = 3, Prompt = 512;
    private const double Budget = 0.3;

    /// <summary>Formats that can be asked for; "file" is the file as it is.</summary>
    public static string[] Parts => ["file", "f32", "q8_0", "q4_0"];

    /// <summary>What can be asked for of each: reading a prompt, and decoding of so many sequences.</summary>
    public static string[] AllRows => ["prompt", "1", "8", "32"];

    /// <summary>Measures and prints.</summary>
    /// <param name="output">Receives the table.</param>
    /// <param name="node">Node.js.</param>
    /// <param name="folder">Holds node_modules/node-llama-cpp; null prints how to get it.</param>
    /// <param name="model">A GGUF file; null as above.</param>
    /// <param name="parts">Formats.</param>
    /// <param name="asked">Rows of each.</param>
    public static void Run(TextWriter output, string node, string? folder, string? model, IReadOnlyCollection<string> parts, IReadOnlyCollection<string> asked)
    {
        if (parts.Except(Parts).Concat(asked.Except(AllRows)).FirstOrDefault() is { } unknown)
        {
            output.WriteLine($"'{unknown}' is not known: --what takes {string.Join(',', Parts)}, --rows {string.Join(',', AllRows)}.");
            output.WriteLine();
            return;
        }
        if (folder is null || model is null)
        {
            output.WriteLine("Skipped: --folder FOLDER is one where `npm install node-llama-cpp` was run, --model FILE a GGUF file of it.");
            output.WriteLine();
            return;
        }
        string scratch = Directory.CreateTempSubdirectory("hone-bench-").FullName;
        try
        {
            var rows = new List<string[]>();
            string about = "";
            foreach (string part in parts)
            {
                string file = part == "file" ? Path.GetFullPath(model) : Convert(model, part, scratch);
                if (!Beside(node, folder, file, part == "file" ? Path.GetFileNameWithoutExtension(model) : part.ToUpperInvariant(), asked, rows, ref about, output))
                    return;
                if (part != "file") File.Delete(file);
            }
            output.WriteLine($"{about}. Ratio above 1: Hone is faster than the better of llama.cpp's thread counts; of the best repetition (of the median). Decoding of one sequence is bound by reading the weights: its share is that of a plain read of as many bytes, and of one of {OurSide.MemoryMebibytes} MiB, which no cache holds.");
            output.WriteLine();
            MarkdownTable.Write(output, ["file", "what", "threads", "Hone, tokens/s", "llama.cpp, tokens/s", "ratio", "Hone's share of the limit", "limit", "of memory's"], rows);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>Writes the weights of a file in another format; rows that are no whole blocks of it become F16.</summary>
    public static string Convert(string model, string type, string scratch)
    {
        string file = Path.Combine(scratch, type + ".gguf");
        GgmlType format = Enum.GetValues<GgmlType>().First(t => string.Equals(t.ToString(), type, StringComparison.OrdinalIgnoreCase));
        using var backend = new CpuBackend();
        using ModelBundle bundle = ModelBundle.Open(model, backend, new ModelOpenOptions { Matrices = WeightDType.Float32 });
        GgufSaver.Save(file, bundle.Config, backend, bundle.Model.Parameters, new GgufSaveOptions { TypeOf = (_, shape) => shape[^1] % format.BlockElements() == 0 ? format : GgmlType.F16, FileType = GgufFileType.Of(format), Metadata = GgufBundleMetadata.Of(bundle) });
        return file;
    }

    private static bool Beside(string node, string folder, string file, string name, IReadOnlyCollection<string> asked, List<string[]> rows, ref string about, TextWriter output)
    {
        int[] threads = [.. new[] { 1, Environment.ProcessorCount }.Distinct()];
        var peers = new List<LlamaCppPeer>();
        var ours = new List<OurSide>();
        try
        {
            foreach (int count in threads)
            {
                if (LlamaCppPeer.Start(node, folder, file, count, out string reason) is not { } peer)
                {
                    output.WriteLine($"Skipped: {reason}.");
                    output.WriteLine();
                    return false;
                }
                peers.Add(peer);
                ours.Add(new OurSide(file, count));
            }
            about = $"{peers[0].Version}, {(peers[0].Cpu.Contains("AMX_INT8 = 1", StringComparison.Ordinal) ? "which uses AMX" : "without AMX")}";
            if (asked.Contains("prompt"))
                rows.AddRange(Rows(name, "prompt 512", Prompt, ours, peers, $"{{\"do\": \"prompt\", \"tokens\": {Prompt}", static (model) => new PromptWork(model, Prompt), 1, Prompt));
            foreach (int sequences in asked.Where(static row => row != "prompt").Select(static row => int.Parse(row, CultureInfo.InvariantCulture)))
            {
                int steps = sequences == 1 ? 16 : 8;
                rows.AddRange(Rows(name, $"decode, batch {sequences}", sequences * steps, ours, peers,
                    $"{{\"do\": \"decode\", \"sequences\": {sequences}, \"tokens\": {steps}", model => new DecodeWork(model, sequences, steps), steps, sequences));
            }
            return true;
        }
        finally
        {
            peers.ForEach(static peer => peer.Dispose());
            ours.ForEach(static side => side.Dispose());
        }
    }

    private static IEnumerable<string[]> Rows(
        string file, string what, int tokens, List<OurSide> ours, List<LlamaCppPeer> peers, string request, Func<Transformer, IBenchWork> make, int passes, int batch)
    {
        IBenchWork[] works = [.. ours.Select(side => make(side.Model))];
        List<double>[] mine = [.. ours.Select(static _ => new List<double>())], theirs = [.. peers.Select(static _ => new List<double>())];
        try
        {
            foreach (IBenchWork work in works) work.Repeat();
            foreach (LlamaCppPeer peer in peers) peer.Ask(request, 0);
            for (int turn = 0; turn < Turns; turn++)
            {
                for (int i = 0; i < works.Length; i++)
                {
                    ours[i].SampleLimits();
                    mine[i].AddRange(Meter.Seconds(works[i].Repeat, Budget).Values);
                }
                for (int i = 0; i < peers.Count; i++) theirs[i].AddRange(peers[i].Ask(request, Budget));
            }
        }
        finally
        {
            foreach (IBenchWork work in works) work.Dispose();
        }
        SampleStatistics[] other = [.. theirs.Select(static seconds => new SampleStatistics(seconds))];
        for (int i = 0; i < works.Length; i++)
        {
            SampleStatistics own = new(mine[i]);
            (double least, string limit, double memory) = ours[i].Least(passes, batch);
            yield return
            [
                file, what, Text($"{ours[i].Threads}"), Rate(own), string.Join(" / ", other.Select(Rate)),
                Text($"{other.Min(static o => o.Minimum) / own.Minimum:0.00} ({other.Min(static o => o.Median) / own.Median:0.00})"),
                Text($"{100 * least / own.Minimum:0} %"), limit, memory == 0 ? "" : Text($"{100 * memory / own.Minimum:0} % of {ours[i].Memory:0.0} GB/s"),
            ];
        }

        string Rate(SampleStatistics s) => Text($"{tokens / s.Minimum:0} ({tokens / s.Median:0})");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The model on some threads, with the limits of the machine on them.</summary>
    private sealed class OurSide : IDisposable
    {
        // More than the caches of the machines met so far hold.
        public const int MemoryMebibytes = 512;

        private readonly CpuBackend _backend;
        private readonly MachineLimits _limits;
        private readonly Measuring.Tensors _tensors;
        private readonly Tensor _buffer;
        private readonly Tensor _far;
        private readonly long _bytes;
        private double _fma;
        private double _read;

        public OurSide(string file, int threads)
        {
            _backend = new CpuBackend(threads);
            Model = ModelLoader.Load(file, _backend, WeightDType.Auto);
            _bytes = Model.Parameters.Sum(static p => p.Blocks?.SizeBytes ?? (p.Shape.ElementCount * sizeof(float)));
            _limits = new MachineLimits(_backend, TimeProvider.System);
            _tensors = new Measuring.Tensors(_backend);
            _buffer = _tensors.Make(new Shape(checked((int)(_bytes / 4096)), 1024));
            _far = _tensors.Make(new Shape(MemoryMebibytes, 256, 1024));
        }

        public Transformer Model { get; }

        public int Threads => _backend.Threads;

        /// <summary>GB/s of reads that no cache answers.</summary>
        public double Memory { get; private set; }

        public void SampleLimits()
        {
            _fma = Math.Max(_fma, _limits.SampleFmaGigaFlops());
            _read = Math.Max(_read, _limits.SampleReadGigabytes(_buffer));
            Memory = Math.Max(Memory, _limits.SampleReadGigabytes(_far));
        }

        /// <summary>
        /// Seconds that the limits allow: the weights read once a pass, at the rate of as many bytes read again and again, or two float operations a
        /// parameter and token; and, where reading is the limit, seconds at the rate of memory, of which a large cache may know the weights in part.
        /// </summary>
        public (double Seconds, string Limit, double Memory) Least(int passes, int batch)
        {
            double bytes = passes * _bytes / 1e9, read = bytes / _read, fma = 2.0 * passes * batch * Model.Config.ParameterCount() / (_fma * 1e9);
            return read > fma ? (read, Text($"read {_read:0.0} GB/s"), bytes / Memory) : (fma, Text($"FMA {_fma:0} GFLOP/s"), 0);
        }

        public void Dispose()
        {
            _tensors.Dispose();
            Model.Dispose();
            _backend.Dispose();
        }
    }
}
