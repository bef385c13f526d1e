namespace Hone.AcceptanceTests;

/// <summary>Reward scripts through the program itself, where references come from the running process.</summary>
public sealed class RewardScriptTests(TinyModel model)
{
    [Fact]
    public void AScriptThatCompiles()
    {
        string script = model.Write("good.csx", "Regex.IsMatch(Completion, \"#\" + Answer) ? 1.0 : 0.0\n");
        Assert.Contains("it compiles", HoneProcess.Run(model.Root, "inspect", script).AssertSucceeded().Out);
    }

    [Fact]
    public void AScriptThatDoesNotCompile()
    {
        model.Write("bad.csx", "var n = 1;\nComplexion.Length + n\n");
        HoneProcess.Run(model.Root, "inspect", "bad.csx").AssertRefused(1, "bad.csx:2:1: CS0103", "Complexion");
    }

    [Fact]
    public void AScriptThatIsNotThere() => HoneProcess.Run(model.Root, "inspect", "none.csx").AssertRefused(1, "none.csx");
}
