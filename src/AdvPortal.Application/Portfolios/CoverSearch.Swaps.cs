using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Portfolios;

/// <summary>What a move of one client alone cannot do on full desks: two change places.</summary>
internal sealed partial class CoverSearch
{
    private const int Many = 400;

    // Two clients of one period change places, whole: what a move alone cannot do on full desks.
    private bool Swap()
    {
        var swapped = false;

        if (problem.Clients.Count > Many)
        {
            return false;
        }

        for (var one = 0; one < problem.Clients.Count; one++)
        {
            for (var other = one + 1; other < problem.Clients.Count; other++)
            {
                var (first, last) = problem.Spans[one];

                if (problem.Spans[other] != (first, last) || _choice[one, first] is var a && _choice[other, first] is var b && (a == b || a == CoverProblem.Nobody || b == CoverProblem.Nobody))
                {
                    continue;
                }

                swapped |= TrySwap(one, other, first, last);
            }
        }

        return swapped;
    }

    private bool TrySwap(int one, int other, int first, int last)
    {
        for (var part = first; part <= last; part++)
        {
            if (problem.Fixed(one, part) is not null || problem.Fixed(other, part) is not null || !problem.May(one, _choice[other, part], part) || !problem.May(other, _choice[one, part], part))
            {
                return false;
            }
        }

        var (rowOne, rowOther) = (Row(one, first, last), Row(other, first, last));
        var before = PriceOf(one, first, last) + Without(one, first, last, () => PriceOf(other, first, last));
        Lift(one, first, last);
        Lift(other, first, last);

        if (Lay(one, rowOther, first) is { } priceOne && Lay(other, rowOne, first) is { } priceOther && priceOne + priceOther < before)
        {
            return true;
        }

        Lift(one, first, last);
        Lift(other, first, last);
        Lay(one, rowOne, first);
        Lay(other, rowOther, first);

        return false;
    }

    private int[] Row(int client, int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(part => _choice[client, part])];

    private long Without(int client, int first, int last, Func<long> price)
    {
        Shift(client, first, last, -1);
        var worth = price();
        Shift(client, first, last, 1);

        return worth;
    }

    private void Lift(int client, int first, int last)
    {
        Shift(client, first, last, -1);

        for (var part = first; part <= last; part++)
        {
            _choice[client, part] = CoverProblem.Nobody;
        }
    }

    // Null when somebody's desk is too full; it lies there all the same, to be lifted again.
    private long? Lay(int client, int[] row, int first)
    {
        var fits = true;

        for (var at = 0; at < row.Length; at++)
        {
            fits &= row[at] == CoverProblem.Nobody || _loads[row[at], first + at] + problem.Units[client] <= problem.Room(row[at], first + at);
            _choice[client, first + at] = row[at];
        }

        Shift(client, first, first + row.Length - 1, 1);

        return fits ? PriceOf(client, first, first + row.Length - 1) : null;
    }
}
