using System.Text.Json.Serialization;
using AdvPortal.Application.History;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Portfolios;

/// <summary>« Restitution »: what was done, decided, promised and left open for each client while its owner was away.</summary>
[UseCase]
public sealed class ReadHandback(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<HandbackView>> ExecuteAsync(AbsenceId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<HandbackView>(this, Permission.HandleOrders, db => HandbackView.ReadAsync(db, clock, id, ct), ct);
}

/// <summary>The owner has gone through what was done for some clients, or for all of them: seen, or to be taken up again.</summary>
[UseCase]
public sealed class MarkHandback(UnitOfWork unitOfWork, CurrentMember member, TenantClock clock)
{
    public Task<Result<Marked>> ExecuteAsync(AbsenceId id, Form form, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<Marked>>(this, Permission.HandleOrders, id, async db =>
        {
            var read = await HandbackFacts.ReadAsync(db, id, ct);

            if (!read.IsOk)
            {
                return read.Refusal;
            }

            var (absence, covered) = (read.Value.Absence, read.Value.Clients);

            if (absence.MemberId != member.Id && !member.May(Permission.ManagePortfolios))
            {
                return new NotAllowed();
            }

            if (version is { } seen && seen != absence.Version)
            {
                return new ChangedMeanwhile();
            }

            var clients = form.ClientIds is { } asked ? asked.Select(each => new ClientId(each)).Distinct().ToList() : [.. covered];

            if (clients.Exists(client => !covered.Contains(client)))
            {
                return new NotCovered();
            }

            var known = await db.HandbackMarks.Where(m => m.AbsenceId == id).ToDictionaryAsync(m => m.ClientId, ct);

            foreach (var client in clients)
            {
                if (!known.TryGetValue(client, out var mark))
                {
                    db.HandbackMarks.Add(mark = new(id, client));
                }

                mark.Set(form.State, member.Id, clock.Now);
            }

            return new Marked(clients, form.State);
        }, ct);

    /// <param name="State">What the owner makes of it.</param>
    /// <param name="ClientIds">Null for all that were covered.</param>
    public sealed record Form(HandbackState State, IReadOnlyList<Guid>? ClientIds = null);

    public sealed record Marked(IReadOnlyList<ClientId> ClientIds, HandbackState State);
}

/// <summary>The journal of a cover, client by client.</summary>
/// <param name="HasEnded">Whether the owner answers again.</param>
public sealed record HandbackView(AbsenceId AbsenceId, MemberId AbsentId, string AbsentName, DateOnly From, DateOnly Until, bool HasEnded, IReadOnlyList<HandbackView.Client> Clients)
{
    /// <summary>Of the absence: the journal has none of its own.</summary>
    [JsonIgnore]
    public int Version { get; init; }

    private static readonly IBriefingSource[] _open = [new OrdersOfPeriod(), new QuestionsAsked(), new DocumentsOfClient(), new ComplaintsOpen(), new InquiriesOpen(), new TendersOfPeriod()];

    // A cover of weeks: the client's own history tells the rest.
    private const int MostEvents = 2000;

    /// <param name="StandIns">Who answered for it, in the order of their days.</param>
    /// <param name="Open">What presses now.</param>
    /// <param name="Notes">What the stand-ins wrote, the first first.</param>
    /// <param name="Events">What was done in the owner's place, the last first.</param>
    /// <param name="State">Null until the owner has gone through it.</param>
    public sealed record Client(
        ClientId ClientId, string Code, string Name, IReadOnlyList<StandIn> StandIns, IReadOnlyList<BriefingPoint> Open, IReadOnlyList<Note> Notes, IReadOnlyList<ClientEvent> Events, HandbackState? State)
    {
        public bool IsQuiet => Open.Count == 0 && Notes.Count == 0 && Events.Count == 0;
    }

    public sealed record StandIn(MemberId Id, string Name);

    /// <param name="At">In the tenant's zone.</param>
    public sealed record Note(CoverNoteId Id, CoverNoteKind Kind, string Text, DateOnly? DueOn, string AuthorName, DateTimeOffset At);

    internal static async Task<Result<HandbackView>> ReadAsync(AdvDbContext db, TenantClock clock, AbsenceId id, CancellationToken ct)
    {
        var read = await HandbackFacts.ReadAsync(db, id, ct);

        if (!read.IsOk)
        {
            return read.Refusal;
        }

        var (absence, names, covers) = read.Value;
        var (ids, owners) = (read.Value.Clients, covers.Select(k => k.AbsentId).Distinct().ToList());
        var (begins, ends) = (BeginningOf(clock, covers.Min(k => k.FirstHalf)), BeginningOf(clock, covers.Max(k => k.LastHalf) + 1));
        var question = new BriefingQuestion { Visit = new(db), Db = db, Clients = ids, From = absence.From, Until = absence.Until, Clock = clock };
        var clients = question.Visit.Ask(db.Clients.IgnoreQueryFilters([Filters.Archived]).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => new { c.Id, c.Code, c.Name }));
        var notes = question.Visit.Ask(db.CoverNotes.Where(n => n.AbsenceId == id).OrderBy(n => n.At));
        var marks = question.Visit.Ask(db.HandbackMarks.Where(m => m.AbsenceId == id));
        var done = question.Visit.Ask(ClientEvent.Of(db, db.History.Where(h =>
            h.ClientId != null && ids.Contains(h.ClientId.Value) && h.ActingForId != null && owners.Contains(h.ActingForId.Value) && h.At >= begins && h.At < ends && h.UseCase != nameof(AddCoverNote))).Take(MostEvents));
        var pressing = _open.Select(source => source.Ask(question)).ToList();
        await question.Visit.GoAsync(ct);

        var events = (await ClientEvent.NameAsync(db, clock, [.. done.Rows.Where(e => covers.Any(k => k.ClientId == e.ClientId && IsWithin(clock, k, e.At)))], ct)).ToLookup(e => e.ClientId);
        var points = pressing.SelectMany(found => found()).Where(found => found.Point.Kind is not BriefingKind.Due).ToLookup(found => found.Client, found => found.Point);
        var states = marks.Rows.ToDictionary(m => m.ClientId, m => m.State);
        var written = notes.Rows.ToLookup(n => n.ClientId, n => new Note(n.Id, n.Kind, n.Text, n.DueOn, names.GetValueOrDefault(n.AuthorId, ""), clock.Local(n.At)));

        return new HandbackView(
            id, absence.MemberId, names[absence.MemberId], absence.From, absence.Until, absence.LastHalf < HalfDay.Of(clock.Local(clock.Now)),
            [.. clients.Rows.Select(client => new Client(
                client.Id, client.Code, client.Name,
                [.. covers.Where(k => k.ClientId == client.Id).Select(k => k.StandInId).Distinct().Select(standIn => new StandIn(standIn, names[standIn]))],
                [.. points[client.Id].OrderByDescending(point => point.Weight).ThenBy(point => point.On ?? DateOnly.MaxValue)],
                [.. written[client.Id]], [.. events[client.Id]], states.TryGetValue(client.Id, out var state) ? state : null))])
        {
            Version = absence.Version,
        };
    }

    private static bool IsWithin(TenantClock clock, Cover cover, DateTimeOffset at) => HalfDay.Of(clock.Local(at)) is var half && cover.FirstHalf <= half && cover.LastHalf >= half;

    private static DateTimeOffset BeginningOf(TenantClock clock, int half) => clock.At(HalfDay.DayOf(half), HalfDay.HalfOf(half) is DayHalf.Morning ? TimeOnly.MinValue : new(12, 0));
}
