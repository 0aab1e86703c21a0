using AdvPortal.Exchange.Deliveries;
using AdvPortal.Exchange.Tests.Acknowledgements;
using UglyToad.PdfPig;

namespace AdvPortal.Exchange.Tests.Deliveries;

public sealed class PickingListPdfTests
{
    [Fact]
    public void The_warehouse_reads_where_what_and_how_much_in_our_codes()
    {
        var text = Assert.Single(Read(AList()));

        Assert.All(
            ["Bon de préparation", "BL26-00123", "Entrepôt de Chartres", "jeudi 26 novembre 2026", "prêt avant 15\u00A0h\u00A030", "vendredi 27 novembre 2026",
             "A-2-1", "VH-M8-30-ZN", "code client 0A-VH-M8-30-ZN", "5\u202F000", "CV26-04518", "Ligne 10", "Préparé par"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Our_code_is_bigger_than_what_stands_under_it()
    {
        using var pdf = PdfDocument.Open(PickingListPdf.Write(AList() with { Lines = [ALine("ZZZZ", "A-1")] }));
        var letters = pdf.GetPage(1).Letters;

        Assert.Equal(4, letters.Count(letter => letter.Value == "Z" && letter.PointSize > 12.9));
    }

    [Fact]
    public void The_list_follows_the_shelves_and_counts_their_numbers_as_numbers()
    {
        var list = AList() with { Lines = [ALine("C", null), ALine("B", "A-10-1"), ALine("A2", "A-2-1"), ALine("A1", "A-2-1"), ALine("D", "a-2-0")] };

        Assert.Equal(["D", "A1", "A2", "B", "C"], list.Walk.Select(line => line.SupplierCode));
    }

    [Fact]
    public void What_the_client_wants_stands_above_the_lines_packing_before_labelling()
    {
        var text = Assert.Single(Read(AList() with
        {
            Instructions =
            [
                new(PickingMoment.Labelling, "Un QR code sur chaque colis.", "Étiquette QR sur tous les colis SVP"),
                new(PickingMoment.Packing, "Cartons de 20 kg au plus."),
            ],
        }));
        string[] inTurn = ["À l’emballage", "Cartons de 20 kg au plus.", "À l’étiquetage", "Un QR code sur chaque colis.", "«\u00A0Étiquette QR sur tous les colis SVP\u00A0»", "Emplacement"];
        var places = inTurn.Select(said => text.IndexOf(said, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void A_long_list_repeats_its_head_and_stays_on_its_pages()
    {
        var words = string.Join(' ', Enumerable.Repeat("interminable", 40));
        var list = AList() with { Lines = [.. Enumerable.Range(1, 60).Select(line => ALine(new('W', 80), words) with { Description = words, BuyerCode = words, Notes = [words], OrderNumber = words, OrderLineNo = words })], Carrier = words };
        using var pdf = PdfDocument.Open(PickingListPdf.Write(list));

        Assert.True(pdf.NumberOfPages > 5);
        Assert.All(pdf.GetPages(), page => Assert.Contains("Notre code, désignation", string.Concat(page.Letters.Select(letter => letter.Value)), StringComparison.Ordinal));
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter =>
        {
            Assert.InRange(letter.BoundingBox.Left, 40, 556);
            Assert.InRange(letter.BoundingBox.Right, 40, 556);
            Assert.InRange(letter.BoundingBox.Bottom, 20, 822);
        });
    }

    [Fact]
    public void Every_line_has_its_box_to_tick()
    {
        using var pdf = PdfDocument.Open(PickingListPdf.Write(AList() with { Lines = [ALine("A", "1"), ALine("B", "2")] }));
        var sides = pdf.GetPage(1).Paths.Where(path => path.IsFilled).SelectMany(path => path).Select(part => part.GetBoundingRectangle()!.Value)
            .Count(side => Math.Abs(side.Width - 15) < 0.01 && side.Height < 1);

        Assert.Equal(2 * 2, sides);
    }

    private static PickingList AList()
    {
        var order = Chartraine.Moved();

        return new()
        {
            Number = "BL26-00123",
            PrintedAt = new(2026, 11, 26, 8, 0, 0, TimeSpan.FromHours(1)),
            Language = "fr",
            Supplier = order.Supplier,
            ShipTo = order.ShipTo!,
            ShipOn = new(2026, 11, 26),
            ReadyBy = new(15, 30),
            DeliverBy = Chartraine.Friday,
            Carrier = "Transports Percheron",
            Lines = [ALine("VH-M8-30-ZN", "A-2-1"), ALine("VCHC-M6-20", "A-10-4"), ALine("EH-M8-ZN", "B-1-1") with { Notes = ["Lot L26-118 seulement"] }],
        };
    }

    private static PickingLine ALine(string code, string? place) => new()
    {
        SupplierCode = code,
        BuyerCode = "0A-" + code,
        Description = "Vis H M8×30 8.8 zinguée",
        Quantity = 5000,
        Unit = "PCE",
        Place = place,
        OrderNumber = "CV26-04518",
        OrderLineNo = "10",
    };

    private static List<string> Read(PickingList list)
    {
        using var pdf = PdfDocument.Open(PickingListPdf.Write(list));

        return [.. pdf.GetPages().Select(page => string.Concat(page.Letters.Select(letter => letter.Value)))];
    }
}
