using AdvPortal.Application.Orders;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Intake;

/// <summary>
/// Does what a client's change asks, in whole or line by line: the same order, judged again, to be confirmed in a new version of our answer.
/// A cancellation is answered at once.
/// </summary>
[UseCase]
public sealed class ApplyAmendment(UnitOfWork unitOfWork, IValidator<ApplyAmendment.Form> validator, AcknowledgementPosting posting, CurrentMember member, TenantClock clock)
{
    public Task<Result<OrderDocumentView>> ExecuteAsync(OrderDocumentId id, Form form, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<OrderDocumentView>>(this, Permission.HandleOrders, result => AmendmentDecision.Subject(result, id), async db =>
            await validator.RefuseAsync(form, ct) is { } invalid ? invalid
            : await AmendmentDecision.DecideAsync(db, clock, id, version, form.OrderVersion, pending => Apply(db, pending, form), ct), ct);

    private Result Apply(AdvDbContext db, PendingAmendment pending, Form form)
    {
        var order = pending.Order;
        pending.Answer.Waiting.ToList().ForEach(mail => mail.Cancel());

        // A promise that nobody has heard of is no version of anything.
        if (order.Status is OrderStatus.Confirmed && pending.Answer is { Waiting.Count: > 0, HasLeft: false })
        {
            order.TakeBack();
        }

        var applied = pending.Apply(form.Lines?.ToHashSet(StringComparer.Ordinal), form.Head, new(pending.Document.Id, 0, AmendmentOutcome.Applied, clock.Now) { By = member.Id, Note = form.Note?.Trim() is { Length: > 0 } note ? note : null });

        if (applied.IsOk && order.IsAnswered && pending.Answering is { } answer)
        {
            posting.Post(db, answer(), TimeSpan.Zero);
        }

        return applied;
    }

    /// <param name="Lines">The lines to change, by the number that the difference gives them; left out for the whole change.</param>
    /// <param name="Head">Whether date, place and reference of the whole order change too.</param>
    /// <param name="Note">Said to the client of what is not done.</param>
    /// <param name="OrderVersion">Of the order as the person saw it; left out for whatever it is now.</param>
    public sealed record Form(IReadOnlyList<string>? Lines = null, bool Head = true, string? Note = null, int? OrderVersion = null);

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(f => f.Note).MaximumLength(DecidedAmendment.NoteMaxLength).WithMessage("NoteTooLong");
    }
}

/// <summary>Leaves the order as it is, and tells the client why.</summary>
[UseCase]
public sealed class RefuseAmendment(UnitOfWork unitOfWork, IValidator<RefuseAmendment.Form> validator, AcknowledgementPosting posting, CurrentMember member, TenantClock clock)
{
    public Task<Result<OrderDocumentView>> ExecuteAsync(OrderDocumentId id, Form form, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<OrderDocumentView>>(this, Permission.HandleOrders, result => AmendmentDecision.Subject(result, id), async db =>
            await validator.RefuseAsync(form, ct) is { } invalid ? invalid
            : await AmendmentDecision.DecideAsync(db, clock, id, version, orderVersion: null, pending => Refuse(db, pending, form), ct), ct);

    private Result Refuse(AdvDbContext db, PendingAmendment pending, Form form)
    {
        if (form.Reason is not { } reason || (reason is AmendmentRefusal.Other && string.IsNullOrWhiteSpace(form.Note)))
        {
            return new AmendmentRefusalNeedsReason();
        }

        var refused = pending.Refuse(new(pending.Document.Id, 0, AmendmentOutcome.Refused, clock.Now) { By = member.Id, Reason = reason, Note = form.Note?.Trim() is { Length: > 0 } note ? note : null });

        // What was never answered is answered when the order is.
        if (refused.IsOk && pending.Order.IsAnswered && pending.Answering is { } answer)
        {
            posting.Post(db, answer(), TimeSpan.Zero, pending.Order.Amendments[^1]);
        }

        return refused;
    }

    /// <param name="Reason">With a note where it is <see cref="AmendmentRefusal.Other"/>.</param>
    public sealed record Form(AmendmentRefusal? Reason, string? Note = null);

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(f => f.Note).MaximumLength(DecidedAmendment.NoteMaxLength).WithMessage("NoteTooLong");
    }
}

/// <summary>What every decision on a change has in common: it is as the person saw it, it is decided once, and the document is done with.</summary>
internal static class AmendmentDecision
{
    public static async Task<Result<OrderDocumentView>> DecideAsync(
        AdvDbContext db, TenantClock clock, OrderDocumentId id, int? version, int? orderVersion, Func<PendingAmendment, Result> decide, CancellationToken ct)
    {
        var loaded = await PendingAmendment.LoadAsync(db, id, ct);

        if (loaded.Document is not { } document)
        {
            return new NoSuchOrderDocument();
        }

        if (version is { } seen && seen != document.Version)
        {
            return new ChangedMeanwhile();
        }

        if (document.Status is not (OrderDocumentStatus.NeedsClient or OrderDocumentStatus.NeedsReview))
        {
            return document.Status is OrderDocumentStatus.Received ? new DocumentBeingRead() : new DocumentSettled();
        }

        var pending = await PendingAmendment.ReadAsync(db, clock, loaded, ct);

        if (!pending.IsOk)
        {
            return pending.Refusal;
        }

        if (orderVersion is { } known && known != pending.Value.Order.Version)
        {
            return new ChangedMeanwhile();
        }

        if (decide(pending.Value).Refusal is { } refusal)
        {
            return refusal;
        }

        document.Settle(OrderDocumentStatus.Done);

        return OrderDocumentView.Of(document) with { Version = db.VersionAfterSaving(document) };
    }

    /// <summary>History tells it of the order.</summary>
    public static IId Subject(Result<OrderDocumentView> result, OrderDocumentId document) => result.Value?.AmendsOrderId is { } order ? order : document;
}
