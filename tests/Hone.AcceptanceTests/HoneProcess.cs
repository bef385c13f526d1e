using System.Diagnostics;
using System.Text;

namespace Hone.AcceptanceTests;

/// <summary>What a run of the program gave.</summary>
public sealed record HoneOutput(int ExitCode, string Out, string Error)
{
    /// <summary>Fails unless the program refused: one line of what is wrong, one of what to do, no trace, nothing on standard output.</summary>
    public void AssertRefused(int exitCode, params string[] parts)
    {
        string[] lines = Error.TrimEnd().Split('\n');
        Assert.True(lines.Length == 2, $"expected two lines on standard error, got:\n{Error}");
        Assert.StartsWith("error: ", lines[0]);
        Assert.StartsWith("  ", lines[1]);
        Assert.Equal(exitCode, ExitCode);
        foreach (string part in parts) Assert.Contains(part, Error);
        Assert.DoesNotContain("   at ", Error);
    }

    /// <summary>Fails unless the program succeeded.</summary>
    public HoneOutput AssertSucceeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}:\n{Error}\n{Out}");
        return this;
    }
}

/// <summary>Starts the built program as a child process, as a user does.</summary>
public static class HoneProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static HoneOutput Run(string workingDirectory, params string[] arguments) => Run(workingDirectory, null, arguments);

    /// <summary>Runs another program that was built beside the tests.</summary>
    public static HoneOutput RunLibrary(string library, string workingDirectory, params string[] arguments)
    {
        using Process process = StartLibrary(library, workingDirectory, arguments);
        return Finish(process, null, arguments);
    }

    public static HoneOutput Run(string workingDirectory, string? input, string[] arguments)
    {
        using Process process = Start(workingDirectory, arguments);
        return Finish(process, input, arguments);
    }

    private static HoneOutput Finish(Process process, string? input, string[] arguments)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (input is not null) process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"hone {string.Join(' ', arguments)} did not end within {Patience}.");
        }
        return new HoneOutput(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>A started process with redirected streams; the caller waits and disposes.</summary>
    public static Process Start(string workingDirectory, params string[] arguments) => StartLibrary("hone.dll", workingDirectory, arguments);

    private static Process StartLibrary(string library, string workingDirectory, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, library));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
