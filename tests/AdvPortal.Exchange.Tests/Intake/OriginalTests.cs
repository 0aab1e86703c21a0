using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdvPortal.Exchange.Intake;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Whoever clicks on a value that was read sees it where it stands in the client's file.</summary>
public sealed class OriginalTests
{
    /// <summary>What a document says of itself as a whole, and what is counted where the file gives none.</summary>
    private static readonly string[] Nowhere = ["messageType", "lineNo"];

    public static TheoryData<string> Orders() => CaseFiles.In("*", "edifact/orders", "ubl/orders", "order-x", "ubl/other");

    [Theory]
    [MemberData(nameof(Orders))]
    public void Every_value_stands_where_its_spot_says(string file)
    {
        var (original, reading) = (DocumentReader.Show(CaseFiles.Bytes(file), null, null), ReadAsJson(file));

        foreach (var spot in original.Spots)
        {
            var value = At(reading, spot.Value);
            var isUnreadable = reading["problems"]!.AsArray().Any(problem => problem!["message"]!["parts"]!.ToJsonString().Contains(Text(original, spot), StringComparison.Ordinal));
            Assert.True(value is null ? isUnreadable : Says(Text(original, spot), value), $"{spot.Value} is {value}, the spot shows “{Text(original, spot)}”");
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Every_value_of_an_order_has_its_spot(string file)
    {
        var (original, reading) = (DocumentReader.Show(CaseFiles.Bytes(file), null, null), ReadAsJson(file));
        var found = original.Spots.Select(spot => spot.Value).ToHashSet(StringComparer.Ordinal);
        var values = Leaves(reading["orders"]!, "orders").Concat(reading["change"] is { } change ? Leaves(change["document"]!, "change.document") : []);

        Assert.NotEmpty(original.Parts);
        Assert.All(values.Where(value => !Nowhere.Contains(value[(value.LastIndexOf('.') + 1)..])), value => Assert.Contains(value, found));
    }

    [Fact]
    public void A_segment_stands_on_a_line_of_its_own_with_what_it_says()
    {
        var original = Show("UNA:+.? '\nUNB+UNOC:3+A+B+261123:1015+1'\nUNH+1+ORDERS:D:96A:UN'BGM+220+4500+9'DTM+2:20261125:102'NAD+BY+++CAFÉ DE\r\n L?'ÉTOILE'LIN+1++X:IN'QTY+21:5:PCE'RFF+ZZ9:1'UNT+9+1'UNZ+1+1'");
        var lines = Assert.IsType<TextPart>(Assert.Single(original.Parts)).Lines;

        Assert.Equal(["UNA:+.? '", "UNB+UNOC:3+A+B+261123:1015+1'", "UNH+1+ORDERS:D:96A:UN'", "BGM+220+4500+9'", "DTM+2:20261125:102'", "NAD+BY+++CAFÉ DE L?'ÉTOILE'", "LIN+1++X:IN'", "QTY+21:5:PCE'", "RFF+ZZ9:1'", "UNT+9+1'", "UNZ+1+1'"], lines.Select(line => line.Text));
        Assert.Equal(["commande, n°\u00A04500, original", "date de livraison demandée", "acheteur", "ligne 1", "quantité commandée", "référence (code ZZ9)"], lines.Skip(3).Take(6).Select(line => ProblemText.Explain(line, new("fr"))));
        Assert.Equal(["order, no. 4500, original", "requested delivery date", "buyer", "line 1", "ordered quantity", "reference (code ZZ9)"], lines.Skip(3).Take(6).Select(line => ProblemText.Explain(line, new("en"))));
        Assert.Equal(("CAFÉ DE L?'ÉTOILE", 5, 9), Assert.Single(original.Spots, spot => spot.Value == "orders[0].buyer.name") is var name ? (Text(original, name), name.Line, name.From) : default);
    }

    [Fact]
    public void A_value_that_another_replaced_has_no_spot()
    {
        var original = Show(Reading.Interchange("NAD+OB+++SECOND'NAD+BY+++FIRST'LIN+1++X:SA'QTY+1:9:PCE'QTY+21:5:PCE'PRI+NTP:3'PRI+AAA:2'LOC+7+A'QTY+11:3'LOC+7+B'QTY+11:2'"));

        Assert.Equal("FIRST", Text(original, Assert.Single(original.Spots, spot => spot.Value == "orders[0].buyer.name")));
        Assert.Equal("5", Text(original, Assert.Single(original.Spots, spot => spot.Value == "orders[0].lines[0].quantity")));
        Assert.Equal("2", Text(original, Assert.Single(original.Spots, spot => spot.Value == "orders[0].lines[0].netPrice")));
        Assert.DoesNotContain(original.Spots, spot => spot.Value.Contains("shipTo", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_on_one_line_is_broken_into_lines()
    {
        var text = File(2).ReplaceLineEndings("").Replace("  ", "", StringComparison.Ordinal);
        var original = Show(text);

        Assert.True(Assert.IsType<TextPart>(Assert.Single(original.Parts)).Lines.Count > 10);
        Assert.Equal("A &amp; B", Text(original, Assert.Single(original.Spots, spot => spot.Value == "orders[0].buyer.name")));
        Assert.Equal("C62", Text(original, Assert.Single(original.Spots, spot => spot.Value == "orders[0].lines[1].unit")));
    }

    [Fact]
    public void A_longer_file_is_cut_and_says_so()
    {
        var part = Assert.IsType<TextPart>(Assert.Single(Show(Reading.Interchange(string.Concat(Enumerable.Repeat("LIN+1++X:SA'QTY+21:5'", 6000)))).Parts));

        Assert.True(part is { IsCut: true, Lines.Count: 10_000 });
    }

    [Fact]
    public void What_cannot_be_read_is_shown_all_the_same()
    {
        var original = Show("<Order><broken>");

        Assert.Equal("<Order><broken>", Assert.IsType<TextPart>(Assert.Single(original.Parts)).Lines[0].Text);
        Assert.Empty(original.Spots);
    }

    [Fact]
    public void The_reference_of_a_change_and_its_actions_have_their_spots()
    {
        var original = Show(Reading.Interchange("RFF+ON:4500'LIN+1+2'", "ORDCHG:D:96A:UN", "BGM+230+CHG-1+4'"));

        Assert.Equal("4500", Text(original, Assert.Single(original.Spots, spot => spot.Value == "refersTo")));
        Assert.Equal("2", Text(original, Assert.Single(original.Spots, spot => spot.Value == "change.document.lines[0].action")));
    }

    private static DocumentOriginal Show(string text) => DocumentReader.Show(Encoding.UTF8.GetBytes(text), null, null);

    private static string Text(DocumentOriginal original, Spot spot) => ((TextPart)original.Parts[spot.Part]).Lines[spot.Line].Text.Substring(spot.From, spot.Length);

    private static JsonNode ReadAsJson(string file) =>
        JsonSerializer.SerializeToNode(DocumentReader.Read(CaseFiles.Bytes(file), null, null), JsonSerializerOptions.Web)!;

    private static string File(int lines) =>
        $"""
        <Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2" xmlns:a="urn:a" xmlns:b="urn:b">
          <b:ID>1</b:ID><b:IssueDate>2026-11-23</b:IssueDate>
          <a:BuyerCustomerParty><a:Party><a:PartyName><b:Name>A &amp; B</b:Name></a:PartyName></a:Party></a:BuyerCustomerParty>
          {string.Concat(Enumerable.Range(1, lines).Select(no => $"<a:OrderLine><a:LineItem><b:ID>{no}</b:ID><b:Quantity unitCode='C62'>5</b:Quantity><a:Item><b:Name>Y</b:Name></a:Item></a:LineItem></a:OrderLine>"))}
        </Order>
        """;

    private static JsonValue? At(JsonNode node, string path) =>
        path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Aggregate<string, JsonNode?>(node, (at, step) => at is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : at?[step]) as JsonValue;

    private static IEnumerable<string> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject inner => inner.Where(entry => entry.Value is not null).SelectMany(entry => Leaves(entry.Value!, $"{path}.{entry.Key}")),
        JsonArray list => list.SelectMany((entry, index) => Leaves(entry!, $"{path}[{index}]")),
        _ => [path],
    };

    /// <summary>The text is the value, or the part of it that stands there; signs that only part or release are no letters.</summary>
    private static bool Says(string text, JsonValue value) => value.ToString() is var read
        && (Letters(read).Contains(Letters(WebUtility.HtmlDecode(text)), StringComparison.OrdinalIgnoreCase)
            || (DateOnly.TryParseExact(read, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && text.Any(char.IsAsciiDigit))
            || (value.GetValueKind() == JsonValueKind.Number && decimal.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture) == value.GetValue<decimal>())
            || read is "added" or "changed" or "cancelled" or "unchanged");

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
