using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Hone.Evaluation.Runs;

/// <summary>One line of <c>metrics.jsonl</c>.</summary>
/// <param name="Step">The step.</param>
/// <param name="Values">Numbers by key; those that are not finite are written as null and read as NaN.</param>
public sealed record MetricsRow(long Step, IReadOnlyDictionary<string, double> Values);

/// <summary>
/// Appends metrics to a JSONL file, one line a step, each handed to the system before
/// <see cref="Append"/> returns. A process that is killed leaves at most one unfinished last line, which
/// readers leave out. Not safe on many threads.
/// </summary>
public sealed class MetricsLog : IDisposable
{
    private readonly FileStream _file;
    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>Opens the file for appending, making it if missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="keepThroughStep">When a run resumes: the last step whose line stays. Lines of later steps,
    /// which will be run again, are removed. Null keeps all whole lines.</param>
    public MetricsLog(string path, long? keepThroughStep = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path)) Trim(path, keepThroughStep);
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Appends one line: <c>step</c>, then the values in the order given.</summary>
    /// <param name="step">The step.</param>
    /// <param name="values">Numbers by key.</param>
    public void Append(long step, IEnumerable<KeyValuePair<string, double>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line))
        {
            json.WriteStartObject();
            json.WriteNumber("step", step);
            foreach ((string key, double value) in values)
            {
                if (double.IsFinite(value)) json.WriteNumber(key, value);
                else json.WriteNull(key);
            }
            json.WriteEndObject();
        }
        _line.GetSpan(1)[0] = (byte)'\n';
        _line.Advance(1);
        _file.Write(_line.WrittenSpan);
        _file.Flush();
    }

    /// <summary>Reads all whole lines.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A line that ends properly is not of this format.</exception>
    public static IReadOnlyList<MetricsRow> Read(string path)
    {
        var rows = new List<MetricsRow>();
        string text = File.ReadAllText(path, Encoding.UTF8);
        for (int start = 0, end; (end = text.IndexOf('\n', start)) >= 0; start = end + 1)
        {
            string line = text[start..end];
            if (line.Trim().Length > 0) rows.Add(ReadRow(line, path, rows.Count + 1));
        }
        return rows;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private static void Trim(string path, long? keepThroughStep)
    {
        string text = File.ReadAllText(path, Encoding.UTF8);
        var kept = new StringBuilder();
        int number = 0;
        for (int start = 0, end; (end = text.IndexOf('\n', start)) >= 0; start = end + 1)
        {
            string line = text[start..end];
            if (line.Trim().Length > 0 && (keepThroughStep is null || ReadRow(line, path, ++number).Step <= keepThroughStep))
                kept.Append(line).Append('\n');
        }
        if (kept.Length != text.Length)
            AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(kept.ToString())));
    }

    private static MetricsRow ReadRow(string line, string path, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            var values = new Dictionary<string, double>(StringComparer.Ordinal);
            long step = document.RootElement.GetProperty("step").GetInt64();
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Name == "step") continue;
                values[property.Name] = property.Value.ValueKind == JsonValueKind.Null ? double.NaN : property.Value.GetDouble();
            }
            return new MetricsRow(step, values);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path}:{number}: not a line of metrics: {e.Message}", e);
        }
    }
}
