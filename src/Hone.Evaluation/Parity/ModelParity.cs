using Hone.Inference;
using Hone.Models;
using Hone.Tensors;

namespace Hone.Evaluation.Parity;

/// <summary>Compares a model with what another library computed from the same weights. It is how a family is ported.</summary>
public static class ModelParity
{
    /// <summary>Largest margin between two tokens that counts as a tie on the greedy path.</summary>
    public const double GreedyMargin = 1e-3;

    /// <summary>Compares hidden states, logits and greedy tokens, whichever are recorded.</summary>
    /// <param name="model">The model.</param>
    /// <param name="reference">What was recorded.</param>
    /// <param name="tolerance">Largest difference of an element, 1e-4 as a rule.</param>
    /// <exception cref="ArgumentException">An id is outside the model's vocabulary, or a sequence longer than its context.</exception>
    public static ParityReport Compare(Transformer model, ParityReference reference, double tolerance = 1e-4)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(reference);
        var lines = new List<ParityLine>();
        using var context = new ComputeContext(model.Backend);
        AddHiddenStates(lines, model, context, reference, tolerance);
        AddOutput(lines, model, context, reference, tolerance);
        if (reference is { GreedyPrompt: not null, GreedyTokens: not null } && model.Config.HasHead)
            lines.Add(CompareGreedy(model, context, reference.GreedyPrompt, reference.GreedyTokens));
        return new ParityReport(lines);
    }

    private static void AddHiddenStates(List<ParityLine> lines, Transformer model, ComputeContext context, ParityReference reference, double tolerance)
    {
        if (reference.HiddenStates.Count == 0)
            return;
        ScratchArena.Mark mark = context.Scratch.MarkTop();
        var batch = new TokenBatch();
        batch.Add(reference.InputIds[0]);
        IReadOnlyList<Tensor> stages = model.HiddenStates(context, batch);
        for (int i = 0; i < Math.Max(stages.Count, reference.HiddenStates.Count); i++)
        {
            string what = $"hidden_states.{i}";
            if (i >= stages.Count || i >= reference.HiddenStates.Count)
            {
                lines.Add(new ParityLine(what, double.PositiveInfinity, 0, i >= stages.Count ? "the model has no such stage" : "it is not recorded", false));
                continue;
            }
            lines.Add(Compare(what, reference.HiddenStates[i], Download(model.Backend, stages[i]), tolerance, [reference.InputIds[0].Length, model.Config.Width]));
        }
        context.Scratch.Release(mark);
    }

    private static void AddOutput(List<ParityLine> lines, Transformer model, ComputeContext context, ParityReference reference, double tolerance)
    {
        ScratchArena.Mark mark = context.Scratch.MarkTop();
        var batch = new TokenBatch();
        foreach (int[] ids in reference.InputIds)
            batch.Add(ids);
        int length = reference.InputIds.Count == 0 ? 0 : reference.InputIds[0].Length;
        Tensor hidden = model.Forward(context, batch);
        if (reference.LastHiddenState is { } last)
        {
            lines.Add(Compare("last_hidden_state", last, Download(model.Backend, hidden), tolerance, [reference.InputIds.Count, length, model.Config.Width]));
        }
        else if (!model.Config.HasHead)
        {
            lines.Add(new ParityLine("logits", double.PositiveInfinity, 0, "the model is an encoder and has none", false));
        }
        else
        {
            float[] logits = Download(model.Backend, model.Logits(context, hidden));
            lines.Add(Compare("logits", reference.Logits!, logits, tolerance, [reference.InputIds.Count, length, model.Config.VocabularySize]));
        }
        context.Scratch.Release(mark);
    }

    // By the engine: prefill, cache and sampler are compared too.
    private static ParityLine CompareGreedy(Transformer model, ComputeContext context, int[] prompt, int[] recorded)
    {
        using var engine = new InferenceEngine(model);
        Sequence sequence = engine.Submit(new GenerationRequest
        {
            PromptIds = prompt,
            MaximumNewTokens = recorded.Length,
            Sampling = SamplingOptions.Greedy,
        })[0];
        engine.RunToEnd();
        int[] drawn = [.. sequence.TokenIds];
        int at = 0;
        while (at < recorded.Length && at < drawn.Length && drawn[at] == recorded[at])
            at++;
        if (at == recorded.Length)
            return new ParityLine("greedy tokens", 0, recorded.Length, null, true);
        if (at == drawn.Length)
            return new ParityLine("greedy tokens", recorded.Length - at, recorded.Length, $"token {at}: the context is full", false);
        double margin = Margin(model, context, [.. prompt, .. recorded.AsSpan(0, at)], drawn[at], recorded[at]);
        string place = FormattableString.Invariant($"token {at}: {drawn[at]} instead of {recorded[at]}, {margin:G3} ahead");
        return new ParityLine("greedy tokens", recorded.Length - at, recorded.Length, place, margin <= GreedyMargin);
    }

    private static double Margin(Transformer model, ComputeContext context, int[] ids, int first, int second)
    {
        ScratchArena.Mark mark = context.Scratch.MarkTop();
        var batch = new TokenBatch();
        batch.Add(ids);
        float[] logits = Download(model.Backend, model.Logits(context, model.Forward(context, batch, [ids.Length - 1])));
        context.Scratch.Release(mark);
        return (double)logits[first] - logits[second];
    }

    private static ParityLine Compare(string what, float[] recorded, float[] ours, double tolerance, int[] shape)
    {
        double largest = recorded.Length == 0 ? 0 : recorded.Max(value => Math.Abs((double)value)), difference = 0;
        if (recorded.Length != ours.Length)
            return new ParityLine(what, double.PositiveInfinity, largest, $"{ours.Length} numbers instead of {recorded.Length}", false);
        string? place = null;
        for (int i = 0; i < ours.Length; i++)
        {
            double d = Math.Abs((double)ours[i] - recorded[i]);
            // Written so that a NaN is beyond every tolerance.
            if (!(d <= tolerance))
                place ??= FormattableString.Invariant($"{Place(i, shape)}: {ours[i]:G9} instead of {recorded[i]:G9}");
            difference = double.IsNaN(d) ? double.PositiveInfinity : Math.Max(difference, d);
        }
        return new ParityLine(what, difference, largest, place, place is null);
    }

    private static string Place(int index, int[] shape)
    {
        string place = "";
        string[] names = shape.Length == 3 ? ["sequence", "position", "element"] : ["position", "element"];
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            place = FormattableString.Invariant($"{names[axis]} {index % shape[axis]}") + (place.Length > 0 ? ", " : "") + place;
            index /= shape[axis];
        }
        return place;
    }

    internal static float[] Download(Backend backend, Tensor tensor)
    {
        var values = new float[tensor.ElementCount];
        backend.Download(tensor, values);
        return values;
    }
}
