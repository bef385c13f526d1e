namespace Hone.Cli.Commands;

/// <summary>Time from a request to its first token, which is that of reading the prompt, and from there to the last; summed over several.</summary>
internal sealed class GenerationSpeed(TimeProvider clock)
{
    private long _start;
    private long _first;
    private int _drawn;
    private int _firstBatch;
    private (long Tokens, double Seconds) _read;
    private (long Tokens, double Seconds) _written;
    private long _kept;

    /// <summary>A request is submitted.</summary>
    internal void Begin()
    {
        _start = _first = clock.GetTimestamp();
        _drawn = _firstBatch = 0;
    }

    /// <summary>A step is over that drew some tokens; the first of them end the prompt.</summary>
    internal void Count(int drawn)
    {
        if (_drawn == 0 && drawn > 0)
        {
            _first = clock.GetTimestamp();
            _firstBatch = drawn;
        }
        _drawn += drawn;
    }

    /// <summary>The request is over.</summary>
    /// <param name="prompt">Tokens of the prompt.</param>
    /// <param name="kept">Those of them that were not read again.</param>
    internal void End(int prompt, int kept = 0)
    {
        _read = (_read.Tokens + prompt - kept, _read.Seconds + clock.GetElapsedTime(_start, _first).TotalSeconds);
        // The step that reads the prompt also draws the first tokens, so they are no part of the time that follows.
        _written = (_written.Tokens + Math.Max(0, _drawn - _firstBatch), _written.Seconds + clock.GetElapsedTime(_first).TotalSeconds);
        _kept += kept;
        All += _drawn;
    }

    /// <summary>Tokens drawn.</summary>
    internal long All { get; private set; }

    /// <inheritdoc/>
    public override string ToString()
    {
        string kept = _kept > 0 ? FormattableString.Invariant($" ({_kept} kept from before)") : "";
        return FormattableString.Invariant($"prompt: {_read.Tokens} tokens{kept}, {Rate(_read):0} tokens/s; generation: {All} tokens, {Rate(_written):0.0} tokens/s");
    }

    private static double Rate((long Tokens, double Seconds) work) => work.Seconds > 0 ? work.Tokens / work.Seconds : 0;
}
