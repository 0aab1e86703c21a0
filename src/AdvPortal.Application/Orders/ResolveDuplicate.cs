using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Orders;

/// <summary>What an order is that looks like an earlier one.</summary>
[JsonConverter(typeof(CamelCaseEnum<DuplicateOutcome>))]
public enum DuplicateOutcome
{
    /// <summary>An order of its own.</summary>
    New,

    /// <summary>It stands in the place of the earlier one, which is cancelled.</summary>
    Replaces,

    /// <summary>The same once more: it is cancelled, and the earlier one stands.</summary>
    Ignore,
}

/// <summary>Says what an order is that looks like an earlier one: new, its replacement, or its double.</summary>
[UseCase]
public sealed class ResolveDuplicate(ActOnOrder act, CurrentMember member)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, FindingId finding, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, order, now) =>
            {
                if (order.Findings.FirstOrDefault(f => f.Id == finding) is not { } found)
                {
                    return new NoSuchFinding();
                }

                if (found.Kind is not (FindingKinds.DuplicateReference or FindingKinds.DuplicateContent) || found.Before?.OrderId is not { } other)
                {
                    return new NotADuplicate();
                }

                var settled = order.Accept(finding, member.Id, now);

                return !settled.IsOk || form.Outcome is DuplicateOutcome.New ? settled : await GiveWayAsync(db, order, other, form.Outcome, ct);
            },
            ct);

    // The number of the other is the reason: it reads the same in every language.
    private static async Task<Result> GiveWayAsync(AdvDbContext db, Order order, OrderId other, DuplicateOutcome outcome, CancellationToken ct)
    {
        var visit = new Visit(db);
        var others = visit.Ask(db.Orders.AsTracking().Where(o => o.Id == other));
        var mails = visit.Ask(AcknowledgementPosting.Of(db, other).AsTracking().Where(m => m.Status == OutboxStatus.Waiting));
        await visit.GoAsync(ct);

        if (others.Only is not { } earlier)
        {
            return new NoSuchOrder();
        }

        if (outcome is DuplicateOutcome.Ignore)
        {
            return order.GiveWayTo(earlier.Id, earlier.Number);
        }

        if (!earlier.GiveWayTo(order.Id, order.Number).IsOk)
        {
            return new EarlierOrderHasLeft(earlier.Number, earlier.Status);
        }

        // What it promised and has not left yet leaves no more.
        foreach (var mail in mails.Rows)
        {
            mail.Cancel();
        }

        return Result.Ok;
    }

    public sealed record Form(DuplicateOutcome Outcome);
}
