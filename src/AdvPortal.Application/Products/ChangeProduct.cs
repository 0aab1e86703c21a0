using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Products;
using FluentValidation;

namespace AdvPortal.Application.Products;

/// <summary>Says otherwise what a product is: how it is packed, or that it is no longer sold and what takes its place.</summary>
[UseCase]
public sealed class ChangeProduct(UnitOfWork unitOfWork, IValidator<ChangeProduct.Form> validator)
{
    /// <param name="change">The form as it stands to the form as it shall be.</param>
    public Task<Result<ProductView>> ExecuteAsync(ProductId id, Func<Form, Result<Form>> change, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ProductView>>(this, Permission.ManageClients, id, async db =>
        {
            if (await db.Products.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } product)
            {
                return new NoSuchProduct();
            }

            if (version is { } seen && seen != product.Version)
            {
                return new ChangedMeanwhile();
            }

            var before = await db.Products.Where(p => p.Id == product.ReplacedById).Select(p => p.Code).SingleOrDefaultAsync(ct);
            var changed = change(new(product.Name, product.Unit, product.Gtin, product.Family, product.PackQuantity, product.PackUnit, product.DiscontinuedOn, before));

            if (!changed.IsOk)
            {
                return changed.Refusal;
            }

            var form = changed.Value;

            if (await validator.RefuseAsync(form, ct) is { } invalid)
            {
                return invalid;
            }

            var successor = string.IsNullOrWhiteSpace(form.ReplacedBy) ? null : await db.Products.SingleOrDefaultAsync(p => p.Code == form.ReplacedBy && p.Id != id, ct);

            if (!string.IsNullOrWhiteSpace(form.ReplacedBy) && successor is null)
            {
                return new UnknownProductCode(form.ReplacedBy);
            }

            product.Describe(form.Name!, form.Unit ?? product.Unit, form.Gtin, form.Family);
            product.Pack(form.PackQuantity, form.PackQuantity is null ? null : form.PackUnit ?? "BX");
            product.Discontinue(form.DiscontinuedOn, successor?.Id);

            return new ProductView(product.Id, product.Code, product.Name, product.Unit, product.Gtin, product.Family, db.VersionAfterSaving(product))
            {
                PackQuantity = product.PackQuantity,
                PackUnit = product.PackUnit,
                DiscontinuedOn = product.DiscontinuedOn,
                ReplacedBy = product.ReplacedById is null ? null : successor?.Code,
            };
        }, ct);

    public sealed record Form(string? Name, string? Unit, string? Gtin, string? Family, decimal? PackQuantity = null, string? PackUnit = null, DateOnly? DiscontinuedOn = null, string? ReplacedBy = null);

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("EnterName").MaximumLength(Product.NameMaxLength).WithMessage("NameTooLong");
            RuleFor(f => f.Gtin).Matches("^([0-9]{8}|[0-9]{12,14})$").WithMessage("GtinHasEightToFourteenDigits");
            RuleFor(f => f.PackQuantity).GreaterThan(0).WithMessage("UnitsEachMustBePositive").LessThanOrEqualTo(LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
            RuleFor(f => f.PackUnit).Must(unit => unit is null || UnitOfMeasure.Of(unit) is { Dimension: Dimension.Pack }).WithMessage("ChoosePackUnit");
        }
    }
}
