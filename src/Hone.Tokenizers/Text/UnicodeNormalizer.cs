using System.Buffers;
using System.Text;

namespace Hone.Tokenizers;

/// <summary>
/// The Unicode normal forms (Unicode Standard Annex 15). Ours, because <c>string.Normalize</c> changes nothing where
/// globalization is invariant, and depends on the system's library elsewhere.
/// </summary>
internal static class UnicodeNormalizer
{
    private const int HangulBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28, HangulCount = LeadCount * VowelCount * TailCount;

    /// <summary>Returns the text in a normal form; the same text if it is in it. The text holds no lone surrogate.</summary>
    public static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> text, NormalizationForm form)
    {
        if (Ascii.IsValid(text)) return text;
        UnicodeNormalizationData data = UnicodeNormalizationData.Instance;
        bool compatibility = form is NormalizationForm.FormKC or NormalizationForm.FormKD;
        bool compose = form is NormalizationForm.FormC or NormalizationForm.FormKC;
        if (IsNormal(text, data, compose, compatibility)) return text;

        var points = new List<int>(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes()) Decompose(rune.Value, data, compatibility, points);
        Reorder(points, data);
        if (compose) Compose(points, data);

        var result = new StringBuilder(points.Count);
        Span<char> units = stackalloc char[2];
        foreach (int point in points) result.Append(units[..new Rune(point).EncodeToUtf16(units)]);
        return result.ToString();
    }

    /// <summary>A quick check that may say no of a text that is normal.</summary>
    private static bool IsNormal(ReadOnlySpan<char> text, UnicodeNormalizationData data, bool compose, bool compatibility)
    {
        int previous = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            int point = rune.Value;
            if (point < 0xA0)
            {
                previous = 0;
                continue;
            }
            int combining = data.ClassOf(point);
            if (combining != 0 && combining < previous) return false;
            previous = combining;
            if (data.Decomposition(point, compatibility) is { } && !(compose && data.IsComposite(point) && (!compatibility || !data.HasCompatibilityPart(point)))) return false;
            if (IsHangul(point) && !compose) return false;
            if (compose && data.MayFollow(point)) return false;
        }
        return true;
    }

    private static void Decompose(int point, UnicodeNormalizationData data, bool compatibility, List<int> points)
    {
        if (IsHangul(point))
        {
            int index = point - HangulBase;
            points.Add(LeadBase + index / (VowelCount * TailCount));
            points.Add(VowelBase + index % (VowelCount * TailCount) / TailCount);
            if (index % TailCount != 0) points.Add(TailBase + index % TailCount);
            return;
        }
        if (point < 0xA0 || data.Decomposition(point, compatibility) is not { } parts)
        {
            points.Add(point);
            return;
        }
        foreach (int part in parts) Decompose(part, data, compatibility, points);
    }

    /// <summary>Sorts each run of combining characters by class, equals staying in order; n log n even for hostile runs.</summary>
    private static void Reorder(List<int> points, UnicodeNormalizationData data)
    {
        for (int start = 0; start < points.Count; start++)
        {
            if (data.ClassOf(points[start]) == 0) continue;
            int end = start + 1;
            bool sorted = true;
            for (int previous = data.ClassOf(points[start]); end < points.Count; end++)
            {
                int combining = data.ClassOf(points[end]);
                if (combining == 0) break;
                sorted &= combining >= previous;
                previous = combining;
            }
            if (!sorted)
            {
                int[] run = points.GetRange(start, end - start).OrderBy(data.ClassOf).ToArray();
                for (int i = 0; i < run.Length; i++) points[start + i] = run[i];
            }
            start = end;
        }
    }

    private static void Compose(List<int> points, UnicodeNormalizationData data)
    {
        int starter = -1;
        int previous = 0;
        int to = 0;
        for (int from = 0; from < points.Count; from++)
        {
            int point = points[from];
            int combining = data.ClassOf(point);
            // A character joins the last starter unless one of its class or higher, or another starter, stands between.
            bool adjacent = to == starter + 1;
            if (starter >= 0 && (adjacent || (previous != 0 && previous < combining)) && Pair(points[starter], point, data) is >= 0 and int joined)
            {
                points[starter] = joined;
                continue;
            }
            if (combining == 0) starter = to;
            previous = combining;
            points[to++] = point;
        }
        points.RemoveRange(to, points.Count - to);
    }

    private static int Pair(int first, int second, UnicodeNormalizationData data)
    {
        if (first is >= LeadBase and < LeadBase + LeadCount && second is >= VowelBase and < VowelBase + VowelCount)
            return HangulBase + ((first - LeadBase) * VowelCount + second - VowelBase) * TailCount;
        if (IsHangul(first) && (first - HangulBase) % TailCount == 0 && second is > TailBase and < TailBase + TailCount)
            return first + second - TailBase;
        return data.Compose(first, second);
    }

    private static bool IsHangul(int point) => point is >= HangulBase and < HangulBase + HangulCount;
}
