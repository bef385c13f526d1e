using System.Globalization;

namespace Hone.Models;

/// <summary>One value of a GGUF file's metadata: a number, a truth, a text, or an array of one of them. Immutable.</summary>
public sealed class GgufValue
{
    private readonly object _value;

    private GgufValue(GgufValueType type, object value, GgufValueType elementType = default)
    {
        Type = type;
        ElementType = elementType;
        _value = value;
    }

    /// <summary>The type in the file.</summary>
    public GgufValueType Type { get; }

    /// <summary>Type of the elements of an array; of no meaning otherwise.</summary>
    public GgufValueType ElementType { get; }

    /// <summary>Number of elements of an array; 1 otherwise.</summary>
    public int Count => _value is Array array ? array.Length : 1;

    /// <summary>A whole number of a type.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type does not hold the number.</exception>
    public static GgufValue Of(long value, GgufValueType type = GgufValueType.UInt32) => IsInteger(type) && Fits(value, type)
        ? new GgufValue(type, type == GgufValueType.UInt64 ? (ulong)value : value)
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"It is no {type}.");

    /// <summary>A whole number of 64 bits without a sign.</summary>
    public static GgufValue Of(ulong value) => new(GgufValueType.UInt64, value);

    /// <summary>A number as binary32.</summary>
    public static GgufValue Of(float value) => new(GgufValueType.Float32, (double)value);

    /// <summary>A number as binary64.</summary>
    public static GgufValue Of(double value) => new(GgufValueType.Float64, value);

    /// <summary>A truth.</summary>
    public static GgufValue Of(bool value) => new(GgufValueType.Bool, value);

    /// <summary>A text.</summary>
    public static GgufValue Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new GgufValue(GgufValueType.Text, value);
    }

    /// <summary>An array: byte, sbyte, ushort, short, uint, int, ulong, long, float, double, bool, string or <see cref="GgufValue"/> elements (arrays themselves).</summary>
    /// <exception cref="ArgumentException">The elements are of another type.</exception>
    public static GgufValue Of<T>(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return OfArray(values.ToArray());
    }

    /// <summary>An array that nobody changes any more.</summary>
    internal static GgufValue OfArray(Array values) => new(GgufValueType.Array, values, values switch
    {
        // The run-time takes arrays of signed and unsigned elements for one another, so the very type counts.
        _ when values.GetType() == typeof(byte[]) => GgufValueType.UInt8,
        _ when values.GetType() == typeof(sbyte[]) => GgufValueType.Int8,
        _ when values.GetType() == typeof(ushort[]) => GgufValueType.UInt16,
        _ when values.GetType() == typeof(short[]) => GgufValueType.Int16,
        _ when values.GetType() == typeof(uint[]) => GgufValueType.UInt32,
        _ when values.GetType() == typeof(int[]) => GgufValueType.Int32,
        _ when values.GetType() == typeof(ulong[]) => GgufValueType.UInt64,
        _ when values.GetType() == typeof(long[]) => GgufValueType.Int64,
        float[] => GgufValueType.Float32,
        double[] => GgufValueType.Float64,
        bool[] => GgufValueType.Bool,
        string[] => GgufValueType.Text,
        GgufValue[] inner when Array.TrueForAll(inner, value => value.Type == GgufValueType.Array) => GgufValueType.Array,
        _ => throw new ArgumentException($"GGUF has no arrays of {values.GetType().GetElementType()}.", nameof(values)),
    });

    /// <summary>The number, if it is a whole one that 63 bits and a sign hold.</summary>
    public bool TryGetInteger(out long value)
    {
        value = _value is long number ? number : _value is ulong large && large <= long.MaxValue ? (long)large : 0;
        return _value is long || (_value is ulong unsigned && unsigned <= long.MaxValue);
    }

    /// <summary>The number, whole or not.</summary>
    public bool TryGetNumber(out double value)
    {
        value = _value switch { double real => real, long whole => whole, ulong large => large, _ => 0 };
        return _value is double or long or ulong;
    }

    /// <summary>The text; null if it is none.</summary>
    public string? Text => _value as string;

    /// <summary>The truth; null if it is none.</summary>
    public bool? Bool => _value as bool?;

    /// <summary>The texts of an array; null if it is no array of texts.</summary>
    public IReadOnlyList<string>? Texts => _value as string[];

    /// <summary>The truths of an array; null if it is no array of truths.</summary>
    public IReadOnlyList<bool>? Bools => _value as bool[];

    /// <summary>The arrays of an array; null if it is no array of arrays.</summary>
    public IReadOnlyList<GgufValue>? Arrays => _value as GgufValue[];

    /// <summary>The whole numbers of an array; null if it is no array of whole numbers, or one is too large.</summary>
    public long[]? ToIntegers() => Type != GgufValueType.Array ? null : ElementType switch
    {
        GgufValueType.UInt8 => Array.ConvertAll((byte[])_value, x => (long)x),
        GgufValueType.Int8 => Array.ConvertAll((sbyte[])_value, x => (long)x),
        GgufValueType.UInt16 => Array.ConvertAll((ushort[])_value, x => (long)x),
        GgufValueType.Int16 => Array.ConvertAll((short[])_value, x => (long)x),
        GgufValueType.UInt32 => Array.ConvertAll((uint[])_value, x => (long)x),
        GgufValueType.Int32 => Array.ConvertAll((int[])_value, x => (long)x),
        GgufValueType.Int64 => [.. (long[])_value],
        GgufValueType.UInt64 when Array.TrueForAll((ulong[])_value, x => x <= long.MaxValue) => Array.ConvertAll((ulong[])_value, x => (long)x),
        _ => null,
    };

    /// <summary>The numbers of an array; null if it is no array of numbers.</summary>
    public double[]? ToNumbers() => Type != GgufValueType.Array ? null : ElementType switch
    {
        GgufValueType.Float32 => Array.ConvertAll((float[])_value, x => (double)x),
        GgufValueType.Float64 => [.. (double[])_value],
        GgufValueType.UInt64 => Array.ConvertAll((ulong[])_value, x => (double)x),
        _ => ToIntegers() is { } whole ? Array.ConvertAll(whole, x => (double)x) : null,
    };

    /// <summary>The bits of a whole number, those of a negative one in two's complement; 0 for anything else.</summary>
    internal ulong Bits => _value switch { long number => (ulong)number, ulong large => large, _ => 0 };

    /// <summary>The elements as they are; null if it is no array.</summary>
    internal Array? Elements => _value as Array;

    /// <summary>The value, or the type and count of an array.</summary>
    public override string ToString() => _value switch
    {
        Array array => string.Create(CultureInfo.InvariantCulture, $"{ElementType}[{array.Length}]"),
        bool truth => truth ? "true" : "false",
        double real when Type == GgufValueType.Float32 => ((float)real).ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)_value,
    };

    private static bool IsInteger(GgufValueType type) =>
        type is <= GgufValueType.Int32 or GgufValueType.UInt64 or GgufValueType.Int64;

    private static bool Fits(long value, GgufValueType type) => type switch
    {
        GgufValueType.UInt8 => value is >= 0 and <= byte.MaxValue,
        GgufValueType.Int8 => value is >= sbyte.MinValue and <= sbyte.MaxValue,
        GgufValueType.UInt16 => value is >= 0 and <= ushort.MaxValue,
        GgufValueType.Int16 => value is >= short.MinValue and <= short.MaxValue,
        GgufValueType.UInt32 => value is >= 0 and <= uint.MaxValue,
        GgufValueType.Int32 => value is >= int.MinValue and <= int.MaxValue,
        GgufValueType.UInt64 => value >= 0,
        _ => true,
    };
}
