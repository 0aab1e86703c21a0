using System.Globalization;
using AdvPortal.Exchange.Acknowledgements;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace AdvPortal.Exchange.Tests.Acknowledgements;

public sealed class AcknowledgementPdfTests
{
    [Fact]
    public void The_client_reads_their_references_their_codes_and_our_answer()
    {
        var text = Assert.Single(Read(Chartraine.Moved()));

        Assert.All(
            ["Accusé de réception de commande", "4500187342", "CV26-04518", "AR26-04518", "Hydraulique Chartraine SAS", "Entrepôt de Chartres",
             "Commande acceptée avec modification", "1\u202F517,00\u00A0€", "TVA FR83404833048", "Page 1 / 1"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.All(Chartraine.Moved().Lines, line => Assert.Contains(line.BuyerCode, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Our_own_codes_stay_inside()
    {
        var renamed = Chartraine.Moved().Lines.Select(line => line with { SupplierCode = "INSIDE-" + line.LineNo });

        Assert.DoesNotContain("INSIDE", Assert.Single(Read(Chartraine.Moved() with { Lines = [.. renamed] })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_moved_date_is_explained_once_with_the_clients_own_words()
    {
        var text = Assert.Single(Read(Chartraine.Moved()));

        Assert.Contains("ven. 27 nov. 2026", text, StringComparison.Ordinal);
        Assert.Contains("mer. 25 nov.", text, StringComparison.Ordinal);
        Assert.Contains($"«\u00A0{Chartraine.Sentence}\u00A0»", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split(Chartraine.Reason).Length);
    }

    [Fact]
    public void A_reason_that_lines_share_is_said_once_even_without_a_note()
    {
        var text = Assert.Single(Read(Chartraine.Moved() with { Notes = [] }));

        Assert.Equal(2, text.Split(Chartraine.Reason).Length);
    }

    [Fact]
    public void Every_way_to_answer_a_line_is_said_in_words()
    {
        var text = Assert.Single(Read(Chartraine.Mixed()));

        Assert.All(
            ["version 2", "Modifiée\u00A0: date, quantité", "3\u202F000", "2\u202F500", "Modifiée\u00A0: date, prix", "1,15", "1,25",
             "Le reliquat de 500 pièces suit le 4 décembre.", "Déjà livrée", "Ligne refusée", "Article arrêté au 30 juin 2026.", "Ligne ajoutée"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_order_repeats_its_head_and_counts_its_pages()
    {
        var lines = Enumerable.Range(1, 100).Select(no => Chartraine.Moved().Lines[no % 6] with { LineNo = no.ToString(CultureInfo.InvariantCulture) });
        var pages = Read(Chartraine.Moved() with { Lines = [.. lines] });

        Assert.True(pages.Count > 3);
        Assert.All(pages.Index(), page => Assert.Contains($"Page {page.Index + 1} / {pages.Count}", page.Item, StringComparison.Ordinal));
        Assert.All(pages.SkipLast(1), page => Assert.Contains("Votre code, désignation", page, StringComparison.Ordinal));
        Assert.Contains("100 lignes", pages[^1], StringComparison.Ordinal);
        Assert.Equal(101, string.Concat(pages).Split("Modifiée").Length);
    }

    [Fact]
    public void Nothing_is_printed_outside_the_page()
    {
        var long_ = string.Join(' ', Enumerable.Repeat("très longue désignation", 20)) + new string('W', 200);
        var stuffed = Chartraine.Mixed();
        using var pdf = PdfDocument.Open(AcknowledgementPdf.Write(stuffed with
        {
            CustomerReference = long_,
            Supplier = stuffed.Supplier with { Name = long_ },
            Buyer = stuffed.Buyer with { Name = long_, Address = new(long_, "28110", "Lucé", "FR") },
            Notes = [.. Enumerable.Repeat(new AcknowledgementNote(long_, long_), 20)],
            Lines = [.. stuffed.Lines.Select(line => line with { Description = long_, BuyerCode = long_.Replace(' ', '-'), Note = long_ })],
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
        var text = Assert.Single(Read(Chartraine.Moved() with { Language = "en", Notes = [] }));

        Assert.All(["Order acknowledgement", "Order accepted with changes", "Fri 27 Nov 2026", "€1,517.00", "Page 1 of 1"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Commande", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Łódź, Αθήνα, София", "Łódź, Αθήνα, София")]
    [InlineData("e\u0301crou", "écrou")] // a decomposed accent
    [InlineData("a\tb\u0000c", "a b c")]
    [InlineData("螺丝 🔩", "□□ □")]
    public void Any_text_can_be_printed(string description, string printed)
    {
        var order = Chartraine.Moved();
        var text = Read(order with { Lines = [order.Lines[0] with { Description = description }] });

        Assert.Contains(printed, Assert.Single(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm()
    {
        var order = Chartraine.Moved();

        Assert.Contains("half □ pair", Assert.Single(Read(order with { Notes = [new("half \uD83D pair")] })), StringComparison.Ordinal);
    }

    [Fact]
    public void More_different_characters_than_a_font_can_number_do_no_harm()
    {
        var alphabet = string.Concat(Enumerable.Range(0x100, 600).Select(code => (char)code));
        var order = Chartraine.Moved();

        Assert.NotEmpty(Read(order with { Lines = [order.Lines[0] with { Description = alphabet }] }));
    }

    [Fact]
    public void Fonts_travel_with_the_document()
    {
        using var pdf = PdfDocument.Open(AcknowledgementPdf.Write(Chartraine.Moved()));

        Assert.All(pdf.GetPage(1).Letters, letter => Assert.StartsWith("Inter", letter.FontName, StringComparison.Ordinal));
        Assert.Equal("Visserie du Perche", pdf.Information.Author);
    }

    private static List<string> Read(Acknowledgement acknowledgement)
    {
        using var pdf = PdfDocument.Open(AcknowledgementPdf.Write(acknowledgement));

        return [.. pdf.GetPages().Select(Text)];
    }

    // Letters in the order in which they were set, without PdfPig's guesses about spaces.
    private static string Text(Page page) => string.Concat(page.Letters.Select(letter => letter.Value));
}
