using System.CommandLine;
using System.Globalization;
using System.Text;
using Hone.Cli.Errors;
using Hone.Inference;
using Hone.Models;
using Hone.Tokenizers;

namespace Hone.Cli.Commands;

/// <summary><c>hone tokenize</c>: text to ids with each token's spelling and bytes, or ids to text.</summary>
internal static class TokenizeCommand
{
    internal static Command Create(CliContext context)
    {
        var model = new Argument<string>("MODEL") { Description = "Model folder, GGUF file, tokenizer.json, or the name of a built-in model." };
        var text = new Argument<string>("TEXT") { Description = "The text, or '-' for standard input." };
        var idsOnly = new Option<bool>("--ids") { Description = "Print the ids only, on one line." };
        var decode = new Option<bool>("--decode") { Description = "TEXT holds ids, with spaces or commas between them; print their text." };
        var command = new Command("tokenize", "Show how a model's tokenizer cuts a text.") { model, text, idsOnly, decode };
        command.SetAction(parsed =>
        {
            Tokenizer tokenizer = Open(context.Models.Resolve(parsed.GetRequiredValue(model)));
            string input = TextArgument.Read(parsed.GetRequiredValue(text), context);
            if (parsed.GetValue(decode)) context.Terminal.Out.WriteLine(tokenizer.Decode(ParseIds(input, tokenizer.VocabularySize)));
            else Print(tokenizer, tokenizer.Encode(input), parsed.GetValue(idsOnly), context);
            return ExitCode.Success;
        });
        return command;
    }

    private static Tokenizer Open(string path)
    {
        if (File.Exists(path)) return GgufFile.IsGguf(path) ? ModelBundle.OpenTokenizer(path).Tokenizer : TokenizerJsonReader.Read(path);
        if (!File.Exists(Path.Combine(path, "tokenizer.json")))
            throw new UserException($"{path}: has no tokenizer.json", "Give a model folder with a tokenizer, or the tokenizer.json itself.");
        return TokenizerDirectory.Load(path).Tokenizer;
    }

    private static void Print(Tokenizer tokenizer, int[] ids, bool idsOnly, CliContext context)
    {
        if (idsOnly)
        {
            context.Terminal.Out.WriteLine(string.Join(' ', ids));
            return;
        }
        context.Terminal.Table(["id", "token", "bytes", "text"], [.. ids.Select(id => (IReadOnlyList<string>)
        [
            id.ToString(CultureInfo.InvariantCulture), tokenizer.IdToToken(id) ?? "",
            string.Join(' ', tokenizer.TokenBytes(id).ToArray().Select(b => b.ToString("x2", CultureInfo.InvariantCulture))),
            Quote(tokenizer.TokenBytes(id)),
        ])]);
        context.Terminal.Error.WriteLine($"{ids.Length} tokens");
    }

    /// <summary>A token's text in quotes, on one line.</summary>
    internal static string Quote(ReadOnlySpan<byte> bytes)
    {
        var quoted = new StringBuilder("'");
        foreach (Rune rune in Encoding.UTF8.GetString(bytes).EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when Rune.IsControl(rune) => $"\\u{rune.Value:x4}",
                _ => rune.ToString(),
            });
        }
        return quoted.Append('\'').ToString();
    }

    private static int[] ParseIds(string text, int vocabularySize)
    {
        string[] parts = text.Split([' ', ',', '\n', '\r', '\t', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        var ids = new int[parts.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out ids[i]) || ids[i] >= vocabularySize)
                throw new UserException($"'{parts[i]}' is no token id", $"With --decode, TEXT holds ids from 0 to {vocabularySize - 1}.");
        }
        return ids;
    }
}
