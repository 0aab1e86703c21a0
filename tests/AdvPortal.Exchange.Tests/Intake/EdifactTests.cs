using System.Globalization;
using System.Text;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake;

public sealed class EdifactTests
{
    private const string Line = "LIN+10++3012345678933:EN'QTY+21:5000:PCE'";

    [Fact]
    public void Header_and_parties_are_read()
    {
        var order = Reading.Order(Reading.Interchange(
            "DTM+2:202611251200:203'DTM+64:20261124:102'DTM+63:20261126:102'FTX+DEL+3++Livrer au quai 4:sonner'RFF+CT:CTR-17'"
            + "NAD+BY+3012345678902::9++USINE DE CHARTRES:SAS+12 rue des Forges:ZI Nord+CHARTRES++28000+FR'RFF+VA:FR12345678901'CTA+OC+:Karim Haddad'COM+0237:TE+k@example.fr:EM'"
            + "NAD+SU+VDP::92++VISSERIE'NAD+ST+3012345678919::9'CUX+2:EUR:9'" + Line + "UNS+S'MOA+79:470.00'MOA+86:588.10'CNT+2:1'"));

        Assert.Equal("4500187342", order.OrderNumber);
        Assert.Equal(new(new(2026, 11, 25), new(2026, 11, 24), new(2026, 11, 26)), order.RequestedDelivery);
        Assert.Equal(["Livrer au quai 4 sonner"], order.Notes);
        Assert.Equal("CTR-17", order.ContractReference);
        Assert.Equal("EUR", order.Currency);
        Assert.Equal(new(470.00m, 588.10m), order.Totals);
        Assert.Equal(
            new()
            {
                Name = "USINE DE CHARTRES SAS",
                Gln = "3012345678902",
                Id = "3012345678902",
                VatId = "FR12345678901",
                Address = new("12 rue des Forges ZI Nord", "28000", "CHARTRES", "FR"),
                Contact = new("Karim Haddad", "0237", "k@example.fr"),
            },
            order.Buyer);
        Assert.Equal((null, "VDP"), (order.Supplier!.Gln, order.Supplier.Id));
        Assert.Equal("3012345678919", order.ShipTo!.Gln);
    }

    [Fact]
    public void A_line_keeps_codes_text_price_base_and_precision()
    {
        var line = Assert.Single(Reading.Order(Reading.Interchange(
            "LIN+010++3012345678933:EN'PIA+1+VH-M8:SA::91+0A-VH-M8:IN::92'IMD+F++:::Vis M8x30:zingu?'?+?:ée'IMD+F++:::8.8'QTY+21:5000.0:PCE'QTY+59:100:PCE'DTM+2:202648:616'MOA+203:420.00'FTX+AAI+++fragile'PRI+AAB:9'PRI+AAA:8.40::NTP:100:PCE'")).Lines);

        Assert.Equal(("010", "3012345678933", "VH-M8", "0A-VH-M8"), (line.LineNo, line.Gtin, line.SupplierCode, line.BuyerCode));
        Assert.Equal("Vis M8x30 zingu'+:ée 8.8", line.Description);
        Assert.Equal("5000.0", line.Quantity!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal((8.40m, 100m, 420.00m), (line.NetPrice, line.PriceBaseQuantity, line.LineAmount));
        Assert.Equal(new(null, new(2026, 11, 23), new(2026, 11, 29)), line.RequestedDelivery);
        Assert.Equal(["fragile"], line.Notes);
    }

    [Theory]
    [InlineData("102", "20261125", "2026-11-25", "2026-11-25")]
    [InlineData("203", "202611252400", "2026-11-25", "2026-11-25")]
    [InlineData("204", "20261125101500", "2026-11-25", "2026-11-25")]
    [InlineData("303", "202611251015CET", "2026-11-25", "2026-11-25")]
    [InlineData("101", "261125", "2026-11-25", "2026-11-25")]
    [InlineData("2", "251126", "2026-11-25", "2026-11-25")]
    [InlineData("610", "202602", "2026-02-01", "2026-02-28")]
    [InlineData("718", "20261125-20261127", "2026-11-25", "2026-11-27")]
    [InlineData("718", "2026112520261127", "2026-11-25", "2026-11-27")]
    public void Dates_are_read_in_their_format(string format, string text, string first, string last)
    {
        var delivery = Reading.Order(Reading.Interchange($"DTM+2:{text}:{format}'{Line}")).RequestedDelivery!;

        Assert.Equal(first, (delivery.Date ?? delivery.Start)!.Value.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(last, (delivery.Date ?? delivery.End)!.Value.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("20260230:102")]
    [InlineData("20261125:203")]
    [InlineData("demain:102")]
    [InlineData("202654:616")]
    [InlineData("20261125:999")]
    public void A_date_that_is_no_date_is_absent_and_told(string date)
    {
        var text = Reading.Interchange($"DTM+2:{date}'{Line}");

        Assert.Null(Reading.Order(text).RequestedDelivery);
        Assert.Contains("date-invalid", Reading.Codes(text));
    }

    [Fact]
    public void The_UNA_says_what_parts_the_elements_and_the_decimals()
    {
        var order = Reading.Order("UNA#*,! ~UNB*UNOB#2*A*B*261123#1015*1~\r\nUNH*1*ORDERS#D#01B#UN~\r\nBGM*220*N!*1~DTM*137#20261123#102~LIN*1**X#IN~QTY*21#2,50#KGM~UNT*6*1~UNZ*1*1~");

        Assert.Equal("N*1", order.OrderNumber);
        Assert.Equal("2.50", order.Lines[0].Quantity!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("ORDERS:D:01B:UN", order.MessageType);
    }

    [Theory]
    [InlineData("UNOC", "iso-8859-1")]
    [InlineData("UNOC", "utf-8")]
    [InlineData("UNOY", "utf-8")]
    [InlineData("UNOA", "iso-8859-1")]
    public void Letters_with_accents_arrive(string charset, string encoding)
    {
        var text = Reading.Interchange("NAD+BY+++CAFÉ À L?'ÉTOILE'" + Line).Replace("UNOC", charset, StringComparison.Ordinal);

        Assert.Equal("CAFÉ À L'ÉTOILE", Reading.Order(text, Encoding.GetEncoding(encoding)).Buyer!.Name);
    }

    [Fact]
    public void The_goods_ordered_for_several_places_wait_for_a_person()
    {
        var reading = Reading.Of(Reading.Interchange("LIN+1++X:SA'QTY+21:2000:PCE'LOC+7+3012345678902::9'QTY+11:1200'DTM+2:20261125:102'LOC+7+3012345678919::9'QTY+11:700'QVR+0:0'"));

        Assert.Equal(ReadingVerdict.NeedsReview, reading.Verdict);
        Assert.Equal(2, reading.Problems.Count(problem => problem.Code == "split-delivery"));
        Assert.Contains(reading.Problems, problem => problem.Code == "split-sum-differs");
    }

    [Fact]
    public void One_place_of_a_line_is_the_line_s_own()
    {
        var line = Reading.Order(Reading.Interchange("LIN+1++X:SA'QTY+21:2000:PCE'LOC+7+3012345678902::9'QTY+11:2000'DTM+2:20261125:102'")).Lines[0];

        Assert.Equal("3012345678902", line.ShipTo!.Gln);
        Assert.Equal(new(new DateOnly(2026, 11, 25)), line.RequestedDelivery);
    }

    [Theory]
    [InlineData("BGM+220+1+7'", "function-copy")]
    [InlineData("BGM+220+1+5'", "function-replaces")]
    [InlineData("BGM+220+1+46'", "function-provisional")]
    public void The_function_of_a_message_is_told(string beginning, string code) =>
        Assert.Contains(code, Reading.Codes(Reading.Interchange(Line, beginning: beginning)));

    [Theory]
    [InlineData("ORDCHG:D:96A:UN", "BGM+230+CHG-1+4'", "RFF+ON:4500187342'", DocumentFormat.EdifactOrdchg, ChangeKind.Amendment)]
    [InlineData("ORDCHG:D:96A:UN", "BGM+230+CHG-1+1'", "RFF+ON:4500187342'", DocumentFormat.EdifactOrdchg, ChangeKind.Cancellation)]
    [InlineData("ORDERS:D:96A:UN", "BGM+220+4500187342+1'", "", DocumentFormat.EdifactOrders, ChangeKind.Cancellation)]
    public void A_change_refers_to_its_order_and_makes_none(string type, string beginning, string reference, DocumentFormat format, ChangeKind kind)
    {
        var reading = Reading.Of(Reading.Interchange(reference + Line, type, beginning));

        Assert.Equal((format, ReadingVerdict.NeedsReview, "4500187342"), (reading.Format, reading.Verdict, reading.RefersTo));
        Assert.Empty(reading.Orders);
        Assert.Equal(kind, reading.Change!.Kind);
        Assert.Equal(5000, reading.Change.Document.Lines[0].Quantity);
    }

    [Theory]
    [InlineData("QTY+21:12,5x:PCE'", "number-invalid")]
    [InlineData("QTY+21:-5:PCE'", "quantity-negative")]
    [InlineData("QTY+21:5:PCE'QTY+21:6:PCE'", "quantity-twice")]
    [InlineData("QTY+21:5:PCE'PRI+AAA:2'MOA+203:11'", "line-amount-differs")]
    [InlineData("QTY+21:5:PCE'PRI+AAB:2'", "gross-price-only")]
    [InlineData("QTY+21:5:PCE'PRI+AAA:2:::1:KGM'", "price-unit-differs")]
    [InlineData("QTY+21:5:PCE'ALC+A'PCD+3:10'", "allowance-or-charge")]
    [InlineData("PRI+AAA:2'", "quantity-missing")]
    [InlineData("QTY+21:5:PCE'UNS+S'CNT+2:3'", "line-count-differs")]
    [InlineData("QTY+21:5:PCE'PIA+5+other:SA'PIA+5+again:SA'", "code-conflict")]
    [InlineData("QTY+21:5:PCE'MEA+PD+AAA+KGM:3'", "unread-segment")]
    [InlineData("QTY+21:5:PCE'RFF+PD:PROMO'", "unread-reference")]
    [InlineData("QTY+21:5:PCE'IMD+F++:::torn:apart:10:more'", "component-misplaced")]
    public void What_is_doubtful_or_unread_in_a_line_is_told(string segments, string code) =>
        Assert.Contains(code, Reading.Codes(Reading.Interchange("LIN+1++3012345678933:EN'" + segments)));

    [Theory]
    [InlineData("UNT+", "UNT+9", "unt-count")]
    [InlineData("UNZ+1+REF1'", "", "unz-missing")]
    [InlineData("UNZ+1", "UNZ+2", "unz-count")]
    [InlineData("UNT+6+1'", "", "unt-missing")]
    [InlineData("+REF1'UNH", "+REF1++++++1'UNH", "test-interchange")]
    [InlineData("BGM", "xyz+1'BGM", "segment-unknown")]
    [InlineData("'UNZ+1+REF1'", "'UNZ+1+RE", "segment-unterminated")]
    public void A_broken_envelope_is_told_and_the_order_read(string from, string to, string code)
    {
        var text = Reading.Interchange(Line).Replace(from, to, StringComparison.Ordinal);

        Assert.Contains(code, Reading.Codes(text));
        Assert.Equal("4500187342", Reading.Order(text).OrderNumber);
    }

    [Fact]
    public void A_clean_order_is_imported_without_a_question()
    {
        var reading = Reading.Of(Reading.Interchange("DTM+2:20261125:102'NAD+BY+3012345678902::9++CHARTRES'CUX+2:EUR:9'" + Line + "PRI+AAA:8.40:::100'MOA+203:420.00'UNS+S'CNT+2:1'"));

        Assert.Empty(reading.Problems);
        Assert.Equal(ReadingVerdict.Import, reading.Verdict);
    }
}
