using Hone.Tokenizers;

namespace Hone.Training.Configuration;

/// <summary>The section <c>train_tokenizer</c> of a pre-training recipe: byte-level BPE trained on the data.</summary>
public sealed record TokenizerTrainingConfig
{
    /// <summary><c>vocab_size</c>: tokens in all, special ones included; default 512.</summary>
    public int VocabSize { get; init; } = 512;

    /// <summary><c>single_digits</c>: every digit is a token of its own; default true.</summary>
    public bool SingleDigits { get; init; } = true;

    /// <summary><c>all_bytes</c>: whether bytes that the data does not have get tokens too, so that any text can be encoded; default true.</summary>
    public bool AllBytes { get; init; } = true;

    /// <summary><c>documents</c>: documents of a corpus made on the fly that it is trained on; default 20000.</summary>
    public int Documents { get; init; } = 20000;

    /// <summary>Reads the keys from the section that they stand in.</summary>
    /// <exception cref="RecipeException">A value does not fit.</exception>
    public static TokenizerTrainingConfig Read(RecipeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new TokenizerTrainingConfig
        {
            VocabSize = reader.Integer("vocab_size", 512, "tokens in all", min: 16),
            SingleDigits = reader.Flag("single_digits", true, "every digit is a token"),
            AllBytes = reader.Flag("all_bytes", true, "bytes that the data does not have get tokens too"),
            Documents = reader.Integer("documents", 20000, "documents of a corpus made on the fly to train on", min: 1),
        };
    }

    /// <summary>The trainer's options.</summary>
    public BpeTrainerOptions Build(string endOfText) => new()
    {
        VocabularySize = VocabSize,
        SingleDigits = SingleDigits,
        Alphabet = AllBytes ? ByteAlphabet.All : ByteAlphabet.Seen,
        SpecialTokens = [endOfText],
    };
}
