namespace Hone.Models;

/// <summary>
/// What a GGUF file may ask for before it is refused. Everything is compared with the bytes that are there before memory is taken, so
/// that a header takes at most a few times its own bytes.
/// </summary>
public sealed record GgufLimits
{
    /// <summary>Bounds that no published file comes near.</summary>
    public static GgufLimits Default { get; } = new();

    /// <summary>Bytes of header, metadata and tensor list. Default 1 GiB.</summary>
    public long HeaderBytes { get; init; } = 1L << 30;

    /// <summary>Keys of the metadata. Default 65,536.</summary>
    public int Keys { get; init; } = 65_536;

    /// <summary>Tensors of one file. Default 1,000,000.</summary>
    public int Tensors { get; init; } = 1_000_000;

    /// <summary>Elements of one array. Default 16,777,216.</summary>
    public int ArrayElements { get; init; } = 1 << 24;

    /// <summary>Bytes of one text. Default 64 MiB.</summary>
    public int TextBytes { get; init; } = 64 << 20;

    /// <summary>Files of one split model. Default 4,096.</summary>
    public int Splits { get; init; } = 4096;
}
