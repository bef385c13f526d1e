using Hone.Cli.BuiltIn;
using Hone.Cli.Hub;
using Hone.Cli.Output;

namespace Hone.Cli;

/// <summary>What every command is handed: where it reads and writes, what is built in, the clock, and the wish to stop.</summary>
internal sealed record CliContext(Terminal Terminal, BuiltInFiles BuiltIn, TimeProvider Clock, CancellationToken Cancellation)
{
    internal ModelLibrary Models { get; } = new(BuiltIn, name => HubEnvironment.OfProcess().FindCached(name));

    internal RecipeLibrary Recipes { get; } = new(BuiltIn);
}
