// Writes src/Hone.Tensors/Kernels/GemmTile.{Avx512,Avx2,Vector128}.cs: the register tiles of the matrix product, with one
// local per accumulator because the JIT keeps only locals in registers. Run from the repository's root:
//   dotnet run tools/GenerateGemmTiles.cs
#:property PublishAot=false
using System.Text;

Write("Avx512", bits: 512, maxRows: 12, "12 x 32: 24 accumulators, 2 vectors of B and 1 of A leave 5 of 32 registers.");
Write("Avx2", bits: 256, maxRows: 6, "6 x 16: 12 accumulators, 2 vectors of B and 1 of A are 15 of 16 registers.");
WritePacked("Avx512ByStep", "[k, 12]: a step after the other.", stepStride: 12, rowStride: 1, group: 8);
WritePacked("Avx512ByGroup", "[k / 8, 12, 8]: groups of eight steps, in each a row after the other, which is how rows are copied without a transposition.", stepStride: 1, rowStride: 8, group: 8);
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

// B is packed as [k, 32] and A so that constants are the only offsets. The odd rows of A are broadcast by the multiply-add
// itself, from a second pointer of the same value, because what is read twice from one address would go through a register:
// fewer instructions for each multiply-add, which counts where two threads of the processor share a core. Not all rows,
// because no more than two loads a cycle can be had.
static void WritePacked(string set, string layout, int stepStride, int rowStride, int group)
{
    const int MaxRows = 12, Lanes = 16;
    var text = new StringBuilder();
    text.Append($$"""
        // Written by tools/GenerateGemmTiles.cs; change that and run it again.
        using System.Runtime.CompilerServices;
        using System.Runtime.Intrinsics;
        using System.Runtime.Intrinsics.X86;

        namespace Hone.Tensors;

        /// <summary>Register tiles of 512-bit vectors for a packed A of {{layout}}</summary>
        internal static unsafe partial class GemmTile
        {
            private static void {{set}}(int rows, float* a, float* twin, float* b, float* c, nint ldc, int k, bool accumulate, float* next, byte* ahead, nint aheadStride)
            {
                switch (rows)
                {

        """);
    for (int r = 1; r <= MaxRows; r++)
        text.Append($"            {(r == MaxRows ? "default" : $"case {r}")}: {set}{r}(a, twin, b, c, ldc, k, accumulate, next, ahead, aheadStride); break;\n");
    text.Append("        }\n    }\n");
    for (int rows = 1; rows <= MaxRows; rows++)
    {
        text.Append($$"""

                [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
                private static void {{set}}{{rows}}(float* a, float* twin, float* b, float* c, nint ldc, int k, bool accumulate, float* next, byte* ahead, nint aheadStride)
                {

            """);
        for (int i = 0; i < rows; i++)
            text.Append($"        Vector512<float> c{i}x = default, c{i}y = default;\n");
        text.Append("        if (accumulate)\n        {\n");
        for (int i = 0; i < rows; i++)
            text.Append($"            c{i}x = Vector512.Load({Row(i)});\n            c{i}y = Vector512.Load({Row(i)} + {Lanes});\n");
        text.Append("        }\n        Vector512<float> x, bx, by;\n");
        foreach (int steps in new[] { group, 1 })
        {
            text.Append($"        for (; k >= {steps}; k -= {steps})\n        {{\n");
            if (steps > 1)
            {
                text.Append("            if (Sse.IsSupported)\n            {\n");
                text.Append("                Sse.Prefetch0(next);\n                Sse.Prefetch0(next + 16);\n                Sse.Prefetch1(ahead);\n                Sse.Prefetch1(ahead + 64);\n");
                text.Append("                next += ldc;\n                ahead += aheadStride;\n            }\n");
            }
            for (int u = 0; u < steps; u++)
            {
                text.Append($"            bx = Vector512.Load({At("b", u * 2 * Lanes)});\n            by = Vector512.Load({At("b", ((u * 2) + 1) * Lanes)});\n");
                for (int i = 0; i < rows; i++)
                {
                    int offset = (u * stepStride) + (i * rowStride);
                    if (i % 2 == 1)
                    {
                        text.Append($"            c{i}x = Vector512.FusedMultiplyAdd(Vector512.Create(*({At("a", offset)})), bx, c{i}x);\n");
                        text.Append($"            c{i}y = Vector512.FusedMultiplyAdd(Vector512.Create(*({At("twin", offset)})), by, c{i}y);\n");
                        continue;
                    }
                    text.Append($"            x = Vector512.Create(*({At("a", offset)}));\n");
                    text.Append($"            c{i}x = Vector512.FusedMultiplyAdd(x, bx, c{i}x);\n            c{i}y = Vector512.FusedMultiplyAdd(x, by, c{i}y);\n");
                }
            }
            int next = steps == 1 ? stepStride : group * MaxRows * stepStride / (stepStride == 1 ? 1 : MaxRows);
            text.Append($"            a += {next};\n            twin += {next};\n            b += {steps * 2 * Lanes};\n        }}\n");
        }
        for (int i = 0; i < rows; i++)
            text.Append($"        c{i}x.Store({Row(i)});\n        c{i}y.Store({Row(i)} + {Lanes});\n");
        text.Append("    }\n");
    }
    text.Append("}\n");
    File.WriteAllText($"src/Hone.Tensors/Kernels/GemmTile.{set}.cs", text.ToString());

    static string Row(int i) => i == 0 ? "c" : i == 1 ? "c + ldc" : $"c + ({i} * ldc)";
    static string At(string pointer, int offset) => offset == 0 ? pointer : $"{pointer} + {offset}";
}
