using System.CommandLine;
using System.IO.Enumeration;
using Hone.Cli.Errors;
using Hone.Cli.Hub;
using Hone.Cli.Output;
using Hone.Models.Hub;

namespace Hone.Cli.Commands;

/// <summary><c>hone pull</c>: fetches a model into the cache that other programs use too, and prints its folder.</summary>
internal static class PullCommand
{
    internal static Command Create(CliContext context)
    {
        var model = new Argument<string>("MODEL") { Description = "user/repo or user/repo:revision; the path of a model folder is printed as it is." };
        var include = new Option<string[]>("--include") { Description = "Files to fetch, such as '*.gguf'; several may be given. Default: what hone reads.", DefaultValueFactory = _ => [] };
        var command = new Command("pull", "Fetch a model from a Hugging Face hub (HF_ENDPOINT, HF_TOKEN, HF_HUB_CACHE, HF_HUB_OFFLINE). An interrupted fetch goes on.") { model, include };
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(model);
            if (Directory.Exists(name))
            {
                context.Terminal.Out.WriteLine(name);
                return ExitCode.Success;
            }
            HubModelName hub = HubModelName.TryParse(name)
                ?? throw new UserException($"'{name}' is neither a folder nor user/repo[:revision]", "Write a name such as HuggingFaceTB/SmolLM2-135M, or the path of a model folder.", ExitCode.Usage);
            return Pull(hub, parsed.GetValue(include) ?? [], context);
        });
        return command;
    }

    private static int Pull(HubModelName name, string[] patterns, CliContext context)
    {
        HubOptions options = HubEnvironment.OfProcess().Options(context.Clock);
        // Redirects are followed by the hub client, which keeps the token at home; it has its own limits of time too.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds) };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        Func<string, bool>? include = patterns.Length == 0 ? null : file => patterns.Any(p => FileSystemName.MatchesSimpleExpression(p, file));
        TextWriter error = context.Terminal.Error;
        string? current = null;
        HubSnapshot snapshot = new HubClient(client, options).PullAsync(name, include, progress =>
        {
            bool done = progress.Bytes == progress.TotalBytes;
            if (!context.Terminal.IsInteractive && !done && current == progress.File) return;
            current = progress.File;
            string line = $"[{progress.Index + 1}/{progress.Count}] {progress.File}  {Numbers.Bytes(progress.Bytes)}{(progress.TotalBytes is { } total ? $" of {Numbers.Bytes(total)}" : "")}";
            if (context.Terminal.IsInteractive && !done) error.Write($"\r{line}   ");
            else error.WriteLine(context.Terminal.IsInteractive ? $"\r{line}   " : line);
        }, context.Cancellation).GetAwaiter().GetResult();
        error.WriteLine($"{name}: {snapshot.Files.Count} files of commit {snapshot.Commit[..12]}, {Numbers.Bytes(snapshot.FetchedBytes)} fetched");
        context.Terminal.Out.WriteLine(snapshot.Path);
        return ExitCode.Success;
    }
}
