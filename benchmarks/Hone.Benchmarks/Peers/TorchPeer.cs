using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hone.Training.Benchmarking;

namespace Hone.Benchmarks.Peers;

/// <summary>
/// PyTorch in a process of its own with a fixed number of threads, asked by lines of JSON (benchmarks/peers/bench_torch.py).
/// OpenBLAS is told to use its AVX-512 kernels: as Debian ships it, it does not know processors younger than itself and takes
/// those for AVX2.
/// </summary>
internal sealed class TorchPeer : IDisposable
{
    private const string OpenBlasFolder = "/usr/lib/x86_64-linux-gnu/openblas-openmp";
    private readonly Process _process;

    private TorchPeer(Process process, string version)
    {
        _process = process;
        Version = version;
    }

    /// <summary>Version of torch.</summary>
    public string Version { get; }

    /// <summary>Starts a process.</summary>
    /// <param name="python">The interpreter.</param>
    /// <param name="threads">Threads of torch and its BLAS.</param>
    /// <param name="reason">Why there is none.</param>
    /// <returns>Null when it cannot be had.</returns>
    public static TorchPeer? Start(string python, int threads, out string reason)
    {
        string count = threads.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(python) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Clone.At("benchmarks", "peers", "bench_torch.py"));
        start.ArgumentList.Add(count);
        start.Environment["OMP_NUM_THREADS"] = count;
        start.Environment["OPENBLAS_NUM_THREADS"] = count;
        start.Environment["OPENBLAS_CORETYPE"] = "SKYLAKEX";
        start.Environment["ATEN_CPU_CAPABILITY"] = "avx512";
        if (Directory.Exists(OpenBlasFolder))
            start.Environment["LD_LIBRARY_PATH"] = OpenBlasFolder;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            reason = $"{python} does not start: {e.Message}";
            return null;
        }
        string line = process.StandardOutput.ReadLine() ?? "{\"error\":\"it said nothing\"}";
        using JsonDocument document = JsonDocument.Parse(line);
        if (document.RootElement.TryGetProperty("torch", out JsonElement version))
        {
            reason = "";
            return new TorchPeer(process, version.GetString()!);
        }
        reason = document.RootElement.GetProperty("error").GetString()!;
        process.WaitForExit();
        process.Dispose();
        return null;
    }

    /// <summary>Seconds of each repetition.</summary>
    /// <param name="request">A JSON object without its closing brace.</param>
    /// <param name="budget">Seconds to repeat for.</param>
    public IReadOnlyList<double> Ask(string request, double budget)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{request}, \"budget\": {budget}}}"));
        _process.StandardInput.Flush();
        string line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The PyTorch process ended; its message is above.");
        using JsonDocument document = JsonDocument.Parse(line);
        // Its threads spin for a moment after the last region; ours begin when they are asleep.
        Thread.Sleep(20);
        return [.. document.RootElement.GetProperty("seconds").EnumerateArray().Select(s => s.GetDouble())];
    }

    /// <summary>A shape as bench_torch.py takes it.</summary>
    public static string Shape(BenchModel model)
    {
        var layer = model.Config.Layers[0];
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"vocabulary": {{model.Config.VocabularySize}}, "width": {{model.Config.Width}}, "inner": {{layer.FeedForward.Width}}, "layers": {{model.Config.LayerCount}}, "heads": {{layer.Attention.QueryHeads}}, "kv_heads": {{layer.Attention.KeyValueHeads}}, "head_dim": {{layer.Attention.HeadDim}}}
            """);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            _process.Kill();
        _process.Dispose();
    }
}
