using AdvPortal.Domain.Orders;
using FluentValidation;

namespace AdvPortal.Application.Orders;

/// <summary>Holds an order: nothing leaves for it until somebody who may lets it go on.</summary>
[UseCase]
public sealed class HoldOrder(ActOnOrder act, IValidator<HoldOrder.Form> validator, CurrentMember member, TenantClock clock)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (_, order, now) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid
                : order.HoldBack(new(form.Reason!.Value, form.Note, form.Until, form.Release ?? HoldRelease.Anybody, member.Id, now), clock.Today),
            ct);

    public sealed class Form
    {
        public HoldReason? Reason { get; set; }
        public string? Note { get; set; }

        /// <summary>The last day of the hold; null until somebody releases it.</summary>
        public DateOnly? Until { get; set; }

        /// <summary>Who may let it go on; null: whoever handles orders.</summary>
        public HoldRelease? Release { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Reason).NotNull().WithMessage("ChooseReason");
            RuleFor(f => f.Note).NotEmpty().When(f => f.Reason is HoldReason.Other).WithMessage("SayWhy");
            RuleFor(f => f.Note).MaximumLength(OrderHold.NoteMaxLength).WithMessage("NoteTooLong");
        }
    }
}

/// <summary>Lets a held order go on where it was held.</summary>
[UseCase]
public sealed class ReleaseOrder(ActOnOrder act, CurrentMember member, TenantClock clock)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, int? version, CancellationToken ct = default)
    {
        var by = Permission.HandleOrders;

        return act.RunAsync(
            this, id, version,
            (order, _) =>
            {
                by = Needed(order.ReleasedBy(clock.Today));

                return order.Release(MayRelease(member), clock.Today);
            },
            ct, Permission.ReadOrders, () => by);
    }

    internal static List<HoldRelease> MayRelease(CurrentMember member) => [.. Enum.GetValues<HoldRelease>().Where(release => member.May(Needed(release)))];

    internal static Permission Needed(HoldRelease release) => release switch
    {
        HoldRelease.Manager => Permission.ReleaseManagerHolds,
        HoldRelease.Finance => Permission.ReleaseFinanceHolds,
        _ => Permission.HandleOrders,
    };
}
