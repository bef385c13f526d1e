using System.Globalization;
using Hone.Benchmarks;
using Hone.Benchmarks.Allocations;

// Figures are shares of a limit measured beside them in the same run; times alone say little on shared machines.
//   dotnet run -c Release --project benchmarks/Hone.Benchmarks -- NAME      one table (see the list that --help prints)
//   ... -- all                                                              every table
//   ... -- report [NAME,NAME...]                                            writes docs/benchmarks.md
//   ... -- allocations [--update]                                           exit code 1 when a figure is above benchmarks/expected-allocations.json
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string name = args.Length > 0 ? args[0] : "--help";
var options = new BenchmarkOptions(args);
if (name == "report")
{
    IReadOnlyList<BenchmarkTable> tables = args.Length > 1 && !args[1].StartsWith('-')
        ? [.. BenchmarkTable.All.Where(t => args[1].Split(',').Contains(t.Name))]
        : BenchmarkTable.All;
    ReportBenchmark.Run(tables, options, Console.Out);
    return 0;
}
if (name == "allocations")
    return AllocationGate.Run(Console.Out, args.Contains("--update")) ? 0 : 1;
BenchmarkTable[] asked = [.. BenchmarkTable.All.Where(t => t.Name == name || name == "all")];
foreach (BenchmarkTable table in asked)
{
    Console.WriteLine($"## {table.Title}");
    Console.WriteLine();
    table.Run(Console.Out, options);
}
if (asked.Length > 0)
    return 0;
Console.Error.WriteLine($"'{name}' is no table; there are {string.Join(", ", BenchmarkTable.All.Select(t => t.Name))}, all and report.");
return 2;
