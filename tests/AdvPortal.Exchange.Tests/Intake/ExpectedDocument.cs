using System.Globalization;
using System.Text.Json;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Compares a reading with the fields that a curator copied from the file, by the mapping of the cases' README.</summary>
internal static class ExpectedDocument
{
    public static void AssertEqual(JsonElement expected, PurchaseOrder order)
    {
        Same(expected, "orderNumber", order.OrderNumber);
        Same(expected, "messageType", order.MessageType);
        Same(expected, "currency", order.Currency);
        Same(expected, "currencyFromPrices", order.Currency);
        Same(expected, "contractRef", order.ContractReference);
        Dates(expected.TryGetProperty("dates", out var dates) ? dates : expected, order.IssueDate, order.RequestedDelivery);
        if (expected.TryGetProperty("notes", out var notes))
        {
            Assert.Equal(notes.EnumerateArray().Select(note => note.GetString()!), order.Notes, StringComparer.Ordinal);
        }

        if (expected.TryGetProperty("totals", out var totals))
        {
            Same(totals, "lineExtension", Text(order.Totals?.LineExtension));
            Same(totals, "payable", Text(order.Totals?.Payable));
            Same(totals, "lineTotal", Text(order.Totals?.LineExtension));
            Same(totals, "grandTotal", Text(order.Totals?.Payable));
        }

        var parties = expected.TryGetProperty("parties", out var inMessage) ? inMessage : expected;
        Party(parties, "buyer", order.Buyer);
        Party(parties, "supplier", order.Supplier);
        Party(parties, "deliveryParty", order.ShipTo);
        Party(parties, "shipTo", order.ShipTo);
        Party(parties, "invoicee", order.Invoicee);
        Assert.Equal(expected.GetProperty("lines").GetArrayLength(), order.Lines.Count);
        foreach (var (line, read) in expected.GetProperty("lines").EnumerateArray().Zip(order.Lines))
        {
            Line(line, read);
        }
    }

    private static void Line(JsonElement expected, PurchaseOrderLine line)
    {
        Exactly(expected, "lineNo", line.LineNo);
        Exactly(expected, "gtin", line.Gtin);
        Exactly(expected, "supplierCode", line.SupplierCode);
        Exactly(expected, "buyerCode", line.BuyerCode);
        Exactly(expected, "quantity", Text(line.Quantity));
        Exactly(expected, "unit", line.Unit);
        Exactly(expected, expected.TryGetProperty("price", out _) ? "price" : "netPrice", Text(line.NetPrice));
        Exactly(expected, "priceBaseQuantity", Text(line.PriceBaseQuantity));
        Exactly(expected, "lineAmount", Text(line.LineAmount));
        Same(expected, "name", line.Name);
        Same(expected, "description", line.Description);
        Same(expected, "note", line.Notes.Count == 0 ? null : line.Notes[0]);
        Dates(expected, null, line.RequestedDelivery);
        if (expected.TryGetProperty("descriptionParts", out var parts))
        {
            Assert.Equal(string.Join(' ', parts.EnumerateArray().Select(part => part.GetString())), line.Description);
        }
    }

    private static void Dates(JsonElement expected, DateOnly? issued, RequestedDelivery? delivery)
    {
        Same(expected, "issueDate", Day(issued));
        if (!expected.TryGetProperty("requestedDelivery", out var wanted) || wanted.ValueKind == JsonValueKind.String)
        {
            Same(expected, "requestedDelivery", Day(delivery?.Date));
            Same(expected, "earliestDelivery", Day(delivery?.Start));
            Same(expected, "latestDelivery", Day(delivery?.End));
            return;
        }

        Same(wanted, "date", Day(delivery?.Date));
        Same(wanted, "start", Day(delivery?.Start));
        Same(wanted, "end", Day(delivery?.End));
    }

    private static void Party(JsonElement parties, string role, Party? party)
    {
        if (!parties.TryGetProperty(role, out var expected))
        {
            return;
        }

        expected = expected.ValueKind == JsonValueKind.Array ? expected[0] : expected;
        Assert.NotNull(party);
        Same(expected, "name", party.Name);
        Same(expected, "id", party.Id);
        Same(expected, "accountId", party.Id);
        Exactly(expected, "gln", party.Gln);
        Same(expected, "vatId", party.VatId);
        Same(expected, "email", party.Contact?.Email);
        if (expected.TryGetProperty("refs", out var refs))
        {
            Same(refs, "VA", party.VatId);
        }

        var address = expected.TryGetProperty("address", out var apart) ? apart : expected;
        Same(address, "street", party.Address?.Street);
        Same(address, "line1", party.Address?.Street);
        Same(address, "postcode", party.Address?.Postcode);
        Same(address, "city", party.Address?.City);
        Same(address, "country", party.Address?.Country);
        Same(address, "buildingNumber", party.Address?.BuildingNumber);
        Same(address, "region", party.Address?.Region);
    }

    /// <summary>What the file has is read as written; a date that is no date stays away.</summary>
    private static void Same(JsonElement expected, string field, string? read)
    {
        if (expected.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!;
            Assert.True(text == read || text.StartsWith($"{read}T", StringComparison.Ordinal), $"{field}: {text} in the file, {read} read");
        }
    }

    private static void Exactly(JsonElement expected, string field, string? read) =>
        Assert.Equal(expected.TryGetProperty(field, out var value) ? value.GetString() : null, read);

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
