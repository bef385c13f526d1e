using System.CommandLine;
using System.Globalization;
using Hone.Cli.Errors;
using Hone.Cli.Output;
using Hone.Inference;
using Hone.Models;
using Hone.Tensors;

namespace Hone.Cli.Commands;

/// <summary><c>hone export</c>: a model as a GGUF file or as a Hugging Face folder, an adapter merged into it or alone.</summary>
internal static class ExportCommand
{
    private const string AsHeld = "auto";

    internal static Command Create(CliContext context)
    {
        var model = new Argument<string?>("MODEL") { Description = "Model folder, .gguf file or built-in model. Left out, --adapter alone is exported.", Arity = ArgumentArity.ZeroOrOne };
        var gguf = new Option<string?>("--gguf") { Description = "GGUF file to write." };
        var folder = new Option<string?>("--out", "-o") { Description = "Hugging Face folder to write." };
        var type = new Option<string>("--type") { Description = "Matrices of a GGUF file: auto (as the model has them), f32, f16, bf16, q8_0, q4_0, ... all alike; rows that do not fit become f16.", DefaultValueFactory = _ => AsHeld };
        var adapter = new Option<string?>("--adapter") { Description = "Adapter folder to merge; without MODEL it is written alone." };
        var over = new Option<string?>("--base") { Description = "The model that an adapter alone belongs to. Default: the one that its configuration names." };
        var split = new Option<string?>("--split-size") { Description = "Bytes of tensors a GGUF file holds before another begins, such as 2G." };
        var threads = new Option<int>("--threads") { Description = "Compute threads, 0 is one a processor.", DefaultValueFactory = _ => 0 };
        var command = new Command("export", "Write a model as a GGUF file or as a Hugging Face folder.") { model, gguf, folder, type, adapter, over, split, threads };
        command.SetAction(parsed =>
        {
            var request = new Request(parsed.GetValue(model), parsed.GetValue(gguf), parsed.GetValue(folder), Type(parsed.GetRequiredValue(type)),
                parsed.GetValue(adapter), parsed.GetValue(over), Size(parsed.GetValue(split)));
            Check(request);
            using var backend = new CpuBackend(parsed.GetValue(threads));
            if (request.Model is null)
                ExportAdapter(request, backend, context);
            else
                ExportModel(request, backend, context);
            return ExitCode.Success;
        });
        return command;
    }

    private sealed record Request(string? Model, string? Gguf, string? Folder, GgmlType? Type, string? Adapter, string? Base, long? SplitBytes);

    private static void Check(Request request)
    {
        if (request.Gguf is null == request.Folder is null)
            throw new UserException("one of --gguf and --out says what is written", "Give --gguf FILE, or --out FOLDER.", ExitCode.Usage);
        if (request.Folder is not null && (request.Type is not null || request.SplitBytes is not null))
            throw new UserException("--type and --split-size are of GGUF files", "Leave them out with --out.", ExitCode.Usage);
        if (request.Model is null && (request.Adapter is null || request.Gguf is null))
            throw new UserException("there is no MODEL", "Give a model, or --adapter FOLDER --gguf FILE to export an adapter alone.", ExitCode.Usage);
        if (request.Model is not null && request.Base is not null)
            throw new UserException("--base is for an adapter alone", "MODEL is the base that --adapter is merged into; leave --base out.", ExitCode.Usage);
        if (request.Gguf is { } file && !GgufFile.IsGguf(file))
            throw new UserException($"{file} does not end in .gguf", "Other programs know the file by its ending; add it.", ExitCode.Usage);
    }

    private static void ExportModel(Request request, CpuBackend backend, CliContext context)
    {
        string path = context.Models.Resolve(request.Model!);
        string target = request.Gguf ?? request.Folder!;
        if (Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(target)))
            throw new UserException($"{target} is the model itself", "Give another file or folder.");
        // A folder holds numbers, not blocks.
        WeightDType matrices = request.Folder is not null && GgufFile.IsGguf(path) && HasBlocks(path) ? WeightDType.Float32 : WeightDType.Auto;
        using ModelBundle bundle = ModelBundle.Open(path, backend, new ModelOpenOptions { Matrices = matrices });
        if (request.Adapter is not { } adapter)
        {
            Write(request, bundle, bundle.Config, bundle.Model.Parameters, path, context);
            return;
        }
        int slot = bundle.Model.Adapters.Add(PeftDirectory.Load(adapter, bundle.Model, bundle.Config));
        AdapterMerge.Use(bundle.Model, bundle.Config, slot, (config, parameters) => Write(request, bundle, config, parameters, path, context));
    }

    private static void Write(Request request, ModelBundle bundle, HuggingFaceConfig config, IEnumerable<Parameter> parameters, string path, CliContext context)
    {
        Backend backend = bundle.Model.Backend;
        if (request.Folder is { } folder)
        {
            ModelSaver.Save(folder, config, backend, parameters, new ModelSaveOptions { Generation = bundle.Generation, WriteOthers = bundle.WriteTokenizer });
            context.Terminal.Pairs([("model", path), ("folder", folder), ("parameters", Numbers.Count(config.Model.ParameterCount()))]);
            return;
        }
        IReadOnlyList<string> files = GgufSaver.Save(request.Gguf!, config, backend, parameters, new GgufSaveOptions
        {
            TypeOf = request.Type is { } type ? (_, shape) => shape[^1] % type.BlockElements() == 0 ? type : GgmlType.F16 : null,
            FileType = request.Type is { } all ? GgufFileType.Of(all) : request.Adapter is null ? bundle.Files.Gguf?.Metadata.Int("general.file_type") : null,
            Name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path)),
            Metadata = GgufBundleMetadata.Of(bundle),
            SplitBytes = request.SplitBytes,
        });
        Report(files, path, context);
    }

    private static void ExportAdapter(Request request, CpuBackend backend, CliContext context)
    {
        string folder = request.Adapter!;
        string path = request.Base ?? PeftDirectory.ReadConfig(folder).BaseModel
            ?? throw new UserException($"{folder} does not say which model it belongs to", "Give it with --base MODEL.");
        ModelFiles files = ModelFiles.Open(context.Models.Resolve(path));
        using Transformer model = ModelLoader.Load(files, backend, matrices: WeightDType.Auto);
        using LoraAdapter adapter = PeftDirectory.Load(folder, model, files.Config);
        GgufAdapterSaver.Save(request.Gguf!, files.Config, backend, adapter, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
        Report([request.Gguf!], folder, context);
    }

    private static void Report(IReadOnlyList<string> files, string source, CliContext context)
    {
        using GgufCheckpoint written = GgufCheckpoint.Open(files[0]);
        GgufTensor[] tensors = [.. written.Files.SelectMany(file => file.Tensors)];
        context.Terminal.Pairs(
        [
            ("from", source),
            .. files.Select(file => ("file", $"{file}, {Numbers.Bytes(new FileInfo(file).Length)}")),
            ("tensors", $"{tensors.Length}: {string.Join(", ", tensors.GroupBy(tensor => tensor.Type).Select(group => $"{group.Count()} {group.Key}"))}"),
        ]);
    }

    private static bool HasBlocks(string path)
    {
        using GgufCheckpoint checkpoint = GgufCheckpoint.Open(path);
        return checkpoint.Files.Any(file => file.Tensors.Any(tensor => tensor.Format is not null));
    }

    private static GgmlType? Type(string name)
    {
        if (name == AsHeld)
            return null;
        GgmlType[] known = [.. Enum.GetValues<GgmlType>().Where(type => type.IsDecoded())];
        foreach (GgmlType type in known)
        {
            if (name.Equals(type.ToString(), StringComparison.OrdinalIgnoreCase))
                return type;
        }
        throw new UserException($"--type {name} is not written", $"Give {AsHeld}, {string.Join(", ", known.Select(type => type.ToString().ToLowerInvariant()))}.", ExitCode.Usage);
    }

    private static long? Size(string? text)
    {
        if (text is null)
            return null;
        long unit = char.ToUpperInvariant(text[^1]) switch { 'K' => 1L << 10, 'M' => 1L << 20, 'G' => 1L << 30, _ => 1 };
        string digits = unit == 1 ? text : text[..^1];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long count) && count > 0 && count <= long.MaxValue / unit ? count * unit
            : throw new UserException($"--split-size {text} is no size", "Write a number of bytes, or one with K, M or G.", ExitCode.Usage);
    }
}
