using System.Text.Json;
using Hone.Models;
using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Optimizers;

namespace Hone.Training.Runs;

/// <summary>
/// What a checkpoint holds beside the model: the optimizer's state and where the run stood. Data positions and random
/// streams follow from the step and the seed, so that these few numbers are enough to go on to the same bits.
/// </summary>
internal static class TrainerState
{
    private const string StateFile = "trainer_state.json";
    private const string OptimizerFile = "optimizer.safetensors";

    /// <summary>Writes both files into a checkpoint directory.</summary>
    public static void Write(string directory, long step, long tokens, int seed, CacheDType cache, IOptimizer optimizer, Backend backend)
    {
        using (FileStream stream = File.Create(Path.Combine(directory, StateFile)))
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("step", step);
            json.WriteNumber("optimizer_steps", optimizer.StepCount);
            json.WriteNumber("num_tokens", tokens);
            json.WriteNumber("seed", seed);
            json.WriteString("contract", backend.ContractId);
            json.WriteString("kv_cache_dtype", cache.Name());
            json.WriteEndObject();
        }
        var writer = new SafetensorsWriter();
        foreach ((string name, Tensor tensor) in optimizer.State)
            writer.Add(name, backend, tensor);
        writer.Save(Path.Combine(directory, OptimizerFile));
    }

    /// <summary>Fills the optimizer and returns the step that the checkpoint was made after, and the tokens read or drawn until then.</summary>
    /// <exception cref="RecipeException">The checkpoint is of another seed, contract or cache precision.</exception>
    /// <exception cref="CheckpointFormatException">A file is broken or does not fit the model.</exception>
    public static (long Step, long Tokens) Read(string directory, int seed, CacheDType cache, IOptimizer optimizer, Backend backend)
    {
        string path = Path.Combine(directory, StateFile);
        long step, updates, tokens;
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement root = document.RootElement;
            (step, updates) = (root.GetProperty("step").GetInt64(), root.GetProperty("optimizer_steps").GetInt64());
            tokens = root.GetProperty("num_tokens").GetInt64();
            // The optimizer counts up to it: a number that no run reaches is not to be believed.
            Require(step >= 0 && updates >= 0 && updates <= step, path, $"says {updates} updates in {step} steps");
            Require(root.GetProperty("seed").GetInt32() == seed, path, $"is of seed {root.GetProperty("seed").GetInt32()}, the recipe of {seed}");
            string? contract = root.GetProperty("contract").GetString();
            Require(contract == backend.ContractId, path, $"was made under the numeric contract {contract}, this program computes {backend.ContractId}");
            // Checkpoints from before there was a choice say nothing.
            string? kept = root.TryGetProperty("kv_cache_dtype", out JsonElement precision) ? precision.GetString() : CacheDType.Float32.Name();
            Require(kept == cache.Name(), path, $"was made with kv_cache_dtype {kept}, the recipe has {cache.Name()}");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RecipeException($"{path}: not a trainer state: {e.Message}", e);
        }
        using SafetensorsFile file = SafetensorsFile.Open(Path.Combine(directory, OptimizerFile));
        foreach ((string name, Tensor tensor) in optimizer.State)
        {
            float[] values = file.ReadFloats(name);
            Require(values.Length == tensor.ElementCount, file.Path, $"{name} has {values.Length} elements, the model needs {tensor.ElementCount}");
            backend.Upload(values, tensor);
        }
        optimizer.Resume(updates);
        return (step, tokens);
    }

    private static void Require(bool condition, string path, string problem)
    {
        if (!condition)
            throw new RecipeException($"{path}: {problem}; resume with the recipe that made it, or choose another output_dir");
    }
}
