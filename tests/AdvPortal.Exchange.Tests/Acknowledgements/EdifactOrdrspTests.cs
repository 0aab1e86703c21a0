using System.Text;
using System.Text.RegularExpressions;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Acknowledgements;

public sealed partial class EdifactOrdrspTests
{
    [Fact]
    public void The_answer_says_which_order_it_is_about_and_what_became_of_it()
    {
        var segments = Read(Chartraine.Moved());

        Assert.Equal("UNB+UNOC:3+3012345000018:14+3020000012341:14+261123:0912+AR26-04518", segments[1]);
        Assert.Equal("UNH+1+ORDRSP:D:96A:UN:EAN005", segments[2]);
        Assert.All(
            ["BGM+231+AR26-04518+4+CA", "DTM+137:20261123:102", "RFF+ON:4500187342", "DTM+171:20261123:102", "RFF+VN:CV26-04518",
             "NAD+BY+3020000012341::9++Hydraulique Chartraine SAS+12 rue des Ateliers+Lucé++28110+FR",
             "NAD+DP+3020000012358::9++Entrepôt de Chartres+4 rue du Silo, quai 2+Chartres++28000+FR",
             "RFF+VA:FR83404833048", "CUX+2:EUR:9", "MOA+79:1517.00", "CNT+2:6"],
            expected => Assert.Contains(expected, segments));
    }

    [Fact]
    public void A_line_carries_both_codes_both_dates_and_the_price_with_its_base()
    {
        var segments = Read(Chartraine.Moved());
        var start = segments.IndexOf("LIN+10+3");

        Assert.Equal(
            ["LIN+10+3", "PIA+5+0A-VH-M8-30-ZN:IN::92+VH-M8-30-ZN:SA::91", "IMD+F++:::Vis H M8×30 8.8 zinguée", "QTY+21:5000:PCE", "QTY+113:5000:PCE",
             "DTM+2:20261125:102", "DTM+69:20261127:102", "DTM+79:20261126:102", "MOA+203:420.00", "PRI+AAA:8.40:::100:PCE", "RFF+ON:4500187342:10"],
            segments.GetRange(start, 11));
    }

    [Fact]
    public void A_line_with_a_GTIN_is_named_by_it_first()
    {
        var order = Chartraine.Moved();
        var segments = Read(order with { Lines = [order.Lines[0] with { Gtin = "3012345000025" }] });

        Assert.Contains("LIN+10+3+3012345000025:EN", segments);
        Assert.Contains("PIA+1+0A-VH-M8-30-ZN:IN::92+VH-M8-30-ZN:SA::91", segments);
    }

    [Fact]
    public void Every_line_has_its_action_code_and_its_own_reason()
    {
        var segments = Read(Chartraine.Mixed());

        Assert.Equal(["LIN+10+5", "LIN+20+3", "LIN+30+42", "LIN+40+3", "LIN+50+7", "LIN+70+1"], segments.Where(segment => segment.StartsWith("LIN", StringComparison.Ordinal)));
        Assert.Contains("FTX+AAI+++Article arrêté au 30 juin 2026.+FR", segments);
        Assert.DoesNotContain("RFF+ON:4500187342:70", segments);
    }

    [Theory]
    [InlineData(AcknowledgementStatus.Received, "12+AB")]
    [InlineData(AcknowledgementStatus.Accepted, "29+AP")]
    [InlineData(AcknowledgementStatus.AcceptedWithAmendment, "4+CA")]
    [InlineData(AcknowledgementStatus.Rejected, "27+RE")]
    public void The_answer_has_the_standards_codes(AcknowledgementStatus status, string codes) =>
        Assert.Contains("BGM+231+AR26-04518+" + codes, Read(Chartraine.Moved() with { Status = status }));

    [Fact]
    public void Counts_and_references_close_what_they_opened()
    {
        var segments = Read(Chartraine.Mixed());

        Assert.Equal($"UNT+{segments.Count - 4 + 1}+1", segments[^2]); // all but UNA, UNB, UNT itself and UNZ, and UNT counts itself
        Assert.Equal("UNZ+1+AR26-04518-2", segments[^1]);
        Assert.EndsWith("+AR26-04518-2", segments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Separators_in_a_text_are_released()
    {
        var order = Chartraine.Moved();
        var segments = Read(order with { Buyer = order.Buyer with { Name = "L'atelier: A+B?" }, Lines = [order.Lines[0] with { BuyerCode = "A+1+" }] });

        Assert.Contains(segments, segment => segment.StartsWith("NAD+BY+3020000012341::9++L?'atelier?: A?+B??+", StringComparison.Ordinal));
        Assert.Contains("PIA+5+A?+1?+:IN::92+VH-M8-30-ZN:SA::91", segments);
    }

    [Fact]
    public void A_name_that_ends_in_a_separator_keeps_it()
    {
        var segments = Read(Chartraine.Moved() with { CustomerReference = "4500+" });

        Assert.Contains("RFF+ON:4500?+", segments);
    }

    [Fact]
    public void Latin_1_is_enough_for_French_with_its_typography()
    {
        var bytes = EdifactOrdrsp.Write(Chartraine.Moved() with { Notes = [new("L’œuvre coûte 5\u202F000\u00A0€…")] });

        Assert.Contains("FTX+AAI+++L?'oeuvre coûte 5 000 EUR...+FR'", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_beyond_Latin_1_makes_it_UTF_8()
    {
        var order = Chartraine.Moved();
        var text = Encoding.UTF8.GetString(EdifactOrdrsp.Write(order with { Buyer = order.Buyer with { Name = "Śruby Łódź" } }));

        Assert.Contains("UNB+UNOW:4+3012345000018:14+3020000012341:14+20261123:0912+", text, StringComparison.Ordinal);
        Assert.Contains("++Śruby Łódź+", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_texts_are_cut_into_components_that_the_standard_allows()
    {
        var order = Chartraine.Moved();
        var words = string.Join(' ', Enumerable.Repeat("quarante-deux", 40));
        var segments = Read(order with
        {
            Buyer = order.Buyer with { Name = words },
            Notes = [new(words)],
            Lines = [order.Lines[0] with { Description = words + new string('x', 200), Changes = [] }],
        });

        Assert.All(segments.Where(segment => segment.StartsWith("FTX", StringComparison.Ordinal)), ftx => Assert.All(ftx.Split('+')[4].Split(':'), piece => Assert.InRange(piece.Length, 1, 70)));
        Assert.All(segments.Where(segment => segment.StartsWith("NAD", StringComparison.Ordinal)), nad => Assert.All(nad.Split('+')[4].Split(':'), piece => Assert.InRange(piece.Length, 1, 35)));
        Assert.Equal(words, string.Join(' ', segments.Where(segment => segment.StartsWith("FTX", StringComparison.Ordinal)).SelectMany(ftx => ftx.Split('+')[4].Split(':'))));
    }

    [Fact]
    public void Control_characters_never_reach_the_partner() =>
        Assert.Contains("RFF+ON:45 00", Read(Chartraine.Moved() with { CustomerReference = "45\n00" }));

    [Fact]
    public void A_careful_reader_finds_nothing_wrong_with_it_but_that_it_is_no_order()
    {
        var order = Chartraine.Mixed();
        var reading = DocumentReader.Read(EdifactOrdrsp.Write(order with { Buyer = order.Buyer with { Name = "L'atelier: A+B?" } }), "ordrsp.edi", null);

        Assert.Equal(ReadingVerdict.NotAnOrder, reading.Verdict);
        Assert.Equal(["other-message"], reading.Problems.Select(problem => problem.Code));
    }

    private static List<string> Read(Acknowledgement acknowledgement)
    {
        var text = Encoding.Latin1.GetString(EdifactOrdrsp.Write(acknowledgement));
        Assert.StartsWith("UNA:+.? '\n", text, StringComparison.Ordinal);

        var segments = SegmentEnd().Split(text).SkipLast(1).ToList();
        Assert.All(segments.Skip(1), segment => Assert.DoesNotMatch("[\\x00-\\x1f]", segment));
        Assert.Equal(segments.Count, text.Count(character => character == '\n'));

        return segments;
    }

    // An apostrophe behind an even number of release characters; UNA declares it and is a segment like the others here.
    [GeneratedRegex(@"(?<=(?<!\?)(?:\?\?)*)'\n", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SegmentEnd();
}
