using Hone.Evaluation.Results;
using Hone.Evaluation.Tasks;
using Hone.Inference;
using Hone.Models;
using Hone.Tokenizers;

namespace Hone.Evaluation.Running;

/// <summary>Samples completions of a task's held-out problems from a model and has the task judge them.</summary>
public static class EvalRunner
{
    /// <summary>Runs an evaluation. The same model, task, options and seed give the same completions.</summary>
    /// <param name="model">Samples; stays the caller's.</param>
    /// <param name="tokenizer">Text to ids and back.</param>
    /// <param name="stopTokenIds">Ids that end a completion.</param>
    /// <param name="task">Prompts, references and verifier.</param>
    /// <param name="options">How much and how.</param>
    /// <param name="cancellation">Honoured between decode steps.</param>
    /// <exception cref="ArgumentException">The task has no test problem, a prompt does not fit the context, or forced prompts are asked for and missing.</exception>
    public static EvalResults Run(
        Transformer model, Tokenizer tokenizer, IReadOnlyCollection<int> stopTokenIds, EvalTask task, EvalOptions options,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        TaskExample[] examples = [.. options.Problems == 0 ? task.Test : task.Test.Take(options.Problems)];
        if (examples.Length == 0)
            throw new ArgumentException($"The task {task.Name} has no held-out problem to evaluate on.", nameof(task));
        using var engine = new InferenceEngine(model);
        PromptEncoder prompts = options.Prompts ?? PromptEncoder.Text(tokenizer);
        var groups = new List<IReadOnlyList<Sequence>>(examples.Length);
        foreach (TaskExample example in examples)
        {
            string prompt = options.ForcedPrompts
                ? example.ForcedPrompt ?? throw new ArgumentException($"The task {task.Name} has no forced prompts.", nameof(options))
                : example.Prompt;
            groups.Add(engine.Submit(new GenerationRequest
            {
                PromptIds = prompts.Encode(prompt),
                Count = options.Samples,
                MaximumNewTokens = options.MaximumNewTokens,
                StopTokenIds = stopTokenIds,
                Sampling = options.Sampling,
                AdapterSlot = options.AdapterSlot,
                PromptId = ContentHash.Number(example.Id),
            }));
        }
        engine.RunToEnd(cancellation);
        var results = new List<EvalExampleResult>(examples.Length);
        for (int i = 0; i < examples.Length; i++)
        {
            TaskExample example = examples[i];
            results.Add(new EvalExampleResult(
                example.Id, options.ForcedPrompts ? example.ForcedPrompt! : example.Prompt, example.Answer,
                [.. groups[i].Select(s => Judge(task, example, tokenizer, s))]));
        }
        return new EvalResults(task.Name, task.Version, results);
    }

    private static EvalSample Judge(EvalTask task, TaskExample example, Tokenizer tokenizer, Sequence sequence)
    {
        double sum = 0;
        foreach (float logProb in sequence.LogProbs)
            sum += logProb;
        int count = sequence.TokenIds.Length;
        return EvalSample.Judge(
            task, example, CompletionText.Of(tokenizer, sequence), count, sum / Math.Max(1, count), sequence.Finish == FinishReason.Stop);
    }
}
