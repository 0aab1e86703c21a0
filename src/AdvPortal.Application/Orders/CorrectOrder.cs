using AdvPortal.Application.Clients;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Orders;

/// <summary>Puts an order right before it is promised: what was read wrongly, or what the client has said since. It is judged again.</summary>
[UseCase]
public sealed class CorrectOrder(UnitOfWork unitOfWork, IValidator<CorrectOrder.Form> validator, TenantClock clock)
{
    /// <param name="change">The form as it stands to the form as it shall be.</param>
    public Task<Result<OrderView>> ExecuteAsync(OrderId id, Func<Form, Result<Form>> change, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<OrderView>>(this, Permission.HandleOrders, id, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order)
            {
                return new NoSuchOrder();
            }

            if (version is { } seen && seen != order.Version)
            {
                return new ChangedMeanwhile();
            }

            if (order.Status is not OrderStatus.ToReview)
            {
                return new OrderNotToReview(order.Status);
            }

            var changed = change(Form.Of(order));

            if (!changed.IsOk)
            {
                return changed.Refusal;
            }

            return await validator.RefuseAsync(changed.Value, ct) is { } invalid ? invalid : await CorrectAsync(db, order, changed.Value, ct);
        }, ct);

    private async Task<Result<OrderView>> CorrectAsync(AdvDbContext db, Order order, Form form, CancellationToken ct)
    {
        if (form.Lines.Keys.FirstOrDefault(no => order.Lines.All(l => l.LineNo != no)) is { } nowhere)
        {
            return new NoSuchLine(nowhere);
        }

        var visit = new Visit(db);
        var document = visit.Ask(OriginalOrder.Document(db, order));
        var around = ReadOrder.Around(db, visit, clock, order.Id, form.ClientId!.Value);
        var asked = form.ToAsked(order);
        var basis = await OrderBasis.ReadAsync(db, visit, clock, form.ClientId.Value, asked, order.Id, ct);

        if (!basis.IsOk)
        {
            return basis.Refusal;
        }

        var told = OriginalOrder.Tell(asked, document.Only, order);
        var draft = basis.Value.Draft(told);

        if (form.Named(order).FirstOrDefault(l => draft.Lines.Any(d => d.LineNo == l.LineNo && !string.Equals(d.ProductCode, l.ProductCode, StringComparison.OrdinalIgnoreCase))) is { } unknown)
        {
            return new UnknownProductCode(unknown.ProductCode!);
        }

        if (form.LearnCodes)
        {
            await LearnedCodes.LearnAsync(db, draft.ClientId, basis.Value.BuyerCodes, draft.Lines.Where(l => l is { BuyerCode: not null, ProductId: not null }).Select(l => (l.BuyerCode!, l.ProductId!.Value)), ct);
        }

        var corrected = order.Correct(draft, basis.Value.Judge(draft, told, order.ReceivedAt));

        if (!corrected.IsOk)
        {
            return corrected.Refusal;
        }

        return ReadOrder.View(db, order, around()) with { Version = db.VersionAfterSaving(order) };
    }

    /// <summary>Judges an order again as it stands: what one answer changed may settle, or raise, something else.</summary>
    internal static async Task<Result> JudgeAgainAsync(AdvDbContext db, TenantClock clock, Order order, CancellationToken ct)
    {
        var visit = new Visit(db);
        var document = visit.Ask(OriginalOrder.Document(db, order));
        var asked = Form.Of(order).ToAsked(order);
        var basis = await OrderBasis.ReadAsync(db, visit, clock, order.ClientId, asked, order.Id, ct);

        if (!basis.IsOk)
        {
            return basis.Refusal;
        }

        var told = OriginalOrder.Tell(asked, document.Only, order);
        var draft = basis.Value.Draft(told);

        return order.Correct(draft, basis.Value.Judge(draft, told, order.ReceivedAt));
    }

    public sealed class Form
    {
        public ClientId? ClientId { get; set; }
        public SiteId? SiteId { get; set; }
        public string? CustomerReference { get; set; }
        public DateOnly? RequestedOn { get; set; }

        /// <summary>By the client's line number. One that is left out is given up.</summary>
        public Dictionary<string, PlaceOrder.Line> Lines { get; set; } = [];

        /// <summary>The client's codes stand for these products from now on.</summary>
        public bool LearnCodes { get; set; }

        internal static Form Of(Order order) => new()
        {
            ClientId = order.ClientId,
            SiteId = order.SiteId,
            CustomerReference = order.CustomerReference,
            RequestedOn = order.RequestedOn,
            Lines = order.Lines.OrderBy(l => l.Position).ToDictionary(l => l.LineNo, Describe, StringComparer.Ordinal),
        };

        /// <summary>The lines for which a person names one of our products.</summary>
        internal IEnumerable<PlaceOrder.Line> Named(Order order) =>
            from line in order.Lines
            where Lines.TryGetValue(line.LineNo, out var asked) && asked.ProductCode is { Length: > 0 } code && code != line.ProductCode
            select Lines[line.LineNo];

        internal AskedOrder ToAsked(Order order)
        {
            // A site is one of its client's: with another client, it has to be said again.
            var site = ClientId != order.ClientId && SiteId == order.SiteId ? null : SiteId;

            return new(
                site, CustomerReference, order.Currency, RequestedOn, AnnouncedTotal: null,
                SiteIsUnknown: site is null && order.Findings.Any(f => f.Kind == FindingKinds.UnknownSite),
                [.. order.Lines.OrderBy(l => l.Position).Where(l => Lines.ContainsKey(l.LineNo)).Select(l => ToAsked(Lines[l.LineNo], l))])
            {
                KeptQuantities = order.KeptQuantities,
                KeptDates = order.KeptDates,
                ReferenceExpected = order.OrderDocumentId is not null,
                ContractReference = order.ContractReference,
            };
        }

        // Another code of the client's may well be another product.
        private static AskedLine ToAsked(PlaceOrder.Line line, OrderLine before) => new(
            before.LineNo, line.BuyerCode != before.SentBuyerCode && line.ProductCode == before.ProductCode ? null : line.ProductCode, line.BuyerCode, Gtin: null,
            line.Description, line.Quantity, line.Unit, line.NetPrice, line.PriceBaseQuantity, line.RequestedOn)
        {
            Each = line.UnitsEach,
            ContractReference = before.ContractReference,
            GivenUp = before.GivenUp,
            PriceIsOurs = before.PriceIsOurs && line.NetPrice == before.NetPrice && line.PriceBaseQuantity == before.PriceBaseQuantity,
            PriceIsPromised = before.FirstPromisedOn is not null,
            CallOff = line.ProductCode == before.ProductCode ? before.CallOff : null,
            Ordered = line.UnitsEach is null && line.Quantity == before.Quantity && line.Unit == before.Unit ? before.Ordered : null,
        };

        private static PlaceOrder.Line Describe(OrderLine line) => new()
        {
            LineNo = line.LineNo,
            ProductCode = line.ProductCode,
            BuyerCode = line.SentBuyerCode,
            Description = line.Description,
            Quantity = line.Quantity == 0 ? null : line.Quantity,
            Unit = line.Unit,
            NetPrice = line.NetPrice,
            PriceBaseQuantity = line.PriceBaseQuantity,
            RequestedOn = line.OwnRequestedOn,
        };
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.ClientId).NotNull().WithMessage("ChooseClient");
            RuleFor(f => f.CustomerReference).MaximumLength(Order.CustomerReferenceMaxLength).WithMessage("ReferenceTooLong");
            RuleFor(f => f.Lines).NotEmpty().WithMessage("AddALine");
            RuleForEach(f => f.Lines.Values).SetValidator(new PlaceOrder.LineValidator()).OverridePropertyName("Lines");
        }
    }
}
