using Hone.Models;
using Hone.Tensors;
using Hone.Tokenizers;

[assembly: AssemblyFixture(typeof(Hone.AcceptanceTests.TinyModel))]

namespace Hone.AcceptanceTests;

/// <summary>A folder for the tests' files with a model of a few thousand parameters, made once.</summary>
public sealed class TinyModel : IDisposable
{
    public const int ContextLength = 48;

    public TinyModel()
    {
        Root = Directory.CreateTempSubdirectory("hone-acceptance-").FullName;
        Path = System.IO.Path.Combine(Root, "tiny");
        Make(Path);
    }

    /// <summary>A folder of their own; child processes run in it.</summary>
    public string Root { get; }

    /// <summary>The model's folder.</summary>
    public string Path { get; }

    /// <summary>A copy of the model under another name, to be damaged.</summary>
    public string Copy(string name)
    {
        string target = System.IO.Path.Combine(Root, name);
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(Path)) File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)), overwrite: true);
        return target;
    }

    /// <summary>Writes a text file into the folder and returns its path.</summary>
    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Root, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Make(string path)
    {
        ByteLevelBpe bpe = BpeTrainer.Train(
            ["Q: 12+30= A: 42.", "Q: 7+5= A: 12.", "Q: 20-4= A: 16. and the answer is the answer"],
            new BpeTrainerOptions { VocabularySize = 280, SpecialTokens = ["<|endoftext|>"], SingleDigits = true });
        var tokenizer = new ByteLevelBpe(bpe.Definition with { Special = new SpecialTokenIds(Bos: 0, Eos: 0) });
        var attention = new AttentionConfig(QueryHeads: 4, KeyValueHeads: 2, HeadDim: 8);
        var config = new TransformerConfig
        {
            VocabularySize = tokenizer.VocabularySize,
            Width = 32,
            Layers = TransformerConfig.Uniform(2, attention, new FeedForwardConfig(64)),
            RotaryDim = 8,
            ContextLength = ContextLength,
            TieEmbeddings = true,
            InitializerRange = 0.2,
            BosTokenId = 0,
            EosTokenIds = [0],
        };
        using var backend = new ReferenceBackend();
        using var model = new Transformer(config, new SeededParameterSource(backend, 7));
        ModelSaver.Save(path, HuggingFaceConfig.For(config), backend, model.Parameters, new ModelSaveOptions
        {
            WriteOthers = directory => TokenizerDirectory.Save(tokenizer, new TokenizerConfig { BosToken = "<|endoftext|>", EosToken = "<|endoftext|>" }, directory),
        });
    }
}
