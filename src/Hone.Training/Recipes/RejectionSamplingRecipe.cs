using Hone.Evaluation.Running;
using Hone.Evaluation.Tasks;
using Hone.Training.Advantages;
using Hone.Training.Configuration;
using Hone.Training.Data;
using Hone.Training.Optimizers;
using Hone.Training.Rewards;
using Hone.Training.Rollouts;
using Hone.Training.Runs;
using Hone.Training.Schedules;

namespace Hone.Training.Recipes;

/// <summary>
/// Rejection-sampling fine-tuning (RFT, arXiv 2308.01825), on-policy: each step draws the completions that
/// <see cref="RlRecipe"/> would draw, keeps the correct ones and makes one step of next-token loss on them. It is the
/// baseline that reinforcement learning is compared with, at the same rollouts, optimizer and schedule.
/// </summary>
internal static class RejectionSamplingRecipe
{
    private const string Method = "Rejection-sampling fine-tuning";

    /// <summary>Runs to the end or an interruption.</summary>
    /// <param name="config">The recipe of the reinforcement learning run to compare with; its loss and advantages have no effect.</param>
    /// <param name="task">Prompts, references, and the verifier that keeps or rejects.</param>
    /// <param name="context">Backend, progress, interruption, resume.</param>
    /// <exception cref="RecipeException">The recipe cannot be run; one line.</exception>
    /// <exception cref="NonFiniteException">A gradient is not finite; nothing was updated.</exception>
    public static RlResult Run(RlConfig config, EvalTask task, RunContext context)
    {
        if (config.StepsPerGeneration * config.NumIterations != 1)
            throw new RecipeException("rejection-sampling fine-tuning makes one update a generation; write steps_per_generation: 1 and num_iterations: 1");
        if (task.Train.Count == 0)
            throw new RecipeException($"task {task.Name}: it has no training prompt; lower its test share or give it more examples");
        using var run = new TrainingRun("rejection-sampling", config.Run, context);
        var report = new RlReport(config, task, context, run.Directory) { Method = Method };
        report.MeasureBefore();
        RecipeResult result = Train(config, task, run, context);
        if (result.ModelPath is { } modelPath)
            report.MeasureAfter(modelPath);
        return new RlResult(result, report.Write(result));
    }

    private static RecipeResult Train(RlConfig config, EvalTask task, TrainingRun run, RunContext context)
    {
        using TrainedModel trained = TrainedModel.Open(config.Model, config.Lora, config.Quantize, run.ResumePath, config.Run.Seed, context.Backend);
        config.Run.ApplyTo(trained.Model);
        PromptEncoder prompts = trained.PromptsOf(task, config);
        RlPreflight.RequireRoom(config, task, trained, prompts);
        using IOptimizer optimizer = OptimizerFactory.Create(config.Optimizer, trained.Model);
        using var workspace = new GradientWorkspace(trained.Model);
        using var generator = new RolloutGenerator(trained, config, prompts);
        LearningRateSchedule schedule = config.Schedule.Build(1.0, config.Run.MaxSteps);
        var order = new PromptOrder(task.Train, (ulong)config.Run.Seed);
        NamedReward[] rewards = [NamedReward.From(task.Verifier)];
        long step = run.Begin(optimizer);
        trained.SayWhatIsTrained(context);
        double seconds = 0;
        while (step < config.Run.MaxSteps && !run.IsInterrupted)
        {
            long start = context.Time.GetTimestamp();
            IReadOnlyList<Rollout> rollouts =
                generator.Generate(order.At(step * config.PromptsPerStep, config.PromptsPerStep), step, CancellationToken.None);
            GroupAdvantageResult scored = RolloutScorer.Score(rollouts, rewards, config, step);
            TrainingSequence[] kept = [.. rollouts.Where((_, row) => scored.Rewards[row] == 1.0).Select(ToSequence)];
            double factor = schedule.At((int)step), norm = 0;
            SupervisedResult result = default;
            // A step without a correct completion teaches nothing and moves nothing, the optimizer's averages included.
            if (kept.Length > 0)
            {
                result = SupervisedStep.Run(trained.Model, kept, config.Run.MicroBatch, workspace.Context, workspace, trained.AdapterSlot);
                norm = workspace.Update(optimizer, config.Optimizer.MaxGradNorm, factor, step + 1);
            }
            step++;
            run.Tokens += rollouts.Sum(r => (long)r.PromptIds.Length + r.CompletionIds.Length);
            double elapsed = context.Time.GetElapsedTime(start).TotalSeconds;
            seconds += elapsed;
            var metrics = new List<KeyValuePair<string, double>>
            {
                new("loss", result.Loss),
                new("entropy", result.Entropy),
                new("grad_norm", norm),
                new("learning_rate", config.Optimizer.LearningRate * factor),
                new("num_tokens", run.Tokens),
                new("rejection_sampling/kept", (double)kept.Length / rollouts.Count),
            };
            metrics.AddRange(scored.Metrics);
            metrics.AddRange(CompletionMetrics.Of(rollouts));
            metrics.Add(new("step_time", elapsed));
            run.Log(step, metrics);
            if (run.SaveIsDue(step))
                run.SaveCheckpoint(step, trained, optimizer);
        }
        bool finished = step >= config.Run.MaxSteps;
        run.SaveCheckpoint(step, trained, optimizer);
        if (finished)
            run.SaveModel(trained);
        return new RecipeResult(run.Directory.Root, finished ? run.ModelPath : null, step, !finished, seconds);
    }

    private static TrainingSequence ToSequence(Rollout rollout) =>
        new([.. rollout.PromptIds, .. rollout.CompletionIds], rollout.PromptIds.Length);
}
