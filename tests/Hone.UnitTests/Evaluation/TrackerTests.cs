using System.Globalization;
using System.Text.RegularExpressions;
using Hone.Evaluation.Tasks;
using Hone.Evaluation.Tasks.Tracker;
using Xunit;

namespace Hone.UnitTests.Evaluation;

public sealed partial class TrackerTests
{
    private const int Documents = 20_000;

    [Fact]
    public void Corpus_is_true_and_shows_no_held_out_problem()
    {
        var corpus = new TrackerCorpus();
        int equations = 0;
        for (int i = 0; i < Documents; i++)
        {
            TrackerDocument document = corpus.Document(i);
            string text = document.Text;
            int answerStart = text.IndexOf("? A:", StringComparison.Ordinal);
            string story = answerStart < 0 ? "" : text[..answerStart];
            string answer = answerStart < 0 ? text : text[(answerStart + 4)..];
            Assert.Equal(document.AnswerStart, answerStart < 0 ? 0 : answerStart + 4);

            // Nothing of the generator is used from here on: the text is read back as a person would.
            List<(int Left, char Sign, int Right, int Result)> chain = ReadChain(answer);
            equations += chain.Count;
            foreach ((int left, char sign, int right, int result) in chain)
                Assert.True(Evaluate(left, sign, right) == result, text);
            for (int e = 1; e < chain.Count; e++) Assert.True(chain[e].Left == chain[e - 1].Result, text);
            if (answerStart < 0)
            {
                Assert.Equal(4, chain.Count);
                AssertNotHeldOut(chain[0].Left, [.. chain.Select(c => (c.Sign, c.Right))], text);
                continue;
            }

            (int start, List<(char Sign, int Operand)> steps) = ReadStory(story[3..]);
            int state = start;
            for (int s = 0; s < steps.Count; s++)
            {
                int next = Evaluate(state, steps[s].Sign, steps[s].Operand);
                if (chain.Count > 0) Assert.Equal((state, steps[s].Sign, steps[s].Operand, next), chain[s]);
                state = next;
            }
            Assert.True(chain.Count == 0 || chain.Count == steps.Count, text);
            Assert.True(answer.EndsWith($" #{state}", StringComparison.Ordinal), text);
            AssertNotHeldOut(start, steps, text);
        }
        Assert.True(equations > 40_000, $"{equations} equations");
    }

    [Fact]
    public void Shares_are_those_asked_for()
    {
        foreach ((double drill, double textbook, double chains) in new[] { (0.10, 0.45, 0.07), (0.0, 0.5, 0.0), (0.3, 0.3, 1.0) })
        {
            var corpus = new TrackerCorpus(new TrackerCorpusOptions
            {
                Seed = 7, DrillShare = drill, TextbookShare = textbook, ChainShare = chains,
            });
            TrackerDocument[] documents = [.. Enumerable.Range(0, Documents).Select(i => corpus.Document(i))];
            TrackerDocument[] forum = [.. documents.Where(d => d.Kind == TrackerDocumentKind.Forum)];
            Assert.Equal(drill, Share(documents, d => d.Kind == TrackerDocumentKind.Drill), 0.015);
            Assert.Equal(textbook, Share(documents, d => d.Kind == TrackerDocumentKind.Textbook), 0.015);
            Assert.Equal(chains, Share(forum, d => TrackerTask.ContainsChain(d.Text)), 0.015);
            Assert.All(documents, d => Assert.Equal(
                d.Kind switch { TrackerDocumentKind.Forum => 'Q', TrackerDocumentKind.Textbook => 'T', _ => d.Text[0] }, d.Text[0]));
            for (int k = 1; k <= 6; k++) Assert.Equal(1 / 6.0, Share(forum, d => d.Problem.Steps.Count == k), 0.02);
        }
    }

    [Fact]
    public void Any_index_can_be_generated_alone_and_seeds_differ()
    {
        var forward = new TrackerCorpus();
        string[] texts = [.. forward.Texts(0, 300)];
        for (int i = 299; i >= 0; i -= 13) Assert.Equal(texts[i], new TrackerCorpus().Document(i).Text);
        Assert.Equal(texts[200..210], forward.Texts(200, 10));
        string[] other = [.. new TrackerCorpus(new TrackerCorpusOptions { Seed = 1 }).Texts(0, 300)];
        Assert.True(texts.Zip(other).Count(p => p.First == p.Second) < 3);
        Assert.True(texts.Distinct().Count() > 290);
    }

    [Fact]
    public void Documents_are_the_recorded_ones()
    {
        // A change here changes the corpus of every base model: raise TrackerTask.Version with it.
        var corpus = new TrackerCorpus();
        Assert.Equal("3b6bfd83923f7b80eab324ec43e846cc", ContentHash.Id(string.Join('\n', corpus.Texts(0, 1000))));
        EvalTask task = TrackerTask.Create(new TrackerOptions { TrainCount = 100, TestCount = 100 });
        Assert.Equal("9253a18a8d442dd5b61075bce47ca8cf", ContentHash.Id(string.Join('\n', task.Train.Concat(task.Test).Select(e => e.Id))));
    }

    [Fact]
    public void Task_examples_are_right_held_out_and_distinct()
    {
        EvalTask task = TrackerTask.Create();
        Assert.Equal(4096, task.Train.Count);
        Assert.Equal(512, task.Test.Count);
        Assert.Equal(512, task.Test.Select(e => e.Id).Distinct().Count());
        foreach (TaskExample example in task.Train.Concat(task.Test))
        {
            Assert.Matches(@"^Q: .* \? A:$", example.Prompt);
            Assert.Equal("T" + example.Prompt[1..], example.ForcedPrompt);
            (int start, List<(char Sign, int Operand)> steps) = ReadStory(example.Prompt[3..^4]);
            int answer = steps.Aggregate(start, (state, s) => Evaluate(state, s.Sign, s.Operand));
            Assert.Equal(answer.ToString(CultureInfo.InvariantCulture), example.Answer);
            Assert.InRange(steps.Count, 4, 6);
            Assert.InRange(start, 3, 60);
            Assert.Equal(KeyOf(start, steps), example.SplitKey);
            Assert.True(task.Verifier.Verify($" #{answer}", example.Answer).IsCorrect);
            Assert.False(task.Verifier.Verify($" #{answer + 1}", example.Answer).IsCorrect);
        }
        foreach (TaskExample example in task.Train)
        {
            (int start, List<(char Sign, int Operand)> steps) = ReadStory(example.Prompt[3..^4]);
            AssertNotHeldOut(start, steps, example.Prompt);
        }
        Assert.All(task.Test, e => Assert.True(ContentHash.Number(e.SplitKey) % 10 == 0));
    }

    [Fact]
    public void Prompts_are_short_and_the_vocabulary_small()
    {
        var words = new HashSet<string>();
        var lengths = new List<int>();
        EvalTask task = TrackerTask.Create(new TrackerOptions { MinSteps = 6, TrainCount = 5_000, TestCount = 1 });
        foreach (TaskExample example in task.Train)
        {
            lengths.Add(Tokens(example.Prompt));
            foreach (Match word in Words().Matches(example.Prompt)) words.Add(word.Value);
        }
        foreach (string text in new TrackerCorpus().Texts(0, 5000))
        {
            foreach (Match word in Words().Matches(text)) words.Add(word.Value);
            int answer = text.IndexOf("A:", StringComparison.Ordinal);
            Assert.True(Tokens(answer < 0 ? text : text[(answer + 2)..]) < 60, text);
        }
        Assert.InRange(words.Count, 60, 80);
        Assert.True(lengths.Max() <= 40, $"longest {lengths.Max()}");
        Assert.InRange(lengths.Average(), 25, 36);
    }

    [Fact]
    public void Every_phrasing_and_operation_occurs()
    {
        string text = string.Join('\n', new TrackerCorpus().Texts(0, 5000));
        foreach (TrackerOperation operation in Enum.GetValues<TrackerOperation>())
        {
            foreach (string phrase in TrackerWording.PhrasesOf(operation))
                Assert.True(Regex.Count(text, Regex.Escape(phrase).Replace(@"\{0}", "[2-9]")) > 50, phrase);
        }
        foreach (string word in TrackerWording.Names.Concat(TrackerWording.Things)) Assert.Contains(word, text);
    }

    [Theory]
    [InlineData(" #93", false)]
    [InlineData(" 45+5=50. #50", true)]
    [InlineData("45+5=51.#50", true)]
    [InlineData("45+5. #50", false)]
    [InlineData("45+5=. #50", false)]
    [InlineData("#50 45+5=50.", false)]
    [InlineData(" 9/2=4", true)]
    [InlineData("", false)]
    public void Chain_is_recognised(string completion, bool expected) =>
        Assert.Equal(expected, TrackerTask.ContainsChain(completion));

    [Fact]
    public void Format_pattern_takes_any_marked_answer()
    {
        var format = new Hone.Verification.RegexFormatVerifier(TrackerTask.FormatPattern);
        foreach (TrackerDocument d in Enumerable.Range(0, 500).Select(i => new TrackerCorpus().Document(i)))
        {
            if (d.Kind != TrackerDocumentKind.Drill) Assert.True(format.Verify(d.Text[d.AnswerStart..], "0").IsCorrect);
        }
        Assert.False(format.Verify("45+5=50.", "0").IsCorrect);
    }

    [Fact]
    public void Impossible_problems_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new TrackerProblem(5, new TrackerStep(TrackerOperation.Subtract, 6)));
        Assert.Throws<ArgumentException>(() => new TrackerProblem(95, new TrackerStep(TrackerOperation.Add, 5)));
        Assert.Throws<ArgumentException>(() => new TrackerProblem(7, new TrackerStep(TrackerOperation.Halve, 2)));
        Assert.Throws<ArgumentException>(() => new TrackerProblem(50, new TrackerStep(TrackerOperation.Double, 2)));
        Assert.Throws<ArgumentException>(() => new TrackerProblem(34, new TrackerStep(TrackerOperation.Triple, 3)));
        Assert.Throws<ArgumentException>(() => new TrackerProblem(0, new TrackerStep(TrackerOperation.Double, 2)));
        Assert.Throws<ArgumentException>(() => new TrackerProblem(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrackerProblem(100, new TrackerStep(TrackerOperation.Add, 5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrackerTask.Create(new TrackerOptions { MinSteps = 3 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrackerCorpus(new TrackerCorpusOptions { DrillShare = 0.6 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrackerCorpus().Document(-1));
        Assert.Equal("5-5=0.", new TrackerProblem(5, new TrackerStep(TrackerOperation.Subtract, 5)).Equations());
        Assert.Equal(99, new TrackerProblem(33, new TrackerStep(TrackerOperation.Triple, 3)).Answer);
    }

    private static double Share(TrackerDocument[] documents, Func<TrackerDocument, bool> test) =>
        documents.Count(test) / (double)documents.Length;

    // Tokens with single digits: a word with the space before it, a mark, a digit, the space before a digit.
    private static int Tokens(string text) => Regex.Count(text, " ?[A-Za-z]+| ?[^A-Za-z0-9 ]| |[0-9]");

    private static int Evaluate(int left, char sign, int right) => sign switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        _ => left % right == 0 ? left / right : throw new InvalidDataException($"{left}/{right}"),
    };

    private static string KeyOf(int start, IEnumerable<(char Sign, int Operand)> steps) =>
        start + string.Concat(steps.Select(s => $"{s.Sign}{s.Operand}"));

    private static void AssertNotHeldOut(int start, List<(char Sign, int Operand)> steps, string text)
    {
        Assert.True(ContentHash.Number(KeyOf(start, steps)) % 10 != 0, text);
        int state = start;
        for (int first = 0; first < steps.Count; first++)
        {
            for (int count = 4; first + count <= steps.Count; count++)
                Assert.True(ContentHash.Number(KeyOf(state, steps[first..(first + count)])) % 10 != 0, text);
            state = Evaluate(state, steps[first].Sign, steps[first].Operand);
        }
    }

    private static List<(int Left, char Sign, int Right, int Result)> ReadChain(string answer)
    {
        string equations = answer.Split('#')[0].Trim();
        var chain = new List<(int, char, int, int)>();
        foreach (string part in equations.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            Match m = Equation().Match(part);
            Assert.True(m.Success, answer);
            chain.Add((int.Parse(m.Groups[1].ValueSpan), m.Groups[2].Value[0], int.Parse(m.Groups[3].ValueSpan), int.Parse(m.Groups[4].ValueSpan)));
        }
        return chain;
    }

    private static (int Start, List<(char Sign, int Operand)> Steps) ReadStory(string story)
    {
        string[] parts = [.. Regex.Split(story, @"\.|,|\bthen\b").Select(p => p.Trim())];
        int start = int.Parse(Regex.Match(parts[0], "[0-9]+").ValueSpan);
        var steps = new List<(char, int)>();
        foreach (string part in parts[1..])
        {
            string verb = part.Split(' ')[0];
            int operand = Regex.Match(part, "[0-9]+") is { Success: true } m ? int.Parse(m.ValueSpan) : 0;
            steps.Add(verb switch
            {
                "gets" or "finds" or "buys" or "wins" => ('+', operand),
                "loses" or "sells" or "drops" or "gives" => ('-', operand),
                "doubles" => ('*', 2),
                "triples" => ('*', 3),
                "halves" or "keeps" => ('/', 2),
                "has" when part == "has twice as many" => ('*', 2),
                "has" when part == "has thrice as many" => ('*', 3),
                _ => throw new InvalidDataException(part),
            });
        }
        return (start, steps);
    }

    [GeneratedRegex("^([0-9]+)([-+*/])([0-9]+)=([0-9]+)$")]
    private static partial Regex Equation();

    [GeneratedRegex("[A-Za-z]+|[^A-Za-z ]")]
    private static partial Regex Words();
}
