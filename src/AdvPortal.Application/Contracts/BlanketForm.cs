using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Contracts;

/// <summary>What a person, or a program, fills in about a blanket order.</summary>
public sealed class BlanketForm
{
    public ClientId? ClientId { get; set; }

    /// <summary>The client's own number of it: its orders name it, or our number, when they call off.</summary>
    public string? CustomerReference { get; set; }

    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>One a product.</summary>
    public List<Line> Lines { get; set; } = [];

    /// <summary>Why agreed quantities change; asked for only where one does.</summary>
    public string? Reason { get; set; }

    internal BlanketTerms Terms(ClientId client, string currency) => new(client, CustomerReference, currency, ValidFrom!.Value, ValidUntil!.Value);

    /// <summary>The lines with their products looked up; refused for one that we do not sell, or that is counted otherwise.</summary>
    /// <param name="known">The agreement that changes: what is agreed stays so, whether or not we still sell it.</param>
    internal async Task<Result<IReadOnlyList<AgreedLine>>> AgreedAsync(AdvDbContext db, BlanketOrder? known, CancellationToken ct)
    {
        var codes = Lines.Select(line => line.ProductCode!.Trim()).Distinct().ToList();
        var before = (known?.Lines ?? []).ToDictionary(line => line.ProductCode, line => line.ProductId, StringComparer.Ordinal);
        var ids = before.Values.ToList();
        var products = await db.Products.IgnoreQueryFilters([Persistence.Filters.Archived]).Where(p => ids.Contains(p.Id) || (codes.Contains(p.Code) && !p.IsArchived)).ToListAsync(ct);
        List<AgreedLine> agreed = [];

        foreach (var line in Lines)
        {
            var code = line.ProductCode!.Trim();

            if ((before.TryGetValue(code, out var agreedBefore) ? products.Find(p => p.Id == agreedBefore) : products.Find(p => p.Code == code && !p.IsArchived)) is not { } product)
            {
                return new UnknownProductCode(line.ProductCode!);
            }

            if (!string.IsNullOrWhiteSpace(line.Unit) && !UnitOfMeasure.AreSame(line.Unit.Trim(), product.Unit))
            {
                return new AgreedUnitDiffers(product.Code, product.Unit);
            }

            agreed.Add(new(product.Id, product.Code, product.Name, line.Quantity!.Value, product.Unit, line.NetPrice!.Value, line.PriceBaseQuantity ?? 1, line.Rhythm));
        }

        return agreed;
    }

    public sealed class Line
    {
        /// <summary>Ours.</summary>
        public string? ProductCode { get; set; }

        /// <summary>Agreed for the whole period.</summary>
        public decimal? Quantity { get; set; }

        /// <summary>The product's, also where nothing is said.</summary>
        public string? Unit { get; set; }

        /// <summary>Net of tax, per <see cref="PriceBaseQuantity"/>.</summary>
        public decimal? NetPrice { get; set; }

        /// <summary>1 where nothing is said.</summary>
        public decimal? PriceBaseQuantity { get; set; }

        /// <summary>How the client means to call off: « 2 000 par mois ».</summary>
        public string? Rhythm { get; set; }
    }

    public sealed class Validator : AbstractValidator<BlanketForm>
    {
        public Validator()
        {
            RuleFor(f => f.ClientId).NotNull().WithMessage("ChooseClient");
            RuleFor(f => f.CustomerReference).MaximumLength(BlanketOrder.ReferenceMaxLength).WithMessage("ReferenceTooLong");
            RuleFor(f => f.ValidFrom).NotNull().WithMessage("Blanket.FromMissing");
            RuleFor(f => f.ValidUntil).NotNull().WithMessage("Blanket.UntilMissing")
                .Must((form, until) => until >= form.ValidFrom).When(f => f is { ValidFrom: not null, ValidUntil: not null }, ApplyConditionTo.CurrentValidator).WithMessage("EndsBeforeItBegins");
            RuleFor(f => f.Reason).MaximumLength(BlanketOrder.ReasonMaxLength).WithMessage("NoteTooLong");
            RuleFor(f => f.Lines).NotEmpty().WithMessage("AddALine").Must(lines => lines is null || lines.Count <= BlanketOrder.MostLines).WithMessage("TooManyRows");
            RuleForEach(f => f.Lines).NotNull().WithMessage("NotOfThisShape").ChildRules(line =>
            {
                line.RuleFor(l => l.ProductCode).NotEmpty().WithMessage("EnterProductCode").MaximumLength(Product.CodeMaxLength).WithMessage("ProductCodeTooLong");
                line.RuleFor(l => l.Quantity).NotNull().WithMessage("EnterQuantity").GreaterThan(0).WithMessage("QuantityOutOfRange")
                    .PrecisionScale(18, 4, ignoreTrailingZeros: true).WithMessage("QuantityOutOfRange").LessThanOrEqualTo(LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
                line.RuleFor(l => l.Unit).MaximumLength(OrderLine.UnitMaxLength).WithMessage("NoteTooLong");
                line.RuleFor(l => l.NetPrice).NotNull().WithMessage("Blanket.PriceMissing").InclusiveBetween(0, LineAmounts.MostPrice).WithMessage("PriceOutOfRange");
                line.RuleFor(l => l.PriceBaseQuantity).InclusiveBetween(LineAmounts.LeastPriceBase, LineAmounts.MostQuantity).WithMessage("PriceBaseOutOfRange");
                line.RuleFor(l => l.Rhythm).MaximumLength(BlanketLine.RhythmMaxLength).WithMessage("NoteTooLong");
            });
        }
    }
}
