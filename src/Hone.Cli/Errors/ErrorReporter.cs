using System.Globalization;
using System.Reflection;
using Hone.Cli.Scripting;
using Hone.Evaluation.Runs;
using Hone.Evaluation.Tasks;
using Hone.Models;
using Hone.Models.Hub;
using Hone.Tokenizers;
using Hone.Training.Configuration;
using Hone.Training.Optimizers;
using Hone.Training.Recipes;
using Hone.Training.Rollouts;

namespace Hone.Cli.Errors;

/// <summary>An error for people.</summary>
/// <param name="What">One line of what is wrong, with the file or the tensor.</param>
/// <param name="Do">One line of what to do.</param>
/// <param name="ExitCode">What the process returns.</param>
internal sealed record ErrorText(string What, string Do, int ExitCode);

/// <summary>Turns every exception into two lines and an exit code. A stack trace is shown only on request.</summary>
internal static class ErrorReporter
{
    private const string DidYouMean = "; did you mean ";
    private const string Write = "; write ";
    private const string Add = "; add ";

    /// <summary>Prints the two lines and returns the exit code.</summary>
    internal static int Report(Exception exception, TextWriter error, bool showTrace)
    {
        ErrorText text = Describe(exception);
        error.WriteLine($"error: {text.What}");
        if (text.Do.Length > 0) error.WriteLine($"  {text.Do}");
        if (showTrace) error.WriteLine(exception.ToString());
        return text.ExitCode;
    }

    internal static ErrorText Describe(Exception exception) => exception switch
    {
        AggregateException { InnerException: { } inner } => Describe(inner),
        TargetInvocationException { InnerException: { } inner } => Describe(inner),
        UserException e => Text(e.Message, e.Hint, e.Code),
        OperationCanceledException => Text("stopped before the end", "Run the same command again.", ExitCode.Interrupted),
        RewardScriptException e => Text(e.Message, e.Hint),
        RewardException { InnerException: RewardScriptException script } e => Text(e.Message, script.Hint),
        RewardException e => Text(e.Message, "Correct the reward, or let it give null where it cannot judge; --resume goes on from the last checkpoint."),
        OnPolicyException e => Text(e.Message, "Please report it with the output of 'hone env'; the last checkpoint is whole."),
        CheckpointFormatException e => Text(WithoutHint(e), e.Hint ?? "Fetch the file again, or look into it with 'hone inspect'."),
        TokenizerFormatException e => Text(e.Message, "Fetch the tokenizer's files again from where the model came from."),
        RecipeException e => Recipe(e.Message),
        TemplateException e => Text(e.Message, "Correct the conversation, or the model's chat_template.jinja; 'hone doctor' looks at it."),
        HubException e => Text(e.Message, e.Hint),
        TaskFormatException e => Text(e.Message, "Correct the file: one JSON object a line, with a prompt and an answer."),
        RunFormatException e => Text(e.Message, "Give a folder that 'hone train' wrote, or a new one to write to."),
        NonFiniteException e => Text(e.Message, "Go on from the last checkpoint with --resume and a smaller learning_rate."),
        UnencodableTextException e => Text(WithoutParameter(e), "Use a tokenizer whose vocabulary covers all bytes."),
        PlatformNotSupportedException e => Text(e.Message, "'hone env' says what this machine has."),
        OutOfMemoryException => Text("there is not enough memory", "Lower micro_batch, prompts_per_step or num_generations; 'hone train --dry-run' says what a run needs."),
        FileNotFoundException e => Text(e.FileName is { Length: > 0 } file ? $"{file}: no such file" : e.Message, "Check the path; a relative one begins at the current folder."),
        DirectoryNotFoundException e => Text(e.Message, "Check the path; a relative one begins at the current folder."),
        UnauthorizedAccessException e => Text(e.Message, "Check the permissions of the path, or give another."),
        InvalidDataException e => Text(e.Message, "The file is damaged or was written by another program; remove it or fetch it again."),
        IOException e => Text(e.Message, IsDiskFull(e) ? "Free some space, or give another folder; 'save_total_limit' keeps fewer checkpoints." : "Check that the path is there and can be written."),
        ArgumentOutOfRangeException e => Text(WithValue(e), "Change the value; '--help' after the command lists what it takes."),
        ArgumentException e => Text(WithoutParameter(e), "Change the input; '--help' after the command says what it takes."),
        _ => Text($"unexpected {exception.GetType().Name}: {exception.Message}", "This is a fault of hone: please report it with the output of the same command and --verbose."),
    };

    private static ErrorText Text(string what, string todo, int exitCode = ExitCode.Failure) => new(OneLine(what), OneLine(todo), exitCode);

    // Files and models can hold anything, and a control character would reach the terminal.
    private static string OneLine(string text)
    {
        string line = string.Join(' ', text.Split(['\r', '\n', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return string.Concat(line.Select(c => char.IsControl(c) ? '?' : c));
    }

    // A recipe's message ends in what to write where it knows that.
    private static ErrorText Recipe(string message)
    {
        foreach (string separator in (ReadOnlySpan<string>)[DidYouMean, Write, Add])
        {
            int at = message.LastIndexOf(separator, StringComparison.Ordinal);
            if (at < 0) continue;
            string todo = message[(at + 2)..];
            return Text(message[..at], char.ToUpperInvariant(todo[0]) + todo[1..]);
        }
        return Text(message, "Correct the recipe, or the key=value on the command line, and run it again.");
    }

    private static string WithoutHint(CheckpointFormatException e) =>
        e.Hint is { Length: > 0 } hint && e.Message.EndsWith(" " + hint, StringComparison.Ordinal) ? e.Message[..^(hint.Length + 1)] : e.Message;

    private static string WithoutParameter(ArgumentException e)
    {
        string message = e.Message;
        if (e.ParamName is null) return message;
        int at = message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        return at < 0 ? message : message[..at];
    }

    private static string WithValue(ArgumentOutOfRangeException e)
    {
        string message = WithoutParameter(e);
        return e.ActualValue is null ? message : string.Create(CultureInfo.InvariantCulture, $"{message.TrimEnd('.')}; got {e.ActualValue}");
    }

    // ENOSPC as the runtime reports it on Unix, and the two Windows codes.
    private static bool IsDiskFull(IOException e) => (e.HResult & 0xFFFF) is 28 or 39 or 112;
}
