using Hone.Evaluation.Running;
using Hone.Evaluation.Tasks;
using Hone.Models;
using Hone.Training.Advantages;
using Hone.Training.Configuration;
using Hone.Training.Optimizers;
using Hone.Training.Rewards;
using Hone.Training.Rollouts;
using Hone.Training.Runs;
using Hone.Training.Schedules;

namespace Hone.Training.Recipes;

/// <summary>
/// Reinforcement learning with verifiable rewards: groups of completions drawn from the weights in training, advantages
/// relative to the group (GRPO, arXiv 2402.03300), a policy loss, an update. Rollouts come from the same model, kernels and
/// arithmetic as the loss, so that an on-policy step is on-policy to the last bit; a step where it is not stops the run.
/// </summary>
public static class RlRecipe
{
    /// <summary>Runs a recipe to its end or an interruption.</summary>
    /// <param name="config">The recipe.</param>
    /// <param name="task">Prompts, references, verifier.</param>
    /// <param name="rewards">What completions are rewarded for; empty means the task's verifier.</param>
    /// <param name="context">Backend, progress, interruption, resume.</param>
    /// <exception cref="RecipeException">The recipe cannot be run: the model is not ready for it, or the run directory is in use; one line.</exception>
    /// <exception cref="RewardException">A reward threw; nothing was learned from that step.</exception>
    /// <exception cref="NonFiniteException">A gradient, a weight or a log-probability is not finite; nothing of that step was saved.</exception>
    /// <exception cref="OnPolicyException">Sampling and training disagree on a log-probability.</exception>
    public static RlResult Run(RlConfig config, EvalTask task, IReadOnlyList<NamedReward> rewards, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(rewards);
        ArgumentNullException.ThrowIfNull(context);
        if (rewards.Count == 0)
            rewards = [NamedReward.From(task.Verifier)];
        if (task.Train.Count == 0)
            throw new RecipeException($"task {task.Name}: it has no training prompt; lower its test share or give it more examples");
        using var run = new TrainingRun("rl", config.Run, context);
        var report = new RlReport(config, task, context, run.Directory);
        report.MeasureBefore();
        RecipeResult result = Train(config, task, rewards, run, context);
        if (result.ModelPath is { } modelPath)
            report.MeasureAfter(modelPath);
        return new RlResult(result, report.Write(result));
    }

    private static RecipeResult Train(RlConfig config, EvalTask task, IReadOnlyList<NamedReward> rewards, TrainingRun run, RunContext context)
    {
        using TrainedModel trained = TrainedModel.Open(config.Model, config.Lora, config.Quantize, run.ResumePath, config.Run.Seed, context.Backend);
        config.Run.ApplyTo(trained.Model);
        PromptEncoder prompts = trained.PromptsOf(task, config);
        RlPreflight.RequireRoom(config, task, trained, prompts);
        // With an adapter the reference is the same model without it.
        using Transformer? reference = config.Loss.NeedsReference && config.Lora is null ? ModelLoader.Load(config.Model, context.Backend) : null;
        reference?.CacheDType = config.Run.CacheDType;
        using IOptimizer optimizer = OptimizerFactory.Create(config.Optimizer, trained.Model);
        using var workspace = new GradientWorkspace(trained.Model);
        using var generator = new RolloutGenerator(trained, config, prompts);
        var policy = new PolicyStep(trained.Model, reference ?? trained.Model, config, workspace) { AdapterSlot = trained.AdapterSlot };
        LearningRateSchedule schedule = config.Schedule.Build(1.0, config.Run.MaxSteps);
        var order = new PromptOrder(task.Train, (ulong)config.Run.Seed);
        int updates = config.StepsPerGeneration * config.NumIterations;
        long step = run.Begin(optimizer);
        trained.SayWhatIsTrained(context);
        double seconds = 0;
        while (step < config.Run.MaxSteps && !run.IsInterrupted)
        {
            // One generation serves `updates` optimizer steps; checkpoints stand between generations.
            long start = context.Time.GetTimestamp(), generation = step / updates;
            int count = config.PromptsPerStep * config.StepsPerGeneration;
            IReadOnlyList<Rollout> rollouts = generator.Generate(order.At(generation * count, count), generation, CancellationToken.None);
            GroupAdvantageResult scored = RolloutScorer.Score(rollouts, rewards, config, generation);
            double generationSeconds = context.Time.GetElapsedTime(start).TotalSeconds;
            seconds += generationSeconds;
            run.Tokens += rollouts.Sum(r => (long)r.PromptIds.Length + r.CompletionIds.Length);
            for (int u = 0; u < updates && step < config.Run.MaxSteps; u++)
            {
                start = context.Time.GetTimestamp();
                int rows = config.PromptsPerStep * config.NumGenerations, first = u % config.StepsPerGeneration * rows;
                Rollout[] part = [.. rollouts.Skip(first).Take(rows)];
                (double loss, List<KeyValuePair<string, double>> lossMetrics) =
                    policy.Run(part, scored.Advantages[first..(first + rows)], reused: updates > 1);
                RequireOnPolicy(lossMetrics, step + 1);
                double factor = schedule.At((int)step);
                double norm = workspace.Update(optimizer, config.Optimizer.MaxGradNorm, factor, step + 1);
                step++;
                double updateSeconds = context.Time.GetElapsedTime(start).TotalSeconds;
                seconds += updateSeconds;
                var metrics = new List<KeyValuePair<string, double>>
                {
                    new("loss", loss),
                    new("grad_norm", norm),
                    new("learning_rate", config.Optimizer.LearningRate * factor),
                    new("num_tokens", run.Tokens),
                };
                metrics.AddRange(scored.Metrics);
                metrics.AddRange(CompletionMetrics.Of(part));
                metrics.AddRange(lossMetrics);
                metrics.Add(new("step_time", updateSeconds + (generationSeconds / updates)));
                metrics.Add(new("generation_time", generationSeconds / updates));
                run.Log(step, metrics);
            }
            if (run.SaveIsDue(step, updates))
                run.SaveCheckpoint(step, trained, optimizer);
        }
        bool finished = step >= config.Run.MaxSteps;
        run.SaveCheckpoint(step, trained, optimizer);
        if (finished)
            run.SaveModel(trained);
        return new RecipeResult(run.Directory.Root, finished ? run.ModelPath : null, step, !finished, seconds);
    }

    /// <exception cref="OnPolicyException">The step's difference is there and not 0.</exception>
    internal static void RequireOnPolicy(List<KeyValuePair<string, double>> metrics, long step)
    {
        foreach ((string key, double value) in metrics)
        {
            if (key == "sampling/sampling_logp_difference/max" && value != 0)
                throw new OnPolicyException(FormattableString.Invariant(
                    $"Step {step}: a log-probability recorded while sampling differs from the one in the loss by {value:R}, where the contract says 0. This is a bug in Hone or a broken machine; nothing was updated."));
        }
    }
}
