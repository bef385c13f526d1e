using Hone.Evaluation.Running;
using Hone.Evaluation.Tasks;
using Hone.Inference;
using Hone.Training.Configuration;
using Hone.Training.Optimizers;
using Hone.Training.Runs;

namespace Hone.Training.Rollouts;

/// <summary>Draws groups of completions from the weights in training, with the engine that serves them. One prefill a group.</summary>
internal sealed class RolloutGenerator : IDisposable
{
    private readonly TrainedModel _trained;
    private readonly RlConfig _config;
    private readonly PromptEncoder _prompts;
    private readonly InferenceEngine _engine;
    private readonly IReadOnlyList<int> _stopTokenIds;

    /// <param name="trained">The model; not owned.</param>
    /// <param name="config">How much is drawn and how.</param>
    /// <param name="prompts">Prompts to ids; null gives them as texts to continue.</param>
    public RolloutGenerator(TrainedModel trained, RlConfig config, PromptEncoder? prompts = null)
    {
        (_trained, _config, _prompts) = (trained, config, prompts ?? PromptEncoder.Text(trained.Tokenizer));
        _engine = new InferenceEngine(trained.Model);
        _stopTokenIds = trained.StopTokenIds;
    }

    /// <summary>num_generations completions of each example, groups in the order of the examples.</summary>
    /// <param name="examples">The prompts.</param>
    /// <param name="generation">Number of the generation in the run: a prompt that comes again is continued anew.</param>
    /// <param name="cancellation">Honoured between decode steps; nothing is kept then.</param>
    /// <exception cref="NonFiniteException">The weights, or the distributions that they give, are not finite.</exception>
    public IReadOnlyList<Rollout> Generate(IReadOnlyList<TaskExample> examples, long generation, CancellationToken cancellation)
    {
        var groups = new List<IReadOnlyList<Sequence>>(examples.Count);
        for (int g = 0; g < examples.Count; g++)
        {
            groups.Add(_engine.Submit(new GenerationRequest
            {
                PromptIds = _prompts.Encode(examples[g].Prompt),
                Count = _config.NumGenerations,
                MaximumNewTokens = _config.MaxCompletionLength,
                StopTokenIds = _stopTokenIds,
                Sampling = new SamplingOptions
                {
                    Temperature = (float)_config.Temperature,
                    TopP = (float)_config.TopP,
                    TopK = _config.TopK,
                    MinP = (float)(_config.MinP ?? 0),
                    Seed = (ulong)_config.Run.Seed,
                },
                AdapterSlot = _trained.AdapterSlot,
                PromptId = unchecked((ulong)((generation * examples.Count) + g)),
            }));
        }
        _engine.RunToEnd(cancellation);
        var rollouts = new List<Rollout>(examples.Count * _config.NumGenerations);
        for (int g = 0; g < examples.Count; g++)
        {
            foreach (Sequence sequence in groups[g])
                rollouts.Add(ToRollout(examples[g], g, sequence));
        }
        RequireFinite(rollouts, generation);
        return rollouts;
    }

    // What is drawn from a NaN earns equal rewards, and equal rewards teach nothing: without this the run would go on in silence.
    private void RequireFinite(List<Rollout> rollouts, long generation)
    {
        int row = rollouts.FindIndex(r => r.LogProbs.Any(l => !float.IsFinite(l)));
        if (row < 0)
            return;
        long step = (generation * _config.StepsPerGeneration * _config.NumIterations) + 1;
        NonFiniteException.RequireFinite(_trained.Model.Backend, _trained.Model.AllParameters, step);
        int token = Array.FindIndex(rollouts[row].LogProbs, l => !float.IsFinite(l));
        throw new NonFiniteException(
            $"Step {step}: the log-probability of token {token} of completion {row} is not finite although all weights are: the forward pass overflows. Lower the learning rate; nothing was updated.");
    }

    private Rollout ToRollout(TaskExample example, int group, Sequence sequence) => new()
    {
        Example = example,
        Group = group,
        PromptIds = [.. sequence.Request.PromptIds],
        CompletionIds = sequence.TokenIds.ToArray(),
        LogProbs = sequence.LogProbs.ToArray(),
        Entropies = sequence.Entropies.ToArray(),
        KeptIds = sequence.KeptIds,
        Text = CompletionText.Of(_trained.Tokenizer, sequence),
        Terminated = sequence.Finish == FinishReason.Stop,
        DeclaredLength = sequence.DeclaredLength,
        WeightVersion = sequence.WeightVersion,
    };

    public void Dispose() => _engine.Dispose();
}
