using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>
/// Somebody leaves: proposes a new owner for each of their clients, as the cover plan would choose a stand-in, but for good. Who happens to be
/// on leave that week counts as there. Nothing changes before it is published.
/// </summary>
[UseCase]
public sealed class ProposeLeaving(UnitOfWork unitOfWork, TenantClock clock)
{
    // Whoever leaves later than that has not been told of yet.
    private const int MostYears = 2;

    public async Task<Result<Proposal>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        var (leaving, start) = (new MemberId(form.MemberId ?? Guid.Empty), form.From ?? clock.Today);

        if (start < clock.Today)
        {
            return new TransferInThePast();
        }

        if (start > clock.Today.AddYears(MostYears))
        {
            return new LeavingTooFar(MostYears);
        }

        var asked = await unitOfWork.ReadAsync<Asked>(this, Permission.ManagePortfolios, async db =>
        {
            var facts = await CoverFacts.OfLeavingAsync(db, clock, leaving, start, ct);

            return facts.Team.Any(c => c.Member.Id == leaving) ? Ask(facts, leaving, start) : new NoSuchMember();
        }, ct);

        if (!asked.IsOk)
        {
            return asked.Refusal;
        }

        return Say(leaving, start, asked.Value, await CoverSolver.SolveAsync(asked.Value.Problem, ct));
    }

    private static Asked Ask(CoverFacts facts, MemberId leaving, DateOnly start)
    {
        var day = Absence.Declare(leaving, start, start).Value!;
        var (given, desk) = (facts.ToGive(day).ToList(), facts.StandIns(day));
        var (ids, members) = (given.Select(c => c.Id).ToHashSet(), desk.Select(s => s.Id).ToHashSet());

        // Who has a client in the end carries it, as far as is foreseen; what they only stand in for is no load that stays.
        var last = facts.Clients.GroupBy(c => c.Id).Select(each => each.MaxBy(c => c.From)!).ToList();
        var loads = last.Where(c => !ids.Contains(c.Id)).ToLookup(c => c.OwnerId, c => c.Work.Points);

        // What is foreseen to go to a colleague goes to them, only sooner.
        var foreseen = last.Where(c => ids.Contains(c.Id) && members.Contains(c.OwnerId)).ToDictionary(c => c.Id, c => c.OwnerId);

        return new(facts, foreseen, new(
            given,
            [.. desk.Select(s => s with { Load = loads[s.Id].Sum(), Absences = [], Week = WorkingWeek.Full })],
            kept: [.. foreseen.Select(f => new PlannedCover(f.Key, f.Value, day.FirstHalf, day.LastHalf, IsFixed: true))]));
    }

    private static Proposal Say(MemberId leaving, DateOnly start, Asked asked, IReadOnlyList<PlannedCover> lines)
    {
        var (facts, foreseen, problem) = asked;
        var (clients, people) = (problem.Clients.ToDictionary(c => c.Id), facts.Team.ToDictionary(c => c.Member.Id, c => c.Member.Name));
        var (names, given) = (facts.Clients.DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Name), lines.ToLookup(line => line.StandInId, line => clients[line.ClientId].Effort));
        var desk = problem.Team.ToDictionary(s => s.Id);

        return new(leaving, start,
            [.. lines.OrderBy(line => names[line.ClientId], StringComparer.CurrentCulture).Select(line => new Line(
                line.ClientId, names[line.ClientId], line.StandInId, people[line.StandInId],
                foreseen.ContainsKey(line.ClientId)
                    ? [new("Cover.Foreseen")]
                    : CoverWhy.Of(clients[line.ClientId], desk[line.StandInId], [.. problem.Team.Where(s => s.Id != line.StandInId)], After, problem.Weights, isFixed: false)))],
            [.. problem.Team.OrderBy(s => people[s.Id], StringComparer.CurrentCulture).Select(s => new CoverPlan.Load(s.Id, people[s.Id], s.Load, After(s), s.Capacity))],
            [.. problem.Clients.Where(c => lines.All(line => line.ClientId != c.Id)).Select(c => c.Id)]);

        decimal After(StandIn standIn) => standIn.Load + given[standIn.Id].Sum();
    }

    /// <param name="MemberId">Who leaves.</param>
    /// <param name="From">The first day without them; today where it is left out.</param>
    public sealed record Form(Guid? MemberId, DateOnly? From = null);

    /// <param name="Left">The clients for which nobody has room.</param>
    public sealed record Proposal(MemberId MemberId, DateOnly From, IReadOnlyList<Line> Lines, IReadOnlyList<CoverPlan.Load> Loads, IReadOnlyList<ClientId> Left);

    public sealed record Line(ClientId ClientId, string ClientName, MemberId ToMemberId, string ToMemberName, IReadOnlyList<Message> Because);

    /// <param name="Foreseen">The clients that somebody else gets anyhow, and who.</param>
    private sealed record Asked(CoverFacts Facts, IReadOnlyDictionary<ClientId, MemberId> Foreseen, CoverProblem Problem);
}
