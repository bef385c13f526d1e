using System.Globalization;
using Hone.Benchmarks;
using Hone.Tensors;

// Figures are shares of a limit measured beside them in the same run; times alone say little on shared machines.
//   dotnet run -c Release --project benchmarks/Hone.Benchmarks -- [products|decode|regions|logprobs|training|sharpen|all]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string what = args.Length > 0 ? args[0] : "all";
if (what is not ("products" or "decode" or "regions" or "logprobs" or "training" or "sharpen" or "all"))
{
    Console.Error.WriteLine($"'{what}' is no benchmark; there are products, decode, regions, logprobs, training, sharpen and all.");
    return 2;
}
if (what is "products" or "all")
    ProductBenchmark.Run();
if (what is "decode" or "all")
{
    DecodeBenchmark.Run(DType.Float32, args.Length > 1 ? args[1] : null);
    DecodeBenchmark.Run(DType.BFloat16, args.Length > 1 ? args[1] : null);
}
if (what is "regions" or "all")
    RegionBenchmark.Run();
if (what is "logprobs" or "all")
    LogProbabilityBenchmark.Run(args.Length > 1 ? args[1] : null);
if (what is "training" or "all")
    TrainingBenchmark.Run();
if (what is "sharpen" or "all")
    SharpenBenchmark.Run();
return 0;
