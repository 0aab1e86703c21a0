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
            var read = await HandbackFacts.ReadAsync(db, id, ct);

            if (!read.IsOk)
            {
                return read.Refusal;
            }

            var facts = read.Value;

            if (version is { } seen && seen != facts.Absence.Version)
            {
                return new ChangedMeanwhile();
            }

            if (!facts.Clients.Contains(client))
            {
                return new NotCovered();
            }

            if (member.Id is not { } author || !(member.May(Permission.ManagePortfolios) || facts.Covers.Any(k => k.ClientId == client && k.StandInId == author)))
            {
                return new NotAllowed();
            }

            var note = new CoverNote(Ids.New<CoverNoteId>(), id, client, form.Kind!.Value, form.Text!, form.DueOn, author, clock.Now);
            db.CoverNotes.Add(note);

            return new HandbackView.Note(note.Id, note.Kind, note.Text, note.DueOn, facts.Names.GetValueOrDefault(author, ""), clock.Local(note.At));
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
