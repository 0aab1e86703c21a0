using System.Text.Json;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class RealDocumentTests
{
    /// <summary>What a curator calls a trap, and the problem that tells it.</summary>
    private static readonly (string Trap, string Code)[] Told =
    [
        ("UNT declares", "unt-count"),
        ("GTIN .*bad (check digit|length)|GTINs .*are fictitious", "gtin-check-digit"),
        ("GLN [0-9]+: bad check digit", "gln-check-digit"),
        ("two NAD\\+BY", "party-twice"),
        ("no prices", "prices-missing"),
        ("QTY third component|units GBND|unit code KG", "unit-unknown"),
        ("party ids are not GLNs although", "id-not-gln"),
        ("are not GLNs|party ids have 9 digits", "gln-invalid"),
        ("NAD\\+DP carries only the country", "party-only-country"),
        ("earliest = latest delivery = order date", "delivery-on-issue-day"),
        ("literal placeholders|catalogue of the source", "placeholder"),
        ("latest delivery 2022-11-27 and earliest", "delivery-window"),
        ("test indicator", "test-interchange"),
        ("BGM function 46", "function-provisional"),
        ("is before issue date", "delivery-before-issue"),
        ("both lines carry the same EAN|same SKU", "same-article"),
        ("missing UNZ", "unz-missing"),
        ("is a buyer code", "only-buyer-codes"),
        ("decimal comma", "decimal-comma"),
        ("replacement characters", "characters-lost"),
        ("quantity x price|but line_total says", "line-amount-differs"),
        ("no DocumentCurrencyCode", "currency-from-amounts"),
        ("times with zone", "delivery-times"),
        ("buyer party has no name", "buyer-without-name"),
        ("header allowance", "allowance-or-charge"),
        ("IssueDate is the text", "date-invalid"),
        ("no line identifiers", "line-without-code"),
        ("no header row", "header-missing"),
        ("no order number", "order-number-missing"),
        ("no currency column", "currency-missing"),
        ("quantity 0", "quantity-zero"),
        ("formulas without cached values", "formula-without-result"),
        ("delivery instructions", "row-unread"),
        ("two columns named TOTAL", "header-ambiguous"),
        ("the sheet lost one", "totals-differ"),
    ];

    /// <summary>Traps that are pitfalls of reading and say nothing wrong of the data.</summary>
    private static readonly string[] Pitfalls = ["release characters", "IMD text spans", "no final newline", "order number 34 is reused", "ultimateConsignee GLN", "price is per 2 units", "VAT ids contain spaces", "from the embedded XML", "starts on row 13 under", "prefix rule", "text 04/14/2026 in US format", "must not create 987 lines", "real date cell"];

    public static TheoryData<string> Orders() => CaseFiles.In("*", "edifact/orders", "ubl/orders", "order-x", "csv", "xlsx");

    public static TheoryData<string> Others() => CaseFiles.In("*", "edifact/other", "ubl/other", "invoices/cii", "invoices/ubl", "invoices/negative");

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_is_read_as_it_stands_in_the_file(string file)
    {
        var (reading, expected) = (Read(file), CaseFiles.Expected(file));
        var orders = expected.GetProperty("orders");

        Assert.Equal(orders.GetArrayLength(), reading.Orders.Count);
        foreach (var (wanted, order) in orders.EnumerateArray().Zip(reading.Orders))
        {
            ExpectedDocument.AssertEqual(wanted, order);
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_verdict_is_never_weaker_than_a_careful_person_s(string file)
    {
        var wanted = CaseFiles.Expected(file).GetProperty("verdict").GetString();

        Assert.True(Read(file).Verdict >= Enum.GetValues<ReadingVerdict>().Single(verdict => verdict.ApiName() == wanted));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_complete_order_is_not_held_up(string file)
    {
        if (CaseFiles.Expected(file).GetProperty("verdict").GetString() == "import")
        {
            Assert.Equal(ReadingVerdict.Import, Read(file).Verdict);
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Every_trap_of_the_data_is_told(string file)
    {
        var codes = Read(file).Problems.Select(problem => problem.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var trap in CaseFiles.Expected(file).GetProperty("traps").EnumerateArray().Select(trap => trap.GetString()!))
        {
            var told = Told.FirstOrDefault(entry => Regex.IsMatch(trap, entry.Trap, RegexOptions.None, TimeSpan.FromSeconds(1))).Code;
            Assert.True(told is not null ? codes.Contains(told) : Array.Exists(Pitfalls, pitfall => trap.Contains(pitfall, StringComparison.Ordinal)), $"{trap}: {told} not told");
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Other_messages_are_kept_and_make_no_order(string file)
    {
        var reading = Read(file);

        Assert.Empty(reading.Orders);
        if (reading.Format is DocumentFormat.UblOrderChange or DocumentFormat.UblOrderCancellation)
        {
            Assert.Equal(CaseFiles.Expected(file).GetProperty("fields").GetProperty("orderReference").GetString(), reading.RefersTo);
            Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
            return;
        }

        Assert.Equal(ReadingVerdict.NotAnOrder, reading.Verdict);
        Assert.NotEmpty(reading.Problems);
    }

    [Theory]
    [InlineData("ubl/other/oasis-UBL-OrderChange-2.1-Example.xml", DocumentFormat.UblOrderChange)]
    [InlineData("ubl/other/oasis-UBL-OrderCancellation-2.1-Example.xml", DocumentFormat.UblOrderCancellation)]
    [InlineData("order-x/order-x-comfort-ex01.xml", DocumentFormat.OrderX)]
    [InlineData("order-x/order-x-comfort-ex01.pdf", DocumentFormat.OrderX)]
    [InlineData("xlsx/glfp-weekly-reorder.xlsx", DocumentFormat.Xlsx)]
    [InlineData("eml/email-01-complete.eml", DocumentFormat.Email)]
    [InlineData("eml/glfp-weekly-reorder-wrapper.eml", DocumentFormat.Email)]
    public void Formats_are_known_by_their_content(string file, DocumentFormat format) => Assert.Equal(format, Read(file).Format);

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_reading_survives_JSON(string file)
    {
        var reading = Read(file);
        var json = JsonSerializer.Serialize(reading, JsonSerializerOptions.Web);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<DocumentReading>(json, JsonSerializerOptions.Web), JsonSerializerOptions.Web));
    }

    private static DocumentReading Read(string file) => DocumentReader.Read(CaseFiles.Bytes(file), fileName: null, contentType: null);
}
