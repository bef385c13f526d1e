namespace Hone.Tensors;

/// <summary>Attention of a step's one row: a head of keys and values is written and then read together with its past.</summary>
internal abstract class StepAttention
{
    /// <summary>The attention of a kernel set.</summary>
    public static StepAttention Create(KernelSet set) => set switch
    {
        KernelSet.Avx512 => new Of<AttentionTileAvx512, Lanes512, Lanes512By4>(),
        KernelSet.Avx2 => new Of<AttentionTileAvx2, Lanes256, Lanes256>(),
        _ => new Of<AttentionTileVector128, Lanes128, Lanes128>(),
    };

    /// <summary>Between regions, for a layer of the step to come.</summary>
    /// <param name="layers">Layers in all.</param>
    /// <param name="call">The call; its layer says which.</param>
    public abstract void Plan(int layers, in AttentionCall call);

    /// <summary>The queries of a key/value head of a layer.</summary>
    public abstract void Head(int layer, int head, int worker);

    private sealed class Of<TTile, T, TRows> : StepAttention
        where TTile : struct, IAttentionTile where T : unmanaged, ILanes<T> where TRows : unmanaged, ILaneRows<TRows>
    {
        private AttentionForward<TTile, T, TRows>[] _calls = [];

        public override void Plan(int layers, in AttentionCall call)
        {
            if (_calls.Length < layers)
                _calls = new AttentionForward<TTile, T, TRows>[layers];
            _calls[call.Layer] = call.Layer > 0 && _calls[call.Layer - 1].IsOfShape(call.Shape)
                ? _calls[call.Layer - 1].At(call.Layer)
                : new AttentionForward<TTile, T, TRows>(call);
        }

        public override void Head(int layer, int head, int worker) => _calls[layer].Head(head, worker);
    }
}
