using Hone.Cli;
using Hone.Cli.BuiltIn;
using Hone.Cli.Output;

using var interruption = new Interruption(Console.Error);
var context = new CliContext(Terminal.Standard(), BuiltInFiles.OfProgram(), TimeProvider.System, interruption.Token);
return HoneCommand.Run(args, context);
