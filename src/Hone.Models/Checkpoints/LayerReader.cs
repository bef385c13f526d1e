using System.Text.Json;

namespace Hone.Models;

/// <summary>The layers of a config.json: which have windows, which are rotated how.</summary>
internal readonly struct LayerReader(ConfigReader config, ModelFamily family, int count)
{
    /// <summary>All layers, from one without a window.</summary>
    public IReadOnlyList<LayerConfig> Read(LayerConfig full, RotaryConfig? local)
    {
        bool[] rotated = ReadRotated();
        int window = ReadWindow();
        bool[] windowed = ReadWindowed(window, rotated);
        if (!windowed.Contains(true) && !rotated.Contains(false) && !family.SkipFirstAttentionNorm && !ScalesByLayer)
            return TransformerConfig.Uniform(count, full.Attention, full.FeedForward, full.Placement);
        var layers = new LayerConfig[count];
        for (int i = 0; i < count; i++)
        {
            AttentionConfig attention = full.Attention;
            if (windowed[i])
                attention = attention with { Window = window, Rotary = local };
            if (!rotated[i])
                attention = attention with { Rotary = RotaryConfig.None };
            if (ScalesByLayer)
                attention = attention with { Scale = (attention.Scale ?? (1.0 / Math.Sqrt(attention.HeadDim))) / (i + 1) };
            layers[i] = full with { Attention = attention, SkipAttentionNorm = family.SkipFirstAttentionNorm && i == 0 };
        }
        return layers;
    }

    private bool ScalesByLayer => !family.HasRotary && !family.IsEncoder && config.Bool("scale_attn_by_inverse_layer_idx", false);

    private bool[] ReadRotated()
    {
        var rotated = new bool[count];
        Array.Fill(rotated, true);
        if (!family.HasUnrotatedLayers)
            return rotated;
        if (config.Numbers("no_rope_layers") is not { } flags)
        {
            int interval = config.Int("no_rope_layer_interval", 4);
            if (interval < 1)
                throw CheckpointErrors.Setting(config.File, "no_rope_layer_interval", "is out of range", "1 or more", $"{interval}");
            for (int i = 0; i < count; i++)
                rotated[i] = (i + 1) % interval != 0;
            return rotated;
        }
        if (flags.Count < count)
            throw CheckpointErrors.Setting(config.File, "no_rope_layers", "has the wrong length", $"{count} layers", $"{flags.Count}");
        for (int i = 0; i < count; i++)
            rotated[i] = flags[i] != 0;
        return rotated;
    }

    private int ReadWindow()
    {
        if (family.Windows == WindowRule.None || (family.Windows == WindowRule.Switched && !config.Bool("use_sliding_window", false)))
            return 0;
        string key = family.Keys.Window;
        // A null turns the window off; a missing key means the default of transformers.
        int window = config.Int(key, config.Has(key) ? 0 : family.DefaultWindow ?? 0);
        if (window < 0)
            throw CheckpointErrors.Setting(config.File, key, "is negative", got: $"{window}");
        return window;
    }

    private bool[] ReadWindowed(int window, bool[] rotated)
    {
        IReadOnlyList<string>? types = config.Texts("layer_types");
        if (types is not null && types.Count != count)
            throw CheckpointErrors.Setting(config.File, "layer_types", "has the wrong length", $"{count} layers", $"{types.Count}");
        int period = ReadPeriod(), firstWindowed = family.HasUnrotatedLayers ? 0 : config.Int("max_window_layers", 28);
        var windowed = new bool[count];
        for (int i = 0; i < count; i++)
        {
            bool byDefault = family.Windows switch
            {
                WindowRule.None => false,
                WindowRule.EveryLayer => window > 0,
                WindowRule.Switched => window > 0 && i >= firstWindowed && !(family.HasUnrotatedLayers && rotated[i]),
                _ when period == 0 => window > 0,
                _ => family.FullLayerFirst ? i % period != 0 : (i + 1) % period != 0,
            };
            windowed[i] = types is null ? byDefault : IsWindowed(types[i], i);
            if (family.Windows == WindowRule.EveryLayer && windowed[i] != byDefault)
            {
                throw CheckpointErrors.Setting(config.File, "layer_types", "is not what this family does with its window",
                    byDefault ? "sliding_attention everywhere" : "full_attention everywhere", $"layer {i} {types![i]}");
            }
            if (windowed[i] && window == 0)
            {
                throw CheckpointErrors.Setting(config.File, "layer_types", "has a sliding layer, but no window is in use",
                    family.Windows == WindowRule.Switched ? "use_sliding_window true and a sliding_window" : family.Keys.Window, $"layer {i} sliding_attention");
            }
        }
        return windowed;
    }

    private bool IsWindowed(string type, int layer) => type switch
    {
        "full_attention" => false,
        "sliding_attention" when family.Windows != WindowRule.None => true,
        "sliding_attention" => throw CheckpointErrors.Setting(config.File, "layer_types", $"has a kind that {family.ModelType} does not have here", "full_attention", type),
        _ => throw CheckpointErrors.Setting(config.File, "layer_types", "has an unknown kind", "full_attention or sliding_attention", $"layer {layer} {type}"),
    };

    private int ReadPeriod()
    {
        foreach (string key in family.WindowPeriodKeys)
        {
            if (!config.TryGet(key, out JsonElement _))
                continue;
            int period = config.Int(key, 0);
            return period > 0 ? period : throw CheckpointErrors.Setting(config.File, key, "is out of range", "1 or more", $"{period}");
        }
        return family.WindowPeriod;
    }
}
