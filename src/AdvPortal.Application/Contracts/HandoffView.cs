using AdvPortal.Domain.Contracts;
using FluentValidation;

namespace AdvPortal.Application.Contracts;

/// <summary>A handoff as pages and the API read it, with what is still missing.</summary>
/// <param name="Contract">The signed contract, once it is there.</param>
/// <param name="FirstOrder">The first that the client placed from the day of signature on, once the handoff is accepted.</param>
/// <param name="Clock">From signature to that order; null while nothing is signed.</param>
public sealed record HandoffView(
    HandoffId Id, int Version, HandoffStatus Status, MemberId? AuthorId, string? AuthorName, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? AcceptedAt,
    ClientId? ClientId, MemberId? OwnerId, string? OwnerName, HandoffContent Content, IReadOnlyList<HandoffRemark> Remarks, IReadOnlyList<HandoffPoint> Checklist,
    HandoffView.File? Contract, HandoffView.Order? FirstOrder, HandoffClock? Clock)
{
    /// <param name="Size">Bytes.</param>
    public sealed record File(HandoffFileId Id, string Name, int Size, DateTimeOffset AddedAt)
    {
        internal static File Of(HandoffFile file) => new(file.Id, file.FileName, file.Size, file.AddedAt);
    }

    public sealed record Order(OrderId Id, string Number, DateOnly On);
}

/// <summary>Whether what is filled in can be kept; whether it is complete, the checklist says.</summary>
public sealed class HandoffValidator : AbstractValidator<HandoffContent>
{
    private const int MostRows = 500;
    private const int MostPrices = 5000;
    private const decimal MostQuantity = 999_999_999;

    public HandoffValidator()
    {
        RuleFor(c => c.Client).NotNull().WithMessage("NotOfThisShape").ChildRules(client =>
        {
            client.RuleFor(c => c.Code).MaximumLength(Domain.Clients.Client.CodeMaxLength).WithMessage("ClientCodeTooLong");
            client.RuleFor(c => c.Name).MaximumLength(Domain.Clients.Client.NameMaxLength).WithMessage("NameTooLong");
            client.RuleFor(c => c.Gln).Matches("^[0-9]{13}$").WithMessage("GlnHasThirteenDigits");
            client.RuleFor(c => c.Siren).Matches("^[0-9]{9}$").WithMessage("SirenHasNineDigits");
        });
        RuleFor(c => c.Contract).NotNull().WithMessage("NotOfThisShape").ChildRules(contract =>
        {
            contract.RuleFor(c => c.Reference).MaximumLength(Domain.Portfolios.Ownership.ReasonMaxLength).WithMessage("ReferenceTooLong");
            contract.RuleFor(c => c.NoticeMonths).InclusiveBetween(0, HandoffContract.MostNoticeMonths).WithMessage("NoticeMonthsOutOfRange");
            contract.RuleFor(c => c.Amount).InclusiveBetween(0, MostQuantity).WithMessage("AmountOutOfRange");
        });
        RuleFor(c => c.Sites).NotNull().WithMessage("NotOfThisShape").Must(rows => rows is null || rows.Count <= MostRows).WithMessage("TooManyRows");
        RuleForEach(c => c.Sites).NotNull().WithMessage("NotOfThisShape").ChildRules(site =>
        {
            site.RuleFor(s => s.Name).MaximumLength(Domain.Clients.Site.NameMaxLength).WithMessage("NameTooLong");
            site.RuleFor(s => s.Gln).Matches("^[0-9]{13}$").WithMessage("GlnHasThirteenDigits");
        });
        RuleFor(c => c.Contacts).NotNull().WithMessage("NotOfThisShape").Must(rows => rows is null || rows.Count <= MostRows).WithMessage("TooManyRows");
        RuleForEach(c => c.Contacts).NotNull().WithMessage("NotOfThisShape").ChildRules(contact =>
        {
            contact.RuleFor(p => p.Name).MaximumLength(Domain.Clients.Contact.NameMaxLength).WithMessage("NameTooLong");
            contact.RuleFor(p => p.Phone).MaximumLength(Domain.Clients.Client.NameMaxLength).WithMessage("NameTooLong");
            contact.RuleFor(p => p.Email).EmailAddress().WithMessage("EmailNotValid");
        });
        RuleFor(c => c.Prices).NotNull().WithMessage("NotOfThisShape").Must(rows => rows is null || rows.Count <= MostPrices).WithMessage("TooManyRows");
        RuleForEach(c => c.Prices).NotNull().WithMessage("NotOfThisShape").ChildRules(price =>
        {
            price.RuleFor(p => p.NetPrice).InclusiveBetween(0, 99_999_999).WithMessage("PriceOutOfRange");
            price.RuleFor(p => p.PriceBaseQuantity).GreaterThanOrEqualTo(0.01m).WithMessage("PriceBaseMustBePositive").LessThanOrEqualTo(MostQuantity).WithMessage("QuantityOutOfRange");
            price.RuleFor(p => p.AgreedQuantity).GreaterThan(0).WithMessage("QuantityOutOfRange").LessThanOrEqualTo(MostQuantity).WithMessage("QuantityOutOfRange");
            price.RuleFor(p => p.MinimumQuantity).InclusiveBetween(0, MostQuantity).WithMessage("QuantityOutOfRange");
            NamesAClause(price.RuleFor(p => p.Clause));
        });
        RuleFor(c => c.Answers).NotNull().WithMessage("NotOfThisShape").Must(rows => rows is null || rows.Count <= MostRows).WithMessage("TooManyRows");
        RuleForEach(c => c.Answers).NotNull().WithMessage("NotOfThisShape");
        RuleFor(c => c.Sentences).NotNull().WithMessage("NotOfThisShape").Must(rows => rows is null || rows.Count <= MostRows).WithMessage("TooManyRows");
        RuleForEach(c => c.Sentences).NotNull().WithMessage("NotOfThisShape").ChildRules(said =>
        {
            said.RuleFor(s => s.Sentence).MaximumLength(Domain.Requirements.RequirementRevision.SentenceMaxLength).WithMessage("SentenceTooLong");
            said.RuleFor(s => s.Who).MaximumLength(Domain.Clients.Contact.NameMaxLength).WithMessage("NameTooLong");
            NamesAClause(said.RuleFor(s => s.Clause));
        });
        RuleFor(c => c.Promises).NotNull().WithMessage("NotOfThisShape").Must(rows => rows is null || rows.Count <= MostRows).WithMessage("TooManyRows");
        RuleForEach(c => c.Promises).NotNull().WithMessage("NotOfThisShape").ChildRules(promise =>
        {
            promise.RuleFor(p => p.What).MaximumLength(Handoff.TextMaxLength).WithMessage("SentenceTooLong");
            promise.RuleFor(p => p.Who).MaximumLength(Domain.Clients.Contact.NameMaxLength).WithMessage("NameTooLong");
            NamesAClause(promise.RuleFor(p => p.Clause));
        });
        RuleFor(c => c.Clauses).NotNull().WithMessage("NotOfThisShape").Must(rows => rows is null || rows.Count <= MostRows).WithMessage("TooManyRows")
            .Must(rows => rows is null || rows.OfType<HandoffClause>().Select(c => c.Number).Distinct(StringComparer.Ordinal).Count() == rows.OfType<HandoffClause>().Count()).WithMessage("ClauseTwice");
        RuleForEach(c => c.Clauses).NotNull().WithMessage("NotOfThisShape").ChildRules(clause =>
        {
            clause.RuleFor(c => c.Number).NotEmpty().WithMessage("ClauseNeedsNumber").MaximumLength(HandoffClause.NumberMaxLength).WithMessage("ClauseNumberTooLong");
            clause.RuleFor(c => c.Words).MaximumLength(HandoffClause.WordsMaxLength).WithMessage("ClauseTooLong");
        });
    }

    private static void NamesAClause<T>(IRuleBuilder<T, string?> number) =>
        number.Must(said => said is null || !string.IsNullOrWhiteSpace(said)).WithMessage("ClauseNeedsNumber").MaximumLength(HandoffClause.NumberMaxLength).WithMessage("ClauseNumberTooLong");
}
