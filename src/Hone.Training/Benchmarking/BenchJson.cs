using System.Text.Json;

using Hone.Tensors;

namespace Hone.Training.Benchmarking;

/// <summary>Results as JSON: an array with an object a row; what llama-bench has too bears its name there.</summary>
public static class BenchJson
{
    /// <summary>Writes the array.</summary>
    /// <param name="results">The rows.</param>
    /// <param name="processor">Name of the processor, as cpu_info.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(IReadOnlyList<BenchResult> results, string processor, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(results);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (BenchResult result in results)
            Write(result, processor, json);
        json.WriteEndArray();
    }

    private static void Write(BenchResult r, string processor, Utf8JsonWriter json)
    {
        SampleStatistics rate = r.TokensPerSecond;
        json.WriteStartObject();
        json.WriteString("cpu_info", processor);
        json.WriteString("backends", r.Backend);
        json.WriteString("model_filename", r.Model.Path ?? "");
        json.WriteString("model_type", $"{r.Model.Name} {r.Model.WeightType}");
        json.WriteNumber("model_size", r.Model.SizeBytes);
        json.WriteNumber("model_n_params", r.Model.Parameters);
        json.WriteString("kv_cache_dtype", r.CacheDType.Name());
        json.WriteNumber("n_threads", r.Threads);
        json.WriteNumber("n_prompt", BenchTables.Count(r, BenchKind.Prompt));
        json.WriteNumber("n_gen", BenchTables.Count(r, BenchKind.Generate));
        json.WriteNumber("n_parallel", r.Test.Sequences);
        json.WriteNumber("n_train", BenchTables.Count(r, BenchKind.Train));
        json.WriteString("test", r.Test.Name);
        json.WriteString("test_time", r.Started.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteNumber("avg_ns", Math.Round(r.Seconds.Mean * 1e9));
        json.WriteNumber("stddev_ns", Math.Round(r.Seconds.StandardDeviation * 1e9));
        json.WriteNumber("avg_ts", rate.Mean);
        json.WriteNumber("stddev_ts", rate.StandardDeviation);
        json.WriteNumber("best_ts", rate.Maximum);
        Array("samples_ns", r.Seconds.Values.Select(s => Math.Round(s * 1e9)), json);
        Array("samples_ts", rate.Values, json);
        json.WriteString("limit", BenchTables.Name(r.Limit));
        json.WriteNumber("limit_value", r.LimitValue);
        json.WriteNumber("best_share", r.BestShare);
        json.WriteNumber("median_share", r.MedianShare);
        Array("fma_gflops", r.FmaGigaFlops.Values, json);
        Array("read_gbs", r.ReadGigabytes?.Values ?? [], json);
        json.WriteEndObject();
    }

    private static void Array(string name, IEnumerable<double> values, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
