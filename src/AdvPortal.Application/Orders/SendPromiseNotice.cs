using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Orders;

/// <summary>Drafts the word to the client on its new dates: a person reads it before it leaves.</summary>
[UseCase]
public sealed class DraftPromiseNotice(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<PromiseNotice.Draft>> ExecuteAsync(OrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<PromiseNotice.Draft>(this, Permission.HandleOrders, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order)
            {
                return new NoSuchOrder();
            }

            var notice = await PromiseNotice.ReadAsync(db, clock, order, ct);

            return notice.Moved.Count > 0 ? notice.Write() : new NothingToTell();
        }, ct);
}

/// <summary>Tells the client of its new dates, as a person leaves the words; our answer as it stands now goes with them.</summary>
/// <remarks>A person has a moment to think again (<see cref="UndoPromiseNotice"/>); what a program sends leaves at once.</remarks>
[UseCase]
public sealed class SendPromiseNotice(ActOnOrder act, IValidator<SendPromiseNotice.Form> validator, AcknowledgementPosting posting, CurrentMember member, TenantClock clock)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, order, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : Post(db, await PromiseNotice.ReadAsync(db, clock, order, ct), form), ct);

    private Result Post(AdvDbContext db, PromiseNotice notice, Form form)
    {
        if (notice.IsUnderway)
        {
            return new NoticeUnderway();
        }

        if (notice.Moved.Count == 0)
        {
            return new NothingToTell();
        }

        var draft = notice.Write();

        return posting.PostNotice(db, notice.Basis, form.Subject?.Trim() ?? draft.Subject, form.Text ?? draft.Text, member.Id is null ? TimeSpan.Zero : ConfirmOrder.UndoFor) ? Result.Ok : new NobodyToWriteTo();
    }

    public sealed class Form
    {
        /// <summary>Null: as it is drafted.</summary>
        public string? Subject { get; set; }

        /// <summary>Null: as it is drafted. An empty line parts paragraphs, a dash begins a point.</summary>
        public string? Text { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Subject).NotEmpty().When(f => f.Subject is not null).WithMessage("EnterSubject").MaximumLength(Clarification.SubjectMaxLength).WithMessage("SubjectTooLong");
            RuleFor(f => f.Text).NotEmpty().When(f => f.Text is not null).WithMessage("EnterText").MaximumLength(Clarification.TextMaxLength).WithMessage("TextTooLong");
        }
    }
}

/// <summary>Stops the word on new dates while it has not left.</summary>
[UseCase]
public sealed class UndoPromiseNotice(ActOnOrder act)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, order, _) =>
            {
                var waiting = await ToldPromises.WaitingNotices(db, order.Id).Where(m => m.Attempts == 0).ToListAsync(ct);
                waiting.ForEach(notice => notice.Cancel());

                return waiting.Count > 0 ? Result.Ok : new NoticeHasLeft();
            },
            ct);
}
