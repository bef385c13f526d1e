using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hone.Training.Metrics;

/// <summary>
/// A run's metrics as JSONL: one object a call, <c>step</c> first, then the values by their keys in the order given. Numbers
/// are the shortest text that reads back to the same double; NaN and infinities are null. Each line reaches the file before
/// the call returns. Not thread-safe.
/// </summary>
public sealed class MetricsWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream _file;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;
    private long _lastStep = long.MinValue;

    private MetricsWriter(FileStream file)
    {
        _file = file;
        _json = new Utf8JsonWriter(_line, Options);
    }

    /// <summary>Begins a new file; one that is there is replaced.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static MetricsWriter Create(string path) => new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read));

    /// <summary>
    /// Goes on after a step: later lines and a line that was cut off are removed, so that the file of a resumed run equals
    /// that of one that was never interrupted. A file that is not there is begun.
    /// </summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="step">The last step that the resumed checkpoint contains.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="InvalidDataException">A whole line before that step is not a metrics object.</exception>
    public static MetricsWriter Resume(string path, long step)
    {
        long end = 0, last = long.MinValue;
        if (File.Exists(path))
        {
            foreach ((MetricsLine line, long after) in MetricsReader.ReadWithEnds(path))
            {
                if (line.Step > step) break;
                end = after;
                last = line.Step;
            }
        }

        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.SetLength(end);
        file.Seek(end, SeekOrigin.Begin);
        return new MetricsWriter(file) { _lastStep = last };
    }

    /// <summary>Writes one line.</summary>
    /// <param name="step">The optimizer step; not below the line before (an evaluation may share its step).</param>
    /// <param name="values">Keys and values; keys differ and none is <c>step</c>.</param>
    /// <exception cref="ArgumentException">The step falls, or a key comes twice.</exception>
    public void Write(long step, IEnumerable<KeyValuePair<string, double>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (step < _lastStep) throw new ArgumentException($"Step {step} comes after step {_lastStep}.", nameof(step));
        var seen = new HashSet<string>(StringComparer.Ordinal) { "step" };
        _line.ResetWrittenCount();
        _json.Reset(_line);
        _json.WriteStartObject();
        _json.WriteNumber("step", step);
        foreach ((string key, double value) in values)
        {
            if (!seen.Add(key)) throw new ArgumentException($"The key {key} comes twice.", nameof(values));
            if (double.IsFinite(value)) _json.WriteNumber(key, value);
            else _json.WriteNull(key);
        }

        _json.WriteEndObject();
        _json.Flush();
        _line.GetSpan(1)[0] = (byte)'\n';
        _line.Advance(1);
        _file.Write(_line.WrittenSpan);
        _file.Flush();
        _lastStep = step;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }
}
