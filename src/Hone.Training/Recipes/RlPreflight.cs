using Hone.Evaluation.Running;
using Hone.Evaluation.Tasks;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Runs;

namespace Hone.Training.Recipes;

/// <summary>What a run will need, from the worst case of its lengths, before it starts.</summary>
/// <param name="WeightBytes">Weights, their packed panels, gradients and optimizer state.</param>
/// <param name="CacheBytes">Keys and values of all completions that grow at once.</param>
/// <param name="ActivationBytes">What one micro-batch keeps for its backward pass.</param>
public sealed record RlMemory(long WeightBytes, long CacheBytes, long ActivationBytes)
{
    /// <summary>All of it.</summary>
    public long TotalBytes => WeightBytes + CacheBytes + ActivationBytes;
}

/// <summary>Checks of a reinforcement learning recipe against the model and the machine.</summary>
public static class RlPreflight
{
    /// <summary>Bytes that a run takes at worst: every completion as long as allowed.</summary>
    /// <param name="config">The recipe.</param>
    /// <param name="model">The model.</param>
    /// <param name="longestPrompt">In tokens.</param>
    /// <param name="frozenBytes">Bytes of a frozen base as it is held; null takes float32 with its panels.</param>
    public static RlMemory Estimate(RlConfig config, TransformerConfig model, int longestPrompt, long? frozenBytes = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(model);
        // An adapter is small beside the weights, which have neither gradients nor state then.
        int copies = config.Lora is not null ? 2 : config.Optimizer.Optimizer switch { OptimizerKind.AdamW => 5, _ => 4 } + (config.Loss.NeedsReference ? 2 : 0);
        long length = Math.Min(model.ContextLength, (long)longestPrompt + config.MaxCompletionLength);
        long growing = Math.Min(256, (long)config.PromptsPerStep * config.StepsPerGeneration * config.NumGenerations);
        long pages = (length + 31) / 32 * 32;
        return new RlMemory(
            config.Lora is not null && frozenBytes is { } held ? held : copies * model.WeightBytes(),
            growing * pages * model.KeyValueBytesPerToken(config.Run.CacheDType),
            ActivationBytes(MicroBatchTokens(config, longestPrompt, length), model, config.Run.GradientCheckpointing));
    }

    // Whole groups; a prompt is read once for its group.
    private static long MicroBatchTokens(RlConfig config, int longestPrompt, long length)
    {
        long groups = Math.Min(config.PromptsPerStep, (config.Run.MicroBatch + config.NumGenerations - 1L) / config.NumGenerations);
        return groups * (longestPrompt + (config.NumGenerations * (length - longestPrompt)));
    }

    private static long ActivationBytes(long tokens, TransformerConfig model, bool recompute)
    {
        long logits = tokens * model.VocabularySize;
        return (tokens * ActivationBytesPerToken(model, recompute)) + (logits <= ComputeContext.MostKeptLogits ? logits * sizeof(float) : 0);
    }

    // Per layer: two norms, residuals and outputs (8 D), q, k, v and their rotations (2 (H + 2 Hkv) Dh), mixed heads, three
    // inner widths, and as much again for the gradients that are alive at once.
    private static long ActivationBytesPerToken(TransformerConfig model, bool recompute)
    {
        long all = 0, largest = 0;
        foreach (LayerConfig layer in model.Layers)
        {
            long floats = (8L * model.Width) + (3L * layer.Attention.QueryWidth) + (4L * layer.Attention.KeyValueWidth) + (6L * layer.FeedForward.Width);
            all += floats;
            largest = Math.Max(largest, floats);
        }
        // Recomputing keeps the input of each layer and everything of one.
        long kept = recompute ? largest + ((long)model.Width * model.LayerCount) : all;
        return (kept + (6L * model.Width)) * sizeof(float);
    }

    /// <summary>Refuses prompts that leave no room for an answer, and a run that the machine's memory cannot hold.</summary>
    /// <exception cref="RecipeException">One line: how much is needed, how much there is, which setting lowers it.</exception>
    internal static void RequireRoom(RlConfig config, EvalTask task, TrainedModel trained, PromptEncoder prompts)
    {
        int longest = 0;
        foreach (TaskExample example in task.Train)
            longest = Math.Max(longest, prompts.Encode(example.Prompt).Length);
        int context = trained.Model.Config.ContextLength;
        if (longest >= context)
            throw new RecipeException($"task {task.Name}: a prompt has {longest} tokens, the model's context is {context}; shorten the prompts");
        RlMemory need = Estimate(config, trained.Model.Config, longest, trained.Model.Parameters.Sum(p => p.Blocks?.SizeBytes ?? 2 * sizeof(float) * p.Shape.ElementCount));
        long room = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (need.TotalBytes > room)
            throw new RecipeException(FormattableString.Invariant(
                $"the run may need {need.TotalBytes / 1e9:F1} GB and the machine has {room / 1e9:F1} GB; lower {LargestSetting(need)}"));
    }

    private static string LargestSetting(RlMemory need) =>
        need.ActivationBytes >= need.CacheBytes && need.ActivationBytes >= need.WeightBytes ? "micro_batch or max_completion_length, or set gradient_checkpointing"
        : need.CacheBytes >= need.WeightBytes ? "prompts_per_step, num_generations or max_completion_length, or set kv_cache_dtype"
        : "the size of the model";
}
