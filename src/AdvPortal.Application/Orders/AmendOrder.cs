using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Outbox;
using FluentValidation;

namespace AdvPortal.Application.Orders;

/// <summary>Changes an order that was promised, without a document of the client's: by telephone, or because we have to. It is judged again, and confirmed in a new version of our answer.</summary>
/// <remarks>Whoever says what they saw may change it beside somebody else: what only one of the two changed is taken.</remarks>
[UseCase]
public sealed class AmendOrder(UnitOfWork unitOfWork, IValidator<AmendOrder.Form> validator, CurrentMember member, TenantClock clock)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, Form form, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<OrderView>>(this, Permission.HandleOrders, id, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order)
            {
                return new NoSuchOrder();
            }

            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            if (!order.Status.Allows(OrderAct.Amend))
            {
                return new OrderNotAmendable(order.Status);
            }

            var (now, hasMoved) = (OrderTerms.Of(order), version is { } seen && seen != order.Version);

            if (hasMoved && form.Seen is null)
            {
                return new ChangedMeanwhile();
            }

            var wanted = form.Seen is null ? form.Terms! : form.Terms!.MergeOnto(form.Seen, now);

            return wanted.IsOk ? await AmendAsync(db, order, now, wanted.Value, form, ct) : await NameAsync(db, wanted.Refusal, ct);
        }, ct);

    private async Task<Result<OrderView>> AmendAsync(AdvDbContext db, Order order, OrderTerms now, OrderTerms wanted, Form form, CancellationToken ct)
    {
        var changes = wanted.Against(now).ToList();

        if (changes.Count == 0)
        {
            return new AmendmentChangesNothing();
        }

        var visit = new Visit(db);
        var document = visit.Ask(OriginalOrder.Document(db, order));
        var around = ReadOrder.Around(db, visit, clock, order.Id, order.ClientId);
        var mails = visit.Ask(db.Outbox.AsTracking().Where(m => m.SubjectId == order.Id.Value && (m.Kind == MailKind.Acknowledgement || m.Kind == MailKind.PromiseNotice) && (m.Status == OutboxStatus.Waiting || m.Attempts > 0)));
        var asked = AskedTerms.Of(wanted, order, changes);
        var basis = await OrderBasis.ReadAsync(db, visit, clock, order.ClientId, asked, order.Id, ct);

        if (!basis.IsOk)
        {
            return basis.Refusal;
        }

        var draft = basis.Value.Draft(asked);

        if (wanted.Lines.FirstOrDefault(l => l.ProductCode is { Length: > 0 } code && draft.Lines.Any(d => d.LineNo == l.LineNo && !string.Equals(d.ProductCode, code, StringComparison.OrdinalIgnoreCase)) && changes.Exists(c => c.LineNo == l.LineNo && c.Field is TermsField.Product or TermsField.Line)) is { } unknown)
        {
            return new UnknownProductCode(unknown.ProductCode!);
        }

        TakeBackUnheard(order, mails.Rows);
        var doubts = OriginalOrder.Tell(asked, document.Only, order).Doubts;
        var amended = order.Amend(draft, basis.Value.Judge(draft, asked with { Doubts = doubts }, order.ReceivedAt), Decide(order, draft, changes, form));

        return amended.IsOk ? ReadOrder.View(db, order, around()) with { Version = db.VersionAfterSaving(order) } : amended.Refusal;
    }

    // A promise that nobody has heard of is no version of anything; what waits tells of what is no longer so.
    private static void TakeBackUnheard(Order order, IReadOnlyList<OutboxMessage> mails)
    {
        var answers = mails.Where(m => m.Kind is MailKind.Acknowledgement).ToList();

        var since = AcknowledgementPosting.Since(order);

        // A version that the client has is no reason to let the next one stand.
        if (order.Status is OrderStatus.Confirmed && answers.Exists(m => m.Status is OutboxStatus.Waiting) && !answers.Exists(m => m.Attempts > 0 && m.CreatedAt > since))
        {
            order.TakeBack();
        }

        foreach (var mail in mails.Where(m => m.Status is OutboxStatus.Waiting))
        {
            mail.Cancel();
        }
    }

    private DecidedAmendment Decide(Order order, OrderDraft draft, List<TermsChange> changes, Form form)
    {
        var before = order.AsItStands().Lines.ToDictionary(line => line.LineNo, StringComparer.Ordinal);
        var after = draft.Lines.ToDictionary(line => line.LineNo, StringComparer.Ordinal);
        var lines = changes.Select(change => change.LineNo).OfType<string>().Distinct(StringComparer.Ordinal).Select(no => new LineDifference(
            no, !before.ContainsKey(no) ? LineDifferenceKind.Added : !after.ContainsKey(no) ? LineDifferenceKind.Removed : LineDifferenceKind.Changed, before.GetValueOrDefault(no), after.GetValueOrDefault(no)));
        var head = new HeadDifference(
            order.SiteId == draft.SiteId ? null : new(order.SiteId, draft.SiteId), order.RequestedOn == draft.RequestedOn ? null : new(order.RequestedOn, draft.RequestedOn),
            order.CustomerReference == draft.CustomerReference ? null : new(order.CustomerReference, draft.CustomerReference));

        return new(DocumentId: null, 0, AmendmentOutcome.Applied, clock.Now)
        {
            By = member.Id,
            Side = form.Side!.Value,
            Note = form.Reason!.Trim(),
            Head = head.IsEmpty ? null : head,
            Lines = new OrderDifference(head, [.. lines]).Decide(order),
        };
    }

    // A place is told by its name.
    private static async Task<Refusal> NameAsync(AdvDbContext db, Refusal refusal, CancellationToken ct)
    {
        if (refusal is not ChangedByBoth { Change: { Field: TermsField.Site } change })
        {
            return refusal;
        }

        var sites = new[] { change.From, change.To }.OfType<SiteId>().ToList();
        var names = await db.Sites.Where(s => sites.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);

        return new ChangedByBoth(change with { From = change.From is SiteId mine ? names.GetValueOrDefault(mine) : null, To = change.To is SiteId theirs ? names.GetValueOrDefault(theirs) : null });
    }

    public sealed class Form
    {
        /// <summary>In a person's words, kept with the order.</summary>
        public string? Reason { get; set; }

        /// <summary>Who wants it.</summary>
        public AmendmentSide? Side { get; set; }

        /// <summary>The order as whoever fills this in saw it; null: nobody else may have changed it.</summary>
        public OrderTerms? Seen { get; set; }

        /// <summary>The order as it shall be. A line that is not there is given up.</summary>
        public OrderTerms? Terms { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Reason).NotEmpty().WithMessage("SayWhy").MaximumLength(DecidedAmendment.NoteMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.Side).NotNull().WithMessage("ChooseSide");
            RuleFor(f => f.Terms).NotNull().WithMessage("AddALine").SetValidator(new TermsValidator()!);
            RuleFor(f => f.Seen).SetValidator(new TermsValidator()!).When(f => f.Seen is not null);
        }
    }

    private sealed class TermsValidator : AbstractValidator<OrderTerms>
    {
        public TermsValidator()
        {
            RuleFor(t => t.CustomerReference).MaximumLength(Order.CustomerReferenceMaxLength).WithMessage("ReferenceTooLong");
            RuleFor(t => t.Lines).NotEmpty().WithMessage("AddALine").Must(lines => lines?.CountBy(l => l?.LineNo ?? "", StringComparer.Ordinal).All(no => no.Value == 1) is not false).WithMessage("LineNoTwice");
            RuleForEach(t => t.Lines).NotNull().WithMessage("AddALine").ChildRules(line =>
            {
                line.RuleFor(l => l.LineNo).NotEmpty().WithMessage("ChooseLine").MaximumLength(OrderLine.LineNoMaxLength).WithMessage("LineNoTooLong");
                line.RuleFor(l => l.ProductCode).NotEmpty().When(l => string.IsNullOrWhiteSpace(l.BuyerCode)).WithMessage("EnterProductCode").MaximumLength(Domain.Products.Product.CodeMaxLength).WithMessage("ProductCodeTooLong");
                line.RuleFor(l => l.BuyerCode).MaximumLength(Domain.Clients.BuyerCode.CodeMaxLength).WithMessage("ProductCodeTooLong");
                line.RuleFor(l => l.Quantity).NotNull().WithMessage("EnterQuantity").InclusiveBetween(0, LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
                line.RuleFor(l => l.NetPrice).InclusiveBetween(0, LineAmounts.MostPrice).WithMessage("PriceOutOfRange");
                line.RuleFor(l => l.PriceBaseQuantity).GreaterThan(0).WithMessage("PriceBaseMustBePositive").InclusiveBetween(LineAmounts.LeastPriceBase, LineAmounts.MostQuantity).WithMessage("PriceBaseOutOfRange");
            });
        }
    }
}

/// <summary>An order as people change it once it stands: what <see cref="AmendOrder"/> is filled in from.</summary>
[UseCase]
public sealed class ReadOrderTerms(UnitOfWork unitOfWork)
{
    public Task<Result<View>> ExecuteAsync(OrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<View>(this, Permission.ReadOrders, async db =>
            await ReadOrder.FindAsync(db, id, ct) is { } order ? new View(order.Version, OrderTerms.Of(order)) : new NoSuchOrder(), ct);

    /// <param name="Version">Of the order as it was read.</param>
    public sealed record View(int Version, OrderTerms Terms);
}
