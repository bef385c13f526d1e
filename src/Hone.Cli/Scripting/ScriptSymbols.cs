using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Hone.Cli.Scripting;

/// <summary>Finds the line of a script that threw. The runtime has no lines for code that was loaded from memory, so its portable PDB is read here.</summary>
/// <param name="script">The compiled script.</param>
/// <param name="portablePdb">Its symbols.</param>
internal sealed class ScriptSymbols(Assembly script, byte[] portablePdb)
{
    /// <summary>The line of the innermost frame that is the script's, from 1; 0 if none is.</summary>
    internal int LineOf(Exception exception)
    {
        foreach (StackFrame frame in new StackTrace(exception, fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod() is { } method && method.Module.Assembly == script)
                return LineOf(method, frame.GetILOffset());
        }
        return 0;
    }

    private int LineOf(MethodBase method, int offset)
    {
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(portablePdb));
        MetadataReader reader = provider.GetMetadataReader();
        var definition = (MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken);
        int line = 0;
        foreach (SequencePoint point in reader.GetMethodDebugInformation(definition.ToDebugInformationHandle()).GetSequencePoints())
        {
            if (point.Offset > offset) break;
            if (!point.IsHidden) line = point.StartLine;
        }
        return line;
    }
}
