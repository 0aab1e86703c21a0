using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Amendments and cancellations, in every format that has them.</summary>
public sealed class ChangeTests
{
    private const string UblChange =
        """
        <o:OrderChange xmlns:o="urn:oasis:names:specification:ubl:schema:xsd:OrderChange-2" xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
          <b:ID>CHG-1</b:ID><b:IssueDate>2026-11-24</b:IssueDate><b:SequenceNumberID>2</b:SequenceNumberID><a:OrderReference><b:ID>4500187342</b:ID></a:OrderReference>
          <a:OrderLine><a:LineItem><b:ID>10</b:ID><b:LineStatusCode>§</b:LineStatusCode><b:Quantity unitCode="C62">4000</b:Quantity></a:LineItem></a:OrderLine>
        </o:OrderChange>
        """;

    [Theory]
    [InlineData("1", LineAction.Added)]
    [InlineData("2", LineAction.Cancelled)]
    [InlineData("3", LineAction.Changed)]
    [InlineData("4", LineAction.Unchanged)]
    [InlineData("11", LineAction.Unchanged)]
    public void A_line_of_an_ORDCHG_says_what_becomes_of_it(string code, LineAction action)
    {
        var reading = Reading.Of(Reading.Interchange($"RFF+ON:4500187342'LIN+10+{code}+VH-M8:SA'QTY+21:4000:PCE'", "ORDCHG:D:96A:UN", "BGM+230+CHG-1+4'DTM+137:20261124:102'"));

        Assert.Equal(("4500187342", ReadingVerdict.NeedsReview), (reading.RefersTo, reading.Verdict));
        var line = Assert.Single(reading.Change!.Document.Lines);
        Assert.Equal((action, "10", 4000m), (line.Action, line.LineNo, line.Quantity));
        Assert.Equal("is-change", Assert.Single(reading.Problems).Code);
    }

    [Theory]
    [InlineData("Added", LineAction.Added)]
    [InlineData("Cancelled", LineAction.Cancelled)]
    [InlineData("Revised", LineAction.Changed)]
    [InlineData("NoStatus", LineAction.Unchanged)]
    [InlineData("1", LineAction.Added)]
    [InlineData("2", LineAction.Cancelled)]
    [InlineData("3", LineAction.Changed)]
    public void A_line_of_a_UBL_change_says_so_in_its_words_or_in_Peppol_s_codes(string code, LineAction action)
    {
        var reading = Reading.Of(UblChange.Replace("§", code, StringComparison.Ordinal));

        Assert.Equal((DocumentFormat.UblOrderChange, "4500187342", ChangeKind.Amendment), (reading.Format, reading.RefersTo, reading.Change!.Kind));
        Assert.Equal((action, 4000m), Assert.Single(reading.Change.Document.Lines) is var line ? (line.Action, line.Quantity) : default);
    }

    [Fact]
    public void A_line_that_does_not_say_is_told()
    {
        Assert.Contains("line-action-missing", Reading.Codes(Reading.Interchange("RFF+ON:1'LIN+10++X:SA'", "ORDCHG:D:96A:UN", "BGM+230+CHG-1+4'")));
        Assert.Contains("line-action", Reading.Codes(Reading.Interchange("RFF+ON:1'LIN+10+7+X:SA'", "ORDCHG:D:96A:UN", "BGM+230+CHG-1+4'")));
        Assert.Contains("line-action", Reading.Codes(UblChange.Replace("§", "Disputed", StringComparison.Ordinal)));
        Assert.DoesNotContain("line-action-missing", Reading.Codes(Reading.Interchange("RFF+ON:1'LIN+10++X:SA'", "ORDCHG:D:96A:UN", "BGM+230+CHG-1+1'")));
    }

    [Fact]
    public void An_order_whose_lines_say_they_are_new_says_nothing_by_it()
    {
        var text = Reading.Interchange("LIN+1+1+VH-M8:SA'QTY+21:5:PCE'LIN+2+5+VH-M9:SA'QTY+21:5:PCE'LIN+3+2+VH-M10:SA'QTY+21:5:PCE'");

        Assert.All(Reading.Order(text).Lines, line => Assert.Null(line.Action));
        Assert.Single(Reading.Codes(text), code => code == "line-action");
    }

    [Fact]
    public void An_order_sent_again_as_a_change_is_one()
    {
        var reading = Reading.Of(Reading.Interchange("LIN+1+3+VH-M8:SA'QTY+21:5:PCE'", beginning: "BGM+220+4500187342+4'"));

        Assert.Equal((DocumentFormat.EdifactOrders, "4500187342", ChangeKind.Amendment, LineAction.Changed), (reading.Format, reading.RefersTo, reading.Change!.Kind, reading.Change.Document.Lines[0].Action!.Value));
    }

    [Fact]
    public void The_reason_of_a_cancellation_is_kept()
    {
        var reading = Reading.Of(
            """
            <OrderCancellation xmlns="urn:oasis:names:specification:ubl:schema:xsd:OrderCancellation-2" xmlns:a="urn:a" xmlns:b="urn:b">
              <b:ID>ANN-1</b:ID><b:IssueDate>2026-11-24</b:IssueDate><b:CancellationNote>Chantier reporté</b:CancellationNote><a:OrderReference><b:ID>4500187342</b:ID></a:OrderReference>
            </OrderCancellation>
            """);

        Assert.Equal((DocumentFormat.UblOrderCancellation, "4500187342", ChangeKind.Cancellation), (reading.Format, reading.RefersTo, reading.Change!.Kind));
        Assert.Equal(["Chantier reporté"], reading.Change.Document.Notes);
    }

    [Fact]
    public void Orders_are_read_and_a_change_in_the_same_file_is_told()
    {
        var reading = Reading.Of(
            "UNB+UNOC:3+A+B+261123:1015+R'"
            + "UNH+1+ORDERS:D:96A:UN'BGM+220+1+9'LIN+1++X:SA'QTY+21:5:PCE'UNT+5+1'"
            + "UNH+2+ORDCHG:D:96A:UN'BGM+230+C+4'RFF+ON:17'LIN+1+2'UNT+5+2'"
            + "UNH+3+ORDERS:D:96A:UN'BGM+220+2+9'LIN+1++X:SA'QTY+21:5:PCE'UNT+5+3'UNZ+3+R'");

        Assert.Equal(["1", "2"], reading.Orders.Select(order => order.OrderNumber));
        Assert.Null(reading.Change);
        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Equal("Avenant de la commande 17, dans le même fichier\u00A0: à traiter à la main.", ProblemText.Say(Assert.Single(reading.Problems, problem => problem.Code == "change-not-taken"), new("fr")));
    }
}
