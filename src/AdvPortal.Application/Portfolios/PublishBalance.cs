using AdvPortal.Domain.Portfolios;
using FluentValidation;

namespace AdvPortal.Application.Portfolios;

/// <summary>
/// Makes a simulated share of portfolios the real one: every client to its new owner from one day on, with the reason, or none of them where a
/// colleague changed an owner meanwhile.
/// </summary>
[UseCase]
public sealed class PublishBalance(UnitOfWork unitOfWork, TenantClock clock, IValidator<PublishBalance.Form> validator)
{
    public async Task<Result<Published>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var (start, reason) = (form.From!.Value, form.Reason?.Trim());
        var moves = form.Moves!.DistinctBy(m => m.ClientId).Select(m => new Move(new(m.ClientId!.Value), new(m.ToMemberId!.Value), new(m.FromMemberId is { } owner ? new(owner) : null))).ToList();

        return await unitOfWork.RunOnManyAsync<Result<Published>>(this, Permission.ManagePortfolios, done => done.Value!.Moves.Select(m => (IId)m.ClientId), async db =>
        {
            var handed = await Handovers.HandAsync(db, clock, moves, start, reason, ct);

            return handed.IsOk ? new Published([.. moves.Select(m => new Moved(m.Client, m.To))], start, reason) : handed.Refusal;
        }, ct);
    }

    public sealed record Published(IReadOnlyList<Moved> Moves, DateOnly From, string? Reason);

    public sealed record Moved(ClientId ClientId, MemberId ToMemberId);

    public sealed class Form
    {
        public IReadOnlyList<Each>? Moves { get; set; }

        /// <summary>The first day of the new owners.</summary>
        public DateOnly? From { get; set; }

        public string? Reason { get; set; }
    }

    /// <param name="FromMemberId">Whose client it was seen to be on that day; null for nobody's.</param>
    public sealed record Each(Guid? ClientId, Guid? FromMemberId, Guid? ToMemberId);

    public sealed class Validator : AbstractValidator<Form>
    {
        // What one transaction can tell of, client by client.
        private const int MostClients = 5000;

        public Validator()
        {
            RuleFor(f => f.Moves).NotEmpty().WithMessage("ChooseClients");
            RuleFor(f => f.Moves).Must(moves => moves!.Count <= MostClients).When(f => f.Moves is not null).WithMessage("TooManyClients");
            RuleForEach(f => f.Moves).Must(move => move.ClientId is not null).WithMessage("ChooseClients").Must(move => move.ToMemberId is not null).WithMessage("ChooseMember");
            RuleFor(f => f.From).NotNull().WithMessage("ChooseFirstDay");
            RuleFor(f => f.Reason).NotEmpty().WithMessage("ReasonMissing").MaximumLength(Ownership.ReasonMaxLength).WithMessage("ReasonTooLong");
        }
    }
}
