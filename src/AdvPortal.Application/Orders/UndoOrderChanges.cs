using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Orders;

/// <summary>Takes back what was just done with many orders: each stands exactly as before, and what was to be mailed for it is not.</summary>
[UseCase]
public sealed class UndoOrderChanges(UnitOfWork unitOfWork, TenantClock clock)
{
    // On its way from the screen to here.
    private static readonly TimeSpan _lastClick = TimeSpan.FromSeconds(5);

    public Task<Result<ChangeOrders.Changed>> ExecuteAsync(ChangesToUndo undo, CancellationToken ct = default)
    {
        HashSet<Permission> by = [];

        return unitOfWork.RunOnManyAsync<Result<ChangeOrders.Changed>>(
            this, undo.Act is BulkAct.Release ? Permission.ReadOrders : Permission.HandleOrders, result => result.Value!.Done.Select(id => (IId)id),
            async db => clock.Now - undo.At > ConfirmOrder.UndoFor + _lastClick ? new TooLateToUndo() : await UndoAsync(db, undo, by, ct),
            ct, () => ChangeOrders.ByOf(by));
    }

    private async Task<ChangeOrders.Changed> UndoAsync(AdvDbContext db, ChangesToUndo undo, HashSet<Permission> by, CancellationToken ct)
    {
        var orders = (await ReadOrder.FindAsync(db, [.. undo.Orders.Select(each => each.Id)], ct)).ToDictionary(o => o.Id);
        var mails = await MailsAsync(db, undo, ct);
        List<OrderId> done = [];
        List<ChangeOrders.Refused> refused = [];

        foreach (var each in undo.Orders)
        {
            if (!orders.TryGetValue(each.Id, out var order) || order.Version != each.Version)
            {
                refused.Add(new(each.Id, each.Number, new ChangedMeanwhile().Message));
            }
            else if (mails[each.Id.Value].Any(mail => !mail.CanBeTakenBack))
            {
                refused.Add(new(each.Id, each.Number, new ConfirmationHasLeft().Message));
            }
            else
            {
                mails[each.Id.Value].ToList().ForEach(mail => mail.Cancel());
                order.Restore(each.Before);
                by.Add(ChangeOrders.NeededFor(undo.Act, order.ReleasedBy(clock.Today)));
                done.Add(each.Id);
            }
        }

        return new(done, refused);
    }

    // A notice of the new dates may have been written meanwhile, by whoever looked at one of the orders.
    private static async Task<ILookup<Guid?, OutboxMessage>> MailsAsync(AdvDbContext db, ChangesToUndo undo, CancellationToken ct)
    {
        var (ids, since) = (undo.Orders.Select(each => (Guid?)each.Id.Value).ToList(), undo.Since);

        return (await db.Outbox.Where(m => (m.Kind == MailKind.Acknowledgement || m.Kind == MailKind.PromiseNotice) && m.Status != OutboxStatus.Cancelled && ids.Contains(m.SubjectId) && m.CreatedAt >= since).ToListAsync(ct)).ToLookup(m => m.SubjectId);
    }
}
