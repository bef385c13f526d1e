using System.CommandLine;
using Hone.Inference;
using Hone.Models;
using Hone.Tokenizers;

namespace Hone.Cli.Commands;

/// <summary><c>hone generate</c>: continues a prompt. Text goes to standard output while it is drawn, the speed to standard error.</summary>
internal static class GenerateCommand
{
    internal static Command Create(CliContext context)
    {
        var model = new Argument<string>("MODEL") { Description = "Model folder or .gguf file, or the name of a built-in model such as hone-base." };
        var prompt = new Argument<string>("PROMPT") { Description = "The text to continue, or '-' for standard input." };
        var maximum = new Option<int>("--max-new-tokens") { Description = "Tokens drawn at most.", DefaultValueFactory = _ => 256 };
        var temperature = new Option<float?>("--temperature") { Description = "Divides the logits; 0 is greedy. Default: the model's own, else 1." };
        var topK = new Option<int?>("--top-k") { Description = "Only the k likeliest tokens; 0 is all." };
        var topP = new Option<float?>("--top-p") { Description = "Only the likeliest tokens that reach this probability together; 1 is all." };
        var minP = new Option<float?>("--min-p") { Description = "Only tokens at least this share as likely as the likeliest; 0 is all." };
        var greedy = new Option<bool>("--greedy") { Description = "Take the likeliest token; the same as --temperature 0." };
        var seed = new Option<ulong>("--seed") { Description = "Equal seeds give equal texts.", DefaultValueFactory = _ => 0 };
        var count = new Option<int>("--n", "-n") { Description = "Continuations.", DefaultValueFactory = _ => 1 };
        var logprobs = new Option<bool>("--logprobs") { Description = "After each text, list its tokens with their log-probabilities." };
        var adapter = new Option<string?>("--adapter") { Description = "Adapter folder of PEFT or of 'hone train', used with the model." };
        var threads = new Option<int>("--threads") { Description = "Compute threads, 0 is one a processor; changes no token.", DefaultValueFactory = _ => 0 };
        Option<string> type = WeightTypeOption.Create();
        Option<string> cache = CacheTypeOption.Create();
        var command = new Command("generate", "Continue a prompt.")
        {
            model, prompt, maximum, temperature, topK, topP, minP, greedy, seed, count, logprobs, adapter, threads, type, cache,
        };
        command.SetAction(parsed =>
        {
            using LoadedModel loaded = LoadedModel.Open(context.Models.Resolve(parsed.GetRequiredValue(model)), parsed.GetValue(threads), WeightTypeOption.Parse(parsed.GetValue(type)), parsed.GetValue(adapter), CacheTypeOption.Parse(parsed.GetValue(cache)));
            loaded.WarnOfBase(context.Terminal);
            GenerationConfig? defaults = loaded.Generation is { DoSample: true } own ? own : null;
            var request = new GenerationRequest
            {
                PromptIds = loaded.Tokenizer.Encode(TextArgument.Read(parsed.GetRequiredValue(prompt), context), EncodeOptions.AddSpecialTokens),
                Count = parsed.GetValue(count),
                MaximumNewTokens = parsed.GetValue(maximum),
                StopTokenIds = loaded.StopTokenIds,
                AdapterSlot = loaded.AdapterSlot,
                Sampling = new SamplingOptions
                {
                    Temperature = parsed.GetValue(greedy) ? 0f : parsed.GetValue(temperature) ?? (float?)defaults?.Temperature ?? 1f,
                    TopK = parsed.GetValue(topK) ?? defaults?.TopK ?? 0,
                    TopP = parsed.GetValue(topP) ?? (float?)defaults?.TopP ?? 1f,
                    MinP = parsed.GetValue(minP) ?? (float?)defaults?.MinP ?? 0f,
                    Seed = parsed.GetValue(seed),
                },
            };
            return Run(loaded, request, parsed.GetValue(logprobs), context);
        });
        return command;
    }

    private static int Run(LoadedModel loaded, GenerationRequest request, bool withLogProbs, CliContext context)
    {
        using var engine = new InferenceEngine(loaded.Model);
        IReadOnlyList<Sequence> sequences = engine.Submit(request);
        TextWriter output = context.Terminal.Out;
        var decoder = new StreamingDecoder(loaded.Tokenizer, skipSpecialTokens: true);
        var speed = new GenerationSpeed(context.Clock);
        speed.Begin();
        while (!engine.IsIdle && !context.Cancellation.IsCancellationRequested)
        {
            ReadOnlySpan<TokenEvent> events = engine.Step();
            speed.Count(events.Length);
            if (sequences.Count > 1) continue;
            foreach (TokenEvent drawnToken in events) output.Write(decoder.Add(drawnToken.TokenId));
        }
        speed.End(request.PromptIds.Count);
        if (sequences.Count == 1) output.WriteLine(decoder.Flush());
        for (int i = 0; i < sequences.Count; i++)
        {
            if (sequences.Count > 1) output.WriteLine($"[{i + 1}] {loaded.Tokenizer.Decode(sequences[i].TokenIds, skipSpecialTokens: true)}");
            if (withLogProbs) PrintLogProbs(loaded.Tokenizer, sequences[i], context);
        }
        context.Terminal.Error.WriteLine($"{speed}; {loaded.Backend.Description}");
        return engine.IsIdle ? ExitCode.Success : ExitCode.Interrupted;
    }

    private static void PrintLogProbs(Tokenizer tokenizer, Sequence sequence, CliContext context)
    {
        var rows = new List<IReadOnlyList<string>>();
        for (int i = 0; i < sequence.TokenIds.Length; i++)
        {
            int id = sequence.TokenIds[i];
            rows.Add([FormattableString.Invariant($"{id}"), FormattableString.Invariant($"{sequence.LogProbs[i]:0.000000}"), TokenizeCommand.Quote(tokenizer.TokenBytes(id))]);
        }
        context.Terminal.Table(["id", "logprob", "text"], rows);
    }
}
