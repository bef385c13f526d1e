using System.Globalization;
using Hone.Benchmarks;

// Figures are shares of a limit measured beside them in the same run; times alone say little on shared machines.
//   dotnet run -c Release --project benchmarks/Hone.Benchmarks -- [products|attention|training|sharpen|all]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string what = args.Length > 0 ? args[0] : "all";
if (what is not ("products" or "attention" or "training" or "sharpen" or "all"))
{
    Console.Error.WriteLine($"'{what}' is no benchmark; there are products, attention, training, sharpen and all.");
    return 2;
}
if (what is "products" or "all")
    ProductBenchmark.Run();
if (what is "attention" or "all")
    AttentionBenchmark.Run();
if (what is "training" or "all")
    TrainingBenchmark.Run();
if (what is "sharpen" or "all")
    SharpenBenchmark.Run();
return 0;
