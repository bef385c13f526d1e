using System.Reflection;
using Hone.Tensors;
using Xunit;

namespace Hone.UnitTests.Training.Recipes;

/// <summary>The fast backend inherits the specification; what it does not override runs scalar code, slowly and unnoticed.</summary>
public sealed class BackendCoverageTests
{
    // Moving numbers between host and device is the same on both.
    private static readonly string[] Shared = ["Upload", "Download", "Allocate", "Synchronize", "Dispose"];

    [Fact]
    public void TheFastBackendOverridesEveryComputation()
    {
        MethodInfo[] computations =
        [
            .. typeof(Backend).GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(m => m.IsVirtual && !m.IsSpecialName && !Shared.Contains(m.Name)),
        ];
        Assert.True(computations.Length > 25, $"only {computations.Length} computations found");
        string[] inherited = [.. computations.Where(m => Implementation(m).DeclaringType != typeof(CpuBackend)).Select(m => m.Name)];
        Assert.True(inherited.Length == 0, $"CpuBackend falls back to scalar code in: {string.Join(", ", inherited)}");
    }

    private static MethodInfo Implementation(MethodInfo computation) =>
        typeof(CpuBackend).GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Single(m => m.GetBaseDefinition() == computation);
}
