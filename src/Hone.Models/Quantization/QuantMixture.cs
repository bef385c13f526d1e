namespace Hone.Models;

/// <summary>
/// A file type of llama.cpp: the type that most matrices of a file get, and by which rule others get more bits
/// (<see cref="MixtureTypes"/>). Source: llama.h, enum llama_ftype, and llama.cpp's quantization tool.
/// </summary>
public sealed record QuantMixture
{
    private QuantMixture(string name, int fileType, GgmlType type)
    {
        Name = name;
        FileType = fileType;
        Type = type;
    }

    /// <summary>The name as it is typed: "q4_k_m".</summary>
    public string Name { get; }

    /// <summary>The number that files say under "general.file_type".</summary>
    public int FileType { get; }

    /// <summary>The type that no rule changes.</summary>
    public GgmlType Type { get; }

    /// <summary>All that Hone writes, floats first, then by size.</summary>
    public static IReadOnlyList<QuantMixture> All { get; } =
    [
        new("f32", 0, GgmlType.F32), new("f16", 1, GgmlType.F16), new("bf16", 32, GgmlType.BF16),
        new("q8_0", 7, GgmlType.Q8_0), new("q6_k", 18, GgmlType.Q6_K),
        new("q5_k_m", 17, GgmlType.Q5_K), new("q5_k_s", 16, GgmlType.Q5_K), new("q5_1", 9, GgmlType.Q5_1), new("q5_0", 8, GgmlType.Q5_0),
        new("q4_k_m", 15, GgmlType.Q4_K), new("q4_k_s", 14, GgmlType.Q4_K), new("q4_1", 3, GgmlType.Q4_1), new("q4_0", 2, GgmlType.Q4_0), new("iq4_nl", 25, GgmlType.IQ4_NL),
        new("q3_k_l", 13, GgmlType.Q3_K), new("q3_k_m", 12, GgmlType.Q3_K), new("q3_k_s", 11, GgmlType.Q3_K),
        new("q2_k", 10, GgmlType.Q2_K), new("q2_k_s", 21, GgmlType.Q2_K),
    ];

    /// <summary>The mixture of a name, in capitals or not; "q3_k", "q4_k" and "q5_k" mean the medium ones, as in llama.cpp. Null if there is none.</summary>
    public static QuantMixture? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string lower = name.ToLowerInvariant();
        string full = lower is "q3_k" or "q4_k" or "q5_k" ? lower + "_m" : lower;
        return All.FirstOrDefault(mixture => mixture.Name == full);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
