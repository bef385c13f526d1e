using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hone.Benchmarks.Peers;

/// <summary>llama.cpp in a process of its own with a fixed number of threads, asked by lines of JSON (benchmarks/peers/bench_llamacpp.mjs).</summary>
internal sealed class LlamaCppPeer : IDisposable
{
    private readonly Process _process;

    private LlamaCppPeer(Process process, int threads, string version, string cpu)
    {
        _process = process;
        Threads = threads;
        Version = version;
        Cpu = cpu;
    }

    /// <summary>Threads that it computes with.</summary>
    public int Threads { get; }

    /// <summary>Version of the package and of llama.cpp.</summary>
    public string Version { get; }

    /// <summary>What llama.cpp says of the processor's instructions that it uses.</summary>
    public string Cpu { get; }

    /// <summary>Starts a process and loads a model.</summary>
    /// <param name="node">Node.js.</param>
    /// <param name="folder">Holds node_modules/node-llama-cpp.</param>
    /// <param name="model">A GGUF file.</param>
    /// <param name="threads">Threads to compute with.</param>
    /// <param name="reason">Why there is none.</param>
    /// <returns>Null when it cannot be had.</returns>
    public static LlamaCppPeer? Start(string node, string folder, string model, int threads, out string reason)
    {
        var start = new ProcessStartInfo(node) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (string word in (ReadOnlySpan<string>)[Clone.At("benchmarks", "peers", "bench_llamacpp.mjs"), folder, model, threads.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(word);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            reason = $"{node} does not start: {e.Message}";
            return null;
        }
        using JsonDocument document = JsonDocument.Parse(process.StandardOutput.ReadLine() ?? "{\"error\":\"it said nothing\"}");
        if (document.RootElement.TryGetProperty("peer", out JsonElement version))
        {
            reason = "";
            return new LlamaCppPeer(process, threads, version.GetString()!, document.RootElement.GetProperty("cpu").GetString()!);
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
        using JsonDocument document = Answer(string.Create(CultureInfo.InvariantCulture, $"{request}, \"budget\": {budget}}}"));
        // Its threads spin for a moment after the last product; ours begin when they are asleep.
        Thread.Sleep(20);
        return [.. document.RootElement.GetProperty("seconds").EnumerateArray().Select(s => s.GetDouble())];
    }

    /// <summary>Logits after the last of some ids.</summary>
    public float[] Logits(IReadOnlyList<int> ids)
    {
        using JsonDocument document = Answer($"{{\"do\": \"logits\", \"ids\": [{string.Join(", ", ids)}]}}");
        byte[] bytes = document.RootElement.GetProperty("logits").GetBytesFromBase64();
        return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
    }

    /// <summary>The likeliest tokens after some ids, one after the other; the end of a text ends them.</summary>
    public int[] Greedy(IReadOnlyList<int> ids, int tokens)
    {
        using JsonDocument document = Answer($"{{\"do\": \"greedy\", \"ids\": [{string.Join(", ", ids)}], \"tokens\": {tokens}}}");
        return [.. document.RootElement.GetProperty("ids").EnumerateArray().Select(static id => id.GetInt32())];
    }

    private JsonDocument Answer(string request)
    {
        _process.StandardInput.WriteLine(request);
        _process.StandardInput.Flush();
        string line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The llama.cpp process ended; its message is above.");
        return JsonDocument.Parse(line);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
            _process.Kill();
        _process.Dispose();
    }
}
