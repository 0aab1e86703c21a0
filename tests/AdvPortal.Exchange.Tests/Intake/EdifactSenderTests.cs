using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>What senders that nobody has met write into an order, and what must not pass for the usual.</summary>
public sealed class EdifactSenderTests
{
    private const string Line = "CUX+2:EUR:9'LIN+1++3012345678933:EN'QTY+21:50:PCE'PRI+AAA:8.40'UNS+S'";

    [Theory]
    [InlineData("220", null)]
    [InlineData("105", null)]
    [InlineData("", null)]
    [InlineData("226", ProblemSeverity.Info)]
    [InlineData("221", ProblemSeverity.Warning)]
    [InlineData("231", ProblemSeverity.Error)]
    [InlineData("380", ProblemSeverity.Error)]
    public void An_order_that_calls_itself_something_else_is_told(string type, ProblemSeverity? severity) =>
        Assert.Equal(severity, Told(Line, "order-type", $"BGM+{type}+4500187342+9'DTM+137:20261123:102'"));

    [Fact]
    public void A_change_message_is_no_order_of_another_kind() =>
        Assert.DoesNotContain("order-type", Reading.Codes(Reading.Interchange(Line, "ORDCHG:D:96A:UN:EAN005", "BGM+230+C-1+4'DTM+137:20261123:102'RFF+ON:4500187342'")));

    [Fact]
    public void Two_days_wanted_for_the_same_goods_are_told_and_the_first_is_kept()
    {
        var text = Reading.Interchange($"DTM+2:20261201:102'DTM+2:20261210:102'{Line}");

        Assert.Equal(new DateOnly(2026, 12, 1), Reading.Order(text).RequestedDelivery!.Date);
        Assert.Contains("values-differ", Reading.Codes(text));
    }

    [Fact]
    public void The_day_of_a_line_beside_that_of_the_order_is_its_own()
    {
        var text = Reading.Interchange("DTM+2:20261201:102'" + Line.Replace("PRI+", "DTM+2:20261210:102'PRI+", StringComparison.Ordinal));

        Assert.Equal(new DateOnly(2026, 12, 10), Reading.Order(text).Lines[0].RequestedDelivery!.Date);
        Assert.DoesNotContain("values-differ", Reading.Codes(text));
    }

    [Theory]
    [InlineData("DTM+64:2026120120261205:718'")]
    [InlineData("DTM+63:2026120120261205:718'")]
    [InlineData("DTM+2:2026120120261205:718'")]
    public void A_period_has_both_its_ends_under_whichever_name(string date) =>
        Assert.Equal(new(null, new(2026, 12, 1), new(2026, 12, 5)), Reading.Order(Reading.Interchange(date + Line)).RequestedDelivery);

    [Theory]
    [InlineData("PRI+AAA:8.40'", "PRI+AAA:8.40'APR+WS'RNG+4+PCE:1:99'PRI+AAA:7.90'", ProblemSeverity.Warning)]
    [InlineData("PRI+AAA:8.40'", "PRI+AAA:8.40'PRI+AAA:8.4'", null)]
    [InlineData("PRI+AAA:8.40'", "PRI+AAA:8.40'MOA+203:420:EUR'", null)]
    public void A_second_net_price_is_told_and_the_first_is_kept(string from, string to, ProblemSeverity? severity)
    {
        var segments = Line.Replace(from, to, StringComparison.Ordinal);

        Assert.Equal(severity, Told(segments, "values-differ"));
        Assert.Equal(8.40m, Reading.Order(Reading.Interchange(segments)).Lines[0].NetPrice);
    }

    [Theory]
    [InlineData("EUR", null)]
    [InlineData("USD", ProblemSeverity.Warning)]
    public void An_amount_in_another_currency_than_the_order_s_is_told(string currency, ProblemSeverity? severity) =>
        Assert.Equal(severity, Told(Line.Replace("PRI+", $"MOA+203:420:{currency}'PRI+", StringComparison.Ordinal), "second-currency"));

    [Fact]
    public void A_part_of_a_set_is_no_further_article_without_a_question() =>
        Assert.Equal(ProblemSeverity.Error, Told(Line.Replace("UNS+", "LIN+2+++1:1'PIA+1+PART-1:SA'QTY+21:100:PCE'UNS+", StringComparison.Ordinal), "sub-line"));

    [Fact]
    public void A_vendor_and_a_vendor_s_part_number_are_ours()
    {
        var order = Reading.Order(Reading.Interchange("NAD+VN+V77::92++VISSERIE DU PERCHE'" + Line.Replace("QTY+", "PIA+1+0A-118:BP+VH-M8:VP'QTY+", StringComparison.Ordinal)));

        Assert.Equal(("V77", "VISSERIE DU PERCHE"), (order.Supplier!.Id, order.Supplier.Name));
        Assert.Equal(("0A-118", "VH-M8"), (order.Lines[0].BuyerCode, order.Lines[0].SupplierCode));
    }

    [Fact]
    public void A_vendor_beside_a_supplier_is_told()
    {
        var text = Reading.Interchange("NAD+VN+V77::92'NAD+SU+3012345678919::9'" + Line);

        Assert.Equal("3012345678919", Reading.Order(text).Supplier!.Gln);
        Assert.Contains("party-twice", Reading.Codes(text));
    }

    private static ProblemSeverity? Told(string segments, string code, string beginning = "BGM+220+4500187342+9'DTM+137:20261123:102'") =>
        Reading.Of(Reading.Interchange(segments, beginning: beginning)).Problems.FirstOrDefault(problem => problem.Code == code)?.Severity;
}
