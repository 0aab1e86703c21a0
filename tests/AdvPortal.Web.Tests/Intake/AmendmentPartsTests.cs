using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Intake;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Tests.Shared;
using Bunit;

namespace AdvPortal.Web.Tests.Intake;

public sealed class AmendmentPartsTests : ShellContext
{
    private static readonly DateOnly _thursday = new(2026, 11, 26);
    private static readonly DateOnly _friday = new(2026, 11, 27);

    [Fact]
    public void Each_line_shows_before_and_after_and_only_what_differs_stands_out()
    {
        var lines = Render<AmendmentLines>(p => p.Add(l => l.View, AView()).Add(l => l.Chosen, new HashSet<string> { "10", "20", "30" }));

        Assert.Equal(["Modifiée", "Supprimée", "Ajoutée", "Inchangée", "Absente du document", "Ligne introuvable"], lines.FindAll(".chip").Select(chip => chip.TextContent.Trim()));
        Assert.Equal(["5\u202F000\u00A0PCE", "confirmée jeu. 26 nov. 2026"], lines.FindAll("tbody tr:first-child s").Select(it => it.TextContent));
        Assert.Equal(["VH-M8-30-ZN", "6\u202F000\u00A0PCE", "confirmée ven. 27 nov. 2026"], lines.FindAll("tbody tr:first-child b").Select(it => it.TextContent));
        Assert.Empty(lines.FindAll("input"));
    }

    [Fact]
    public void What_a_document_says_of_a_line_against_its_own_word_is_shown_and_so_is_a_line_that_may_be_one_of_several()
    {
        var kept = Terms("VH-M8-30-ZN", 5000, _thursday);
        var view = AView() with
        {
            Lines =
            [
                new("10", LineDifferenceKind.Unchanged, false, [], kept, kept) { Said = kept with { Quantity = 6000 }, Contradictions = [LineField.Quantity] },
                new("1", LineDifferenceKind.Unmatched, false, [], null, null) { IsAmbiguous = true },
                new("1", LineDifferenceKind.Unmatched, false, [], null, null) { IsAmbiguous = true },
            ],
        };
        var lines = Render<AmendmentLines>(p => p.Add(l => l.View, view).Add(l => l.MayChoose, true).Add(l => l.Chosen, new HashSet<string>()));

        Assert.Equal(["Dite inchangée, autres valeurs", "Plusieurs lignes possibles", "Plusieurs lignes possibles"], lines.FindAll(".chip").Select(chip => chip.TextContent.Trim()));
        Assert.Equal(["VH-M8-30-ZN", "6\u202F000\u00A0PCE"], lines.FindAll("tbody tr:first-child b").Select(it => it.TextContent));
        Assert.Empty(lines.FindAll("tbody input"));
    }

    [Fact]
    public void A_line_is_chosen_by_its_number_and_what_does_not_change_is_no_choice()
    {
        (string LineNo, bool IsChosen)? chosen = null;
        var lines = Render<AmendmentLines>(p => p.Add(l => l.View, AView()).Add(l => l.MayChoose, true).Add(l => l.Head, true).Add(l => l.Chosen, new HashSet<string> { "10" }).Add(l => l.ChosenChanged, it => chosen = it));

        Assert.Equal(["Appliquer à la ligne 10", "Appliquer à la ligne 20", "Appliquer à la ligne 30", "Appliquer à la ligne 50"], lines.FindAll("tbody input").Select(input => input.GetAttribute("aria-label")));
        Assert.Equal(["Toute la commande"], lines.FindAll(".amendment-foot label").Select(label => label.TextContent.Trim()));
        lines.Find("input[aria-label='Appliquer à la ligne 20']").Change(true);

        Assert.Equal(("20", true), chosen);
    }

    [Fact]
    public void What_a_change_does_to_dates_total_and_answer_is_said_before_it_is_done()
    {
        var (before, after) = (AnOrder(_thursday, 420m, 1), AnOrder(_friday, 504m, 2));
        var outlook = Render<AmendmentOutlook>(p => p.Add(o => o.Outlook, new(before, after)));

        Assert.Equal(["jeu. 26 nov. 2026", "420,00\u00A0€"], outlook.FindAll("s").Select(it => it.TextContent));
        Assert.Contains("ARC, version 2", outlook.Markup, StringComparison.Ordinal);
        Assert.Contains("ne demandent rien de nouveau", outlook.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_says_who_changed_it_when_and_by_which_document()
    {
        var document = Ids.New<OrderDocumentId>();
        var review = new ReviewView(AnOrder(_friday, 504m, 2), "Hydraulique Chartraine", [], null, null, new(2026, 11, 24), new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(1)), null, [], [])
        {
            FirstDeparture = new(2026, 11, 24),
            Changes = [new(document, AmendmentOutcome.Applied, false, new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero), "Claire Morel", "CHG-7")],
            WaitingChanges = [new(Ids.New<OrderDocumentId>(), "modification-2.xml")],
        };
        var banners = Render<AmendmentBanners>(p => p.Add(b => b.Review, review));

        Assert.Contains("qui attend une décision", banners.FindAll(".banner.warn")[0].TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Modifiée par Claire Morel, auj. 09", banners.Find(".banner.acc").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal($"orders/documents/{document.Value}", banners.Find(".banner.acc a").GetAttribute("href"));
    }

    private static AmendmentView AView() => new(
        null!, null, [], false, new(RequestedOn: new(_thursday, _friday)),
        [
            new("10", LineDifferenceKind.Changed, false, [LineField.Quantity], Terms("VH-M8-30-ZN", 5000, _thursday), Terms("VH-M8-30-ZN", 6000, _friday)),
            new("20", LineDifferenceKind.Removed, false, [], Terms("EH-M8-ZN", 300, _thursday), null),
            new("30", LineDifferenceKind.Added, false, [], null, Terms("RP-M8-ZN", 100, _friday)),
            new("40", LineDifferenceKind.Unchanged, false, [], Terms("BE-M12-A4", 1, _thursday), Terms("BE-M12-A4", 1, _thursday)),
            new("50", LineDifferenceKind.Removed, true, [], Terms("GJ-M10", 4, _thursday), null),
            new("90", LineDifferenceKind.Unmatched, false, [], null, null),
        ]);

    private static LineTerms Terms(string code, decimal quantity, DateOnly promised) => new(code, $"0A-{code}", code, quantity, "PCE", 8.40m, 100, _thursday, promised);

    private static OrderView AnOrder(DateOnly promised, decimal total, int revision) => new(
        Ids.New<OrderId>(), "CV26-04518", 3, OrderStatus.ToReview, Ids.New<ClientId>(), null, null, null, "4500187342", "EUR", _thursday, promised, default, default, null, null, total, [], [])
    {
        Revision = revision,
    };
}
