namespace Hone.Benchmarks;

/// <summary>The clone that this program was built in: recipes, models and the page it writes are there.</summary>
internal static class Clone
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path in it.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Hone.slnx")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run this from a clone.");
        return root;
    }
}
