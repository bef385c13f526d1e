using System.Text;
using Hone.Inference;
using Hone.Tokenizers;

namespace Hone.Cli.Commands;

/// <summary>A conversation at the terminal: lines in, answers out. Keys and values stay from turn to turn, so that only what is new is read.</summary>
internal sealed class ChatSession : IDisposable
{
    private readonly LoadedModel _loaded;
    private readonly ChatEncoder _encoder;
    private readonly (string Role, string Content)[] _opening;
    private readonly GenerationRequest _request;
    private readonly CliContext _context;
    private readonly InferenceEngine _engine;
    private readonly GenerationSpeed _speed;
    private readonly List<(string Role, string Content)> _turns;
    private Sequence? _previous;

    /// <param name="loaded">The model; stays the caller's.</param>
    /// <param name="encoder">Its chat template.</param>
    /// <param name="system">Text of a system turn, or null.</param>
    /// <param name="request">How answers are drawn.</param>
    /// <param name="context">Terminal, clock and Ctrl-C.</param>
    internal ChatSession(LoadedModel loaded, ChatEncoder encoder, string? system, GenerationRequest request, CliContext context)
    {
        _loaded = loaded;
        _encoder = encoder;
        _opening = system is null ? [] : [("system", system)];
        _request = request with { KeepState = true };
        _context = context;
        _engine = new InferenceEngine(loaded.Model);
        _speed = new GenerationSpeed(context.Clock);
        _turns = [.. _opening];
    }

    /// <summary>Answers lines until /exit, the end of input, or Ctrl-C. Then the speed is told on standard error.</summary>
    internal int Run()
    {
        while (ReadLine() is { } line && line.Trim() != "/exit")
        {
            if (line.Trim() == "/reset") Reset();
            else if (line.Trim().Length > 0) Turn(line);
            if (_context.Cancellation.IsCancellationRequested) break;
        }
        if (_speed.All > 0) _context.Terminal.Error.WriteLine($"{_speed}; {_loaded.Backend.Description}");
        return _context.Cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Success;
    }

    /// <summary>Gives back keys and values.</summary>
    public void Dispose() => _engine.Dispose();

    private void Reset()
    {
        _turns.Clear();
        _turns.AddRange(_opening);
    }

    private void Turn(string line)
    {
        _turns.Add(("user", line));
        EncodedChat chat = _encoder.Encode(ChatMessages.Of(_turns), new ChatEncodeOptions { AddGenerationPrompt = true });
        int context = _loaded.Model.Config.ContextLength;
        if (chat.Ids.Length >= context)
        {
            _turns.RemoveAt(_turns.Count - 1);
            _context.Terminal.Error.WriteLine($"The conversation would have {chat.Ids.Length} tokens, the model reads {context}: write less, or /reset.");
            return;
        }
        _turns.Add(("assistant", Answer(_request with { PromptIds = chat.Ids, PromptId = (ulong)_turns.Count })));
    }

    private string Answer(GenerationRequest request)
    {
        _speed.Begin();
        Sequence sequence = (_previous is null ? _engine.Submit(request) : _engine.SubmitAfter(request, _previous))[0];
        _previous = sequence;
        var decoder = new StreamingDecoder(_loaded.Tokenizer, skipSpecialTokens: true);
        var answer = new StringBuilder();
        while (!_engine.IsIdle)
        {
            if (_context.Cancellation.IsCancellationRequested) _engine.Cancel(sequence);
            ReadOnlySpan<TokenEvent> events = _engine.Step();
            _speed.Count(events.Length);
            foreach (TokenEvent drawn in events) Write(decoder.Add(drawn.TokenId));
        }
        _speed.End(request.PromptIds.Count, sequence.ReusedTokens);
        Write(decoder.Flush());
        _context.Terminal.Out.WriteLine();
        if (sequence.Finish is FinishReason.Length or FinishReason.Context) _context.Terminal.Error.WriteLine("(cut at the limit of tokens)");
        return answer.ToString();

        void Write(string text)
        {
            answer.Append(text);
            _context.Terminal.Out.Write(text);
            _context.Terminal.Out.Flush();
        }
    }

    // Waiting for a line ends with Ctrl-C too.
    private string? ReadLine()
    {
        if (_context.Terminal.IsInteractive) _context.Terminal.Error.Write("> ");
        try
        {
            return Task.Run(_context.Terminal.In.ReadLine).WaitAsync(_context.Cancellation).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
