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
public sealed record BalanceMove(Guid To, Guid? Seen);

/// <summary>A share of portfolios that is being tried out, against the one that holds on a day: who would have which clients, and what each would carry.</summary>
public sealed class BalanceDraft
{
    private readonly BalanceForm _form;
    private readonly Dictionary<Guid, (ListPortfolios.Owned Client, Guid? Owner)> _clients;

    /// <param name="portfolios">Everybody's, as they are.</param>
    /// <param name="form">What was moved so far.</param>
    /// <param name="on">The day from which the moves would count: what is foreseen for until then has happened.</param>
    public BalanceDraft(IReadOnlyList<ListPortfolios.Portfolio> portfolios, BalanceForm form, DateOnly on)
    {
        _form = form;
        _clients = portfolios.SelectMany(p => p.Clients.Select(c => (Client: c, Owner: (c.Next is { } next && next.From <= on ? next.ToMemberId : p.MemberId)?.Value)))
            .ToDictionary(c => c.Client.ClientId.Value);
        Columns = [.. portfolios.Where(p => p.MayTake || p.Clients.Count > 0).Select(p => ColumnOf(p))];
    }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The moves that change something.</summary>
    public IReadOnlyList<PublishBalance.Each> Moves =>
        [.. _form.Moves.Where(m => _clients.ContainsKey(m.Key)).Select(m => new PublishBalance.Each(m.Key, m.Value.Seen, m.Value.To))];

    /// <summary>Whose client it is without any move.</summary>
    public Guid? OwnerOf(Guid client) => _clients.TryGetValue(client, out var it) ? it.Owner : null;

    /// <summary>Moves a client; back to whose it is undoes the move.</summary>
    public void Move(Guid client, Guid to)
    {
        if (!_clients.TryGetValue(client, out var it) || it.Owner == to)
        {
            _form.Moves.Remove(client);
        }
        else
        {
            _form.Moves[client] = new(to, it.Owner);
        }
    }

    private Column ColumnOf(ListPortfolios.Portfolio person)
    {
        var id = person.MemberId?.Value;
        var all = _clients.Values.Where(c => (_form.Moves.TryGetValue(c.Client.ClientId.Value, out var move) ? move.To : c.Owner) == id)
            .Select(c => new Row(c.Client, c.Owner, c.Owner != id, _form.Moves.TryGetValue(c.Client.ClientId.Value, out var move) && move.Seen != c.Owner))
            .OrderByDescending(r => r.IsMoved).ThenByDescending(r => r.Client.Work.Points).ThenBy(r => r.Client.Name, StringComparer.CurrentCulture).ToList();

        return new(person, all, _clients.Values.Where(c => c.Owner == id).Sum(c => c.Client.Work.Points), all.Sum(r => r.Client.Work.Points));
    }

    /// <param name="Person">Whose, or the clients without an owner.</param>
    /// <param name="Rows">What they would have: what came first.</param>
    /// <param name="Before">Points without the moves.</param>
    /// <param name="After">Points with them.</param>
    public sealed record Column(ListPortfolios.Portfolio Person, IReadOnlyList<Row> Rows, decimal Before, decimal After)
    {
        public bool IsOver => Person.MemberId is not null && After > Person.Capacity;
    }

    /// <param name="IsStale">Somebody changed its owner since it was moved here.</param>
    public sealed record Row(ListPortfolios.Owned Client, Guid? Owner, bool IsMoved, bool IsStale);
}
