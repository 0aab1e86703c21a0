using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Intake;

/// <summary>
/// The intake queue: documents before there is an order of them, and the orders that came of documents, as two lists in one order. What is
/// open presses by the moment our answer is due; what is settled is read newest first.
/// </summary>
/// <remarks>A document's answer is due a fixed time after it came in, so that its own index by arrival is in that order too.</remarks>
internal sealed class IntakeQueue
{
    // What a search finds beyond this is found by typing more.
    private const int MostFound = 500;

    private readonly AdvDbContext _db;
    private readonly string? _pattern;
    private readonly List<ClientId>? _clients;
    private readonly List<ClientId> _foundClients;
    private readonly List<OrderId> _foundOrders;

    private IntakeQueue(AdvDbContext db, QueueFilter filter, IReadOnlyList<Responsibility> answered, int hours, IReadOnlyList<ClientId> foundClients, IReadOnlyList<OrderId> foundOrders)
    {
        (_db, Answered, AnswerWithin, _foundClients, _foundOrders) = (db, answered, TimeSpan.FromHours(hours), [.. foundClients], [.. foundOrders]);
        Share = filter.Share ?? (answered.Count > 0 ? QueueShare.Answered : QueueShare.Team);
        _pattern = Typed(filter) is { } text ? $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%" : null;
        _clients = Share is QueueShare.Team ? null : [.. answered.Where(IsShared).Select(r => r.ClientId)];
    }

    /// <summary>The clients that the person who asks answers for today.</summary>
    public IReadOnlyList<Responsibility> Answered { get; }

    public QueueShare Share { get; }

    /// <summary>How long after a document came in our answer is due.</summary>
    public TimeSpan AnswerWithin { get; }

    /// <param name="member">Null for a program, which has no clients of its own.</param>
    /// <param name="beside">What else is asked in the same visit.</param>
    public static async Task<IntakeQueue> OpenAsync(AdvDbContext db, MemberId? member, int half, QueueFilter filter, Action<Visit> beside, CancellationToken ct)
    {
        var visit = new Visit(db);
        var hours = visit.Ask(db.TenantSettings.Select(s => s.AcknowledgementHours));
        var answered = member is { } me ? visit.Ask(db.AnsweredBy(me, half)) : null;
        var clients = Typed(filter) is { } name ? visit.Ask(db.FindClients(name, MostFound)) : null;
        var orders = Typed(filter) is { } number ? visit.Ask(db.FindOrders(number, MostFound)) : null;
        beside(visit);
        await visit.GoAsync(ct);

        return new(db, filter, answered?.Rows ?? [], hours.Rows is [var within] ? within : 24, clients?.Rows ?? [], orders?.Rows ?? []);
    }

    public static bool IsNewestFirst(QueueTab tab) => tab is QueueTab.Rejected or QueueTab.Done;

    /// <summary>What became an order is shown as that order.</summary>
    private IQueryable<OrderDocument> Documents(QueueTab tab)
    {
        var documents = tab switch
        {
            QueueTab.Todo => Open(null),
            QueueTab.Client => Open(WaitingFor.Client),
            QueueTab.Sales => Open(WaitingFor.Sales),
            QueueTab.Rejected => _db.OrderDocuments.Where(d => d.Status == OrderDocumentStatus.SetAside),
            _ => _db.OrderDocuments.Where(d => d.Status == OrderDocumentStatus.Done && d.AmendsOrderId != null),
        };

        // A document of nobody yet is everybody's: whoever recognises the sender takes it.
        documents = (Share, _clients) switch
        {
            (_, null) => documents,
            (QueueShare.Covered, { } covered) => documents.Where(d => covered.Contains(d.ClientId!.Value)),
            (_, { } clients) => documents.Where(d => d.ClientId == null || clients.Contains(d.ClientId.Value)),
        };

        return _pattern is null ? documents : documents.Where(d => EF.Functions.ILike(d.FileName, _pattern, @"\") || _foundClients.Contains(d.ClientId!.Value));
    }

    private IQueryable<Order> Orders(QueueTab tab)
    {
        var orders = tab switch
        {
            QueueTab.Todo => ToReview(null),
            QueueTab.Client => ToReview(WaitingFor.Client),
            QueueTab.Sales => ToReview(WaitingFor.Sales),
            QueueTab.Rejected => _db.Orders.Where(o => o.OrderDocumentId != null && o.Status == OrderStatus.Cancelled),
            _ => _db.Orders.Where(o => o.OrderDocumentId != null && o.Status != OrderStatus.ToReview && o.Status != OrderStatus.Cancelled),
        };

        orders = _clients is { } clients ? orders.Where(o => clients.Contains(o.ClientId)) : orders;

        return _pattern is null ? orders : orders.Where(o => _foundOrders.Contains(o.Id) || _foundClients.Contains(o.ClientId));
    }

    /// <summary>Documents from one end of a tab on, or beyond a mark in it: onwards as they are read, or back.</summary>
    public IQueryable<OrderDocument> Documents(QueueTab tab, QueueMark? beyond, bool back = false)
    {
        var documents = Documents(tab);
        var (at, id) = beyond is { } mark ? (mark.At - Shift(tab), new OrderDocumentId(mark.Id)) : default;

        if (IsNewestFirst(tab) != back)
        {
            documents = beyond is null ? documents : documents.Where(d => EF.Functions.LessThan(ValueTuple.Create(d.ReceivedAt, d.Id), ValueTuple.Create(at, id)));
            return documents.OrderByDescending(d => d.ReceivedAt).ThenByDescending(d => d.Id);
        }

        documents = beyond is null ? documents : documents.Where(d => EF.Functions.GreaterThan(ValueTuple.Create(d.ReceivedAt, d.Id), ValueTuple.Create(at, id)));
        return documents.OrderBy(d => d.ReceivedAt).ThenBy(d => d.Id);
    }

    /// <summary>The same of orders.</summary>
    public IQueryable<Order> Orders(QueueTab tab, QueueMark? beyond, bool back = false)
    {
        var orders = Orders(tab);
        var (at, id) = beyond is { } mark ? (mark.At, new OrderId(mark.Id)) : default;

        return (IsNewestFirst(tab), back, beyond) switch
        {
            (true, false, null) => orders.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id),
            (true, false, _) => orders.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.ReceivedAt, o.Id), ValueTuple.Create(at, id))).OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id),
            (true, true, _) => orders.Where(o => EF.Functions.GreaterThan(ValueTuple.Create(o.ReceivedAt, o.Id), ValueTuple.Create(at, id))).OrderBy(o => o.ReceivedAt).ThenBy(o => o.Id),
            (false, false, null) => orders.OrderBy(o => o.AcknowledgementDueAt).ThenBy(o => o.Id),
            (false, false, _) => orders.Where(o => EF.Functions.GreaterThan(ValueTuple.Create(o.AcknowledgementDueAt, o.Id), ValueTuple.Create(at, id))).OrderBy(o => o.AcknowledgementDueAt).ThenBy(o => o.Id),
            _ => orders.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.AcknowledgementDueAt, o.Id), ValueTuple.Create(at, id))).OrderByDescending(o => o.AcknowledgementDueAt).ThenByDescending(o => o.Id),
        };
    }

    /// <summary>Where they stand, of a list in order; several lists are put together by <see cref="Merge"/>.</summary>
    public static IQueryable<Place<OrderDocumentId>> Places(IQueryable<OrderDocument> documents) => documents.Select(d => new Place<OrderDocumentId> { Id = d.Id, At = d.ReceivedAt });

    public static IQueryable<Place<OrderId>> Places(IQueryable<Order> orders, QueueTab tab) => IsNewestFirst(tab)
        ? orders.Select(o => new Place<OrderId> { Id = o.Id, At = o.ReceivedAt })
        : orders.Select(o => new Place<OrderId> { Id = o.Id, At = o.AcknowledgementDueAt });

    public List<QueueMark> Merge(QueueTab tab, IEnumerable<Place<OrderDocumentId>> documents, IEnumerable<Place<OrderId>> orders, bool back = false)
    {
        var marks = documents.Select(d => new QueueMark(QueueKind.Document, d.Id.Value, d.At + Shift(tab)))
            .Concat(orders.Select(o => new QueueMark(QueueKind.Order, o.Id.Value, o.At)));

        return IsNewestFirst(tab) != back ? [.. marks.OrderByDescending(m => m.At).ThenByDescending(m => m.Id)] : [.. marks.OrderBy(m => m.At).ThenBy(m => m.Id)];
    }

    /// <summary>How much later than its arrival a document has its place in a tab.</summary>
    public TimeSpan Shift(QueueTab tab) => IsNewestFirst(tab) ? TimeSpan.Zero : AnswerWithin;

    /// <summary>How many there are of a list in order, counted no further than anybody reads.</summary>
    public static IQueryable<int> Count<T>(IQueryable<T> rows, int most) => rows.Take(most).GroupBy(_ => 1).Select(all => all.Count());

    private IQueryable<OrderDocument> Open(WaitingFor? whom) => _db.OrderDocuments.Where(d =>
        (d.Status == OrderDocumentStatus.Received || d.Status == OrderDocumentStatus.NeedsClient || d.Status == OrderDocumentStatus.NeedsReview) && d.WaitingFor == whom);

    private IQueryable<Order> ToReview(WaitingFor? whom) => _db.Orders.Where(o => o.OrderDocumentId != null && o.Status == OrderStatus.ToReview && o.WaitingFor == whom);

    private bool IsShared(Responsibility responsible) => Share switch
    {
        QueueShare.Own => responsible.ActingOwnerId is null,
        QueueShare.Covered => responsible.ActingOwnerId is not null,
        _ => true,
    };

    private static string? Typed(QueueFilter filter) => string.IsNullOrWhiteSpace(filter.Text) ? null : filter.Text.Trim();

    internal sealed class Place<TId>
    {
        public TId Id { get; init; } = default!;
        public DateTimeOffset At { get; init; }
    }
}

/// <summary>Where a piece of work stands in its tab.</summary>
internal sealed record QueueMark(QueueKind Kind, Guid Id, DateTimeOffset At);
