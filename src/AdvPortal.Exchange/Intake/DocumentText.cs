using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake;

/// <summary>A client's file as plain lines of text, for pages that show nothing but its words; <see cref="DocumentReader.Show"/> gives them with their meaning.</summary>
public static class DocumentText
{
    /// <summary>Lines; what follows in a longer file is read in the file itself.</summary>
    public const int MostLines = 3000;

    /// <returns>Null for what is no text, such as a PDF.</returns>
    public static IReadOnlyList<string>? LinesOf(byte[] bytes, DocumentFormat format) => Recognition.Of(bytes) switch
    {
        Recognition.Family.Edifact or Recognition.Family.Xml => Shown(bytes),
        _ when format == DocumentFormat.Csv => Lines(FileText.DecodeAny(bytes)),
        _ when format == DocumentFormat.Unknown && FileText.DecodeAny(bytes) is var text && !text.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) => Lines(text),
        _ => null,
    };

    private static List<string> Shown(byte[] bytes) =>
        [.. DocumentReader.Show(bytes, fileName: null, contentType: null).Parts.OfType<TextPart>().SelectMany(part => part.Lines).Select(line => line.Text).Take(MostLines)];

    private static List<string> Lines(string text) => [.. OriginalText.LinesOf(text).Take(MostLines)];
}
