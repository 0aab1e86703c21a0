using AdvPortal.Domain.Portfolios;
using FluentValidation;

namespace AdvPortal.Application.Portfolios;

/// <summary>Says that a member will be, or is, away, and answers with a proposal of who stands in. Everybody may declare their own; a manager anybody's.</summary>
[UseCase]
public sealed class DeclareAbsence(UnitOfWork unitOfWork, CurrentMember member, IValidator<DeclareAbsence.Form> validator)
{
    public async Task<Result<AbsenceView>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var away = new MemberId(form.MemberId!.Value);
        var declared = Absence.Declare(away, form.From!.Value, form.Until!.Value, form.FromHalf, form.UntilHalf);

        if (!declared.IsOk)
        {
            return declared.Refusal;
        }

        var (absence, needed) = (declared.Value, away == member.Id ? Permission.HandleOrders : Permission.ManagePortfolios);

        return await unitOfWork.RunAsync<Result<AbsenceView>>(this, needed, absence.Id, async db =>
        {
            var facts = await CoverFacts.ReadAsync(db, absence.From, absence.Until, ct);

            if (facts.Team.SingleOrDefault(c => c.Member.Id == away && !c.Member.IsDisabled) is not { } colleague)
            {
                return new NoSuchMember();
            }

            if (colleague.Absences.Any(a => a.Overlaps(absence.FirstHalf, absence.LastHalf)))
            {
                return new AlreadyAway();
            }

            if (absence.Plan(CoverProposal.For(facts.ToCover(absence), facts.StandIns(absence))).Refusal is { } refusal)
            {
                return refusal;
            }

            db.Absences.Add(absence);

            return AbsenceView.Of(absence, db.VersionAfterSaving(absence), facts);
        }, ct);
    }

    public sealed class Form
    {
        public Guid? MemberId { get; set; }
        public DateOnly? From { get; set; }
        public DateOnly? Until { get; set; }

        /// <summary>Afternoon when the first morning is still worked.</summary>
        public DayHalf? FromHalf { get; set; }

        /// <summary>Morning when the last afternoon is worked again.</summary>
        public DayHalf? UntilHalf { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        // Longer is not an absence: the portfolio is handed over.
        private const int MostDays = 366;

        public Validator()
        {
            RuleFor(f => f.MemberId).NotNull().WithMessage("ChooseMember");
            RuleFor(f => f.From).NotNull().WithMessage("ChooseFirstDay");
            RuleFor(f => f.Until).NotNull().WithMessage("ChooseLastDay");
            RuleFor(f => f.Until).GreaterThanOrEqualTo(f => f.From).When(f => f.From is not null).WithMessage("LastDayBeforeFirst");
            RuleFor(f => f.Until).Must((f, until) => until!.Value.DayNumber - f.From!.Value.DayNumber < MostDays).When(f => f.From is not null && f.Until is not null).WithMessage("AbsenceTooLong");
        }
    }
}
