using System.Text;

namespace Hone.Models;

/// <summary>
/// One way between a parameter of a model and a tensor of a checkpoint. "*" stands for one or more characters without '.', "**", at the
/// end of a pattern only, for any rest of one or more; placeholders are carried over in order. A prefix is the rule
/// ("model.**", "language_model.model.**").
/// </summary>
/// <param name="Model">Pattern of the model's name.</param>
/// <param name="File">Pattern of the checkpoint's name.</param>
public sealed record WeightNameRule(string Model, string File)
{
    /// <summary>Whether the checkpoint stores the matrix as [inputs, outputs].</summary>
    public bool IsTransposed { get; init; }

    /// <summary>Whether the checkpoint stores a vector of one element as a single number, without axes.</summary>
    public bool IsScalar { get; init; }

    /// <summary>First row of this part in a fused tensor, outputs counted before any transposition.</summary>
    public int FirstRow { get; init; }

    /// <summary>Rows of the whole fused tensor; 0, the default, means that the tensor is this one alone.</summary>
    public int FusedRows { get; init; }

    /// <summary>
    /// Rows of a head whose two halves the checkpoint interleaves: its rows 2 j and 2 j + 1 of a head are rows j and j + half here
    /// (GGUF files of architectures that rotate neighbours). 0, the default, means that rows keep their order.
    /// </summary>
    public int InterleavedRows { get; init; }

    /// <summary>Whether the checkpoint stores 1 + w (gains of Gemma in GGUF files).</summary>
    public bool AddsOne { get; init; }

    /// <summary>Whether the tensor holds other parameters too.</summary>
    public bool IsFused => FusedRows > 0;

    /// <summary>The rules of a tensor that stacks the rows of several parameters.</summary>
    /// <param name="file">Pattern of its name.</param>
    /// <param name="parts">Patterns of the model's names with their rows, from the top.</param>
    public static IEnumerable<WeightNameRule> Fused(string file, params (string Model, int Rows)[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        int total = checked(parts.Sum(part => part.Rows)), first = 0;
        var rules = new List<WeightNameRule>();
        foreach ((string model, int rows) in parts)
        {
            rules.Add(new WeightNameRule(model, file) { FirstRow = first, FusedRows = total });
            first += rows;
        }
        return rules;
    }

    internal void Validate()
    {
        if (!Placeholders(Model).SequenceEqual(Placeholders(File)))
            throw new ArgumentException($"The rule '{Model}' to '{File}' has different placeholders on its two sides.");
    }

    internal static bool TryMatch(string pattern, string name, out List<string> parts)
    {
        parts = [];
        int at = 0;
        for (int i = 0; i < pattern.Length;)
        {
            if (pattern[i] != '*')
            {
                if (at >= name.Length || name[at++] != pattern[i++])
                    return false;
                continue;
            }
            if (i + 1 < pattern.Length && pattern[i + 1] == '*')
            {
                if (at >= name.Length)
                    return false;
                parts.Add(name[at..]);
                return true;
            }
            int end = name.IndexOf('.', at);
            if (end < 0)
                end = name.Length;
            if (end == at)
                return false;
            parts.Add(name[at..end]);
            at = end;
            i++;
        }
        return at == name.Length;
    }

    internal static string Fill(string pattern, List<string> parts)
    {
        var result = new StringBuilder();
        int next = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '*')
            {
                result.Append(pattern[i]);
                continue;
            }
            result.Append(parts[next++]);
            if (i + 1 < pattern.Length && pattern[i + 1] == '*')
                i++;
        }
        return result.ToString();
    }

    private static List<string> Placeholders(string pattern)
    {
        var found = new List<string>();
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '*')
                continue;
            bool rest = i + 1 < pattern.Length && pattern[i + 1] == '*';
            bool followed = i + (rest ? 2 : 1) < pattern.Length;
            if (rest && followed)
                throw new ArgumentException($"In '{pattern}' something follows '**'; it stands at the end only.");
            if (!rest && followed && pattern[i + 1] != '.')
                throw new ArgumentException($"In '{pattern}' a '*' is followed by '{pattern[i + 1]}'; it stands for the rest of a part.");
            found.Add(rest ? "**" : "*");
            if (rest)
                i++;
        }
        return found;
    }
}

/// <summary>Where a parameter lies in a checkpoint.</summary>
/// <param name="File">Name of the tensor.</param>
/// <param name="Rule">How it is laid out there; null means as in the model.</param>
public readonly record struct WeightPlace(string File, WeightNameRule? Rule)
{
    /// <summary>The row of the tensor that holds a row of the parameter, outputs counted before any transposition.</summary>
    public int FileRow(int row)
    {
        if (Rule is null)
            return row;
        int rows = Rule.InterleavedRows;
        if (rows > 0)
        {
            int inHead = row % rows, half = rows / 2;
            row += (inHead < half ? 2 * inHead : (2 * (inHead - half)) + 1) - inHead;
        }
        return Rule.FirstRow + row;
    }

    /// <summary>The shape of the tensor that holds a parameter of a shape.</summary>
    public long[] FileShape(Hone.Tensors.Shape shape)
    {
        if (Rule is { IsScalar: true })
            return [];
        long rows = Rule is { IsFused: true } fused ? fused.FusedRows : shape[0];
        if (shape.Rank == 1)
            return [rows];
        return Rule is { IsTransposed: true } ? [shape[1], rows] : [rows, shape[1]];
    }
}
