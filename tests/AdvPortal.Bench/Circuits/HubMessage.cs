using System.Buffers;
using MessagePack;

namespace AdvPortal.Bench.Circuits;

/// <summary>One message of Blazor's hub as it crosses the wire: an array in MessagePack behind its length.</summary>
/// <param name="Kind">1 calls, 3 answers, 6 shows it is alive, 7 says goodbye.</param>
/// <param name="Id">Joins an answer to its call.</param>
/// <param name="Target">The method that is called.</param>
internal sealed record HubMessage(long Kind, string? Id, string? Target, object?[] Arguments)
{
    public const long Call = 1;
    public const long Completion = 3;
    public const long Ping = 6;
    public const long Close = 7;

    public static byte[] Write(long kind, string? id = null, string? target = null, params ReadOnlySpan<object?> arguments)
    {
        var body = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(body);

        if (kind is Ping)
        {
            writer.WriteArrayHeader(1);
            writer.Write(kind);
        }
        else
        {
            writer.WriteArrayHeader(6);
            writer.Write(kind);
            writer.WriteMapHeader(0);
            writer.Write(id);
            writer.Write(target);
            writer.WriteArrayHeader(arguments.Length);

            foreach (var argument in arguments)
            {
                Write(ref writer, argument);
            }

            writer.WriteArrayHeader(0);
        }

        writer.Flush();

        return [.. Length(body.WrittenCount), .. body.WrittenSpan];
    }

    /// <summary>Every message of what came at once.</summary>
    public static List<HubMessage> ReadAll(ReadOnlyMemory<byte> received)
    {
        List<HubMessage> messages = [];

        while (received.Length > 0)
        {
            var (length, at) = (0, 0);

            for (var shift = 0; ; shift += 7)
            {
                var part = received.Span[at++];
                length |= (part & 0x7F) << shift;

                if (part < 0x80)
                {
                    break;
                }
            }

            messages.Add(Read(received.Slice(at, length)));
            received = received[(at + length)..];
        }

        return messages;
    }

    private static HubMessage Read(ReadOnlyMemory<byte> body)
    {
        var reader = new MessagePackReader(body);
        var parts = (object?[])Read(ref reader)!;

        return (long)parts[0]! switch
        {
            Call => new(Call, parts[2] as string, parts[3] as string, (object?[])parts[4]!),
            Completion => new(Completion, parts[2] as string, null, parts[4..]),
            var other => new(other, null, null, parts[1..]),
        };
    }

    private static object? Read(ref MessagePackReader reader)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Integer:
                return reader.ReadInt64();
            case MessagePackType.Boolean:
                return reader.ReadBoolean();
            case MessagePackType.String:
                return reader.ReadString();
            case MessagePackType.Binary:
                return reader.ReadBytes()!.Value.ToArray();
            case MessagePackType.Array:
                var items = new object?[reader.ReadArrayHeader()];

                for (var index = 0; index < items.Length; index++)
                {
                    items[index] = Read(ref reader);
                }

                return items;
            default:
                reader.Skip();
                return null;
        }
    }

    private static void Write(ref MessagePackWriter writer, object? argument)
    {
        switch (argument)
        {
            case null:
                writer.WriteNil();
                break;
            case bool yes:
                writer.Write(yes);
                break;
            case long number:
                writer.Write(number);
                break;
            default:
                writer.Write((string)argument);
                break;
        }
    }

    private static byte[] Length(int length)
    {
        List<byte> parts = [];

        for (; length >= 0x80; length >>= 7)
        {
            parts.Add((byte)(length | 0x80));
        }

        return [.. parts, (byte)length];
    }
}
