using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hone.Evaluation.Tasks;

/// <summary>
/// Hashes of content (SHA-256 over UTF-8), by which examples are named and split: an example keeps its
/// name and its side when others are added, removed or reordered.
/// </summary>
public static class ContentHash
{
    private const int StackBytes = 512;

    /// <summary>The first 16 bytes of the hash as 32 lower-case hexadecimal digits.</summary>
    /// <param name="content">Any text.</param>
    public static string Id(string content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(content, hash);
        return Convert.ToHexStringLower(hash[..16]);
    }

    /// <summary>
    /// Whether the content belongs to the held-out side: its bucket, the first 8 bytes of the hash
    /// (big-endian) modulo 1,000,000, is below <paramref name="share"/> of the buckets.
    /// </summary>
    /// <param name="content">The text that decides; two examples that must not be separated share it.</param>
    /// <param name="share">The expected held-out share, 0..1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in 0..1.</exception>
    public static bool IsHeldOut(string content, double share)
    {
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "a share is in 0..1");
        return Number(content) % 1_000_000 < share * 1_000_000;
    }

    /// <summary>The first 8 bytes of the hash as a big-endian number.</summary>
    /// <param name="content">Any text.</param>
    public static ulong Number(ReadOnlySpan<char> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(content, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private static void Hash(ReadOnlySpan<char> content, Span<byte> hash)
    {
        int size = Encoding.UTF8.GetByteCount(content);
        Span<byte> bytes = size <= StackBytes ? stackalloc byte[StackBytes] : new byte[size];
        bytes = bytes[..Encoding.UTF8.GetBytes(content, bytes)];
        SHA256.HashData(bytes, hash);
    }
}
