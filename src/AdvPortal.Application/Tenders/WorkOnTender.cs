using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Tenders;
using FluentValidation;

namespace AdvPortal.Application.Tenders;

/// <summary>Writes down what we offer for lines of a tender: prices by quantity, delay, validity. Lines that are left out stay as they are.</summary>
[UseCase]
public sealed class PriceTender(ActOnTender act, IValidator<PriceTender.Form> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleTenders, id, version,
            async (_, tender, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid
                : tender.Price([.. form.Lines.Select(line => new PricedLine(
                    line.Id!.Value, [.. line.Prices.Select(tier => new TierPrice(tier.FromQuantity ?? 0, tier.NetPrice!.Value))], line.PriceBaseQuantity ?? 1, line.LeadDays, line.ValidUntil, line.Note, line.IsLeftOut))]),
            ct);

    public sealed class Form
    {
        public List<Line> Lines { get; set; } = [];
    }

    public sealed class Line
    {
        /// <summary>The tender line's.</summary>
        public Guid? Id { get; set; }

        public List<Tier> Prices { get; set; } = [];

        /// <summary>For how many units the prices are; 1 where nothing is said.</summary>
        public decimal? PriceBaseQuantity { get; set; }

        /// <summary>Working days from order to departure.</summary>
        public int? LeadDays { get; set; }

        /// <summary>The last day on which the prices hold.</summary>
        public DateOnly? ValidUntil { get; set; }

        /// <summary>What the client reads beside the price.</summary>
        public string? Note { get; set; }

        /// <summary>We do not offer this one.</summary>
        public bool IsLeftOut { get; set; }
    }

    public sealed class Tier
    {
        /// <summary>In the line's unit; from the first one where nothing is said.</summary>
        public decimal? FromQuantity { get; set; }

        /// <summary>Net of tax, four decimals at most.</summary>
        public decimal? NetPrice { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Lines).NotEmpty().WithMessage("ChooseLine");
            RuleForEach(f => f.Lines).NotNull().WithMessage("NotOfThisShape").ChildRules(line =>
            {
                line.RuleFor(l => l.Id).NotNull().WithMessage("ChooseLine");
                line.RuleFor(l => l.Prices).Must(prices => prices.Count <= TenderLine.MostTiers).WithMessage("TooManyRows");
                line.RuleFor(l => l.PriceBaseQuantity).PrecisionScale(18, 2, ignoreTrailingZeros: true).WithMessage("QuantityOutOfRange").InclusiveBetween(0.01m, LineAmounts.MostQuantity).WithMessage("PriceBaseMustBePositive");
                line.RuleFor(l => l.LeadDays).InclusiveBetween(0, TenderLine.MostLeadDays).WithMessage("Tender.LeadDaysWrong");
                line.RuleFor(l => l.Note).MaximumLength(TenderLine.NoteMaxLength).WithMessage("NoteTooLong");
                line.RuleForEach(l => l.Prices).NotNull().WithMessage("NotOfThisShape").ChildRules(tier =>
                {
                    tier.RuleFor(t => t.FromQuantity).PrecisionScale(18, 2, ignoreTrailingZeros: true).WithMessage("QuantityOutOfRange").InclusiveBetween(0, LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
                    tier.RuleFor(t => t.NetPrice).NotNull().WithMessage("PriceOutOfRange").PrecisionScale(18, 4, ignoreTrailingZeros: true).WithMessage("PriceOutOfRange").InclusiveBetween(0, LineAmounts.MostPrice).WithMessage("PriceOutOfRange");
                });
            });
        }
    }
}

/// <summary>Answers what was asked for an offer: whoever was asked may, whatever else they may do here.</summary>
[UseCase]
public sealed class AnswerTenderTask(ActOnTender act, TenantClock clock, CurrentMember member, IValidator<TenderAnswer> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, Guid task, TenderAnswer answer, int? version, CancellationToken ct = default)
    {
        var by = Permission.HandleTenders;

        return act.RunAsync(
            this, Permission.ReadOrders, id, version,
            async (_, tender, _) =>
            {
                if (await validator.RefuseAsync(answer, ct) is { } invalid)
                {
                    return invalid;
                }

                by = tender.Tasks.Any(each => each.Id == task && each.AssigneeId == member.Id) ? Permission.ReadOrders : Permission.HandleTenders;

                return tender.Tasks.Any(each => each.Id == task) && !member.May(by) ? new TaskOfAnother() : tender.Contribute(task, answer.Answer, clock.Now, member.Id, answer.Seen);
            },
            ct, () => by);
    }
}

/// <summary>Notes a question about a tender, the client's or ours.</summary>
[UseCase]
public sealed class AskTenderQuestion(ActOnTender act, TenantClock clock, IValidator<AskTenderQuestion.Form> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleTenders, id, version,
            async (_, tender, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : tender.Ask(form.Voice!.Value, form.Text!, form.AskedOn ?? clock.Today, clock.DayOf),
            ct);

    public sealed class Form
    {
        /// <summary>Whose question it is.</summary>
        public TenderVoice? Voice { get; set; }

        public string? Text { get; set; }

        /// <summary>Today where nothing is said.</summary>
        public DateOnly? AskedOn { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Voice).NotNull().WithMessage("Tender.ChooseVoice");
            RuleFor(f => f.Text).NotEmpty().WithMessage("EnterQuestion").MaximumLength(TenderQuestion.TextMaxLength).WithMessage("TextTooLong");
        }
    }
}

/// <summary>Notes the answer to a question about a tender.</summary>
[UseCase]
public sealed class AnswerTenderQuestion(ActOnTender act, TenantClock clock, IValidator<TenderAnswer> validator)
{
    public Task<Result<TenderView>> ExecuteAsync(TenderId id, Guid question, TenderAnswer answer, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, Permission.HandleTenders, id, version,
            async (_, tender, _) => await validator.RefuseAsync(answer, ct) is { } invalid ? invalid : tender.Settle(question, answer.Answer, answer.On ?? clock.Today, answer.Seen),
            ct);
}

/// <summary>What is answered.</summary>
public sealed class TenderAnswer
{
    /// <summary>Null, or nothing but spaces, takes back what was answered.</summary>
    public string? Answer { get; set; }

    /// <summary>Of a question: today where nothing is said.</summary>
    public DateOnly? On { get; set; }

    /// <summary>For a page, where others may work on the same tender: only what was seen is replaced. A program says it with the version.</summary>
    [JsonIgnore]
    public SeenAnswer? Seen { get; set; }

    public sealed class Validator : AbstractValidator<TenderAnswer>
    {
        public Validator() => RuleFor(f => f.Answer).MaximumLength(TenderQuestion.TextMaxLength).WithMessage("TextTooLong");
    }
}
