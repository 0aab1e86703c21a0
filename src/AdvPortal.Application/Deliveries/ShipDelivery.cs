using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Requirements;
using FluentValidation;

namespace AdvPortal.Application.Deliveries;

/// <summary>The goods of a delivery leave: all its orders take it, within what was agreed of more and less, of parts and of back orders, or nothing is done.</summary>
[UseCase]
public sealed class ShipDelivery(ActOnDelivery act, IValidator<ShipDelivery.Form> validator, TenantClock clock)
{
    public Task<Result<DeliveryView>> ExecuteAsync(DeliveryId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (_, delivery, basis) =>
            {
                if (await validator.RefuseAsync(form, ct) is { } invalid)
                {
                    return invalid;
                }

                basis.CarriedBy(form.Carrier ?? delivery.Carrier);
                var tracked = form.IsSilent || !delivery.Status.Allows(DeliveryAct.Ship)
                    ? Result.Ok
                    : delivery.Track(form.Carrier ?? delivery.Carrier, form.TrackingNumber ?? delivery.TrackingNumber, form.TrackingLink ?? delivery.TrackingLink);
                var agreed = !string.IsNullOrWhiteSpace(form.PartsAgreedBy);

                return !tracked.IsOk ? tracked
                    : delivery.Ship(basis.Orders, order => TermsOfDelivery.Of(order, basis.RulesOf(order), delivery.ArriveOn, basis.Tolerance, agreed), clock.Now, clock.Today, form.PartsAgreedBy);
            },
            ct, Moments.Packing, Moments.Labelling);

    public sealed class Form
    {
        public string? Carrier { get; set; }
        public string? TrackingNumber { get; set; }
        public string? TrackingLink { get; set; }

        /// <summary>Who at the client agreed to a delivery in part, where its requirements say that everything comes together.</summary>
        public string? PartsAgreedBy { get; set; }

        internal bool IsSilent => Carrier is null && TrackingNumber is null && TrackingLink is null;
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Carrier).MaximumLength(Delivery.CarrierMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.TrackingNumber).MaximumLength(Delivery.TrackingNumberMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.TrackingLink).MaximumLength(Delivery.TrackingLinkMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.PartsAgreedBy).MaximumLength(ProofOfDelivery.NameMaxLength).WithMessage("NoteTooLong");
        }
    }
}

/// <summary>A delivery does not take place; what had left is to be sent again.</summary>
[UseCase]
public sealed class VoidDelivery(ActOnDelivery act, IValidator<VoidDelivery.Form> validator)
{
    public Task<Result<DeliveryView>> ExecuteAsync(DeliveryId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, async (_, delivery, basis) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : delivery.Void(form.Reason ?? "", basis.Orders), ct);

    public sealed class Form
    {
        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("SayWhy").MaximumLength(Delivery.ReasonMaxLength).WithMessage("NoteTooLong");
    }
}
