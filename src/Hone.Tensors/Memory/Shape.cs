using System.Globalization;

namespace Hone.Tensors;

/// <summary>The lengths of up to four axes, outermost first. A value type, so that making a view allocates nothing.</summary>
public readonly struct Shape : IEquatable<Shape>
{
    private readonly int _d0, _d1, _d2, _d3;

    /// <summary>A vector of <paramref name="d0"/> elements.</summary>
    public Shape(int d0) : this(1, d0, 1, 1, 1) { }

    /// <summary>A matrix [d0, d1].</summary>
    public Shape(int d0, int d1) : this(2, d0, d1, 1, 1) { }

    /// <summary>A tensor [d0, d1, d2].</summary>
    public Shape(int d0, int d1, int d2) : this(3, d0, d1, d2, 1) { }

    /// <summary>A tensor [d0, d1, d2, d3].</summary>
    public Shape(int d0, int d1, int d2, int d3) : this(4, d0, d1, d2, d3) { }

    private Shape(int rank, int d0, int d1, int d2, int d3)
    {
        if ((d0 | d1 | d2 | d3) < 0)
            throw new ArgumentOutOfRangeException(nameof(d0), $"A length is negative: [{d0}, {d1}, {d2}, {d3}].");
        Rank = rank;
        _d0 = d0;
        _d1 = d1;
        _d2 = d2;
        _d3 = d3;
    }

    /// <summary>Number of axes, 1 to 4 (0 only in the default value).</summary>
    public int Rank { get; }

    /// <summary>Length of one axis.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="axis"/> is not below <see cref="Rank"/>.</exception>
    public int this[int axis] => (uint)axis < (uint)Rank
        ? axis switch { 0 => _d0, 1 => _d1, 2 => _d2, _ => _d3 }
        : throw new ArgumentOutOfRangeException(nameof(axis), axis, $"The rank is {Rank}.");

    /// <summary>Product of all lengths.</summary>
    public long ElementCount => Rank == 0 ? 0 : (long)_d0 * _d1 * _d2 * _d3;

    /// <summary>Length of the innermost axis.</summary>
    public int Last => this[Rank - 1];

    /// <summary>Product of all lengths but the innermost: the number of rows.</summary>
    public long Rows => Last == 0 ? 0 : ElementCount / Last;

    /// <summary>The same shape with another length of axis 0.</summary>
    public Shape WithLeading(int length) => new(Rank, length, _d1, _d2, _d3);

    /// <inheritdoc/>
    public bool Equals(Shape other) =>
        Rank == other.Rank && _d0 == other._d0 && _d1 == other._d1 && _d2 == other._d2 && _d3 == other._d3;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rank, _d0, _d1, _d2, _d3);

    /// <summary>Equal ranks and lengths.</summary>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Different ranks or lengths.</summary>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <summary>The lengths as "[2, 40, 64]".</summary>
    public override string ToString()
    {
        var parts = new string[Rank];
        for (int i = 0; i < Rank; i++)
            parts[i] = this[i].ToString(CultureInfo.InvariantCulture);
        return "[" + string.Join(", ", parts) + "]";
    }
}
