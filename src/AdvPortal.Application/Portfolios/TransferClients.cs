using AdvPortal.Domain.Portfolios;
using FluentValidation;

namespace AdvPortal.Application.Portfolios;

/// <summary>Hands clients over to another member for good, from one day on: today, or later. Whoever stood in for the owner until then is released.</summary>
[UseCase]
public sealed class TransferClients(UnitOfWork unitOfWork, TenantClock clock, IValidator<TransferClients.Form> validator)
{
    public async Task<Result<Transferred>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var (to, start) = (new MemberId(form.ToMemberId!.Value), form.From!.Value);
        var ids = form.ClientIds!.Distinct().Select(id => new ClientId(id)).ToList();

        return await unitOfWork.RunAsync<Result<Transferred>>(this, Permission.ManagePortfolios, to, async db =>
        {
            var handed = await Handovers.HandAsync(db, clock, [.. ids.Select(id => new Move(id, to))], start, form.Reason?.Trim(), ct);

            return handed.IsOk ? new Transferred(ids, to, start, form.Reason?.Trim()) : handed.Refusal;
        }, ct);
    }

    public sealed record Transferred(IReadOnlyList<ClientId> ClientIds, MemberId ToMemberId, DateOnly From, string? Reason);

    public sealed class Form
    {
        public IReadOnlyList<Guid>? ClientIds { get; set; }
        public Guid? ToMemberId { get; set; }
        public DateOnly? From { get; set; }
        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        // What one transaction, and one entry of history, can tell of.
        private const int MostClients = 5000;

        public Validator()
        {
            RuleFor(f => f.ClientIds).NotEmpty().WithMessage("ChooseClients");
            RuleFor(f => f.ClientIds).Must(ids => ids!.Count <= MostClients).When(f => f.ClientIds is not null).WithMessage("TooManyClients");
            RuleFor(f => f.ToMemberId).NotNull().WithMessage("ChooseMember");
            RuleFor(f => f.From).NotNull().WithMessage("ChooseFirstDay");
            RuleFor(f => f.Reason).MaximumLength(Ownership.ReasonMaxLength).WithMessage("ReasonTooLong");
        }
    }
}
