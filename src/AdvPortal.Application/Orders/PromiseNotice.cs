using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Orders;

/// <summary>What a client does not know yet of its dates, and how it is told.</summary>
public sealed class PromiseNotice
{
    /// <summary>How many days before a new date are looked at for why it is not sooner.</summary>
    private const int LookedBack = 10;

    private PromiseNotice(AcknowledgementBasis basis, ArrivalDays days, IReadOnlyList<ToldMail> mails)
    {
        Basis = basis;
        Moved = [.. basis.Order.Lines.Where(line => line.OutstandingQuantity > 0).OrderBy(line => line.Position).Select(line => Move(line, basis, days, mails)).OfType<MovedPromise>()];
        IsUnderway = mails.Any(m => m is { Kind: MailKind.PromiseNotice, Mail.Status: OutboxStatus.Waiting or OutboxStatus.Sending });
    }

    internal AcknowledgementBasis Basis { get; }

    internal IReadOnlyList<MovedPromise> Moved { get; }

    /// <summary>One is about to leave, or is tried again.</summary>
    internal bool IsUnderway { get; }

    internal static async Task<PromiseNotice> ReadAsync(AdvDbContext db, TenantClock clock, Order order, CancellationToken ct)
    {
        var visit = new Visit(db);
        var basis = AcknowledgementBasis.Ask(db, visit, clock, order);
        var steps = OrderSteps.Ask(db, visit, clock, order);
        var mails = visit.Ask(ToldPromises.Mails(db, order.Id));
        await visit.GoAsync(ct);

        return new(basis(), steps.Days(), mails.Rows);
    }

    internal Draft Write()
    {
        var (order, buyers) = (Basis.Order, Basis.Buyers());
        var (subject, text) = PromiseNoticeMail.Draft(new(
            Basis.Client.Language, buyers is [var only] ? only.Name : null, order.CustomerReference ?? order.Number, Basis.Asked?.IssueDate, Basis.Settings.LegalName, Basis.Answering?.Name,
            Moved.Count == order.OpenLines, Moved));

        return new([.. buyers.Select(buyer => new Recipient(buyer.Name, buyer.Email!))], Basis.Client.Language, subject, text);
    }

    // Several changes that nobody was told of are one to the client: from what it knows to what holds now.
    private static MovedPromise? Move(OrderLine line, AcknowledgementBasis basis, ArrivalDays days, IReadOnlyList<ToldMail> mails)
    {
        var promises = basis.Order.Promises.Where(each => each.LineId == line.Id).ToList();
        var untold = promises.Skip(promises.FindLastIndex(each => ToldPromises.At(each, mails) is not null) + 1).ToList();

        return untold is not [{ Was: var was }, ..] || untold[^1] is not { Now: { } now } last || (was == now && last.Parts.Count == 0 && untold.Count > 1) ? null : new(
            line.LineNo, line.BuyerCode ?? line.ProductCode ?? "", was, now, last.Parts, line.Unit, last.Cause, last.Side, [.. WhyNotSooner(line, was, now, basis, days)]);
    }

    // The days right before the new one on which the client does not receive.
    private static IEnumerable<string> WhyNotSooner(OrderLine line, DateOnly? was, DateOnly now, AcknowledgementBasis basis, ArrivalDays days)
    {
        ArrivalDay? from = null;

        for (var day = now.AddDays(-1); day > was && now.DayNumber - day.DayNumber <= LookedBack; day = day.AddDays(-1))
        {
            if (!WorkingDays.Contains(day))
            {
                continue;
            }

            var look = days.Look(line.LineNo, day);

            if (look.IsAllowed || look.First != now)
            {
                break;
            }

            from = look;
        }

        var site = basis.Client.Sites.FirstOrDefault(s => s.Id == basis.Order.SiteId)?.Name;

        return (from?.Trace ?? []).Where(step => step is { Requirement: not null, Why: WhyNot.Closed or WhyNot.ClosedDate or WhyNot.Holiday }).DistinctBy(step => step.Date)
            .Select(step => ChangeReason.OfDate(step.Why!.Value, step.Date, site, basis.Client.Language));
    }

    /// <param name="To">Nobody, when no buyer of the client has an address: it is told by telephone.</param>
    /// <param name="Language">In which it is written: ISO 639-1.</param>
    public sealed record Draft(IReadOnlyList<Recipient> To, string Language, string Subject, string Text);

    public sealed record Recipient(string Name, string Address);
}
