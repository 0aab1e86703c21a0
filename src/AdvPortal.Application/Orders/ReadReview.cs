using AdvPortal.Application.Clarifications;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Contracts;
using AdvPortal.Application.Deliveries;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>One order as it is reviewed.</summary>
[UseCase]
public sealed class ReadReview(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<ReviewView>> ExecuteAsync(OrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ReviewView>(this, Permission.ReadOrders, async db =>
            await ReadOrder.FindAsync(db, id, ct) is { } order ? await DescribeAsync(db, order, ct) : new NoSuchOrder(), ct);

    private async Task<Result<ReviewView>> DescribeAsync(AdvDbContext db, Order order, CancellationToken ct)
    {
        var visit = new Visit(db);
        var around = ReadOrder.Around(db, visit, clock, order.Id, order.ClientId);
        var clients = visit.AskClient(db, order.ClientId);
        var members = visit.Ask(db.Members.Select(m => new { m.Id, m.Name }));
        var files = visit.Ask(OriginalOrder.Document(db, order));
        var events = StoryEvent.Ask(db, visit, clock, [order.Id.Value, .. order.Amendments.Select(a => a.DocumentId).OfType<OrderDocumentId>().Select(d => d.Value), .. order.OrderDocumentId is { } original ? new[] { original.Value } : []]);
        var waiting = visit.Ask(db.OrderDocuments.Where(d => d.AmendsOrderId == order.Id && (d.Status == OrderDocumentStatus.NeedsReview || d.Status == OrderDocumentStatus.NeedsClient)).OrderBy(d => d.ReceivedAt).Select(d => new ReviewView.Waiting(d.Id, d.FileName)));
        var confirmed = visit.Ask(Confirmed(db, order));
        var steps = OrderSteps.Ask(db, visit, clock, order);
        var departures = Departures.Ask(db, visit);
        var asked = visit.Ask(ClarificationView.About(db, order.Id, null));
        var agreed = visit.Ask(Agreed(db, order));
        await visit.GoAsync(ct);

        var (view, client) = (ReadOrder.View(db, order, around()), clients.Rows[0]);
        var first = departures().First(clock);
        var next = NextPossible(order, steps, first);
        var ahead = Ahead(order, steps);
        var names = members.Rows.ToDictionary(m => m.Id, m => m.Name);

        return new ReviewView(
            view, client.Name, [.. client.Sites.OrderBy(s => s.Name, StringComparer.CurrentCulture).Select(s => new ReviewView.Place(s.Id, s.Name))],
            view.OwnerId is { } o ? names.GetValueOrDefault(o) : null, view.ActingOwnerId is { } a ? names.GetValueOrDefault(a) : null,
            clock.Today, clock.Local(clock.Now), Original(files.Only, order.Id), events(),
            [.. client.Contacts.Where(c => c is { Role: ContactRole.Buyer, ErasedAt: null, Email.Length: > 0 }).Select(c => c.Name)])
        {
            FirstDeparture = first,
            NextPossible = next,
            Names = order.Promises.Select(p => p.By).Append(order.Hold?.By).OfType<MemberId>().Distinct().Where(names.ContainsKey).ToDictionary(id => id, id => names[id]),
            Changes = [.. order.Amendments.Select(a => new ReviewView.Change(a.DocumentId, a.Outcome, a.IsCancellation, a.At, a.By is { } by ? names.GetValueOrDefault(by) : null, a.Number, a.Side, a.DocumentId is null ? a.Note : null))],
            WaitingChanges = waiting.Rows,
            Clarifications = [.. asked.Rows.Select(a => a with { AskedAt = clock.Local(a.AskedAt), AnsweredAt = a.AnsweredAt is { } at ? clock.Local(at) : null })],
            Confirmed = confirmed.Rows.ToDictionary(row => (row.Id, row.Revision), row => row.ConfirmedOn!.Value),
            Ahead = ahead,
            Agreed = agreed.Rows,
            OtherStepFindings = [.. order.Findings.Where(f => f.Step is not Moments.None && !ahead.Any(row => row.Step == f.Step && row.RequirementId == f.RequirementId)).Select(OrderView.FindingRow.Of)],
        };
    }

    // Not in the finding: it keeps what was known when it was made, and a client may confirm at any time.
    private static IQueryable<ConfirmedRevision> Confirmed(AdvDbContext db, Order order)
    {
        var ids = order.Findings.Select(f => f.RequirementId).OfType<RequirementId>().Distinct().ToList();

        return
            from requirement in db.Requirements
            where ids.Contains(requirement.Id)
            from revision in requirement.Revisions
            where revision.ConfirmedOn != null
            select new ConfirmedRevision(requirement.Id, revision.Revision, revision.ConfirmedOn);
    }

    // What its lines call off, or could.
    private static IQueryable<BlanketStanding> Agreed(AdvDbContext db, Order order)
    {
        var (linked, products) = (order.Lines.Select(l => l.BlanketLineId).OfType<BlanketLineId>().ToList(), order.Lines.Select(l => l.ProductId).OfType<ProductId>().Distinct().ToList());

        return BlanketStandings.Of(db, db.BlanketOrders.Where(b => b.ClientId == order.ClientId), db.Set<BlanketLine>().Where(l => products.Contains(l.ProductId) || linked.Contains(l.Id)), [order.Id]);
    }

    private DateOnly? NextPossible(Order order, OrderSteps steps, DateOnly first)
    {
        var lines = order.Lines.Where(line => order.StandingOn(line, clock.Today, first) is PromiseStanding.Late or PromiseStanding.AtRisk).ToList();

        if (lines.Count == 0)
        {
            return null;
        }

        var days = steps.Days();

        // Sooner than it is promised nobody asked for it.
        return lines.Max(line => days.Look(line.LineNo, line.NextDueOn is { } due && due > clock.Today ? due : clock.Today, Departures.ReadyOn(line, first, clock.Today)).First);
    }

    // Looked at, not kept: the view of the order was taken before.
    private static List<ReviewView.StepRow> Ahead(Order order, OrderSteps steps)
    {
        var ahead = steps.Ahead();

        foreach (var step in ahead.Select(each => each.Step).Distinct())
        {
            steps.Reach(step);
        }

        return [.. ahead.Select(each => ReviewView.StepRow.Of(each, order))];
    }

    private ReviewView.OriginalFile? Original(OrderDocument? file, OrderId order)
    {
        if (file is null)
        {
            return null;
        }

        var (reading, at) = (OrderDocumentView.Read(file), file.Orders.FirstOrDefault(o => o.OrderId == order)?.Index ?? 0);

        return new(
            file.Id, file.FileName, file.Format, clock.Local(file.ReceivedAt), reading?.Problems ?? [], reading?.Orders.Count ?? 0,
            at, [.. reading?.Orders.ElementAtOrDefault(at)?.Lines.Select(line => line.LineNo) ?? []])
        {
            Taken = reading?.Taken ?? [],
        };
    }

    private sealed record ConfirmedRevision(RequirementId Id, int Revision, DateOnly? ConfirmedOn);
}
