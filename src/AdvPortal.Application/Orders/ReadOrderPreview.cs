using AdvPortal.Application.Clarifications;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>What one must know of an order beside the list: is its promise kept, if not why and until when, what was promised and told, what the client requires, who spoke last.</summary>
[UseCase]
public sealed class ReadOrderPreview(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Preview>> ExecuteAsync(OrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Preview>(this, Permission.ReadOrders, async db => await ReadOrder.FindAsync(db, id, ct) is { } order ? await DescribeAsync(db, order, ct) : new NoSuchOrder(), ct);

    private async Task<Preview> DescribeAsync(AdvDbContext db, Order order, CancellationToken ct)
    {
        var half = HalfDay.Of(clock.Local(clock.Now));
        var visit = new Visit(db);
        var around = ReadOrder.Around(db, visit, clock, order.Id, order.ClientId);
        var clients = visit.AskClient(db, order.ClientId);
        var names = visit.Ask(db.Members.Select(m => new { m.Id, m.Name }));
        var covers = visit.Ask(db.Covers.Where(c => c.ClientId == order.ClientId && c.IsPublished && c.FirstHalf <= half && c.LastHalf >= half).Select(c => c.LastHalf));
        var asked = visit.Ask(ClarificationView.About(db, order.Id, null).Take(1));
        var mails = visit.Ask(db.Outbox.Where(m => m.SubjectId == order.Id.Value && m.SentAt != null).OrderByDescending(m => m.CreatedAt).Take(1).Select(m => new Sent { SentAt = m.SentAt!.Value, Subject = m.Subject, To = m.To }));
        var steps = OrderSteps.Ask(db, visit, clock, order);
        var departures = Departures.Ask(db, visit);
        await visit.GoAsync(ct);

        var (client, members) = (clients.Rows[0], names.Rows.ToDictionary(m => m.Id, m => m.Name));
        var (responsible, _, told) = around();
        var first = departures().First(clock);
        var standing = order.StandingOn(clock.Today, first);

        return new(
            ReadOrder.View(db, order, around()), standing, client.Name, client.Sites.FirstOrDefault(s => s.Id == order.SiteId)?.Name,
            Name(responsible?.OwnerId), Name(responsible?.ActingOwnerId), covers.Rows is [var last, ..] ? HalfDay.DayOf(last) : null,
            standing is PromiseStanding.Late or PromiseStanding.AtRisk ? Next(order, steps.Days(), first) : null,
            [.. order.Promises.OrderByDescending(p => p.At).ThenByDescending(p => p.Id.Value).DistinctBy(p => (p.At, p.Now, p.Cause)).Select(p => Entry.Of(p, ToldPromises.At(p, told), clock))],
            [.. order.Findings.Where(f => f is { RequirementId: not null, Sentence: not null }).DistinctBy(f => f.RequirementId).Select(f => new Required(f.RequirementId!.Value, f.Kind, f.Sentence!))],
            LastOf(asked.Rows, mails.Rows), PhoneOf(client, order.SiteId), BuyerOf(client)?.Email, clock.Today);

        string? Name(MemberId? id) => id is { } member ? members.GetValueOrDefault(member) : null;
    }

    private NextDay Next(Order order, ArrivalDays days, DateOnly first)
    {
        var open = order.Lines.Where(line => line.OutstandingQuantity > 0).ToList();
        var looked = open.ConvertAll(line => days.Look(line.LineNo, line.NextDueOn is { } due && due > clock.Today ? due : clock.Today, Departures.ReadyOn(line, first, clock.Today)));
        var worst = looked.MaxBy(day => day.First ?? DateOnly.MaxValue);

        return new(
            open.Find(line => line.IsThreatened)?.Ready, looked.TrueForAll(day => day.First is not null) ? looked.Max(day => day.First) : null,
            looked.Min(day => day.First), [.. worst?.Trace.Select(OrderView.Step.Of) ?? []]);
    }

    private Exchange? LastOf(IReadOnlyList<ClarificationView> asked, IReadOnlyList<Sent> mails) => (asked is [var first, ..] ? first : null, mails is [.., var last] ? last : null) switch
    {
        ({ AnsweredAt: { } at, Answer: { } answer } question, var mail) when mail is null || mail.SentAt < at => new(clock.Local(at), question.AnsweredBy, answer, IsTheirs: true),
        ({ } question, var mail) when mail is null || mail.SentAt < question.AskedAt => new(clock.Local(question.AskedAt), question.AskedBy, question.Text, IsTheirs: false),
        (_, { } mail) => new(clock.Local(mail.SentAt), mail.To, mail.Subject, IsTheirs: false),
        _ => null,
    };

    private static Contact? BuyerOf(Client client) => client.Contacts.Where(c => c is { Role: ContactRole.Buyer, ErasedAt: null }).OrderBy(c => c.Id.Value).FirstOrDefault();

    private static string? PhoneOf(Client client, SiteId? site) =>
        client.Contacts.Where(c => c is { ErasedAt: null, Phone.Length: > 0 } && (c.SiteId is null || c.SiteId == site)).OrderBy(c => c.Role).ThenBy(c => c.Id.Value).FirstOrDefault()?.Phone ?? client.Phone;

    /// <param name="CoveredUntil">The last day of the cover, where somebody stands in.</param>
    /// <param name="Next">When it could come, where the promise is late or at risk.</param>
    /// <param name="Promises">The last one first; what was said of several lines at once stands once.</param>
    /// <param name="Phone">Who is called about this place.</param>
    /// <param name="Email">Of the buyer.</param>
    public sealed record Preview(
        OrderView Order, PromiseStanding Standing, string ClientName, string? SiteName, string? OwnerName, string? ActingOwnerName, DateOnly? CoveredUntil, NextDay? Next,
        IReadOnlyList<Entry> Promises, IReadOnlyList<Required> Requirements, Exchange? Last, string? Phone, string? Email, DateOnly Today);

    /// <param name="Ready">When what threatens the promise can leave, as stock or workshop say; null when they say nothing.</param>
    /// <param name="AllOn">The first day on which everything outstanding may be there; null when there is none.</param>
    /// <param name="FirstOn">The first on which some of it may.</param>
    /// <param name="Trace">Why not sooner.</param>
    public sealed record NextDay(Readiness? Ready, DateOnly? AllOn, DateOnly? FirstOn, IReadOnlyList<OrderView.Step> Trace);

    /// <summary>One entry of the promise ledger.</summary>
    /// <param name="ToldAt">When the client learnt of it; null while it has not.</param>
    public sealed record Entry(DateTimeOffset At, DateOnly? Was, DateOnly? Now, PromiseCause Cause, PromiseSide Side, string? Note, DateTimeOffset? ToldAt)
    {
        internal static Entry Of(PromiseChange change, DateTimeOffset? toldAt, TenantClock clock) =>
            new(clock.Local(change.At), change.Was, change.Now, change.Cause, change.Side, change.Note, toldAt is { } at ? clock.Local(at) : null);
    }

    public sealed record Required(RequirementId Id, string Kind, string Sentence);

    /// <param name="Who">Who wrote or answered, or to whom it went.</param>
    public sealed record Exchange(DateTimeOffset At, string? Who, string Words, bool IsTheirs);

    private sealed class Sent
    {
        public DateTimeOffset SentAt { get; init; }
        public string Subject { get; init; } = "";
        public string To { get; init; } = "";
    }
}
