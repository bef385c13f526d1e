using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hone.Models;

/// <summary>
/// The metadata of a GGUF file: keys and values in the order of the file. Typed access names file and key in every complaint.
/// Not thread safe while it is changed.
/// </summary>
/// <param name="file">The file, for messages; null for none.</param>
public sealed class GgufMetadata(string? file = null) : IReadOnlyCollection<KeyValuePair<string, GgufValue>>
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, GgufValue>> _pairs = [];

    /// <summary>The file, for messages; null for none.</summary>
    public string? File { get; } = file;

    /// <summary>Number of keys.</summary>
    public int Count => _pairs.Count;

    /// <summary>Sets a key: in its place if it is there, else at the end.</summary>
    public void Set(string key, GgufValue value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(value);
        if (!TryAdd(key, value))
            _pairs[_index[key]] = new(key, value);
    }

    /// <summary>Whether there is such a key.</summary>
    public bool Has(string key) => _index.ContainsKey(key);

    /// <summary>The value of a key; false if there is none.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out GgufValue? value)
    {
        value = _index.TryGetValue(key, out int at) ? _pairs[at].Value : null;
        return value is not null;
    }

    /// <summary>A text; null if there is no such key.</summary>
    /// <exception cref="CheckpointFormatException">It is of another type.</exception>
    public string? Text(string key) => TryGet(key, out GgufValue? value) ? value.Text ?? throw Wrong(key, value, "a text") : null;

    /// <summary>A truth; null if there is no such key.</summary>
    /// <exception cref="CheckpointFormatException">It is of another type.</exception>
    public bool? Bool(string key) => TryGet(key, out GgufValue? value) ? value.Bool ?? throw Wrong(key, value, "a bool") : null;

    /// <summary>A whole number from 0 to the largest <see cref="int"/>; null if there is no such key.</summary>
    /// <exception cref="CheckpointFormatException">It is of another type or out of range.</exception>
    public int? Int(string key)
    {
        if (!TryGet(key, out GgufValue? value))
            return null;
        return value.TryGetInteger(out long number) && number is >= 0 and <= int.MaxValue ? (int)number
            : throw Wrong(key, value, string.Create(CultureInfo.InvariantCulture, $"a whole number from 0 to {int.MaxValue}"));
    }

    /// <summary>A finite number; null if there is no such key.</summary>
    /// <exception cref="CheckpointFormatException">It is of another type or not finite.</exception>
    public double? Number(string key)
    {
        if (!TryGet(key, out GgufValue? value))
            return null;
        return value.TryGetNumber(out double number) && double.IsFinite(number) ? number : throw Wrong(key, value, "a number");
    }

    /// <summary>An array of texts; null if there is no such key.</summary>
    /// <exception cref="CheckpointFormatException">It is of another type.</exception>
    public IReadOnlyList<string>? Texts(string key) => TryGet(key, out GgufValue? value) ? value.Texts ?? throw Wrong(key, value, "an array of texts") : null;

    /// <summary>An array of whole numbers; null if there is no such key.</summary>
    /// <exception cref="CheckpointFormatException">It is of another type.</exception>
    public IReadOnlyList<long>? Integers(string key) =>
        TryGet(key, out GgufValue? value) ? value.ToIntegers() ?? throw Wrong(key, value, "an array of whole numbers") : null;

    /// <summary>An array of numbers; null if there is no such key.</summary>
    /// <exception cref="CheckpointFormatException">It is of another type.</exception>
    public IReadOnlyList<double>? Numbers(string key) =>
        TryGet(key, out GgufValue? value) ? value.ToNumbers() ?? throw Wrong(key, value, "an array of numbers") : null;

    /// <summary>The pairs in order.</summary>
    public IEnumerator<KeyValuePair<string, GgufValue>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds a key at the end; false if it is there already.</summary>
    internal bool TryAdd(string key, GgufValue value)
    {
        if (!_index.TryAdd(key, _pairs.Count))
            return false;
        _pairs.Add(new(key, value));
        return true;
    }

    /// <summary>The complaint about a value of the wrong kind.</summary>
    internal CheckpointFormatException Wrong(string key, GgufValue value, string expected) =>
        CheckpointErrors.Setting(File, key, "has a value of the wrong kind", expected, value.Type == GgufValueType.Array ? value.ToString() : $"{value.Type} {value}");
}
