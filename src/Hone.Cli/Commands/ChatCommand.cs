using System.CommandLine;
using Hone.Cli.Errors;
using Hone.Inference;
using Hone.Models;
using Hone.Tokenizers;

namespace Hone.Cli.Commands;

/// <summary><c>hone chat</c>: a conversation with a model through its chat template. A line of input is a turn; answers stream to standard output.</summary>
internal static class ChatCommand
{
    internal static Command Create(CliContext context)
    {
        var model = new Argument<string>("MODEL") { Description = "Model folder or .gguf file, or the name of a built-in or fetched model." };
        var system = new Option<string?>("--system") { Description = "Text of a system turn at the beginning." };
        var maximum = new Option<int>("--max-new-tokens") { Description = "Tokens of an answer at most.", DefaultValueFactory = _ => 512 };
        var temperature = new Option<float?>("--temperature") { Description = "Divides the logits; 0 is greedy. Default: the model's own, else 1." };
        var topK = new Option<int?>("--top-k") { Description = "Only the k likeliest tokens; 0 is all." };
        var topP = new Option<float?>("--top-p") { Description = "Only the likeliest tokens that reach this probability together; 1 is all." };
        var seed = new Option<ulong>("--seed") { Description = "Equal seeds and turns give equal answers.", DefaultValueFactory = _ => 0 };
        var threads = new Option<int>("--threads") { Description = "Compute threads, 0 is one a processor; changes no token.", DefaultValueFactory = _ => 0 };
        var adapter = new Option<string?>("--adapter") { Description = "Adapter folder of PEFT or of 'hone train', used with the model." };
        Option<string> type = WeightTypeOption.Create();
        Option<string> cache = CacheTypeOption.Create();
        var command = new Command("chat", "Talk to a model. /reset begins anew, /exit or the end of input ends.")
        {
            model, system, maximum, temperature, topK, topP, seed, adapter, threads, type, cache,
        };
        command.SetAction(parsed =>
        {
            string path = context.Models.Resolve(parsed.GetRequiredValue(model));
            using LoadedModel loaded = LoadedModel.Open(path, parsed.GetValue(threads), WeightTypeOption.Parse(parsed.GetValue(type)), parsed.GetValue(adapter), CacheTypeOption.Parse(parsed.GetValue(cache)));
            loaded.WarnOfBase(context.Terminal);
            TokenizerConfig settings = loaded.TokenizerConfig;
            if (settings.ChatTemplate is null)
                throw new UserException($"{path}: the model has no chat template", "Continue a text with 'hone generate', or take a model with a chat_template.jinja.");
            GenerationConfig? defaults = loaded.Generation is { DoSample: true } own ? own : null;
            var request = new GenerationRequest
            {
                PromptIds = [],
                MaximumNewTokens = parsed.GetValue(maximum),
                StopTokenIds = loaded.StopTokenIds,
                AdapterSlot = loaded.AdapterSlot,
                Sampling = new SamplingOptions
                {
                    Temperature = parsed.GetValue(temperature) ?? (float?)defaults?.Temperature ?? 1f,
                    TopK = parsed.GetValue(topK) ?? defaults?.TopK ?? 0,
                    TopP = parsed.GetValue(topP) ?? (float?)defaults?.TopP ?? 1f,
                    MinP = (float?)defaults?.MinP ?? 0f,
                    Seed = parsed.GetValue(seed),
                },
            };
            using var session = new ChatSession(loaded, ChatEncoder.From(loaded.Tokenizer, settings, clock: context.Clock), parsed.GetValue(system), request, context);
            return session.Run();
        });
        return command;
    }
}
