using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Requirements;

public sealed class LabelPayloadTests
{
    [Fact]
    public void Without_a_rule_it_names_order_code_and_quantity() => Assert.Equal("4500187342;0A-X;5000", LabelPayload.Write(null, Value));

    [Fact]
    public void The_clients_fields_come_in_the_clients_order_and_keep_their_places() =>
        Assert.Equal("0A-X;;4500187342", LabelPayload.Write(new() { Payload = [LabelField.BuyerCode, LabelField.Batch, LabelField.OrderReference] }, Value));

    [Theory]
    [InlineData("PO={orderReference}|Q={quantity}", "PO=4500187342|Q=5000")]
    [InlineData("{nothingOfOurs} {buyerCode", "{nothingOfOurs} {buyerCode")]
    [InlineData("{{buyerCode}}", "{0A-X}")]
    [InlineData("{supplierCode}", "{quantity}")] // a value that looks like a gap
    public void A_template_has_its_gaps_filled_once(string template, string written) =>
        Assert.Equal(written, LabelPayload.Write(new() { Template = template }, Value));

    private static string? Value(LabelField field) => field switch
    {
        LabelField.OrderReference => "4500187342",
        LabelField.BuyerCode => "0A-X",
        LabelField.SupplierCode => "{quantity}",
        LabelField.Quantity => "5000",
        _ => null,
    };
}
