using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Deliveries;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace AdvPortal.Exchange.Tests.Deliveries;

public sealed class DeliveryNotePdfTests
{
    [Fact]
    public void The_client_reads_what_comes_for_which_order_when_and_by_whom()
    {
        var text = Assert.Single(Read(Shipped.Partly()));

        Assert.All(
            ["Bon de livraison", "n°\u00A0BL26-00123", "4500187342", "4500187399", "CV26-04531", "Entrepôt de Chartres", "GLN 3020000012358", "Transports Percheron", "TP-88 412 907",
             "vendredi 27 novembre 2026", "départ le jeudi 26 novembre 2026", Shipped.Mention, "0A-VH-M8-30-ZN", "4\u202F500", "5\u202F000", Shipped.AnSscc(3), "184,5\u00A0kg", "190,9\u00A0kg bruts", "Page 1 / 1"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_missing_is_said_with_what_becomes_of_it()
    {
        var advice = Shipped.Partly();
        var text = string.Concat(Read(advice with { Lines = [.. advice.Lines, advice.Lines[1] with { Position = 4, OrderLineNo = "30", OutstandingQuantity = 7, BackOrder = BackOrderPolicy.Ask }] }));

        Assert.Contains("Reliquat de 500\u00A0pce, qui suivra", text, StringComparison.Ordinal);
        Assert.Contains("Reliquat de 200\u00A0pce annulé", text, StringComparison.Ordinal);
        Assert.Contains("Reliquat de 7\u00A0pce, dont le sort reste à décider", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_our_codes_nor_a_price_are_on_it()
    {
        var advice = Shipped.Partly();
        var text = Assert.Single(Read(advice with { Lines = [.. advice.Lines.Select(line => line with { SupplierCode = "INSIDE" })] }));

        Assert.DoesNotContain("INSIDE", text, StringComparison.Ordinal);
        Assert.DoesNotContain("€", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_receiver_signs_with_name_date_and_reserves() =>
        Assert.All(["Reçu par Entrepôt de Chartres", "Nom", "Date et heure", "Réserves", "Signature", "L. 133-3"], expected => Assert.Contains(expected, Assert.Single(Read(Shipped.Partly())), StringComparison.Ordinal));

    [Fact]
    public void A_long_delivery_repeats_its_head_and_numbers_its_pages()
    {
        var pages = Read(Long());

        Assert.True(pages.Count > 2);
        Assert.All(pages.Index(), page => Assert.Contains($"Page {page.Index + 1} / {pages.Count}", page.Item, StringComparison.Ordinal));
        Assert.All(pages.Skip(1), page => Assert.Contains("Bon de livraison BL26-00123", page, StringComparison.Ordinal));
        Assert.All(pages.Take(2), page => Assert.Contains("Votre code, désignation", page, StringComparison.Ordinal));
        Assert.Equal(1, pages.Sum(page => page.Contains("Reçu par", StringComparison.Ordinal) ? 1 : 0));
    }

    [Fact]
    public void An_order_that_goes_on_over_the_page_is_named_again()
    {
        var advice = Long();
        var pages = Read(advice with { Units = [], Lines = [.. advice.Lines.Select(line => line with { Order = line.Position == 1 ? Shipped.First : Shipped.Second })] });

        Assert.All(pages.Take(2), page => Assert.Contains("Votre commande 4500187399", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_the_length_of_its_texts_everything_stays_on_the_page()
    {
        var words = string.Join(' ', Enumerable.Repeat("interminable", 60));
        var advice = Long();
        using var pdf = PdfDocument.Open(DeliveryNotePdf.Write(advice with
        {
            Carrier = words,
            TrackingNumber = words,
            TrackingLink = new('x', 400),
            Notes = [words],
            Supplier = advice.Supplier with { Name = words },
            ShipTo = advice.ShipTo! with { Name = words, Address = new(words, words, words, "DE") },
            Lines = [.. advice.Lines.Select(line => line with { Description = words, BuyerCode = new('y', 200), Notes = [words], OrderLineNo = "1234567890123", Order = new(words, words) })],
        }));

        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter =>
        {
            Assert.InRange(letter.BoundingBox.Left, 40, 556);
            Assert.InRange(letter.BoundingBox.Right, 40, 556);
            Assert.InRange(letter.BoundingBox.Bottom, 20, 822);
        });
    }

    [Fact]
    public void An_English_client_reads_English()
    {
        var text = Assert.Single(Read(Shipped.Partly() with { Language = "en", Mentions = [], Notes = [] }));

        Assert.All(["Delivery note", "No. BL26-00123", "Back order of 500\u00A0pc", "1 pallet", "2 parcels", "Reservations"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Reliquat", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_delivery_of_one_order_without_units_or_carrier_says_only_what_there_is()
    {
        var advice = Shipped.Partly();
        var text = Assert.Single(Read(advice with { ShipTo = null, Carrier = null, TrackingNumber = null, TrackingLink = null, ArriveOn = null, ShipOn = null, Units = [], Lines = [advice.Lines[1]] }));

        Assert.DoesNotContain("Transporteur", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Poids brut", text, StringComparison.Ordinal);
        Assert.Contains("1 ligne", text, StringComparison.Ordinal);
    }

    private static DespatchAdvice Long()
    {
        var advice = Shipped.Partly();
        var lines = Enumerable.Range(1, 70).Select(position => advice.Lines[0] with { Position = position, OrderLineNo = $"{position * 10}" }).ToList();

        return advice with { Lines = lines, Units = [.. advice.Units.Select(unit => unit with { Contents = [.. lines.Select(line => new PackedLine(line.Position, 1))] })] };
    }

    private static List<string> Read(DespatchAdvice advice)
    {
        using var pdf = PdfDocument.Open(DeliveryNotePdf.Write(advice));

        return [.. pdf.GetPages().Select(Text)];
    }

    // Letters in the order in which they were set, without PdfPig's guesses about spaces.
    private static string Text(Page page) => string.Concat(page.Letters.Select(letter => letter.Value));
}
