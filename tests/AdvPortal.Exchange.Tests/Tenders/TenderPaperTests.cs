using AdvPortal.Domain.Tenders;
using AdvPortal.Exchange.Mail;
using AdvPortal.Exchange.Tenders;
using UglyToad.PdfPig;

namespace AdvPortal.Exchange.Tests.Tenders;

/// <summary>What a client reads of our offer, what a contributor is reminded of, and what a letter names.</summary>
public sealed class TenderPaperTests
{
    [Fact]
    public void The_client_reads_prices_by_quantity_with_delay_and_validity()
    {
        var text = Assert.Single(Read(TenderPdf.Write(AnOffer())));

        Assert.All(
            ["Offre de prix", "AO26-00012, version 2 · mercredi 25 novembre 2026", "Visserie du Perche", "28000 Chartres", "Hydraulique Chartraine · Karim Haddad", "Votre référence\u00A0: RFQ-2026-114", "Vis inox 2027",
             "10 · 0A-114", "Vis TH M8×30 A2", "Cartons de 500", "1\u202F000 PCE", "8,20\u00A0EUR les 100", "7,905\u00A0EUR les 100", "10 jours ouvrés", "ven. 31 déc. 2027",
             "20", "Entretoise sur plan", "Nous ne proposons pas cet article.", "Prix nets hors taxes, en EUR.", "Réponses à vos questions", "Emballage ?", "Cartons de 500 pièces", "claire.morel@visserie.example", "Page 1 / 1"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Projet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("VH-M8-30-A2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_says_that_it_is_one_in_English_for_whoever_does_not_read_French()
    {
        var text = Assert.Single(Read(TenderPdf.Write(AnOffer() with { Language = "de", IsDraft = true, Answers = [], Answering = null })));

        Assert.All(["Draft quotation", "8.20\u00A0EUR per 100", "10 working days", "We do not offer this item."], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Answers", text, StringComparison.Ordinal);
    }

    [Fact]
    public void However_long_an_offer_is_no_line_is_lost_and_none_runs_off_the_page()
    {
        var offer = AnOffer();
        var longest = string.Join(' ', Enumerable.Range(0, 90).Select(n => $"mot{n}"));
        using var pdf = PdfDocument.Open(TenderPdf.Write(offer with { Lines = [.. Enumerable.Repeat(offer.Lines[0] with { Description = longest, Prices = [.. Enumerable.Range(0, 12).Select(n => new TierPrice(n, 99_999_999.9999m))] }, 40)] }));
        var pages = pdf.GetPages().ToList();

        Assert.True(pages.Count > 4);
        Assert.Equal(40, pages.Sum(page => page.GetWords().Count(word => word.Text == "mot89")));
        Assert.Equal(40, pages.Sum(page => page.GetWords().Count(word => word.Text == "0A-114")));
        Assert.All(pages.SelectMany(page => page.GetWords()), word => Assert.InRange(word.BoundingBox.Right, 0, 596));
        Assert.All(pages.SelectMany(page => page.GetWords()), word => Assert.InRange(word.BoundingBox.Bottom, 20, 842));
    }

    [Fact]
    public void A_letter_is_drafted_and_a_second_version_says_that_it_takes_the_place_of_the_first()
    {
        var (subject, text) = TenderMail.Draft("fr", "Karim Haddad", "AO26-00012", "RFQ-2026-114", "Vis inox 2027", 1, "Visserie du Perche", "Claire Morel");
        Assert.Equal("Votre consultation RFQ-2026-114\u00A0: Vis inox 2027 (notre offre AO26-00012)", subject);
        Assert.StartsWith("Bonjour Karim Haddad", text, StringComparison.Ordinal);
        Assert.EndsWith("Claire Morel\nVisserie du Perche", text, StringComparison.Ordinal);
        Assert.DoesNotContain("remplace", text, StringComparison.Ordinal);

        var (again, replaced) = TenderMail.Draft("en", null, "AO26-00012", null, "Stainless screws", 2, "Visserie du Perche", null);
        Assert.Equal("Our quotation AO26-00012: Stainless screws", again);
        Assert.Contains("version 2: it replaces the previous one", replaced, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contributor_is_told_what_was_asked_and_until_when()
    {
        var link = new Uri("https://portal.example/visserie/tenders/1");
        var due = TenderMail.Remind("fr", "Paul", "AO26-00012", "Vis inox 2027", "Hydraulique Chartraine", "Prix <A2> ?", new(2026, 11, 25), isLate: false, link, "Visserie du Perche");
        Assert.Equal("Rappel\u00A0: AO26-00012 de Hydraulique Chartraine attend votre réponse", due.Subject);
        Assert.All(["mercredi 25 novembre", "Prix <A2> ?", link.AbsoluteUri], words => Assert.Contains(words, due.TextBody, StringComparison.Ordinal));
        Assert.Contains("Prix &lt;A2&gt; ?", due.HtmlBody, StringComparison.Ordinal);

        Assert.StartsWith("Late: AO26-00012", TenderMail.Remind("en", "Paul", "AO26-00012", "Screws", "HC", "Price?", new(2026, 11, 25), isLate: true, link, "VdP").Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VH-M8-30-ZN : 1 000, 5 000 et 10 000 pièces", "VH-M8-30-ZN", "1000 5000 10000")]
    [InlineData("- 0A-114 1000/5000/10000 pcs avant le 04/12/2026", "0A-114", "1000 5000 10000")]
    [InlineData("10) RP-M8-ZN 5\u202F000 à 8,20 € les 100", "RP-M8-ZN", "5000")]
    [InlineData("Vis M8×30 A2-70, 200 unités sous 3 semaines", "A2-70", "200")]
    [InlineData("réf. 4711-22 : 300", "4711-22", "300")]
    public void A_letter_names_codes_and_quantities(string line, string code, string quantities)
    {
        var goods = Assert.Single(AskedGoods.In($"Bonjour,\nmerci de chiffrer :\n{line}\nCordialement"));

        Assert.Contains(code, goods.Codes);
        Assert.Equal(quantities, string.Join(' ', goods.Quantities.Select(quantity => quantity.ToString("0", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void A_letter_without_a_code_names_nothing() => Assert.Empty(AskedGoods.In("Bonjour, pouvez-vous nous faire un prix ?\n5 000"));

    private static IEnumerable<string> Read(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);

        return [.. pdf.GetPages().Select(page => page.Text)];
    }

    private static TenderOffer AnOffer() => new()
    {
        Language = "fr",
        Number = "AO26-00012",
        Version = 2,
        IssuedOn = new(2026, 11, 25),
        Company = "Visserie du Perche",
        Address = ["12 rue des Forges", "28000 Chartres"],
        Client = "Hydraulique Chartraine",
        Contact = "Karim Haddad",
        CustomerReference = "RFQ-2026-114",
        Title = "Vis inox 2027",
        Currency = "EUR",
        Lines =
        [
            new(Guid.Empty, "10", "VH-M8-30-A2", "0A-114", "Vis TH M8×30 A2", "PCE", [1000, 5000], 100, [new(1000, 8.20m), new(5000, 7.905m)], 10, new(2027, 12, 31), "Cartons de 500", false),
            new(Guid.Empty, "20", null, null, "Entretoise sur plan", "PCE", [200], 1, [], null, null, null, true),
        ],
        Answers = [("Emballage ?", "Cartons de 500 pièces")],
        Answering = ("Claire Morel", "claire.morel@visserie.example"),
    };
}
