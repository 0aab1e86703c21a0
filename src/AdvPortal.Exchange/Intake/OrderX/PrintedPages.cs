using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Pdf;

namespace AdvPortal.Exchange.Intake.OrderX;

/// <summary>The pages around an order that is read from XML: shown before it, and marked where they print what the XML says. What they print otherwise is not marked: the XML is what is executed.</summary>
internal static class PrintedPages
{
    public static void Show(ReadOnlyMemory<byte> pdf, DocumentReading told, OriginalDraft original)
    {
        var draft = new OriginalDraft();
        var printed = PdfOrderReader.Read(pdf, new ReadingContext(Original: draft, IsLimited: true));
        var shown = draft.Build();

        // A page without words is a page of a picture: nothing of it would be seen.
        if (!shown.Parts.OfType<PagePart>().Any(page => page.Texts.Count > 0))
        {
            return;
        }

        var (said, read) = (Values(told), Values(printed));
        original.Append(shown with { Spots = [.. shown.Spots.Where(spot => At(read, spot.Value) is { } value && JsonNode.DeepEquals(value, At(said, spot.Value)))] });
    }

    private static JsonNode? Values(DocumentReading reading) => JsonSerializer.SerializeToNode(reading, JsonSerializerOptions.Web);

    // « orders[0].lines[3].quantity ».
    private static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var step in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            node = node switch
            {
                JsonArray array when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var place) => place < array.Count ? array[place] : null,
                JsonObject thing => thing[step],
                _ => null,
            };
        }

        return node;
    }
}
