using Hone.Evaluation.Tasks.Tracker;
using Hone.Models;
using Hone.Tokenizers;
using Hone.Training.Configuration;
using Hone.Training.Data;
using Hone.Training.Optimizers;
using Hone.Training.Runs;
using Hone.Training.Schedules;

namespace Hone.Training.Recipes;

/// <summary>
/// Preference training: a model learns which of two answers is the better one, or whether an answer is good (DPO and its forms,
/// KTO, ORPO, CPO, SimPO). The reference policy is the model as it is before the first step, in a resumed run too.
/// </summary>
public static class DpoRecipe
{
    /// <summary>Runs a recipe to its end or an interruption.</summary>
    /// <param name="config">The recipe.</param>
    /// <param name="context">Backend, progress, interruption, resume.</param>
    /// <exception cref="RecipeException">The data or the run directory cannot be used; one line.</exception>
    /// <exception cref="NonFiniteException">A gradient or a weight is not finite; nothing of that step was saved.</exception>
    public static RecipeResult Run(DpoConfig config, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(context);
        using var run = new TrainingRun("dpo", config.Run, context);
        using TrainedModel trained = TrainedModel.Open(config.Model, config.Lora, config.Quantize, run.ResumePath, config.Run.Seed, context.Backend);
        config.Run.ApplyTo(trained.Model);
        int length = Math.Min(config.MaxLength, trained.Model.Config.ContextLength);
        IPreferenceSource data = OpenData(config, trained, length);
        IReadOnlyList<(long, PreferenceExample)> evaluation = OpenEvaluation(config, trained, length);
        // With an adapter the reference is the same model without it.
        using ReferencePolicy? reference = !config.Loss.NeedsReference ? null
            : config.Lora is null ? new ReferencePolicy(LoadReference(config, context), isOwned: true)
            : new ReferencePolicy(trained.Model, isOwned: false);
        using IOptimizer optimizer = OptimizerFactory.Create(config.Optimizer, trained.Model);
        using var workspace = new GradientWorkspace(trained.Model);
        var preference = new PreferenceStep(trained.Model, reference, config.Loss, length, config.Run.MicroBatch) { AdapterSlot = trained.AdapterSlot };
        LearningRateSchedule schedule = config.Schedule.Build(1.0, config.Run.MaxSteps);
        long step = run.Begin(optimizer);
        double seconds = 0;
        while (step < config.Run.MaxSteps && !run.IsInterrupted)
        {
            long start = context.Time.GetTimestamp();
            (long, PreferenceExample)[] batch = [.. Enumerable.Range(0, config.BatchSize).Select(i => data.At((step * config.BatchSize) + i))];
            PreferenceResult result = preference.Run(batch, evaluation: false, workspace.Context, workspace);
            double factor = schedule.At((int)step);
            double norm = workspace.Update(optimizer, config.Optimizer.MaxGradNorm, factor, step + 1);
            step++;
            run.Tokens += result.Tokens;
            double elapsed = context.Time.GetElapsedTime(start).TotalSeconds;
            seconds += elapsed;
            var metrics = new List<KeyValuePair<string, double>>
            {
                new("loss", result.Loss),
                new("grad_norm", norm),
                new("learning_rate", config.Optimizer.LearningRate * factor),
                new("num_tokens", run.Tokens),
            };
            metrics.AddRange(result.Metrics);
            metrics.Add(new("step_time", elapsed));
            if (evaluation.Count > 0 && ((config.Run.EvalSteps > 0 && step % config.Run.EvalSteps == 0) || step == config.Run.MaxSteps))
            {
                PreferenceResult measured = preference.Run(evaluation, evaluation: true, workspace.Context, null);
                metrics.Add(new("eval_loss", measured.Loss));
                metrics.AddRange(measured.Metrics.Select(m => new KeyValuePair<string, double>("eval_" + m.Key, m.Value)));
            }
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

    private static Transformer LoadReference(DpoConfig config, RunContext context)
    {
        Transformer model = ModelLoader.Load(config.Model, context.Backend);
        model.CacheDType = config.Run.CacheDType;
        return model;
    }

    private static IPreferenceSource OpenData(DpoConfig config, TrainedModel trained, int length) => config.Data == TrackerTask.Name
        ? new TrackerPreferenceSource(trained.Tokenizer, (ulong)config.Run.Seed, config.Loss.IsPaired, heldOut: false, length)
        : new ShuffledPreferences(Read(config.Data, config, trained, length), (ulong)config.Run.Seed, config.Data);

    private static IReadOnlyList<(long, PreferenceExample)> OpenEvaluation(DpoConfig config, TrainedModel trained, int length)
    {
        if (config.EvalData is null) return [];
        if (config.EvalData != TrackerTask.Name)
            return [.. Read(config.EvalData, config, trained, length).Select((e, i) => ((long)i, e))];
        var held = new TrackerPreferenceSource(trained.Tokenizer, (ulong)config.Run.Seed, config.Loss.IsPaired, heldOut: true, length);
        return [.. Enumerable.Range(0, config.EvalExamples).Select(i => held.At(i))];
    }

    private static IReadOnlyList<PreferenceExample> Read(string path, DpoConfig config, TrainedModel trained, int length) =>
        JsonlPreferences.Read(path, trained.Tokenizer, length, config.Loss.IsPaired, new ConversationEncoder(trained.Tokenizer, trained.TokenizerConfig, ChatMask.LastAssistantTurn));
}
