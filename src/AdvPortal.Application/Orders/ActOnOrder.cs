using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Orders;

/// <summary>What every act on one order has in common: it exists, it is as the person saw it, and it is answered as it is afterwards.</summary>
public sealed class ActOnOrder(UnitOfWork unitOfWork, TenantClock clock)
{
    internal Task<Result<OrderView>> RunAsync(object useCase, OrderId id, int? version, Func<Order, DateTimeOffset, Result> act, CancellationToken ct, Permission permission = Permission.HandleOrders, Func<Permission>? by = null) =>
        RunAsync(useCase, id, version, (_, order, now) => Task.FromResult(act(order, now)), ct, permission, by);

    internal Task<Result<OrderView>> RunAsync(object useCase, OrderId id, int? version, Func<AdvDbContext, Order, DateTimeOffset, Task<Result>> act, CancellationToken ct, Permission permission = Permission.HandleOrders, Func<Permission>? by = null) =>
        unitOfWork.RunAsync<Result<OrderView>>(useCase, permission, _ => id, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order)
            {
                return new NoSuchOrder();
            }

            if (version is { } seen && seen != order.Version)
            {
                return new ChangedMeanwhile();
            }

            var before = order.Version;

            if ((await act(db, order, clock.Now)).Refusal is { } refusal)
            {
                return refusal;
            }

            // Looking again may find nothing new: then nothing is saved.
            var isAsBefore = order.Version == before && db.Entry(order).State is EntityState.Unchanged;

            return await ReadOrder.ViewAsync(db, clock, order, ct) with { Version = isAsBefore ? before : db.VersionAfterSaving(order) };
        }, ct, by);

    /// <summary>Settles one finding. Where that changes a quantity, the product, or the date of one line of several, what depends on them is judged again.</summary>
    internal Task<Result<OrderView>> SettleAsync(object useCase, OrderId id, FindingId finding, int? version, Func<Order, DateTimeOffset, Result> settle, CancellationToken ct) =>
        RunAsync(
            useCase, id, version,
            async (db, order, now) =>
            {
                var settled = settle(order, now);

                return settled.IsOk && order.Findings.Any(each => each.Id == finding && each.Step == Moments.None && (each.IsAboutQuantity || (each.IsOwnDate && each.LineNo is not null && order.Lines.Count > 1) || each is { Kind: FindingKinds.Discontinued or FindingKinds.BlanketExceeded, State: FindingState.Accepted })) ? await CorrectOrder.JudgeAgainAsync(db, clock, order, ct) : settled;
            },
            ct);
}

/// <summary>Accepts what a finding proposes, or another date that would do as well.</summary>
[UseCase]
public sealed class AcceptFinding(ActOnOrder act, CurrentMember member)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, FindingId finding, int? version, DateOnly? deliverOn = null, CancellationToken ct = default) =>
        act.SettleAsync(this, id, finding, version, (order, now) => order.Accept(finding, member.Id, now, deliverOn), ct);
}

/// <summary>Overrides a finding for this order, with who agreed and why.</summary>
[UseCase]
public sealed class WaiveFinding(ActOnOrder act, CurrentMember member)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, FindingId finding, Form form, int? version, CancellationToken ct = default) =>
        act.SettleAsync(this, id, finding, version, (order, now) => order.Waive(finding, form.Reason ?? "", form.AgreedBy ?? "", member.Id, now), ct);

    public sealed record Form(string? Reason, string? AgreedBy);
}

/// <summary>Gives an order up, with the reason.</summary>
[UseCase]
public sealed class CancelOrder(ActOnOrder act)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, order, _) =>
            {
                await AcknowledgementPosting.StopAsync(db, order, ct);

                return order.Cancel(form.Reason, form.Cause);
            },
            ct);

    /// <param name="Cause">From the list; null where nobody says.</param>
    public sealed record Form(string? Reason, CancelCause? Cause = null);
}
