using System.Text.Json.Serialization;
using AdvPortal.Application.History;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

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
            var visit = new Visit(db);
            var absences = visit.Ask(db.Absences.Where(a => a.Id == id).Select(a => new { a.MemberId, a.PlanStatus, a.Version, Clients = a.Covers.Select(k => k.ClientId).ToList() }));
            var marks = visit.Ask(db.HandbackMarks.AsTracking().Where(m => m.AbsenceId == id));
            await visit.GoAsync(ct);

            if (absences.Only is not { PlanStatus: CoverPlanStatus.Published } absence)
            {
                return new NoSuchAbsence();
            }

            if (absence.MemberId != member.Id && !member.May(Permission.ManagePortfolios))
            {
                return new NotAllowed();
            }

            if (version is { } seen && seen != absence.Version)
            {
                return new ChangedMeanwhile();
            }

            var clients = form.ClientIds is { } asked ? asked.Select(each => new ClientId(each)).Distinct().ToList() : [.. absence.Clients.Distinct()];

            if (clients.Exists(client => !absence.Clients.Contains(client)))
            {
                return new NotCovered();
            }

            var known = marks.Rows.ToDictionary(m => m.ClientId);

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

    // A cover of weeks: the client's own history tells the rest.
    private const int MostEvents = 2000;

    /// <param name="StandIns">Who answered for it, in the order of their days.</param>
    /// <param name="Open">What presses now.</param>
    /// <param name="Notes">What the stand-ins wrote, the first first.</param>
    /// <param name="Events">What was done in the owner's place, the last first.</param>
    /// <param name="State">Null until the owner has gone through it.</param>
    public sealed record Client(
        ClientId ClientId, string Code, string Name, IReadOnlyList<string> StandIns, IReadOnlyList<BriefingPoint> Open, IReadOnlyList<Note> Notes, IReadOnlyList<ClientEvent> Events, HandbackState? State)
    {
        public bool IsQuiet => Open.Count == 0 && Notes.Count == 0 && Events.Count == 0;
    }

    /// <param name="At">In the tenant's zone.</param>
    public sealed record Note(CoverNoteId Id, CoverNoteKind Kind, string Text, DateOnly? DueOn, string AuthorName, DateTimeOffset At);

    internal static async Task<Result<HandbackView>> ReadAsync(AdvDbContext db, TenantClock clock, AbsenceId id, CancellationToken ct)
    {
        var read = await BriefingFacts.ReadAsync(db, id, standIn: null, clock, ct);

        if (!read.IsOk)
        {
            return read.Refusal;
        }

        var (absence, _, names, clients, _) = read.Value;
        var ids = clients.Select(c => c.ClientId).Distinct().ToList();
        var begins = clock.At(absence.From, TimeOnly.MinValue);
        var visit = new Visit(db);
        var notes = visit.Ask(db.CoverNotes.Where(n => n.AbsenceId == id).OrderBy(n => n.At));
        var marks = visit.Ask(db.HandbackMarks.Where(m => m.AbsenceId == id));
        var done = visit.Ask(ClientEvent.Of(db, db.History.Where(h => h.ClientId != null && ids.Contains(h.ClientId.Value) && h.ActingForId == absence.MemberId && h.At >= begins && h.UseCase != nameof(AddCoverNote))).Take(MostEvents));
        await visit.GoAsync(ct);

        // Of another cover of the same person that came after.
        var ends = clock.At(absence.Until, TimeOnly.MaxValue);
        var events = (await ClientEvent.NameAsync(db, clock, [.. done.Rows.Where(e => e.At <= ends)], ct)).ToLookup(e => e.ClientId);
        var states = marks.Rows.ToDictionary(m => m.ClientId, m => m.State);
        var written = notes.Rows.ToLookup(n => n.ClientId, n => new Note(n.Id, n.Kind, n.Text, n.DueOn, names.GetValueOrDefault(n.AuthorId, ""), clock.Local(n.At)));

        return new HandbackView(
            id, absence.MemberId, names[absence.MemberId], absence.From, absence.Until, absence.LastHalf < HalfDay.Of(clock.Local(clock.Now)),
            [.. from client in clients
                group client by client.ClientId into parts
                let first = parts.First()
                let open = first.Points.Where(point => point.Kind is not (BriefingKind.Due or BriefingKind.Requirement)).ToList()
                select new Client(
                    parts.Key, first.Code, first.Name, [.. parts.OrderBy(part => part.From).Select(part => names[part.StandInId]).Distinct()], open,
                    [.. written[parts.Key]], [.. events[parts.Key]], states.TryGetValue(parts.Key, out var state) ? state : null)])
        {
            Version = absence.Version,
        };
    }
}
