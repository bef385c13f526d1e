namespace Hone.UnitTests.Models;

/// <summary>What tests throw where they want something to fail.</summary>
internal sealed class PlannedFailureException : Exception;
