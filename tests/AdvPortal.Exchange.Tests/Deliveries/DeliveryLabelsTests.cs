using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Deliveries;
using AdvPortal.Exchange.Labels;

namespace AdvPortal.Exchange.Tests.Deliveries;

public sealed class DeliveryLabelsTests
{
    public static TheoryData<LabelPaper> Papers { get; } = [LabelPaper.A6, LabelPaper.A4OfEight, LabelPaper.A4OfFour, LabelPaper.Roll100X150, LabelPaper.Roll100X50, LabelPaper.Roll4X6];

    [Fact]
    public void A_unit_of_one_article_says_what_it_holds_and_how_many()
    {
        var advice = Shipped.Partly();
        var label = DeliveryLabels.Of(advice with { Units = [advice.Units[0]] }, LabelPaper.Roll100X150).Single();

        Assert.Equal(["00", "02", "37"], label.Elements!.Take(3).Select(element => element.Identifier));
        Assert.Equal((Shipped.AnSscc(1), "03012345000024", "4000"), (label.Elements![0].Value, label.Elements[1].Value, label.Elements[2].Value));
        Assert.Contains(label.Elements, element => element.ToString() == "(400)4500187342");
        Assert.Equal(("0A-VH-M8-30-ZN", 4000m, LogisticUnit.Pallet), (label.BuyerCode, label.Quantity, label.Per));
    }

    [Fact]
    public void A_unit_of_several_articles_counts_them_and_names_no_content()
    {
        var label = DeliveryLabels.Of(Shipped.Partly(), LabelPaper.A6)[0]; // with the parcel that stands on it

        Assert.DoesNotContain(label.Elements!, element => element.Identifier is "02" or "37");
        Assert.Equal("(400)4500187342", Assert.Single(label.Elements!.Skip(1)).ToString());
        Assert.Equal(("2 articles", "0A-VH-M8-30-ZN, 0A-VCHC-M6-20", "4500187342"), (label.Holds, label.BuyerCode, label.CustomerReference));
    }

    [Fact]
    public void The_weight_stands_beside_the_order_where_both_fit_one_line_of_bars()
    {
        var advice = Shipped.Partly();
        var label = DeliveryLabels.Of(advice with { Lines = [advice.Lines[1] with { Position = 1, Order = new("4711") }], Units = [advice.Units[0]] }, LabelPaper.A6).Single();

        Assert.Equal(["(400)4711", "(3302)018450"], label.Elements!.Skip(1).Select(element => element.ToString()));
    }

    [Fact]
    public void A_small_roll_bears_the_number_alone() =>
        Assert.All(DeliveryLabels.Of(Shipped.Partly(), LabelPaper.Roll100X50), label => Assert.Equal("00", Assert.Single(label.Elements!).Identifier));

    [Fact]
    public void A_unit_without_a_GS1_number_bears_a_QR_code_of_its_own()
    {
        var advice = Shipped.Partly();
        var label = DeliveryLabels.Of(advice with { Units = [advice.Units[2] with { Number = "COLIS-7" }] }, LabelPaper.A6).Single();

        Assert.Equal((Symbology.Qr, "COLIS-7", null), (label.Symbology, label.Payload, label.Elements));
    }

    [Fact]
    public void What_GS1_does_not_let_into_bars_is_left_to_the_eye()
    {
        var advice = Shipped.Partly();
        var order = new DespatchedOrder("PO 17 é");
        var label = DeliveryLabels.Of(advice with { Lines = [advice.Lines[1] with { Position = 1, Order = order, Quantity = 2.5m }], Units = [advice.Units[2] with { Contents = [new(1, 2.5m)], WeightKg = null }] }, LabelPaper.A6).Single();

        Assert.Equal("00", Assert.Single(label.Elements!).Identifier);
        Assert.Equal("PO 17 é", label.CustomerReference);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Whatever_is_delivered_its_labels_can_be_printed(LabelPaper paper)
    {
        foreach (var advice in Enumerable.Range(1, 30).Select(Shipped.AnyShape).Where(advice => advice.Units.Count > 0))
        {
            var labels = DeliveryLabels.Of(advice, paper);

            Assert.Equal(advice.Units.Count, labels.Count);
            Assert.All(labels, label => Assert.Null(ParcelLabels.Check(label, paper)));
        }
    }
}
