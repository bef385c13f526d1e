using System.CommandLine;
using Hone.Tensors;

namespace Hone.Cli.Commands;

/// <summary><c>--kv-cache-dtype</c> of the commands that decode: what keys and values are rounded to. It changes tokens; the cache is two or four times smaller.</summary>
internal static class CacheTypeOption
{
    internal static Option<string> Create()
    {
        var option = new Option<string>("--kv-cache-dtype")
        {
            Description = "Keys and values in the cache: float32, bfloat16 (half the memory) or int8 (about a quarter).",
            DefaultValueFactory = _ => CacheDType.Float32.Name(),
        };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<CacheDType>().Select(type => type.Name())]);
        return option;
    }

    internal static CacheDType Parse(string? name) => CacheDTypes.Parse(name ?? "") ?? CacheDType.Float32;
}
