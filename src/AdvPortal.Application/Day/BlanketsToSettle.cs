using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Contracts;

namespace AdvPortal.Application.Day;

/// <summary>Blanket orders that end soon with a rest, or of which a product is nearly used up: somebody speaks to the client about it.</summary>
internal sealed class BlanketsToSettle : IDaySource
{
    private static readonly TimeOnly _endOfDay = new(18, 0);

    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var (db, today, may) = (day.Db, day.Clock.Today, day.Member.May(Permission.HandleOrders));
        var soon = today.AddDays(BlanketBalance.DaysAhead);
        var called = BlanketStandings.Called(db, db.Orders);
        var blankets = day.Visit.Ask((
            from blanket in db.BlanketOrders
            where may && blanket.Status == BlanketStatus.Open && blanket.ValidUntil >= today && day.Answered.Any(r => r.ClientId == blanket.ClientId)
            let ends = blanket.ValidUntil <= soon && blanket.Lines.Any(line => called.Where(c => (c.AskedOf == line.Id || c.ReservedOf == line.Id) && c.TakenOf == line.Id).Sum(c => c.Taken) < line.AgreedQuantity)
            where ends || blanket.Lines.Any(line => called.Where(c => (c.AskedOf == line.Id || c.ReservedOf == line.Id) && c.TakenOf == line.Id).Sum(c => c.Taken) * 100 > line.AgreedQuantity * BlanketBalance.NearlyUsedUp)
            orderby blanket.ValidUntil, blanket.Id
            select new { blanket.Id, blanket.Number, blanket.ClientId, blanket.CustomerReference, blanket.ValidUntil, Ends = ends }).Take(DayQuestion.MostOfAKind));

        return clients => blankets.Rows.Select(blanket => DayView.Item.Of(
            blanket.Ends ? DayItemKind.BlanketEnding : DayItemKind.BlanketUsedUp, blanket.Id.Value, day.Clock.At(blanket.ValidUntil, _endOfDay), blanket.ClientId, clients, blanket.Number, blanket.CustomerReference));
    }
}
