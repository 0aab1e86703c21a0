namespace AdvPortal.Domain.Portfolios;

/// <summary>A stretch of an absence within which nothing changes of who is there, from one half-day to another, both included.</summary>
/// <param name="Weight">Its half-days from Monday to Friday, at least one.</param>
public sealed record CoverPart(int First, int Last, int Weight);

/// <summary>
/// Who should stand in, as figures: clients, colleagues, the parts of the period, what each choice costs and what is not possible at all.
/// The cost of a plan is the sum, in whole points, of
/// <list type="bullet">
/// <item>for each client and part: its effort × half-days × how little the stand-in suits it (familiarity, requirements, language), twice for a sensitive client;</item>
/// <item>for each client: every change of hand between two parts;</item>
/// <item>for each colleague and part: half-days × what their load costs, each unit more than the one before, above 100 % dearly;</item>
/// <item>for each half-day on which nobody answers: more than all of that.</item>
/// </list>
/// Nobody is given anything while away, nor beyond their absolute capacity. What a manager fixed stays.
/// </summary>
public sealed class CoverProblem
{
    /// <summary>The choice of nobody.</summary>
    public const int Nobody = -1;

    // Two units a point of effort, so that half an order counts; prices in hundredths of points.
    private const int UnitsOfEffort = 2;
    private const int Hundredths = 100;

    private readonly long[][] _unfit;
    private readonly bool[][] _isThere;
    // By client, then by part; null where nothing of a client is fixed, as of nearly all.
    private readonly int?[]?[] _fixed;
    // What each further unit of work costs a colleague in a half-day, on top of what they carry: never less than the one before; as many as they can take at all.
    private readonly long[][] _marginals;
    private readonly long[][] _loadPrices;
    private readonly long[] _beyond;
    private readonly int[][] _rooms;

    public CoverProblem(IReadOnlyList<ClientToCover> clients, IReadOnlyList<StandIn> team, CoverWeights? weights = null, IReadOnlyList<PlannedCover>? kept = null)
    {
        (Clients, Team, Weights) = (clients, team, weights ?? CoverWeights.Usual);
        Parts = Cut(clients, team, kept ?? []);
        Units = [.. clients.Select(c => UnitsOf(c.Effort))];
        Spans = [.. clients.Select(c => (Parts.Index().First(p => p.Item.Last >= c.FirstHalf).Index, Parts.Index().Last(p => p.Item.First <= c.LastHalf).Index))];
        _isThere = [.. team.Select(s => Parts.Select(p => !s.IsAway(p.First, p.Last)).ToArray())];
        _unfit = [.. clients.Select(c => team.Select(s => Unfit(c, s)).ToArray())];
        _marginals = [.. team.Select(Marginals)];
        _loadPrices = [.. _marginals.Select(Running)];
        _beyond = [.. team.Select(BeyondPrice)];
        _fixed = new int?[]?[clients.Count];

        foreach (var line in kept ?? [])
        {
            Keep(line);
        }

        _rooms = [.. team.Select((_, standIn) => Parts.Select((_, part) =>
            Math.Max(_marginals[standIn].Length, _fixed.Index().Where(f => f.Item?[part] == standIn).Sum(f => Units[f.Index]))).ToArray())];
    }

    public IReadOnlyList<ClientToCover> Clients { get; }
    public IReadOnlyList<StandIn> Team { get; }
    public CoverWeights Weights { get; }
    public IReadOnlyList<CoverPart> Parts { get; }

    /// <summary>The effort of each client in half points, at least one.</summary>
    public IReadOnlyList<int> Units { get; }

    /// <summary>The first and last part of each client.</summary>
    public IReadOnlyList<(int First, int Last)> Spans { get; }

    /// <summary>What a change of hand costs a client.</summary>
    public long ChangePrice(int client) => (long)CoverWeights.Change * Hundredths * Units[client] * Stake(client);

    /// <summary>Who was fixed by hand; null where the choice is free.</summary>
    public int? Fixed(int client, int part) => _fixed[client]?[part];

    /// <summary>Whether the choice is possible: the colleague is there, and nobody else was fixed.</summary>
    public bool May(int client, int standIn, int part) => Fixed(client, part) is { } only ? standIn == only : standIn == Nobody || _isThere[standIn][part];

    /// <summary>What a choice costs by itself, for the client's whole effort in the part.</summary>
    public long Price(int client, int standIn, int part) => PriceOfUnit(client, standIn) * Units[client] * Parts[part].Weight;

    /// <summary>The same for one unit of effort and one half-day.</summary>
    public long PriceOfUnit(int client, int standIn) =>
        (standIn == Nobody ? (long)CoverWeights.Uncovered * Hundredths : _unfit[client][standIn]) * Stake(client);

    /// <summary>What so many units on top of their own work cost a colleague in a half-day; beyond their absolute capacity only a manager's hand leads, at the price of the last unit.</summary>
    public long LoadPrice(int standIn, int units)
    {
        var prices = _loadPrices[standIn];

        return units < prices.Length ? prices[units] : prices[^1] + ((units - prices.Length + 1) * _beyond[standIn]);
    }

    /// <summary>How many units a colleague may take on in a part: their room, or what was fixed for them where that is more.</summary>
    public int Room(int standIn, int part) => _rooms[standIn][part];

    /// <summary>The cost of a whole choice, a colleague or <see cref="Nobody"/> for each client and each of its parts.</summary>
    public long Cost(CoverChoice choice)
    {
        var cost = 0L;
        var loads = new int[Team.Count, Parts.Count];

        for (var client = 0; client < Clients.Count; client++)
        {
            for (var part = Spans[client].First; part <= Spans[client].Last; part++)
            {
                var standIn = choice[client, part];
                cost += Price(client, standIn, part);

                if (standIn != Nobody)
                {
                    loads[standIn, part] += Units[client];
                }

                if (part > Spans[client].First && IsChange(choice[client, part - 1], standIn))
                {
                    cost += ChangePrice(client);
                }
            }
        }

        for (var standIn = 0; standIn < Team.Count; standIn++)
        {
            for (var part = 0; part < Parts.Count; part++)
            {
                cost += Parts[part].Weight * LoadPrice(standIn, loads[standIn, part]);
            }
        }

        return cost;
    }

    /// <summary>Going from nobody to somebody is no change of hand.</summary>
    public static bool IsChange(int before, int after) => before != after && before != Nobody && after != Nobody;

    /// <summary>The lines of a plan: parts that follow one another in the same hand are one.</summary>
    public IReadOnlyList<PlannedCover> LinesOf(CoverChoice choice)
    {
        var lines = new List<PlannedCover>();

        for (var client = 0; client < Clients.Count; client++)
        {
            PlannedCover? open = null;

            for (var part = Spans[client].First; part <= Spans[client].Last; part++)
            {
                var (standIn, isFixed) = (choice[client, part], Fixed(client, part) is not null);

                if (open is not null && standIn != Nobody && open.StandInId == Team[standIn].Id && open.IsFixed == isFixed)
                {
                    open = open with { LastHalf = Parts[part].Last };
                    lines[^1] = open;
                }
                else if (standIn == Nobody)
                {
                    open = null;
                }
                else
                {
                    lines.Add(open = new(Clients[client].Id, Team[standIn].Id, Parts[part].First, Parts[part].Last, isFixed) { Chain = Clients[client].Chain });
                }
            }
        }

        return lines;
    }

    private static int UnitsOf(decimal effort) => Math.Max(1, (int)Math.Round(effort * UnitsOfEffort, MidpointRounding.AwayFromZero));

    private static int FullOf(StandIn standIn) => Math.Max(1, (int)Math.Round(standIn.Capacity * UnitsOfEffort, MidpointRounding.AwayFromZero));

    private static int MostOf(StandIn standIn) => (int)Math.Floor(standIn.Capacity * CoverWeights.AbsoluteCapacity * UnitsOfEffort);

    private static int BaseOf(StandIn standIn) => (int)Math.Round(standIn.Load * UnitsOfEffort, MidpointRounding.AwayFromZero);

    // Nothing, one unit, two units…
    private static long[] Running(long[] marginals)
    {
        var prices = new long[marginals.Length + 1];

        for (var unit = 0; unit < marginals.Length; unit++)
        {
            prices[unit + 1] = prices[unit] + marginals[unit];
        }

        return prices;
    }

    private int Stake(int client) => Clients[client].IsSensitive ? CoverWeights.Sensitive : 1;

    private long Unfit(ClientToCover client, StandIn standIn) =>
        (long)Math.Round(Hundredths * (
            (Weights.Familiarity * (1 - client.Familiar(standIn.Id)))
            + (Weights.Requirements * (1 - client.Alike(standIn.Id)))
            + (standIn.Speaks(client.Language) ? 0 : CoverWeights.Language)));

    private long[] Marginals(StandIn standIn) =>
        [.. Enumerable.Range(BaseOf(standIn) + 1, Math.Max(0, MostOf(standIn) - BaseOf(standIn))).Select(unit => PriceOfNth(unit, FullOf(standIn)))];

    private long PriceOfNth(int unit, int full) => ((2L * Weights.Load * unit) + (CoverWeights.Overload * Math.Max(0L, unit - full))) * Hundredths / full;

    private long BeyondPrice(StandIn standIn) => PriceOfNth(Math.Max(BaseOf(standIn), MostOf(standIn)) + 1, FullOf(standIn));

    private void Keep(PlannedCover line)
    {
        var standIn = Team.Index().FirstOrDefault(s => s.Item.Id == line.StandInId, (Nobody, null!)).Index;

        for (var client = 0; client < Clients.Count && standIn != Nobody; client++)
        {
            for (var part = Spans[client].First; part <= Spans[client].Last && Clients[client].Id == line.ClientId; part++)
            {
                if (line.FirstHalf <= Parts[part].First && line.LastHalf >= Parts[part].Last && _isThere[standIn][part])
                {
                    (_fixed[client] ??= new int?[Parts.Count])[part] = standIn;
                }
            }
        }
    }

    // Wherever somebody leaves or comes back, a client comes or goes, or a fixed line begins or ends.
    private static List<CoverPart> Cut(IReadOnlyList<ClientToCover> clients, IReadOnlyList<StandIn> team, IReadOnlyList<PlannedCover> kept)
    {
        if (clients.Count == 0)
        {
            return [];
        }

        var (first, last) = (clients.Min(c => c.FirstHalf), clients.Max(c => c.LastHalf));
        var begins = clients.Select(c => (c.FirstHalf, c.LastHalf)).Concat(kept.Select(k => (k.FirstHalf, k.LastHalf)))
            .Concat(team.SelectMany(s => s.Absences).Where(a => a.PlanStatus is not CoverPlanStatus.Withdrawn).Select(a => (a.FirstHalf, a.LastHalf)))
            .SelectMany(span => new[] { span.FirstHalf, span.LastHalf + 1 })
            .Concat(team.Where(s => !s.Week.IsFull).SelectMany(s => Enumerable.Range(first + 1, last - first).Where(half => s.Week.IsOff(half) != s.Week.IsOff(half - 1))))
            .Where(half => half > first && half <= last)
            .Append(first).Distinct().Order().ToList();

        return [.. begins.Select((begin, at) => at + 1 < begins.Count ? (begin, begins[at + 1] - 1) : (begin, last)).Select(part => new CoverPart(part.begin, part.Item2, WeightOf(part.begin, part.Item2)))];
    }

    private static int WeightOf(int first, int last) =>
        Math.Max(1, Enumerable.Range(first, last - first + 1).Count(half => !HalfDay.IsWeekend(half)));
}

/// <summary>Who answers for which client in which part: the number of a colleague in the problem, or <see cref="CoverProblem.Nobody"/>.</summary>
public sealed class CoverChoice
{
    private readonly int[][] _standIns;

    public CoverChoice(CoverProblem problem) => _standIns = [.. problem.Clients.Select(_ => Enumerable.Repeat(CoverProblem.Nobody, problem.Parts.Count).ToArray())];

    private CoverChoice(int[][] standIns) => _standIns = standIns;

    public int this[int client, int part]
    {
        get => _standIns[client][part];
        set => _standIns[client][part] = value;
    }

    public CoverChoice Copy() => new([.. _standIns.Select(row => (int[])row.Clone())]);
}
