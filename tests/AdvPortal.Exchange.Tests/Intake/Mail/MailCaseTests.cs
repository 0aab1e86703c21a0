using System.Text.Json;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake.Mail;

/// <summary>The messages of the shared cases that need nothing but the message: whose files other readers open is tested with those.</summary>
public sealed class MailCaseTests
{
    public static TheoryData<string> Words() => Without("email-05", "email-06", "email-14", "glfp", "patterson", "email-20");

    [Theory]
    [MemberData(nameof(Words))]
    public void A_message_is_read_as_its_curator_read_it(string file)
    {
        var (reading, expected) = (Read(file), CaseFiles.Expected(file));
        var orders = expected.GetProperty("orders");

        Assert.Equal(expected.GetProperty("verdict").GetString(), reading.Verdict.ApiName());
        Assert.Equal(DocumentFormat.Email, reading.Format);
        Assert.Equal(orders.GetArrayLength(), reading.Orders.Count);
        foreach (var (wanted, order) in orders.EnumerateArray().Zip(reading.Orders))
        {
            AssertEqual(wanted, order);
        }
    }

    [Fact]
    public void A_PDF_that_is_only_text_is_read_and_looked_at()
    {
        var reading = Read("eml/email-05-pdf-clean.eml");

        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        AssertEqual(CaseFiles.Expected("eml/email-05-pdf-clean.eml").GetProperty("orders")[0], Assert.Single(reading.Orders));
    }

    [Fact]
    public void An_attachment_that_nobody_can_read_is_asked_about()
    {
        var reading = Read("eml/email-06-pdf-degraded.eml");

        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Empty(reading.Orders);
        Assert.Contains("mail-file-unread", reading.Codes());
    }

    [Fact]
    public void A_missing_quantity_is_asked_and_never_made_up()
    {
        var reading = Read("eml/email-02-missing-qty.eml");

        Assert.Null(Assert.Single(Assert.Single(reading.Orders).Lines).Quantity);
        Assert.Contains("quantity-missing", reading.Codes());
    }

    [Fact]
    public void Phishing_is_told_with_its_signs()
    {
        var reading = Read("eml/email-18-phishing.eml");

        Assert.Equal(["mail-asks-credentials", "mail-asks-payment", "mail-presses", "mail-phishing"], reading.Codes());
        Assert.Equal("Purchase Order #INV-9921 — Payment Required", reading.Sender?.Subject);
    }

    [Fact]
    public void A_cancellation_names_its_order()
    {
        var reading = Read("eml/email-19-cancellation.eml");

        Assert.Equal(("PO-2026-0101", ChangeKind.Cancellation), (reading.RefersTo, reading.Change?.Kind));
    }

    [Fact]
    public void An_amendment_names_its_order_its_line_and_what_changes()
    {
        var (reading, change) = (Read("eml/email-20-amendment.eml"), CaseFiles.Expected("eml/email-20-amendment.eml").GetProperty("change"));

        Assert.Equal(("PO-2026-0101", ChangeKind.Amendment, ReadingVerdict.NeedsReview), (reading.RefersTo, reading.Change!.Kind, reading.Verdict));
        var line = Assert.Single(reading.Change.Document.Lines);
        Assert.Equal(change.GetProperty("lineNo").GetString(), line.LineNo);
        Assert.Equal(change.GetProperty("buyerCode").GetString(), line.BuyerCode);
        Assert.Equal(change.GetProperty("to").GetString(), line.Quantity?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["50 → 75"], line.Notes);
    }

    [Theory]
    [InlineData("eml/glfp-weekly-reorder-wrapper.eml", "glfp_weekly_reorder_2026-04-14.xlsx", "dvance@glfp.com", "177675900036.8244.17153095602416722861@grafton-reese.example")]
    [InlineData("eml/patterson-po-28491-wrapper.eml", "patterson_po-28491.pdf", "g.prescott@patterson-indust.com", "177675897596.2064.16567937247607777057@grafton-reese.example")]
    public void The_sender_and_the_attachment_are_known(string file, string attachment, string address, string messageId)
    {
        var reading = Read(file);
        var message = Assert.IsType<AdvPortal.Exchange.Intake.Originals.MessagePart>(DocumentReader.Show(CaseFiles.Bytes(file), null, null).Parts[0]);

        Assert.Equal((address, messageId), (reading.Sender?.Address, reading.Sender?.MessageId));
        Assert.Equal([attachment], message.Attachments);
        Assert.Equal(DocumentFormat.Email, reading.Format);
    }

    /// <summary>Messages of this family say an address as one text.</summary>
    private static void AssertEqual(JsonElement expected, PurchaseOrder order)
    {
        Assert.Equal(Text(expected, "orderNumber"), order.OrderNumber);
        Assert.Equal(Text(expected, "issueDate"), order.IssueDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Text(expected, "requestedDelivery"), order.RequestedDelivery?.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Text(expected, "currency"), order.Currency);
        var buyer = expected.GetProperty("buyer");
        Assert.Equal((Text(buyer, "accountId"), Text(buyer, "name"), Text(buyer, "email")), (order.Buyer?.Id, order.Buyer?.Name, order.Buyer?.Contact?.Email));
        Assert.Equal(Text(expected.GetProperty("shipTo"), "address"), order.ShipTo?.Address?.Street);
        Assert.Equal(expected.GetProperty("lines").GetArrayLength(), order.Lines.Count);
        foreach (var (wanted, line) in expected.GetProperty("lines").EnumerateArray().Zip(order.Lines))
        {
            Assert.Equal((Text(wanted, "lineNo"), Text(wanted, "buyerCode"), Text(wanted, "unit")), (line.LineNo, line.BuyerCode, line.Unit));
            Assert.Equal(Text(wanted, "quantity"), line.Quantity?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(Text(wanted, "netPrice"), line.NetPrice?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(Text(wanted, "description") ?? line.Description, line.Description);
        }
    }

    private static TheoryData<string> Without(params string[] names) =>
        [.. CaseFiles.In("*.eml", "eml").Select(row => row.Data).Where(file => !Array.Exists(names, name => file.Contains(name, StringComparison.Ordinal)))];

    private static string? Text(JsonElement element, string field) => element.TryGetProperty(field, out var value) ? value.GetString() : null;

    private static DocumentReading Read(string file) => DocumentReader.Read(CaseFiles.Bytes(file), Path.GetFileName(file), "message/rfc822");
}
