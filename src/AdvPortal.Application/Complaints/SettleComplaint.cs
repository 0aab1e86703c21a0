using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Complaints;

/// <summary>Decides what the client is given for disputed lines: return, credit note, replacement, several, or nothing.</summary>
[UseCase]
public sealed class SettleComplaint(ActOnComplaint act, IValidator<SettleComplaint.Form> validator)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleComplaints, id, version,
            async (_, complaint, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid
                : complaint.Settle([.. form.Lines.Select(line => new SettledLine(line.Id!.Value, line.Settlement, line.Credit))]),
            ct);

    public sealed class Form
    {
        public List<Line> Lines { get; set; } = [];
    }

    public sealed class Line
    {
        /// <summary>The complaint line's.</summary>
        public Guid? Id { get; set; }

        public Settlements Settlement { get; set; }

        /// <summary>Net of tax; null for all that the line disputes.</summary>
        public decimal? Credit { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Lines).NotEmpty().WithMessage("ChooseLine");
            RuleForEach(f => f.Lines).NotNull().WithMessage("NotOfThisShape").ChildRules(line =>
            {
                line.RuleFor(l => l.Id).NotNull().WithMessage("ChooseLine");
                line.RuleFor(l => l.Credit).PrecisionScale(18, 2, ignoreTrailingZeros: true).WithMessage("PriceOutOfRange").InclusiveBetween(0, LineAmounts.MostAmount).WithMessage("PriceOutOfRange");
            });
        }
    }
}

/// <summary>Asks for the credit note that was decided. Up to the company's limit the desk gives it by itself; above it, somebody who approves credits decides.</summary>
[UseCase]
public sealed class RequestCredit(ActOnComplaint act, TenantClock clock, CurrentMember member)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleComplaints, id, version, (_, _, _) => Task.FromResult(Result.Ok),
            async (db, complaint, settings) =>
            {
                // Refused, it gives its number back.
                var number = await db.NextNumberAsync("creditNote", ct);
                var limit = settings.CreditLimitIn(complaint.Currency);

                return complaint.RequestCredit(clock.Today.Year, number, limit, clock.Now, member.Id).Refusal is { } refusal ? refusal : Result.Ok;
            },
            ct);
}

/// <summary>Approves a credit note above what the desk may give by itself, or rejects it with a reason.</summary>
[UseCase]
public sealed class JudgeCredit(ActOnComplaint act, TenantClock clock, CurrentMember member, IValidator<JudgeCredit.Form> validator)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, Guid credit, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.ApproveCredits, id, version,
            async (_, complaint, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : complaint.JudgeCredit(credit, form.Approved, form.Reason, clock.Now, member.Id),
            ct);

    public sealed class Form
    {
        public bool Approved { get; set; }

        /// <summary>Needed when it is rejected.</summary>
        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(f => f.Reason).NotEmpty().When(f => !f.Approved).WithMessage("SayWhy").MaximumLength(CreditRequest.ReasonMaxLength).WithMessage("NoteTooLong");
    }
}

/// <summary>Writes down what a complaint cost beside its credit notes: transport, time, replacement.</summary>
[UseCase]
public sealed class CountQualityCosts(ActOnComplaint act, TenantClock clock, CurrentMember member, IValidator<CountQualityCosts.Form> validator)
{
    public Task<Result<ComplaintView>> ExecuteAsync(ComplaintId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleComplaints, id, version,
            async (_, complaint, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid
                : complaint.Count([.. form.Costs.Select(cost => complaint.Costs.FirstOrDefault(before => before.Id == cost.Id) is { } kept
                    ? kept with { Kind = cost.Kind!.Value, Amount = cost.Amount!.Value, Note = cost.Note }
                    : new QualityCost(Ids.Next(), cost.Kind!.Value, cost.Amount!.Value, cost.Note, member.Id, clock.Now))]),
            ct);

    public sealed class Form
    {
        /// <summary>All of them: what is left out is taken off.</summary>
        public List<Cost> Costs { get; set; } = [];
    }

    public sealed class Cost
    {
        /// <summary>Null for a new one.</summary>
        public Guid? Id { get; set; }

        public QualityCostKind? Kind { get; set; }
        public decimal? Amount { get; set; }
        public string? Note { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleForEach(f => f.Costs).NotNull().WithMessage("NotOfThisShape").ChildRules(cost =>
        {
            cost.RuleFor(c => c.Kind).NotNull().WithMessage("Complaint.ChooseKind");
            cost.RuleFor(c => c.Amount).NotNull().WithMessage("PriceOutOfRange").PrecisionScale(18, 2, ignoreTrailingZeros: true).WithMessage("PriceOutOfRange").InclusiveBetween(0, QualityCost.MostAmount).WithMessage("PriceOutOfRange");
            cost.RuleFor(c => c.Note).MaximumLength(QualityCost.NoteMaxLength).WithMessage("NoteTooLong");
        });
    }
}
