using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>« Risque de savoir »: which clients only one person, or nobody, could serve tomorrow; the most exposed first, a page at a time.</summary>
[UseCase]
public sealed class ReadKnowledge(UnitOfWork unitOfWork, TenantClock clock)
{
    // As many as a team writes down in a week.
    private const int ToWriteFirst = 3;

    public Task<Result<KnowledgeMap>> ExecuteAsync(Query query, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadPortfolios, async db =>
        {
            var facts = await KnowledgeFacts.ReadAsync(db, clock, ct);
            var clients = facts.Clients.Where(c => query.MemberId is not { } member || c.OwnerId == member || c.Knowing.Any(k => k.MemberId == member)).ToList();

            // By where the page ended and not by its last client: one that has moved on since takes no other with it.
            var rest = Cursor.Read<int, Cursor.Pair<decimal, Guid>>(query.After) is { Second: { } last } ended
                ? clients.Where(c => (-c.Risk.Score, -c.Work, c.ClientId.Value).CompareTo((-ended.First, -last.First, last.Second)) > 0)
                : clients;
            var page = rest.Take(query.Size + 1).ToList().Cut(query.Size, c => Cursor.Write(c.Risk.Score, new Cursor.Pair<decimal, Guid>(c.Work, c.ClientId.Value)));

            return new KnowledgeMap(page.Items, page.Next)
            {
                WriteFirst = [.. facts.Clients.Where(c => c.Risk.Level is not KnowledgeLevel.Low && c.Risk.Reasons.Any(r => r.Gap.CanBeWritten()))
                    .OrderByDescending(c => c.Risk.Level).ThenByDescending(c => c.Work).ThenByDescending(c => c.Risk.Score).Take(ToWriteFirst)],
                People = [.. facts.People.Select(person => PersonOf(person, facts.Clients))],
                Clients = facts.Clients.Count,
                HighRisk = facts.Clients.Count(c => c.Risk.Level is KnowledgeLevel.High),
                OnlyOne = facts.Clients.Count(c => c.Knowing.Count <= 1),
            };
        }, ct);

    private static KnowledgeMap.Person PersonOf(KnowledgeFacts.Person person, IReadOnlyList<KnownClient> clients)
    {
        var known = clients.Where(c => c.Knowing.Any(k => k.MemberId == person.Id)).ToList();

        return new(person.Id, person.Name, known.Count, known.Count(c => c.Knowing.Count == 1));
    }

    /// <param name="MemberId">Only what this member knows.</param>
    public sealed record Query(MemberId? MemberId = null, string? After = null, int Size = 25);
}

/// <summary>What is known of one client, and by whom.</summary>
[UseCase]
public sealed class ReadClientKnowledge(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<KnownClient>> ExecuteAsync(ClientId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<KnownClient>(this, Permission.ReadPortfolios, async db =>
            (await KnowledgeFacts.ReadAsync(db, clock, ct, id)).Clients is [var client] ? client : new NoSuchClient(), ct);
}

/// <summary>The team's map of what is only in somebody's head.</summary>
public sealed record KnowledgeMap(IReadOnlyList<KnownClient> Items, string? Next)
{
    /// <summary>The clients to write down first: of the most exposed, those with the most work.</summary>
    public IReadOnlyList<KnownClient> WriteFirst { get; init; } = [];

    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>How many clients there are, at whatever risk.</summary>
    public int Clients { get; init; }

    public int HighRisk { get; init; }

    /// <summary>How many of them one person at most could serve.</summary>
    public int OnlyOne { get; init; }

    /// <param name="Clients">How many they could serve tomorrow.</param>
    /// <param name="Alone">How many of those nobody else could.</param>
    public sealed record Person(MemberId MemberId, string Name, int Clients, int Alone);
}
