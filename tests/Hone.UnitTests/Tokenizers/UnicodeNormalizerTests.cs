using System.Text;
using Hone.Tokenizers;
using Xunit;

namespace Hone.UnitTests.Tokenizers;

public sealed class UnicodeNormalizerTests
{
    private static readonly NormalizationForm[] Forms = [NormalizationForm.FormC, NormalizationForm.FormD, NormalizationForm.FormKC, NormalizationForm.FormKD];

    [Fact]
    public void Recorded_texts_take_the_recorded_forms()
    {
        int cases = 0;
        foreach (string line in File.ReadLines(SharedData.Fixture("normalization.txt")).Where(line => !line.StartsWith('#')))
        {
            string[] columns = line.Split('|');
            for (int form = 0; form < 4; form++)
            {
                string got = UnicodeNormalizer.Normalize(Parse(columns[0]), Forms[form]).ToString();
                Assert.True(Parse(columns[form + 1]) == got, $"{Forms[form]} of {columns[0]}: expected {columns[form + 1]}, got {string.Join(' ', got.EnumerateRunes().Select(rune => $"{rune.Value:X4}"))}");
            }
            cases++;
        }
        Assert.Equal(400, cases);

        static string Parse(string column) => string.Concat(column.Split(' ').Select(hex => char.ConvertFromUtf32(Convert.ToInt32(hex, 16))));
    }

    [Fact]
    public void Forms_are_stable_and_agree_with_each_other()
    {
        Properties.Hold(Properties.Text(loneSurrogates: false), text =>
        {
            string[] forms = Array.ConvertAll(Forms, form => Normal(text, form));
            return Forms.Select((form, i) => Normal(forms[i], form) == forms[i]).All(same => same)
                && Normal(forms[1], NormalizationForm.FormC) == forms[0] && Normal(forms[0], NormalizationForm.FormD) == forms[1]
                && Normal(forms[3], NormalizationForm.FormC) == forms[2] && Normal(forms[2], NormalizationForm.FormD) == forms[3];
        }, 2000);
    }

    [Fact]
    public void A_million_marks_on_one_letter_are_sorted()
    {
        string text = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 500_000));
        string expected = "\u1EA1" + new string('\u0323', 499_999) + new string('\u0301', 500_000);
        Assert.Equal(expected, Normal(text, NormalizationForm.FormC));
    }

    private static string Normal(string text, NormalizationForm form) => UnicodeNormalizer.Normalize(text, form).ToString();
}
