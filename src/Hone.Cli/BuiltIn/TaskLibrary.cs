using Hone.Cli.Errors;
using Hone.Evaluation.Tasks;
using Hone.Evaluation.Tasks.Tracker;
using Hone.Training.Configuration;

namespace Hone.Cli.BuiltIn;

/// <summary>Finds tasks: a JSONL file, or the name of a task of the program.</summary>
internal static class TaskLibrary
{
    /// <summary>Names of the program's own tasks.</summary>
    internal static IReadOnlyList<string> Names { get; } = [TrackerTask.Name];

    /// <summary>The task of a name or file; a file that is there wins.</summary>
    /// <param name="nameOrPath">As it was typed.</param>
    /// <param name="verifier">How a file's answers are judged; the program's tasks bring their own.</param>
    /// <param name="all">Whether all problems of a file are test problems.</param>
    /// <exception cref="UserException">There is neither.</exception>
    /// <exception cref="TaskFormatException">The file is no task.</exception>
    internal static EvalTask Find(string nameOrPath, string verifier, bool all)
    {
        if (File.Exists(nameOrPath))
        {
            var options = new JsonlTaskOptions { Verifier = verifier };
            EvalTask task = JsonlTask.Load(nameOrPath, all ? options with { TestShare = 1 } : options);
            return task.Test.Count > 0 ? task
                : throw new UserException($"{nameOrPath}: none of its {task.Train.Count} problems is held out", "Use --all to measure on all of them.");
        }
        if (nameOrPath == TrackerTask.Name) return TrackerTask.Create();
        string? nearest = NearestName.Of(nameOrPath, Names);
        throw new UserException(
            $"unknown task '{nameOrPath}': there is no such file and no task of that name",
            nearest is null ? $"Give a JSONL file with prompt and answer, or a task: {string.Join(", ", Names)}." : $"Did you mean '{nearest}'?");
    }
}
