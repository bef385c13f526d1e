namespace Hone.Benchmarks.Allocations;

/// <summary>What a case allocated.</summary>
/// <param name="Name">Its name in benchmarks/expected-allocations.json.</param>
/// <param name="Bytes">Managed bytes of a call, rounded up.</param>
/// <param name="Collections">Garbage collections during all calls.</param>
internal sealed record AllocationFigure(string Name, long Bytes, int Collections);
