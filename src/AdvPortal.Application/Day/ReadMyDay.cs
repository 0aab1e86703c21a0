using AdvPortal.Application.Complaints;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Day;

/// <summary>« Ma journée »: what now, why, and for whom? One question a source of work. A key belongs to nobody, and is shown everybody's work.</summary>
[UseCase]
public sealed class ReadMyDay(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    // Beyond this a queue is no queue: the order book shows the rest.
    private const int MostOfAKind = 200;

    // A client that was signed waits for somebody to be its own.
    private static readonly TimeSpan _handoffDue = TimeSpan.FromDays(1);

    // Until it is read, orders are judged by what the client says is wrong.
    private static readonly TimeSpan _correctionDue = TimeSpan.FromDays(1);

    public Task<Result<DayView>> ExecuteAsync(CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var half = HalfDay.Of(clock.Local(clock.Now));
            var answered = member.Id is { } me ? db.AnsweredBy(me, half) : db.ResponsibilitiesAt(half);
            var clients = await Clients(db, answered, half, member.May(Permission.ManageRequirements)).ToListAsync(ct);
            var byId = clients.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
            var visit = new Visit(db);
            var reviewed = visit.Ask(Documents(db, answered));
            var complained = visit.Ask(Complaints(db, answered, clock.Today));
            var orders = await Orders(db, answered).ToListAsync(ct);
            await visit.GoAsync(ct);
            var (documents, complaints) = (reviewed.Rows, complained.Rows);
            var handoffs = await Handoffs(db, member.May(Permission.AcceptHandoffs)).ToListAsync(ct);

            List<DayView.Item> items = [.. orders.Select(o => ToItem(o, byId)), .. documents.Select(d => ToItem(d, byId)), .. handoffs.Select(ToItem), .. complaints.Select(c => ToItem(c, byId)), .. clients.DistinctBy(c => c.Id).SelectMany(Corrections)];

            return new DayView(clock.Now, clock.Today, [.. items.OrderBy(i => i.DueAt).ThenBy(i => i.SubjectId)], Portfolios(clients, items), Sentences(orders, byId));
        }, ct);

    private static IQueryable<Known> Clients(AdvDbContext db, IQueryable<Responsibility> answered, int half, bool mayCorrect)
    {
        var day = HalfDay.DayOf(half);

        return
            from responsible in answered
            join client in db.Clients on responsible.ClientId equals client.Id
            where !client.IsArchived
            select new Known
            {
                Id = client.Id,
                Name = client.Name,
                OwnerId = responsible.OwnerId,
                OwnerName = db.Members.Where(m => m.Id == responsible.OwnerId).Select(m => m.Name).FirstOrDefault(),
                IsCovered = responsible.ActingOwnerId != null,
                LastHalf = db.Covers.Where(c => c.ClientId == client.Id && c.IsPublished && c.FirstHalf <= half && c.LastHalf >= half).Select(c => (int?)c.LastHalf).FirstOrDefault(),
                Corrected = db.Requirements.Where(r => mayCorrect && r.ClientId == client.Id && r.Correction != null).Select(r => new CorrectedRow(r.Id, r.Number, r.Correction!)).ToList(),
                OfClients = db.Ownerships.Count(o => o.OwnerId == responsible.OwnerId && o.From <= day && (o.Until == null || o.Until >= day)),
            };
    }

    private static IQueryable<OrderRow> Orders(AdvDbContext db, IQueryable<Responsibility> answered) => (
        from order in db.Orders
        where order.Status == OrderStatus.ToReview && answered.Any(r => r.ClientId == order.ClientId)
        orderby order.AcknowledgementDueAt, order.Id
        select new OrderRow
        {
            Id = order.Id,
            Number = order.Number,
            Reference = order.CustomerReference,
            ClientId = order.ClientId,
            DueAt = order.AcknowledgementDueAt,
            Lines = order.Lines.Count,
            TotalNet = order.TotalNet,
            Currency = order.Currency,
            Findings = order.Findings.Where(f => f.Step == Moments.None).Select(f => new FindingRow(f.Kind, f.Severity, f.State, f.RequirementId, f.Sentence, f.After)).ToList(),
        }).Take(MostOfAKind);

    // A document of nobody yet is everybody's: whoever recognises the sender takes it.
    private static IQueryable<DocumentRow> Documents(AdvDbContext db, IQueryable<Responsibility> answered) => (
        from document in db.OrderDocuments
        where document.Status == OrderDocumentStatus.NeedsClient || document.Status == OrderDocumentStatus.NeedsReview
        where document.ClientId == null || answered.Any(r => r.ClientId == document.ClientId)
        orderby document.ReceivedAt, document.Id
        select new DocumentRow(
            document.Id, document.FileName, document.ClientId, document.Status == OrderDocumentStatus.NeedsClient,
            document.ReceivedAt, db.TenantSettings.Select(s => (int?)s.AcknowledgementHours).FirstOrDefault())).Take(MostOfAKind);

    // A step that is due later than tomorrow is no work of today's.
    private static IQueryable<ComplaintRow> Complaints(AdvDbContext db, IQueryable<Responsibility> answered, DateOnly today)
    {
        var until = WorkingDays.After(today, 1);

        return (
            from complaint in db.Complaints
            where complaint.DueOn <= until && answered.Any(r => r.ClientId == complaint.ClientId)
            orderby complaint.DueOn, complaint.Id
            select new ComplaintRow(complaint.Id, complaint.Number, complaint.Subject, complaint.ClientId, complaint.Step!.Value, complaint.DueOn!.Value)).Take(MostOfAKind);
    }

    // Nobody's portfolio yet: whoever has room takes it.
    private static IQueryable<Handoff> Handoffs(AdvDbContext db, bool mayAccept) =>
        db.Handoffs.AsNoTracking().Where(h => mayAccept && h.Status == HandoffStatus.Submitted).OrderBy(h => h.SubmittedAt).ThenBy(h => h.Id).Take(MostOfAKind);

    private static DayView.Item ToItem(Handoff handoff) => new(
        DayItemKind.HandoffToAccept, handoff.Id.Value, handoff.SubmittedAt!.Value + _handoffDue, handoff.Content.Client.Id, handoff.Content.Client.Name,
        handoff.Content.Client.Name ?? "", handoff.Content.Contract.Reference, 0, 0, 0, 0, IsDuplicate: false, null, null, null, null, null);

    private DayView.Item ToItem(ComplaintRow complaint, Dictionary<ClientId, Known> clients)
    {
        var client = clients.GetValueOrDefault(complaint.ClientId);

        return new(
            DayItemKind.ComplaintStep, complaint.Id.Value, ComplaintView.EndOf(complaint.DueOn, clock.Zone), complaint.ClientId, client?.Name, complaint.Number, complaint.Subject,
            0, 0, 0, 0, IsDuplicate: false, null, null, null, client?.ForId, client?.ForName) { Step = complaint.Step };
    }

    private static IEnumerable<DayView.Item> Corrections(Known client) => client.Corrected.Select(row => new DayView.Item(
        DayItemKind.RequirementCorrected, row.Id.Value, row.Correction.At + _correctionDue, client.Id, client.Name, Requirement.Name(row.Number), row.Correction.Says,
        0, 0, 0, 0, IsDuplicate: false, null, null, null, client.ForId, client.ForName));

    private static DayView.Item ToItem(OrderRow order, Dictionary<ClientId, Known> clients)
    {
        var open = order.Findings.Where(f => f.State is FindingState.Open).ToList();
        var client = clients.GetValueOrDefault(order.ClientId);

        return new(
            DayItemKind.OrderToReview, order.Id.Value, order.DueAt, order.ClientId, client?.Name, order.Number, order.Reference,
            order.Lines, open.Count, open.Count(f => f.Severity is Severity.Block or Severity.AutoFix),
            open.Count(f => f.Kind == FindingKinds.PriceDiffers), open.Exists(f => f.Kind == FindingKinds.DuplicateReference),
            order.Findings.Where(f => f.State is not FindingState.Waived).Max(f => f.After?.DeliverOn),
            order.TotalNet, order.Currency, client?.ForId, client?.ForName);
    }

    private static DayView.Item ToItem(DocumentRow document, Dictionary<ClientId, Known> clients)
    {
        var client = document.ClientId is { } id ? clients.GetValueOrDefault(id) : null;

        return new(
            document.NeedsClient ? DayItemKind.DocumentNeedsClient : DayItemKind.DocumentToReview, document.Id.Value,
            document.ReceivedAt.AddHours(document.Hours ?? 24), document.ClientId, client?.Name, document.FileName, null,
            0, 0, 0, 0, IsDuplicate: false, null, null, null, client?.ForId, client?.ForName);
    }

    private static List<DayView.Portfolio> Portfolios(List<Known> clients, List<DayView.Item> items) =>
        [.. from client in clients
            where client.OwnerId is not null
            group client by (client.OwnerId, client.IsCovered) into portfolio
            let first = portfolio.First()
            orderby portfolio.Key.IsCovered, first.OwnerName
            let last = portfolio.Key.IsCovered ? portfolio.Max(c => c.LastHalf) : null
            select new DayView.Portfolio(
                portfolio.Key.OwnerId!.Value, first.OwnerName ?? "", last is { } end ? HalfDay.DayOf(end) : null,
                last is { } e && HalfDay.HalfOf(e) is DayHalf.Morning ? DayHalf.Morning : null,
                portfolio.Count(), first.OfClients, items.Count(i => portfolio.Any(c => c.Id == i.ClientId)))];

    private static List<DayView.Sentence> Sentences(List<OrderRow> orders, Dictionary<ClientId, Known> clients) =>
        [.. from order in orders
            where clients.ContainsKey(order.ClientId)
            from finding in order.Findings.Where(f => f.RequirementId is not null && f.Sentence is not null).DistinctBy(f => f.RequirementId)
            group order by (finding.RequirementId, finding.Sentence, finding.Kind, order.ClientId) into sentence
            orderby sentence.Count() descending
            select new DayView.Sentence(
                sentence.Key.RequirementId!.Value, sentence.Key.Sentence!, sentence.Key.Kind, sentence.Key.ClientId, clients[sentence.Key.ClientId].Name, sentence.Count())];

    private sealed class Known
    {
        public ClientId Id { get; init; }
        public string Name { get; init; } = "";
        public MemberId? OwnerId { get; init; }
        public string? OwnerName { get; init; }
        public bool IsCovered { get; init; }
        public int? LastHalf { get; init; }
        public int OfClients { get; init; }
        public IReadOnlyList<CorrectedRow> Corrected { get; init; } = [];
        public MemberId? ForId => IsCovered ? OwnerId : null;
        public string? ForName => IsCovered ? OwnerName : null;
    }

    private sealed class OrderRow
    {
        public OrderId Id { get; init; }
        public string Number { get; init; } = "";
        public string? Reference { get; init; }
        public ClientId ClientId { get; init; }
        public DateTimeOffset DueAt { get; init; }
        public int Lines { get; init; }
        public decimal TotalNet { get; init; }
        public string Currency { get; init; } = "";
        public IReadOnlyList<FindingRow> Findings { get; init; } = [];
    }

    private sealed record FindingRow(string Kind, Severity Severity, FindingState State, RequirementId? RequirementId, string? Sentence, FindingValues? After);

    private sealed record ComplaintRow(ComplaintId Id, string Number, string Subject, ClientId ClientId, Discipline Step, DateOnly DueOn);

    private sealed record CorrectedRow(RequirementId Id, int Number, ClientCorrection Correction);

    private sealed record DocumentRow(OrderDocumentId Id, string FileName, ClientId? ClientId, bool NeedsClient, DateTimeOffset ReceivedAt, int? Hours);
}
