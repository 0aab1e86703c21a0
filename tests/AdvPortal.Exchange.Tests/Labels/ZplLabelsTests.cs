using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Labels;

namespace AdvPortal.Exchange.Tests.Labels;

public sealed class ZplLabelsTests
{
    private const string Number = "330123450000000179";

    [Fact]
    public void A_label_is_as_wide_and_as_long_as_the_roll()
    {
        var zpl = ZplLabels.Write([ParcelLabelsTests.ALabel(1, 2), ParcelLabelsTests.ALabel(2, 2)], LabelPaper.Roll100X150);

        Assert.Equal(2, Regex.Count(zpl, @"\^XA\^CI28\^PW799\^LL1199\^LH0,0\n", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(2, Regex.Count(zpl, @"\^XZ\n", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.All(["Entrepôt de Chartres", "28000 Chartres", "0A-VH-M8-30-ZN", "1\u202F250\u00A0pce", "2 / 2"], said => Assert.Contains($"^FD{said}^FS", zpl, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(203, 4, 254)]
    [InlineData(300, 6, 375)]
    public void The_printer_draws_the_bars_itself_with_FNC1_in_front(int dots, int module, int height)
    {
        var zpl = ZplLabels.Write([ABarCode(new ElementString("00", Number))], LabelPaper.Roll100X50, dots);
        var bars = Assert.Single(zpl.Split('\n'), line => line.Contains("^BC", StringComparison.Ordinal));
        var place = Regex.Match(bars, @"^\^BY(?<module>\d+)\^FO(?<left>\d+),\d+\^BCN,(?<height>\d+),N,N,N,N\^FD>;>800330123450000000179\^FS$", RegexOptions.None, TimeSpan.FromSeconds(1));

        Assert.True(place.Success, bars);
        Assert.Equal((module, height), (int.Parse(place.Groups["module"].Value, CultureInfo.InvariantCulture), int.Parse(place.Groups["height"].Value, CultureInfo.InvariantCulture)));
        // Start, FNC1, ten pairs, check and stop, and ten modules of quiet on either side.
        var (left, width) = (int.Parse(place.Groups["left"].Value, CultureInfo.InvariantCulture), ((11 * 13) + 13) * module);
        Assert.InRange(left, 10 * module, (100 * dots / 25.4) - width - (10 * module) + 1);
        Assert.DoesNotContain("^GB", zpl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00330123450000000179")]
    [InlineData("4004500187342\u001D10L26-118")]
    [InlineData("400PO>17\u001D3712")]
    [InlineData("02030123450000253712345")]
    [InlineData("10A1")]
    [InlineData("3725")]
    public void What_the_printer_is_told_is_what_a_scanner_reads(string data) => Assert.Equal(data, Scan(ZplCode128.Write(data)));

    [Fact]
    public void Whatever_elements_there_are_the_scanner_reads_them()
    {
        var random = new Random(128);

        for (var round = 0; round < 500; round++)
        {
            var data = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(3) switch { 0 => (char)random.Next('!', '~'), 1 when round % 2 == 0 => ElementString.Separator, _ => (char)random.Next('0', ':') }));

            Assert.Equal(data, Scan(ZplCode128.Write(data)));
        }
    }

    [Fact]
    public void A_QR_code_says_its_payload_whatever_the_printers_own_signs()
    {
        var zpl = ZplLabels.Write([ParcelLabelsTests.ALabel(1, 1) with { Payload = "a^b~c_d\r\né" }], LabelPaper.Roll4X6);

        Assert.Contains("^FH_^FDMA,a_5Eb_7Ec_5Fd_0D_0Aé^FS", zpl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_DataMatrix_of_elements_begins_with_FNC1_and_parts_them_by_it()
    {
        var label = ABarCode(new("00", Number), new("400", "PO_17"), new("37", "12")) with { Symbology = Symbology.DataMatrix };

        Assert.Contains($",200,0,0,6,_^FD_100{Number}400PO__17_13712^FS", ZplLabels.Write([label], LabelPaper.Roll100X150), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_can_end_its_field()
    {
        var zpl = ZplLabels.Write([ParcelLabelsTests.ALabel(1, 1) with { Description = "x^XZ^FS~JA\n_" }], LabelPaper.Roll100X150);

        Assert.Contains("^FDx_5EXZ_5EFS_7EJA _5F^FS", zpl, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(zpl, @"\^XZ", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void The_rule_between_address_and_contents_is_a_box() =>
        Assert.Matches(@"\^FO\d+,\d+\^GB\d+,3,3\^FS", ZplLabels.Write([ParcelLabelsTests.ALabel(1, 1)], LabelPaper.Roll100X150));

    [Fact]
    public void Nothing_to_print_is_a_mistake_of_the_caller() => Assert.Throws<ArgumentException>(() => ZplLabels.Write([], LabelPaper.Roll4X6));

    private static ParcelLabel ABarCode(params IReadOnlyList<ElementString> elements) =>
        ParcelLabelsTests.ALabel(1, 4) with { Symbology = Symbology.Gs1128, Elements = elements, Payload = string.Concat(elements) };

    // As a printer understands ^BC (ZPL II Programming Guide, tables of Code 128 invocation codes).
    private static string Scan(string field)
    {
        var isC = field.StartsWith(">;", StringComparison.Ordinal);
        Assert.True(isC || field.StartsWith(">:", StringComparison.Ordinal));
        Assert.Equal(">8", field[2..4]);
        var read = new StringBuilder();

        for (var at = 4; at < field.Length;)
        {
            if (field[at] == '>')
            {
                switch (field[at + 1])
                {
                    case '8': read.Append(ElementString.Separator); break;
                    case '5': isC = true; break;
                    case '6': isC = false; break;
                    case '0' when !isC: read.Append('>'); break;
                    default: Assert.Fail($"No invocation code: {field[at..]}"); break;
                }

                at += 2;
            }
            else if (isC)
            {
                Assert.True(char.IsAsciiDigit(field[at]) && char.IsAsciiDigit(field[at + 1]));
                read.Append(field, at, 2);
                at += 2;
            }
            else
            {
                read.Append(field[at++]);
            }
        }

        return read.ToString();
    }
}
