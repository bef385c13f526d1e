using System.CommandLine;
using Hone.Cli.BuiltIn;
using Hone.Cli.Errors;
using Hone.Cli.Training;

namespace Hone.Cli.Commands;

/// <summary><c>hone train</c>: runs a recipe, measures what it would take, or goes on with an interrupted run.</summary>
internal static class TrainCommand
{
    internal static Command Create(CliContext context)
    {
        var recipe = new Argument<string>("RECIPE") { Description = "YAML file, or the name of a built-in recipe such as sharpen." };
        var overrides = new Argument<string[]>("key=value") { Description = "Values that replace the recipe's, such as max_steps=10 or rewards.0.weight=2.", Arity = ArgumentArity.ZeroOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Do two steps aside, say what the run would take in minutes and bytes, and write nothing." };
        var resume = new Option<bool>("--resume") { Description = "Go on from the newest checkpoint of output_dir, to the same bits." };
        var command = new Command("train", "Run a recipe. Ctrl-C finishes the step, saves, and exits with 130; --resume goes on.") { recipe, overrides, dryRun, resume };
        command.SetAction(parsed =>
        {
            string[] values = parsed.GetValue(overrides) ?? [];
            if (values.FirstOrDefault(v => v.IndexOf('=') <= 0) is { } wrong)
                throw new UserException($"'{wrong}' is no key=value", "Write overrides after the recipe, such as max_steps=10.", ExitCode.Usage);
            RecipeSource source = context.Recipes.Find(parsed.GetRequiredValue(recipe));
            PreparedRecipe prepared = PreparedRecipe.Read(source, values, context.Models);
            return parsed.GetValue(dryRun)
                ? DryRun.Print(prepared, context)
                : TrainingLauncher.Run(prepared, parsed.GetValue(resume), context);
        });
        return command;
    }
}
