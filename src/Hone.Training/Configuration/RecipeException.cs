namespace Hone.Training.Configuration;

/// <summary>A recipe that cannot be used. The message is one line, says where (file:line:column, or the override) and what to write instead.</summary>
public sealed class RecipeException : Exception
{
    /// <summary>With a one-line message.</summary>
    public RecipeException(string message) : base(message)
    {
    }

    /// <summary>With a one-line message and what caused it.</summary>
    public RecipeException(string message, Exception inner) : base(message, inner)
    {
    }
}
