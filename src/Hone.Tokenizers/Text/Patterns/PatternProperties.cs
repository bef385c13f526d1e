using System.Globalization;

namespace Hone.Tokenizers;

/// <summary>The named sets of patterns: general categories by short and long name, POSIX brackets, and the scripts of East Asia.</summary>
internal static class PatternProperties
{
    public static readonly CodePointClass Digit = Of(UnicodeCategory.DecimalDigitNumber);
    public static readonly CodePointClass Space = new CodePointClass.Test(CodePoints.IsSpace);
    public static readonly CodePointClass Word = new CodePointClass.Test(IsWord);
    public static readonly CodePointClass WordInClass = new CodePointClass.Test(CharClasses.IsWord);
    public static readonly CodePointClass HexDigit = new CodePointClass.Test(static c => c < 0x80 && char.IsAsciiHexDigit((char)c));

    private static readonly string[] ShortNames =
    [
        "lu", "ll", "lt", "lm", "lo", "mn", "mc", "me", "nd", "nl", "no", "zs", "zl", "zp", "cc", "cf", "cs", "co", "pc", "pd", "ps", "pe", "pi", "pf", "po",
        "sm", "sc", "sk", "so", "cn",
    ];

    private static readonly Dictionary<string, CodePointClass> Named = Make();

    /// <summary>A word character of Oniguruma: outside brackets, its Latin-1 table counts superscripts and fractions as well.</summary>
    public static bool IsWord(int codePoint) => CharClasses.IsWord(codePoint) || codePoint is 0xB2 or 0xB3 or 0xB9 or >= 0xBC and <= 0xBE;

    /// <summary>Finds a set by its name; case, spaces, hyphens and underscores do not count. Null if there is none.</summary>
    public static CodePointClass? Find(string name) =>
        Named.GetValueOrDefault(string.Concat(name.Where(static c => c is not (' ' or '-' or '_'))).ToLowerInvariant());

    private static Dictionary<string, CodePointClass> Make()
    {
        var named = new Dictionary<string, CodePointClass>(StringComparer.Ordinal);
        for (int i = 0; i < ShortNames.Length; i++)
        {
            var category = (UnicodeCategory)i;
            named[ShortNames[i]] = Of(category);
            named.TryAdd(category.ToString().ToLowerInvariant(), Of(category));
        }
        foreach (char major in "lmnzcps")
        {
            uint mask = 0;
            for (int i = 0; i < ShortNames.Length; i++)
            {
                if (ShortNames[i][0] == major) mask |= 1u << i;
            }
            named[major.ToString()] = new CodePointClass.Categories(mask);
        }
        foreach ((string name, string same) in new[]
        {
            ("letter", "l"), ("mark", "m"), ("number", "n"), ("separator", "z"), ("other", "c"), ("punctuation", "p"), ("symbol", "s"), ("combiningmark", "m"),
            ("nonspacingmark", "mn"), ("spacingmark", "mc"), ("decimalnumber", "nd"), ("digit", "nd"), ("upper", "lu"), ("uppercase", "lu"), ("lower", "ll"),
            ("lowercase", "ll"), ("control", "cc"), ("cntrl", "cc"), ("unassigned", "cn"), ("initialpunctuation", "pi"), ("finalpunctuation", "pf"),
        })
            named[name] = named[same];

        named["space"] = named["whitespace"] = Space;
        named["word"] = Word;
        named["xdigit"] = HexDigit;
        named["alpha"] = named["alphabetic"] = new CodePointClass.Any([named["l"], named["nl"], named["m"]]);
        named["alnum"] = new CodePointClass.Any([named["alpha"], named["nd"]]);
        named["punct"] = new CodePointClass.Any([named["p"], named["s"]]);
        named["blank"] = new CodePointClass.Any([named["zs"], new CodePointClass.Range('\t', '\t')]);
        named["ascii"] = new CodePointClass.Range(0, 0x7F);
        named["any"] = new CodePointClass.Range(0, 0x10FFFF);
        named["han"] = new CodePointClass.Ranges(
        [
            0x2E80, 0x2E99, 0x2E9B, 0x2EF3, 0x2F00, 0x2FD5, 0x3005, 0x3005, 0x3007, 0x3007, 0x3021, 0x3029, 0x3038, 0x303B, 0x3400, 0x4DBF, 0x4E00, 0x9FFF,
            0xF900, 0xFA6D, 0xFA70, 0xFAD9, 0x16FE2, 0x16FE3, 0x16FF0, 0x16FF1, 0x20000, 0x2A6DF, 0x2A700, 0x2B739, 0x2B740, 0x2B81D, 0x2B820, 0x2CEA1,
            0x2CEB0, 0x2EBE0, 0x2EBF0, 0x2EE5D, 0x2F800, 0x2FA1D, 0x30000, 0x3134A, 0x31350, 0x323AF,
        ]);
        named["hiragana"] = new CodePointClass.Ranges([0x3041, 0x3096, 0x309D, 0x309F, 0x1B001, 0x1B11F, 0x1B132, 0x1B132, 0x1B150, 0x1B152, 0x1F200, 0x1F200]);
        named["katakana"] = new CodePointClass.Ranges(
        [
            0x30A1, 0x30FA, 0x30FD, 0x30FF, 0x31F0, 0x31FF, 0x32D0, 0x32FE, 0x3300, 0x3357, 0xFF66, 0xFF6F, 0xFF71, 0xFF9D, 0x1AFF0, 0x1AFF3, 0x1AFF5, 0x1AFFB,
            0x1AFFD, 0x1AFFE, 0x1B000, 0x1B000, 0x1B120, 0x1B122, 0x1B155, 0x1B155, 0x1B164, 0x1B167,
        ]);
        named["hangul"] = new CodePointClass.Ranges(
        [
            0x1100, 0x11FF, 0x302E, 0x302F, 0x3131, 0x318E, 0x3200, 0x321E, 0x3260, 0x327E, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xD7B0, 0xD7C6, 0xD7CB, 0xD7FB,
            0xFFA0, 0xFFBE, 0xFFC2, 0xFFC7, 0xFFCA, 0xFFCF, 0xFFD2, 0xFFD7, 0xFFDA, 0xFFDC,
        ]);
        return named;
    }

    private static CodePointClass.Categories Of(UnicodeCategory category) => new(1u << (int)category);
}
