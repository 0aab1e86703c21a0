using System.Text;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

/// <summary>Orders as other senders write them: EANCOM 1997 and 2002, industry subsets, old and careless translators.</summary>
public sealed class EdifactVariantTests
{
    /// <summary>A D.01B order of a retailer: PIA and IMD before anything else, packages, schedules, charges, a free quantity.</summary>
    private const string Retailer =
        """
        UNA:+.? '
        UNB+UNOC:3+3012345678902:14+3012345678919:14+261123:1015+INT77++ORDERS'
        UNH+ME000001+ORDERS:D:01B:UN:EAN010'
        BGM+220::9+CF?+118+9'
        DTM+137:202611231015:203'
        DTM+64:202611250600:203'
        DTM+63:202611271800:203'
        FTX+DEL+++Quai 4, sonner:avant 17h'
        FTX+PUR+++Commande passée sur le'
        FTX+PUR+++tarif de novembre'
        RFF+CT:CTR-17'
        NAD+BY+3012345678902::9'
        RFF+VA:FR12345678901'
        NAD+SU+3012345678919::9'
        NAD+DP+3012345678926::9++ENTREPOT:DREUX++DREUX+28+28100+FR'
        NAD+IV+3012345678902::9'
        CUX+2:EUR:9'
        ALC+A++++DI::9:Remise de fin d?'année'
        MOA+204:10.00:EUR'
        LIN+1++3012345678933:SRV'
        PIA+1+VH-M8:SA::91+0A-VH:IN::92'
        IMD+F++:::Vis M8 x 30 zinguée'
        QTY+21:5000:PCE'
        QTY+59:100:PCE'
        QTY+192:50:PCE'
        MOA+203:420.00'
        FTX+LIN+++fragile:haut et bas'
        PRI+AAB:9.00:::100:PCE'
        PRI+AAA:8.40:CA:NTP:100:PCE'
        PAC+50+1+CT'
        UNS+S'
        MOA+79:420.00'
        MOA+86:504.00:EUR'
        CNT+2:1'
        UNT+32+ME000001'
        UNZ+1+INT77'
        """;

    [Fact]
    public void A_retailer_s_order_is_read_whole()
    {
        var order = Reading.Order(Retailer);

        Assert.Equal(("CF+118", "ORDERS:D:01B:UN:EAN010", new DateOnly(2026, 11, 23), "EUR", "CTR-17"), (order.OrderNumber, order.MessageType, order.IssueDate, order.Currency, order.ContractReference));
        Assert.Equal(new(null, new(2026, 11, 25), new(2026, 11, 27)), order.RequestedDelivery);
        Assert.Equal(["Quai 4, sonner avant 17h", "Commande passée sur le", "tarif de novembre"], order.Notes);
        Assert.Equal(new() { Gln = "3012345678902", Id = "3012345678902", VatId = "FR12345678901" }, order.Buyer);
        Assert.Equal(new() { Gln = "3012345678926", Id = "3012345678926", Name = "ENTREPOT DREUX", Address = new(null, "28100", "DREUX", "FR", Region: "28") }, order.ShipTo);
        Assert.Equal(("3012345678919", "3012345678902"), (order.Supplier!.Gln, order.Invoicee!.Gln));
        Assert.Equal(new(420.00m, 504.00m), order.Totals);
        var line = Assert.Single(order.Lines);
        Assert.Equal(("1", "3012345678933", "VH-M8", "0A-VH", "Vis M8 x 30 zinguée"), (line.LineNo, line.Gtin, line.SupplierCode, line.BuyerCode, line.Description));
        Assert.Equal((5000m, "PCE", 8.40m, 100m, 420.00m), (line.Quantity, line.Unit, line.NetPrice, line.PriceBaseQuantity, line.LineAmount));
        Assert.Equal(["fragile haut et bas"], line.Notes);
    }

    [Fact]
    public void What_a_retailer_adds_is_told()
    {
        var reading = Reading.Of(Retailer);

        Assert.Equal(ReadingVerdict.ImportWithWarnings, reading.Verdict);
        Assert.Subset(
            reading.Problems.Select(problem => problem.Code).ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal) { "allowance-or-charge", "unread-quantity", "unread-segment", "delivery-window" });
    }

    [Theory]
    [InlineData("UNOA", "us-ascii")]
    [InlineData("UNOB", "us-ascii")]
    [InlineData("UNOC", "iso-8859-1")]
    [InlineData("UNOD", "iso-8859-2")]
    [InlineData("UNOY", "utf-8")]
    public void Every_character_set_is_read(string set, string encoding)
    {
        var text = Retailer.Replace("UNOC", set, StringComparison.Ordinal);

        Assert.Equal(encoding == "us-ascii" ? "Vis M8 x 30 zingu?e" : "Vis M8 x 30 zinguée", Reading.Order(encoding == "us-ascii" ? text.Replace("é", "??", StringComparison.Ordinal) : text, CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).Lines[0].Description);
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\n", "\r\n")]
    [InlineData("UNA:+.? '\n", "")]
    [InlineData("UNZ+1+INT77'", "")]
    [InlineData("UNT+32", "UNT+31")]
    [InlineData("UNZ+1+", "UNZ+4+")]
    [InlineData(":EAN010", "")]
    [InlineData("D:01B", "D:10A")]
    [InlineData("UNB+UNOC:3", "UNB+UNOC:4")]
    [InlineData("::9'", "'")]
    [InlineData("QTY+21:", "QTY+21E:")]
    [InlineData("PRI+AAA", "PRI+INV")]
    [InlineData("PRI+AAA", "PRI+NTP")]
    [InlineData("CUX+2:EUR:9'\n", "")]
    [InlineData("DTM+64:202611250600:203", "DTM+64:20261125:102")]
    [InlineData("DTM+137:202611231015:203", "DTM+137:261123:101")]
    [InlineData("DTM+64:202611250600:203'\nDTM+63:202611271800:203'", "DTM+2:20261125-20261127:718'")]
    public void What_a_sender_does_otherwise_changes_nothing_of_the_order(string from, string to)
    {
        Assert.Contains(from, Retailer, StringComparison.Ordinal);
        var (usual, other) = (Reading.Order(Retailer), Reading.Order(Retailer.Replace(from, to, StringComparison.Ordinal)));

        Assert.Equivalent(usual with { MessageType = other.MessageType }, other, strict: true);
    }

    [Fact]
    public void Separators_may_be_any()
    {
        var text = new string([.. Retailer.Replace("?'", "", StringComparison.Ordinal).Replace("?+", "", StringComparison.Ordinal).Select(c => c switch { ':' => '|', '+' => '^', '\'' => '~', '.' => ',', _ => c })])
            .Replace("UNA|^,? ~", "UNA|^,! ~", StringComparison.Ordinal);

        var line = Reading.Order(text).Lines[0];
        Assert.Equal((5000m, 8.40m, 420.00m), (line.Quantity, line.NetPrice, line.LineAmount));
    }

    [Theory]
    [InlineData("D:01B", "D:10A", "message-version")]
    [InlineData("UNB+UNOC:3+3012345678902:14+3012345678919:14+261123:1015+INT77++ORDERS'\n", "", "unb-missing")]
    [InlineData("3012345678926::9++", "3012345678926++", "id-read-as-gln")]
    [InlineData("3012345678926::9++", "3012345678926::92++", "id-not-gln")]
    [InlineData("3012345678926::9++", "30123::9++", "gln-invalid")]
    [InlineData("3012345678933:SRV'", "3012345678933:SRV+1:7'", "sub-line")]
    [InlineData("CUX+2:EUR:9'", "CUX+2:EUR:9+3:USD:4'", "second-currency")]
    [InlineData("PRI+AAA:8.40:CA:NTP:100:PCE'\n", "", "gross-price-only")]
    [InlineData("PRI+AAA:8.40:CA:NTP:100:PCE", "PRI+AAA:8.40:CA:NTP:100:KGM", "price-unit-differs")]
    [InlineData("MOA+79:420.00", "MOA+79:421.00", "totals-differ")]
    [InlineData("CNT+2:1", "CNT+1:4000", "quantity-sum-differs")]
    [InlineData("ALC+A", "ALC+C", "allowance-or-charge")]
    [InlineData("RFF+CT:CTR-17'", "RFF+CT:CTR-17'RFF+PL:T26'", "unread-reference")]
    [InlineData("PAC+50+1+CT'", "PAC+50+1+CT'MEA+PD+AAB+KGM:3'", "unread-segment")]
    [InlineData("DTM+63:202611271800:203'", "DTM+63:202611271800:203'DTM+61:20261201:102'", "unread-date")]
    public void What_is_doubtful_or_unread_is_told(string from, string to, string code)
    {
        Assert.Contains(from, Retailer, StringComparison.Ordinal);

        Assert.Contains(code, Reading.Codes(Retailer.Replace(from, to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("RFF+CT:CTR-17'RFF+BO:CADRE-9'", "CTR-17")]
    [InlineData("RFF+BO:CADRE-9'RFF+CT:CTR-17'", "CTR-17")]
    [InlineData("RFF+BO:CADRE-9'", "CADRE-9")]
    public void A_contract_is_named_before_an_order_placed_under_it_wherever_it_stands(string references, string expected) =>
        Assert.Equal(expected, Reading.Order(Retailer.Replace("RFF+CT:CTR-17'", references, StringComparison.Ordinal)).ContractReference);

    [Theory]
    [InlineData("69")]
    [InlineData("76")]
    public void A_promised_or_planned_date_is_taken_where_none_is_wanted(string qualifier)
    {
        var text = Retailer.Replace("DTM+64:202611250600:203'\nDTM+63:202611271800:203'", $"DTM+{qualifier}:20261126:102'", StringComparison.Ordinal);

        Assert.Equal(new(new DateOnly(2026, 11, 26)), Reading.Order(text).RequestedDelivery);
        Assert.Contains("delivery-of-another-kind", Reading.Codes(text));
        Assert.DoesNotContain("delivery-of-another-kind", Reading.Codes(Retailer.Replace("DTM+64", $"DTM+{qualifier}:20261126:102'DTM+64", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_schedule_of_one_date_is_the_line_s_own_and_of_several_is_told()
    {
        var once = Retailer.Replace("UNS+S", "SCC+1'QTY+21:5000:PCE'DTM+2:20261126:102'UNS+S", StringComparison.Ordinal);
        var twice = Retailer.Replace("UNS+S", "SCC+1'QTY+21:3000:PCE'DTM+2:20261126:102'SCC+1'QTY+21:2000:PCE'DTM+2:20261203:102'UNS+S", StringComparison.Ordinal);

        Assert.Equal(new(new DateOnly(2026, 11, 26)), Reading.Order(once).Lines[0].RequestedDelivery);
        Assert.Null(Reading.Order(twice).Lines[0].RequestedDelivery);
        Assert.Equal(["3000 → 2026-11-26", "2000 → 2026-12-03"], Reading.Of(twice).Problems.Where(problem => problem.Code == "split-delivery").Select(problem => $"{problem.Message.Parts[0]} → {problem.Message.Parts[2]}"));
    }

    [Fact]
    public void Letters_that_the_set_does_not_have_are_told()
    {
        Assert.Contains("charset-differs", Reading.Of(Retailer.Replace("UNOC", "UNOY", StringComparison.Ordinal), Encoding.Latin1).Problems.Select(problem => problem.Code));
        Assert.Contains("charset-differs", Reading.Of(Retailer.Replace("UNOC", "UNOA", StringComparison.Ordinal), Encoding.Latin1).Problems.Select(problem => problem.Code));
    }
}
