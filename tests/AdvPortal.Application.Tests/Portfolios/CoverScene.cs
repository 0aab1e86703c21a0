using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Tests.Portfolios;

/// <summary>A desk and a portfolio drawn by lot, always the same for the same seed.</summary>
internal sealed class CoverScene(int seed)
{
    private static readonly DateOnly _monday = new(2026, 12, 7);
    private static readonly string[] _languages = ["fr", "fr", "fr", "en", "de"];

#pragma warning disable CA5394 // A lot that comes out the same each time is what is wanted.
    private readonly Random _lot = new(seed);

    /// <param name="clients">How many clients the absent one has.</param>
    /// <param name="team">How many colleagues.</param>
    /// <param name="days">How long the absence lasts, from a Monday.</param>
    /// <param name="aways">How many colleagues are away for a part of it.</param>
    /// <param name="capacity">What one colleague can carry, in effort.</param>
    /// <param name="orders">The most open orders of one client.</param>
    /// <param name="weeks">How many colleagues do not work all of the week.</param>
    public CoverProblem Draw(int clients, int team, int days, int aways, decimal capacity = 40, int orders = 9, int weeks = 0)
    {
        var (first, last) = (HalfDay.Of(_monday, DayHalf.Morning), HalfDay.Of(_monday.AddDays(days - 1), DayHalf.Afternoon));
        var colleagues = Enumerable.Range(0, team).Select(at => Colleague(capacity, days, at < aways, at < weeks)).ToList();

        return new([.. Enumerable.Range(0, clients).Select(_ => Client(colleagues, first, last, orders))], colleagues);
    }

    private StandIn Colleague(decimal capacity, int days, bool isAway, bool hasWeek)
    {
        var id = new MemberId(Guid());
        var from = _monday.AddDays(_lot.Next(days));
        var away = Absence.Declare(id, from, from.AddDays(_lot.Next(1 + (days / 3)))).Value!;

        return new(id, [_lot.Next(5) == 0 ? "en" : "fr"], Math.Round(capacity * _lot.Next(20, 90) / 100), isAway ? [away] : [])
        {
            Capacity = capacity,
            Week = hasWeek ? new(PartTime: 0b11 << (_lot.Next(5) * 2)) : WorkingWeek.Full,
        };
    }

    private ClientToCover Client(List<StandIn> team, int first, int last, int orders)
    {
        var known = team.Where(_ => _lot.Next(4) == 0).ToDictionary(s => s.Id, _ => new Acquaintance(_lot.Next(4), _lot.Next(10), Owned: _lot.Next(9) == 0, _lot.Next(5) / 4m, "Bertin"));

        return new(new(Guid()), _languages[_lot.Next(_languages.Length)], first, last, new(_lot.Next(orders + 1))) { Acquainted = known, IsSensitive = _lot.Next(6) == 0 };
    }

    private Guid Guid()
    {
        var bytes = new byte[16];
        _lot.NextBytes(bytes);

        return new(bytes);
    }
#pragma warning restore CA5394
}
