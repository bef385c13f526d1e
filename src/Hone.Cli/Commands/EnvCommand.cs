using System.CommandLine;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Hone.Cli.Output;
using Hone.Tensors;

namespace Hone.Cli.Commands;

/// <summary><c>hone env</c>: what the program runs on, for bug reports and for knowing which kernels were chosen.</summary>
internal static class EnvCommand
{
    internal static Command Create(CliContext context)
    {
        var command = new Command("env", "Show the version, the machine and the chosen kernels.");
        command.SetAction(_ =>
        {
            using var backend = new CpuBackend();
            string supported = string.Join(", ", Enum.GetValues<KernelSet>().Where(KernelSets.IsSupported));
            context.Terminal.Pairs(
            [
                ("hone", Version),
                ("contract", backend.ContractId),
                ("runtime", RuntimeInformation.FrameworkDescription),
                ("system", $"{RuntimeInformation.OSDescription} ({RuntimeInformation.RuntimeIdentifier})"),
                ("processor", ProcessorName()),
                ("threads", Numbers.Count(Environment.ProcessorCount)),
                ("kernels", $"{backend.Set} (supported: {supported})"),
                ("memory", Numbers.Bytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)),
                ("flush-to-zero", KeepsSubnormals(float.Epsilon) ? "off, as the contract needs" : "ON: results differ from the contract"),
                ("models", Known(context.Models.Names)),
                ("recipes", Known(context.Recipes.Names)),
            ]);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The program's version, without the commit.</summary>
    internal static string Version { get; } =
        (typeof(EnvCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    private static string Known(IReadOnlyList<string> names) => names.Count == 0 ? "none built in" : string.Join(", ", names);

    // Not inlined: a folded constant would not ask the processor.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool KeepsSubnormals(float tiny) => tiny + tiny == 2 * float.Epsilon && tiny * 2f > 0f;

    /// <summary>The processor's name and architecture.</summary>
    internal static string ProcessorName()
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        const string Information = "/proc/cpuinfo";
        if (!File.Exists(Information)) return architecture;
        string? line = File.ReadLines(Information).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        return line is null ? architecture : $"{line[(line.IndexOf(':') + 1)..].Trim()} ({architecture})";
    }
}
