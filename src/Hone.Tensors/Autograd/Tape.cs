namespace Hone.Tensors;

/// <summary>
/// What a forward pass did, so that it can be walked backwards. Tensors that a recorded op makes live in the tape's
/// arena until its backward has passed them, in reverse order. One tape serves one forward and one backward at a time,
/// and may be used again after that. Not thread safe.
/// </summary>
public sealed class Tape : IDisposable
{
    private readonly List<Entry> _entries = [default];
    private readonly List<ActivationGradient?> _gradients = [null];
    private readonly TensorPool _pool;

    private readonly record struct Entry(Action<BackwardPass>? Backward, ScratchArena.Mark Mark, int Companion, Shape Shape);

    /// <summary>An empty tape.</summary>
    public Tape(Backend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        Backend = backend;
        Saved = new ScratchArena(backend);
        _pool = new TensorPool(backend);
    }

    /// <summary>Where the tensors live.</summary>
    public Backend Backend { get; }

    /// <summary>The memory of the recorded forward pass.</summary>
    public ScratchArena Saved { get; }

    /// <summary>Bytes taken for the forward pass and for gradients of activations.</summary>
    public long ReservedBytes => Saved.ReservedBytes + _pool.ReservedBytes;

    internal TensorPool Pool => _pool;

    /// <summary>Gives <paramref name="output"/> a number and remembers how its gradient goes on.</summary>
    /// <param name="output">What the op made.</param>
    /// <param name="mark">Top of <see cref="Saved"/> before the op took anything.</param>
    /// <param name="backward">Hands the output's gradient to the inputs.</param>
    /// <param name="companion">A second output, recorded before by <see cref="RecordCompanion"/>; its gradient alone also calls the backward.</param>
    internal Tensor Record(Tensor output, ScratchArena.Mark mark, Action<BackwardPass> backward, Tensor companion = default)
    {
        _entries.Add(new Entry(backward, mark, companion.Node, output.Shape));
        _gradients.Add(null);
        return output.WithNode(_entries.Count - 1);
    }

    /// <summary>Marks a tensor that gradients end at: <see cref="GradientOf"/> returns it after a <see cref="BackwardTo"/> that stops above it.</summary>
    internal Tensor Watch(Tensor input) => Record(input, Saved.MarkTop(), static _ => { });

    /// <summary>Sets the gradient that backward starts from; several tensors may be seeded.</summary>
    /// <param name="output">A tensor recorded here.</param>
    /// <param name="gradient">Of the same element count; copied.</param>
    /// <exception cref="ArgumentException">The tensor was not recorded, or the counts differ.</exception>
    public void Seed(Tensor output, Tensor gradient)
    {
        if (output.Node <= 0 || output.Node >= _entries.Count)
            throw new ArgumentException("This tensor was not recorded on this tape.", nameof(output));
        if (output.ElementCount != gradient.ElementCount)
            throw new ArgumentException($"A gradient {gradient.Shape} for a tensor {output.Shape}.", nameof(gradient));
        Tensor target = Target(output, out bool accumulate);
        if (accumulate)
            Backend.Add(target, gradient, target);
        else
            Backend.Copy(gradient, target);
    }

    /// <summary>
    /// Walks the tape backwards from the seeds, adds to the gradients of parameters, and forgets everything recorded.
    /// </summary>
    /// <param name="gradients">Where parameters' gradients go on.</param>
    /// <param name="context">The context that recorded; its scratch memory is used.</param>
    public void Backward(Gradients gradients, ComputeContext context)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        ArgumentNullException.ThrowIfNull(context);
        BackwardTo(1, gradients, context);
    }

    // Entries from `first` on are consumed. A recomputed block is a stretch of entries at the end.
    internal void BackwardTo(int first, Gradients gradients, ComputeContext context)
    {
        for (int node = _entries.Count - 1; node >= first; node--)
        {
            Entry entry = _entries[node];
            if (_gradients[node] is not null || (entry.Companion != 0 && _gradients[entry.Companion] is not null))
                entry.Backward?.Invoke(new BackwardPass(this, node, entry.Companion, gradients, context));
            Drop(node);
            if (entry.Backward is not null)
                Saved.Release(entry.Mark);
            _entries.RemoveAt(node);
            _gradients.RemoveAt(node);
        }
    }

    /// <summary>Number of the next entry.</summary>
    internal int Count => _entries.Count;

    /// <summary>The gradient that has arrived at a recorded tensor; the empty tensor when none has.</summary>
    internal Tensor GradientOf(int node) => _gradients[node]?.Value.Reshape(_entries[node].Shape) ?? default;

    /// <summary>Gives a second output of an op a number; the op itself is recorded next.</summary>
    internal Tensor RecordCompanion(Tensor output)
    {
        _entries.Add(new Entry(null, default, 0, output.Shape));
        _gradients.Add(null);
        return output.WithNode(_entries.Count - 1);
    }

    /// <summary>Where to write the gradient of an input; <paramref name="accumulate"/> says that it holds earlier parts to add to.</summary>
    internal Tensor Target(Tensor input, out bool accumulate)
    {
        ActivationGradient? slot = _gradients[input.Node];
        accumulate = slot is not null;
        if (slot is null)
        {
            slot = new ActivationGradient(_pool.Rent(input.Shape));
            _gradients[input.Node] = slot;
        }
        else if (slot.Sharers > 1)
        {
            // Somebody else still reads this buffer as its own gradient: go on in a copy.
            Tensor copy = _pool.Rent(input.Shape);
            Backend.Copy(slot.Value, copy);
            slot.Sharers--;
            slot = new ActivationGradient(copy);
            _gradients[input.Node] = slot;
        }
        return slot.Value.Reshape(input.Shape);
    }

    /// <summary>Adds a rented tensor to the gradient of an input, or makes it that gradient.</summary>
    internal void Give(Tensor input, Tensor rented)
    {
        if (input.Node != 0 && _gradients[input.Node] is null)
        {
            _gradients[input.Node] = new ActivationGradient(rented);
            return;
        }
        if (input.Node != 0)
        {
            Tensor target = Target(input, out _);
            Backend.Add(target, rented.Reshape(target.Shape), target);
        }
        _pool.Return(rented);
    }

    /// <summary>Hands a node's gradient on to an input as it stands; it is shared until somebody adds to it.</summary>
    internal void PassOn(int node, Tensor input)
    {
        ActivationGradient slot = _gradients[node]!;
        if (_gradients[input.Node] is null)
        {
            slot.Sharers++;
            _gradients[input.Node] = slot;
            return;
        }
        Tensor target = Target(input, out _);
        Backend.Add(target, slot.Value.Reshape(target.Shape), target);
    }

    /// <summary>Takes a node's gradient away from it, as rented memory; false when it is shared.</summary>
    internal bool TryTake(int node, out Tensor gradient)
    {
        gradient = default;
        if (_gradients[node] is not { Sharers: 1 } slot)
            return false;
        gradient = slot.Value.Reshape(_entries[node].Shape);
        _gradients[node] = null;
        return true;
    }

    /// <summary>Starts a recomputed stretch's backward from a gradient that somebody else owns.</summary>
    internal void PassOn(Tensor y, Tensor gradient) => Backend.Copy(gradient, Target(y, out _));

    /// <summary>Removes the last entry, a watched input, and hands its gradient to the tensor it stood for.</summary>
    internal void MoveGradient(int node, Tensor input)
    {
        if (_gradients[node] is not null && input.Node != 0)
            PassOn(node, input);
        Drop(node);
        _entries.RemoveAt(node);
        _gradients.RemoveAt(node);
    }

    internal void Drop(int node)
    {
        ActivationGradient? slot = _gradients[node];
        _gradients[node] = null;
        if (slot is not null && --slot.Sharers == 0)
            _pool.Return(slot.Value);
    }

    /// <summary>Forgets what was recorded without a backward.</summary>
    public void Clear()
    {
        for (int node = _entries.Count - 1; node >= 1; node--)
            Drop(node);
        // From the bottom: an op that failed before it was recorded has left its results behind.
        Saved.Release(default);
        _entries.RemoveRange(1, _entries.Count - 1);
        _gradients.RemoveRange(1, _gradients.Count - 1);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        Clear();
        Saved.Dispose();
        _pool.Dispose();
    }

    private sealed class ActivationGradient(Tensor value)
    {
        public Tensor Value { get; } = value;
        public int Sharers { get; set; } = 1;
    }
}
