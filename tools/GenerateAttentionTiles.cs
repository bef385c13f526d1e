// Writes src/Hone.Tensors/Kernels/AttentionTile.{Avx512,Avx2,Vector128}.cs: the register tiles of attention, with one local
// per accumulator because the JIT keeps only locals in registers. Run from the repository's root:
//   dotnet run tools/GenerateAttentionTiles.cs
#:property PublishAot=false
using System.Text;

Write("Avx512", bits: 512, maxRows: 12, "12 x 32: 24 accumulators, 2 vectors of B and 1 of A leave 5 of 32 registers.");
Write("Avx2", bits: 256, maxRows: 6, "6 x 16: 12 accumulators, 2 vectors of B and 1 of A are 15 of 16 registers.");
Write("Vector128", bits: 128, maxRows: 4, "4 x 8: 8 accumulators, 2 vectors of B and 1 of A are 11 of 16 registers.");

static void Write(string set, int bits, int maxRows, string budget)
{
    var tile = new TileWriter($"Vector{bits}", bits / 32, maxRows);
    File.WriteAllText($"src/Hone.Tensors/Kernels/AttentionTile.{set}.cs", $$"""
        // Written by tools/GenerateAttentionTiles.cs; change that and run it again.
        using System.Runtime.CompilerServices;
        using System.Runtime.Intrinsics;

        namespace Hone.Tensors;

        /// <summary>Register tiles of {{bits}}-bit vectors. {{budget}}</summary>
        internal readonly unsafe struct AttentionTile{{set}} : IAttentionTile
        {
            /// <inheritdoc/>
            public static int MaxRows => {{maxRows}};

            /// <inheritdoc/>
            public static int Columns => {{bits / 16}};

        {{tile.All()}}}

        """);
}

internal sealed class TileWriter(string vector, int lanes, int maxRows)
{
    private const string Head = "    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]\n";
    private const string ScoreParameters = "float* a, nint lda, float** pages, float* c, nint ldc, int columns, int k";
    private const string BandParameters = "in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close";
    private readonly StringBuilder _text = new();

    public string All()
    {
        Dispatch("Scores", ScoreParameters, "a, lda, pages, c, ldc, columns, k", maxRows, "");
        Dispatch("Band", BandParameters, "in t, a, b, c, open, full, close", maxRows, "");
        for (int r = 1; r <= maxRows; r++)
        {
            Scores(r);
            Band(r);
        }
        return _text.ToString();
    }

    private void Dispatch(string name, string parameters, string arguments, int most, string suffix)
    {
        _text.Append($"    /// <inheritdoc/>\n    public static void {name}(int rows, {parameters})\n    {{\n        switch (rows)\n        {{\n");
        for (int r = 1; r <= most; r++)
            _text.Append($"            {(r == most ? "default" : $"case {r}")}: {name}{r}{suffix}({arguments}); break;\n");
        _text.Append("        }\n    }\n\n");
    }

    // One pointer for every three rows: [p], [p + rs] and [p + 2 rs] are plain address modes.
    private void RowPointers(string indent, int rows, string source)
    {
        for (int i = 0; i < rows; i += 3)
            _text.Append($"{indent}byte* a{i} = {(i == 0 ? source : $"a{i - 3} + (3 * rs)")};\n");
    }

    private static string Element(int row) => $"*(float*)(a{row / 3 * 3}{(row % 3) switch { 0 => "", 1 => " + rs", _ => " + rs2" }})";

    // One step of the chains of rows first to end - 1.
    private void Step(string indent, int first, int end, int rows, int width, string advance)
    {
        _text.Append($"{indent}x = {vector}.Load(p);\n");
        if (width == 2)
            _text.Append($"{indent}y = {vector}.Load(p + {lanes});\n");
        for (int i = first; i < end; i++)
        {
            _text.Append($"{indent}e = {vector}.Create({Element(i)}); c{i}x = {vector}.FusedMultiplyAdd(e, x, c{i}x);");
            _text.Append(width == 2 ? $" c{i}y = {vector}.FusedMultiplyAdd(e, y, c{i}y);\n" : "\n");
        }
        for (int i = 0; i < rows; i += 3)
            _text.Append($"{indent}a{i} += {advance};\n");
    }

    private static string At(string pointer, int row, string stride) => row switch { 0 => pointer, 1 => $"{pointer} + {stride}", _ => $"{pointer} + ({row} * {stride})" };

    private void Scores(int rows)
    {
        _text.Append($"{Head}    private static void Scores{rows}({ScoreParameters})\n    {{\n");
        _text.Append("        nint rs = lda * sizeof(float);\n        nint rs2 = 2 * rs;\n        int column = 0;\n");
        _text.Append($"        for (; columns - column > {lanes}; column += {2 * lanes})\n        {{\n");
        ScoreLoop(rows, 2);
        _text.Append($"        }}\n        if (column < columns)\n        {{\n");
        ScoreLoop(rows, 1);
        _text.Append("        }\n    }\n\n");
    }

    private void ScoreLoop(int rows, int width)
    {
        const string indent = "            ";
        RowPointers(indent, rows, "(byte*)a");
        _text.Append($"{indent}float* p = pages[column / 32] + (column % 32);\n");
        _text.Append($"{indent}{vector}<float> x{(width == 2 ? ", y" : "")}, e;\n");
        for (int i = 0; i < rows; i++)
            _text.Append($"{indent}{vector}<float> c{i}x = default{(width == 2 ? $", c{i}y = default" : "")};\n");
        _text.Append($"{indent}for (int n = k; n > 0; n--, p += 32)\n{indent}{{\n");
        Step(indent + "    ", 0, rows, rows, width, "sizeof(float)");
        _text.Append($"{indent}}}\n");
        Store(indent, rows, width, "c + column", "ldc");
    }

    private void Store(string indent, int rows, int width, string pointer, string stride)
    {
        for (int i = 0; i < rows; i++)
        {
            _text.Append($"{indent}c{i}x.Store({At(pointer, i, stride)});");
            _text.Append(width == 2 ? $" c{i}y.Store({At(pointer, i, stride)} + {lanes});\n" : "\n");
        }
    }

    private void Band(int rows)
    {
        const string indent = "            ";
        _text.Append($"{Head}    private static void Band{rows}({BandParameters})\n    {{\n");
        _text.Append("        nint rs = t.RowStride * sizeof(float), rs2 = 2 * rs, cs = t.StepStride * sizeof(float), ldb = t.Ldb, ldc = t.Ldc;\n");
        _text.Append($"        for (int columns = t.Columns; columns > 0; columns -= {2 * lanes})\n        {{\n");
        RowPointers(indent, rows, "(byte*)a");
        _text.Append($"{indent}float* p = b;\n{indent}{vector}<float> x, y, e;\n");
        for (int i = 0; i < rows; i++)
            _text.Append($"{indent}{vector}<float> c{i}x = default, c{i}y = default;\n");
        _text.Append($"{indent}if (t.Accumulate)\n{indent}{{\n");
        for (int i = 0; i < rows; i++)
            _text.Append($"{indent}    c{i}x = {vector}.Load({At("c", i, "ldc")}); c{i}y = {vector}.Load({At("c", i, "ldc")} + {lanes});\n");
        _text.Append($"{indent}}}\n");
        if (rows > 1)
        {
            _text.Append($"{indent}if (open >= {rows - 1})\n{indent}    goto Full;\n");
            for (int j = 0; j < rows - 1; j++)
            {
                _text.Append($"{indent}if (open <= {j})\n{indent}{{\n");
                Step(indent + "    ", 0, j + 1, rows, 2, "cs");
                _text.Append($"{indent}    p += ldb;\n{indent}}}\n");
            }
            _text.Append("        Full:\n");
        }
        _text.Append($"{indent}for (int n = full; n > 0; n--, p += ldb)\n{indent}{{\n");
        Step(indent + "    ", 0, rows, rows, 2, "cs");
        _text.Append($"{indent}}}\n");
        for (int j = 1; j < rows; j++)
        {
            _text.Append($"{indent}if (close < {j})\n{indent}    goto Done;\n");
            Step(indent, j, rows, rows, 2, "cs");
            _text.Append($"{indent}p += ldb;\n");
        }
        if (rows > 1)
            _text.Append("        Done:\n");
        Store(indent, rows, 2, "c", "ldc");
        // The last part of a panel leads to the next panel.
        _text.Append(2 * lanes == 32 ? $"{indent}b += t.PanelStride;\n" : $"{indent}b += (columns & 31) == {2 * lanes} ? t.PanelStride - {32 - (2 * lanes)} : {2 * lanes};\n");
        _text.Append($"{indent}c += {2 * lanes};\n        }}\n    }}\n\n");
    }
}
