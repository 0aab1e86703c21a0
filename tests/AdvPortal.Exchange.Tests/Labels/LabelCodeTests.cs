using System.Globalization;
using System.Xml.Linq;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Labels;
using UglyToad.PdfPig;
using ZXing;
using ZXing.Common;

namespace AdvPortal.Exchange.Tests.Labels;

/// <summary>What is drawn is read back by a scanner, from the paper and from the picture on the page.</summary>
public sealed class LabelCodeTests
{
    private const string Number = "330123450000000179";
    private const double Dots = 4;
    private const double Quiet = 15;

    [Fact]
    public void A_scanner_reads_the_number_of_the_unit_in_the_bars()
    {
        var read = Scan(ABarCode(new ElementString("00", Number)), BarcodeFormat.CODE_128).Single();

        Assert.Equal($"]C100{Number}", read.Text);
    }

    [Fact]
    public void Further_elements_stand_in_bars_of_their_own_above_the_number()
    {
        var read = Scan(ABarCode(new("00", Number), new("400", "45001873"), new("10", "2611")), BarcodeFormat.CODE_128);

        Assert.Equal(["]C140045001873\u001D102611", $"]C100{Number}"], read.Select(each => each.Text));
    }

    [Theory]
    [InlineData("4500187342;0A-VH-M8-30-ZN;1250")]
    [InlineData("é, 螺丝")]
    public void A_scanner_reads_a_square_to_the_letter(string payload) =>
        Assert.Equal(payload, Scan(ASquare(payload), BarcodeFormat.DATA_MATRIX).Single().Text);

    [Fact]
    public void A_scanner_is_told_that_the_square_is_one_of_GS1()
    {
        var read = Scan(ASquare("", new("00", Number), new("400", "4500187342"), new("10", "L26-118"), new("241", "0A-VH")), BarcodeFormat.DATA_MATRIX).Single();

        Assert.Equal(($"00{Number}4004500187342\u001D10L26-118\u001D2410A-VH", "]d2"), (read.Text.TrimStart('\u001D'), read.ResultMetadata[ResultMetadataType.SYMBOLOGY_IDENTIFIER]));
    }

    [Fact]
    public void A_square_without_elements_is_none_of_GS1() =>
        Assert.Equal("]d1", Scan(ASquare("4500187342"), BarcodeFormat.DATA_MATRIX).Single().ResultMetadata[ResultMetadataType.SYMBOLOGY_IDENTIFIER]);

    [Fact]
    public void The_bars_are_as_wide_and_as_high_as_transport_needs_them()
    {
        var boxes = ParcelLabels.Draw(ABarCode(new ElementString("00", Number))).Boxes.Where(box => box.Height > 1).ToList();
        var (left, right) = (boxes.Min(box => box.X), boxes.Max(box => box.X + box.Width));

        Assert.All(boxes, box => Assert.Equal(31.75, Millimetres(box.Height), 0.01)); // section 5.12.3.5
        Assert.Equal(0.5, Millimetres(boxes.Min(box => box.Width)), 0.001);
        Assert.All([left, 297.64 - right], quiet => Assert.True(Millimetres(quiet) >= 5)); // ten modules
    }

    [Theory]
    [InlineData(Symbology.Gs1128)]
    [InlineData(Symbology.DataMatrix)]
    public void What_the_code_says_stands_under_it(Symbology symbology)
    {
        var drawing = ParcelLabels.Draw(ABarCode(new ElementString("00", Number)) with { Symbology = symbology });
        var said = Assert.Single(drawing.Words, words => words.Text == $"(00){Number}");

        Assert.True(said.Y > drawing.Boxes.Max(box => box.Y + box.Height));
    }

    [Fact]
    public void Labels_with_bars_are_four_on_an_A4()
    {
        using var pdf = PdfDocument.Open(ParcelLabels.Write([.. Enumerable.Repeat(ABarCode(new ElementString("00", Number)), 5)], LabelSheet.A4));

        Assert.Equal(2, pdf.NumberOfPages);
    }

    [Fact]
    public void The_picture_is_the_paper()
    {
        var label = ABarCode(new("00", Number), new("400", "4500187342"));
        using var pdf = PdfDocument.Open(ParcelLabels.Write([label], LabelSheet.A6));
        var page = pdf.GetPage(1);
        var printed = page.Paths.Where(path => path.IsFilled).SelectMany(path => path).Select(part => part.GetBoundingRectangle()!.Value)
            .Select(box => Round(box.Left, page.Height - box.Top, box.Width, box.Height)).Order();

        Assert.Equal(printed, Shown(label).Select(box => Round(box.X, box.Y, box.Width, box.Height)).Order());
    }

    [Fact]
    public void The_picture_says_what_it_is_and_nothing_in_it_is_markup()
    {
        var svg = XElement.Parse(LabelSvg.Write(ParcelLabels.Draw(ASquare("x") with { Description = "<script>alert('1')</script>\u0001" }), "Étiquette « <b> »\u0002"));

        Assert.Equal(("img", "Étiquette « <b> » "), (svg.Attribute("role")?.Value, svg.Attribute("aria-label")?.Value));
        Assert.DoesNotContain(svg.Descendants(), each => each.Name.LocalName is "script" or "b");
    }

    public static TheoryData<ParcelLabel, Refusal?> Printable { get; } = new()
    {
        { ABarCode(new ElementString("00", Number)), null },
        { ABarCode(new ElementString("00", "330123450000000170")), new LabelElementNotValid("(00)330123450000000170") },
        { ABarCode(new("00", Number), new("400", "PO 45")), new LabelElementNotValid("(400)PO 45") },
        { ABarCode(new("00", Number), new("400", new('A', 30))), new LabelCodeTooWide() },
        { ASquare(new('1', 1000)), null },
        { ASquare(new('é', 2000)), new LabelPayloadTooLong(ParcelLabel.MatrixMaxBytes) },
        { ASquare("") with { Symbology = Symbology.Qr }, new LabelPayloadTooLong(ParcelLabel.PayloadMaxBytes) },
    };

    [Theory]
    [MemberData(nameof(Printable))]
    public void What_no_code_holds_is_refused_in_words(ParcelLabel label, Refusal? refusal) => Assert.Equal(refusal, ParcelLabels.Check(label));

    private static ParcelLabel ABarCode(params IReadOnlyList<ElementString> elements) =>
        ParcelLabelsTests.ALabel(1, 4) with { Symbology = Symbology.Gs1128, Elements = elements, Payload = string.Concat(elements) };

    private static ParcelLabel ASquare(string payload, params IReadOnlyList<ElementString> elements) =>
        ParcelLabelsTests.ALabel(1, 4) with { Symbology = Symbology.DataMatrix, Payload = payload, Elements = elements.Count == 0 ? null : elements };

    private static double Millimetres(double points) => points * 25.4 / 72;

    private static (double, double, double, double) Round(double x, double y, double width, double height) =>
        (Math.Round(x, 1), Math.Round(y, 1), Math.Round(width, 1), Math.Round(height, 1));

    // The rectangles of the picture's path.
    private static List<LabelBox> Shown(ParcelLabel label)
    {
        var path = XElement.Parse(LabelSvg.Write(ParcelLabels.Draw(label), "Étiquette")).Descendants().Single(each => each.Name.LocalName == "path").Attribute("d")!.Value;

        return [.. path.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(box =>
        {
            var numbers = box.Split([' ', 'h', 'v', 'z'], StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
            return new LabelBox(numbers[0], numbers[1], numbers[2], numbers[3]);
        })];
    }

    // From the top of the picture to its bottom, as a person passes a scanner over it.
    private static List<ZXing.Result> Scan(ParcelLabel label, BarcodeFormat format)
    {
        var boxes = Shown(label).Where(box => box.Height > 1).ToList();
        var symbols = format == BarcodeFormat.CODE_128 ? boxes.GroupBy(box => box.Y).OrderBy(bar => bar.Key).Select(bar => bar.ToList()).ToList() : [boxes];

        return [.. symbols.Select(symbol => Read(symbol, format))];
    }

    private static ZXing.Result Read(List<LabelBox> boxes, BarcodeFormat format)
    {
        // A scanner is held over the code, not beside it.
        var (left, top) = (boxes.Min(box => box.X) - Quiet, boxes.Min(box => box.Y) - Quiet);
        var (width, height) = (Dot(boxes.Max(box => box.X + box.Width) + Quiet - left), Dot(boxes.Max(box => box.Y + box.Height) + Quiet - top));
        var dots = Enumerable.Repeat((byte)255, width * height).ToArray();

        foreach (var box in boxes)
        {
            for (var y = Dot(box.Y - top); y < Dot(box.Y + box.Height - top); y++)
            {
                Array.Fill(dots, (byte)0, (y * width) + Dot(box.X - left), Dot(box.X + box.Width - left) - Dot(box.X - left));
            }
        }

        var hints = new Dictionary<DecodeHintType, object> { [DecodeHintType.POSSIBLE_FORMATS] = new List<BarcodeFormat> { format }, [DecodeHintType.TRY_HARDER] = true, [DecodeHintType.ASSUME_GS1] = true };
        var read = new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(dots, width, height, 0, 0, width, height, false))), hints);
        Assert.NotNull(read);

        return read;

        static int Dot(double points) => (int)Math.Round(points * Dots);
    }
}
