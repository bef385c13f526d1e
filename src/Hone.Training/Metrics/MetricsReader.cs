using System.Text.Json;

namespace Hone.Training.Metrics;

/// <summary>One line of a metrics file.</summary>
/// <param name="Step">The optimizer step.</param>
/// <param name="Values">Values by key, in the order of the file; a null there is NaN here.</param>
public sealed record MetricsLine(long Step, IReadOnlyDictionary<string, double> Values);

/// <summary>Reads what <see cref="MetricsWriter"/> writes.</summary>
public static class MetricsReader
{
    /// <summary>The lines of a file, in order. A last line without its line end was cut off and is left out.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is not an object of numbers with a step; the message names the line.</exception>
    public static IEnumerable<MetricsLine> Read(string path) => ReadWithEnds(path).Select(l => l.Line);

    internal static IEnumerable<(MetricsLine Line, long End)> ReadWithEnds(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int start = 0;
        for (int number = 1; start < bytes.Length; number++)
        {
            int length = bytes.AsSpan(start).IndexOf((byte)'\n');
            if (length < 0) yield break;
            MetricsLine line = Parse(bytes.AsMemory(start, length), path, number);
            start += length + 1;
            yield return (line, start);
        }
    }

    private static MetricsLine Parse(ReadOnlyMemory<byte> text, string path, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            long? step = null;
            var values = new OrderedDictionary<string, double>(StringComparer.Ordinal);
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Name == "step") step = property.Value.GetInt64();
                else values[property.Name] = property.Value.ValueKind == JsonValueKind.Null ? double.NaN : property.Value.GetDouble();
            }

            return new MetricsLine(step ?? throw new FormatException("there is no step"), values);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}:{number}: not a metrics line: {e.Message}", e);
        }
    }
}
