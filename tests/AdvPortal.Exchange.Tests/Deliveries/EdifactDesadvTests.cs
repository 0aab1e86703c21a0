using System.Text;
using System.Text.RegularExpressions;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Deliveries;

namespace AdvPortal.Exchange.Tests.Deliveries;

public sealed partial class EdifactDesadvTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, 40)];

    [Fact]
    public void The_message_says_what_leaves_for_whom_and_when()
    {
        var segments = Read(Shipped.Partly());

        Assert.Equal("UNB+UNOC:3+3012345000018:14+3020000012341:14+261126:1630+BL26-00123", segments[1]);
        Assert.Equal("UNH+1+DESADV:D:96A:UN:EAN005", segments[2]);
        Assert.Equal("BGM+351+BL26-00123+9", segments[3]);
        Assert.All(
            ["DTM+137:202611261630:203", "DTM+11:20261126:102", "DTM+17:20261127:102", "MEA+PD+AAD+KGM:190.9", "RFF+AAK:BL26-00123", "RFF+ON:4500187342", "DTM+171:20261123:102", "RFF+VN:CV26-04518", "RFF+CN:TP-88 412 907",
             "NAD+BY+3020000012341::9++Hydraulique Chartraine SAS+12 rue des Ateliers+Lucé++28110+FR",
             "NAD+SU+3012345000018::9++Visserie du Perche+ZA des Fresnes+Bretoncelles++61110+FR",
             "NAD+DP+3020000012358::9++Entrepôt de Chartres+4 rue du Silo, quai 2+Chartres++28000+FR",
             "TDT+20++++:::Transports Percheron", "FTX+AAI+++" + Shipped.Mention + "+FR", "CNT+2:4"],
            expected => Assert.Contains(expected, segments));
    }

    [Fact]
    public void Units_stand_below_the_consignment_and_parcels_below_their_pallet()
    {
        var segments = Read(Shipped.Partly());

        Assert.Equal(["CPS+1", "CPS+2+1", "CPS+3+2", "CPS+4+1"], segments.Where(segment => segment.StartsWith("CPS", StringComparison.Ordinal)));
        Assert.Equal(["PAC+1++PX", "PAC+1++PK", "PAC+1++PX", "PAC+1++PK", "PAC+1++PK"], segments.Where(segment => segment.StartsWith("PAC", StringComparison.Ordinal)));
        var pallet = segments.IndexOf("CPS+2+1");
        Assert.Equal(["CPS+2+1", "PAC+1++PX", "MEA+PD+AAB+KGM:184.5", "PCI+33E", $"GIN+BJ+{Shipped.AnSscc(1)}", "LIN+1++3012345000024:EN", "PIA+1+0A-VH-M8-30-ZN:IN::92+VH-M8-30-ZN:SA::91",
                      "IMD+F++:::Vis H M8×30 8.8 zinguée", "QTY+12:4000:PCE", "QTY+21:5000:PCE", "RFF+ON:4500187342:10", "DTM+171:20261123:102", "RFF+VN:CV26-04518", "QVR+-500:21+BP", "CPS+3+2"],
            segments.GetRange(pallet, 15));
    }

    [Fact]
    public void What_does_not_follow_is_said_to_be_all() =>
        Assert.Equal(["QVR+-500:21+BP", "QVR+-200:21+CP"], Read(Shipped.Partly()).Where(segment => segment.StartsWith("QVR", StringComparison.Ordinal)));

    [Fact]
    public void What_is_still_to_be_decided_has_no_reason()
    {
        var advice = Shipped.Partly();

        Assert.Contains("QVR+-500:21", Read(advice with { Lines = [advice.Lines[0] with { BackOrder = BackOrderPolicy.Ask }] }));
    }

    [Fact]
    public void A_parcel_without_a_GS1_number_is_marked_by_the_shipper()
    {
        var advice = Shipped.Partly();
        var segments = Read(advice with { Units = [advice.Units[2] with { Number = "COLIS-7" }] });

        Assert.Contains("PCI+24", segments);
        Assert.Contains("GIN+ML+COLIS-7", segments);
        Assert.DoesNotContain("PCI+33E", segments);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_delivered_the_counts_close_what_they_opened(int seed)
    {
        var segments = Read(Shipped.AnyShape(seed));

        Assert.Equal($"UNT+{segments.Count - 4 + 1}+1", segments[^2]); // all but UNA, UNB, UNT itself and UNZ, and UNT counts itself
        Assert.Equal($"CNT+2:{segments.Count(segment => segment.StartsWith("LIN", StringComparison.Ordinal))}", segments[^3]);
        Assert.Equal("UNZ+1+BL26-00123", segments[^1]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_delivered_the_segments_stand_in_the_order_of_the_directory(int seed)
    {
        // DESADV D.96A, segment table: the head, then below each CPS packages and lines.
        string[] head = ["UNH", "BGM", "DTM", "MEA", "RFF", "NAD", "TDT", "CPS"];
        string[] packages = ["CPS", "FTX", "PAC", "MEA", "PCI", "GIN", "LIN"];
        string[] line = ["LIN", "PIA", "IMD", "QTY", "FTX", "RFF", "QVR", "CPS"];
        // Groups come back to their own segments.
        Dictionary<string, string[]> inner = new(StringComparer.Ordinal) { ["RFF"] = ["DTM", "RFF"], ["NAD"] = ["RFF", "CTA", "COM", "NAD"], ["GIN"] = ["LIN"], ["PAC"] = ["PAC"] };
        var (table, at, group) = (head, 0, "");

        foreach (var tag in Read(Shipped.AnyShape(seed)).Skip(2).SkipLast(3).Select(segment => segment[..3]))
        {
            if (tag is "CPS" or "LIN")
            {
                (table, at, group) = (tag == "CPS" ? packages : line, 0, "");
                continue;
            }

            if (group.Length > 0 && inner[group].Contains(tag, StringComparer.Ordinal))
            {
                continue;
            }

            var place = Array.IndexOf(table, tag, at);
            Assert.True(place >= at, $"{tag} is out of place.");
            (at, group) = (place, inner.ContainsKey(tag) ? tag : "");
        }
    }

    [Fact]
    public void Separators_in_a_text_are_released()
    {
        var advice = Shipped.Partly();
        var segments = Read(advice with { Buyer = advice.Buyer with { Name = "L'atelier: A+B?" }, Lines = [advice.Lines[1] with { BuyerCode = "A+1+" }] });

        Assert.Contains(segments, segment => segment.StartsWith("NAD+BY+3020000012341::9++L?'atelier?: A?+B??+", StringComparison.Ordinal));
        Assert.Contains("PIA+5+A?+1?+:IN::92+VCHC-M6-20:SA::91", segments);
    }

    [Fact]
    public void A_name_beyond_Latin_1_makes_it_UTF_8()
    {
        var advice = Shipped.Partly();
        var text = Encoding.UTF8.GetString(EdifactDesadv.Write(advice with { Carrier = "Śruby Łódź" }));

        Assert.Contains("UNB+UNOW:4+", text, StringComparison.Ordinal);
        Assert.Contains(":::Śruby Łódź'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_is_longer_than_its_component_and_no_group_has_more_of_them_than_it_may()
    {
        var words = string.Join(' ', Enumerable.Repeat("quarante-deux", 60));
        var advice = Shipped.Partly();
        var segments = Read(advice with { Notes = [words, "deux", "trois", "quatre", "cinq", "six"], Lines = [advice.Lines[1] with { Description = words, Notes = [words, words, words] }] });
        var texts = segments.Where(segment => segment.StartsWith("FTX", StringComparison.Ordinal)).ToList();

        Assert.All(texts, ftx => Assert.All(ftx.Split('+')[4].Split(':'), piece => Assert.InRange(piece.Length, 1, 70)));
        Assert.Equal(10, texts.Count); // five below the CPS, five in the line
        Assert.All(segments.Where(segment => segment.StartsWith("IMD", StringComparison.Ordinal)), imd => Assert.All(imd.Split(":::")[1].Split(':'), piece => Assert.InRange(piece.Length, 1, 35)));
    }

    private static List<string> Read(DespatchAdvice advice)
    {
        var text = Encoding.Latin1.GetString(EdifactDesadv.Write(advice));
        Assert.StartsWith("UNA:+.? '\n", text, StringComparison.Ordinal);

        return [.. SegmentEnd().Split(text).SkipLast(1)];
    }

    // An apostrophe behind an even number of release characters; UNA declares it and is a segment like the others here.
    [GeneratedRegex(@"(?<=(?<!\?)(?:\?\?)*)'\n", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SegmentEnd();
}
