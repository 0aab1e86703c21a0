using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Clients;

/// <summary>Takes a contact out of what is noted of blanket orders: why they changed or were closed, and how the client means to call off.</summary>
internal static class ForgottenBlankets
{
    /// <summary>Blanket orders of their client on which a note names them.</summary>
    public static IQueryable<BlanketOrder> BlanketsNaming(this AdvDbContext db, Contact contact)
    {
        var (client, words) = (contact.ClientId.Value, ContactWords.Of(contact).InSql);

        return db.BlanketOrders.FromSql(
            $"""
            select * from blanket_orders
            where client_id = {client} and (concat_ws(' ', close_reason, changes::text) ~* {words}
                or exists (select from blanket_lines l where l.tenant_id = blanket_orders.tenant_id and l.blanket_order_id = blanket_orders.id and l.rhythm ~* {words}))
            """);
    }

    public static async Task ForgetBlanketsAsync(this AdvDbContext db, Contact contact, CancellationToken ct)
    {
        var words = ContactWords.Of(contact);

        foreach (var blanket in await db.BlanketsNaming(contact).Include(b => b.Lines).AsNoTracking().AsSingleQuery().ToListAsync(ct))
        {
            var changes = blanket.Changes.Select(change => change with { Reason = words.Blot(change.Reason) }).ToList();
            var reason = blanket.CloseReason is { } said ? words.Blot(said) : null;
            await db.BlanketOrders.Where(b => b.Id == blanket.Id).ExecuteUpdateAsync(
                set => set.SetProperty(b => b.Changes, changes).SetProperty(b => b.CloseReason, reason).SetProperty(b => b.Version, b => b.Version + 1), ct);

            foreach (var line in blanket.Lines.Where(line => words.Name(line.Rhythm)))
            {
                var rhythm = words.Blot(line.Rhythm!);
                await db.Set<BlanketLine>().Where(l => l.Id == line.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.Rhythm, rhythm), ct);
            }
        }
    }
}
