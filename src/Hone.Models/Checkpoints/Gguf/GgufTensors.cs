using Hone.Tensors;

namespace Hone.Models;

/// <summary>The tensors of a GGUF file that is written from a model's parameters: which parameter lies where, and as what.</summary>
internal sealed class GgufTensors
{
    private readonly Backend _backend;
    private readonly List<Group> _groups = [];
    private readonly List<(string Name, Parameter Parameter)> _xielu = [];

    // The parts of one tensor in the order of the model.
    private sealed record Group(string Name, long[] Shape, GgmlType Type, List<(Parameter Parameter, WeightPlace Place)> Parts);

    /// <summary>Plans the tensors.</summary>
    /// <exception cref="ArgumentException">A fused tensor lacks rows, or a type does not fit a tensor.</exception>
    public GgufTensors(Backend backend, WeightNameMap names, IEnumerable<Parameter> parameters, GgufSaveOptions options)
    {
        _backend = backend;
        var groups = new List<List<(Parameter Parameter, WeightPlace Place)>>();
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Parameter parameter in parameters)
        {
            WeightPlace place = names.Place(parameter.Name);
            if (place.File.Contains(GgufNames.XieluMark, StringComparison.Ordinal))
            {
                _xielu.Add((place.File[(place.File.LastIndexOf('.') + 1)..], parameter));
                continue;
            }
            if (!byName.TryGetValue(place.File, out int index))
            {
                byName[place.File] = index = groups.Count;
                groups.Add([]);
            }
            groups[index].Add((parameter, place));
        }
        foreach (List<(Parameter Parameter, WeightPlace Place)> parts in groups)
            _groups.Add(Plan(parts, options));
    }

    /// <summary>"general.file_type" of matrices that are all of one type; null if they are not.</summary>
    public int? FileType => _groups.Where(group => group.Shape.Length == 2).Select(group => group.Type).Distinct().ToArray() is [var only] ? GgufFileType.Of(only) : null;

    /// <summary>Adds the numbers of xIELU, which are metadata.</summary>
    public void AddXielu(GgufMetadata metadata, TransformerConfig model)
    {
        if (!model.Layers[0].FeedForward.Xielu)
            return;
        foreach (string name in GgufNames.Xielu)
        {
            float[] values = [.. _xielu.Where(pair => pair.Name == name).Select(pair => ParameterValues.Read(_backend, pair.Parameter)[0])];
            metadata.Set(GgufNames.XieluKey(name), GgufValue.Of<float>(values));
        }
    }

    /// <summary>Adds the tensors in the order of the model.</summary>
    public void AddTo(GgufWriter writer)
    {
        foreach (Group group in _groups)
        {
            bool asHeld = group.Type.ToQuantFormat() is { } format && group.Parts.TrueForAll(part => part.Parameter.Blocks?.Format == format);
            writer.Add(group.Name, group.Type, group.Shape, stream =>
            {
                if (asHeld)
                    WriteBlocks(stream, group);
                else
                    GgufEncoding.Write(stream, Floats(group), group.Type);
            });
        }
    }

    private static Group Plan(List<(Parameter Parameter, WeightPlace Place)> parts, GgufSaveOptions options)
    {
        (Parameter first, WeightPlace place) = parts[0];
        long[] shape = place.FileShape(first.Shape);
        long rows = parts.Sum(part => (long)part.Parameter.Shape[0]);
        if (rows != shape[0])
            throw new ArgumentException($"The tensor {place.File} is made of {parts.Count} parameter(s) with {rows} rows, {shape[0]} are needed.");
        GgmlType type = shape.Length == 1 ? GgmlType.F32 : options.TypeOf?.Invoke(place.File, shape) ?? options.Type ?? Held(parts);
        if (!type.IsDecoded())
            throw new ArgumentException($"The tensor {place.File} cannot be written as {type}; written are {GgmlTypes.Decoded}.");
        if (shape[^1] % type.BlockElements() != 0)
            throw new ArgumentException($"The tensor {place.File} has rows of {shape[^1]} numbers, which are no whole number of {type} blocks of {type.BlockElements()}.");
        return new Group(place.File, shape, type, parts);
    }

    private static GgmlType Held(List<(Parameter Parameter, WeightPlace Place)> parts)
    {
        GgmlType[] types = [.. parts.Select(part => part.Parameter.Blocks is { } blocks ? blocks.Format.ToGgmlType()
            : part.Parameter.Value.Type == DType.BFloat16 ? GgmlType.BF16 : GgmlType.F32).Distinct()];
        return types is [var only] ? only : GgmlType.F32;
    }

    private float[] Floats(Group group)
    {
        int columns = group.Shape.Length == 1 ? 1 : (int)group.Shape[1];
        var whole = new float[checked(group.Shape[0] * columns)];
        foreach ((Parameter parameter, WeightPlace place) in group.Parts)
        {
            float[] part = ParameterValues.Read(_backend, parameter);
            for (int row = 0; row < parameter.Shape[0]; row++)
            {
                Span<float> target = whole.AsSpan(place.FileRow(row) * columns, columns);
                part.AsSpan(row * columns, columns).CopyTo(target);
                if (place.Rule is { AddsOne: true })
                    target[0] += 1f;
            }
        }
        return whole;
    }

    private void WriteBlocks(Stream stream, Group group)
    {
        long rowBytes = group.Type.RowBytes(group.Shape[1]);
        var whole = new byte[checked(group.Shape[0] * rowBytes)];
        foreach ((Parameter parameter, WeightPlace place) in group.Parts)
        {
            var part = new byte[checked(parameter.Shape[0] * rowBytes)];
            _backend.UnpackBlocks(parameter.Blocks!, 0, part);
            for (int row = 0; row < parameter.Shape[0]; row++)
                part.AsSpan(checked((int)(row * rowBytes)), (int)rowBytes).CopyTo(whole.AsSpan(checked((int)(place.FileRow(row) * rowBytes))));
        }
        stream.Write(whole);
    }
}
