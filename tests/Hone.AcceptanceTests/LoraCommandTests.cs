namespace Hone.AcceptanceTests;

/// <summary>An adapter from training to a merged model, on the command line.</summary>
public sealed class LoraCommandTests(TinyModel model)
{
    [Fact]
    public void AnAdapterIsTrainedUsedAndMerged()
    {
        model.Write("lora.jsonl", "{\"prompt\": \"Q: 12+30= A:\", \"completion\": \" 42.\"}\n{\"prompt\": \"Q: 7+5= A:\", \"completion\": \" 12.\"}\n");
        model.Write("lora.yaml", "recipe: sft\nmodel: tiny\ndata: lora.jsonl\noutput_dir: lora-run\nmax_steps: 6\nlearning_rate: 0.05\nlora_r: 4\nlora_target_modules: [q_proj, v_proj, down_proj]\n");
        HoneOutput trained = HoneProcess.Run(model.Root, "train", "lora.yaml").AssertSucceeded();
        Assert.Contains("training an adapter of", trained.Out);
        string adapter = Path.Combine("lora-run", "model");
        string without = Generate("tiny").Out, with = Generate("tiny", "--adapter", adapter).Out;
        Assert.NotEqual(without, with);
        HoneOutput merged = HoneProcess.Run(model.Root, "merge-lora", "tiny", adapter, "-o", "merged").AssertSucceeded();
        Assert.Contains("max logit difference", merged.Out);
        Assert.Equal(with, Generate("merged").Out);
        HoneProcess.Run(model.Root, "merge-lora", "tiny", adapter, "-o", "merged-exact", "--text", "Q: 12+30= A:", "--tolerance", "1e-30").AssertRefused(1, "above the tolerance");
        HoneProcess.Run(model.Root, "merge-lora", "tiny", adapter, "-o", "tiny").AssertRefused(1, "is the base model itself");
        HoneProcess.Run(model.Root, "generate", "tiny", "Q:", "--adapter", "tiny").AssertRefused(1, "has no adapter_config.json");
    }

    private HoneOutput Generate(string name, params string[] options) =>
        HoneProcess.Run(model.Root, ["generate", name, "Q: 12+30= A:", "--greedy", "--max-new-tokens", "8", .. options]).AssertSucceeded();
}
