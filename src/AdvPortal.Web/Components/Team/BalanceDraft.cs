using AdvPortal.Application.Portfolios;

namespace AdvPortal.Web.Components.Team;

/// <summary>What is kept of a balance that is being tried out: who would get which client, from when and why.</summary>
public sealed class BalanceForm
{
    public Dictionary<Guid, BalanceMove> Moves { get; set; } = [];
    public DateOnly? From { get; set; }
    public string? Reason { get; set; }
}

/// <param name="To">Who would get the client.</param>
/// <param name="Seen">Whose client it was when it was moved; null for nobody's.</param>
/// <param name="ForGood">Whoever has it keeps it: what is foreseen for later no longer counts.</param>
public sealed record BalanceMove(Guid To, Guid? Seen, bool ForGood = false);

/// <summary>A share of portfolios that is being tried out, against the one that holds on a day: who would have which clients, and what each would carry.</summary>
public sealed class BalanceDraft
{
    private readonly BalanceForm _form;
    private readonly DateOnly _on;
    private readonly Dictionary<Guid, (ListPortfolios.Owned Client, Guid? Owner)> _clients;
    private readonly Dictionary<Guid, BalanceMove> _moves;

    /// <param name="portfolios">Everybody's, as they are.</param>
    /// <param name="form">What was moved so far.</param>
    /// <param name="on">The day from which the moves would count: what is foreseen for until then has happened.</param>
    public BalanceDraft(IReadOnlyList<ListPortfolios.Portfolio> portfolios, BalanceForm form, DateOnly on)
    {
        (_form, _on) = (form, on);
        _clients = portfolios.SelectMany(p => p.Clients.Select(c => (Client: c, Owner: (c.Foreseen.LastOrDefault(next => next.From <= on)?.ToMemberId ?? p.MemberId)?.Value)))
            .ToDictionary(c => c.Client.ClientId.Value);
        var takers = portfolios.Where(p => p.MayTake).Select(p => p.MemberId?.Value).ToHashSet();

        // What a colleague has done meanwhile is done.
        var open = form.Moves.Where(m => _clients.TryGetValue(m.Key, out var it) && (it.Owner != m.Value.To || (m.Value.ForGood && Later(it.Client).Any()))).ToLookup(m => takers.Contains(m.Value.To));
        _moves = open[true].ToDictionary();
        Lost = [.. open[false].Select(m => _clients[m.Key].Client)];
        var shown = portfolios.Where(p => p.MayTake || p.Clients.Count > 0).ToList();
        Columns = [.. shown.Select(ColumnOf), .. Orphaned(shown)];
    }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The moves that change something.</summary>
    public IReadOnlyList<PublishBalance.Each> Moves => [.. _moves.Select(m => new PublishBalance.Each(m.Key, m.Value.Seen, m.Value.To))];

    /// <summary>The clients that were moved to somebody who takes none any more: they are where they were.</summary>
    public IReadOnlyList<ListPortfolios.Owned> Lost { get; }

    /// <summary>Whose client it is without any move.</summary>
    public Guid? OwnerOf(Guid client) => _clients.TryGetValue(client, out var it) ? it.Owner : null;

    /// <summary>Whether a client may be put there: with whoever can take it, or back to whose it is.</summary>
    public bool MayGo(Guid client, ListPortfolios.Portfolio person) => person is { MayTake: true, MemberId: not null } || (_clients.TryGetValue(client, out var it) && it.Owner == person.MemberId?.Value);

    /// <summary>Whether nothing is or will be a member's.</summary>
    public bool HasNothing(Guid member) => _clients.Values.All(c => c.Owner != member && Later(c.Client).All(next => next.ToMemberId.Value != member));

    /// <summary>Moves a client; back to whose it is undoes the move.</summary>
    /// <param name="client">Which.</param>
    /// <param name="to">Null for nobody, where it is nobody's.</param>
    /// <param name="forGood">Whoever has it is to keep it, against what is foreseen.</param>
    public void Move(Guid client, Guid? to, bool forGood = false)
    {
        if (!_clients.TryGetValue(client, out var it) || to is not { } taker || (it.Owner == taker && !forGood))
        {
            _form.Moves.Remove(client);
        }
        else
        {
            _form.Moves[client] = new(taker, it.Owner, it.Owner == taker);
        }
    }

    private IEnumerable<ListPortfolios.Change> Later(ListPortfolios.Owned client) => client.Foreseen.Where(next => next.From > _on);

    // Foreseen for somebody who works here no more: nobody's column has it, and it must be seen.
    private IEnumerable<Column> Orphaned(List<ListPortfolios.Portfolio> shown)
    {
        var here = shown.Select(p => p.MemberId?.Value).ToHashSet();
        var all = _clients.Values.Where(c => c.Owner is not null && !here.Contains(c.Owner)).ToList();
        var left = all.Where(c => !_moves.ContainsKey(c.Client.ClientId.Value)).Select(c => new Row(c.Client, c.Owner, IsMoved: false, IsStale: false)).OrderBy(r => r.Client.Name, StringComparer.CurrentCulture).ToList();

        return left.Count == 0 ? [] : [new(new(null, null, [], [], []), left, all.Sum(c => c.Client.Work.Points), left.Sum(r => r.Client.Work.Points)) { IsOrphaned = true }];
    }

    private Column ColumnOf(ListPortfolios.Portfolio person)
    {
        var id = person.MemberId?.Value;
        var all = _clients.Values.Select(c => (c.Client, c.Owner, Move: _moves.GetValueOrDefault(c.Client.ClientId.Value))).Where(c => (c.Move is { } move ? move.To : c.Owner) == id)
            .Select(c => new Row(c.Client, c.Owner, c.Move is not null, c.Move is { } move && move.Seen != c.Owner))
            .OrderByDescending(r => r.IsMoved).ThenByDescending(r => r.Client.Work.Points).ThenBy(r => r.Client.Name, StringComparer.CurrentCulture).ToList();

        return new(person, all, _clients.Values.Where(c => c.Owner == id).Sum(c => c.Client.Work.Points), all.Sum(r => r.Client.Work.Points));
    }

    /// <param name="Person">Whose, or the clients without an owner.</param>
    /// <param name="Rows">What they would have: what came first.</param>
    /// <param name="Before">Points without the moves.</param>
    /// <param name="After">Points with them.</param>
    public sealed record Column(ListPortfolios.Portfolio Person, IReadOnlyList<Row> Rows, decimal Before, decimal After)
    {
        /// <summary>Of clients whose owner on that day works here no more.</summary>
        public bool IsOrphaned { get; init; }

        public bool IsOver => Person.MemberId is not null && After > Person.Capacity;
    }

    /// <param name="IsMoved">It comes from somebody else, or stays against what is foreseen.</param>
    /// <param name="IsStale">Somebody changed its owner since it was moved here.</param>
    public sealed record Row(ListPortfolios.Owned Client, Guid? Owner, bool IsMoved, bool IsStale);
}
