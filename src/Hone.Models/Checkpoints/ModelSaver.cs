namespace Hone.Models;

internal static class ModelSaver
{
    internal static string? InterruptedHint(string path) => null;
}
