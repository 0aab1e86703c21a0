using AdvPortal.Exchange.Labels;
using AdvPortal.Exchange.Tests.Acknowledgements;
using QRCoder;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace AdvPortal.Exchange.Tests.Labels;

public sealed class ParcelLabelsTests
{
    [Theory]
    [InlineData(LabelSheet.A6, 9, 9)]
    [InlineData(LabelSheet.A4, 8, 1)]
    [InlineData(LabelSheet.A4, 9, 2)]
    public void A_sheet_holds_what_it_is_made_for(LabelSheet sheet, int parcels, int pages)
    {
        using var pdf = Print(sheet, [.. Enumerable.Range(1, parcels).Select(parcel => ALabel(parcel, parcels))]);

        Assert.Equal(pages, pdf.NumberOfPages);
    }

    [Theory]
    [InlineData(LabelSheet.A6)]
    [InlineData(LabelSheet.A4)]
    public void A_label_says_to_the_eye_where_it_goes_and_what_is_inside(LabelSheet sheet)
    {
        using var pdf = Print(sheet, ALabel(2, 4));
        var text = string.Concat(pdf.GetPage(1).Letters.Select(letter => letter.Value));

        Assert.All(
            ["Visserie du Perche", "Entrepôt de Chartres", "4 rue du Silo, quai 2", "28000 Chartres", "4500187342", "CV26-04518", "0A-VH-M8-30-ZN", "1\u202F250\u00A0pce", "2 / 4"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("4500187342;0A-VH-M8-30-ZN;1250;2/4")]
    [InlineData("é, 螺丝, 🔩")]
    [InlineData("(00)330123450000000017\r\n(400)4500187342")]
    public void The_squares_on_paper_are_the_QR_code_of_the_payload(string payload)
    {
        var expected = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M, forceUtf8: true).ModuleMatrix;
        using var pdf = Print(LabelSheet.A6, ALabel(1, 1) with { Payload = payload });

        Assert.Equal(
            expected.Select(row => string.Concat(row.Cast<bool>().Select(dark => dark ? '#' : '.'))),
            Modules(pdf.GetPage(1), expected.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void A_payload_that_is_no_QR_code_is_refused(string? payload) =>
        Assert.Throws<ArgumentException>(() => ParcelLabels.Write([ALabel(1, 1) with { Payload = payload ?? new string('x', 2332) }], LabelSheet.A6));

    [Fact]
    public void The_longest_payload_still_fits()
    {
        using var pdf = Print(LabelSheet.A4, ALabel(1, 1) with { Payload = new string('x', 2331) });

        Assert.Equal(1, pdf.NumberOfPages);
    }

    [Theory]
    [InlineData(LabelSheet.A6)]
    [InlineData(LabelSheet.A4)]
    public void Long_texts_stay_on_their_label(LabelSheet sheet)
    {
        var words = string.Join(' ', Enumerable.Repeat("interminable", 30));
        var label = ALabel(1, 1) with
        {
            Sender = words,
            BuyerCode = words,
            Description = words,
            CustomerReference = words,
            OrderNumber = words,
            ShipTo = new(words) { Address = new(words, "28000", words, "FR") },
        };
        using var pdf = Print(sheet, label);

        Assert.All(pdf.GetPage(1).Letters, letter => Assert.InRange(letter.BoundingBox.Right, 10, 288));
    }

    [Fact]
    public void Nothing_to_print_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => ParcelLabels.Write([], LabelSheet.A6));

    public static ParcelLabel ALabel(int parcel, int parcels)
    {
        var order = Chartraine.Moved();

        return new()
        {
            Sender = order.Supplier.Name,
            ShipTo = order.ShipTo!,
            CustomerReference = order.CustomerReference,
            OrderNumber = order.Number,
            BuyerCode = order.Lines[0].BuyerCode,
            Description = order.Lines[0].Description,
            Quantity = 1250,
            Unit = "PCE",
            Parcel = parcel,
            Parcels = parcels,
            Payload = $"4500187342;0A-VH-M8-30-ZN;1250;{parcel}/{parcels}",
            Language = "fr",
        };
    }

    private static PdfDocument Print(LabelSheet sheet, params IReadOnlyList<ParcelLabel> labels) => PdfDocument.Open(ParcelLabels.Write(labels, sheet));

    // On A6 the code is 150 points wide, centred, 16 points above the lower edge.
    private static IEnumerable<string> Modules(Page page, int side)
    {
        var module = 150.0 / side;
        var (left, top) = ((297.64 - 150) / 2, 16 + 150.0);
        var squares = page.Paths.Where(path => path.IsFilled).SelectMany(path => path).Select(part => part.GetBoundingRectangle()!.Value).Where(box => box.Height > 1).ToList();

        for (var row = 0; row < side; row++)
        {
            yield return string.Concat(Enumerable.Range(0, side).Select(column =>
            {
                var (x, y) = (left + ((column + 0.5) * module), top - ((row + 0.5) * module));
                return squares.Exists(box => box.Left < x && x < box.Right && box.Bottom < y && y < box.Top) ? '#' : '.';
            }));
        }
    }
}
