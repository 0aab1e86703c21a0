using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Tenders;
using FluentValidation;

namespace AdvPortal.Application.Tenders;

/// <summary>What a person, or a program, fills in about a tender.</summary>
public class TenderForm
{
    /// <summary>May be left out where a conversation says whose it is.</summary>
    public ClientId? ClientId { get; set; }

    /// <summary>The conversation that it comes of.</summary>
    public InquiryId? InquiryId { get; set; }

    public ContactId? ContactId { get; set; }

    /// <summary>The client's own number of it.</summary>
    public string? CustomerReference { get; set; }

    public string? Title { get; set; }

    /// <summary>What the client wrote.</summary>
    public string? Words { get; set; }

    public DateTimeOffset? QuestionsDueAt { get; set; }
    public DateTimeOffset? SubmissionDueAt { get; set; }
    public List<Line> Lines { get; set; } = [];

    internal TenderHead Head(ClientId client) => new(client, Title!, SubmissionDueAt!.Value, QuestionsDueAt, CustomerReference, ContactId, InquiryId, Words);

    internal static TenderForm Of(Tender tender) => new()
    {
        ClientId = tender.ClientId,
        InquiryId = tender.InquiryId,
        ContactId = tender.ContactId,
        CustomerReference = tender.CustomerReference,
        Title = tender.Title,
        Words = tender.Words,
        QuestionsDueAt = tender.QuestionsDueAt,
        SubmissionDueAt = tender.SubmissionDueAt,
        Lines = [.. tender.Lines.OrderBy(line => line.Position).Select(line => new Line
        {
            Id = line.Id, LineNo = line.LineNo, ProductCode = line.ProductCode, BuyerCode = line.BuyerCode, Description = line.Description, Unit = line.Unit, Quantities = [.. line.Quantities],
            TargetPrice = line.TargetPrice, PriceBaseQuantity = line.PriceBaseQuantity,
        })],
    };

    public sealed class Line
    {
        /// <summary>Of the line that it already is; null for a new one.</summary>
        public Guid? Id { get; set; }

        /// <summary>The client's own; null for the next ten.</summary>
        public string? LineNo { get; set; }

        /// <summary>Ours; null for goods that are in no catalogue yet.</summary>
        public string? ProductCode { get; set; }

        /// <summary>The client's; alone, it says which product of ours is meant.</summary>
        public string? BuyerCode { get; set; }

        /// <summary>The product's name where nothing is said.</summary>
        public string? Description { get; set; }

        /// <summary>The product's where nothing is said; pieces for goods that are in no catalogue.</summary>
        public string? Unit { get; set; }

        /// <summary>For which the client wants prices.</summary>
        public List<decimal> Quantities { get; set; } = [];

        /// <summary>What the client hopes for, per <see cref="PriceBaseQuantity"/>.</summary>
        public decimal? TargetPrice { get; set; }

        /// <summary>For how many units prices are; where nothing is said as many as in the contract, else 1.</summary>
        public decimal? PriceBaseQuantity { get; set; }
    }

    public sealed class Validator : AbstractValidator<TenderForm>
    {
        public Validator()
        {
            RuleFor(f => f.ClientId).NotNull().When(f => f.InquiryId is null).WithMessage("ChooseClient");
            RuleFor(f => f.Title).NotEmpty().WithMessage("Tender.TitleMissing").MaximumLength(Tender.TitleMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.CustomerReference).MaximumLength(Tender.ReferenceMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.Words).MaximumLength(Tender.WordsMaxLength).WithMessage("TextTooLong");
            RuleFor(f => f.SubmissionDueAt).NotNull().WithMessage("Tender.DeadlineMissing");
            RuleFor(f => f.Lines).Must(lines => lines.Count <= Tender.MostLines).WithMessage("TooManyRows");
            RuleForEach(f => f.Lines).NotNull().WithMessage("NotOfThisShape").ChildRules(line =>
            {
                line.RuleFor(l => l.Description).NotEmpty().When(l => string.IsNullOrWhiteSpace(l.ProductCode) && string.IsNullOrWhiteSpace(l.BuyerCode)).WithMessage("Tender.GoodsMissing")
                    .MaximumLength(OrderLine.DescriptionMaxLength).WithMessage("NoteTooLong");
                line.RuleFor(l => l.LineNo).MaximumLength(OrderLine.LineNoMaxLength).WithMessage("NoteTooLong");
                line.RuleFor(l => l.ProductCode).MaximumLength(Product.CodeMaxLength).WithMessage("ProductCodeTooLong");
                line.RuleFor(l => l.BuyerCode).MaximumLength(BuyerCode.CodeMaxLength).WithMessage("ProductCodeTooLong");
                line.RuleFor(l => l.Unit).MaximumLength(OrderLine.UnitMaxLength).WithMessage("NoteTooLong");
                line.RuleFor(l => l.Quantities).Must(quantities => quantities.Count <= TenderLine.MostTiers).WithMessage("TooManyRows");
                line.RuleForEach(l => l.Quantities).PrecisionScale(18, 4, ignoreTrailingZeros: true).WithMessage("QuantityOutOfRange").GreaterThan(0).WithMessage("QuantityOutOfRange")
                    .LessThanOrEqualTo(LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
                line.RuleFor(l => l.TargetPrice).PrecisionScale(18, 4, ignoreTrailingZeros: true).WithMessage("PriceOutOfRange").InclusiveBetween(0, LineAmounts.MostPrice).WithMessage("PriceOutOfRange");
                line.RuleFor(l => l.PriceBaseQuantity).PrecisionScale(18, 2, ignoreTrailingZeros: true).WithMessage("QuantityOutOfRange").InclusiveBetween(0.01m, LineAmounts.MostQuantity).WithMessage("PriceBaseMustBePositive");
            });
        }
    }
}
