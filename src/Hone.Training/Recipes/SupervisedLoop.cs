using Hone.Tensors;
using Hone.Training.Configuration;
using Hone.Training.Data;
using Hone.Training.Optimizers;
using Hone.Training.Runs;
using Hone.Training.Schedules;

namespace Hone.Training.Recipes;

/// <summary>The loop that pre-training and supervised fine-tuning share; they differ in the model and the data.</summary>
internal static class SupervisedLoop
{
    /// <summary>The examples of a step: the next <paramref name="batchSize"/> of a source.</summary>
    public static Func<long, TrainingSequence[]> Batches(ISequenceSource data, int batchSize) =>
        step => [.. Enumerable.Range(0, batchSize).Select(i => data.At((step * batchSize) + i))];

    /// <summary>The examples of a step: those of the next <paramref name="batchSize"/> packs.</summary>
    public static Func<long, TrainingSequence[]> Batches(PackedSequences packs, int batchSize) =>
        step => [.. Enumerable.Range(0, batchSize).SelectMany(i => packs.At((step * batchSize) + i))];

    public static RecipeResult Run(
        TrainedModel trained, Func<long, TrainingSequence[]> batchOf, IReadOnlyList<TrainingSequence> evaluation,
        RunConfig config, OptimizerConfig optimizerConfig, ScheduleConfig scheduleConfig, TrainingRun run, RunContext context)
    {
        config.ApplyTo(trained.Model);
        using IOptimizer optimizer = OptimizerFactory.Create(optimizerConfig, trained.Model);
        using var workspace = new GradientWorkspace(trained.Model);
        LearningRateSchedule schedule = scheduleConfig.Build(1.0, config.MaxSteps);
        long step = run.Begin(optimizer);
        trained.SayWhatIsTrained(context);
        double seconds = 0;
        while (step < config.MaxSteps && !run.IsInterrupted)
        {
            long start = context.Time.GetTimestamp();
            TrainingSequence[] batch = batchOf(step);
            SupervisedResult result = SupervisedStep.Run(trained.Model, batch, config.MicroBatch, workspace.Context, workspace, trained.AdapterSlot);
            double factor = schedule.At((int)step);
            double norm = workspace.Update(optimizer, optimizerConfig.MaxGradNorm, factor, step + 1);
            step++;
            run.Tokens += result.Tokens;
            double elapsed = context.Time.GetElapsedTime(start).TotalSeconds;
            seconds += elapsed;
            var metrics = new List<KeyValuePair<string, double>>
            {
                new("loss", result.Loss),
                new("entropy", result.Entropy),
                new("grad_norm", norm),
                new("learning_rate", optimizerConfig.LearningRate * factor),
                new("num_tokens", run.Tokens),
                new("step_time", elapsed),
            };
            if (evaluation.Count > 0 && config.EvalSteps > 0 && (step % config.EvalSteps == 0 || step == config.MaxSteps))
                metrics.Add(new("eval_loss", SupervisedStep.Run(trained.Model, evaluation, config.MicroBatch, workspace.Context, null, trained.AdapterSlot).Loss));
            run.Log(step, metrics);
            if (run.SaveIsDue(step))
                run.SaveCheckpoint(step, trained, optimizer);
        }
        bool finished = step >= config.MaxSteps;
        run.SaveCheckpoint(step, trained, optimizer);
        if (finished)
            run.SaveModel(trained);
        return new RecipeResult(run.Directory.Root, finished ? run.ModelPath : null, step, !finished, seconds);
    }
}
