using AdvPortal.Application.Clients;
using AdvPortal.Domain.Clients;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Imports;

/// <summary>Under which codes clients know our products: a client's code stands for one product.</summary>
internal sealed class ProductCodeImport : ListImport
{
    private static readonly ReplaceProductCodes.Validator _validator = new();

    private readonly KnownClients _clients = new();
    private readonly KnownProducts _products = new();
    private Dictionary<(ClientId, string), BuyerCode> _codes = [];
    private Dictionary<ProductId, string> _ours = [];

    public override string? KeyOf(ImportSheet sheet, TableRow row) => Key(sheet.Cell(row, ImportField.ClientCode), sheet.Cell(row, ImportField.BuyerCode));

    protected override async Task LoadAsync(AdvDbContext db, IReadOnlyList<ImportDraft> rows, CancellationToken ct)
    {
        await _clients.LoadAsync(db.Clients, All(rows, ImportField.ClientCode), ct);
        await _products.LoadAsync(db.Products, All(rows, ImportField.ProductCode), ct);
        var (clients, codes) = (_clients.All.Select(c => c.Id).ToList(), All(rows, ImportField.BuyerCode));
        _codes = await db.BuyerCodes.Where(c => clients.Contains(c.ClientId) && codes.Contains(c.Code)).ToDictionaryAsync(c => (c.ClientId, c.Code), ct);
        var products = _codes.Values.Select(c => c.ProductId).Distinct().ToList();
        _ours = await db.Products.IgnoreQueryFilters([Filters.Archived]).Where(p => products.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Code, ct);
    }

    protected override void Write(AdvDbContext db, ImportDraft row)
    {
        var theirs = row.Need(ImportField.BuyerCode);
        row.Subject = theirs;
        var (client, product) = (_clients.Need(row), _products.Need(row));

        if (theirs is null || client is null || product is null)
        {
            return;
        }

        row.Subject = $"{client.Name} · {theirs}";
        var code = _codes.GetValueOrDefault((client.Id, theirs));
        row.IsNew = code is null;
        row.Take<string?>(ImportField.ProductCode, code is null ? null : _ours[code.ProductId], product.Code);
        row.Check(_validator.Validate(new CodeRow(theirs, product.Code)), property => Enum.TryParse<ImportField>(property, out var field) ? field : null);

        if (!row.Writes)
        {
            return;
        }

        if (code is null)
        {
            db.BuyerCodes.Add(new(client.Id, theirs, product.Id));
        }
        else
        {
            code.StandsFor(product.Id);
        }

        db.Touch(client);
    }
}
