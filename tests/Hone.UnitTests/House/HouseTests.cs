using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Hone.UnitTests.House;

/// <summary>Rules of the source tree that a compiler does not check.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] CodeFolders = ["src", "tests", "benchmarks", "experiments", "tools"];

    // What each library may refer to; arrows point down only. A new project gets its row here.
    private static readonly Dictionary<string, string[]> AllowedReferences = new()
    {
        ["Hone.Tensors"] = [],
        ["Hone.Tokenizers"] = [],
        ["Hone.Sandbox"] = [],
        ["Hone.Verification"] = ["Hone.Sandbox"],
        ["Hone.Models"] = ["Hone.Tensors"],
        ["Hone.Inference"] = ["Hone.Models", "Hone.Tokenizers"],
        ["Hone.Chat"] = ["Hone.Inference"],
        ["Hone.Evaluation"] = ["Hone.Inference", "Hone.Verification"],
        ["Hone.Training"] = ["Hone.Evaluation", "Hone.Inference"],
    };

    // The command line wires everything up, the experiments included, which lie beside src and refer down into it.
    private const string Top = "Hone.Cli", Experiments = "Hone.Experiments";

    [Fact]
    public void ReferencesPointDownOnly()
    {
        string[] projects = [.. RepositoryFolder.Files("src", "*.csproj")];
        Assert.True(projects.Length >= 8);
        foreach (string project in projects)
        {
            string name = Path.GetFileNameWithoutExtension(project);
            XDocument document = XDocument.Parse(RepositoryFolder.Read(project));
            Assert.DoesNotContain(document.Descendants(), e => e.Name.LocalName == "Reference");
            string[] references = [.. document.Descendants("ProjectReference").Select(e => Path.GetFileNameWithoutExtension(((string)e.Attribute("Include")!).Replace('\\', '/')))];
            if (name == Top)
            {
                Assert.All(references, r => Assert.Contains(r, AllowedReferences.Keys.Append(Experiments)));
                continue;
            }
            Assert.True(AllowedReferences.TryGetValue(name, out string[]? allowed), $"{project} is new: say in this test what it may refer to.");
            foreach (string reference in references)
                Assert.True(allowed.Contains(reference), $"{project} refers to {reference}; it may refer to [{string.Join(", ", allowed)}] only.");
        }
    }

    [Fact]
    public void ExperimentsReferToLibrariesOnly()
    {
        XDocument document = XDocument.Parse(RepositoryFolder.Read($"experiments/{Experiments}/{Experiments}.csproj"));
        string[] references = [.. document.Descendants("ProjectReference").Select(e => Path.GetFileNameWithoutExtension(((string)e.Attribute("Include")!).Replace('\\', '/')))];
        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.Contains(r, AllowedReferences.Keys));
    }

    [Fact]
    public void TheAllowedReferencesHaveNoCircle()
    {
        var placed = new HashSet<string>();
        while (placed.Count < AllowedReferences.Count)
        {
            string? next = AllowedReferences.Keys.FirstOrDefault(p => !placed.Contains(p) && AllowedReferences[p].All(placed.Contains));
            Assert.True(next is not null, "The projects that are left refer to each other in a circle.");
            placed.Add(next);
        }
    }

    [Fact]
    public void UnsafeCodeIsAllowedInTensorsOnly()
    {
        string[] files = [.. CodeFolders.SelectMany(f => RepositoryFolder.Files(f, "*.csproj")), "Directory.Build.props", "Directory.Packages.props"];
        string[] unsafeFiles = [.. files.Where(f => RepositoryFolder.Read(f).Contains("AllowUnsafeBlocks", StringComparison.OrdinalIgnoreCase))];
        Assert.Equal(["src/Hone.Tensors/Hone.Tensors.csproj"], unsafeFiles);
    }

    [Fact]
    public void PointersAndIntrinsicsStayInKernelsAndMemory()
    {
        foreach (string file in RepositoryFolder.Files("src", "*.cs"))
        {
            if (file.StartsWith("src/Hone.Tensors/Kernels/", StringComparison.Ordinal) || file.StartsWith("src/Hone.Tensors/Memory/", StringComparison.Ordinal))
                continue;
            Match match = UnsafeCode().Match(Code(file));
            Assert.False(match.Success, $"{file} has '{match.Value}'; that belongs into Hone.Tensors/Kernels or /Memory.");
        }
    }

    [Fact]
    public void NothingIsLeftToBeWritten()
    {
        foreach (string file in RepositoryFolder.Files("src", "*.cs"))
        {
            Match match = Unfinished().Match(RepositoryFolder.Read(file));
            Assert.False(match.Success, $"{file} has '{match.Value}'.");
        }
    }

    [Fact]
    public void FilesFitOnAFewScreens()
    {
        foreach (string file in RepositoryFolder.Files("src", "*.cs"))
        {
            string text = RepositoryFolder.Read(file);
            // A generated file says so in its first line and names its generator, which is in the repository.
            Match generated = GeneratedBy().Match(text);
            if (generated.Success)
            {
                Assert.True(File.Exists(Path.Combine(RepositoryFolder.Root, generated.Groups[1].Value)), $"{file} names {generated.Groups[1].Value}, which is not there.");
                continue;
            }
            int lines = text.Count(c => c == '\n');
            Assert.True(lines <= 500, $"{file} has {lines} lines; split it at 500.");
        }
    }

    [Fact]
    public void WhatReachesATensorUsesNoFunctionOfTheMachine()
    {
        // Their bits change with the instruction set or the runtime (numeric contract, rule 10).
        foreach (string folder in (string[])["src/Hone.Tensors", "src/Hone.Models", "src/Hone.Inference"])
        {
            foreach (string file in RepositoryFolder.Files(folder, "*.cs"))
            {
                Match match = MachineFunction().Match(Code(file));
                Assert.False(match.Success, $"{file} calls '{match.Value}'; use ScalarMath or DeterministicMath.");
            }
        }
    }

    [Fact]
    public void LibrariesDrawClocksRandomnessAndThreadsFromTheirCallers()
    {
        foreach (string file in RepositoryFolder.Files("src", "*.cs").Where(f => !f.StartsWith($"src/{Top}/", StringComparison.Ordinal)))
        {
            Match match = HiddenInput().Match(Code(file));
            Assert.False(match.Success, $"{file} uses '{match.Value}'; have it handed in.");
        }
    }

    [Fact]
    public void NoFileNamesAPlaceOnTheMachineItWasWrittenOn()
    {
        string[] patterns = ["*.cs", "*.csproj", "*.props", "*.md", "*.yaml", "*.yml", "*.json", "*.slnx", "*.csx"];
        foreach (string file in CodeFolders.Concat(["docs", "recipes"]).SelectMany(f => patterns.SelectMany(p => RepositoryFolder.Files(f, p))).Append("README.md"))
        {
            Match match = MachinePath().Match(RepositoryFolder.Read(file));
            Assert.False(match.Success, $"{file} names '{match.Value}'.");
        }
    }

    // Without comments and string literals: a sentence may speak of what code must not do.
    private static string Code(string file) => Commentary().Replace(RepositoryFolder.Read(file), " ");

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\"{3}.*?\"{3}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'""", RegexOptions.Singleline)]
    private static partial Regex Commentary();

    [GeneratedRegex(@"\bunsafe\b|System\.Runtime\.Intrinsics|\bstackalloc\s+\w+\s*\*|\bfixed\s*\(")]
    private static partial Regex UnsafeCode();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\A\uFEFF?// Written by (tools/\w+\.cs)")]
    private static partial Regex GeneratedBy();

    [GeneratedRegex(@"\bMathF?\.(?:Exp|Log|Log2|Log10|Log1P|Pow|Cbrt|Sin|Cos|SinCos|Tan|Sinh|Cosh|Tanh|Asin|Acos|Atan|Atan2)\s*\(|\b(?:float|double)\.(?:Exp|Log|Pow|Sin|Cos|Tan|Tanh)\w*\s*\(|\bTensorPrimitives\b|\bVector(?:64|128|256|512)?\.(?:Sum|Dot|Exp|Log|Sin|Cos)\s*\(|\w*Estimate\s*\(|\bApproximate(?:Reciprocal|ReciprocalSqrt)\w*\s*\(|\bReciprocal\w*14\s*\(")]
    private static partial Regex MachineFunction();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Utc)?Now\b|\bGuid\.NewGuid\b|\bnew Random\b|\bRandom\.Shared\b|\bParallel\.(?:For|ForEach|Invoke)\b|\bEnvironment\.GetEnvironmentVariable\b")]
    private static partial Regex HiddenInput();

    // Written in parts, so that this file passes its own test.
    [GeneratedRegex("/(?:wor" + "k|ho" + "me|Use" + @"rs|ro" + @"ot)/[A-Za-z0-9_.]+|[A-Z]:\\Use" + "rs")]
    private static partial Regex MachinePath();
}
