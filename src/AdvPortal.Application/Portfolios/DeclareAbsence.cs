using AdvPortal.Domain.Portfolios;
using FluentValidation;

namespace AdvPortal.Application.Portfolios;

/// <summary>Says that a member will be, or is, away, and answers with a proposal of who stands in. Everybody may declare their own; a manager anybody's.</summary>
[UseCase]
public sealed class DeclareAbsence(UnitOfWork unitOfWork, CurrentMember member, TenantClock clock, IValidator<DeclareAbsence.Form> validator)
{
    // So often somebody else may change what a proposal is made from before it is kept.
    private const int Tries = 3;

    public async Task<Result<AbsenceView>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var away = new MemberId(form.MemberId!.Value);
        var needed = away == member.Id ? Permission.HandleOrders : Permission.ManagePortfolios;
        var result = (Result<AbsenceView>)new ChangedMeanwhile();

        for (var attempt = 0; attempt < Tries && result.Refusal is ChangedMeanwhile; attempt++)
        {
            var declared = Declared(form, away);

            if (!declared.IsOk)
            {
                return declared.Refusal;
            }

            result = await DeclareAsync(declared.Value, needed, ct);
        }

        return result;
    }

    // The plan is sought between two visits to the database: nobody waits behind a transaction that thinks.
    private async Task<Result<AbsenceView>> DeclareAsync(Absence absence, Permission needed, CancellationToken ct)
    {
        var before = await unitOfWork.ReadAsync(this, needed, db => CoverFacts.ReadAsync(db, clock, absence.From, absence.Until, ct, absence.MemberId), ct);

        if (!before.IsOk)
        {
            return before.Refusal;
        }

        // Nobody searches for what is refused anyway.
        if (Refuse(before.Value, absence) is { } refused)
        {
            return refused;
        }

        var plan = await CoverSolver.SolveAsync(before.Value.Problem(absence), ct);

        return await unitOfWork.RunAsync<Result<AbsenceView>>(this, needed, absence.Id, async db =>
        {
            var facts = await CoverFacts.ReadAsync(db, clock, absence.From, absence.Until, ct, absence.MemberId);

            if (Refuse(facts, absence) is { } now)
            {
                return now;
            }

            if (facts.Refuse(absence, plan) is not null)
            {
                return new ChangedMeanwhile();
            }

            if (absence.Plan(plan).Refusal is { } refusal)
            {
                return refusal;
            }

            db.Absences.Add(absence);

            return AbsenceView.Of(absence, db.VersionAfterSaving(absence), facts);
        }, ct);
    }

    private static Refusal? Refuse(CoverFacts facts, Absence absence) =>
        facts.Team.SingleOrDefault(c => c.Member.Id == absence.MemberId && !c.Member.IsDisabled) is not { } colleague ? new NoSuchMember()
        : colleague.Absences.Any(a => a.Overlaps(absence.FirstHalf, absence.LastHalf)) ? new AlreadyAway()
        : null;

    private Result<Absence> Declared(Form form, MemberId away)
    {
        var kind = form.Unplanned is true ? AbsenceKind.Unforeseen : form.Kind ?? AbsenceKind.Leave;
        var now = clock.Local(clock.Now);
        var (from, until) = (form.From ?? clock.Today, form.Until ?? form.From ?? clock.Today);

        // One click: from this half-day on, for today.
        var half = form.From is null && HalfDay.HalfOf(HalfDay.Of(now)) is DayHalf.Afternoon ? DayHalf.Afternoon : form.FromHalf;

        return from < clock.Today ? new AbsenceInThePast()
            : from > clock.Today.AddYears(Absence.MostYearsAhead) ? new AbsenceTooFar(Absence.MostYearsAhead)
            : Absence.Declare(away, from, until, half, form.UntilHalf, kind);
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

        /// <summary>Leave where it is left out.</summary>
        public AbsenceKind? Kind { get; set; }

        /// <summary>Nobody foresaw it: days may be left out, for from now until this evening, and no reason is asked.</summary>
        public bool? Unplanned { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.MemberId).NotNull().WithMessage("ChooseMember");
            RuleFor(f => f.From).NotNull().When(f => f.Unplanned is not true).WithMessage("ChooseFirstDay");
            RuleFor(f => f.Until).NotNull().When(f => f.Unplanned is not true).WithMessage("ChooseLastDay");
            RuleFor(f => f.Until).GreaterThanOrEqualTo(f => f.From).When(f => f.From is not null && f.Until is not null).WithMessage("LastDayBeforeFirst");
            RuleFor(f => f.Until).Must((f, until) => until!.Value.DayNumber - f.From!.Value.DayNumber < Absence.MostDays).When(f => f.From is not null && f.Until is not null).WithMessage("AbsenceTooLong");
        }
    }
}
