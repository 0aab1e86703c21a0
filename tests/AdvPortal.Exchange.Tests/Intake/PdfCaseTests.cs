using System.Globalization;
using System.Text.Json;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Orders that other people printed, and documents that are none.</summary>
public sealed class PdfCaseTests
{
    public static TheoryData<string> Orders() => CaseFiles.In("po-*.pdf", "pdf");

    public static TheoryData<string> Invoices() => CaseFiles.In("*.pdf", "invoices/factur-x");

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_is_read_as_a_careful_eye_reads_it(string file)
    {
        var (reading, expected) = (Read(file), CaseFiles.Expected(file));
        var (order, wanted) = (Assert.Single(reading.Orders), expected.GetProperty("orders")[0]);

        Assert.Equal(expected.GetProperty("verdict").GetString(), reading.Verdict.ApiName());
        Assert.Equal(Text(wanted, "orderNumber"), order.OrderNumber);
        Assert.Equal(Text(wanted, "issueDate"), order.IssueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(Text(wanted, "requestedDelivery"), order.RequestedDelivery?.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Same(wanted, "buyer", order.Buyer);
        Same(wanted, "supplier", order.Supplier);
        Same(wanted, "shipTo", order.ShipTo);
        Assert.Equal(wanted.GetProperty("lines").EnumerateArray().Select(Line), order.Lines.Select(line => Line(line, wanted.GetProperty("lines")[0])), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("pdf/po-patterson-22-lines.pdf", "USD")]
    [InlineData("pdf/po-office-supplies-simple.pdf", null)]
    public void A_dollar_is_an_American_one_only_where_an_address_says_so(string file, string? currency)
    {
        var reading = Read(file);

        Assert.Equal(currency, reading.Orders[0].Currency);
        Assert.Equal(currency is null, reading.Problems.Any(problem => problem.Code == "currency-sign"));
    }

    [Theory]
    [InlineData("pdf/quotation-with-embedded-ubl-odoo10.pdf")]
    public void A_quotation_is_no_order(string file) => AssertNone(Read(file));

    [Theory]
    [MemberData(nameof(Invoices))]
    public void An_invoice_is_no_order(string file) => AssertNone(Read(file));

    private static void AssertNone(DocumentReading reading)
    {
        Assert.Equal(ReadingVerdict.NotAnOrder, reading.Verdict);
        Assert.Empty(reading.Orders);
        Assert.NotEmpty(reading.Problems);
    }

    private static void Same(JsonElement order, string role, Party? party)
    {
        if (!order.TryGetProperty(role, out var wanted))
        {
            return;
        }

        Assert.Equal(Text(wanted, "name"), party?.Name);
        Assert.Equal(Text(wanted, "code"), party?.Id);
        Assert.Equal(Text(wanted, "contact"), party?.Contact?.Name);
        Assert.Equal(Text(wanted, "email"), party?.Contact?.Email);
        if (Text(wanted, "address") is { } address)
        {
            var parts = (string?[])[party?.Address?.Street, party?.Address?.City, party?.Address?.Region, party?.Address?.Postcode];
            Assert.Equal(Plain(address), Plain(string.Join(' ', parts.OfType<string>())));
        }
    }

    private static string Line(JsonElement line) =>
        string.Join('|', line.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => $"{field.Name}={(field.Name is "quantity" or "netPrice" or "lineAmount" ? Number(field.Value.GetString()!) : field.Value.GetString())}"));

    private static string Line(PurchaseOrderLine line, JsonElement fields)
    {
        var read = JsonSerializer.SerializeToElement(line, JsonSerializerOptions.Web);
        return string.Join('|', fields.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal).Select(name => $"{name}={(read.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? Number(number.GetRawText()) : read.GetProperty(name).GetString())}"));
    }

    private static string Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Plain(string text) => text.Replace(",", "", StringComparison.Ordinal);

    private static string? Text(JsonElement element, string field) => element.TryGetProperty(field, out var value) ? value.GetString() : null;

    private static DocumentReading Read(string file) => PrintedOrder.Read(CaseFiles.Bytes(file));
}
