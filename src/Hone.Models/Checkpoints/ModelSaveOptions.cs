using Hone.Tensors;

namespace Hone.Models;

/// <summary>What <see cref="ModelSaver"/> writes beside the weights, and how.</summary>
public sealed record ModelSaveOptions
{
    /// <summary>
    /// Element type of the file: Float32, the default, or BFloat16 rounded to nearest, ties to even. Matrices that are
    /// kept as BFloat16 are written as such whatever is said here, and so are gains beside them that lose nothing.
    /// </summary>
    public DType StoreAs { get; init; } = DType.Float32;

    /// <summary>Defaults of generation; null means the token ids of the configuration and nothing else.</summary>
    public GenerationConfig? Generation { get; init; }

    /// <summary>Files that are copied into the directory under their own names: tokenizer.json and its companions. Default none.</summary>
    public IReadOnlyList<string> CopyFiles { get; init; } = [];

    /// <summary>Writes further files into the directory whose path it is handed, before it is put in place; null writes none.</summary>
    public Action<string>? WriteOthers { get; init; }

    /// <summary>Texts for "__metadata__" of the weights, such as the contract id. Default none but the format's own.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
