using AdvPortal.Domain.Products;
using AdvPortal.Persistence.Common;
using FluentValidation;

namespace AdvPortal.Application.Products;

/// <summary>A product as the API reads it.</summary>
public sealed record ProductView(ProductId Id, string Code, string Name, string Unit, string? Gtin, string? Family, int Version)
{
    /// <summary>How many units one pack holds.</summary>
    public decimal? PackQuantity { get; init; }

    /// <summary>Code of UN/ECE Recommendation 21, such as BX.</summary>
    public string? PackUnit { get; init; }

    /// <summary>The day from which it is no longer sold.</summary>
    public DateOnly? DiscontinuedOn { get; init; }

    /// <summary>Code of what is sold in its place.</summary>
    public string? ReplacedBy { get; init; }
}

/// <summary>Adds something we sell.</summary>
[UseCase]
public sealed class CreateProduct(UnitOfWork unitOfWork, IValidator<CreateProduct.Form> validator)
{
    public async Task<Result<ProductView>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (await validator.RefuseAsync(form, ct) is { } invalid)
        {
            return invalid;
        }

        var product = new Product(form.Code!, form.Name!, form.Unit ?? "PCE", form.Gtin, form.Family);

        return await unitOfWork.RunAsync<Result<ProductView>>(this, Permission.ManageClients, product.Id, db =>
        {
            db.Products.Add(product);

            return Task.FromResult<Result<ProductView>>(new ProductView(product.Id, product.Code, product.Name, product.Unit, product.Gtin, product.Family, product.Version));
        }, ct);
    }

    public sealed record Form(string? Code, string? Name, string? Unit, string? Gtin, string? Family);

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(f => f.Code).NotEmpty().WithMessage("EnterProductCode").MaximumLength(Product.CodeMaxLength).WithMessage("ProductCodeTooLong");
            RuleFor(f => f.Name).NotEmpty().WithMessage("EnterName").MaximumLength(Product.NameMaxLength).WithMessage("NameTooLong");
            RuleFor(f => f.Gtin).Matches("^([0-9]{8}|[0-9]{12,14})$").WithMessage("GtinHasEightToFourteenDigits");
        }
    }
}

/// <summary>What we sell, by code, a page at a time.</summary>
[UseCase]
public sealed class ListProducts(UnitOfWork unitOfWork)
{
    public Task<Result<Page<ProductView>>> ExecuteAsync(string? search, string? after, int size, CancellationToken ct = default) =>
        unitOfWork.ReadAsync(this, Permission.ReadClients, async db =>
        {
            var products = db.Products.AsQueryable();

            if (search is { Length: > 0 })
            {
                var found = db.FindProducts(search);
                products = products.Where(p => found.Contains(p.Id));
            }

            if (Cursor.Read<string, Guid>(after) is var (code, id))
            {
                products = products.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.Code, p.Id), ValueTuple.Create(code, new ProductId(id))));
            }

            var rows = await products.OrderBy(p => p.Code).ThenBy(p => p.Id).Take(size + 1).Select(p => new ProductView(p.Id, p.Code, p.Name, p.Unit, p.Gtin, p.Family, p.Version)
            {
                PackQuantity = p.PackQuantity,
                PackUnit = p.PackUnit,
                DiscontinuedOn = p.DiscontinuedOn,
                ReplacedBy = db.Products.Where(s => s.Id == p.ReplacedById).Select(s => s.Code).FirstOrDefault(),
            }).ToListAsync(ct);

            return rows.Cut(size, p => Cursor.Write(p.Code, p.Id.Value));
        }, ct);
}
