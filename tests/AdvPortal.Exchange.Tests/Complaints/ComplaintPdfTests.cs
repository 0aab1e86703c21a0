using AdvPortal.Domain.Complaints;
using AdvPortal.Exchange.Complaints;
using AdvPortal.Exchange.Mail;
using UglyToad.PdfPig;

namespace AdvPortal.Exchange.Tests.Complaints;

public sealed class ComplaintPdfTests
{
    [Fact]
    public void The_client_reads_the_eight_disciplines_with_their_dates()
    {
        var text = Assert.Single(Read(ComplaintPdf.Write8D(AReport())));

        Assert.All(
            ["Rapport 8D", "RC26-00087 du vendredi 20 novembre 2026", "Garage Beaulieu · Thomas Legrand", "D1. Équipe", "Claire Morel, ADV", "D2. Problème", "«\u00A0Deux cartons marqués", "800 vis", "0A-VTH-M10-40", "BL26-11842",
             "reçu\u00A0: M10×45", "226,40\u00A0€", "Avoir + Remplacement", "D3. Mesures immédiates", "fait le ven. 20 nov. 2026", "Bloquer le lot", "D4. Cause racine", "Pourquoi 1\u00A0: Deux lots voisins", "Pas de contrôle",
             "D5. Actions correctives", "prévu le ven. 4 déc. 2026", "D7. Prévention", "Un QR code par carton\u00A0» (EX-031)", "D8. Clôture", "Avoir AV26-00412\u00A0: 226,40\u00A0€ HT", "Page 1 / 1"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_letter_says_what_we_answer_and_is_written_in_English_for_whoever_does_not_read_French()
    {
        var text = Assert.Single(Read(ComplaintPdf.WriteLetter(AReport() with { Language = "de", Answer = "We replace the screws.\n\nWe are sorry." })));

        Assert.All(["Answer to your complaint", "We replace the screws.", "We are sorry.", "Credit note + Replacement", "Credit note AV26-00412"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Réponse", text, StringComparison.Ordinal);
    }

    [Fact]
    public void However_much_was_said_no_word_is_lost_and_none_runs_off_the_page()
    {
        var report = AReport();
        var longest = string.Join(' ', Enumerable.Range(0, 1500).Select(n => $"mot{n}"));
        using var pdf = PdfDocument.Open(ComplaintPdf.Write8D(report with { Problem = longest, Lines = [.. Enumerable.Repeat(report.Lines[0], 60)] }));
        var pages = pdf.GetPages().ToList();
        var text = string.Concat(pages.Select(page => page.Text));

        Assert.All(["mot0", "mot750", "mot1499"], word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.Equal(60, pages.Sum(page => page.GetWords().Count(word => word.Text == "0A-VTH-M10-40")));
        Assert.All(pages.SelectMany(page => page.GetWords()), word => Assert.InRange(word.BoundingBox.Right, 0, 596));
        Assert.All(pages.SelectMany(page => page.GetWords()), word => Assert.InRange(word.BoundingBox.Bottom, 20, 842));
    }

    [Fact]
    public void A_mail_is_drafted_from_what_is_known()
    {
        var (subject, text) = ComplaintMail.Draft("fr", "Thomas Legrand", "RC26-00087", "M10×45 livrées", null, ["Bloquer le lot"], "Visserie du Perche", "Claire Morel");

        Assert.Equal("Votre réclamation RC26-00087\u00A0: M10×45 livrées", subject);
        Assert.Contains("- Bloquer le lot", text, StringComparison.Ordinal);
        Assert.DoesNotContain("trouvé", text, StringComparison.Ordinal);
        Assert.EndsWith("Claire Morel\nVisserie du Perche", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Read(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);

        return [.. pdf.GetPages().Select(page => page.Text)];
    }

    private static ComplaintReport AReport()
    {
        var friday = new DateOnly(2026, 11, 20);

        return new()
        {
            Language = "fr",
            Number = "RC26-00087",
            IssuedOn = new(2026, 11, 25),
            OpenedOn = friday,
            Company = "Visserie du Perche",
            Client = "Garage Beaulieu",
            Contact = "Thomas Legrand",
            Subject = "M10×45 livrées au lieu de M10×40",
            Description = "Deux cartons marqués M10×40 contiennent des M10×45.",
            Currency = "EUR",
            Lines = [new("0A-VTH-M10-40", "Vis TH M10×40", "CV26-04518", "BL26-11842", 800, "PCE", "M10×45", 226.40m, Settlements.CreditNote | Settlements.Replacement)],
            Team = [("Claire Morel", "ADV")],
            Problem = "800 vis de la mauvaise longueur.",
            Actions = [new(ComplaintActionKind.Immediate, "Bloquer le lot", "Paul Garnier", null, friday)],
            Analysis = new(["Deux lots voisins"], "Pas de contrôle"),
            Requirement = ("EX-031", "Un QR code par carton"),
            Credits = [("AV26-00412", 226.40m)],
            Steps = [.. Enum.GetValues<Discipline>().Select(each => new ReportStep(each, new(2026, 12, 4), each <= Discipline.Containment ? friday : null))],
        };
    }
}
