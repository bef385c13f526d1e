using Hone.Evaluation.Doctor;
using Hone.Models;
using Hone.UnitTests.Models;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed class ModelDoctorTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Base => Path.GetFullPath(Path.Combine(ModelTestFiles.Reference("models"), "../../../../../models/hone-base"));

    private string Copy(string source, string name)
    {
        string target = _folder[name];
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(source))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return target;
    }

    private static void Replace(string folder, string file, string before, string after)
    {
        string path = Path.Combine(folder, file), text = File.ReadAllText(path);
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
    }

    private static DoctorFinding Single(IReadOnlyList<DoctorFinding> findings, FindingSeverity severity, string says) =>
        Assert.Single(findings, finding => finding.Severity == severity && finding.Message.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void ASoundModelHasNothingWrong() =>
        Assert.DoesNotContain(ModelDoctor.Examine(Base), finding => finding.Severity != FindingSeverity.Note);

    [Fact]
    public void AllTensorsThatDoNotFitAreNamed()
    {
        string folder = Copy(ModelTestFiles.Reference("models/llama"), "llama");
        Replace(folder, "config.json", "\"intermediate_size\": 112", "\"intermediate_size\": 96");
        IReadOnlyList<DoctorFinding> findings = ModelDoctor.Examine(folder);
        Single(findings, FindingSeverity.Error, "model.layers.0.mlp.down_proj.weight is [64, 112], [64, 96] is needed");
        Single(findings, FindingSeverity.Error, "and 4 more of the kind");
    }

    [Fact]
    public void ClaimedTypesEndsAndNotFiniteWeightsAreSeen()
    {
        string folder = Copy(ModelTestFiles.Reference("models/llama"), "llama");
        Replace(folder, "config.json", "\"dtype\": \"float32\"", "\"dtype\": \"bfloat16\"");
        string weights = Path.Combine(folder, "model.safetensors");
        byte[] bytes = File.ReadAllBytes(weights);
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 4), float.NaN);
        File.WriteAllBytes(weights, bytes);
        IReadOnlyList<DoctorFinding> findings = ModelDoctor.Examine(folder);
        Single(findings, FindingSeverity.Warning, "says that weights are BF16, most are F32");
        Single(findings, FindingSeverity.Error, "1 value(s) that are not finite");
        Single(findings, FindingSeverity.Warning, "there is no tokenizer.json");
        Single(findings, FindingSeverity.Warning, "no file names a token that ends a text");
    }

    [Fact]
    public void AConfigurationThatIsNotSupportedIsOneError()
    {
        string folder = Copy(ModelTestFiles.Reference("models/llama"), "llama");
        Replace(folder, "config.json", "\"llama\"", "\"mamba\"");
        DoctorFinding finding = Assert.Single(ModelDoctor.Examine(folder), f => f.Severity == FindingSeverity.Error);
        Assert.Contains("model_type", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(folder, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CopiesAreComparedByMeaningAndByValue()
    {
        string folder = Copy(ModelTestFiles.Reference("models/llama"), "llama"), other = Copy(folder, "other");
        Assert.Equal("the two hold the same model", Assert.Single(ModelDoctor.Compare(folder, other)).Message);
        // The older spelling of the same settings is no difference that matters.
        File.Copy(Path.Combine(other, "config.v4.json"), Path.Combine(other, "config.json"), overwrite: true);
        Assert.All(ModelDoctor.Compare(folder, other), finding => Assert.Equal(FindingSeverity.Note, finding.Severity));
        string weights = Path.Combine(other, "model.safetensors");
        byte[] bytes = File.ReadAllBytes(weights);
        bytes[^1] ^= 1;
        File.WriteAllBytes(weights, bytes);
        Single(ModelDoctor.Compare(folder, other), FindingSeverity.Error, "differs by up to");
    }

    [Theory]
    [InlineData(4, 64, null)]
    [InlineData(4, 48, "does not fit")]
    public void AnAdapterIsComparedWithTheWeightsItChanges(int rank, int inputs, string? says)
    {
        string adapter = _folder["adapter"];
        Directory.CreateDirectory(adapter);
        File.WriteAllText(Path.Combine(adapter, "adapter_config.json"), """{"peft_type":"LORA","r":4}""");
        var writer = new SafetensorsWriter();
        const string Target = "base_model.model.model.layers.0.self_attn.q_proj.";
        writer.Add(Target + "lora_A.weight", [rank, inputs], new float[rank * inputs]);
        writer.Add(Target + "lora_B.weight", [64, rank], new float[64 * rank]);
        writer.Save(Path.Combine(adapter, "adapter_model.safetensors"));
        IReadOnlyList<DoctorFinding> findings = ModelDoctor.Compare(ModelTestFiles.Reference("models/llama"), adapter);
        if (says is null)
            Assert.All(findings, finding => Assert.Equal(FindingSeverity.Note, finding.Severity));
        else
            Single(findings, FindingSeverity.Error, says);
    }
}
