using System.Globalization;

namespace Hone.Tokenizers;

/// <summary>
/// The tables of <see cref="UnicodeNormalizer"/>, read from the embedded <c>unicode-normalization.txt</c> at first use. Constant.
/// </summary>
/// <remarks>Normal forms of assigned characters never change, so a later Unicode version differs only in new characters.</remarks>
internal sealed class UnicodeNormalizationData
{
    private const byte FollowsFlag = 1;
    private const byte CompositeFlag = 2;
    private const byte DecomposesFlag = 4;
    private const byte CompatibilityFlag = 8;

    private static readonly Lazy<UnicodeNormalizationData> Loaded = new(static () => new UnicodeNormalizationData());

    private readonly byte[] _classes = new byte[0x20000];
    private readonly byte[] _flags = new byte[0x30000];
    private readonly Dictionary<int, int[]> _canonical = [];
    private readonly Dictionary<int, int[]> _compatible = [];
    private readonly Dictionary<long, int> _pairs = [];

    private UnicodeNormalizationData()
    {
        using Stream stream = typeof(UnicodeNormalizationData).Assembly.GetManifestResourceStream("unicode-normalization.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            string[] fields = line.Split(' ');
            int point = Hex(fields[1]);
            if (fields[0] == "M")
            {
                _classes.AsSpan(point..(Hex(fields[2]) + 1)).Fill(byte.Parse(fields[3], CultureInfo.InvariantCulture));
                continue;
            }
            int[] parts = Array.ConvertAll(fields[2..], Hex);
            _flags[point] |= fields[0] == "K" ? CompatibilityFlag : DecomposesFlag;
            (fields[0] == "K" ? _compatible : _canonical).Add(point, parts);
            if (fields[0] != "C") continue;
            _flags[point] |= CompositeFlag;
            _flags[parts[1]] |= FollowsFlag;
            _pairs.Add(((long)parts[0] << 32) | (uint)parts[1], point);
        }
        // The vowels and tails of Hangul syllables follow by rule.
        for (int jamo = 0x1161; jamo < 0x11C3; jamo++) _flags[jamo] |= FollowsFlag;
    }

    public static UnicodeNormalizationData Instance => Loaded.Value;

    public int ClassOf(int point) => (uint)point < (uint)_classes.Length ? _classes[point] : 0;

    /// <summary>Returns the parts of one step, or null if there is none.</summary>
    public int[]? Decomposition(int point, bool compatibility)
    {
        byte flags = FlagsOf(point);
        if ((flags & DecomposesFlag) != 0) return _canonical[point];
        return compatibility && (flags & CompatibilityFlag) != 0 ? _compatible[point] : null;
    }

    /// <summary>Whether the character has a canonical decomposition that composes to it again.</summary>
    public bool IsComposite(int point) => (FlagsOf(point) & CompositeFlag) != 0;

    /// <summary>Whether a part of the character's full canonical decomposition has a compatibility decomposition.</summary>
    public bool HasCompatibilityPart(int point)
    {
        if (_compatible.ContainsKey(point)) return true;
        return _canonical.TryGetValue(point, out int[]? parts) && parts.Any(HasCompatibilityPart);
    }

    /// <summary>Whether the character may join the one before it.</summary>
    public bool MayFollow(int point) => (FlagsOf(point) & FollowsFlag) != 0;

    /// <summary>Returns the composite of two characters, or -1.</summary>
    public int Compose(int first, int second) => MayFollow(second) ? _pairs.GetValueOrDefault(((long)first << 32) | (uint)second, -1) : -1;

    private byte FlagsOf(int point) => (uint)point < (uint)_flags.Length ? _flags[point] : (byte)0;

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
