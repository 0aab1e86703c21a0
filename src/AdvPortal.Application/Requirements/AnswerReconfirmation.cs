using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using FluentValidation;

namespace AdvPortal.Application.Requirements;

/// <summary>
/// A client's contact answers, once and without an account. What still holds is marked so and asked for again later; what does not is
/// put before a person here, and no rule changes by it.
/// </summary>
[UseCase]
public sealed class AnswerReconfirmation(UnitOfWork unitOfWork, CurrentMember current, TenantClock clock, IValidator<AnswerReconfirmation.Form> validator)
{
    public async Task<Result> ExecuteAsync(TenantInfo tenant, string token, Form form, CancellationToken ct = default)
    {
        current.VisitAsGuest(tenant);

        if (await unitOfWork.ReadAsAnyoneAsync(db => ReadReconfirmation.FindAsync(db, token, ct), ct) is not { } found || found.StateAt(clock.Now) is not ReconfirmationState.Asked)
        {
            return new ReconfirmationClosed();
        }

        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        return await unitOfWork.RunByLinkAsync<Result>(this, found.Id, async db =>
        {
            var question = await db.Reconfirmations.SingleAsync(r => r.Id == found.Id, ct);
            List<ClientAnswer> answers = [.. form.Answers.Select(answer => new ClientAnswer(new(answer.RequirementId), answer.Holds is true ? null : answer.Correction ?? ""))];

            if (question.Answer(answers, form.Name!, form.Comment, clock.Now).Refusal is { } refusal)
            {
                return refusal;
            }

            current.SpeakAs(question.ContactId);
            var ids = question.Asked.Select(shown => shown.RequirementId).ToList();
            var requirements = await db.Requirements.Include(r => r.Revisions).Where(r => r.ClientId == question.ClientId && ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);

            foreach (var (shown, answer) in question.Asked.Join(question.Answers, shown => shown.RequirementId, answer => answer.RequirementId, (shown, answer) => (shown, answer)))
            {
                if (answer.Correction is { } says)
                {
                    requirements[shown.RequirementId].Correct(new(shown.Revision, says, question.AnsweredBy!, question.ContactId, clock.Now));
                }
                else
                {
                    requirements[shown.RequirementId].Confirm(shown.Revision, question.ContactId, clock.Today);
                }
            }

            return Result.Ok;
        }, ct);
    }

    public sealed class Form
    {
        public string? Name { get; set; }
        public string? Comment { get; set; }
        public List<Answer> Answers { get; set; } = [];
    }

    public sealed class Answer
    {
        public Guid RequirementId { get; set; }

        /// <summary>Still true; false when something else holds.</summary>
        public bool? Holds { get; set; }

        public string? Correction { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("Confirm.EnterName").MaximumLength(Contact.NameMaxLength).WithMessage("Confirm.NameTooLong");
            RuleFor(f => f.Comment).MaximumLength(Reconfirmation.CommentMaxLength).WithMessage("Confirm.CommentTooLong");
            RuleForEach(f => f.Answers).ChildRules(answer =>
            {
                answer.RuleFor(a => a.Holds).NotNull().WithMessage("Confirm.ChooseOne");
                answer.RuleFor(a => a.Correction).NotEmpty().WithMessage("Confirm.SayWhat").MaximumLength(ClientCorrection.SaysMaxLength).WithMessage("Confirm.CorrectionTooLong").When(a => a.Holds is false);
            });
        }
    }
}
