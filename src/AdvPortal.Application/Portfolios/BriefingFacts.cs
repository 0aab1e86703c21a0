using AdvPortal.Domain.Portfolios;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Portfolios;

/// <summary>The pack of one stand-in, or of all of an absence, put together from how things stand now: two visits to the database.</summary>
/// <param name="Clients">As they are told.</param>
/// <param name="All">All that is so, told or not.</param>
/// <param name="Company">The tenant's legal name.</param>
internal sealed record BriefingFacts(
    Absence Absence, MemberId? StandInId, IReadOnlyDictionary<MemberId, string> Names, IReadOnlyList<BriefedClient> Clients, IReadOnlyList<BriefingPoint> All, BriefingReceipt? Receipt, string Company)
{
    private static readonly IBriefingSource[] _sources =
        [new OrdersOfPeriod(), new RequirementsOfPeriod(), new QuestionsAsked(), new DocumentsOfClient(), new ComplaintsOpen(), new InquiriesOpen(), new TendersOfPeriod()];

    public static async Task<Result<BriefingFacts>> ReadAsync(AdvDbContext db, AbsenceId id, MemberId? standIn, TenantClock clock, CancellationToken ct)
    {
        var visit = new Visit(db);
        var absences = visit.Ask(db.Absences.AsNoTracking().Include(a => a.Covers).Where(a => a.Id == id));
        var members = visit.Ask(db.Members.Select(m => new { m.Id, m.Name }));
        var receipts = visit.Ask(db.BriefingReceipts.Where(r => r.AbsenceId == id && r.StandInId == standIn));
        var company = visit.Ask(db.TenantSettings.Select(s => s.LegalName));
        await visit.GoAsync(ct);

        if (absences.Rows is not [var absence])
        {
            return new NoSuchAbsence();
        }

        var names = members.Rows.ToDictionary(m => m.Id, m => m.Name);

        if (standIn is { } asked && !names.ContainsKey(asked))
        {
            return new NoSuchMember();
        }

        var covers = absence.Covers.Where(k => standIn is null || k.StandInId == standIn).ToList();

        if (covers.Count == 0 && standIn is { } nobody)
        {
            return new NotAStandIn(names[nobody]);
        }

        var clients = await ClientsAsync(db, absence, covers, clock, ct);

        return new BriefingFacts(absence, standIn, names, Briefing.Arrange(clients), [.. clients.SelectMany(client => client.Points)], receipts.Only, company.Only ?? "");
    }

    private static async Task<IReadOnlyList<BriefedClient>> ClientsAsync(AdvDbContext db, Absence absence, List<Cover> covers, TenantClock clock, CancellationToken ct)
    {
        var ids = covers.Select(k => k.ClientId).Distinct().ToList();
        var question = new BriefingQuestion { Visit = new(db), Db = db, Clients = ids, From = absence.From, Until = absence.Until, Clock = clock };
        var clients = question.Visit.Ask(db.Clients.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Code, c.Name, c.Notes }));
        var contacts = question.Visit.Ask(db.Contacts.Where(c => ids.Contains(c.ClientId) && c.ErasedAt == null).OrderBy(c => c.Role).ThenBy(c => c.Name)
            .Select(c => new { c.ClientId, c.Name, c.Role, c.Phone, c.Email, c.Language, c.Habits }));
        var asked = _sources.Select(source => source.Ask(question)).ToList();
        await question.Visit.GoAsync(ct);

        var points = asked.SelectMany(read => read()).ToLookup(found => found.Client, found => found.Point);
        var people = contacts.Rows.ToLookup(c => c.ClientId, c => new BriefedContact(c.Name, c.Role, c.Phone, c.Email, c.Language, c.Habits));

        return
        [
            .. from cover in covers
               orderby cover.FirstHalf
               group CoveredDays.Of(cover) by (cover.ClientId, cover.StandInId) into days
               join client in clients.Rows on days.Key.ClientId equals client.Id
               select new BriefedClient(client.Id, client.Code, client.Name, days.Key.StandInId, [.. days], client.Notes, [.. points[client.Id]], [.. people[client.Id]]),
        ];
    }
}

/// <summary>Which clients, and which days, are asked about.</summary>
internal sealed class BriefingQuestion
{
    /// <summary>In which all ask.</summary>
    public required Visit Visit { get; init; }

    public required AdvDbContext Db { get; init; }

    /// <summary>Those that are covered.</summary>
    public required IReadOnlyList<ClientId> Clients { get; init; }

    /// <summary>The first day of the absence.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly Until { get; init; }

    public required TenantClock Clock { get; init; }
}

/// <summary>One sort of thing that a stand-in has to know.</summary>
internal interface IBriefingSource
{
    /// <returns>What is read of the answer, once the visit is over.</returns>
    Func<IEnumerable<(ClientId Client, BriefingPoint Point)>> Ask(BriefingQuestion question);
}
