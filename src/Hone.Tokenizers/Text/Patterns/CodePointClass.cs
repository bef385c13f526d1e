using System.Globalization;

namespace Hone.Tokenizers;

/// <summary>What a pattern's classes and escapes say about one code point. Immutable.</summary>
internal abstract class CodePointClass
{
    public abstract bool Contains(int codePoint);

    /// <summary>From the first to the last, both included.</summary>
    public sealed class Range(int first, int last) : CodePointClass
    {
        public override bool Contains(int codePoint) => codePoint >= first && codePoint <= last;
    }

    /// <summary>Several ranges, in ascending order.</summary>
    public sealed class Ranges(int[] bounds) : CodePointClass
    {
        public override bool Contains(int codePoint)
        {
            for (int i = 0; i < bounds.Length && codePoint >= bounds[i]; i += 2)
            {
                if (codePoint <= bounds[i + 1]) return true;
            }
            return false;
        }
    }

    /// <summary>The general categories whose bits are set.</summary>
    public sealed class Categories(uint mask) : CodePointClass
    {
        public override bool Contains(int codePoint) => (mask >> (int)CharUnicodeInfo.GetUnicodeCategory(codePoint) & 1) != 0;
    }

    /// <summary>What a test says.</summary>
    public sealed class Test(Func<int, bool> test) : CodePointClass
    {
        public override bool Contains(int codePoint) => test(codePoint);
    }

    /// <summary>Everything else.</summary>
    public sealed class Not(CodePointClass inner) : CodePointClass
    {
        public override bool Contains(int codePoint) => !inner.Contains(codePoint);
    }

    /// <summary>What any part has; nothing where there is no part.</summary>
    public sealed class Any(CodePointClass[] parts) : CodePointClass
    {
        public override bool Contains(int codePoint)
        {
            foreach (CodePointClass part in parts)
            {
                if (part.Contains(codePoint)) return true;
            }
            return false;
        }
    }

    /// <summary>What every part has.</summary>
    public sealed class All(CodePointClass[] parts) : CodePointClass
    {
        public override bool Contains(int codePoint)
        {
            foreach (CodePointClass part in parts)
            {
                if (!part.Contains(codePoint)) return false;
            }
            return true;
        }
    }

    /// <summary>The set with the other cases of its members.</summary>
    public sealed class IgnoringCase(CodePointClass inner) : CodePointClass
    {
        public override bool Contains(int codePoint)
        {
            if (inner.Contains(codePoint)) return true;
            int lower = CodePoints.ToLower(codePoint);
            if (lower != codePoint && inner.Contains(lower)) return true;
            int upper = CodePoints.ToUpper(codePoint);
            if (upper != codePoint && inner.Contains(upper)) return true;
            // Letters that fold to ASCII ones: the long s and the Kelvin sign.
            return codePoint switch
            {
                's' or 'S' => inner.Contains('\u017F'),
                '\u017F' => inner.Contains('s') || inner.Contains('S'),
                'k' or 'K' => inner.Contains('\u212A'),
                '\u212A' => inner.Contains('k') || inner.Contains('K'),
                _ => false,
            };
        }
    }
}
