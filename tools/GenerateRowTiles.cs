// Writes src/Hone.Tensors/Kernels/RowTile.{Avx512,Avx512Packed,Avx2,Vector128}.cs: a few rows times a streamed panel of float32 or
// bfloat16, with one local per accumulator because the JIT keeps only locals in registers. Run from the repository's root:
//   dotnet run tools/GenerateRowTiles.cs
#:property PublishAot=false
using System.Text;

Write("Avx512", bits: 512, maxRows: 12, "12 x 32: 24 accumulators, 2 vectors of weights and 1 of x leave 5 of 32 registers.");
WritePacked("Avx512Packed");
Write("Avx2", bits: 256, maxRows: 6, "6 x 16: 12 accumulators, 2 vectors of weights and 1 of x are 15 of 16 registers.");
Write("Vector128", bits: 128, maxRows: 4, "4 x 8: 8 accumulators, 2 vectors of weights and 1 of x are 11 of 16 registers.");

static void Write(string set, int bits, int maxRows, string budget)
{
    var text = new StringBuilder();
    text.Append($$"""
        // Written by tools/GenerateRowTiles.cs; change that and run it again.
        using System.Runtime.CompilerServices;
        using System.Runtime.Intrinsics;
        using System.Runtime.Intrinsics.X86;

        namespace Hone.Tensors;

        /// <summary>Row tiles of {{bits}}-bit vectors. {{budget}}</summary>
        internal static unsafe partial class RowTile
        {
            private const int {{set}}MaxRows = {{maxRows}};
            private const int {{set}}Lanes = {{bits / 32}};

        """);
    foreach (bool half in new[] { false, true })
    {
        string type = half ? "BFloat16" : "Float32";
        text.Append($"\n    private static void {set}{type}(int rows, {Parameters(half)})\n    {{\n        switch (rows)\n        {{\n");
        for (int r = 1; r <= maxRows; r++)
            text.Append($"            {(r == maxRows ? "default" : $"case {r}")}: {set}{type}{r}(x, rs, cs, b, k, ahead, aheadStep, y, ldy); break;\n");
        text.Append("        }\n    }\n");
        for (int r = 1; r <= maxRows; r++)
            Rows(text, set, type, $"Vector{bits}", r, half);
    }
    text.Append("}\n");
    File.WriteAllText($"src/Hone.Tensors/Kernels/RowTile.{set}.cs", text.ToString());
}

// Rows packed in groups of eight steps, so that constants are the only offsets, and two rows in three broadcast by the multiply-add
// itself, from a second pointer of the same value, because what is read twice from one address would go through a register.
static void WritePacked(string set)
{
    const int MaxRows = 12, Group = 8, LinesAhead = 8;
    const string Parameters = "float* x, float* twin, float* b, int k, byte* ahead, nint aheadStep, float* y, nint ldy";
    var text = new StringBuilder();
    text.Append($$"""
        // Written by tools/GenerateRowTiles.cs; change that and run it again.
        using System.Runtime.CompilerServices;
        using System.Runtime.Intrinsics;
        using System.Runtime.Intrinsics.X86;

        namespace Hone.Tensors;

        /// <summary>Row tiles of 512-bit vectors for rows packed as [k / 8, 12, 8] and float32. 12 x 32: 24 accumulators, 2 vectors of weights and 1 of x leave 5 of 32 registers.</summary>
        internal static unsafe partial class RowTile
        {
            private static void {{set}}(int rows, {{Parameters}})
            {
                switch (rows)
                {

        """);
    for (int r = 1; r <= MaxRows; r++)
        text.Append($"            {(r == MaxRows ? "default" : $"case {r}")}: {set}{r}(x, twin, b, k, ahead, aheadStep, y, ldy); break;\n");
    text.Append("        }\n    }\n");
    for (int rows = 1; rows <= MaxRows; rows++)
    {
        text.Append($"\n    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]\n    private static void {set}{rows}({Parameters})\n    {{\n");
        for (int i = 0; i < rows; i++)
            text.Append($"        Vector512<float> l{i} = default, h{i} = default;\n");
        text.Append("        Vector512<float> low, high, f;\n");
        foreach (int steps in new[] { Group, 1 })
        {
            text.Append($"        for (; k >= {steps}; k -= {steps})\n        {{\n");
            if (steps > 1)
            {
                text.Append("            if (Sse.IsSupported)\n            {\n");
                for (int line = 0; line < LinesAhead; line++)
                    text.Append($"                Sse.Prefetch1({At("ahead", 64 * line)});\n");
                text.Append("                ahead += aheadStep;\n            }\n");
            }
            for (int u = 0; u < steps; u++)
            {
                text.Append($"            low = Vector512.Load({At("b", 32 * u)});\n            high = Vector512.Load({At("b", (32 * u) + 16)});\n");
                for (int i = 0; i < rows; i++)
                {
                    string element = At("x", u + (i * Group));
                    if (i % 3 != 0)
                    {
                        text.Append($"            l{i} = Vector512.FusedMultiplyAdd(Vector512.Create(*({element})), low, l{i});\n");
                        text.Append($"            h{i} = Vector512.FusedMultiplyAdd(Vector512.Create(*({At("twin", u + (i * Group))})), high, h{i});\n");
                        continue;
                    }
                    text.Append($"            f = Vector512.Create(*({element}));\n");
                    text.Append($"            l{i} = Vector512.FusedMultiplyAdd(f, low, l{i});\n            h{i} = Vector512.FusedMultiplyAdd(f, high, h{i});\n");
                }
            }
            int next = steps == 1 ? 1 : Group * MaxRows;
            text.Append($"            x += {next};\n            twin += {next};\n            b += {32 * steps};\n        }}\n");
        }
        for (int i = 0; i < rows; i++)
        {
            string row = i == 0 ? "y" : i == 1 ? "y + ldy" : $"y + ({i} * ldy)";
            text.Append($"        l{i}.Store({row});\n        h{i}.Store({row} + 16);\n");
        }
        text.Append("    }\n");
    }
    text.Append("}\n");
    File.WriteAllText($"src/Hone.Tensors/Kernels/RowTile.{set}.cs", text.ToString());

    static string At(string pointer, int offset) => offset == 0 ? pointer : $"{pointer} + {offset}";
}

static string Parameters(bool half) =>
    $"float* x, nint rs, nint cs, {(half ? "ushort" : "float")}* b, int k, nint ahead, nint aheadStep, float* y, nint ldy";

static void Rows(StringBuilder text, string set, string type, string vector, int rows, bool half)
{
    text.Append($$"""

            [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
            private static void {{set}}{{type}}{{rows}}({{Parameters(half)}})
            {
                rs *= sizeof(float);
                cs *= sizeof(float);

        """);
    // One pointer for every three rows: [p], [p + rs] and [p + 2 rs] are plain address modes.
    for (int i = 0; i < rows; i += 3)
        text.Append(i == 0 ? "        byte* x0 = (byte*)x;\n" : $"        byte* x{i} = x{i - 3} + (3 * rs);\n");
    if (rows > 2)
        text.Append("        nint rs2 = 2 * rs;\n");
    for (int i = 0; i < rows; i++)
        text.Append($"        {vector}<float> l{i} = default, h{i} = default;\n");
    // A line of bfloat16 is one step, and lines are asked for in pairs.
    if (half)
    {
        text.Append("        for (; k > 1; k -= 2)\n        {\n");
        Ask(text, "2 * aheadStep");
        Step(text, vector, rows, half, 0);
        Step(text, vector, rows, half, 1);
        text.Append("        }\n        if (k > 0)\n        {\n");
        Step(text, vector, rows, half, 0);
    }
    else
    {
        text.Append("        for (; k > 0; k--)\n        {\n");
        Ask(text, "aheadStep");
        Step(text, vector, rows, half, 0);
    }
    text.Append("        }\n");
    for (int i = 0; i < rows; i++)
    {
        string row = i == 0 ? "y" : i == 1 ? "y + ldy" : $"y + ({i} * ldy)";
        text.Append($"        l{i}.Store({row});\n        h{i}.Store({row} + 16);\n");
    }
    text.Append("    }\n");
}

static void Ask(StringBuilder text, string step) =>
    text.Append($"            if (Sse.IsSupported)\n            {{\n                byte* line = Line(ahead);\n                Sse.Prefetch0(line);\n                Sse.Prefetch0(line + 64);\n                ahead += {step};\n            }}\n");

static void Step(StringBuilder text, string vector, int rows, bool half, int step)
{
    string declare = step == 0 ? $"{vector}<float> " : "";
    if (half)
    {
        // Two bfloat16 in 32 bits: the lower one moved up, the upper one with the lower cleared, are float32.
        text.Append($"            {(step == 0 ? $"{vector}<uint> " : "")}pair = {vector}.Load((uint*)b);\n");
        text.Append($"            {declare}low = {vector}.ShiftLeft(pair, 16).AsSingle();\n            {declare}high = (pair & {vector}.Create(0xffff0000u)).AsSingle();\n");
    }
    else
    {
        text.Append($"            {vector}<float> low = {vector}.Load(b), high = {vector}.Load(b + 16);\n");
    }
    for (int i = 0; i < rows; i++)
    {
        string offset = (i % 3) switch { 0 => "", 1 => " + rs", _ => " + rs2" };
        text.Append($"            {(i == 0 ? declare : "")}f = {vector}.Create(*(float*)(x{i / 3 * 3}{offset}));\n");
        text.Append($"            l{i} = {vector}.FusedMultiplyAdd(f, low, l{i});\n            h{i} = {vector}.FusedMultiplyAdd(f, high, h{i});\n");
    }
    for (int i = 0; i < rows; i += 3)
        text.Append($"            x{i} += cs;\n");
    text.Append("            b += 32;\n");
}
