using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using FluentValidation;

namespace AdvPortal.Application.Clients;

/// <summary>One agreed price.</summary>
public sealed record PriceRow(string ProductCode, decimal NetPrice, decimal PriceBaseQuantity, string Currency, DateOnly ValidFrom, DateOnly? ValidUntil, decimal? MinimumQuantity);

/// <summary>One code of the client's for a product of ours.</summary>
public sealed record CodeRow(string BuyerCode, string ProductCode);

/// <summary>A client's list, and the version of the client that it belongs to.</summary>
public sealed record ClientList<T>(IReadOnlyList<T> Items, int Version);

/// <summary>Replaces what a client pays, as a whole.</summary>
[UseCase]
public sealed class ReplacePrices(UnitOfWork unitOfWork, IValidator<PriceRow> validator)
{
    public Task<Result<ClientList<PriceRow>>> ExecuteAsync(ClientId id, IReadOnlyList<PriceRow> rows, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ClientList<PriceRow>>>(this, Permission.ManageClients, id, async db =>
        {
            var client = await ClientLists.FindAsync(db, id, version, ct);

            if (!client.IsOk)
            {
                return client.Refusal;
            }

            if (await validator.RefuseRowsAsync(rows, ct) is { } invalid)
            {
                return invalid;
            }

            var products = await ClientLists.ProductsAsync(db, rows.Select(r => r.ProductCode), ct);

            if (rows.FirstOrDefault(r => !products.ContainsKey(r.ProductCode)) is { } unknown)
            {
                return new UnknownProductCode(unknown.ProductCode);
            }

            db.ContractPrices.RemoveRange(await db.ContractPrices.Where(p => p.ClientId == id).ToListAsync(ct));
            db.ContractPrices.AddRange(rows.Select(r => new ContractPrice(id, products[r.ProductCode], r.NetPrice, r.PriceBaseQuantity, r.Currency, r.ValidFrom, r.ValidUntil, r.MinimumQuantity)));
            db.Touch(client.Value);

            return new ClientList<PriceRow>(rows, db.VersionAfterSaving(client.Value));
        }, ct);

    public sealed class Validator : AbstractValidator<PriceRow>
    {
        public Validator()
        {
            RuleFor(r => r.ProductCode).NotEmpty().WithMessage("EnterProductCode");
            RuleFor(r => r.NetPrice).InclusiveBetween(0, LineAmounts.MostPrice).WithMessage("PriceOutOfRange");
            RuleFor(r => r.PriceBaseQuantity).GreaterThanOrEqualTo(0.01m).WithMessage("PriceBaseMustBePositive").LessThanOrEqualTo(LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
            RuleFor(r => r.MinimumQuantity).InclusiveBetween(0, LineAmounts.MostQuantity).WithMessage("QuantityOutOfRange");
            RuleFor(r => r.Currency).NotNull().WithMessage("CurrencyHasThreeLetters").Matches("^[A-Z]{3}$").WithMessage("CurrencyHasThreeLetters");
            RuleFor(r => r.ValidUntil).Must((row, until) => until is null || until >= row.ValidFrom).WithMessage("EndsBeforeItBegins");
        }
    }
}

/// <summary>Replaces the codes under which a client knows our products, as a whole.</summary>
[UseCase]
public sealed class ReplaceProductCodes(UnitOfWork unitOfWork, IValidator<CodeRow> validator)
{
    public Task<Result<ClientList<CodeRow>>> ExecuteAsync(ClientId id, IReadOnlyList<CodeRow> rows, int? version, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<ClientList<CodeRow>>>(this, Permission.ManageClients, id, async db =>
        {
            var client = await ClientLists.FindAsync(db, id, version, ct);

            if (!client.IsOk)
            {
                return client.Refusal;
            }

            if (await validator.RefuseRowsAsync(rows, ct) is { } invalid)
            {
                return invalid;
            }

            if (rows.CountBy(r => r.BuyerCode.Trim(), StringComparer.Ordinal).FirstOrDefault(c => c.Value > 1).Key is { } twice)
            {
                return new BuyerCodeTwice(twice);
            }

            var products = await ClientLists.ProductsAsync(db, rows.Select(r => r.ProductCode), ct);

            if (rows.FirstOrDefault(r => !products.ContainsKey(r.ProductCode)) is { } unknown)
            {
                return new UnknownProductCode(unknown.ProductCode);
            }

            // The new list may use a code of the old one: the old rows go first.
            await db.BuyerCodes.Where(c => c.ClientId == id).ExecuteDeleteAsync(ct);
            db.BuyerCodes.AddRange(rows.Select(r => new BuyerCode(id, r.BuyerCode, products[r.ProductCode])));
            db.Touch(client.Value);

            return new ClientList<CodeRow>(rows, db.VersionAfterSaving(client.Value));
        }, ct);

    public sealed class Validator : AbstractValidator<CodeRow>
    {
        public Validator()
        {
            RuleFor(r => r.ProductCode).NotEmpty().WithMessage("EnterProductCode");
            RuleFor(r => r.BuyerCode).NotEmpty().WithMessage("EnterProductCode").MaximumLength(BuyerCode.CodeMaxLength).WithMessage("ProductCodeTooLong");
        }
    }
}

/// <summary>What a client pays.</summary>
[UseCase]
public sealed class ListPrices(UnitOfWork unitOfWork)
{
    public Task<Result<ClientList<PriceRow>>> ExecuteAsync(ClientId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ClientList<PriceRow>>(this, Permission.ReadClients, async db =>
        {
            var client = await ClientLists.FindAsync(db, id, version: null, ct);
            var rows =
                from price in db.ContractPrices
                join product in db.Products on price.ProductId equals product.Id
                where price.ClientId == id
                orderby product.Code, price.ValidFrom
                select new PriceRow(product.Code, price.NetPrice, price.PriceBaseQuantity, price.Currency, price.ValidFrom, price.ValidUntil, price.MinimumQuantity);

            return client.IsOk ? new ClientList<PriceRow>(await rows.ToListAsync(ct), client.Value.Version) : client.Refusal;
        }, ct);
}

/// <summary>How a client calls our products.</summary>
[UseCase]
public sealed class ListProductCodes(UnitOfWork unitOfWork)
{
    public Task<Result<ClientList<CodeRow>>> ExecuteAsync(ClientId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<ClientList<CodeRow>>(this, Permission.ReadClients, async db =>
        {
            var client = await ClientLists.FindAsync(db, id, version: null, ct);
            var rows =
                from code in db.BuyerCodes
                join product in db.Products on code.ProductId equals product.Id
                where code.ClientId == id
                orderby code.Code
                select new CodeRow(code.Code, product.Code);

            return client.IsOk ? new ClientList<CodeRow>(await rows.ToListAsync(ct), client.Value.Version) : client.Refusal;
        }, ct);
}

internal static class ClientLists
{
    public static async Task<Result<Client>> FindAsync(AdvDbContext db, ClientId id, int? version, CancellationToken ct) =>
        await db.Clients.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } client ? new NoSuchClient()
        : version is { } seen && seen != client.Version ? new ChangedMeanwhile()
        : client;

    public static Task<Dictionary<string, ProductId>> ProductsAsync(AdvDbContext db, IEnumerable<string> codes, CancellationToken ct)
    {
        var wanted = codes.Distinct().ToList();

        return db.Products.Where(p => wanted.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Id, StringComparer.Ordinal, ct);
    }
}
