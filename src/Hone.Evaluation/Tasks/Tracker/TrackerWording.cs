using System.Globalization;
using System.Text;

namespace Hone.Evaluation.Tasks.Tracker;

/// <summary>
/// Turns problems into stories. The vocabulary is small (a model of a million parameters learns it) and
/// the stories are short: names, things, and three ways to join the steps cost the same number of tokens;
/// phrasings of more than one word are drawn only while the story's allowance of extra words lasts, which
/// keeps the longest prompt under 40 tokens when digits are single tokens.
/// </summary>
internal static class TrackerWording
{
    private const int ExtraWords = 3;

    internal static readonly string[] Names = ["Ann", "Ben", "Eva", "Leo", "Mia", "Sam", "Tom", "Zoe"];
    internal static readonly string[] Things = ["books", "cards", "coins", "cups", "hats", "keys", "pens", "stones"];
    private static readonly string[] Headers = ["{0} has {1} {2}", "{0} holds {1} {2}", "{1} {2} for {0}"];
    private static readonly string[] Joiners = [".", ",", " then"];

    // {0} is the operand. Short phrasings, those without extra words, stand first.
    private static readonly string[] Add = ["gets {0}", "finds {0}", "buys {0}", "wins {0}"];
    private static readonly string[] Subtract = ["loses {0}", "sells {0}", "drops {0}", "gives away {0}"];
    private static readonly string[] Double = ["doubles", "doubles them", "has twice as many"];
    private static readonly string[] Halve = ["halves", "halves them", "keeps half"];
    private static readonly string[] Triple = ["triples", "triples them", "has thrice as many"];

    /// <summary>A story without its closing question mark, such as <c>Tom has 45 hats. gets 5. doubles</c>.</summary>
    public static string Story(TrackerProblem problem, ref CounterRandom random)
    {
        string name = Names[random.Next(Names.Length)];
        string thing = Things[random.Next(Things.Length)];
        string header = Headers[random.Next(Headers.Length)];
        string joiner = Joiners[random.Next(Joiners.Length)];
        var story = new StringBuilder();
        story.AppendFormat(CultureInfo.InvariantCulture, header, name, problem.Start, thing);
        int extra = ExtraWords;
        foreach (TrackerStep step in problem.Steps)
        {
            string phrase = Choose(PhrasesOf(step.Operation), step.Operation, ref extra, ref random);
            story.Append(joiner).Append(' ').AppendFormat(CultureInfo.InvariantCulture, phrase, step.Operand);
        }
        return story.ToString();
    }

    /// <summary>All phrasings of an operation.</summary>
    internal static string[] PhrasesOf(TrackerOperation operation) => operation switch
    {
        TrackerOperation.Add => Add,
        TrackerOperation.Subtract => Subtract,
        TrackerOperation.Double => Double,
        TrackerOperation.Halve => Halve,
        _ => Triple,
    };

    private static string Choose(string[] phrases, TrackerOperation operation, ref int extra, ref CounterRandom random)
    {
        int affordable = 0;
        while (affordable < phrases.Length && Extra(phrases[affordable], operation) <= extra) affordable++;
        string phrase = phrases[random.Next(affordable)];
        extra -= Extra(phrase, operation);
        return phrase;
    }

    // Three tokens beside the joiner are free: a verb, the space before a digit, and the digit; or, where no
    // digit is named, up to three words.
    private static int Extra(string phrase, TrackerOperation operation)
    {
        int tokens = phrase.AsSpan().Count(' ') + 1;
        if (operation is TrackerOperation.Add or TrackerOperation.Subtract) tokens++;
        return Math.Max(0, tokens - 3);
    }
}
