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

    [Theory]
    [InlineData("{buyerCode}/{lot}/{LOT}", "{lot},{LOT}")]
    [InlineData("{{buyerCode}} {", "")]
    [InlineData("", "")]
    public void What_looks_like_a_gap_and_is_none_is_known(string template, string unknown) => Assert.Equal(unknown, string.Join(',', LabelPayload.UnknownGaps(template)));

    [Fact]
    public void A_bar_code_always_says_the_number_of_its_unit_first() =>
        Assert.Equal("(00)330123450000000179", LabelPayload.Write(new() { Symbology = Symbology.Gs1128 }, LabelPayload.Example));

    [Fact]
    public void A_bar_code_tells_of_the_contents_only_beside_what_they_are()
    {
        var rule = new Labelling { Symbology = Symbology.Gs1128, Payload = [LabelField.Quantity, LabelField.BuyerCode, LabelField.SupplierCode, LabelField.Batch, LabelField.BestBefore, LabelField.OrderReference] };

        Assert.Equal("(00)330123450000000179(400)4500187342", LabelPayload.Write(rule, LabelPayload.Example));
        Assert.Equal(
            "(00)330123450000000179(02)03654123000019(37)500(241)0A-VH-M8-30-ZN(240)VH-M8-30-ZN(10)L26-118(15)271124(400)4500187342",
            LabelPayload.Write(rule, LabelPayload.Example, gtin: "3654123000019"));
    }

    [Fact]
    public void What_is_not_known_leaves_no_element_behind() =>
        Assert.Equal("(400)4500187342", LabelPayload.Write(new() { Symbology = Symbology.Gs1128, Template = "(400){orderReference}(10){batch}" }, Value));

    [Theory]
    [InlineData("(400){orderReference}(00){sscc}", "(00)330123450000000179(400)4500187342")]
    [InlineData("(400){orderReference}", "(00)330123450000000179(400)4500187342")]
    public void The_number_of_the_unit_comes_first_whether_the_template_says_so_or_not(string template, string written) =>
        Assert.Equal(written, LabelPayload.Write(new() { Symbology = Symbology.Gs1128, Template = template }, LabelPayload.Example));

    [Theory]
    [InlineData(Symbology.DataMatrix, "(00){sscc}(400){orderReference}", 2)]
    [InlineData(Symbology.DataMatrix, "{buyerCode};{quantity}", null)]
    [InlineData(Symbology.DataMatrix, "(05){buyerCode}", null)] // no identifier of GS1: a text like any other
    [InlineData(Symbology.DataMatrix, null, null)]
    [InlineData(Symbology.Qr, "(00){sscc}", null)]
    [InlineData(Symbology.Gs1128, null, 1)]
    public void A_square_says_elements_when_its_template_is_made_of_them(Symbology symbology, string? template, int? elements) =>
        Assert.Equal(elements, LabelPayload.Elements(new() { Symbology = symbology, Template = template }, LabelPayload.Example)?.Count);

    [Fact]
    public void A_value_that_looks_like_an_element_is_none() =>
        Assert.Equal([new("400", "1(10)2")], LabelPayload.Elements(new() { Symbology = Symbology.DataMatrix, Template = "(400){orderReference}" }, _ => "1(10)2")!);

    [Theory]
    [InlineData(Symbology.Gs1128, null, null, true)]
    [InlineData(Symbology.Qr, LabelField.Sscc, null, true)]
    [InlineData(Symbology.Qr, null, "N={sscc}", true)]
    [InlineData(Symbology.Qr, LabelField.Batch, "{batch}", false)]
    public void Some_labels_need_their_unit_to_be_numbered(Symbology symbology, LabelField? field, string? template, bool itIs) =>
        Assert.Equal(itIs, LabelPayload.NeedsSscc(new() { Symbology = symbology, Payload = field is { } only ? [only] : null, Template = template }));

    private static string? Value(LabelField field) => field switch
    {
        LabelField.OrderReference => "4500187342",
        LabelField.BuyerCode => "0A-X",
        LabelField.SupplierCode => "{quantity}",
        LabelField.Quantity => "5000",
        _ => null,
    };
}
