using System.Buffers.Binary;
using System.Text;

namespace Hone.Models;

/// <summary>The values of a GGUF file's metadata, as bytes.</summary>
internal sealed class GgufValueWriter(Stream stream)
{
    public void Raw(ReadOnlySpan<byte> bytes) => stream.Write(bytes);

    public void UInt16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    public void UInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    public void UInt64(ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    public void Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        UInt64((ulong)bytes.Length);
        stream.Write(bytes);
    }

    /// <summary>Type and value.</summary>
    public void Typed(GgufValue value)
    {
        UInt32((uint)value.Type);
        Write(value);
    }

    private void Write(GgufValue value)
    {
        switch (value.Type)
        {
            case GgufValueType.Text:
                Text(value.Text!);
                break;
            case GgufValueType.Bool:
                stream.WriteByte(value.Bool == true ? (byte)1 : (byte)0);
                break;
            case GgufValueType.Float32:
                value.TryGetNumber(out double single);
                UInt32(BitConverter.SingleToUInt32Bits((float)single));
                break;
            case GgufValueType.Float64:
                value.TryGetNumber(out double real);
                UInt64(BitConverter.DoubleToUInt64Bits(real));
                break;
            case GgufValueType.Array:
                UInt32((uint)value.ElementType);
                UInt64((ulong)value.Count);
                WriteElements(value.Elements!, value.ElementType);
                break;
            default:
                Integer(value.Bits, value.Type);
                break;
        }
    }

    private void WriteElements(Array elements, GgufValueType type)
    {
        switch (type)
        {
            case GgufValueType.UInt8: Raw((byte[])elements); break;
            case GgufValueType.Int8: Many((sbyte[])elements, x => stream.WriteByte((byte)x)); break;
            case GgufValueType.UInt16: Many((ushort[])elements, UInt16); break;
            case GgufValueType.Int16: Many((short[])elements, x => UInt16((ushort)x)); break;
            case GgufValueType.UInt32: Many((uint[])elements, UInt32); break;
            case GgufValueType.Int32: Many((int[])elements, x => UInt32((uint)x)); break;
            case GgufValueType.UInt64: Many((ulong[])elements, UInt64); break;
            case GgufValueType.Int64: Many((long[])elements, x => UInt64((ulong)x)); break;
            case GgufValueType.Float32: Many((float[])elements, x => UInt32(BitConverter.SingleToUInt32Bits(x))); break;
            case GgufValueType.Float64: Many((double[])elements, x => UInt64(BitConverter.DoubleToUInt64Bits(x))); break;
            case GgufValueType.Bool: Many((bool[])elements, x => stream.WriteByte(x ? (byte)1 : (byte)0)); break;
            case GgufValueType.Text: Many((string[])elements, Text); break;
            default: Many((GgufValue[])elements, Write); break;
        }
    }

    private static void Many<T>(T[] elements, Action<T> write)
    {
        foreach (T element in elements)
            write(element);
    }

    private void Integer(ulong bits, GgufValueType type)
    {
        switch (type)
        {
            case GgufValueType.UInt8 or GgufValueType.Int8: stream.WriteByte((byte)bits); break;
            case GgufValueType.UInt16 or GgufValueType.Int16: UInt16((ushort)bits); break;
            case GgufValueType.UInt32 or GgufValueType.Int32: UInt32((uint)bits); break;
            default: UInt64(bits); break;
        }
    }
}
