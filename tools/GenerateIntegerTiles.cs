// Writes src/Hone.Tensors/Kernels/IntegerTile.{Vnni,Bytes512,Bytes256,Portable}.cs: a few rows of quantized activations times
// unsigned codes of some outputs, with one local per accumulator because the JIT keeps only locals in registers. Run from the
// repository's root:
//   dotnet run tools/GenerateIntegerTiles.cs
#:property PublishAot=false
using System.Text;

Write("Vnni", bits: 256, vectors: 2, maxRows: 6, "Codes of any size. vpdpbusd has 16 registers: 12 accumulators, 2 vectors of codes and 1 of x; sums of floats are in the other 16.");
Write("Bytes512", bits: 512, vectors: 2, maxRows: 6, "Codes up to 15: 8 int16 sums of two products fit. 24 accumulators, 2 vectors of codes and 1 of x.");
Write("Bytes256", bits: 256, vectors: 1, maxRows: 4, "Codes up to 127, or signed ones through their magnitudes. 8 accumulators, 1 vector of codes, 1 of x, 1 of ones.");
Write("Portable", bits: 128, vectors: 1, maxRows: 4, "Codes of any size, one column of 4 outputs at a time.");
WriteStreams();

static void Write(string unit, int bits, int vectors, int maxRows, string note)
{
    var text = new StringBuilder();
    text.Append($$"""
        // Written by tools/GenerateIntegerTiles.cs; change that and run it again.
        using System.Runtime.CompilerServices;
        using System.Runtime.Intrinsics;
        using System.Runtime.Intrinsics.X86;

        namespace Hone.Tensors;

        /// <summary>Integer tiles of {{bits}}-bit vectors. {{note}}</summary>
        internal static unsafe partial class IntegerTile
        {
            private const int {{unit}}MaxRows = {{maxRows}};
            private const int {{unit}}Columns = {{bits / 32 * vectors}};

            private static void {{unit}}<TParts>(int rows, in IntegerTileCall call, int column) where TParts : struct, IParts
            {
                switch (rows)
                {

        """);
    for (int r = 1; r <= maxRows; r++)
        text.Append($"            {(r == maxRows ? "default" : $"case {r}")}: {unit}{r}<TParts>(call, column); break;\n");
    text.Append("        }\n    }\n");
    for (int r = 1; r <= maxRows; r++)
        Rows(text, unit, bits, vectors, r);
    text.Append("}\n");
    File.WriteAllText($"src/Hone.Tensors/Kernels/IntegerTile.{unit}.cs", text.ToString());
}

static void Rows(StringBuilder text, string unit, int bits, int vectors, int rows)
{
    int lanes = bits / 32;
    string vector = $"Vector{bits}";
    text.Append($$"""

            [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
            private static void {{unit}}{{rows}}<TParts>(in IntegerTileCall call, int column) where TParts : struct, IParts
            {
                byte* w = call.Codes + (4 * column);
                float* s = call.Scales + column, m = call.Minima + column, y = call.Y + column, d = call.RowScales, sums = call.RowSums;
                int* start = call.RowStarts;
                nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride, lines = call.AheadLines;
                byte* ahead = call.Ahead + (column == 0 ? 0 : column * call.AheadLines * call.Blocks * 64 / {{bits / 32 * vectors}});
                sbyte* x0 = call.X;

        """);
    for (int r = 3; r < rows; r += 3)
        text.Append($"        sbyte* x{r} = x{r - 3} + (3 * ldx);\n");
    text.Append($"        {vector}<float> magic = {vector}.Create(ActivationBlocks.Magic);\n");
    if (unit is "Bytes256" or "Bytes512")
        text.Append($"        {vector}<short> ones = {vector}.Create((short)1);\n");
    if (unit == "Portable")
        text.Append($"        {vector}<int> low = {vector}.Create(255);\n");
    for (int r = 0; r < rows; r++)
    {
        for (int v = 0; v < vectors; v++)
            text.Append($"        {vector}<float> a{r}{v} = {vector}<float>.Zero;\n");
    }
    text.Append("        if (call.Continues)\n        {\n");
    Each(text, rows, vectors, "            ", (r, v) => $"a{r}{v} = {vector}.Load({Y(r, v, lanes)});");
    text.Append("        }\n");
    text.Append($"        for (int b = call.Blocks; b > 0; b--, w += BlockCodes.BlockBytes, d += ldr, start += TParts.Count * ldr, sums += TParts.Count * ldr, s += TParts.Count * BlockPanels.Width, m += TParts.Count * BlockPanels.Width");
    for (int r = 0; r < rows; r += 3)
        text.Append($", x{r} += Backend.ActivationBlock");
    text.Append(")\n        {\n");
    text.Append("            for (nint line = lines; line > 0; line--, ahead += 64)\n                Sse.Prefetch1(ahead);\n");
    Start(text, unit, vector, rows, vectors, "            ", "start", declare: true);
    for (int g = 0; g < 4; g++)
        Group(text, unit, vector, rows, vectors, lanes, g, "            ", g == 0);
    text.Append("            if (TParts.Count == 1)\n            {\n");
    for (int g = 4; g < 8; g++)
        Group(text, unit, vector, rows, vectors, lanes, g, "                ", false);
    text.Append("            }\n");
    End(text, unit, vector, rows, vectors, lanes, "            ", "s", "m", "sums", "start");
    text.Append("            if (TParts.Count == 2)\n            {\n");
    Start(text, unit, vector, rows, vectors, "                ", "(start + ldr)", declare: false);
    for (int g = 4; g < 8; g++)
        Group(text, unit, vector, rows, vectors, lanes, g, "                ", g == 4);
    End(text, unit, vector, rows, vectors, lanes, "                ", "(s + BlockPanels.Width)", "(m + BlockPanels.Width)", "(sums + ldr)", "(start + ldr)");
    text.Append("            }\n        }\n");
    Each(text, rows, vectors, "        ", (r, v) => $"a{r}{v}.Store({Y(r, v, lanes)});");
    text.Append("    }\n");
}

static string Y(int r, int v, int lanes) => (r == 0 ? "y" : r == 1 ? "y + ldy" : $"y + ({r} * ldy)") + (v == 0 ? "" : $" + {v * lanes}");

static void Each(StringBuilder text, int rows, int vectors, string indent, Func<int, int, string> line)
{
    for (int r = 0; r < rows; r++)
    {
        for (int v = 0; v < vectors; v++)
            text.Append($"{indent}{line(r, v)}\n");
    }
}

static string Sum(string unit) => unit == "Bytes512" ? "short" : "int";

static void Start(StringBuilder text, string unit, string vector, int rows, int vectors, string indent, string start, bool declare)
{
    for (int r = 0; r < rows; r++)
    {
        for (int v = 0; v < vectors; v++)
        {
            string value = unit == "Bytes512" ? $"{vector}<short>.Zero" : v == 0 ? $"{vector}.Create({start}[{r}])" : $"i{r}0";
            text.Append($"{indent}{(declare ? $"{vector}<{Sum(unit)}> " : "")}i{r}{v} = {value};\n");
        }
    }
}

static void Group(StringBuilder text, string unit, string vector, int rows, int vectors, int lanes, int g, string indent, bool first)
{
    text.Append($"{indent}{{\n");
    for (int v = 0; v < vectors; v++)
    {
        string at = $"w + {(g * 128) + (v * lanes * 4)}";
        if (unit == "Portable")
            text.Append($"{indent}    {vector}<int> w{v} = {vector}.Load((int*)({at}));\n");
        else
            text.Append($"{indent}    {vector}<byte> w{v} = {vector}.Load({at});\n");
    }
    if (unit == "Bytes256")
    {
        text.Append($"{indent}    {vector}<sbyte> n0 = default;\n");
        text.Append($"{indent}    if (TParts.IsWide)\n{indent}    {{\n{indent}        n0 = (w0 ^ {vector}.Create((byte)128)).AsSByte();\n{indent}        w0 = Avx2.Abs(n0);\n{indent}    }}\n");
    }
    if (unit == "Portable")
    {
        for (int t = 0; t < 4; t++)
        {
            text.Append($"{indent}    {vector}<int> c{t} = {(t == 0 ? "w0" : $"{vector}.ShiftRightLogical(w0, {8 * t})")} & low;\n");
            for (int r = 0; r < rows; r++)
                text.Append($"{indent}    i{r}0 += c{t} * {vector}.Create((int){X(r)}[{(g * 4) + t}]);\n");
        }
    }
    else
    {
        text.Append($"{indent}    {vector}<sbyte> x;\n");
        for (int r = 0; r < rows; r++)
        {
            text.Append($"{indent}    x = {vector}.Create(*(int*)({X(r)} + {g * 4})).AsSByte();\n");
            if (unit == "Bytes256")
                text.Append($"{indent}    if (TParts.IsWide)\n{indent}        x = Avx2.Sign(x, n0);\n");
            for (int v = 0; v < vectors; v++)
            {
                string step = unit switch
                {
                    "Vnni" => $"i{r}{v} = AvxVnni.MultiplyWideningAndAdd(i{r}{v}, w{v}, x);",
                    "Bytes512" => first
                        ? $"i{r}{v} = Avx512BW.MultiplyAddAdjacent(w{v}, x);"
                        : $"i{r}{v} += Avx512BW.MultiplyAddAdjacent(w{v}, x);",
                    _ => $"i{r}{v} += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(w{v}, x), ones);",
                };
                text.Append($"{indent}    {step}\n");
            }
        }
    }
    text.Append($"{indent}}}\n");
}

static string X(int r) => r % 3 == 0 ? $"x{r}" : r % 3 == 1 ? $"(x{r - 1} + ldx)" : $"(x{r - 2} + (2 * ldx))";

static void End(StringBuilder text, string unit, string vector, int rows, int vectors, int lanes, string indent, string s, string m, string sums, string start)
{
    text.Append($"{indent}{{\n");
    for (int v = 0; v < vectors; v++)
        text.Append($"{indent}    {vector}<float> s{v} = {vector}.Load({s} + {v * lanes}), m{v} = TParts.HasMinima ? {vector}.Load({m} + {v * lanes}) : default;\n");
    text.Append($"{indent}    {vector}<float> e;\n");
    if (unit == "Bytes512")
        text.Append($"{indent}    {vector}<int> t;\n");
    for (int r = 0; r < rows; r++)
    {
        text.Append($"{indent}    e = {vector}.Create(d[{r}]);\n");
        if (unit == "Bytes512")
            text.Append($"{indent}    t = {vector}.Create({start}[{r}]);\n");
        for (int v = 0; v < vectors; v++)
        {
            string sum = unit == "Bytes512" ? $"(Avx512BW.MultiplyAddAdjacent(i{r}{v}, ones) + t)" : $"i{r}{v}";
            text.Append($"{indent}    a{r}{v} = {vector}.FusedMultiplyAdd(s{v} * e, {sum}.AsSingle() - magic, a{r}{v});\n");
        }
        text.Append($"{indent}    if (TParts.HasMinima)\n{indent}    {{\n{indent}        e = {vector}.Create({sums}[{r}]);\n");
        for (int v = 0; v < vectors; v++)
            text.Append($"{indent}        a{r}{v} = {vector}.FusedMultiplyAdd(m{v}, e, a{r}{v});\n");
        text.Append($"{indent}    }}\n");
    }
    text.Append($"{indent}}}\n");
}

static void WriteStreams()
{
    const int Q8Rows = 3, Q4Rows = 4;
    var text = new StringBuilder();
    text.Append($$"""
        // Written by tools/GenerateIntegerTiles.cs; change that and run it again.
        using System.Runtime.CompilerServices;
        using System.Runtime.Intrinsics;
        using System.Runtime.Intrinsics.X86;

        namespace Hone.Tensors;

        /// <summary>
        /// Few rows times a whole panel as it lies in memory, for the formats of plain blocks: codes go from memory through registers
        /// into sums, so that reading never waits for arithmetic.
        /// </summary>
        internal static unsafe partial class IntegerTile
        {
            private const int StreamQ8Rows = {{Q8Rows}}, StreamQ4Rows = {{Q4Rows}};

            private static void StreamQ8(int rows, in IntegerTileCall call)
            {
                switch (rows)
                {

        """);
    for (int r = 1; r <= Q8Rows; r++)
        text.Append($"            {(r == Q8Rows ? "default" : $"case {r}")}: StreamQ8Rows{r}(call); break;\n");
    text.Append("        }\n    }\n\n    private static void StreamQ4<TParts>(int rows, in IntegerTileCall call) where TParts : struct, IParts\n    {\n        switch (rows)\n        {\n");
    for (int r = 1; r <= Q4Rows; r++)
        text.Append($"            {(r == Q4Rows ? "default" : $"case {r}")}: StreamQ4Rows{r}<TParts>(call); break;\n");
    text.Append("        }\n    }\n");
    for (int r = 1; r <= Q8Rows; r++)
        StreamQ8(text, r);
    for (int r = 1; r <= Q4Rows; r++)
        StreamQ4(text, r);
    text.Append("}\n");
    File.WriteAllText("src/Hone.Tensors/Kernels/IntegerTile.Stream.cs", text.ToString());
}

static void StreamHead(StringBuilder text, string name, string vector, int rows, int vectors, string block, string more)
{
    text.Append($$"""

            [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
            private static void {{name}}(in IntegerTileCall call){{(name.Contains('<') ? " where TParts : struct, IParts" : "")}}
            {
                byte* w = call.Codes;
                float* y = call.Y, d = call.RowScales, sums = call.RowSums;
                int* start = call.RowStarts;
                nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride;
                sbyte* x0 = call.X;
                nint reach = (nint)call.Ahead, end = (nint)call.AheadEnd, ahead = reach & -RowTile.AskedBytes;

        """);
    for (int r = 3; r < rows; r += 3)
        text.Append($"        sbyte* x{r} = x{r - 3} + (3 * ldx);\n");
    text.Append($"        {vector}<float> magic = {vector}.Create(ActivationBlocks.Magic);\n{more}");
    for (int r = 0; r < rows; r++)
    {
        for (int v = 0; v < vectors; v++)
            text.Append($"        {vector}<float> a{r}{v} = {vector}<float>.Zero;\n");
    }
    text.Append($"        for (int b = call.Blocks; b > 0; b--, w += {block}, d += ldr, start += ldr, sums += ldr");
    for (int r = 0; r < rows; r += 3)
        text.Append($", x{r} += Backend.ActivationBlock");
    text.Append(")\n        {\n");
}

// Asks for as many lines as a block has, in the order of RowTile.Line: eight lines of four pages at a time.
static void StreamAhead(StringBuilder text, string bytes)
{
    text.Append($"            for (reach = Math.Min(end, reach + ({bytes})); ahead < reach; ahead += RowTile.AskedBytes)\n                RowTile.Ask(ahead);\n");
}

static void StreamQ8(StringBuilder text, int rows)
{
    StreamHead(text, $"StreamQ8Rows{rows}", "Vector256", rows, 4, "34 * BlockPanels.Width", "        Vector256<byte> sign = Vector256.Create((byte)128);\n");
    StreamAhead(text, "1088");
    for (int r = 0; r < rows; r++)
    {
        for (int v = 0; v < 4; v++)
            text.Append($"            Vector256<int> i{r}{v} = {(v == 0 ? $"Vector256.Create(start[{r}])" : $"i{r}0")};\n");
    }
    text.Append("            Vector256<sbyte> x;\n            Vector256<byte> w0, w1, w2, w3;\n");
    for (int g = 0; g < 8; g++)
    {
        for (int v = 0; v < 4; v++)
            text.Append($"            w{v} = Vector256.Load(w + {64 + (g * 128) + (v * 32)}) ^ sign;\n");
        for (int r = 0; r < rows; r++)
        {
            text.Append($"            x = Vector256.Create(*(int*)({X(r)} + {g * 4})).AsSByte();\n");
            for (int v = 0; v < 4; v++)
                text.Append($"            i{r}{v} = AvxVnni.MultiplyWideningAndAdd(i{r}{v}, w{v}, x);\n");
        }
    }
    text.Append("            Vector256<float> e;\n");
    for (int v = 0; v < 4; v++)
        text.Append($"            Vector256<float> s{v} = BlockCodes.Halves8(w + {v * 16});\n");
    for (int r = 0; r < rows; r++)
    {
        text.Append($"            e = Vector256.Create(d[{r}]);\n");
        for (int v = 0; v < 4; v++)
            text.Append($"            a{r}{v} = Vector256.FusedMultiplyAdd(s{v} * e, i{r}{v}.AsSingle() - magic, a{r}{v});\n");
    }
    text.Append("        }\n");
    Each(text, rows, 4, "        ", (r, v) => $"a{r}{v}.Store({Y(r, v, 8)});");
    text.Append("    }\n");
}

static void StreamQ4(StringBuilder text, int rows)
{
    StreamHead(
        text, $"StreamQ4Rows{rows}<TParts>", "Vector512", rows, 2, "(TParts.HasMinima ? 20 : 18) * BlockPanels.Width",
        "        Vector512<short> ones = Vector512.Create((short)1);\n        Vector512<byte> nibble = Vector512.Create((byte)15);\n");
    StreamAhead(text, "TParts.HasMinima ? 640 : 576");
    text.Append("            byte* c = w + ((TParts.HasMinima ? 4 : 2) * BlockPanels.Width);\n");
    text.Append("            Vector512<sbyte> x;\n            Vector512<byte> w0, w1, h0, h1;\n");
    for (int r = 0; r < rows; r++)
        text.Append($"            Vector512<short> i{r}0, i{r}1;\n");
    for (int i = 0; i < 4; i++)
    {
        for (int v = 0; v < 2; v++)
            text.Append($"            w{v} = Vector512.Load(c + {(i * 128) + (v * 64)});\n            h{v} = Vector512.ShiftRightLogical(w{v}.AsUInt16(), 4).AsByte() & nibble;\n            w{v} &= nibble;\n");
        for (int r = 0; r < rows; r++)
        {
            text.Append($"            x = Vector512.Create(*(int*)({X(r)} + {i * 4})).AsSByte();\n");
            for (int v = 0; v < 2; v++)
                text.Append($"            i{r}{v} {(i == 0 ? "=" : "+=")} Avx512BW.MultiplyAddAdjacent(w{v}, x);\n");
            text.Append($"            x = Vector512.Create(*(int*)({X(r)} + {16 + (i * 4)})).AsSByte();\n");
            for (int v = 0; v < 2; v++)
                text.Append($"            i{r}{v} += Avx512BW.MultiplyAddAdjacent(h{v}, x);\n");
        }
    }
    text.Append("            Vector512<float> e, s0 = BlockCodes.Halves16(w), s1 = BlockCodes.Halves16(w + 32);\n            Vector512<float> m0 = TParts.HasMinima ? BlockCodes.Halves16(w + 64) : default, m1 = TParts.HasMinima ? BlockCodes.Halves16(w + 96) : default;\n            Vector512<int> t;\n");
    for (int r = 0; r < rows; r++)
    {
        text.Append($"            e = Vector512.Create(d[{r}]);\n            t = Vector512.Create(start[{r}]);\n");
        for (int v = 0; v < 2; v++)
            text.Append($"            a{r}{v} = Vector512.FusedMultiplyAdd(s{v} * e, (Avx512BW.MultiplyAddAdjacent(i{r}{v}, ones) + t).AsSingle() - magic, a{r}{v});\n");
        text.Append($"            if (TParts.HasMinima)\n            {{\n                e = Vector512.Create(sums[{r}]);\n                a{r}0 = Vector512.FusedMultiplyAdd(m0, e, a{r}0);\n                a{r}1 = Vector512.FusedMultiplyAdd(m1, e, a{r}1);\n            }}\n");
    }
    text.Append("        }\n");
    Each(text, rows, 2, "        ", (r, v) => $"a{r}{v}.Store({Y(r, v, 16)});");
    text.Append("    }\n");
}
