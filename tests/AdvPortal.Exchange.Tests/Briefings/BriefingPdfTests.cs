using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Exchange.Briefings;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace AdvPortal.Exchange.Tests.Briefings;

public sealed class BriefingPdfTests
{
    private static readonly DateOnly _monday = new(2026, 12, 7);

    [Fact]
    public void The_stand_in_reads_what_presses_the_client_s_words_the_owner_s_note_and_whom_to_call()
    {
        var text = Assert.Single(Read(APack("fr")));

        Assert.All(
            ["Dossier de passation\u00A0: clients de Claire Morel", "pour Yanis Benali", "2\u00A0min de lecture", "1 client sensible", "Garage Beaulieu", "lun. 7 déc. à midi – ven. 11 déc.", "En retard", "CV26-04518 · 3 lignes",
             "joue sur 2 commandes", "«\u00A0Pas de livraison les mercredis\u00A0»", "Note de Claire Morel\u00A0: Rappeler avant midi", "et 4 autres points", "Nathalie Hervé · achats · 06 01 02 03 04 · Plutôt le matin", "Visserie du Perche", "Page 1 / 1"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_written_in_english_too()
    {
        var text = Assert.Single(Read(APack("en")));

        Assert.All(["Briefing pack: clients of Claire Morel", "Late", "applies to 2 orders", "purchasing"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Many_clients_with_endless_words_stay_on_their_pages()
    {
        var words = string.Join(' ', Enumerable.Repeat("interminable", 60));
        var pack = APack("fr");
        var client = pack.Clients[0] with { Name = words, Notes = words, Points = [.. pack.Clients[0].Points.Select(point => point with { Title = words, Detail = words })], Contacts = [new(words, ContactRole.Buyer, words, words, "fr")] };
        using var pdf = PdfDocument.Open(BriefingPdf.Write(pack with { Absent = words, StandIn = words, Clients = [.. Enumerable.Repeat(client, 40)] }));

        Assert.True(pdf.NumberOfPages > 10);
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.Location.X, 0, 595.28 - 40));
    }

    private static IEnumerable<string> Read(BriefingPaper pack)
    {
        using var pdf = PdfDocument.Open(BriefingPdf.Write(pack));

        return [.. pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page))];
    }

    private static BriefingPaper APack(string language) => new("Visserie du Perche", "Claire Morel", "Yanis Benali", _monday, _monday.AddDays(4), 2, new(2026, 12, 4, 17, 0, 0, TimeSpan.FromHours(1)), language,
    [
        new(Ids.New<ClientId>(), "C-042", "Garage Beaulieu", Ids.New<MemberId>(), [new(_monday, _monday.AddDays(4), DayHalf.Afternoon)], "Rappeler avant midi",
        [
            new(BriefingKind.Late, Guid.CreateVersion7(), "CV26-04518", "4500187342", _monday, 3),
            new(BriefingKind.Requirement, Guid.CreateVersion7(), "EX-012", "Pas de livraison les mercredis", null, 2),
        ],
        [new("Nathalie Hervé", ContactRole.Buyer, "06 01 02 03 04", null, "fr", "Plutôt le matin")], Left: 4),
    ]);
}
