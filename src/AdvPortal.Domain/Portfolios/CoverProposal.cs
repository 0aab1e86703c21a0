namespace AdvPortal.Domain.Portfolios;

/// <summary>Why somebody was proposed, in figures from 0 to 1; <see cref="Load"/> is how free they stay. <see cref="Words"/> say what tipped the scales.</summary>
public sealed record CoverReasons(decimal Familiarity, decimal Load, bool Language)
{
    /// <summary>The strongest reason first; never empty for a line of a plan.</summary>
    public IReadOnlyList<Message> Words { get; init; } = [];

    public static CoverReasons Of(ClientToCover client, StandIn standIn, decimal loadAfter) => new(
        client.Familiar(standIn.Id),
        Math.Round(Math.Clamp(1 - (loadAfter / Math.Max(1, standIn.Capacity)), 0, 1), 2),
        standIn.Speaks(client.Language));
}

/// <summary>
/// The quick proposal, good and never the best by proof: the heaviest clients first, each to whom it costs least. Where nobody is there
/// all the time, several share it, and whoever has begun goes on. What is sought afterwards starts from here and is never worse.
/// </summary>
public sealed class CoverProposal
{
    private readonly CoverProblem _problem;
    private readonly CoverChoice _choice;
    private readonly int[,] _loads;

    private CoverProposal(CoverProblem problem) => (_problem, _choice, _loads) = (problem, new(problem), new int[problem.Team.Count, problem.Parts.Count]);

    public static CoverChoice For(CoverProblem problem)
    {
        var proposal = new CoverProposal(problem);
        var inTurn = Enumerable.Range(0, problem.Clients.Count).OrderByDescending(client => problem.Units[client]).ThenBy(client => problem.Clients[client].Id.Value).ToList();
        inTurn.ForEach(proposal.TakeFixed);
        inTurn.ForEach(proposal.Cover);

        return proposal._choice;
    }

    private void TakeFixed(int client)
    {
        for (var part = _problem.Spans[client].First; part <= _problem.Spans[client].Last; part++)
        {
            if (_problem.Fixed(client, part) is { } standIn)
            {
                Put(client, standIn, part);
            }
        }
    }

    private void Cover(int client)
    {
        var (first, last) = _problem.Spans[client];
        var open = Enumerable.Range(first, last - first + 1).Where(part => _problem.Fixed(client, part) is null).ToList();

        if (Best(client, open) is >= 0 and var always)
        {
            open.ForEach(part => Put(client, always, part));
        }
        else
        {
            open.ForEach(part => Put(client, part > first && _choice[client, part - 1] is >= 0 and var before && Fits(client, before, part) ? before : Best(client, [part]), part));
        }
    }

    private int Best(int client, List<int> parts) => Enumerable.Range(0, _problem.Team.Count)
        .Where(standIn => parts.TrueForAll(part => Fits(client, standIn, part)))
        .OrderBy(standIn => parts.Sum(part => Price(client, standIn, part)))
        .ThenBy(standIn => _problem.Team[standIn].Id.Value)
        .FirstOrDefault(CoverProblem.Nobody);

    private bool Fits(int client, int standIn, int part) => _problem.May(client, standIn, part) && _loads[standIn, part] + _problem.Units[client] <= _problem.Room(standIn, part);

    private long Price(int client, int standIn, int part)
    {
        var load = _loads[standIn, part];

        return _problem.Price(client, standIn, part) + (_problem.Parts[part].Weight * (_problem.LoadPrice(standIn, load + _problem.Units[client]) - _problem.LoadPrice(standIn, load)));
    }

    private void Put(int client, int standIn, int part)
    {
        _choice[client, part] = standIn;

        if (standIn != CoverProblem.Nobody)
        {
            _loads[standIn, part] += _problem.Units[client];
        }
    }
}
