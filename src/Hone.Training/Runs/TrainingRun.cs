using Hone.Evaluation.Runs;
using Hone.Training.Configuration;
using Hone.Training.Metrics;
using Hone.Training.Optimizers;

namespace Hone.Training.Runs;

/// <summary>
/// The run directory of a training run: metrics by step, checkpoints that resume to the same bits, and the final model.
/// Not thread safe; the recipe disposes it.
/// </summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly RunConfig _config;
    private readonly RunContext _context;
    private MetricsWriter? _metrics;
    private long _lastSaved = -1;

    /// <summary>Makes the run directory, or opens it for going on.</summary>
    /// <exception cref="RecipeException">Resuming is asked for and there is nothing to go on from, or a run of another kind; or the directory is in use.</exception>
    public TrainingRun(string kind, RunConfig config, RunContext context)
    {
        (_config, _context) = (config, context);
        try
        {
            Directory = context.Resume
                ? RunDirectory.Open(config.OutputDir)
                : RunDirectory.Create(
                    config.OutputDir, new RunInfo(kind, context.Time.GetUtcNow(), context.ProgramVersion, context.Backend.ContractId), context.RecipeText);
        }
        catch (RunFormatException e)
        {
            throw new RecipeException(e.Message, e);
        }
        if (Directory.Info.Kind != kind)
            throw new RecipeException($"{config.OutputDir}: is a run of kind {Directory.Info.Kind}, the recipe is {kind}; resume with the recipe that made it, or choose another output_dir");
    }

    /// <summary>The files.</summary>
    public RunDirectory Directory { get; }

    /// <summary>The directory of the newest checkpoint when resuming, else null. The model is opened from it.</summary>
    public string? ResumePath =>
        _context.Resume && Directory.CheckpointSteps() is { Count: > 0 } steps ? Directory.CheckpointPath(steps[^1]) : null;

    /// <summary>Tokens read or drawn in all, those before a resume included; the recipe counts, checkpoints keep it.</summary>
    public long Tokens { get; set; }

    /// <summary>Where the finished model is.</summary>
    public string ModelPath => Path.Combine(Directory.Root, "model");

    /// <summary>Fills the optimizer from the checkpoint to resume, opens the metrics, and returns the steps already done.</summary>
    public long Begin(IOptimizer optimizer)
    {
        (long done, Tokens) = ResumePath is { } path ? TrainerState.Read(path, _config.Seed, _config.CacheDType, optimizer, _context.Backend) : (0, 0);
        _metrics = MetricsWriter.Resume(Directory.MetricsPath, done);
        _lastSaved = done;
        if (done > 0)
            _context.Say($"resumed after step {done}");
        return done;
    }

    /// <summary>Writes a step's metrics and shows them.</summary>
    public void Log(long step, IReadOnlyList<KeyValuePair<string, double>> metrics)
    {
        _metrics!.Write(step, metrics);
        _context.Observer.Step?.Invoke(new StepReport(step, _config.MaxSteps, metrics));
    }

    /// <summary>Whether a checkpoint is due after a step, or fell due within the last <paramref name="stride"/> steps.</summary>
    public bool SaveIsDue(long step, int stride = 1) => _config.SaveSteps > 0 && step % _config.SaveSteps < stride;

    /// <summary>Whether somebody wants the run to stop.</summary>
    public bool IsInterrupted => _context.Interrupt.IsCancellationRequested;

    /// <summary>Writes a checkpoint that a later run can go on from.</summary>
    public void SaveCheckpoint(long step, TrainedModel model, IOptimizer optimizer)
    {
        if (step == _lastSaved)
            return;
        string path = Directory.WriteCheckpoint(
            step,
            target => model.Save(target, inner => TrainerState.Write(inner, step, Tokens, _config.Seed, _config.CacheDType, optimizer, _context.Backend)),
            _config.SaveTotalLimit);
        _lastSaved = step;
        _context.Say($"saved {path}");
    }

    /// <summary>Writes the finished model.</summary>
    public void SaveModel(TrainedModel model)
    {
        model.Save(ModelPath);
        _context.Say($"saved {ModelPath}");
    }

    /// <summary>Closes the metrics. A run that failed before its first step leaves no directory behind, so that the same command can be given again.</summary>
    public void Dispose()
    {
        _metrics?.Dispose();
        if (_metrics is null && !_context.Resume)
            System.IO.Directory.Delete(Directory.Root, recursive: true);
    }
}
