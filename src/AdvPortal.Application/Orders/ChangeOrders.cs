using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;
using FluentValidation;

namespace AdvPortal.Application.Orders;

/// <summary>What can be done with many orders at once.</summary>
[JsonConverter(typeof(CamelCaseEnum<BulkAct>))]
public enum BulkAct { Confirm, Repromise, Hold, Release, Assign }

/// <summary>One act on many orders in one transaction: each is judged by itself, those that may not are left as they are and named with the reason.</summary>
/// <remarks>What is mailed for it waits until a person can no longer take it back (<see cref="UndoOrderChanges"/>); what a program does leaves at once.</remarks>
[UseCase]
public sealed class ChangeOrders(UnitOfWork unitOfWork, IValidator<ChangeOrders.Form> validator, AcknowledgementPosting posting, KeepCallOffFindings keep, CurrentMember member, TenantClock clock)
{
    public const int Most = 1_000;

    public async Task<Result<Changed>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        List<OrderId> beyond = [];
        HashSet<Permission> by = [];
        var changed = await unitOfWork.RunOnManyAsync<Result<Changed>>(
            this, form.Act is BulkAct.Release ? Permission.ReadOrders : Permission.HandleOrders, result => result.Value!.Done.Select(id => (IId)id),
            async db =>
            {
                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                var asked = form.Orders.Distinct().Select(id => new OrderId(id)).ToList();

                return asked.Count > Most ? new TooManyOrders(Most) : await ChangeAsync(db, asked, form, beyond, by, ct);
            },
            ct, () => ByOf(by));

        if (beyond.Count > 0)
        {
            await keep.ExecuteAsync(beyond, ct);
        }

        return changed;
    }

    internal static Permission NeededFor(BulkAct act, HoldRelease held) => act is BulkAct.Release ? ReleaseOrder.Needed(held) : Permission.HandleOrders;

    /// <summary>The one that closed portfolios keep to one's own clients, if any was needed: of orders done at once, all are as those of the desk.</summary>
    internal static Permission ByOf(HashSet<Permission> needed) => needed.Count > 0 && !needed.Contains(Permission.HandleOrders) ? needed.First() : Permission.HandleOrders;

    private static ILookup<Guid?, OutboxMessage> None { get; } = Enumerable.Empty<OutboxMessage>().ToLookup(m => m.SubjectId);

    private async Task<Result<Changed>> ChangeAsync(AdvDbContext db, List<OrderId> asked, Form form, List<OrderId> beyond, HashSet<Permission> by, CancellationToken ct)
    {
        if (form is { Act: BulkAct.Assign, MemberId: { } handler } && !await db.Members.AnyAsync(m => m.Id == handler && !m.IsDisabled, ct))
        {
            return new NoSuchMember();
        }

        var since = clock.Now;
        var orders = await ReadOrder.FindAsync(db, asked, ct);
        var (act, waiting) = await ActAsync(db, orders, form, ct);
        var known = orders.ToDictionary(o => o.Id);
        List<(Order Order, OrderMemory Before)> done = [];
        List<Refused> refused = [];

        foreach (var id in asked)
        {
            if (!known.TryGetValue(id, out var order))
            {
                refused.Add(new(id, null, new NoSuchOrder().Message));
                continue;
            }

            var (before, needed) = (order.Remember(), NeededFor(form.Act!.Value, order.ReleasedBy(clock.Today)));

            if (act(order).Refusal is { } refusal)
            {
                refused.Add(new(id, order.Number, refusal.Message));
                beyond.AddRange(KeepCallOffFindings.Has(refusal) ? [id] : []);
            }
            else
            {
                done.Add((order, before));
                by.Add(needed);
            }
        }

        if (form.Act is BulkAct.Confirm)
        {
            await AnswerAsync(db, done.ConvertAll(each => each.Order), ct);
        }

        // What waits tells of dates that are no longer so.
        done.ForEach(each => waiting[each.Order.Id.Value].ToList().ForEach(notice => notice.Cancel()));

        return new Changed([.. done.Select(each => each.Order.Id)], refused)
        {
            Undo = new(form.Act!.Value, since, clock.Now, [.. done.Select(each => new ChangesToUndo.One(each.Order.Id, each.Order.Number, db.VersionAfterSaving(each.Order), each.Before))]),
        };
    }

    // What is done with each; and, where promises move, the notices that wait to tell of the old ones, by their order.
    private async Task<(Func<Order, Result> Act, ILookup<Guid?, OutboxMessage> Waiting)> ActAsync(AdvDbContext db, IReadOnlyCollection<Order> orders, Form form, CancellationToken ct)
    {
        switch (form.Act)
        {
            case BulkAct.Repromise:
                var visit = new Visit(db);
                var steps = OrderSteps.Ask(db, visit, clock, orders);
                var notices = visit.Ask(ToldPromises.WaitingNotices(db, [.. orders.Select(o => (Guid?)o.Id.Value)]));
                await visit.GoAsync(ct);

                return (order => Move(order, steps(order), form), notices.Rows.ToLookup(m => m.SubjectId));
            case BulkAct.Hold:
                OrderHold hold = new(form.Reason!.Value, form.Note, form.Until, form.Release ?? HoldRelease.Anybody, member.Id, clock.Now);

                return (order => order.HoldBack(hold, clock.Today), None);
            case BulkAct.Release:
                var may = ReleaseOrder.MayRelease(member);

                return (order => order.Release(may, clock.Today), None);
            case BulkAct.Assign:
                return (order => order.Assign(form.MemberId), None);
            default:
                var gate = await CallOffGate.ReadAsync(db, orders, ct);

                return (order => order.Confirm(clock.Now, member.Id, gate.Of(order)), None);
        }
    }

    // What cannot be moved at all says so before any day is looked at.
    private Result Move(Order order, OrderSteps steps, Form form)
    {
        if (!order.Status.Allows(OrderAct.Repromise))
        {
            return new OrderDoesNotAllow(OrderAct.Repromise, order.Status);
        }

        var parts = Repromise.Parts(order, new() { DeliverOn = form.DeliverOn }, steps.Days());

        return parts.IsOk ? order.Repromise(parts.Value, new(form.Cause!.Value, form.Side, form.Note), member.Id, clock.Now, clock.Today) : parts.Refusal;
    }

    private async Task AnswerAsync(AdvDbContext db, List<Order> confirmed, CancellationToken ct)
    {
        if (confirmed.Count == 0)
        {
            return;
        }

        var visit = new Visit(db);
        var answers = confirmed.ConvertAll(order => AcknowledgementBasis.Ask(db, visit, clock, order));
        await visit.GoAsync(ct);
        var mails = answers.ConvertAll(answer => posting.Post(db, answer(), TimeSpan.Zero)).OfType<OutboxMessage>().ToList();

        // A thousand documents take a while to write: the time to think again begins when all of them are there.
        var (due, turns) = (clock.Now + (member.Id is null ? TimeSpan.Zero : ConfirmOrder.UndoFor), db.OutboxTurns.Local.ToDictionary(turn => turn.Id));

        foreach (var mail in mails)
        {
            mail.Defer(due);
            turns[mail.Id].Defer(due);
        }
    }

    public sealed class Form
    {
        /// <summary>Ids; at most <see cref="Most"/>.</summary>
        public List<Guid> Orders { get; set; } = [];

        public BulkAct? Act { get; set; }

        /// <summary>To promise anew: everything outstanding arrives then.</summary>
        public DateOnly? DeliverOn { get; set; }

        public PromiseCause? Cause { get; set; }

        /// <summary>Null: the cause's usual one.</summary>
        public PromiseSide? Side { get; set; }

        /// <summary>Why, where the cause or the reason is « other ».</summary>
        public string? Note { get; set; }

        /// <summary>To assign: who handles them from now on; null for whoever answers for their clients.</summary>
        public MemberId? MemberId { get; set; }

        /// <summary>To hold: why.</summary>
        public HoldReason? Reason { get; set; }

        /// <summary>To hold: the last day of it; null until somebody releases it.</summary>
        public DateOnly? Until { get; set; }

        /// <summary>To hold: who may let it go on; null: whoever handles orders.</summary>
        public HoldRelease? Release { get; set; }
    }

    /// <param name="Done">In the order asked for.</param>
    public sealed record Changed(IReadOnlyList<OrderId> Done, IReadOnlyList<Refused> Refused)
    {
        /// <summary>What a person needs to take it back; nobody else is told.</summary>
        [JsonIgnore]
        public ChangesToUndo? Undo { get; init; }
    }

    /// <param name="Number">Null for an id of nothing.</param>
    /// <param name="Why">What it would be refused with alone.</param>
    public sealed record Refused(OrderId Id, string? Number, Message Why)
    {
        /// <summary>The refusal's name.</summary>
        public string Refusal => Why.Key;
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Orders).NotEmpty().WithMessage("ChooseOrders");
            RuleFor(f => f.Act).NotNull().WithMessage("ChooseAct");
            RuleFor(f => f.Note).MaximumLength(PromiseChange.NoteMaxLength).WithMessage("NoteTooLong");
            When(f => f.Act is BulkAct.Repromise, () =>
            {
                RuleFor(f => f.DeliverOn).NotNull().WithMessage("ChooseDeliveryDate");
                RuleFor(f => f.Cause).NotNull().WithMessage("ChooseCause").Must(cause => cause is null || PromiseReason.Given.Contains(cause.Value)).WithMessage("ChooseCause");
                RuleFor(f => f.Note).NotEmpty().When(f => f.Cause is PromiseCause.Other).WithMessage("SayWhy");
            });
            When(f => f.Act is BulkAct.Hold, () =>
            {
                RuleFor(f => f.Reason).NotNull().WithMessage("ChooseReason");
                RuleFor(f => f.Note).NotEmpty().When(f => f.Reason is HoldReason.Other).WithMessage("SayWhy");
            });
        }
    }
}

/// <summary>What was done with many orders, and how each stood before: kept by the page that did it, for as long as it can be taken back.</summary>
public sealed record ChangesToUndo
{
    internal ChangesToUndo(BulkAct act, DateTimeOffset since, DateTimeOffset at, IReadOnlyList<One> orders) => (Act, Since, At, Orders) = (act, since, at, orders);

    internal BulkAct Act { get; }

    /// <summary>Whatever was mailed of these orders from then on tells of the change.</summary>
    internal DateTimeOffset Since { get; }

    /// <summary>When it was done: the time to think again begins.</summary>
    internal DateTimeOffset At { get; }

    internal IReadOnlyList<One> Orders { get; }

    public int Count => Orders.Count;

    internal sealed record One(OrderId Id, string Number, int Version, OrderMemory Before);
}
