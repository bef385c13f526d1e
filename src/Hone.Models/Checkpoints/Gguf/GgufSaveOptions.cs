using Hone.Tensors;

namespace Hone.Models;

/// <summary>What <see cref="GgufSaver"/> writes beside the weights, and how.</summary>
public sealed record GgufSaveOptions
{
    /// <summary>
    /// Type of the matrices; null, the default, keeps each as the model holds it: F32, BF16, or its block format byte by byte. Vectors
    /// are F32, as in llama.cpp's files. A matrix whose rows are no whole blocks of the type is refused by <see cref="GgufSaver"/>.
    /// </summary>
    public GgmlType? Type { get; init; }

    /// <summary>Chooses the type of each matrix by its name in the file and its shape; null, the default, means <see cref="Type"/> for all.</summary>
    public Func<string, IReadOnlyList<long>, GgmlType>? TypeOf { get; init; }

    /// <summary>"general.file_type"; null means the one of <see cref="Type"/>, if all matrices have it.</summary>
    public int? FileType { get; init; }

    /// <summary>"general.name"; null writes none.</summary>
    public string? Name { get; init; }

    /// <summary>Further keys in their order: the tokenizer's, licence, languages. Keys of the model's settings are not among them.</summary>
    public IReadOnlyList<KeyValuePair<string, GgufValue>> Metadata { get; init; } = [];

    /// <summary>Who encodes blocks; null, the default, means the caller's thread. The number of workers changes no byte.</summary>
    public WorkerPool? Workers { get; init; }

    /// <summary>Bytes of tensors after which another file begins; null, the default, writes one file. The path's ending is replaced by "-00001-of-0000N.gguf" then.</summary>
    public long? SplitBytes { get; init; }
}
