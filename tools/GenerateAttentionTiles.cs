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
        using System.Runtime.Intrinsics.X86;

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

// Every offset into A is a constant, and two rows of A in three are broadcast by the multiply-add itself, from a second pointer of
// the same value, because what is read twice from one address would go through a register: 31 instructions for 24 multiply-adds,
// which counts where two threads of the processor share a core. Not all rows, because no more than two loads a cycle can be had.
internal sealed class TileWriter(string vector, int lanes, int maxRows)
{
    // As in AttentionScores: steps of a group of packed queries, rows of a tile, floats between rows of scores.
    private const int GroupSteps = 8, GroupRows = 12, Stride = 144;
    private const int BandUnroll = AheadSteps, AheadSteps = 4;
    private const string Head = "    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]\n";
    private const string ScoreParameters = "float* a, float* twin, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride";
    private const string BandParameters = "in AttentionTileBand t, float* a, float* twin, float* b, float* again, float* c, int open, int full, int close";
    private const string SharedParameters = "in AttentionTileBand t, float* a, float* twin, float* b, float* c, int steps";
    // Rows of a decode step whose pages are read abreast: three rows of eight vectors.
    private readonly int _fewRows = lanes == 16 ? 3 : 0;
    private readonly StringBuilder _text = new();

    public string All()
    {
        Dispatch("Scores", "float* a, float** pages, float* c, int columns, int k, byte* ahead, nint aheadStride", "a, a, pages, c, columns, k, ahead, aheadStride");
        Dispatch("ByRow", "in AttentionTileBand t, float* a, float* b, float* again, float* c, int open, int full, int close", "in t, a, a, b, again, c, open, full, close");
        Dispatch("ByColumn", "in AttentionTileBand t, float* a, float* b, float* c, int open, int full, int close", "in t, a, a, b, null, c, open, full, close");
        Dispatch("Shared", "in AttentionTileBand t, float* a, float* b, float* c, int steps", "in t, a, a, b, c, steps");
        for (int r = 1; r <= maxRows; r++)
        {
            Scores(r);
            Band("ByRow", r, Stride, 1);
            Band("ByColumn", r, 1, Stride);
            Shared(r);
        }
        _text.Append($"    /// <inheritdoc/>\n    public static int FewRows => {_fewRows};\n\n");
        Few("ScoresAbreast", "float* a, float** pages, float* c, int count, int k", "a, pages, c, count, k");
        Few("SharedAbreast", "in AttentionTileBand t, float* a, float* b, float* c, int steps, nint ahead", "in t, a, b, c, steps, ahead");
        for (int r = 1; r <= _fewRows; r++)
        {
            ScoresAbreast(r);
            SharedAbreast(r);
        }
        return _text.ToString();
    }

    private void Dispatch(string name, string parameters, string arguments)
    {
        _text.Append($"    /// <inheritdoc/>\n    public static void {name}(int rows, {parameters})\n    {{\n        switch (rows)\n        {{\n");
        for (int r = 1; r <= maxRows; r++)
            _text.Append($"            {(r == maxRows ? "default" : $"case {r}")}: {name}{r}({arguments}); break;\n");
        _text.Append("        }\n    }\n\n");
    }

    private void Few(string name, string parameters, string arguments)
    {
        _text.Append($"    /// <inheritdoc/>\n    public static void {name}(int rows, {parameters})\n    {{\n");
        if (_fewRows == 0)
            _text.Append("        throw new NotSupportedException(\"These tiles read no pages abreast.\");\n");
        else
        {
            _text.Append("        switch (rows)\n        {\n");
            for (int r = 1; r <= _fewRows; r++)
                _text.Append($"            {(r == _fewRows ? "default" : $"case {r}")}: {name}{r}({arguments}); break;\n");
            _text.Append("        }\n");
        }
        _text.Append("    }\n\n");
    }

    // Four pages at once: chains enough for the latency of one row, and four streams for what lies in a far cache. Values follow the
    // keys of a page and are asked for meanwhile.
    private void ScoresAbreast(int rows)
    {
        const string indent = "        ", inner = indent + "    ";
        _text.Append($"{Head}    private static void ScoresAbreast{rows}(float* a, float** pages, float* c, int count, int k)\n    {{\n");
        for (int page = 0; page < 4; page++)
            _text.Append($"{indent}float* p{page} = pages[{(page == 0 ? "0" : $"count > {page} ? {page} : 0")}];\n");
        _text.Append($"{indent}nint ahead = (nint)k * 32;\n{indent}{vector}<float> e;\n");
        for (int i = 0; i < rows; i++)
        {
            for (int page = 0; page < 4; page++)
                _text.Append($"{indent}{vector}<float> c{i}x{page} = default, c{i}y{page} = default;\n");
        }
        _text.Append($"{indent}for (int d = 0; d < k; d++)\n{indent}{{\n{inner}float* q = a + (d / {GroupSteps} * {GroupSteps * GroupRows}) + (d % {GroupSteps});\n");
        _text.Append($"{inner}if (Sse.IsSupported)\n{inner}{{\n");
        for (int page = 0; page < 4; page++)
            _text.Append($"{inner}    Sse.Prefetch0(p{page} + ahead);\n{inner}    Sse.Prefetch0(p{page} + ahead + 16);\n");
        _text.Append($"{inner}}}\n");
        for (int i = 0; i < rows; i++)
        {
            _text.Append($"{inner}e = {vector}.Create(*({At("q", i * GroupSteps)}));\n");
            for (int page = 0; page < 4; page++)
                _text.Append($"{inner}c{i}x{page} = {vector}.FusedMultiplyAdd(e, {vector}.Load(p{page}), c{i}x{page}); c{i}y{page} = {vector}.FusedMultiplyAdd(e, {vector}.Load(p{page} + 16), c{i}y{page});\n");
        }
        for (int page = 0; page < 4; page++)
            _text.Append($"{inner}p{page} += 32;\n");
        _text.Append($"{indent}}}\n");
        for (int i = 0; i < rows; i++)
        {
            for (int page = 0; page < 4; page++)
                _text.Append($"{indent}c{i}x{page}.Store({At("c", (i * Stride) + (page * 32))}); c{i}y{page}.Store({At("c", (i * Stride) + (page * 32) + 16)});\n");
        }
        _text.Append("    }\n\n");
    }

    // 64 columns at once.
    private void SharedAbreast(int rows)
    {
        const string indent = "        ", inner = indent + "    ", deep = inner + "    ";
        string[] parts = ["x", "y", "z", "w"];
        _text.Append($"{Head}    private static void SharedAbreast{rows}(in AttentionTileBand t, float* a, float* b, float* c, int steps, nint ahead)\n    {{\n");
        _text.Append($"{indent}nint ldb = t.Ldb, ldc = t.Ldc, panel = t.PanelStride;\n{indent}float* firstA = a;\n");
        _text.Append($"{indent}for (int columns = t.Columns; columns > 0; columns -= 64, b += 2 * panel, c += 64)\n{indent}{{\n");
        _text.Append($"{inner}a = firstA;\n{inner}float* p = b;\n{inner}{vector}<float> e;\n");
        string Place(int part) => part switch { 0 => "p", 1 => "p + 16", 2 => "p + panel", _ => "p + panel + 16" };
        for (int i = 0; i < rows; i++)
            _text.Append($"{inner}{vector}<float> {string.Join(", ", parts.Select(s => $"c{i}{s} = default"))};\n");
        _text.Append($"{inner}if (t.Accumulate)\n{inner}{{\n");
        for (int i = 0; i < rows; i++)
            _text.Append($"{deep}{string.Join(" ", parts.Select((s, n) => $"c{i}{s} = {vector}.Load({Row("c", i, "ldc")}{(n == 0 ? "" : $" + {16 * n}")});"))}\n");
        _text.Append($"{inner}}}\n{inner}for (int n = steps; n > 0; n--, a++, p += ldb)\n{inner}{{\n{deep}if (Sse.IsSupported)\n{deep}{{\n");
        for (int part = 0; part < 4; part++)
            _text.Append($"{deep}    Sse.Prefetch1({Place(part)} + ahead);\n");
        _text.Append($"{deep}}}\n");
        for (int i = 0; i < rows; i++)
        {
            _text.Append($"{deep}e = {vector}.Create(*({At("a", i * Stride)}));\n");
            for (int part = 0; part < 4; part++)
                _text.Append($"{deep}c{i}{parts[part]} = {vector}.FusedMultiplyAdd(e, {vector}.Load({Place(part)}), c{i}{parts[part]});\n");
        }
        _text.Append($"{inner}}}\n");
        for (int i = 0; i < rows; i++)
            _text.Append($"{inner}{string.Join(" ", parts.Select((s, n) => $"c{i}{s}.Store({Row("c", i, "ldc")}{(n == 0 ? "" : $" + {16 * n}")});"))}\n");
        _text.Append($"{indent}}}\n    }}\n\n");
    }

    private static string At(string pointer, int offset) => offset == 0 ? pointer : $"{pointer} + {offset}";

    private static string Row(string pointer, int row, string stride) => row switch { 0 => pointer, 1 => $"{pointer} + {stride}", _ => $"{pointer} + ({row} * {stride})" };

    // One step of the chains of rows first to end - 1, whose elements of A stand at these offsets.
    private void Step(string indent, int first, int end, int width, int offset, int rowStride, int place)
    {
        _text.Append($"{indent}x = {vector}.Load({At("p", place)});\n");
        if (width == 2)
            _text.Append($"{indent}y = {vector}.Load({At("p", place + lanes)});\n");
        for (int i = first; i < end; i++)
        {
            int element = offset + (i * rowStride);
            if (width == 1 || i % 3 != 0)
            {
                _text.Append($"{indent}c{i}x = {vector}.FusedMultiplyAdd({vector}.Create(*({At("a", element)})), x, c{i}x);");
                _text.Append(width == 2 ? $" c{i}y = {vector}.FusedMultiplyAdd({vector}.Create(*({At("twin", element)})), y, c{i}y);\n" : "\n");
                continue;
            }
            _text.Append($"{indent}e = {vector}.Create(*({At("a", element)})); c{i}x = {vector}.FusedMultiplyAdd(e, x, c{i}x); c{i}y = {vector}.FusedMultiplyAdd(e, y, c{i}y);\n");
        }
    }

    private void Advance(string indent, int a, int p) =>
        _text.Append($"{indent}a += {a};\n{indent}twin += {a};\n{indent}p += {p};\n");

    // Two lines of what will be read soon: a few at a time do not wait for each other.
    private void Ahead(string indent) =>
        _text.Append($"{indent}if (Sse.IsSupported)\n{indent}{{\n{indent}    Sse.Prefetch1(ahead);\n{indent}    Sse.Prefetch1(ahead + 64);\n{indent}}}\n{indent}ahead += aheadStride;\n");

    private void Accumulators(string indent, int rows, int width)
    {
        for (int i = 0; i < rows; i++)
            _text.Append($"{indent}{vector}<float> c{i}x = default{(width == 2 ? $", c{i}y = default" : "")};\n");
    }

    private void Scores(int rows)
    {
        _text.Append($"{Head}    private static void Scores{rows}({ScoreParameters})\n    {{\n        int column = 0;\n");
        _text.Append("        float* firstA = a, firstTwin = twin;\n");
        _text.Append($"        for (; columns - column > {lanes}; column += {2 * lanes})\n        {{\n");
        ScoreLoops(rows, 2);
        _text.Append($"        }}\n        if (column < columns)\n        {{\n");
        ScoreLoops(rows, 1);
        _text.Append("        }\n    }\n\n");
    }

    private void ScoreLoops(int rows, int width)
    {
        const string indent = "            ", inner = indent + "    ";
        _text.Append($"{indent}float* p = pages[column / 32] + (column % 32);\n{indent}a = firstA;\n{indent}twin = firstTwin;\n");
        _text.Append($"{indent}{vector}<float> x{(width == 2 ? ", y, e" : "")};\n");
        Accumulators(indent, rows, width);
        _text.Append($"{indent}int n = k;\n{indent}for (; n >= {GroupSteps}; n -= {GroupSteps})\n{indent}{{\n");
        for (int u = 0; u < GroupSteps; u++)
        {
            Step(inner, 0, rows, width, u, GroupSteps, u * 32);
            if (u % AheadSteps == AheadSteps - 1)
                Ahead(inner);
        }
        Advance(inner, GroupSteps * GroupRows, GroupSteps * 32);
        _text.Append($"{indent}}}\n{indent}for (; n > 0; n--)\n{indent}{{\n");
        Step(inner, 0, rows, width, 0, GroupSteps, 0);
        Advance(inner, 1, 32);
        _text.Append($"{indent}}}\n");
        Store(indent, rows, width, "c + column", Stride.ToString());
    }

    private void Store(string indent, int rows, int width, string pointer, string stride)
    {
        for (int i = 0; i < rows; i++)
        {
            string row = int.TryParse(stride, out int number) ? At(pointer, i * number) : Row(pointer, i, stride);
            _text.Append($"{indent}c{i}x.Store({row});");
            _text.Append(width == 2 ? $" c{i}y.Store({row} + {lanes});\n" : "\n");
        }
    }

    // Panels of 32 columns, in parts of what the registers hold.
    private void Panels(int rows, string steps, Action body)
    {
        const string indent = "            ";
        _text.Append($"        float* firstA = a, firstTwin = twin;\n        nint ldc = t.Ldc;\n");
        _text.Append($"        for (int columns = t.Columns; columns > 0; columns -= {2 * lanes})\n        {{\n");
        _text.Append($"{indent}a = firstA;\n{indent}twin = firstTwin;\n{indent}float* p = b;\n{indent}{vector}<float> x, y, e;\n");
        Accumulators(indent, rows, 2);
        _text.Append($"{indent}if (t.Accumulate)\n{indent}{{\n");
        for (int i = 0; i < rows; i++)
            _text.Append($"{indent}    c{i}x = {vector}.Load({Row("c", i, "ldc")}); c{i}y = {vector}.Load({Row("c", i, "ldc")} + {lanes});\n");
        _text.Append(steps);
        _text.Append($"{indent}}}\n");
        body();
        Store(indent, rows, 2, "c", "ldc");
        // The last part of a panel leads to the next panel.
        _text.Append(2 * lanes == 32 ? $"{indent}b += t.PanelStride;\n" : $"{indent}b += (columns & 31) == {2 * lanes} ? t.PanelStride - {32 - (2 * lanes)} : {2 * lanes};\n");
        _text.Append($"{indent}c += {2 * lanes};\n        }}\n    }}\n\n");
    }

    private void Band(string name, int rows, int rowStride, int stepStride)
    {
        const string indent = "            ", inner = indent + "    ";
        _text.Append($"{Head}    private static void {name}{rows}({BandParameters})\n    {{\n");
        _text.Append("        byte* ahead = t.Ahead;\n        nint aheadStride = t.AheadStride;\n");
        var factors = new StringBuilder();
        if (name == "ByRow")
        {
            factors.Append($"{inner}if (again is not null)\n{inner}{{\n");
            for (int i = 0; i < rows; i++)
                factors.Append($"{inner}    e = {vector}.Create(*({At("again", i)})); c{i}x *= e; c{i}y *= e;\n");
            factors.Append($"{inner}}}\n");
        }
        Panels(rows, factors.ToString(), () =>
        {
            if (rows > 1)
            {
                _text.Append($"{indent}if (open >= {rows - 1})\n{indent}    goto Full;\n");
                for (int j = 0; j < rows - 1; j++)
                {
                    _text.Append($"{indent}if (open <= {j})\n{indent}{{\n");
                    Step(inner, 0, j + 1, 2, 0, rowStride, 0);
                    Advance(inner, stepStride, 32);
                    _text.Append($"{indent}}}\n");
                }
                _text.Append("        Full:\n");
            }
            _text.Append($"{indent}int n = full;\n{indent}for (; n >= {BandUnroll}; n -= {BandUnroll})\n{indent}{{\n");
            for (int u = 0; u < BandUnroll; u++)
                Step(inner, 0, rows, 2, u * stepStride, rowStride, u * 32);
            Ahead(inner);
            Advance(inner, BandUnroll * stepStride, BandUnroll * 32);
            _text.Append($"{indent}}}\n{indent}for (; n > 0; n--)\n{indent}{{\n");
            Step(inner, 0, rows, 2, 0, rowStride, 0);
            Advance(inner, stepStride, 32);
            _text.Append($"{indent}}}\n");
            for (int j = 1; j < rows; j++)
            {
                _text.Append($"{indent}if (close < {j})\n{indent}    goto Done;\n");
                Step(indent, j, rows, 2, 0, rowStride, 0);
                Advance(indent, stepStride, 32);
            }
            if (rows > 1)
                _text.Append("        Done:\n");
        });
    }

    private void Shared(int rows)
    {
        const string indent = "            ", inner = indent + "    ";
        _text.Append($"{Head}    private static void Shared{rows}({SharedParameters})\n    {{\n        nint ldb = t.Ldb;\n");
        Panels(rows, "", () =>
        {
            _text.Append($"{indent}for (int n = steps; n > 0; n--, a++, twin++, p += ldb)\n{indent}{{\n");
            Step(inner, 0, rows, 2, 0, Stride, 0);
            _text.Append($"{indent}}}\n");
        });
    }
}
