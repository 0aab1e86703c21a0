using System.Text.Json;
using System.Text.Json.Serialization;
using AdvPortal.Exchange.Absences;
using AdvPortal.Exchange.Contracts;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake;

/// <summary>The other side of <see cref="LimitedReader"/>: reads one file from standard input and answers on standard output, in a process that may die.</summary>
/// <remarks>Request: one line of JSON (<c>fileName</c>, <c>contentType</c>, <c>length</c>), then that many bytes. Answer: one JSON document.</remarks>
public static class ReadProcess
{
    /// <summary>Kinds of reading: an order document, a list to import, or an order document to look at.</summary>
    public const string Document = "document";

    /// <inheritdoc cref="Document"/>
    public const string Table = "table";

    /// <summary>The file as a person looks at it.</summary>
    public const string Original = "original";

    /// <summary>A message, for the conversation that it belongs to.</summary>
    public const string Letter = "letter";

    /// <summary>A calendar, for the absences in it.</summary>
    public const string Calendar = "calendar";

    /// <summary>A signed contract, for its pages and clauses.</summary>
    public const string Contract = "contract";

    // A guide of a wide table rides in it.
    private const int LongestHeader = 256 * 1024;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Answers one request. The host calls it as the first thing when started as <c>read &lt;kind&gt;</c>.</summary>
    /// <returns>The exit code: 0 answered, 2 not understood.</returns>
    public static int Run(Stream stdin, Stream stdout, string kind)
    {
        if (kind is not (Document or Table or Original or Letter or Calendar or Contract) || ReadHeader(stdin) is not { Length: >= 0 and <= ReadingLimits.DocumentBytes } header)
        {
            return 2;
        }

        var bytes = new byte[header.Length];
        if (stdin.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            return 2;
        }

        if (kind == Table)
        {
            JsonSerializer.Serialize(stdout, TableReader.Read(bytes, header.FileName), Json);
        }
        else if (kind == Letter)
        {
            JsonSerializer.Serialize(stdout, LetterReader.Read(bytes), Json);
        }
        else if (kind == Calendar)
        {
            JsonSerializer.Serialize(stdout, AbsenceCalendarReader.Read(bytes, header.Window!), Json);
        }
        else if (kind == Contract)
        {
            JsonSerializer.Serialize(stdout, ContractReader.Read(bytes), Json);
        }
        else if (kind == Original)
        {
            var original = new OriginalDraft();
            DocumentReader.Read(bytes, header.FileName, header.ContentType, new ReadingContext(header.Guide, original, IsLimited: true));
            JsonSerializer.Serialize(stdout, original.Build(), Json);
        }
        else
        {
            JsonSerializer.Serialize(stdout, DocumentReader.Read(bytes, header.FileName, header.ContentType, new ReadingContext(header.Guide, IsLimited: true)), Json);
        }

        stdout.Flush();
        return 0;
    }

    private static Request? ReadHeader(Stream stdin)
    {
        List<byte> line = [];
        for (var next = stdin.ReadByte(); next is not ('\n' or -1) && line.Count < LongestHeader; next = stdin.ReadByte())
        {
            line.Add((byte)next);
        }

        try
        {
            return JsonSerializer.Deserialize<Request>(line.ToArray(), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Request(string? FileName, string? ContentType, int Length, ReadingGuide? Guide = null, CalendarWindow? Window = null);
}
