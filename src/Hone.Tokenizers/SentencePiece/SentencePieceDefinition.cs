using System.Text;

namespace Hone.Tokenizers;

/// <summary>Types of pieces, as in <c>sentencepiece_model.proto</c>.</summary>
internal enum PieceType
{
    Normal = 1,
    Unknown = 2,
    Control = 3,
    UserDefined = 4,
    Unused = 5,
    Byte = 6,
}

/// <summary>What Hone uses of a SentencePiece model. Format: <c>src/sentencepiece_model.proto</c> of google/sentencepiece.</summary>
internal sealed class SentencePieceDefinition
{
    public List<(string Text, float Score, PieceType Type)> Pieces { get; } = [];

    public bool IsUnigram { get; private set; } = true;

    public bool ByteFallback { get; private set; }

    public bool WhitespaceAsSuffix { get; private set; }

    public string UnknownSurface { get; private set; } = " \u2047 ";

    public PrecompiledCharsMap? CharsMap { get; private set; }

    public bool AddDummyPrefix { get; private set; } = true;

    public bool RemoveExtraWhitespaces { get; private set; } = true;

    public bool EscapeWhitespaces { get; private set; } = true;

    public int BosId { get; private set; } = 1;

    public int EosId { get; private set; } = 2;

    public int PadId { get; private set; } = -1;

    public static SentencePieceDefinition Read(ReadOnlySpan<byte> data, string file, TokenizerLimits limits)
    {
        var definition = new SentencePieceDefinition();
        var reader = new ProtoReader(data, file);
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                if (definition.Pieces.Count >= Math.Min(limits.MaxTokens, ByteLevelBpe.MaxVocabularySize)) throw new TokenizerFormatException(file, "pieces", $"at most {limits.MaxTokens}", "more");
                definition.ReadPiece(reader.Bytes, file);
            }
            else if (reader.Field == 2) definition.ReadTrainer(reader.Bytes, file);
            else if (reader.Field == 3) definition.ReadNormalizer(reader.Bytes, file);
            else if (reader.Field == 5) CheckDenormalizer(reader.Bytes, file);
        }
        if (definition.Pieces.Count(static piece => piece.Type == PieceType.Unknown) != 1) throw new TokenizerFormatException(file, "pieces", "one unknown piece", "none or several");
        return definition;
    }

    private void ReadPiece(ReadOnlySpan<byte> data, string file)
    {
        string text = "";
        float score = 0;
        var type = PieceType.Normal;
        var reader = new ProtoReader(data, file);
        while (reader.Next())
        {
            if (reader.Field == 1) text = Text(reader.Bytes, file);
            else if (reader.Field == 2) score = BitConverter.UInt32BitsToSingle((uint)reader.Number);
            else if (reader.Field == 3) type = reader.Number is >= 1 and <= 6 ? (PieceType)reader.Number : throw new TokenizerFormatException(file, "pieces", "a type from 1 to 6", $"{reader.Number}");
        }
        if (text.Length == 0 || !float.IsFinite(score)) throw new TokenizerFormatException(file, $"piece {Pieces.Count}", "a text and a finite score", "none");
        Pieces.Add((text, score, type));
    }

    private void ReadTrainer(ReadOnlySpan<byte> data, string file)
    {
        var reader = new ProtoReader(data, file);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 3 when reader.Number is 1 or 2: IsUnigram = reader.Number == 1; break;
                case 3: throw new TokenizerFormatException(file, "trainer_spec.model_type", "unigram or bpe; other models are not supported", reader.Number == 3 ? "word" : reader.Number == 4 ? "char" : $"{reader.Number}");
                case 24: WhitespaceAsSuffix = reader.Number != 0; break;
                case 35: ByteFallback = reader.Number != 0; break;
                case 41: BosId = (int)(long)reader.Number; break;
                case 42: EosId = (int)(long)reader.Number; break;
                case 43: PadId = (int)(long)reader.Number; break;
                case 44: UnknownSurface = Text(reader.Bytes, file); break;
            }
        }
    }

    private void ReadNormalizer(ReadOnlySpan<byte> data, string file)
    {
        var reader = new ProtoReader(data, file);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2 when reader.Bytes.Length > 0:
                    try
                    {
                        CharsMap = new PrecompiledCharsMap(reader.Bytes);
                    }
                    catch (ArgumentException e)
                    {
                        throw new TokenizerFormatException(file, "normalizer_spec.precompiled_charsmap", "a compiled character map", e.Message, e);
                    }
                    break;
                case 3: AddDummyPrefix = reader.Number != 0; break;
                case 4: RemoveExtraWhitespaces = reader.Number != 0; break;
                case 5: EscapeWhitespaces = reader.Number != 0; break;
            }
        }
    }

    private static void CheckDenormalizer(ReadOnlySpan<byte> data, string file)
    {
        var reader = new ProtoReader(data, file);
        while (reader.Next())
        {
            if (reader.Field == 2 && reader.Bytes.Length > 0) throw new TokenizerFormatException(file, "denormalizer_spec", "no character map: denormalization is not supported", "one");
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes, string file)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) throw new TokenizerFormatException(file, "a text", "UTF-8", "other bytes");
        return Encoding.UTF8.GetString(bytes);
    }
}
