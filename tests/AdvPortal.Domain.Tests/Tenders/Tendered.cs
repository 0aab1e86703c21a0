using AdvPortal.Domain.Tenders;

namespace AdvPortal.Domain.Tests.Tenders;

/// <summary>Tenders as tests need them: 1 000 and 5 000 screws, and a part that is in no catalogue; due on Friday 4 December 2026 at noon in Paris.</summary>
internal static class Tendered
{
    public static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    public static readonly ProductId Screw = Ids.New<ProductId>();
    public static readonly ProductId Washer = Ids.New<ProductId>();
    public static readonly DateTimeOffset Due = new(2026, 12, 4, 11, 0, 0, TimeSpan.Zero);

    public static TenderHead Head(DateTimeOffset? due = null, DateTimeOffset? questions = null) => new(Given.Client, " Vis inox 2027 ", due ?? Due, questions, "RFQ-2026-114", Words: "Merci de chiffrer.");

    public static AskedItem Screws => new("Vis TH M8×30 A2", "PCE", [5000, 1000, 1000], Screw, "VH-M8-30-A2", "0A-114", 8.00m, 100);

    public static AskedItem Part => new("Entretoise sur plan", "PCE", [200]);

    public static OfferedTerms Terms(DateOnly on) => new("fr", on, "Visserie du Perche", [], "Hydraulique Chartraine", "Karim Haddad", "RFQ-2026-114", "Vis inox 2027", "EUR", [], null);

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Paris).DateTime);

    public static Result<Tender> Open(TenderHead head, params AskedItem[] lines) => Tender.Open(Ids.New<TenderId>(), head, lines, "EUR", Given.Now, Paris, Given.Claire);

    public static Tender Opened(params AskedItem[] lines)
    {
        var opened = Open(Head(questions: Given.Now.AddDays(4)), lines is [] ? [Screws, Part] : lines);
        Assert.True(opened.IsOk, opened.Refusal?.ToString());

        return opened.Value;
    }

    public static PricedLine Offer(Tender tender, int line, string? until = "2027-12-31", params TierPrice[] tiers) =>
        new(tender.Lines[line].Id, tiers, tender.Lines[line].PriceBaseQuantity, 10, until is null ? null : Given.Day(until));

    /// <summary>Screws at 8,20 € from 1 000 and 7,90 € from 5 000 the hundred: 395,00 €; two hundred parts at 1,50 €: 300,00 €.</summary>
    public static Tender Priced()
    {
        var tender = Opened();
        Ok(tender.Plan(new(TenderTaskKind.Price, " Prix matière A2 ? ", Given.Claire, Given.Wednesday)));
        Ok(tender.Ask(TenderVoice.Us, "Plan de l’entretoise ?", Given.Monday, DayOf));
        Ok(tender.Price([Offer(tender, 0, tiers: [new(5000, 7.90m), new(1000, 8.20m)]), Offer(tender, 1, tiers: new TierPrice(0, 1.50m))]));

        return tender;
    }

    /// <param name="wasSubmitted">The client had a version of it before.</param>
    public static Tender At(TenderStatus status, bool wasSubmitted = false)
    {
        var tender = Priced();

        if (wasSubmitted)
        {
            Ok(tender.RequestApproval(1000, Given.Now, Given.Claire));
            Ok(tender.Submit(Terms(Given.Monday), "achats@chartraine.example", Given.Now, Given.Claire));
            Ok(tender.Rework());
        }

        if (status is not TenderStatus.Open)
        {
            Ok(tender.RequestApproval(status is TenderStatus.ToApprove ? 100 : 1000, Given.Now, Given.Claire));
        }

        if (status is TenderStatus.Submitted or TenderStatus.Won or TenderStatus.Lost)
        {
            Ok(tender.Submit(Terms(Given.Monday), "achats@chartraine.example", Given.Now, Given.Claire));
        }

        switch (status)
        {
            case TenderStatus.Won: Ok(tender.Win([new(tender.Lines[0].Id)], new(TenderReason.Price), Given.Monday, Given.Now, Paris)); break;
            case TenderStatus.Lost: Ok(tender.Lose(new(TenderReason.LeadTime, Competitor: "Boulonnerie du Nord"), Given.Now)); break;
            case TenderStatus.Declined: Ok(tender.Decline(new(TenderReason.Capacity), Given.Now)); break;
            case TenderStatus.Cancelled: Ok(tender.Cancel(new(TenderReason.ProjectStopped), Given.Now)); break;
        }

        Assert.Equal(status, tender.Status);

        return tender;
    }

    public static void Ok(Result result) => Assert.True(result.IsOk, result.Refusal?.ToString());
}
