using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>
/// Somebody leaves: proposes a new owner for each of their clients, as the cover plan would choose a stand-in, but for good. Who happens to be
/// on leave that week counts as there. Nothing changes before it is published.
/// </summary>
[UseCase]
public sealed class ProposeLeaving(UnitOfWork unitOfWork, TenantClock clock)
{
    // Long enough for a week's shares, and no more: a transfer has no end.
    private const int Days = 5;

    public async Task<Result<Proposal>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        var (leaving, start) = (new MemberId(form.MemberId ?? Guid.Empty), form.From ?? clock.Today);

        if (start < clock.Today)
        {
            return new TransferInThePast();
        }

        var asked = await unitOfWork.ReadAsync<Asked>(this, Permission.ManagePortfolios, async db =>
        {
            var facts = await CoverFacts.ReadAsync(db, clock, start, start.AddDays(Days - 1), ct, leaving);

            return facts.Team.Any(c => c.Member.Id == leaving) ? new Asked(facts, ProblemOf(facts, leaving, start)) : new NoSuchMember();
        }, ct);

        if (!asked.IsOk)
        {
            return asked.Refusal;
        }

        var ((facts, problem), lines) = (asked.Value, await CoverSolver.SolveAsync(asked.Value.Problem, ct));

        return Say(leaving, start, facts, problem, [.. lines.DistinctBy(line => line.ClientId)]);
    }

    private static CoverProblem ProblemOf(CoverFacts facts, MemberId leaving, DateOnly start)
    {
        var absence = Absence.Declare(leaving, start, start.AddDays(Days - 1)).Value!;

        // The last day alone says who owns what from then on; whom they only stand in for is not theirs to give.
        return new(
            [.. facts.ToCover(absence).Where(c => c.Chain is null && c.LastHalf == absence.LastHalf).Select(c => c with { FirstHalf = absence.FirstHalf })],
            [.. facts.StandIns(absence).Select(s => s with { Absences = [], Week = WorkingWeek.Full })]);
    }

    private static Proposal Say(MemberId leaving, DateOnly start, CoverFacts facts, CoverProblem problem, IReadOnlyList<PlannedCover> lines)
    {
        var (clients, people) = (problem.Clients.ToDictionary(c => c.Id), facts.Team.ToDictionary(c => c.Member.Id, c => c.Member.Name));
        var (names, given) = (facts.Clients.DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Name), lines.ToLookup(line => line.StandInId, line => clients[line.ClientId].Effort));
        var desk = problem.Team.ToDictionary(s => s.Id);

        return new(leaving, start,
            [.. lines.OrderBy(line => names[line.ClientId], StringComparer.CurrentCulture).Select(line => new Line(
                line.ClientId, names[line.ClientId], line.StandInId, people[line.StandInId],
                CoverWhy.Of(clients[line.ClientId], desk[line.StandInId], [.. problem.Team.Where(s => s.Id != line.StandInId)], After, problem.Weights, isFixed: false)))],
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

    private sealed record Asked(CoverFacts Facts, CoverProblem Problem);
}
