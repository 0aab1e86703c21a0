using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Portfolios;

/// <summary>Who knows which client, and what of it is written, of one client or of all, in one visit: the people, and the clients by risk.</summary>
internal sealed record KnowledgeFacts(IReadOnlyList<KnowledgeFacts.Person> People, IReadOnlyList<KnownClient> Clients)
{
    /// <summary>Somebody of the desk.</summary>
    public sealed record Person(MemberId Id, string Name, bool IsAwayTomorrow);

    private sealed record Somebody(MemberId Id, string Name, IReadOnlyList<Role> Roles, bool IsDisabled, WorkingWeek? Week, bool IsAwayMorning, bool IsAwayAfternoon)
    {
        // Who is there for half of the day can serve a client.
        public bool IsAwayOn(DateOnly day) => (IsAwayMorning || IsOff(day, DayHalf.Morning)) && (IsAwayAfternoon || IsOff(day, DayHalf.Afternoon));

        private bool IsOff(DateOnly day, DayHalf half) => Week is { } week && week.IsOff(HalfDay.Of(day, half));
    }

    private sealed record Found(ClientId Id, string Code, string Name, MemberId? OwnerId, bool HasNotes, bool CanBeReached);

    // What of one requirement says whether it can be relied upon.
    private sealed record Said(ClientId ClientId, RequirementSource Source, DateOnly ValidFrom, DateOnly? ReviewOn, DateOnly? ConfirmedOn)
    {
        public bool IsUnsourced => Source.On is null || Source.Kind is SourceKind.Note;

        // On the day itself it is due, as the requirement book has it.
        public bool IsOverdue(DateOnly today) => ReviewOn is { } due ? due <= today : (ConfirmedOn ?? Source.On ?? ValidFrom) < today.AddMonths(-ClientKnowledge.MonthsUnheard);
    }

    public static async Task<KnowledgeFacts> ReadAsync(AdvDbContext db, TenantClock clock, CancellationToken ct, ClientId? only = null)
    {
        var visit = new Visit(db);
        var (today, tomorrow) = (clock.Today, WorkingDays.OnOrAfter(clock.Today.AddDays(1)));
        var (members, clients) = Ask(db, visit, today, tomorrow, only);
        var said = visit.Ask(
            from requirement in db.Requirements
            where requirement.Status == RequirementStatus.InForce && requirement.RetiredFrom == null && (only == null || requirement.ClientId == only)
            from revision in requirement.Revisions
            where revision.Status == RequirementStatus.InForce && (revision.ValidUntil == null || revision.ValidUntil >= today)
            select new Said(requirement.ClientId, revision.Source, revision.ValidFrom, revision.ReviewOn, revision.ConfirmedOn));
        var work = OpenWork.Ask(db, visit, only);
        var past = PastWork.Ask(db, visit, clock, today, only is { } one ? db.Clients.Where(c => c.Id == one).Select(c => c.Id) : null);
        await visit.GoAsync(ct);

        var people = members.Rows.Where(m => !m.IsDisabled && Roles.AreOfTheDesk(m.Roles)).Select(m => new Person(m.Id, m.Name, m.IsAwayOn(tomorrow))).ToList();
        var (names, desk) = (members.Rows.ToDictionary(m => m.Id, m => m.Name), people.ToDictionary(p => p.Id));
        var (requirements, known, of) = (said.Rows.ToLookup(s => s.ClientId), past(), work());

        return new(people,
        [
            .. clients.Rows.Select(client =>
            {
                var knowing = Knowing(client.Id, client.OwnerId);
                var handled = known.Of(client.Id, today).Select(each => each.Knows.Handled).ToList();
                var written = requirements[client.Id].ToList();

                return new KnownClient(client.Id, client.Code, client.Name, client.OwnerId, client.OwnerId is { } owner ? names[owner] : null, knowing, of(client.Id).Points, KnowledgeRisk.Of(
                    new(knowing.Count, handled.Sum(), handled.DefaultIfEmpty().Max())
                    {
                        Requirements = written.Count,
                        Unsourced = written.Count(each => each.IsUnsourced),
                        Overdue = written.Count(each => each.IsOverdue(today)),
                        HasNotes = client.HasNotes,
                        CanBeReached = client.CanBeReached,
                    }));
            }).OrderByDescending(client => client.Risk.Score).ThenByDescending(client => client.Work).ThenBy(client => client.ClientId.Value),
        ]);

        // Whose client it is knows it, as long as they are of the desk; of the others, whoever has had enough to do with it.
        List<KnownClient.Knows> Knowing(ClientId client, MemberId? owner) =>
        [
            .. known.Of(client, today).Where(each => each.Who != owner && each.Knows.Familiarity >= ClientKnowledge.Enough).Select(each => (each.Who, each.Knows.Familiarity))
                .Concat(owner is { } id ? [(id, 1m)] : [])
                .Where(each => desk.ContainsKey(each.Item1))
                .OrderByDescending(each => each.Item2).ThenBy(each => desk[each.Item1].Name, StringComparer.CurrentCulture)
                .Select(each => new KnownClient.Knows(each.Item1, desk[each.Item1].Name, each.Item2, desk[each.Item1].IsAwayTomorrow)),
        ];
    }

    private static (Answer<Somebody> Members, Answer<Found> Clients) Ask(AdvDbContext db, Visit visit, DateOnly today, DateOnly tomorrow, ClientId? only) => (
        visit.Ask(
            from member in db.Members
            orderby member.Name, member.Id
            select new Somebody(
                member.Id, member.Name, member.Roles, member.IsDisabled, member.Week,
                db.Absences.Any(a => a.MemberId == member.Id && a.PlanStatus != CoverPlanStatus.Withdrawn && a.From <= tomorrow && a.Until >= tomorrow && (a.From < tomorrow || a.FromHalf != DayHalf.Afternoon)),
                db.Absences.Any(a => a.MemberId == member.Id && a.PlanStatus != CoverPlanStatus.Withdrawn && a.From <= tomorrow && a.Until >= tomorrow && (a.Until > tomorrow || a.UntilHalf != DayHalf.Morning)))),
        visit.Ask(
            from client in db.Clients
            where only == null || client.Id == only
            from ownership in db.Ownerships.Where(o => o.ClientId == client.Id && o.From <= today && (o.Until == null || o.Until >= today)).DefaultIfEmpty()
            select new Found(
                client.Id, client.Code, client.Name, ownership == null ? null : (MemberId?)ownership.OwnerId, client.Notes != null && client.Notes != "",
                client.Phone != null || db.Contacts.Any(c => c.ClientId == client.Id && c.ErasedAt == null && c.Role != ContactRole.Accounting && (c.Email != null || c.Phone != null)))));
}

/// <summary>A client, who could serve it tomorrow, and what speaks against its being served well.</summary>
/// <param name="Knowing">Whoever knows it well enough, the best first.</param>
/// <param name="Work">What is open, in points.</param>
public sealed record KnownClient(ClientId ClientId, string Code, string Name, MemberId? OwnerId, string? OwnerName, IReadOnlyList<KnownClient.Knows> Knowing, decimal Work, KnowledgeRisk Risk)
{
    /// <summary>How many of those who know it are there on the next working day.</summary>
    public int Tomorrow => Knowing.Count(each => !each.AwayTomorrow);

    /// <param name="Familiarity">As the cover plan reckons it, from 0 to 1; the owner's is 1.</param>
    public sealed record Knows(MemberId MemberId, string Name, decimal Familiarity, bool AwayTomorrow);
}
