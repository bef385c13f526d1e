namespace Hone.Tensors;

public partial class ReferenceBackend
{
    /// <inheritdoc/>
    public override void PackPanels(Tensor weight, Tensor panels)
    {
        if (weight.Type == DType.BFloat16)
        {
            PackHalves(weight, panels);
            return;
        }
        int rows = weight[0], columns = weight[1];
        Span<float> source = weight.HostSpan(), target = panels.HostSpan();
        target.Clear();
        for (int n = 0; n < rows; n++)
        {
            for (int k = 0; k < columns; k++)
                target[PanelIndex(n, k, columns)] = source[(n * columns) + k];
        }
    }

    private static void PackHalves(Tensor weight, Tensor panels)
    {
        int rows = weight[0], columns = weight[1];
        Span<ushort> source = weight.HostHalves(), target = panels.HostHalves();
        target.Clear();
        for (int n = 0; n < rows; n++)
        {
            for (int k = 0; k < columns; k++)
                target[HalfPanelIndex(n, k, columns)] = source[(n * columns) + k];
        }
    }

    private static int PanelIndex(int n, int k, int columns) => (((n / PanelWidth * columns) + k) * PanelWidth) + (n % PanelWidth);

    // Outputs j and j + 16 of a panel lie beside each other.
    private static int HalfPanelIndex(int n, int k, int columns)
    {
        int j = n % PanelWidth;
        return (((n / PanelWidth * columns) + k) * PanelWidth) + (j < 16 ? 2 * j : (2 * (j - 16)) + 1);
    }

    /// <summary>The panels of a weight, decoded to the float32 ones.</summary>
    private static ReadOnlySpan<float> DecodedPanels(Tensor panels)
    {
        if (panels.Type == DType.Float32)
            return panels.HostSpan();
        int count = panels[0] * PanelWidth, columns = panels[1];
        ReadOnlySpan<ushort> halves = panels.HostHalves();
        var values = new float[panels.ElementCount];
        for (int n = 0; n < count; n++)
        {
            for (int k = 0; k < columns; k++)
                values[PanelIndex(n, k, columns)] = BitConverter.UInt32BitsToSingle((uint)halves[HalfPanelIndex(n, k, columns)] << 16);
        }
        return values;
    }

    /// <inheritdoc/>
    public override void Product(Tensor x, Tensor panels, Tensor bias, Tensor y)
    {
        int columns = x.Shape.Last, outputs = y.Shape.Last;
        ReadOnlySpan<float> packed = DecodedPanels(panels);
        ReadOnlySpan<float> add = bias.IsEmpty ? default : bias.HostSpan();
        for (long m = 0; m < x.Shape.Rows; m++)
        {
            ReadOnlySpan<float> row = x.HostRow(m);
            Span<float> result = y.HostRow(m);
            for (int n = 0; n < outputs; n++)
            {
                float sum = 0;
                for (int k = 0; k < columns; k++)
                    sum = MathF.FusedMultiplyAdd(row[k], packed[PanelIndex(n, k, columns)], sum);
                result[n] = add.IsEmpty ? sum : sum + add[n];
            }
        }
    }

    /// <inheritdoc/>
    public override void ProductInputGradient(Tensor dy, Tensor weight, Tensor dx, bool accumulate)
    {
        int outputs = dy.Shape.Last, columns = dx.Shape.Last;
        ReadOnlySpan<float> decoded = Decoded(weight);
        for (long m = 0; m < dy.Shape.Rows; m++)
        {
            ReadOnlySpan<float> gradient = dy.HostRow(m);
            Span<float> result = dx.HostRow(m);
            for (int k = 0; k < columns; k++)
            {
                float sum = accumulate ? result[k] : 0;
                for (int n = 0; n < outputs; n++)
                    sum = MathF.FusedMultiplyAdd(gradient[n], decoded[(n * columns) + k], sum);
                result[k] = sum;
            }
        }
    }

    /// <inheritdoc/>
    public override void ProductWeightGradient(Tensor dy, Tensor x, Tensor dw, bool accumulate = true)
    {
        if (!accumulate)
            dw.HostSpan().Clear();
        for (long m = 0; m < dy.Shape.Rows; m++)
        {
            ReadOnlySpan<float> gradient = dy.HostRow(m), row = x.HostRow(m);
            for (int n = 0; n < gradient.Length; n++)
            {
                Span<float> result = dw.HostRow(n);
                for (int k = 0; k < row.Length; k++)
                    result[k] = MathF.FusedMultiplyAdd(gradient[n], row[k], result[k]);
            }
        }
    }

    /// <inheritdoc/>
    public override void BiasGradient(Tensor dy, Tensor db)
    {
        Span<float> result = db.HostSpan();
        for (long m = 0; m < dy.Shape.Rows; m++)
        {
            ReadOnlySpan<float> gradient = dy.HostRow(m);
            for (int n = 0; n < gradient.Length; n++)
                result[n] += gradient[n];
        }
    }

    /// <inheritdoc/>
    public override void MatrixMultiply(Tensor a, Tensor b, bool transposeB, Tensor c)
    {
        int inner = a[1];
        for (int m = 0; m < c[0]; m++)
        {
            for (int n = 0; n < c[1]; n++)
            {
                float sum = 0;
                for (int k = 0; k < inner; k++)
                    sum = MathF.FusedMultiplyAdd(a.HostRow(m)[k], transposeB ? b.HostRow(n)[k] : b.HostRow(k)[n], sum);
                c.HostRow(m)[n] = sum;
            }
        }
    }

    /// <inheritdoc/>
    public override void Transpose(Tensor source, Tensor target)
    {
        for (int i = 0; i < source[0]; i++)
        {
            for (int j = 0; j < source[1]; j++)
                target.HostRow(j)[i] = source.HostRow(i)[j];
        }
    }
}
