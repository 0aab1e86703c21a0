using AdvPortal.Domain.Requirements;
using FluentValidation;

namespace AdvPortal.Application.Requirements;

/// <summary>Whether a requirement is filled in; whether its rule makes sense, the domain says.</summary>
public sealed class RequirementValidator : AbstractValidator<RequirementForm>
{
    public RequirementValidator()
    {
        RuleFor(f => f.Sentence).NotEmpty().WithMessage("EnterSentence");
        RuleFor(f => f.Sentence).MaximumLength(RequirementRevision.SentenceMaxLength).WithMessage("SentenceTooLong");
        RuleFor(f => f.Source).NotNull().WithMessage("EnterSource");
        RuleFor(f => f.Source!.Who).NotEmpty().WithMessage("EnterSource").When(f => f.Source is not null);
        RuleFor(f => f.Source!.Who).MaximumLength(RequirementSource.WhoMaxLength).WithMessage("SourceTooLong").When(f => f.Source is not null);
        RuleFor(f => f.Source!.Note).MaximumLength(RequirementSource.NoteMaxLength).WithMessage("SourceTooLong").When(f => f.Source is not null);
        RuleFor(f => f.Rule).NotNull().WithMessage("ChooseRule");
        RuleFor(f => f.ProductFamily).MaximumLength(Requirement.ProductFamilyMaxLength).WithMessage("FamilyTooLong");
    }
}
