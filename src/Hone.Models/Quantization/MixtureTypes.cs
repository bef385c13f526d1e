using System.Globalization;

namespace Hone.Models;

/// <summary>
/// Which type every tensor of a file gets, by llama.cpp's rules (llama-quant.cpp, without importance matrix): more bits for values,
/// for the second feed-forward matrix of the outer layers and for the output; another type where rows are no whole blocks; what is
/// small or sensitive stays as it is. A pure function of names, shapes and <see cref="MixtureFacts"/>.
/// </summary>
public sealed class MixtureTypes
{
    private enum Role
    {
        Other, Embedding, Output, Query, Key, Value, FusedQkv, KeyValue, AttentionOutput, Down,
    }

    // Tensors that are few numbers, steer others, or are no factors of a product: kept by name, ended or contained.
    private static readonly string[] Kept =
    [
        "_norm.weight", "ffn_gate_inp.weight", "ffn_gate_tid2eid.weight", "altup", "laurel", "per_layer_model_proj", "ssm_conv1d", "shortconv.conv.weight",
        "indexer.k_proj.weight", "indexer.q_proj.weight", "time_mix_first.weight", "time_mix_w0.weight", "time_mix_w1.weight", "time_mix_w2.weight",
        "time_mix_v0.weight", "time_mix_v1.weight", "time_mix_v2.weight", "time_mix_a0.weight", "time_mix_a1.weight", "time_mix_a2.weight",
        "time_mix_g1.weight", "time_mix_g2.weight", "time_mix_decay_w1.weight", "time_mix_decay_w2.weight", "time_mix_lerp_fused.weight",
        "attn_rel_b.weight", ".position_embd", "sam.pos_embd", "sam.neck.", "sam.net_", ".rel_pos", ".patch_embd", ".patch_merger", "a.rvq.codebook", "mm.a.code_embd",
    ];

    private readonly QuantMixture _mixture;
    private readonly MixtureFacts _facts;
    private readonly Dictionary<string, int> _valueIndex = new(StringComparer.Ordinal), _downIndex = new(StringComparer.Ordinal);
    private readonly int _values;
    private readonly bool _tied;

    /// <summary>Prepares the rules for a file.</summary>
    /// <param name="mixture">The file type.</param>
    /// <param name="facts">Of the model.</param>
    /// <param name="names">Names of all tensors of the file, in any order: some rules count tensors.</param>
    public MixtureTypes(QuantMixture mixture, MixtureFacts facts, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(names);
        _mixture = mixture;
        _facts = facts;
        _tied = true;
        foreach (string name in names.Order(FileOrder))
        {
            Role role = RoleOf(name);
            _tied &= role != Role.Output;
            if (IsValue(role))
                _values++;
            if (!MayChange(name))
                continue;
            if (IsValue(role))
                _valueIndex.TryAdd(name, _valueIndex.Count);
            else if (role == Role.Down)
                _downIndex.TryAdd(name, _downIndex.Count);
        }
    }

    /// <summary>llama.cpp's order of the tensors of a file: those outside layers, then layer by layer; by name inside.</summary>
    public static IComparer<string> FileOrder { get; } = Comparer<string>.Create((a, b) =>
        LayerOf(a) != LayerOf(b) ? LayerOf(a).CompareTo(LayerOf(b)) : string.CompareOrdinal(a, b));

    /// <summary>The type of a tensor; null for one that keeps the type it has.</summary>
    /// <param name="name">Name in the file.</param>
    /// <param name="shape">Lengths of the axes, outermost first.</param>
    public GgmlType? Choose(string name, IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Count < 2 || !MayChange(name))
            return null;
        if (_mixture.Type.IsFloat())
            return _mixture.Type;
        return FitRows(Preferred(name, shape[^1]), shape[^1]);
    }

    private GgmlType Preferred(string name, long columns)
    {
        Role role = RoleOf(name);
        GgmlType type = _mixture.Type;
        switch (role)
        {
            case Role.Output:
            case Role.Embedding when _tied:
                if (_facts.Architecture == "falcon" || columns % type.BlockElements() != 0)
                    return GgmlType.Q8_0;
                return type == GgmlType.Q8_0 ? type : GgmlType.Q6_K;
            case Role.Value or Role.FusedQkv or Role.KeyValue:
                return OfValue(_valueIndex.GetValueOrDefault(name));
            case Role.Key:
                return _facts.ExpertCount == 8 ? GgmlType.Q8_0 : type;
            case Role.Down:
                return OfDown(_facts.ExpertCount > 1 ? Math.Max(0, LayerOf(name)) : _downIndex.GetValueOrDefault(name));
            case Role.AttentionOutput:
                return OfAttentionOutput();
            default:
                return type;
        }
    }

    private GgmlType OfValue(int index)
    {
        bool grouped = _facts.HeadsPerGroup >= 4;
        GgmlType type = _mixture.Name switch
        {
            "q2_k" => grouped ? GgmlType.Q4_K : GgmlType.Q3_K,
            "q2_k_s" when grouped => GgmlType.Q4_K,
            "q3_k_m" => index < 2 ? GgmlType.Q5_K : GgmlType.Q4_K,
            "q3_k_l" => GgmlType.Q5_K,
            "iq4_nl" when grouped => GgmlType.Q5_K,
            "q4_k_m" or "q5_k_m" when WantsMoreBits(index, _values) => GgmlType.Q6_K,
            "q4_k_s" when index < 4 => GgmlType.Q5_K,
            _ => _mixture.Type,
        };
        if (_facts.IsLarge && type is GgmlType.Q3_K or GgmlType.Q4_K)
            type = GgmlType.Q5_K;
        return _facts.ExpertCount == 8 ? GgmlType.Q8_0 : type;
    }

    private GgmlType OfDown(int layer)
    {
        int layers = _facts.LayerCount;
        bool falcon = _facts.Architecture == "falcon", more = WantsMoreBits(layer, layers);
        return _mixture.Name switch
        {
            "q2_k" => GgmlType.Q3_K,
            "q2_k_s" when layer < layers / 8 => GgmlType.Q4_K,
            "q3_k_m" => layer < layers / 16 ? GgmlType.Q5_K : !falcon || more ? GgmlType.Q4_K : GgmlType.Q3_K,
            "q3_k_l" => falcon ? GgmlType.Q4_K : GgmlType.Q5_K,
            "q4_k_m" when falcon => layer < layers / 16 ? GgmlType.Q6_K : more ? GgmlType.Q5_K : GgmlType.Q4_K,
            "q4_k_m" or "q5_k_m" when more => GgmlType.Q6_K,
            "iq4_nl" when layer < layers / 8 => GgmlType.Q5_K,
            "q4_k_s" when !falcon && layer < layers / 8 => GgmlType.Q5_K,
            _ => _mixture.Type,
        };
    }

    private GgmlType OfAttentionOutput()
    {
        if (_facts.Architecture == "falcon")
            return _mixture.Name == "q3_k_l" ? GgmlType.Q4_K : _mixture.Type;
        if (_facts.ExpertCount == 8)
            return _mixture.Name is "q2_k" or "q3_k_s" or "q3_k_m" or "iq4_nl" or "q4_k_s" or "q4_k_m" ? GgmlType.Q5_K : _mixture.Type;
        return _mixture.Name switch
        {
            "q2_k" => GgmlType.Q3_K,
            "q3_k_m" => GgmlType.Q4_K,
            "q3_k_l" => GgmlType.Q5_K,
            _ => _mixture.Type,
        };
    }

    // The first and last eighth of the layers, and every third between.
    private static bool WantsMoreBits(int layer, int layers) =>
        layer < layers / 8 || layer >= 7 * layers / 8 || (layer - (layers / 8)) % 3 == 2;

    // Rows that are no whole blocks: about as many bits in blocks of 32, float16 where even those do not fit.
    private static GgmlType FitRows(GgmlType type, long columns)
    {
        if (columns % type.BlockElements() == 0)
            return type;
        GgmlType narrow = type switch
        {
            GgmlType.Q2_K or GgmlType.Q3_K => GgmlType.Q4_0,
            GgmlType.Q4_K => GgmlType.Q5_0,
            GgmlType.Q5_K => GgmlType.Q5_1,
            GgmlType.Q6_K => GgmlType.Q8_0,
            _ => type,
        };
        return columns % narrow.BlockElements() == 0 ? narrow : GgmlType.F16;
    }

    private static bool MayChange(string name) => name.EndsWith("weight", StringComparison.Ordinal)
        && name is not ("position_embd.weight" or "token_types.weight")
        && !Kept.Any(part => name.Contains(part, StringComparison.Ordinal));

    private static bool IsValue(Role role) => role is Role.Value or Role.FusedQkv or Role.KeyValue;

    private static Role RoleOf(string name)
    {
        if (name == "output.weight")
            return Role.Output;
        if (name is "token_embd.weight" or "per_layer_token_embd.weight")
            return Role.Embedding;
        ReadOnlySpan<(string Part, Role Role)> parts =
        [
            ("attn_qkv.weight", Role.FusedQkv), ("attn_kv_b.weight", Role.KeyValue), ("attn_v.weight", Role.Value), ("attn_k.weight", Role.Key),
            ("attn_q.weight", Role.Query), ("attn_output.weight", Role.AttentionOutput), ("ffn_up", Role.Other), ("ffn_gate", Role.Other), ("ffn_down", Role.Down),
        ];
        foreach ((string part, Role role) in parts)
        {
            if (name.Contains(part, StringComparison.Ordinal))
                return role;
        }
        return Role.Other;
    }

    // -1 outside layers.
    private static int LayerOf(string name)
    {
        if (!name.StartsWith("blk.", StringComparison.Ordinal))
            return -1;
        int end = name.IndexOf('.', 4);
        return end > 4 && int.TryParse(name.AsSpan(4, end - 4), NumberStyles.None, CultureInfo.InvariantCulture, out int layer) ? layer : -1;
    }
}
