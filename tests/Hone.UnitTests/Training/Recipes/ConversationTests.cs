using Hone.Tensors;
using Hone.Tokenizers;
using Hone.Training.Configuration;
using Hone.Training.Data;
using Hone.Training.Metrics;
using Hone.Training.Recipes;
using Xunit;

namespace Hone.UnitTests.Training.Recipes;

/// <summary>Fine-tuning on conversations through a chat template, and packs.</summary>
public sealed class ConversationTests : IDisposable
{
    private const string Template =
        "{% for m in messages %}{% if m.role == 'user' %}Q: {{ m.content }}{% else %} A: {{ m.content }}{{ eos_token }}{% endif %}{% endfor %}{% if add_generation_prompt %} A: {% endif %}";

    private const string Conversations = """
        {"messages": [{"role": "user", "content": "1+2="}, {"role": "assistant", "content": "3"}, {"role": "user", "content": "4+5="}, {"role": "assistant", "content": "9"}]}
        {"messages": [{"role": "user", "content": "6+1="}, {"role": "assistant", "content": "7"}]}
        {"prompt": [{"role": "user", "content": "8+0="}], "completion": [{"role": "assistant", "content": "8"}]}
        """;

    private const string Pairs = """
        {"prompt": "Q: 1+2= A:", "completion": " 3"}
        {"prompt": "Q: 4+5= A:", "completion": " 9"}
        {"prompt": "Q: 6+7= A:", "completion": " 7"}
        {"prompt": "Q: 8+0= A:", "completion": " 8"}
        {"prompt": "Q: 2+7= A:", "completion": " 9"}
        """;

    private readonly RecipeBench _bench = new();
    private readonly CpuBackend _backend = new(threads: 1);

    public ConversationTests() => File.WriteAllText(Path.Combine(_bench.ModelPath, "chat_template.jinja"), Template);

    public void Dispose()
    {
        _backend.Dispose();
        _bench.Dispose();
    }

    private string Sft(string data, params string[] overrides)
    {
        string run = _bench.NewRun();
        SftRecipe.Run(_bench.Sft(run, data, overrides), RecipeBench.Context(_backend));
        return run;
    }

    private IReadOnlyList<TrainingSequence> Read(string file, ChatMask mask)
    {
        (Tokenizer tokenizer, TokenizerConfig config) = TokenizerDirectory.Load(_bench.ModelPath);
        return JsonlSequences.Read(file, tokenizer, 48, null, new ConversationEncoder(tokenizer, config, mask));
    }

    [Fact]
    public void OnlyWhatTheAssistantWroteCounts()
    {
        (Tokenizer tokenizer, _) = TokenizerDirectory.Load(_bench.ModelPath);
        string Learned(TrainingSequence s) => tokenizer.Decode([.. s.Ids.Where((_, t) => s.IsTarget(t))]);
        string file = _bench.Write("chat.jsonl", Conversations), end = tokenizer.Decode([tokenizer.EosId!.Value]);

        IReadOnlyList<TrainingSequence> all = Read(file, ChatMask.AllAssistantTurns);
        Assert.Equal([$"3{end}9{end}", $"7{end}", $"8{end}"], all.Select(Learned));
        Assert.Equal(4, all[0].TargetCount);
        Assert.NotNull(all[0].Mask);
        Assert.Equal($"9{end}", Learned(Read(file, ChatMask.LastAssistantTurn)[0]));
        TrainingSequence whole = Read(file, ChatMask.None)[0];
        Assert.Equal(whole.Ids.Length - 1, whole.TargetCount);
    }

    [Fact]
    public void TheLossFallsAndTheMicroBatchChangesNoBit()
    {
        string file = _bench.Write("chat.jsonl", Conversations), run = Sft(file, "max_steps=25", "micro_batch=1");
        IReadOnlyList<MetricsLine> lines = RecipeBench.Metrics(run);
        Assert.True(lines[^1].Values["loss"] < 0.5 * lines[0].Values["loss"]);
        RecipeBench.SameOutcome(run, Sft(file, "max_steps=25", "micro_batch=3"));
        Assert.Equal(Template, File.ReadAllText(Path.Combine(run, "model", "chat_template.jinja")));
    }

    [Fact]
    public void WhatIsLeftOutOfTheLossChangesNoGradientButThroughItsIds()
    {
        // The same ids with a mask give the step of the turns; without one another step.
        string file = _bench.Write("chat.jsonl", Conversations);
        double Loss(string mode) => RecipeBench.Metrics(Sft(file, "max_steps=1", $"assistant_only_loss={mode}"))[0].Values["loss"];
        Assert.Equal(3, new[] { Loss("true"), Loss("false"), Loss("last") }.Distinct().Count());
    }

    [Fact]
    public void PreferencesMayBeConversations()
    {
        string file = _bench.Write("pairs.jsonl", """
            {"prompt": [{"role": "user", "content": "1+2="}], "chosen": [{"role": "assistant", "content": "3"}], "rejected": [{"role": "assistant", "content": "4"}]}
            {"chosen": [{"role": "user", "content": "1+2="}, {"role": "assistant", "content": "3"}], "rejected": [{"role": "user", "content": "1+2="}, {"role": "assistant", "content": "4"}]}
            """);
        (Tokenizer tokenizer, TokenizerConfig config) = TokenizerDirectory.Load(_bench.ModelPath);
        IReadOnlyList<PreferenceExample> read = JsonlPreferences.Read(file, tokenizer, 48, paired: true, new ConversationEncoder(tokenizer, config));
        Assert.Equal(2, read.Count);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(read[0].Answers[i].Ids, read[1].Answers[i].Ids);
            Assert.Equal(2, read[1].Answers[i].TargetCount);
        }
        Assert.Contains("needs a chat template", RecipeBench.Line<RecipeException>(() => JsonlPreferences.Read(file, tokenizer, 48, paired: true)));
    }

    [Fact]
    public void AConversationThatTheTemplateRefusesIsNamed()
    {
        string file = _bench.Write("broken.jsonl", "{\"messages\": {}}");
        Assert.StartsWith($"{file}:1: a conversation is a list of messages", RecipeBench.Line<RecipeException>(() => Sft(file)));
        File.WriteAllText(Path.Combine(_bench.ModelPath, "chat_template.jinja"), "{{ raise_exception('no roles') }}");
        file = _bench.Write("chat.jsonl", Conversations);
        Assert.Contains("no roles", RecipeBench.Line<RecipeException>(() => Sft(file)));
    }

    [Fact]
    public void PackedFineTuningHasTheBitsOfUnpackedFineTuning()
    {
        string file = _bench.Write("pairs.jsonl", Pairs);
        int[] lengths = [.. Read(file, ChatMask.None).Select(s => s.Ids.Length)];
        int limit = 2 * lengths.Max();
        Assert.True(limit < 3 * lengths.Min(), "Two of these examples fill a pack, whichever they are.");
        string unpacked = Sft(file, "batch_size=4", "max_steps=5", $"max_length={limit}");
        foreach (int microBatch in (int[])[1, 3, 64])
            RecipeBench.SameOutcome(unpacked, Sft(file, "packing=true", "batch_size=2", "max_steps=5", $"max_length={limit}", $"micro_batch={microBatch}"));
    }

    [Fact]
    public void PacksKeepTheOrderAndTheLimit()
    {
        var source = new Lengths(3, 4, 2, 9, 1, 1, 5, 2);
        var packs = new PackedSequences(source, 7);
        Assert.Equal([3, 4], packs.At(0).Select(s => s.Ids.Length));
        Assert.Equal([2], packs.At(1).Select(s => s.Ids.Length));
        Assert.Equal([9], packs.At(2).Select(s => s.Ids.Length));
        Assert.Equal([1, 1, 5], packs.At(3).Select(s => s.Ids.Length));
        Assert.Equal([2, 3], packs.At(4).Select(s => s.Ids.Length));
        var fresh = new PackedSequences(source, 7);
        Assert.Equal(packs.At(6).Select(s => s.Ids.Length), fresh.At(6).Select(s => s.Ids.Length));
        Assert.Equal([3, 4], fresh.At(0).Select(s => s.Ids.Length));
    }

    private sealed class Lengths(params int[] lengths) : ISequenceSource
    {
        public string Description => "lengths";

        public TrainingSequence At(long position) => new(new int[lengths[position % lengths.Length]], 1);
    }
}
