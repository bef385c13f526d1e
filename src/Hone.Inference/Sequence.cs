using System.Runtime.InteropServices;
using Hone.Models;

namespace Hone.Inference;

/// <summary>
/// One continuation of a prompt, while it grows and after. What was drawn stays readable when the engine has let go of
/// its state. Not thread safe.
/// </summary>
public sealed class Sequence
{
    private readonly List<int> _tokens;
    private readonly List<float> _logProbs;
    private readonly List<float> _entropies;

    internal Sequence(GenerationRequest request, int sampleIndex, int contextLength)
    {
        Request = request;
        SampleIndex = sampleIndex;
        LongestState = (int)Math.Min(contextLength, (long)request.PromptIds.Count + request.MaximumNewTokens);
        // The last token is drawn from a full state and never enters it. Room for all, so that growing allocates nothing.
        int room = Math.Min(request.MaximumNewTokens, LongestState - request.PromptIds.Count + 1);
        _tokens = new List<int>(room);
        _logProbs = new List<float>(room);
        _entropies = new List<float>(room);
    }

    /// <summary>What was asked for.</summary>
    public GenerationRequest Request { get; }

    /// <summary>Its index in the random stream.</summary>
    public int SampleIndex { get; }

    /// <summary>Drawn ids, a stop token included.</summary>
    public ReadOnlySpan<int> TokenIds => CollectionsMarshal.AsSpan(_tokens);

    /// <summary>
    /// Natural log-probability of each drawn token at drawing time: log-softmax(logits / T) over the vocabulary, or over
    /// the kept ids where truncation cut some. At temperature 0 it is that of temperature 1.
    /// </summary>
    public ReadOnlySpan<float> LogProbs => CollectionsMarshal.AsSpan(_logProbs);

    /// <summary>Entropy in nats of each distribution that a token was drawn from.</summary>
    public ReadOnlySpan<float> Entropies => CollectionsMarshal.AsSpan(_entropies);

    /// <summary>For each drawn token the ids that it could have been, ascending; null where nothing was cut from any.</summary>
    public IReadOnlyList<int[]>? KeptIds => Kept;

    /// <summary>Why it ended; None while it grows.</summary>
    public FinishReason Finish { get; internal set; }

    /// <summary>Tokens of the prompt that were not read again, because an earlier sequence had them (<see cref="InferenceEngine.SubmitAfter"/>).</summary>
    public int ReusedTokens { get; internal set; }

    /// <summary>Version of the weights that drew its tokens.</summary>
    public long WeightVersion { get; internal set; }

    internal SequenceState? State { get; set; }

    internal List<int[]>? Kept { get; set; }

    /// <summary>Length that it was declared to reach: its prompt and all new tokens, at most the context. Position tables that depend on the length are chosen by it, once.</summary>
    public int DeclaredLength => LongestState;

    /// <summary>Tokens that its state may come to hold.</summary>
    internal int LongestState { get; }

    internal int LastToken => _tokens[^1];

    internal void Append(int token, float logProb, float entropy)
    {
        _tokens.Add(token);
        _logProbs.Add(logProb);
        _entropies.Add(entropy);
    }

    internal void Release()
    {
        State?.Dispose();
        State = null;
    }
}
