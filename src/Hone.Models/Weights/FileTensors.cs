using Hone.Tensors;

namespace Hone.Models;

/// <summary>One tensor of a checkpoint, put together from parameters.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Shape">Lengths of its axes; empty for a single number.</param>
/// <param name="Read">Its elements, row-major; reads the parameters when called.</param>
public sealed record FileTensor(string Name, IReadOnlyList<long> Shape, Func<float[]> Read);

/// <summary>From values in a model's layout to those of a checkpoint: what saving writes, and how gradients are compared with recorded ones.</summary>
public static class FileTensors
{
    /// <summary>The checkpoint's tensors that some parameters make up, in the order of their first parts.</summary>
    /// <param name="names">Names and layouts.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="read">The values of one: the parameter itself, or its gradient. Float32 of the parameter's shape.</param>
    /// <exception cref="ArgumentException">A fused tensor lacks some of its rows.</exception>
    public static IReadOnlyList<FileTensor> Of(WeightNameMap names, IEnumerable<Parameter> parameters, Func<Parameter, float[]> read)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(read);
        var groups = new List<List<(Parameter Parameter, WeightPlace Place)>>();
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Parameter parameter in parameters)
        {
            WeightPlace place = names.Place(parameter.Name);
            if (!byName.TryGetValue(place.File, out int index))
            {
                byName[place.File] = index = groups.Count;
                groups.Add([]);
            }
            groups[index].Add((parameter, place));
        }
        return [.. groups.Select(group => Join(group, read))];
    }

    private static FileTensor Join(List<(Parameter Parameter, WeightPlace Place)> parts, Func<Parameter, float[]> read)
    {
        (Parameter first, WeightPlace place) = parts[0];
        Shape shape = first.Shape;
        long[] fileShape = place.FileShape(shape);
        if (parts.Count > 1 || place.Rule is { IsFused: true })
        {
            long rows = parts.Sum(part => (long)part.Parameter.Shape[0]);
            if (place.Rule is not { IsFused: true } rule || rows != rule.FusedRows)
                throw new ArgumentException($"The tensor {place.File} is made of {parts.Count} parameter(s) with {rows} rows, {place.Rule?.FusedRows ?? shape[0]} are needed.", nameof(parts));
        }
        return new FileTensor(place.File, fileShape, () =>
        {
            if (place.Rule is null or { IsFused: false, IsTransposed: false, InterleavedRows: 0, AddsOne: false })
                return read(first);
            var values = new float[parts.Sum(part => part.Parameter.Shape.ElementCount)];
            foreach ((Parameter parameter, WeightPlace at) in parts)
                Lay(read(parameter), parameter.Shape, at, values);
            return values;
        });
    }

    private static void Lay(float[] part, Shape shape, WeightPlace place, float[] whole)
    {
        WeightNameRule rule = place.Rule!;
        int rows = shape[0], columns = shape.Rank == 1 ? 1 : shape[1], stride = rule.IsFused ? rule.FusedRows : rows;
        for (int r = 0; r < rows; r++)
        {
            long row = place.FileRow(r);
            for (int c = 0; c < columns; c++)
            {
                float value = part[((long)r * columns) + c];
                whole[rule.IsTransposed ? (c * (long)stride) + row : (row * columns) + c] = rule.AddsOne ? value + 1f : value;
            }
        }
    }
}
