using System.Globalization;
using AdvPortal.Application.Clients;
using AdvPortal.Domain.Clients;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Imports;

/// <summary>What clients pay: one price for a client, a product, a first day and a quantity from which it holds.</summary>
internal sealed class PriceImport : ListImport
{
    private static readonly ReplacePrices.Validator _validator = new();

    private readonly KnownClients _clients = new();
    private readonly KnownProducts _products = new();
    private ILookup<(ClientId, ProductId), ContractPrice> _prices = Array.Empty<ContractPrice>().ToLookup(p => (p.ClientId, p.ProductId));

    // Two ways to write the same day or quantity are still the same.
    public override string? KeyOf(ImportSheet sheet, TableRow row) => Key(
        sheet.Cell(row, ImportField.ClientCode),
        sheet.Cell(row, ImportField.ProductCode),
        Table.TryDate(sheet.Cell(row, ImportField.ValidFrom), out var day) ? day.ToString("O", CultureInfo.InvariantCulture) : null,
        sheet.Table.TryNumber(sheet.Cell(row, ImportField.MinimumQuantity), out var quantity) ? quantity.ToString("0.####", CultureInfo.InvariantCulture) : "");

    protected override async Task LoadAsync(AdvDbContext db, IReadOnlyList<ImportDraft> rows, CancellationToken ct)
    {
        await _clients.LoadAsync(db.Clients, All(rows, ImportField.ClientCode), ct);
        await _products.LoadAsync(db.Products, All(rows, ImportField.ProductCode), ct);
        var (clients, products) = (_clients.All.Select(c => c.Id).ToList(), _products.All.Select(p => p.Id).ToList());
        _prices = (await db.ContractPrices.Where(p => clients.Contains(p.ClientId) && products.Contains(p.ProductId)).ToListAsync(ct)).ToLookup(p => (p.ClientId, p.ProductId));
    }

    protected override void Write(AdvDbContext db, ImportDraft row)
    {
        var (client, product) = (_clients.Need(row), _products.Need(row));
        var (net, asked) = (row.Need(ImportField.NetPrice), row.Need(ImportField.ValidFrom));
        var (netPrice, from, minimum) = (row.Number(ImportField.NetPrice, decimals: 4), row.Day(ImportField.ValidFrom), row.Number(ImportField.MinimumQuantity, decimals: 2));
        row.Subject = client is null || product is null ? row.Raw(ImportField.ProductCode) : $"{client.Name} · {product.Code}";

        if (client is null || product is null || net is null || asked is null || netPrice is null || from is null)
        {
            return;
        }

        var price = _prices[(client.Id, product.Id)].FirstOrDefault(p => p.ValidFrom == from && p.MinimumQuantity == minimum);
        row.IsNew = price is null;
        var set = new PriceRow(
            product.Code,
            row.Take(ImportField.NetPrice, price?.NetPrice, netPrice)!.Value,
            row.Take(ImportField.PriceBaseQuantity, price?.PriceBaseQuantity, row.Number(ImportField.PriceBaseQuantity, decimals: 2)) ?? 1,
            row.Take(ImportField.Currency, price?.Currency ?? client.Currency, ImportWords.Currency) ?? client.Currency,
            row.Take<DateOnly?>(ImportField.ValidFrom, price?.ValidFrom, from)!.Value,
            row.Take(ImportField.ValidUntil, price?.ValidUntil, row.Day(ImportField.ValidUntil)),
            row.Take(ImportField.MinimumQuantity, price?.MinimumQuantity, minimum));
        row.Check(_validator.Validate(set), property => Enum.TryParse<ImportField>(property, out var field) ? field : null);

        if (!row.Writes)
        {
            return;
        }

        if (price is null)
        {
            db.ContractPrices.Add(new(client.Id, product.Id, set.NetPrice, set.PriceBaseQuantity, set.Currency, set.ValidFrom, set.ValidUntil, set.MinimumQuantity));
        }
        else
        {
            price.Agree(set.NetPrice, set.PriceBaseQuantity, set.Currency, set.ValidUntil);
        }

        db.Touch(client);
    }
}
