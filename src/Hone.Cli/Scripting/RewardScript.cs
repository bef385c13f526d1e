using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Hone.Training.Rewards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Hone.Cli.Scripting;

/// <summary>
/// A reward written as a C# script beside the recipe (<c>reward.csx</c>). The members of <see cref="RewardSample"/> are in
/// scope by name; the script ends in an expression of type <c>double?</c> without a semicolon, or returns one; null means
/// not judged. It is compiled once and runs with the user's own rights: it is a program, not data.
/// </summary>
internal static class RewardScript
{
    private const string TheScript = "Correct the script at that place and run it again.";

    private static readonly string[] Imports =
        ["System", "System.Collections.Generic", "System.Globalization", "System.Linq", "System.Text.RegularExpressions", "Hone.Verification"];

    /// <summary>Compiles a file.</summary>
    /// <exception cref="RewardScriptException">The file cannot be read or does not compile.</exception>
    internal static RewardFunction Load(string path)
    {
        string code;
        try
        {
            code = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RewardScriptException($"{path}: cannot be read: {e.Message}", "'script' in a recipe is a path that begins at the recipe's folder.", e);
        }
        return Compile(code, path);
    }

    /// <summary>Compiles text.</summary>
    /// <param name="code">C# in script form.</param>
    /// <param name="name">What messages call it.</param>
    /// <returns>The reward; what it throws is a <see cref="RewardScriptException"/> with the script's name and line.</returns>
    /// <exception cref="RewardScriptException">The script does not compile; the message gives the first error's place.</exception>
    internal static RewardFunction Compile(string code, string name)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Latest, kind: SourceCodeKind.Script), name);
        CSharpCompilation compilation = CSharpCompilation.CreateScriptCompilation(
            "RewardScript", tree, RunningReferences.All([typeof(RewardSample).Assembly]), Options(), returnType: typeof(double?), globalsType: typeof(RewardSample));
        RefuseErrors(compilation.GetDiagnostics(), name);
        if (!GivesValue(tree))
            throw new RewardScriptException($"{name}: the script gives no value", "End it with an expression without a semicolon, or return one; null means not judged.");
        return Emit(compilation, name);
    }

    private static CSharpCompilationOptions Options() => new(
        OutputKind.DynamicallyLinkedLibrary, usings: Imports, optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Disable);

    private static RewardFunction Emit(CSharpCompilation compilation, string name)
    {
        using var program = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(program, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        RefuseErrors(result.Diagnostics, name);
        program.Position = symbols.Position = 0;
        Assembly assembly = new AssemblyLoadContext(name).LoadFromStream(program, symbols);
        IMethodSymbol entry = compilation.GetEntryPoint(default)!;
        MethodInfo factory = assembly.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return Wrap(factory.CreateDelegate<Func<object?[], Task<double?>>>(), new ScriptSymbols(assembly, symbols.ToArray()), name);
    }

    private static RewardFunction Wrap(Func<object?[], Task<double?>> script, ScriptSymbols symbols, string name) => sample =>
    {
        double? reward;
        try
        {
            // Slot 0 holds the members in scope, slot 1 takes the script's own state.
            reward = script([sample, null]).GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            int line = symbols.LineOf(e);
            throw new RewardScriptException($"{name}{(line > 0 ? $":{line}" : "")}: {e.GetType().Name}: {e.Message}", "Correct the script; a sample that it cannot judge is null.", e);
        }
        return reward is { } value && !double.IsFinite(value)
            ? throw new RewardScriptException($"{name}: the reward is {FormattableString.Invariant($"{value}")}", "Return a finite number, or null for not judged.")
            : reward;
    };

    private static void RefuseErrors(IEnumerable<Diagnostic> diagnostics, string name)
    {
        if (diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start).FirstOrDefault() is not { } first) return;
        LinePosition at = first.Location.GetLineSpan().StartLinePosition;
        throw new RewardScriptException($"{name}:{at.Line + 1}:{at.Character + 1}: {first.Id}: {first.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}", TheScript);
    }

    // Without this a script that ends in a semicolon would judge nothing, and no run would say why.
    private static bool GivesValue(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        if (root.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } }) return true;
        return root.Members.OfType<GlobalStatementSyntax>()
            .SelectMany(m => m.Statement.DescendantNodesAndSelf(n => n is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)))
            .Any(n => n is ReturnStatementSyntax { Expression: not null } or ThrowStatementSyntax);
    }
}
