using System.Globalization;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// The cleaning of BERT: control characters dropped, white space made spaces, spaces around Chinese characters, accents and
/// case dropped. Source: Devlin et al., arXiv:1810.04805, its <c>BasicTokenizer</c>; the sets of characters are those of the
/// Hugging Face tokenizers library.
/// </summary>
internal sealed class BertNormalizer(bool cleanText, bool handleChineseCharacters, bool stripAccents, bool lowercase) : Normalizer
{
    public override string Normalize(string text)
    {
        if (cleanText || handleChineseCharacters) text = Clean(text);
        if (stripAccents)
        {
            text = UnicodeNormalizer.Normalize(text, NormalizationForm.FormD).ToString();
            text = RuneFilter.Keep(text, static c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        }
        return lowercase ? LowercaseNormalizer.Lower(text) : text;
    }

    private string Clean(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length;)
        {
            int c = CodePoints.At(text, i, out int length);
            if (cleanText && (c is 0 or 0xFFFD || IsControl(c)))
            {
            }
            else if (cleanText && CodePoints.IsSpace(c))
            {
                result.Append(' ');
            }
            else if (handleChineseCharacters && IsChinese(c))
            {
                result.Append(' ').Append(text, i, length).Append(' ');
            }
            else
            {
                result.Append(text, i, length);
            }
            i += length;
        }
        return result.ToString();
    }

    private static bool IsControl(int c) => c is not ('\t' or '\n' or '\r') && CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;

    private static bool IsChinese(int c) => c is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0x20000 and <= 0x2A6DF or >= 0x2A700 and <= 0x2B73F
        or >= 0x2B740 and <= 0x2B81F or >= 0x2B920 and <= 0x2CEAF or >= 0xF900 and <= 0xFAFF or >= 0x2F800 and <= 0x2FA1F;
}
