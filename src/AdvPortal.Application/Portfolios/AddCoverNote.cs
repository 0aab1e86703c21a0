using AdvPortal.Domain.Portfolios;
using FluentValidation;

namespace AdvPortal.Application.Portfolios;

/// <summary>A stand-in tells the owner of a call, a decision, a promise, or of what they leave open.</summary>
[UseCase]
public sealed class AddCoverNote(UnitOfWork unitOfWork, CurrentMember member, TenantClock clock, IValidator<AddCoverNote.Form> validator)
{
    public async Task<Result<HandbackView.Note>> ExecuteAsync(AbsenceId id, Form form, int? version, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var client = new ClientId(form.ClientId!.Value);

        return await unitOfWork.RunAsync<Result<HandbackView.Note>>(this, Permission.HandleOrders, id, async db =>
        {
            var found = await db.Absences.Where(a => a.Id == id).Select(a => new
            {
                a.Version,
                Covers = a.Covers.Any(k => k.ClientId == client && k.IsPublished),
                Mine = a.Covers.Any(k => k.ClientId == client && k.IsPublished && k.StandInId == member.Id),
                Author = db.Members.Where(m => m.Id == member.Id).Select(m => m.Name).FirstOrDefault(),
            }).SingleOrDefaultAsync(ct);

            if (found is null)
            {
                return new NoSuchAbsence();
            }

            if (version is { } seen && seen != found.Version)
            {
                return new ChangedMeanwhile();
            }

            if (!found.Covers)
            {
                return new NotCovered();
            }

            if (member.Id is not { } author || !(found.Mine || member.May(Permission.ManagePortfolios)))
            {
                return new NotAllowed();
            }

            var note = new CoverNote(Ids.New<CoverNoteId>(), id, client, form.Kind!.Value, form.Text!, form.DueOn, author, clock.Now);
            db.CoverNotes.Add(note);

            return new HandbackView.Note(note.Id, note.Kind, note.Text, note.DueOn, found.Author ?? "", clock.Local(note.At));
        }, ct);
    }

    public sealed class Form
    {
        public Guid? ClientId { get; set; }
        public CoverNoteKind? Kind { get; set; }
        public string? Text { get; set; }

        /// <summary>By when what was promised or left open is due.</summary>
        public DateOnly? DueOn { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.ClientId).NotNull().WithMessage("ChooseClient");
            RuleFor(f => f.Kind).NotNull().WithMessage("ChooseKind");
            RuleFor(f => f.Text).NotEmpty().WithMessage("WriteSomething");
            RuleFor(f => f.Text).MaximumLength(CoverNote.TextMaxLength).WithMessage("NoteTooLong");
        }
    }
}
