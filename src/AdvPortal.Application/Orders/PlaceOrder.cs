using System.Globalization;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Orders;

/// <summary>Takes a client's order and holds it against what the client requires. What stands in its way becomes a finding: nothing is lost.</summary>
[UseCase]
public sealed class PlaceOrder(UnitOfWork unitOfWork, IValidator<PlaceOrder.Form> validator, TenantClock clock)
{
    public Task<Result<OrderView>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        var id = Ids.New<OrderId>();

        return unitOfWork.RunAsync<Result<OrderView>>(this, Permission.HandleOrders, id, async db =>
            await validator.RefuseAsync(form, ct) is { } invalid ? invalid : await ReceiveAsync(db, clock, id, form.ClientId!.Value, form.ToAsked(), ct), ct);
    }

    private static async Task<Result<OrderView>> ReceiveAsync(AdvDbContext db, TenantClock clock, OrderId id, ClientId client, AskedOrder asked, CancellationToken ct)
    {
        var basis = await OrderBasis.ReadAsync(db, new Visit(db), clock, client, asked, id, ct);

        if (!basis.IsOk)
        {
            return basis.Refusal;
        }

        var received = Receive(basis.Value, clock, id, asked, document: null);

        if (!received.IsOk)
        {
            return received.Refusal;
        }

        await AddAsync(db, clock, [received.Value], ct);

        return OrderView.Of(received.Value, basis.Value.Responsible) with { Version = db.VersionAfterSaving(received.Value) };
    }

    internal static Result<Order> Receive(OrderBasis basis, TenantClock clock, OrderId id, AskedOrder asked, OrderDocumentId? document)
    {
        var (now, draft) = (clock.Now, basis.Draft(asked));

        return Order.Receive(id, draft, basis.Judge(draft, asked, now), now, WorkingHours.After(now, basis.AcknowledgementHours, clock.Zone), document);
    }

    /// <summary>Numbers orders, in their turn, and adds them: last of all, because the counter stays locked until the end.</summary>
    internal static async Task AddAsync(AdvDbContext db, TenantClock clock, IReadOnlyList<Order> orders, CancellationToken ct)
    {
        var number = await db.NextNumbersAsync("order", orders.Count, ct);

        foreach (var order in orders)
        {
            order.Numbered(string.Create(CultureInfo.InvariantCulture, $"CV{clock.Today.Year % 100:00}-{number++:00000}"));
        }

        db.AddMany(orders);
    }

    public sealed class Form
    {
        public ClientId? ClientId { get; set; }
        public SiteId? SiteId { get; set; }
        public string? CustomerReference { get; set; }

        /// <summary>The agreement that it calls off, by our number or the client's.</summary>
        public string? ContractReference { get; set; }

        public DateOnly? RequestedOn { get; set; }
        public string? Currency { get; set; }
        public List<Line> Lines { get; set; } = [];

        internal AskedOrder ToAsked() => new(
            SiteId, CustomerReference, Currency, RequestedOn, AnnouncedTotal: null, SiteIsUnknown: false,
            [.. Lines.Select((line, index) => line.ToAsked(index))])
        { ContractReference = ContractReference };
    }

    public sealed class Line
    {
        public string? LineNo { get; set; }
        public string? ProductCode { get; set; }
        public string? BuyerCode { get; set; }
        public string? Description { get; set; }
        public decimal? Quantity { get; set; }
        public string? Unit { get; set; }
        public decimal? NetPrice { get; set; }
        public decimal? PriceBaseQuantity { get; set; }
        public DateOnly? RequestedOn { get; set; }

        /// <summary>The agreement that the line calls off, where it is not that of the order.</summary>
        public string? ContractReference { get; set; }

        /// <summary>How many of our units one <see cref="Unit"/> is, where only a person knows.</summary>
        public decimal? UnitsEach { get; set; }

        internal AskedLine ToAsked(int index) => new(
            LineNo ?? ((index + 1) * 10).ToString(CultureInfo.InvariantCulture),
            ProductCode, BuyerCode, null, Description, Quantity, Unit, NetPrice, PriceBaseQuantity, RequestedOn)
        { Each = UnitsEach, ContractReference = ContractReference };
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.ClientId).NotNull().WithMessage("ChooseClient");
            RuleFor(f => f.Currency).Length(3).WithMessage("CurrencyHasThreeLetters");
            RuleFor(f => f.CustomerReference).MaximumLength(Order.CustomerReferenceMaxLength).WithMessage("ReferenceTooLong");
            RuleFor(f => f.ContractReference).MaximumLength(Order.CustomerReferenceMaxLength).WithMessage("ReferenceTooLong");
            RuleFor(f => f.Lines).NotEmpty().WithMessage("AddALine");
            RuleForEach(f => f.Lines).SetValidator(new LineValidator()).ChildRules(line =>
                line.RuleFor(l => l.ProductCode).NotEmpty().When(l => string.IsNullOrWhiteSpace(l.BuyerCode)).WithMessage("EnterProductCode"));
        }
    }

    public sealed class LineValidator : AbstractValidator<Line>
    {
        public LineValidator()
        {
            RuleFor(l => l.ProductCode).MaximumLength(Domain.Products.Product.CodeMaxLength).WithMessage("ProductCodeTooLong");
            RuleFor(l => l.BuyerCode).MaximumLength(Domain.Clients.BuyerCode.CodeMaxLength).WithMessage("ProductCodeTooLong");
            RuleFor(l => l.ContractReference).MaximumLength(Order.CustomerReferenceMaxLength).WithMessage("ReferenceTooLong");
            RuleFor(l => l.LineNo).MaximumLength(OrderLine.LineNoMaxLength).WithMessage("LineNoTooLong");
            RuleFor(l => l.Quantity).InclusiveBetween(0, LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
            RuleFor(l => l.UnitsEach).GreaterThan(0).WithMessage("UnitsEachMustBePositive").LessThanOrEqualTo(LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
            RuleFor(l => l.NetPrice).InclusiveBetween(0, LineAmounts.MostPrice).WithMessage("PriceOutOfRange");
            RuleFor(l => l.PriceBaseQuantity).GreaterThan(0).WithMessage("PriceBaseMustBePositive")
                .InclusiveBetween(LineAmounts.LeastPriceBase, LineAmounts.MostQuantity).When(l => l.PriceBaseQuantity > 0, ApplyConditionTo.CurrentValidator).WithMessage("PriceBaseOutOfRange");
        }
    }
}
