using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Intake;

/// <summary>Everything that came in, as one works through it: what waits for a client to be named, changes to decide, orders to review. Three visits: whose, which, what.</summary>
[UseCase]
public sealed class ReadIntakeQueue(UnitOfWork unitOfWork, TenantClock clock, CurrentMember member)
{
    /// <summary>A tab counts no further: more than that is « 99+ ».</summary>
    public const int MostCounted = 100;

    private const int PageSize = 25;

    public Task<Result<Queue>> ExecuteAsync(QueueFilter filter, string? after = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadOrders, async db =>
        {
            var (half, tab) = (HalfDay.Of(clock.Local(clock.Now)), filter.Tab);
            Answer<Name>? names = null;
            var queue = await IntakeQueue.OpenAsync(db, member.Id, half, filter, visit => names = visit.Ask(db.Members.Select(m => new Name { Id = m.Id, Text = m.Name })), ct);
            var mark = Cursor.Read<DateTimeOffset, Guid>(after) is var (at, id) ? new QueueMark(default, id, at) : null;

            var visit = new Visit(db);
            var counts = Enum.GetValues<QueueTab>().ToDictionary(each => each, each => (visit.Ask(IntakeQueue.Count(queue.Documents(each, null), MostCounted)), visit.Ask(IntakeQueue.Count(queue.Orders(each, null), MostCounted))));
            var documents = visit.Ask(IntakeQueue.Places(queue.Documents(tab, mark).Take(PageSize + 1)));
            var orders = visit.Ask(IntakeQueue.Places(queue.Orders(tab, mark).Take(PageSize + 1), tab));
            await visit.GoAsync(ct);

            var page = queue.Merge(tab, documents.Rows, orders.Rows).Cut(PageSize, m => Cursor.Write(m.At, m.Id));
            var rows = await RowsAsync(db, queue, page.Items, names!.Rows.ToDictionary(n => n.Id, n => n.Text), half, ct);

            return new Queue(
                clock.Now, clock.Today, queue.Share, Covered(queue, names.Rows), queue.Answered.Count > 0,
                counts.ToDictionary(each => each.Key, each => Math.Min(each.Value.Item1.Only + each.Value.Item2.Only, MostCounted)), new(rows, page.Next));
        }, ct);

    private async Task<List<Row>> RowsAsync(AdvDbContext db, IntakeQueue queue, IReadOnlyList<QueueMark> page, Dictionary<MemberId, string> names, int half, CancellationToken ct)
    {
        if (page.Count == 0)
        {
            return [];
        }

        var documentIds = page.Where(m => m.Kind is QueueKind.Document).Select(m => new OrderDocumentId(m.Id)).ToList();
        var orderIds = page.Where(m => m.Kind is QueueKind.Order).Select(m => new OrderId(m.Id)).ToList();
        var ofDocuments = db.OrderDocuments.Where(d => documentIds.Contains(d.Id));
        var ofOrders = db.Orders.Where(o => orderIds.Contains(o.Id));

        var visit = new Visit(db);
        var documents = visit.Ask(ofDocuments.AsNoTracking());
        var orders = visit.Ask(Orders(db, ofOrders));
        var clients = visit.Ask(Clients(db, ofDocuments, ofOrders, half));
        await visit.GoAsync(ct);

        var known = clients.Rows.ToDictionary(c => c.Id);
        var rows = documents.Rows.Select(d => Row.Of(d, queue.AnswerWithin)).Concat(orders.Rows.Select(Row.Of)).ToDictionary(r => (r.Kind, r.Id));

        // Between one visit and the next, somebody may have thrown it away.
        return [.. page.Where(m => rows.ContainsKey((m.Kind, m.Id))).Select(m => Named(rows[(m.Kind, m.Id)], known, names))];
    }

    private static IQueryable<KnownClient> Clients(AdvDbContext db, IQueryable<OrderDocument> documents, IQueryable<Order> orders, int half) =>
        from client in db.Clients.IgnoreQueryFilters([Filters.Archived])
        join answering in db.ResponsibilitiesAt(half) on client.Id equals answering.ClientId
        where documents.Any(d => d.ClientId == client.Id) || orders.Any(o => o.ClientId == client.Id)
        select new KnownClient { Id = client.Id, Name = client.Name, OwnerId = answering.OwnerId, ActingOwnerId = answering.ActingOwnerId };

    private Row Named(Row row, Dictionary<ClientId, KnownClient> clients, Dictionary<MemberId, string> names)
    {
        if (row.ClientId is not { } id || !clients.TryGetValue(id, out var client))
        {
            return row;
        }

        var (owner, acting) = (client.OwnerId is { } o ? names.GetValueOrDefault(o) : null, client.ActingOwnerId is { } a ? names.GetValueOrDefault(a) : null);

        return row with { ClientName = client.Name, OwnerName = owner, ActingOwnerName = acting, ForName = client.ActingOwnerId is { } by && by == member.Id ? owner : null };
    }

    private static List<string> Covered(IntakeQueue queue, IReadOnlyList<Name> names) =>
        [.. queue.Answered.Where(r => r.ActingOwnerId is not null).Select(r => r.OwnerId).Distinct().Select(owner => names.FirstOrDefault(n => n.Id == owner)?.Text).OfType<string>().Order(StringComparer.CurrentCulture)];

    private static IQueryable<OrderRow> Orders(AdvDbContext db, IQueryable<Order> orders) => orders.Select(o => new OrderRow
    {
        Id = o.Id,
        Number = o.Number,
        Reference = o.CustomerReference,
        ClientId = o.ClientId,
        Lines = o.Lines.Count,
        TotalNet = o.TotalNet,
        Currency = o.Currency,
        ReceivedAt = o.ReceivedAt,
        DueAt = o.AcknowledgementDueAt,
        Status = o.Status,
        WaitingFor = o.WaitingFor,
        CancelReason = o.CancelReason,
        Format = db.OrderDocuments.Where(d => d.Id == o.OrderDocumentId).Select(d => d.Format).FirstOrDefault(),
        Open = o.Findings.Where(f => f.Step == Moments.None && f.State == FindingState.Open).Select(f => new FindingRow { Severity = f.Severity, Explanation = f.Explanation }).ToList(),
    });

    /// <param name="Share">Whose part is shown, also where nobody said whose.</param>
    /// <param name="Covered">The absent colleagues in whose place the person answers.</param>
    /// <param name="HasClients">Whether the person answers for any client today.</param>
    /// <param name="Counts">Up to <see cref="MostCounted"/> each.</param>
    public sealed record Queue(
        DateTimeOffset Now, DateOnly Today, QueueShare Share, IReadOnlyList<string> Covered, bool HasClients, IReadOnlyDictionary<QueueTab, int> Counts, Page<Row> Page);

    /// <param name="Format">Of the file, as the exchange library names it.</param>
    /// <param name="Title">The order's number, or the file's name.</param>
    /// <param name="Sender">As the file says; what is shown while the client is not known.</param>
    /// <param name="Problem">The worst that the file says of itself.</param>
    /// <param name="Finding">The worst that is open on the order.</param>
    /// <param name="Open">Points of the order that wait for an answer.</param>
    public sealed record Row(
        QueueKind Kind, Guid Id, string Format, string Title, ClientId? ClientId, string? Sender, string? Reference, int Lines, decimal? TotalNet, string? Currency,
        DateTimeOffset ReceivedAt, DateTimeOffset DueAt, WaitingFor? WaitingFor, Problem? Problem, Message? Finding, int Open)
    {
        public string? ClientName { get; init; }
        public string? OwnerName { get; init; }
        public string? ActingOwnerName { get; init; }

        /// <summary>The absent colleague in whose place the person who asks answers.</summary>
        public string? ForName { get; init; }

        public OrderStatus? OrderStatus { get; init; }
        public OrderDocumentStatus? DocumentStatus { get; init; }
        public ChangeKind? Change { get; init; }
        public SetAsideReason? SetAsideBecause { get; init; }

        /// <summary>Why it was refused, in a person's words.</summary>
        public string? Note { get; init; }

        internal static Row Of(OrderDocument document, TimeSpan answerWithin)
        {
            var reading = OrderDocumentView.Glimpse(document);
            var orders = reading?.Change is { } change ? [change.Document] : reading?.Orders ?? [];
            var buyers = orders.Select(o => o.Buyer?.Name ?? o.Buyer?.Gln).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var (only, lines) = (orders is [var one] ? one : null, orders.Sum(o => o.Lines));

            return new(
                QueueKind.Document, document.Id.Value, document.Format, document.FileName, document.ClientId,
                buyers.Count > 0 ? string.Join(" · ", buyers.Take(2)) : reading?.Sender?.Name ?? reading?.Sender?.Address,
                only?.OrderNumber ?? reading?.RefersTo, lines, only?.Totals?.LineExtension ?? only?.Totals?.Payable, only?.Currency,
                document.ReceivedAt, document.ReceivedAt + answerWithin, document.WaitingFor,
                (reading?.Problems ?? []).Where(p => p.Severity is not ProblemSeverity.Info).MaxBy(p => p.Severity), null, 0)
            {
                DocumentStatus = document.Status,
                Change = reading?.Change?.Kind,
                SetAsideBecause = document.SetAsideBecause,
                Note = document.SetAsideNote,
            };
        }

        internal static Row Of(OrderRow order) => new(
            QueueKind.Order, order.Id.Value, order.Format ?? "unknown", order.Number, order.ClientId, null, order.Reference, order.Lines, order.TotalNet, order.Currency,
            order.ReceivedAt, order.DueAt, order.WaitingFor, null, order.Open.MaxBy(f => f.Severity)?.Explanation, order.Open.Count)
        {
            OrderStatus = order.Status,
            Note = order.CancelReason,
        };
    }

    internal sealed class OrderRow
    {
        public OrderId Id { get; init; }
        public string Number { get; init; } = "";
        public string? Reference { get; init; }
        public ClientId ClientId { get; init; }
        public int Lines { get; init; }
        public decimal TotalNet { get; init; }
        public string Currency { get; init; } = "";
        public DateTimeOffset ReceivedAt { get; init; }
        public DateTimeOffset DueAt { get; init; }
        public OrderStatus Status { get; init; }
        public WaitingFor? WaitingFor { get; init; }
        public string? CancelReason { get; init; }
        public string? Format { get; init; }
        public IReadOnlyList<FindingRow> Open { get; init; } = [];
    }

    internal sealed class FindingRow
    {
        public Severity Severity { get; init; }
        public Message Explanation { get; init; } = null!;
    }

    private sealed class KnownClient
    {
        public ClientId Id { get; init; }
        public string Name { get; init; } = "";
        public MemberId? OwnerId { get; init; }
        public MemberId? ActingOwnerId { get; init; }
    }

    private sealed class Name
    {
        public MemberId Id { get; init; }
        public string Text { get; init; } = "";
    }
}
