using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Imports;

/// <summary>Judges rows of one kind of list against what is stored, and writes them into it; whoever only asks does not save.</summary>
internal abstract class ListImport
{
    public static ListImport Of(ImportKind kind, TenantClock clock) => kind switch
    {
        ImportKind.Clients => new ClientImport(),
        ImportKind.Sites => new SiteImport(clock.Zone.Id),
        ImportKind.Contacts => new ContactImport(),
        ImportKind.Products => new ProductImport(),
        ImportKind.ProductCodes => new ProductCodeImport(),
        ImportKind.Prices => new PriceImport(),
        ImportKind.Requirements => new RequirementImport(clock.Today),
        ImportKind.StockDates => new StockDateImport(),
        ImportKind.Shipments => new ShipmentImport(clock),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>Who may bring in a list of this kind.</summary>
    public static Permission NeededFor(ImportKind kind) => kind switch
    {
        ImportKind.Requirements => Permission.ManageRequirements,
        ImportKind.StockDates => Permission.HandleOrders,
        ImportKind.Shipments => Permission.HandleDeliveries,
        _ => Permission.ManageClients,
    };

    /// <summary>What makes two rows speak of the same thing; null where the row does not say enough.</summary>
    public abstract string? KeyOf(ImportSheet sheet, TableRow row);

    /// <summary>What history tells of once the rows are written; null for the company.</summary>
    public virtual IId? Subject => null;

    /// <summary>Rows that are written or refused together are never parted: half a shipment is worse than none.</summary>
    public virtual bool IsWhole => false;

    /// <summary>The rows in the parts in which they are looked at or written.</summary>
    /// <param name="sheet">Of which they are.</param>
    /// <param name="rows">In their order.</param>
    /// <param name="most">Of a part, where rows need not stay together.</param>
    /// <param name="keeps">They are going to be saved, each part in a transaction of its own.</param>
    public virtual IEnumerable<TableRow[]> Parts(ImportSheet sheet, IReadOnlyList<TableRow> rows, int most, bool keeps) => rows.Chunk(most);

    /// <summary>Judges these rows, in their order, with few questions to the database.</summary>
    /// <param name="twice">Rows that speak of what an earlier row speaks of, and the number of that row.</param>
    /// <param name="keeps">The rows are going to be saved, not only looked at.</param>
    public async Task<List<ImportRow>> WriteAsync(AdvDbContext db, ImportSheet sheet, IReadOnlyList<TableRow> rows, IReadOnlyDictionary<int, int> twice, bool keeps, CancellationToken ct)
    {
        var drafts = rows.Select(row => new ImportDraft(sheet, row)).ToList();
        await LoadAsync(db, drafts, ct);

        foreach (var (draft, row) in drafts.Zip(rows))
        {
            if (twice.TryGetValue(row.Number, out var first))
            {
                draft.Refuse(new("ImportRowTwice", first));
            }

            if (row.IsOverlong)
            {
                // Its cells stand under the wrong headings.
                draft.Refuse(new("ImportRowOverlong"));
            }

            Write(db, draft);
        }

        Settle(drafts);

        if (keeps)
        {
            await FinishAsync(db, ct);
        }

        return drafts.ConvertAll(draft => draft.Done());
    }

    protected abstract Task LoadAsync(AdvDbContext db, IReadOnlyList<ImportDraft> rows, CancellationToken ct);

    protected abstract void Write(AdvDbContext db, ImportDraft row);

    /// <summary>What rows do together, once each was judged by itself.</summary>
    protected virtual void Settle(IReadOnlyList<ImportDraft> rows)
    {
    }

    /// <summary>What only rows that are kept ask of the database, such as a number that is given once.</summary>
    protected virtual Task FinishAsync(AdvDbContext db, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Parts of a key, as far as the row has them all.</summary>
    protected static string? Key(params IReadOnlyList<string?> parts) => parts.Contains(null) ? null : string.Join('\u001F', parts);

    protected static List<string> All(IReadOnlyList<ImportDraft> rows, ImportField field) => [.. rows.Select(row => row.Text(field)).OfType<string>().Distinct(StringComparer.Ordinal)];
}
