namespace Hone.Tensors;

/// <summary>Rows of a packed batch that follow each other and use the same adapter slot.</summary>
/// <param name="First">First row.</param>
/// <param name="Count">Number of rows.</param>
/// <param name="Slot">Their slot; 0 is the base alone.</param>
public readonly record struct RowSegment(int First, int Count, int Slot);
