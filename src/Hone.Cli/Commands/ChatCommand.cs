using System.CommandLine;
using System.Text;
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
        var command = new Command("chat", "Talk to a model. /reset begins anew, /exit or the end of input ends.")
        {
            model, system, maximum, temperature, topK, topP, seed, adapter, threads, type,
        };
        command.SetAction(parsed =>
        {
            string path = context.Models.Resolve(parsed.GetRequiredValue(model));
            using LoadedModel loaded = LoadedModel.Open(path, parsed.GetValue(threads), WeightTypeOption.Parse(parsed.GetValue(type)), parsed.GetValue(adapter));
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
            return Talk(loaded, ChatEncoder.From(loaded.Tokenizer, settings, clock: context.Clock), parsed.GetValue(system), request, context);
        });
        return command;
    }

    private static int Talk(LoadedModel loaded, ChatEncoder encoder, string? system, GenerationRequest request, CliContext context)
    {
        (string, string)[] opening = system is null ? [] : [("system", system)];
        List<(string Role, string Content)> turns = [.. opening];
        using var engine = new InferenceEngine(loaded.Model);
        while (ReadLine(context) is { } line && line.Trim() != "/exit")
        {
            if (line.Trim() == "/reset")
            {
                turns = [.. opening];
                continue;
            }
            if (line.Trim().Length == 0) continue;
            turns.Add(("user", line));
            EncodedChat chat = encoder.Encode(ChatMessages.Of(turns), new ChatEncodeOptions { AddGenerationPrompt = true });
            if (chat.Ids.Length >= loaded.Model.Config.ContextLength)
            {
                turns.RemoveAt(turns.Count - 1);
                context.Terminal.Error.WriteLine($"The conversation would have {chat.Ids.Length} tokens, the model reads {loaded.Model.Config.ContextLength}: write less, or /reset.");
                continue;
            }
            turns.Add(("assistant", Answer(loaded, engine, request with { PromptIds = chat.Ids, PromptId = (ulong)turns.Count }, context)));
            if (context.Cancellation.IsCancellationRequested) return ExitCode.Interrupted;
        }
        return context.Cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Success;
    }

    private static string Answer(LoadedModel loaded, InferenceEngine engine, GenerationRequest request, CliContext context)
    {
        Sequence sequence = engine.Submit(request)[0];
        var decoder = new StreamingDecoder(loaded.Tokenizer, skipSpecialTokens: true);
        var answer = new StringBuilder();
        void Write(string text)
        {
            answer.Append(text);
            context.Terminal.Out.Write(text);
            context.Terminal.Out.Flush();
        }
        while (!engine.IsIdle)
        {
            if (context.Cancellation.IsCancellationRequested) engine.Cancel(sequence);
            foreach (TokenEvent drawn in engine.Step()) Write(decoder.Add(drawn.TokenId));
        }
        Write(decoder.Flush());
        context.Terminal.Out.WriteLine();
        if (sequence.Finish is FinishReason.Length or FinishReason.Context) context.Terminal.Error.WriteLine("(cut at the limit of tokens)");
        return answer.ToString();
    }

    // Waiting for a line ends with Ctrl-C too.
    private static string? ReadLine(CliContext context)
    {
        if (context.Terminal.IsInteractive) context.Terminal.Error.Write("> ");
        try
        {
            return Task.Run(context.Terminal.In.ReadLine).WaitAsync(context.Cancellation).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
