using System.CommandLine;
using Hone.Models;

namespace Hone.Cli.Commands;

/// <summary><c>--dtype</c> of the commands that decode: what the matrices are kept as. It changes no token, but for the blocks of a GGUF file: their products round activations.</summary>
internal static class WeightTypeOption
{
    internal static Option<string> Create()
    {
        var option = new Option<string>("--dtype")
        {
            Description = "Weights in memory: auto (as in the file), bfloat16 or float32.",
            DefaultValueFactory = _ => "auto",
        };
        option.AcceptOnlyFromAmong("auto", "bfloat16", "float32");
        return option;
    }

    internal static WeightDType Parse(string? name) => name switch
    {
        "bfloat16" => WeightDType.BFloat16,
        "float32" => WeightDType.Float32,
        _ => WeightDType.Auto,
    };
}
