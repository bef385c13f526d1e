namespace Hone.Training.Configuration;

/// <summary>What a recipe trains; its top-level key <c>recipe</c>.</summary>
public enum RecipeKind
{
    /// <summary><c>pretrain</c>, <see cref="PretrainConfig"/>.</summary>
    Pretrain,

    /// <summary><c>sft</c>, <see cref="SftConfig"/>.</summary>
    Sft,

    /// <summary><c>rl</c>, <see cref="RlConfig"/>.</summary>
    Rl,

    /// <summary><c>dpo</c>, <see cref="DpoConfig"/>: all preference losses.</summary>
    Dpo,
}

/// <summary>Reads the key <c>recipe</c>.</summary>
public static class RecipeKinds
{
    /// <summary>The kind that a recipe names.</summary>
    /// <exception cref="RecipeException">The key is missing or names no kind.</exception>
    public static RecipeKind KindOf(RecipeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        RecipeKind? kind = reader.Choice("recipe", (RecipeKind?)null, "what is trained",
            ("pretrain", RecipeKind.Pretrain), ("sft", (RecipeKind?)RecipeKind.Sft), ("rl", (RecipeKind?)RecipeKind.Rl), ("dpo", (RecipeKind?)RecipeKind.Dpo));
        return kind ?? (reader.DescribesOnly ? RecipeKind.Rl : throw reader.Error("recipe", "is missing; write 'recipe: pretrain', 'recipe: sft', 'recipe: rl' or 'recipe: dpo'"));
    }

    internal static void Expect(this RecipeKind kind, RecipeReader reader)
    {
        RecipeKind found = KindOf(reader);
        if (found != kind && !reader.DescribesOnly)
            throw reader.Error("recipe", $"is '{found.ToString().ToLowerInvariant()}' where a {kind.ToString().ToLowerInvariant()} recipe is expected");
    }
}
