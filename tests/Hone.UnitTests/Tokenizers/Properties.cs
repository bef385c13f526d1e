using FsCheck;
using FsCheck.Fluent;

namespace Hone.UnitTests.Tokenizers;

/// <summary>Random texts for FsCheck, from a fixed seed.</summary>
internal static class Properties
{
    private static readonly string[] Snippets =
    [
        " ", "  ", "\n", "\r\n", "\t", "'s", "'LL", "'", "a", "B", "the", "Stone", "1", "23", "\u0661", "\u00B2", "\u2167", "\u4E00", "\u3042", "\u30A2",
        "e\u0301", "\u0301", "\u00E9", "\u01C5", "\u02B0", "!", "...", "$", "/", "_", "\u3000", "\u00A0", "\u200B", "\0", "\uFB01", "\uFFFD",
        "\U0001FA92", "\U0001D49C", "\U0001D7D8", "\U00020000", "\U000E0001", "\U0010FFFF", "<|endoftext|>", "<|user|>",
    ];

    /// <summary>Pieces that matter to patterns, mixed with any UTF-16 unit, lone surrogates included.</summary>
    public static Gen<string> Text(bool loneSurrogates = true)
    {
        Gen<string> any = Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString());
        Gen<string> valid = Gen.Choose(0, 0xFFFF).Select(c => char.IsSurrogate((char)c) ? "\uFFFD" : ((char)c).ToString());
        Gen<string> part = Gen.Frequency((6, Gen.Elements(Snippets)), (1, loneSurrogates ? any : valid), (2, Gen.Choose(32, 126).Select(c => ((char)c).ToString())));
        return part.ArrayOf().Select(string.Concat);
    }

    public static void Hold<T>(Gen<T> values, Func<T, bool> property, int tests = 500) =>
        Prop.ForAll(values.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(20250101UL, 7UL).WithEndSize(60));

    /// <summary>The text with U+FFFD for each surrogate without its partner.</summary>
    public static string Valid(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
