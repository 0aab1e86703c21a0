using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Mail;
using AdvPortal.Exchange.Requirements;
using UglyToad.PdfPig;

namespace AdvPortal.Exchange.Tests.Requirements;

public sealed class RequirementSheetPdfTests
{
    private static readonly SheetRequirement _days = new(
        "EX-012", "Pas de livraison les mercredis et jeudis à notre entrepôt de Chartres", new(SourceKind.Email, "Karim Haddad", new(2025, 2, 3)),
        "Entrepôt de Chartres", null, new(2025, 2, 3), null, "Aucune livraison le mercredi et le jeudi.")
    { ConfirmedOn = new(2026, 6, 12) };

    [Fact]
    public void The_client_reads_their_words_ours_and_where_to_sign()
    {
        var text = Assert.Single(Read(ASheet(_days)));

        Assert.All(
            ["Fiche de vos exigences", "Hydraulique Chartraine", "Visserie du Perche", "EX-012", "«\u00A0Pas de livraison les mercredis", "E-mail de Karim Haddad", "Entrepôt de Chartres",
             "depuis le lun. 3 févr. 2025", "reconfirmée le ven. 12 juin 2026", "Aucune livraison le mercredi et le jeudi.", "Toujours vrai", "À corriger", "Signature", "Page 1 / 1"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_written_in_English_for_whoever_does_not_read_French()
    {
        var text = Assert.Single(Read(ASheet(_days) with { Language = "de" }));

        Assert.All(["Your requirements", "E-mail from Karim Haddad", "Still true", "To correct", "reconfirmed on"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Toujours", text, StringComparison.Ordinal);
    }

    [Fact]
    public void However_many_and_however_long_no_word_is_lost_and_none_runs_off_the_page()
    {
        var longest = string.Join(' ', Enumerable.Range(0, 2000).Select(n => $"mot{n}"));
        using var pdf = PdfDocument.Open(RequirementSheetPdf.Write(ASheet([.. Enumerable.Range(1, 40).Select(n => _days with { Number = $"EX-{n:000}" }), _days with { InWords = longest }])));
        var pages = pdf.GetPages().ToList();
        var text = string.Concat(pages.SelectMany(page => page.Letters).Select(letter => letter.Value));

        Assert.All(Enumerable.Range(1, 40), n => Assert.Contains($"EX-{n:000}", text, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(0, 2000), n => Assert.Contains($"mot{n}", text, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.All(page.Letters, letter => Assert.InRange(letter.BoundingBox.Right, 0, page.Width - 40)));
        Assert.All(pages, page => Assert.All(page.Letters, letter => Assert.InRange(letter.BoundingBox.Bottom, 20, page.Height)));
    }

    [Fact]
    public void A_client_without_requirements_is_told_so() => Assert.Contains("aucune exigence", Assert.Single(Read(ASheet())), StringComparison.Ordinal);

    [Fact]
    public void The_mail_says_what_for_how_long_and_that_nothing_changes_by_itself()
    {
        var link = new Uri("https://portal.example/vis/confirm/0123");
        var mail = ReconfirmationMail.Write(ASheet(_days), "Nathalie Rousseau", link, new(2026, 12, 7));

        Assert.All([link.AbsoluteUri, "Nathalie Rousseau", "lundi 7 décembre 2026", "Claire Morel", "Aucun compte"], expected => Assert.Contains(expected, mail.TextBody, StringComparison.Ordinal));
        Assert.Contains("Are your requirements still right?", ReconfirmationMail.Write(ASheet(_days) with { Language = "en" }, "N", link, new(2026, 12, 7)).Subject, StringComparison.Ordinal);
    }

    private static RequirementSheet ASheet(params IReadOnlyList<SheetRequirement> requirements) => new()
    {
        Language = "fr",
        On = new(2026, 11, 23),
        Company = "Visserie du Perche",
        Client = "Hydraulique Chartraine",
        ClientCode = "C-0147",
        Answering = ("Claire Morel", "claire.morel@visserie.example"),
        Requirements = requirements,
    };

    private static List<string> Read(RequirementSheet sheet)
    {
        using var pdf = PdfDocument.Open(RequirementSheetPdf.Write(sheet));

        return [.. pdf.GetPages().Select(page => string.Concat(page.Letters.Select(letter => letter.Value)))];
    }
}
