using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Labels;
using UglyToad.PdfPig;

namespace AdvPortal.Exchange.Tests.Labels;

public sealed class LabelPaperTests
{
    private const string Number = "330123450000000179";

    public static TheoryData<LabelPaper> Papers { get; } = [LabelPaper.A6, LabelPaper.A4OfEight, LabelPaper.A4OfFour, LabelPaper.Roll100X150, LabelPaper.Roll100X50, LabelPaper.Roll4X6];

    [Theory]
    [InlineData(1, 8, 1)]
    [InlineData(2, 8, 2)]
    [InlineData(8, 1, 1)]
    [InlineData(8, 10, 3)]
    public void A_sheet_that_was_begun_is_used_up(int start, int labels, int sheets)
    {
        using var pdf = Print(LabelPaper.A4OfEight.StartingAt(start), [.. Enumerable.Range(1, labels).Select(label => ParcelLabelsTests.ALabel(label, labels))]);

        Assert.Equal(sheets, pdf.NumberOfPages);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(5, 0, 2)]
    [InlineData(8, 1, 3)]
    public void The_first_label_stands_on_the_first_free_place(int start, int column, int row)
    {
        using var pdf = Print(LabelPaper.A4OfEight.StartingAt(start), ParcelLabelsTests.ALabel(1, 1));
        var page = pdf.GetPage(1);

        Assert.All(page.Letters, letter =>
        {
            Assert.InRange(letter.BoundingBox.Left, column * page.Width / 2, (column + 1) * page.Width / 2);
            Assert.InRange(page.Height - letter.BoundingBox.Bottom, row * page.Height / 4, (row + 1) * page.Height / 4);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void A_place_that_the_sheet_does_not_have_is_a_mistake_of_the_caller(int start) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelPaper.A4OfEight.StartingAt(start));

    [Fact]
    public void A_page_has_the_size_of_its_paper()
    {
        Assert.Equal([(105, 148), (210, 297), (210, 297), (100, 150), (100, 50), (102, 152)], Papers.Select(paper =>
        {
            using var pdf = Print(paper.Data, ParcelLabelsTests.ALabel(1, 1));

            return (Millimetres(pdf.GetPage(1).Width), Millimetres(pdf.GetPage(1).Height));
        }));

        static int Millimetres(double points) => (int)Math.Round(points * 25.4 / 72);
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_paper_says_where_it_goes_and_what_is_inside(LabelPaper paper)
    {
        using var pdf = Print(paper, ParcelLabelsTests.ALabel(2, 4));
        var text = string.Concat(pdf.GetPage(1).Letters.Select(letter => letter.Value));

        Assert.All(["Entrepôt de Chartres", "28000 Chartres", "4500187342", "CV26-04518", "0A-VH-M8-30-ZN", "1\u202F250\u00A0pce", "2 / 4"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Long_texts_stay_on_their_label_and_beside_its_code(LabelPaper paper)
    {
        var words = string.Join(' ', Enumerable.Repeat("interminable", 30));
        var label = ParcelLabelsTests.ALabel(1, 1) with { Sender = words, BuyerCode = words, Description = words, CustomerReference = words, OrderNumber = words, ShipTo = new(words) { Address = new(words, "28000", words, "FR") } };

        foreach (var drawing in new[] { label, label with { Symbology = Symbology.Gs1128, Elements = [new("00", Number)] } }.Where(each => ParcelLabels.Check(each, paper) is null).Select(each => ParcelLabels.Draw(each, paper)))
        {
            var code = Assert.Single(drawing.Codes);

            Assert.All(drawing.Words, text =>
            {
                var width = ParcelLabels.StyleOf(text).Width(text.Text);
                Assert.InRange(text.X + width, 0, paper.Width - 4);
                Assert.InRange(text.Y, 6, paper.Height - 2);
                Assert.False(text.X + width > code.X && text.X < code.X + code.Width && text.Y > code.Y && text.Y - (text.Size * 0.7) < code.Y + code.Height, $"« {text.Text} » stands on the code.");
            });
            Assert.All(drawing.Boxes, box => Assert.True(box.X >= 0 && box.Y >= 0 && box.X + box.Width <= paper.Width && box.Y + box.Height <= paper.Height));
        }
    }

    [Fact]
    public void The_smallest_roll_has_room_for_the_number_of_the_unit_at_the_height_that_transport_needs()
    {
        var drawing = ParcelLabels.Draw(ABarCode(new ElementString("00", Number)), LabelPaper.Roll100X50);
        var code = Assert.Single(drawing.Codes);

        Assert.Equal(31.75, code.Height * 25.4 / 72, 0.01);
        Assert.True(code.X >= 0);
        Assert.Contains(drawing.Words, words => words.Text.StartsWith("Entrepôt de Chartres", StringComparison.Ordinal));
        Assert.Equal(new LabelCodeTooWide(), ParcelLabels.Check(ABarCode(new("00", Number), new("400", "4500187342")), LabelPaper.Roll100X50));
    }

    [Fact]
    public void What_is_too_wide_for_one_line_of_bars_stands_in_two_a_count_beside_its_contents()
    {
        var drawing = ParcelLabels.Draw(ABarCode(new("00", Number), new("02", "03012345000024"), new("37", "4500"), new("400", "4500187342AB")), LabelPaper.Roll100X150);

        Assert.Equal(["0203012345000024374500", "4004500187342AB", $"00{Number}"], drawing.Codes.OrderBy(code => code.Y).Select(code => code.Payload));
        Assert.All(drawing.Codes, code => Assert.InRange(code.X + code.Width, 0, drawing.Width));
    }

    private static ParcelLabel ABarCode(params IReadOnlyList<ElementString> elements) =>
        ParcelLabelsTests.ALabel(1, 4) with { Symbology = Symbology.Gs1128, Elements = elements, Payload = string.Concat(elements) };

    private static PdfDocument Print(LabelPaper paper, params IReadOnlyList<ParcelLabel> labels) => PdfDocument.Open(ParcelLabels.Write(labels, paper));
}
