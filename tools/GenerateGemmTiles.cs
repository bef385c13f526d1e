// Writes src/Hone.Tensors/Kernels/GemmTile.{Avx512,Avx2,Vector128}.cs: the register tiles of the matrix product, with one
// local per accumulator because the JIT keeps only locals in registers. Run from the repository's root:
//   dotnet run tools/GenerateGemmTiles.cs
#:property PublishAot=false
using System.Text;

Write("Avx512", bits: 512, maxRows: 12, "12 x 32: 24 accumulators, 2 vectors of B and 1 of A leave 5 of 32 registers.");
Write("Avx2", bits: 256, maxRows: 6, "6 x 16: 12 accumulators, 2 vectors of B and 1 of A are 15 of 16 registers.");
Write("Vector128", bits: 128, maxRows: 4, "4 x 8: 8 accumulators, 2 vectors of B and 1 of A are 11 of 16 registers.");

static void Write(string set, int bits, int maxRows, string budget)
{
    string vector = $"Vector{bits}";
    int lanes = bits / 32;
    var text = new StringBuilder();
    text.Append($$"""
        // Written by tools/GenerateGemmTiles.cs; change that and run it again.
        using System.Runtime.CompilerServices;
        using System.Runtime.Intrinsics;
        using System.Runtime.Intrinsics.X86;

        namespace Hone.Tensors;

        /// <summary>Register tiles of {{bits}}-bit vectors. {{budget}}</summary>
        internal static unsafe partial class GemmTile
        {
            private const int {{set}}MaxRows = {{maxRows}};
            private const int {{set}}Columns = {{2 * lanes}};

            private static void {{set}}Rows(int rows, float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
            {
                switch (rows)
                {

        """);
    for (int r = 1; r <= maxRows; r++)
    {
        string label = r == maxRows ? "default" : $"case {r}";
        text.Append($"            {label}: {set}Rows{r}(a, rs, cs, b, ldb, c, ldc, k, accumulate); break;\n");
    }
    text.Append("        }\n    }\n");
    for (int r = 1; r <= maxRows; r++)
        Rows(text, set, vector, lanes, r);
    text.Append("}\n");
    File.WriteAllText($"src/Hone.Tensors/Kernels/GemmTile.{set}.cs", text.ToString());
}

static void Rows(StringBuilder text, string set, string vector, int lanes, int rows)
{
    text.Append($$"""

            [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
            private static void {{set}}Rows{{rows}}(float* a, nint rs, nint cs, float* b, nint ldb, float* c, nint ldc, int k, bool accumulate)
            {
                rs *= sizeof(float);
                cs *= sizeof(float);

        """);
    // One pointer for every three rows: [p], [p + rs] and [p + 2 rs] are plain address modes.
    for (int i = 0; i < rows; i += 3)
        text.Append(i == 0 ? "        byte* a0 = (byte*)a;\n" : $"        byte* a{i} = a{i - 3} + (3 * rs);\n");
    if (rows > 2)
        text.Append("        nint rs2 = 2 * rs;\n");
    for (int i = 0; i < rows; i++)
        text.Append($"        {vector}<float> c{i}x = default, c{i}y = default;\n");
    text.Append("        if (accumulate)\n        {\n");
    for (int i = 0; i < rows; i++)
    {
        string row = i == 0 ? "c" : i == 1 ? "c + ldc" : $"c + ({i} * ldc)";
        text.Append($"            c{i}x = {vector}.Load({row});\n            c{i}y = {vector}.Load({row} + {lanes});\n");
    }
    text.Append("        }\n        for (; k > 0; k--)\n        {\n");
    // Few rows: a decode step, bound by reading B, which the hardware prefetchers alone follow too slowly.
    if (rows <= 3)
    {
        text.Append("            if (Sse.IsSupported)\n            {\n                Sse.Prefetch0(b + PrefetchFloats);\n");
        if (lanes == 16)
            text.Append("                Sse.Prefetch0(b + PrefetchFloats + 16);\n");
        text.Append("            }\n");
    }
    text.Append($"            {vector}<float> bx = {vector}.Load(b), by = {vector}.Load(b + {lanes});\n");
    for (int i = 0; i < rows; i++)
    {
        string offset = (i % 3) switch { 0 => "", 1 => " + rs", _ => " + rs2" };
        text.Append($"            {(i == 0 ? $"{vector}<float> " : "")}x = {vector}.Create(*(float*)(a{i / 3 * 3}{offset}));\n");
        text.Append($"            c{i}x = {vector}.FusedMultiplyAdd(x, bx, c{i}x);\n            c{i}y = {vector}.FusedMultiplyAdd(x, by, c{i}y);\n");
    }
    for (int i = 0; i < rows; i += 3)
        text.Append($"            a{i} += cs;\n");
    text.Append("            b += ldb;\n        }\n");
    for (int i = 0; i < rows; i++)
    {
        string row = i == 0 ? "c" : i == 1 ? "c + ldc" : $"c + ({i} * ldc)";
        text.Append($"        c{i}x.Store({row});\n        c{i}y.Store({row} + {lanes});\n");
    }
    text.Append("    }\n");
}
