using Hone.Cli.Errors;
using Hone.Evaluation.Tasks;
using Hone.Evaluation.Tasks.Stories;
using Hone.Evaluation.Tasks.Tracker;
using Hone.Training.Configuration;

namespace Hone.Cli.BuiltIn;

/// <summary>Finds tasks: a JSONL file, or the name of a task of the program.</summary>
internal static class TaskLibrary
{
    /// <summary>Names of the program's own tasks.</summary>
    internal static IReadOnlyList<string> Names { get; } = [TrackerTask.Name, StoryTask.Name];

    /// <summary>The task of a name or file; a file that is there wins.</summary>
    /// <param name="nameOrPath">As it was typed.</param>
    /// <param name="file">How a file is read; the program's own tasks bring their settings. Null is the default: exact match, a tenth held out.</param>
    /// <exception cref="UserException">There is neither.</exception>
    /// <exception cref="TaskFormatException">The file is no task.</exception>
    internal static EvalTask Find(string nameOrPath, JsonlTaskOptions? file = null)
    {
        if (File.Exists(nameOrPath)) return JsonlTask.Load(nameOrPath, file);
        if (nameOrPath == TrackerTask.Name) return TrackerTask.Create();
        if (nameOrPath == StoryTask.Name) return StoryTask.Create();
        string? nearest = NearestName.Of(nameOrPath, Names);
        throw new UserException(
            $"unknown task '{nameOrPath}': there is no such file and no task of that name",
            nearest is null ? $"Give a JSONL file with prompt and answer, or a task: {string.Join(", ", Names)}." : $"Did you mean '{nearest}'?");
    }
}
