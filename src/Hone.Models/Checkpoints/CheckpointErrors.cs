using System.Globalization;
using System.Text;

namespace Hone.Models;

/// <summary>Every error of a model's files, so that all of them read alike: where, what, expected and got, hint.</summary>
internal static class CheckpointErrors
{
    private const int LongestName = 160;

    /// <summary>An error about a file as a whole or a byte of it.</summary>
    public static CheckpointFormatException File(string? file, string what, long? offset = null, string? expected = null, string? got = null, string? hint = null, Exception? inner = null) =>
        Make(file, null, what, offset, expected, got, hint, inner);

    /// <summary>An error about one tensor.</summary>
    public static CheckpointFormatException Tensor(string? file, string tensor, string what, long? offset = null, string? expected = null, string? got = null, string? hint = null) =>
        Make(file, tensor, what, offset, expected, got, hint, null);

    /// <summary>An error about one setting of a config file.</summary>
    public static CheckpointFormatException Setting(string? file, string key, string what, string? expected = null, string? got = null, string? hint = null) =>
        Make(file, key, what, null, expected, got, hint, null);

    /// <summary>A name from a file as it may be printed: control characters out, length bounded.</summary>
    public static string Printable(string text)
    {
        var result = new StringBuilder(Math.Min(text.Length, LongestName + 3));
        foreach (char c in text)
        {
            if (result.Length >= LongestName)
            {
                result.Append("...");
                break;
            }
            result.Append(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c);
        }
        return result.ToString();
    }

    /// <summary>A shape as "[2, 40]".</summary>
    public static string Shape(IReadOnlyList<long> shape) =>
        "[" + string.Join(", ", shape.Select(d => d.ToString(CultureInfo.InvariantCulture))) + "]";

    private static CheckpointFormatException Make(string? file, string? item, string what, long? offset, string? expected, string? got, string? hint, Exception? inner)
    {
        var message = new StringBuilder();
        if (file is not null)
            message.Append(file).Append(": ");
        if (item is not null)
            message.Append('\'').Append(Printable(item)).Append("' ");
        message.Append(what);
        if (offset is not null)
            message.Append(CultureInfo.InvariantCulture, $" at byte {offset}");
        if (expected is not null)
            message.Append("; expected ").Append(Printable(expected));
        if (got is not null)
            message.Append(expected is null ? "; got " : ", got ").Append(Printable(got));
        message.Append('.');
        if (hint is not null)
            message.Append(' ').Append(hint);
        return new CheckpointFormatException(message.ToString(), inner)
        {
            File = file,
            Item = item,
            Offset = offset,
            Expected = expected,
            Got = got,
            Hint = hint,
        };
    }
}
