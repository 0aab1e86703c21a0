using AdvPortal.Application.Products;
using AdvPortal.Domain.Products;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Imports;

/// <summary>Products, known again by our code.</summary>
internal sealed class ProductImport : ListImport
{
    private static readonly CreateProduct.Validator _validator = new();

    private readonly KnownProducts _products = new();

    public override string? KeyOf(ImportSheet sheet, TableRow row) => sheet.Cell(row, ImportField.ProductCode);

    protected override Task LoadAsync(AdvDbContext db, IReadOnlyList<ImportDraft> rows, CancellationToken ct) =>
        _products.LoadAsync(db.Products, All(rows, ImportField.ProductCode), ct);

    protected override void Write(AdvDbContext db, ImportDraft row)
    {
        if (row.Need(ImportField.ProductCode) is not { } code)
        {
            return;
        }

        var product = _products.Find(row, code);
        row.IsNew = product is null;
        row.Subject = code;
        var form = new CreateProduct.Form(
            product is null ? row.Take<string?>(ImportField.ProductCode, null, code) : code,
            row.Take(ImportField.ProductName, product?.Name),
            row.Take(ImportField.Unit, product?.Unit, unit => unit.ToUpperInvariant()) ?? "PCE",
            row.Take(ImportField.Gtin, product?.Gtin, ImportDraft.Compact),
            row.Take(ImportField.Family, product?.Family));
        row.Check(_validator.Validate(form), FieldOf);

        if (!row.Writes)
        {
            return;
        }

        if (product is null)
        {
            db.Products.Add(new(code, form.Name!, form.Unit!, form.Gtin, form.Family));
        }
        else
        {
            product.Describe(form.Name!, form.Unit!, form.Gtin, form.Family);
        }
    }

    private static ImportField? FieldOf(string property) => property switch
    {
        nameof(CreateProduct.Form.Code) => ImportField.ProductCode,
        nameof(CreateProduct.Form.Name) => ImportField.ProductName,
        _ => Enum.TryParse<ImportField>(property, out var field) ? field : null,
    };
}

/// <summary>The products that rows name, archived ones too.</summary>
internal sealed class KnownProducts
{
    private Dictionary<string, Product> _byCode = [];

    public IReadOnlyCollection<Product> All => _byCode.Values;

    public async Task LoadAsync(IQueryable<Product> products, List<string> codes, CancellationToken ct) =>
        _byCode = await products.IgnoreQueryFilters([Filters.Archived]).Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct);

    /// <summary>The product with this code; an archived one refuses the row.</summary>
    public Product? Find(ImportDraft row, string code)
    {
        var product = _byCode.GetValueOrDefault(code);

        if (product is { IsArchived: true })
        {
            row.Refuse(new("ImportProductArchived", code), ImportField.ProductCode);
        }

        return product;
    }

    /// <summary>The product that the row names; no such product refuses the row.</summary>
    public Product? Need(ImportDraft row)
    {
        if (row.Need(ImportField.ProductCode) is not { } code)
        {
            return null;
        }

        var product = Find(row, code);

        if (product is null)
        {
            row.Refuse(new("UnknownProductCode", code), ImportField.ProductCode);
        }

        return product;
    }
}
