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
                nint ldx = call.RowStride, ldr = call.PartStride, ldy = call.YStride;
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
