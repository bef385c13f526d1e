namespace Hone.AcceptanceTests;

/// <summary>A GGUF file in the place of a model folder, on the command line.</summary>
public sealed class GgufCommandTests(TinyModel model)
{
    [Fact]
    public void AFileAnswersAsTheFolderItWasMadeOf()
    {
        string folder = model.Copy("talker");
        File.WriteAllText(Path.Combine(folder, "chat_template.jinja"), "{% for m in messages %}{{ m['content'] }}{% if m['role'] == 'user' %} A:{% else %} Q:{% endif %}{% endfor %}");
        HoneProcess.Run(model.Root, "export", "talker", "--gguf", "talker.gguf", "--type", "f32").AssertSucceeded();
        foreach (string[] command in (string[][])
        [
            ["tokenize", "MODEL", "Q: 12+30= A:"],
            ["generate", "MODEL", "Q: 12+30= A:", "--greedy", "--max-new-tokens", "8", "--logprobs"],
            ["generate", "MODEL", "Q: 7+5= A:", "--seed", "3", "--n", "2", "--max-new-tokens", "8"],
        ])
            Assert.Equal(Run("", command, "talker").Out, Run("", command, "talker.gguf").Out);

        string[] chat = ["chat", "MODEL", "--temperature", "0", "--max-new-tokens", "3"];
        HoneOutput spoken = Run("Q: 7+5=\n20-4=\n/exit\n", chat, "talker.gguf");
        Assert.Equal(Run("Q: 7+5=\n20-4=\n/exit\n", chat, "talker").Out, spoken.Out);
        Assert.Contains("kept from before", spoken.Error);
        Assert.Contains("tokens/s; generation: ", spoken.Error);
        HoneProcess.Run(model.Root, "chat", "nothing.gguf").AssertRefused(1, "nothing.gguf");
    }

    private HoneOutput Run(string input, string[] command, string name) =>
        HoneProcess.Run(model.Root, input, [.. command.Select(word => word == "MODEL" ? name : word)]).AssertSucceeded();
}
