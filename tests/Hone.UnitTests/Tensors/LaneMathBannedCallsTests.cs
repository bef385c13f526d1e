using System.Text.RegularExpressions;
using Xunit;

namespace Hone.UnitTests.Tensors;

/// <summary>
/// Rule 10 of the numeric contract: what can reach a tensor is computed by our own polynomials. Calls whose bits depend on the
/// instruction set or the platform's library are searched for in the sources of all libraries.
/// </summary>
public sealed partial class LaneMathBannedCallsTests
{
    // Places whose results are read by people and cannot reach a tensor; each with its reason.
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Hone.Evaluation/Reports/PlotAxis.cs"] = "tick marks of a chart",
        ["Hone.Tokenizers/Templates/Values/PyArithmetic.cs"] = "powers in chat templates: text, no tensor",
    };

    [GeneratedRegex(
        @"\bTensorPrimitives\b" +
        @"|\bVector(64|128|256|512)?\s*\.\s*(Sum|Dot|Exp|Log|Log2|Sin|Cos|SinCos|Hypot)\b" +
        @"|\bVector(64|128|256|512)?\s*\.\s*\w*Estimate\b" +
        @"|\.\s*(Reciprocal(?!Of)\w*|MultiplyAddEstimate)\s*\(" +
        @"|\b(MathF?|float|double|Half|Single|Double)\s*\.\s*(Exp\w*|Log|Log2|Log10|Log2P1|LogP1|Log10P1|Pow|Sin|Cos|SinCos|Tan|SinPi|CosPi|TanPi|Tanh|Sinh|Cosh|Asin\w*|Acos\w*|Atan\w*|Cbrt|RootN|Hypot|ReciprocalEstimate|ReciprocalSqrtEstimate)\s*[(;,)]" +
        @"|\busing\s+static\s+System\.MathF?\b")]
    private static partial Regex Banned();

    private static string SourceFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hone.slnx")))
                return Path.Combine(folder.FullName, "src");
        }
        Assert.Skip("The sources are not beside the tests.");
        return "";
    }

    private static IEnumerable<(string File, string Line)> Hits(string source)
    {
        foreach (string path in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories))
        {
            string file = Path.GetRelativePath(source, path).Replace('\\', '/');
            if (file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("/bin/", StringComparison.Ordinal))
                continue;
            foreach (string line in File.ReadLines(path))
            {
                int comment = line.IndexOf("//", StringComparison.Ordinal);
                if (Banned().IsMatch(comment < 0 ? line : line[..comment]))
                    yield return (file, line.Trim());
            }
        }
    }

    [Fact]
    public void NoLibraryCallsAFunctionWhoseBitsMove()
    {
        string source = SourceFolder();
        Assert.True(Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Count() > 20, "The source folder is almost empty.");
        (string File, string Line)[] found = [.. Hits(source).Where(hit => !Allowed.ContainsKey(hit.File))];
        Assert.True(found.Length == 0, string.Join('\n', found.Select(hit => $"{hit.File}: {hit.Line}")));
    }

    [Fact]
    public void EveryAllowanceIsNeeded()
    {
        HashSet<string> files = [.. Hits(SourceFolder()).Select(hit => hit.File)];
        Assert.All(Allowed, allowance => Assert.True(files.Contains(allowance.Key), $"{allowance.Key} ({allowance.Value}) needs no allowance any more."));
    }

    [Theory]
    [InlineData("y = MathF.Exp(x);", true)]
    [InlineData("y = Math.Pow(a, b) + 1;", true)]
    [InlineData("Select(MathF.Tanh)", true)]
    [InlineData("Vector256.Sum(v)", true)]
    [InlineData("Vector512.Dot(a, b)", true)]
    [InlineData("Avx512F.Reciprocal14(v)", true)]
    [InlineData("Vector128.ReciprocalSqrtEstimate(v)", true)]
    [InlineData("TensorPrimitives.Exp(x, y);", true)]
    [InlineData("double.Log2(x)", true)]
    [InlineData("y = ScalarMath.Exp(x);", false)]
    [InlineData("y = DeterministicMath.Pow(x, 2);", false)]
    [InlineData("MathF.Sqrt(MathF.FusedMultiplyAdd(a, b, MathF.Abs(c)))", false)]
    [InlineData("BitOperations.Log2(n)", false)]
    [InlineData("Vector512.FusedMultiplyAdd(a, b, c)", false)]
    public void TheSearchKnowsWhatItLooksFor(string line, bool banned) => Assert.Equal(banned, Banned().IsMatch(line));
}
