using System.Buffers.Binary;
using System.Text;

namespace Hone.AcceptanceTests;

/// <summary>Whatever is wrong with what the program is handed, it says so in one line, says what to do in another, and exits with 1 or 2.</summary>
public sealed class BadInputTests(TinyModel model)
{
    private string Damaged(string name, Func<byte[], byte[]> damage)
    {
        string path = model.Copy(name);
        string weights = Path.Combine(path, "model.safetensors");
        File.WriteAllBytes(weights, damage(File.ReadAllBytes(weights)));
        return path;
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    [InlineData(-1)]
    public void TruncatedWeights(int length)
    {
        string path = Damaged($"truncated{length}", bytes => bytes[..(length < 0 ? bytes.Length + length : length)]);
        HoneProcess.Run(model.Root, "generate", path, "Q: 1+1=").AssertRefused(1, "model.safetensors");
    }

    [Fact]
    public void OversizedHeader()
    {
        string path = Damaged("oversized", bytes =>
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, ulong.MaxValue / 2);
            return bytes;
        });
        HoneProcess.Run(model.Root, "generate", path, "Q: 1+1=").AssertRefused(1, "model.safetensors", "header");
        HoneProcess.Run(model.Root, "inspect", Path.Combine(path, "model.safetensors")).AssertRefused(1, "header");
    }

    [Fact]
    public void WrongShape()
    {
        // The norm's 32 numbers as [4, 8]: as many bytes, another shape.
        string path = Damaged("shape", bytes =>
        {
            int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            string header = Encoding.UTF8.GetString(bytes, 8, length);
            int at = header.IndexOf("[32]", header.IndexOf("model.norm.weight", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.True(at > 0, header);
            byte[] changed = Encoding.UTF8.GetBytes(header[..at] + "[4,8]" + header[(at + 4)..].TrimEnd());
            byte[] padded = [.. changed, .. Enumerable.Repeat((byte)' ', (8 - (changed.Length % 8)) % 8)];
            var prefix = new byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)padded.Length);
            return [.. prefix, .. padded, .. bytes[(8 + length)..]];
        });
        HoneProcess.Run(model.Root, "generate", path, "Q: 1+1=").AssertRefused(1, "model.norm.weight", "[32]", "[4, 8]");
    }

    [Fact]
    public void BrokenTokenizer()
    {
        string path = model.Copy("tokenizer");
        File.WriteAllText(Path.Combine(path, "tokenizer.json"), "{\"model\":");
        HoneProcess.Run(model.Root, "tokenize", path, "text").AssertRefused(1, "tokenizer.json");
    }

    [Fact]
    public void ContextOverflow() =>
        HoneProcess.Run(model.Root, "generate", "tiny", string.Concat(Enumerable.Repeat("1", TinyModel.ContextLength))).AssertRefused(1, "context", "48");

    [Fact]
    public void UnknownModel() => HoneProcess.Run(model.Root, "generate", "tinny", "Q:").AssertRefused(1, "unknown model 'tinny'", "Did you mean 'tiny'?");

    [Fact]
    public void NoModelInTheFolder()
    {
        Directory.CreateDirectory(Path.Combine(model.Root, "empty"));
        HoneProcess.Run(model.Root, "inspect", "empty").AssertRefused(1, "config.json");
    }

    [Fact]
    public void MisspeltRecipeKey()
    {
        model.Write("misspelt.yaml", "recipe: sft\nmodel: tiny\ndata: data.jsonl\nmax_step: 3\n");
        HoneProcess.Run(model.Root, "train", "misspelt.yaml").AssertRefused(1, "misspelt.yaml:4:1", "unknown key 'max_step'", "Did you mean 'max_steps'?");
    }

    [Fact]
    public void MisspeltOverride()
    {
        model.Write("sft.yaml", "recipe: sft\nmodel: tiny\ndata: data.jsonl\n");
        HoneProcess.Run(model.Root, "train", "sft.yaml", "lerning_rate=1").AssertRefused(1, "lerning_rate=1", "Did you mean 'learning_rate'?");
    }

    [Fact]
    public void UnknownOption() => HoneProcess.Run(model.Root, "generate", "tiny", "Q:", "--temprature", "1").AssertRefused(2, "--temperature");

    [Fact]
    public void UnknownCommand() => HoneProcess.Run(model.Root, "genarate").AssertRefused(2, "Did you mean 'generate'?");

    [Theory]
    [InlineData("--temperature", "-1")]
    [InlineData("--top-p", "2")]
    [InlineData("--n", "0")]
    public void ValuesOutOfRange(string option, string value) => HoneProcess.Run(model.Root, "generate", "tiny", "Q:", option, value).AssertRefused(1);

    [Fact]
    public void ATraceOnRequest()
    {
        HoneOutput output = HoneProcess.Run(model.Root, "generate", "tinny", "Q:", "--verbose");
        Assert.Contains("   at Hone.Cli.", output.Error);
        Assert.Equal(1, output.ExitCode);
    }
}
