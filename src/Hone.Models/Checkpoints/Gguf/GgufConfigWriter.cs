namespace Hone.Models;

/// <summary>
/// A configuration to the metadata of a GGUF file, in the order and the types of llama.cpp's converter. What was written is read
/// back, so that nothing is lost in silence: an architecture that cannot say a model refuses it.
/// </summary>
internal static class GgufConfigWriter
{
    /// <summary>Writes the settings of a model, and names the tensors of its rotary divisors.</summary>
    /// <param name="metadata">Where the keys go.</param>
    /// <param name="config">The model.</param>
    /// <param name="architecture">Of the config's family.</param>
    /// <param name="fileType">"general.file_type"; null writes none.</param>
    /// <returns>The tensors beside the parameters.</returns>
    /// <exception cref="ArgumentException">The architecture cannot say this model.</exception>
    public static IReadOnlyList<FileTensor> Write(GgufMetadata metadata, HuggingFaceConfig config, GgufArchitecture architecture, int? fileType)
    {
        TransformerConfig model = config.Model;
        List<FileTensor> extra = Rotary(model);
        AddSizes(metadata, architecture, config.Family, model);
        if (fileType is { } number)
            metadata.Set("general.file_type", GgufValue.Of(number));
        metadata.Set(architecture.Name + ".vocab_size", GgufValue.Of(model.VocabularySize));
        if (config.Family.HasRotary)
            metadata.Set(architecture.Name + ".rope.dimension_count", GgufValue.Of(model.RotaryDim));
        AddOthers(metadata, architecture, config.Family, model);
        Require(metadata, config, architecture, extra);
        return extra;
    }

    private static void AddSizes(GgufMetadata metadata, GgufArchitecture architecture, ModelFamily family, TransformerConfig model)
    {
        void Set(string name, GgufValue value) => metadata.Set(architecture.Name + "." + name, value);
        LayerConfig layer = model.Layers[0];
        Set("block_count", GgufValue.Of(model.LayerCount));
        Set("context_length", GgufValue.Of(model.ContextLength));
        Set("embedding_length", GgufValue.Of(model.Width));
        Set("feed_forward_length", GgufValue.Of(layer.FeedForward.Width));
        Set("attention.head_count", GgufValue.Of(layer.Attention.QueryHeads));
        if (family.HasKeyValueHeads)
            Set("attention.head_count_kv", GgufValue.Of(layer.Attention.KeyValueHeads));
        if (family.HasRotary)
            Set("rope.freq_base", GgufValue.Of((float)model.RopeTheta));
        Set(architecture.EpsilonKey, GgufValue.Of((float)model.NormEpsilon));
        if (family.DefaultHeadDim is not null || layer.Attention.HeadDim * layer.Attention.QueryHeads != model.Width)
        {
            Set("attention.key_length", GgufValue.Of(layer.Attention.HeadDim));
            Set("attention.value_length", GgufValue.Of(layer.Attention.HeadDim));
        }
    }

    private static void AddOthers(GgufMetadata metadata, GgufArchitecture architecture, ModelFamily family, TransformerConfig model)
    {
        void Set(string name, GgufValue value) => metadata.Set(architecture.Name + "." + name, value);
        LayerConfig layer = model.Layers[0];
        int window = model.Layers.Max(each => each.Attention.Window);
        if (architecture.HasWindow && (window > 0 || architecture.Name == "phi3"))
            Set("attention.sliding_window", GgufValue.Of(window));
        // The converter lists the layers of this one; llama.cpp has the periods of the others in its code.
        if (architecture.Name == "olmo2" && window > 0)
            Set("attention.sliding_window_pattern", GgufValue.Of(model.Layers.Select(each => each.Attention.Window > 0)));
        if (layer.Attention.SoftCap > 0)
            Set("attn_logit_softcapping", GgufValue.Of((float)layer.Attention.SoftCap));
        if (model.LogitSoftCap > 0)
            Set("final_logit_softcapping", GgufValue.Of((float)model.LogitSoftCap));
        if (family.HasLocalRotary && model.Layers.FirstOrDefault(each => each.Attention.Window > 0)?.Attention.Rotary is { } local && local.Theta != (family.DefaultLocalRopeTheta ?? model.RopeTheta))
            Set("rope.freq_base_swa", GgufValue.Of((float)local.Theta));
        if (model.RopeScaling is { } scaling)
            AddScaling(Set, model, scaling);
    }

    private static void AddScaling(Action<string, GgufValue> set, TransformerConfig model, RopeScaling scaling)
    {
        switch (scaling.Kind)
        {
            case RopeScalingKind.Linear:
                set("rope.scaling.type", GgufValue.Of("linear"));
                set("rope.scaling.factor", GgufValue.Of((float)scaling.Factor));
                break;
            case RopeScalingKind.Yarn:
                set("rope.scaling.type", GgufValue.Of("yarn"));
                set("rope.scaling.factor", GgufValue.Of((float)scaling.Factor));
                set("rope.scaling.original_context_length", GgufValue.Of(scaling.OriginalContextLength));
                set("rope.scaling.yarn_beta_fast", GgufValue.Of((float)scaling.BetaFast));
                set("rope.scaling.yarn_beta_slow", GgufValue.Of((float)scaling.BetaSlow));
                if (scaling.MagnitudeAllDimensions != 0)
                    set("rope.scaling.yarn_log_multiplier", GgufValue.Of((float)scaling.MagnitudeAllDimensions));
                break;
            case RopeScalingKind.LongRope:
                (_, double factor) = RotaryFrequencies.Of(model.Rotary, isLong: false);
                set("rope.scaling.type", GgufValue.Of("longrope"));
                set("rope.scaling.original_context_length", GgufValue.Of(scaling.OriginalContextLength));
                set("rope.scaling.attn_factor", GgufValue.Of((float)factor));
                break;
        }
        if (scaling.QueryScaleBeta != 0)
            set("attention.temperature_scale", GgufValue.Of((float)scaling.QueryScaleBeta));
    }

    private static List<FileTensor> Rotary(TransformerConfig model)
    {
        long[] shape = [model.RotaryDim / 2];
        float[] Numbers(IEnumerable<double> values) => [.. values.Select(value => (float)value)];
        return model.RopeScaling switch
        {
            { Kind: RopeScalingKind.Llama3 } scaling => [new(GgufRotary.Factors, shape, () => Numbers(GgufRotary.Llama3Divisors(scaling, model.RopeTheta, model.RotaryDim)))],
            { Kind: RopeScalingKind.LongRope } scaling =>
                [new(GgufRotary.LongFactors, shape, () => Numbers(scaling.LongFactors)), new(GgufRotary.ShortFactors, shape, () => Numbers(scaling.ShortFactors))],
            _ => [],
        };
    }

    // Token ids are the tokenizer's, initialisation is nobody's: a GGUF file is not trained from scratch.
    private static void Require(GgufMetadata metadata, HuggingFaceConfig config, GgufArchitecture architecture, List<FileTensor> extra)
    {
        TransformerConfig model = config.Model;
        var shapes = extra.ToDictionary(tensor => tensor.Name, tensor => tensor.Shape, StringComparer.Ordinal);
        shapes["token_embd.weight"] = [model.VocabularySize, model.Width];
        AttentionConfig attention = model.Layers[0].Attention;
        AddIf(!model.TieEmbeddings, "output.weight");
        AddIf(attention.QkvBias, "blk.0.attn_q.bias");
        AddIf(attention.OutputBias, "blk.0.attn_output.bias");
        AddIf(attention.QkNorm, "blk.0.attn_q_norm.weight");
        AddIf(model.Layers[0].FeedForward.Bias, "blk.0.ffn_up.bias");
        void AddIf(bool has, string name)
        {
            if (has)
                shapes[name] = [1];
        }
        string cannot = $"The architecture {architecture.Name} of llama.cpp cannot say this {config.Family.ModelType} model: ";
        TransformerConfig back;
        try
        {
            var content = new GgufContent(metadata, name => shapes.GetValueOrDefault(name), name => extra.First(tensor => tensor.Name == name).Read());
            back = GgufConfigReader.Read(content).Config.Model;
        }
        catch (CheckpointFormatException e)
        {
            throw new ArgumentException(cannot + e.Message);
        }
        if (GgufDifference.Of(model, back) is { } difference)
            throw new ArgumentException(cannot + difference);
    }
}
