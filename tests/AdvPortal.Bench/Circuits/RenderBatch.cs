using System.Buffers.Binary;
using System.Text;

namespace AdvPortal.Bench.Circuits;

/// <summary>What a circuit sends to be shown, read as far as a benchmark must: which elements answer a click, and whether something is said.</summary>
/// <remarks>Little-endian; the last 20 bytes say where the sections begin, the second of which are the frames, of 20 bytes each, and the fifth the strings.</remarks>
internal readonly struct RenderBatch(byte[] bytes)
{
    private const int Element = 1;
    private const int Attribute = 3;
    private const int FrameLength = 20;

    /// <summary>The click handler of the first element that bears <paramref name="attribute"/>.</summary>
    public ulong? ClickOf(string attribute)
    {
        var frames = Int(bytes.Length - FrameLength + 4);
        var (isElement, bears, click) = (false, false, 0UL);

        for (var (frame, end) = (frames + 4, frames + 4 + (Int(frames) * FrameLength)); frame < end; frame += FrameLength)
        {
            if (Int(frame) is not Attribute)
            {
                // Attributes of no element are those that changed on what is shown already: any next to one another.
                (isElement, bears, click) = (Int(frame) is Element, false, 0);
                continue;
            }

            var name = Text(Int(frame + 4));
            bears |= name == attribute;
            click = name == "onclick" ? BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(frame + 12)) : click;

            if (isElement && bears && click != 0)
            {
                return click;
            }
        }

        return null;
    }

    public bool Says(string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private string? Text(int index)
    {
        if (index < 0)
        {
            return null;
        }

        var at = Int(Int(bytes.Length - 4) + (4 * index));
        var length = 0;

        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            length |= (part & 0x7F) << shift;

            if (part < 0x80)
            {
                return Encoding.UTF8.GetString(bytes, at, length);
            }
        }
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}
