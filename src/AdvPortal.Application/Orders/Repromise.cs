using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Orders;

/// <summary>Promises lines of an order for other days, with the cause: the ledger keeps it, every document shows it from now on.</summary>
[UseCase]
public sealed class Repromise(ActOnOrder act, IValidator<Repromise.Form> validator, CurrentMember member, TenantClock clock)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (db, order, now) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid : await MoveAsync(db, order, form, now, ct), ct);

    private async Task<Result> MoveAsync(AdvDbContext db, Order order, Form form, DateTimeOffset now, CancellationToken ct)
    {
        var visit = new Visit(db);
        var steps = OrderSteps.Ask(db, visit, clock, order);
        var notices = visit.Ask(ToldPromises.WaitingNotices(db, order.Id));
        await visit.GoAsync(ct);

        var parts = Parts(order, form, steps.Days());

        if (!parts.IsOk)
        {
            return parts.Refusal;
        }

        var moved = order.Repromise(parts.Value, new(form.Cause!.Value, form.Side, form.Note), member.Id, now, clock.Today);

        // What was about to be told is no longer so.
        foreach (var notice in moved.IsOk ? notices.Rows : [])
        {
            notice.Cancel();
        }

        return moved;
    }

    // What is not possible for one line moves none of them.
    internal static Result<Dictionary<string, IReadOnlyList<PromisedPart>>> Parts(Order order, Form form, ArrivalDays days)
    {
        var outstanding = order.Lines.Where(l => l.OutstandingQuantity > 0).ToDictionary(l => l.LineNo, l => l.OutstandingQuantity, StringComparer.Ordinal);
        var wanted = form.DeliverOn is { } all
            ? outstanding.Keys.ToDictionary(no => no, _ => new List<Part> { new() { DeliverOn = all } }, StringComparer.Ordinal)
            : form.Lines.GroupBy(l => l.LineNo!, StringComparer.Ordinal).ToDictionary(l => l.Key, l => l.SelectMany(each => each.Parts).ToList(), StringComparer.Ordinal);

        if (wanted.Keys.FirstOrDefault(no => order.Lines.All(l => l.LineNo != no)) is { } nowhere)
        {
            return new NoSuchLine(nowhere);
        }

        Dictionary<string, IReadOnlyList<PromisedPart>> parts = new(StringComparer.Ordinal);

        foreach (var (lineNo, each) in wanted)
        {
            if (each.Select(part => Refuse(days.Look(lineNo, part.DeliverOn!.Value), lineNo)).FirstOrDefault(refusal => refusal is not null) is { } refusal)
            {
                return refusal;
            }

            // One part needs no quantity: it is all there is.
            parts[lineNo] = [.. each.Select(part => new PromisedPart(part.Quantity ?? (each.Count == 1 ? outstanding.GetValueOrDefault(lineNo) : 0), part.DeliverOn!.Value, days.ShipOn(part.DeliverOn.Value)))];
        }

        return parts;
    }

    private static Refusal? Refuse(ArrivalDay day, string lineNo) =>
        day.IsAllowed ? null : day.First is { } first ? new PromiseNotPossible(lineNo, day.Asked, first) : new NoDayPossible(lineNo, day.Asked);

    public sealed class Form
    {
        /// <summary>Everything outstanding arrives then; else <see cref="Lines"/> say what does.</summary>
        public DateOnly? DeliverOn { get; set; }

        public List<Line> Lines { get; set; } = [];
        public PromiseCause? Cause { get; set; }

        /// <summary>Null: the cause's usual one.</summary>
        public PromiseSide? Side { get; set; }

        public string? Note { get; set; }
    }

    public sealed class Line
    {
        public string? LineNo { get; set; }
        public List<Part> Parts { get; set; } = [];
    }

    public sealed class Part
    {
        /// <summary>Null for all that is outstanding.</summary>
        public decimal? Quantity { get; set; }

        public DateOnly? DeliverOn { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Cause).NotNull().WithMessage("ChooseCause").Must(cause => cause is null || PromiseReason.Given.Contains(cause.Value)).WithMessage("ChooseCause");
            RuleFor(f => f.Note).NotEmpty().When(f => f.Cause is PromiseCause.Other).WithMessage("SayWhy");
            RuleFor(f => f.Note).MaximumLength(PromiseChange.NoteMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.Lines).NotEmpty().When(f => f.DeliverOn is null).WithMessage("ChooseDeliveryDate");
            RuleForEach(f => f.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.LineNo).NotEmpty().WithMessage("ChooseLine");
                line.RuleFor(l => l.Parts).NotEmpty().WithMessage("ChooseDeliveryDate");
                line.RuleForEach(l => l.Parts).ChildRules(part => part.RuleFor(p => p.DeliverOn).NotNull().WithMessage("ChooseDeliveryDate"));
            });
        }
    }
}

/// <summary>The days for which what is outstanding may be promised, line by line: the first one from a day on, why not sooner, and what else would do.</summary>
[UseCase]
public sealed class ReadArrivalDays(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="from">The day wanted; null: as soon as the goods are ready, or as it is promised.</param>
    public Task<Result<List<Row>>> ExecuteAsync(OrderId id, DateOnly? from, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<List<Row>>(this, Permission.ReadOrders, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order)
            {
                return new NoSuchOrder();
            }

            var visit = new Visit(db);
            var steps = OrderSteps.Ask(db, visit, clock, order);
            var departures = Departures.Ask(db, visit);
            await visit.GoAsync(ct);
            var (days, first) = (steps.Days(), departures().First(clock));

            return order.Lines.Where(line => line.OutstandingQuantity > 0).OrderBy(line => line.Position).Select(line => Row.Of(line, Look(days, first, line, from), days)).ToList();
        }, ct);

    private ArrivalDay Look(ArrivalDays days, DateOnly first, OrderLine line, DateOnly? from)
    {
        var promised = line.NextDueOn is { } due && due > clock.Today ? due : clock.Today;

        return days.Look(line.LineNo, from ?? promised, from is null ? Departures.ReadyOn(line, first, clock.Today) : null);
    }

    public sealed record Row(
        string LineNo, string? ProductCode, string? BuyerCode, string Description, decimal Outstanding, string Unit, DateOnly? PromisedOn, Readiness? Ready,
        DateOnly Asked, DateOnly? First, DateOnly? ShipOn, IReadOnlyList<OrderView.Step> Trace, IReadOnlyList<DateOnly> Alternatives)
    {
        internal static Row Of(OrderLine line, ArrivalDay day, ArrivalDays days) => new(
            line.LineNo, line.ProductCode, line.BuyerCode, line.Description, line.OutstandingQuantity, line.Unit, line.PromisedOn, line.Ready,
            day.Asked, day.First, day.First is { } first ? days.ShipOn(first) : null, [.. day.Trace.Select(OrderView.Step.Of)], day.Alternatives);
    }
}

/// <summary>Writes down that the client was told of its newest dates in another way than by a document of ours.</summary>
[UseCase]
public sealed class TellPromises(ActOnOrder act)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, id, version, (order, now) => order.TellPromises(now), ct);
}

/// <summary>Writes down when the goods of a line can leave: a promise that they cannot keep is at risk from then on.</summary>
[UseCase]
public sealed class TellReadiness(ActOnOrder act, IValidator<TellReadiness.Form> validator)
{
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, Form form, int? version, CancellationToken ct = default) =>
        act.RunAsync(
            this, id, version,
            async (_, order, _) => await validator.RefuseAsync(form, ct) is { } invalid ? invalid
                : order.TellReadiness(form.LineNo!, form.ReadyOn is { } on ? new(on, string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim()) : null),
            ct);

    public sealed class Form
    {
        public string? LineNo { get; set; }

        /// <summary>Null: nothing is against the promise any more.</summary>
        public DateOnly? ReadyOn { get; set; }

        public string? Note { get; set; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.LineNo).NotEmpty().WithMessage("ChooseLine");
            RuleFor(f => f.Note).MaximumLength(Readiness.NoteMaxLength).WithMessage("NoteTooLong");
        }
    }
}
