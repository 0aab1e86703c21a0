using AdvPortal.Domain.Tenders;
using FluentValidation;

namespace AdvPortal.Application.Tenders;

/// <summary>Asks whether an offer may leave. Up to the company's limit the desk says so by itself; above it, somebody who approves tenders decides.</summary>
[UseCase]
public sealed class RequestTenderApproval(ActOnTender act, TenantClock clock, CurrentMember member)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleTenders, id, version, (_, tender, settings) => Task.FromResult(tender.RequestApproval(settings.TenderLimitIn(tender.Currency), clock.Now, member.Id)), ct);
}

/// <summary>Approves an offer above what the desk may submit by itself, or sends it back with a reason.</summary>
[UseCase]
public sealed class JudgeTender(ActOnTender act, TenantClock clock, CurrentMember member, IValidator<JudgeTender.Form> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.ApproveTenders, id, version,
            async (_, tender, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : tender.Judge(form.Approved, form.Reason, clock.Now, member.Id),
            ct);

    public sealed class Form
    {
        public bool Approved { get; set; }

        /// <summary>Needed when it is sent back.</summary>
        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(f => f.Reason).NotEmpty().When(f => !f.Approved).WithMessage("SayWhy").MaximumLength(TenderApproval.ReasonMaxLength).WithMessage("NoteTooLong");
    }
}

/// <summary>An offer that was approved or submitted is worked on again; the next submission is another version.</summary>
[UseCase]
public sealed class ReworkTender(ActOnTender act)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, int? version, CancellationToken ct = default) => act.RunAsync(this, id, version, tender => tender.Rework(), ct);
}
