using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using FluentValidation;

namespace AdvPortal.Application.Deliveries;

/// <summary>All of a delivery was taken: by whom, when, and with what reserves. An order of which everything has arrived is delivered.</summary>
[UseCase]
public sealed class DeliverDelivery(ActOnDelivery act, IValidator<DeliverDelivery.Form> validator, TenantClock clock)
{
    public Task<Result<DeliveryView>> ExecuteAsync(DeliveryId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, delivery, basis) =>
            {
                basis.HoldOrders(db);

                return await validator.RefuseAsync(form, ct) is { } invalid ? invalid : delivery.Deliver(form.Proof(clock), basis.Orders, basis.Underway, clock.Now);
            },
            ct);

    public class Form
    {
        /// <summary>Whoever signed for it.</summary>
        public string? ReceivedBy { get; set; }

        /// <summary>Null: now.</summary>
        public DateTimeOffset? At { get; set; }

        /// <summary>What was noted at the door.</summary>
        public string? Reserves { get; set; }

        internal ProofOfDelivery Proof(TenantClock clock) => new(ReceivedBy ?? "", At?.ToUniversalTime() ?? clock.Now, Reserves);
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => this.AsksForProof();
    }
}

/// <summary>Some of a delivery, or all of it, was not taken at the door. What was refused goes again, or waits for the complaint that it opens.</summary>
[UseCase]
public sealed class RefuseDelivery(ActOnDelivery act, IValidator<RefuseDelivery.Form> validator, TenantClock clock)
{
    public Task<Result<DeliveryView>> ExecuteAsync(DeliveryId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, delivery, basis) =>
            {
                basis.HoldOrders(db);

                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                var refused = form.Lines.Count > 0
                    ? form.Lines.ConvertAll(line => new RefusedGoods(line.Id!.Value, line.Quantity, line.Because!.Value, line.Note))
                    : delivery.Lines.Select(line => new RefusedGoods(line.Id, null, form.Because!.Value, form.Note)).ToList();

                return delivery.Refuse(refused, form.Proof(clock), form.SendAgain, basis.Orders, basis.Underway, clock.Now);
            },
            ct);

    public sealed class Form : DeliverDelivery.Form
    {
        /// <summary>What was refused; none for everything.</summary>
        public List<Line> Lines { get; set; } = [];

        /// <summary>Why, where everything was.</summary>
        public RefusedBecause? Because { get; set; }

        public string? Note { get; set; }

        /// <summary>What was refused is to be sent again.</summary>
        public bool SendAgain { get; set; }
    }

    public sealed class Line
    {
        /// <summary>The delivery line's.</summary>
        public Guid? Id { get; set; }

        /// <summary>Null for all of it.</summary>
        public decimal? Quantity { get; set; }

        public RefusedBecause? Because { get; set; }
        public string? Note { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            this.AsksForProof();
            RuleFor(f => f.Because).NotNull().When(f => f.Lines.Count == 0).WithMessage("ChooseReason");
            RuleFor(f => f.Note).NotEmpty().When(f => f.Lines.Count == 0 && f.Because is RefusedBecause.Other).WithMessage("SayWhy");
            RuleFor(f => f.Note).MaximumLength(DeliveryLine.NoteMaxLength).WithMessage("NoteTooLong");
            RuleForEach(f => f.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.Id).NotNull().WithMessage("ChooseLine");
                line.RuleFor(l => l.Because).NotNull().WithMessage("ChooseReason");
                line.RuleFor(l => l.Quantity).InclusiveBetween(0, LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
                line.RuleFor(l => l.Note).NotEmpty().When(l => l.Because is RefusedBecause.Other).WithMessage("SayWhy");
                line.RuleFor(l => l.Note).MaximumLength(DeliveryLine.NoteMaxLength).WithMessage("NoteTooLong");
            });
        }
    }
}

/// <summary>What every proof of delivery says.</summary>
internal static class ProofRules
{
    public static void AsksForProof<T>(this AbstractValidator<T> validator) where T : DeliverDelivery.Form
    {
        validator.RuleFor(f => f.ReceivedBy).NotEmpty().WithMessage("Delivery.WhoReceived").MaximumLength(ProofOfDelivery.NameMaxLength).WithMessage("NoteTooLong");
        validator.RuleFor(f => f.Reserves).MaximumLength(ProofOfDelivery.ReservesMaxLength).WithMessage("NoteTooLong");
    }
}
