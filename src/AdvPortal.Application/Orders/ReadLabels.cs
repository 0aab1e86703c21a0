using AdvPortal.Application.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Labels;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>The labels for the parcels or pallets of an order: as the client requires them, and as is usual where nothing is required.</summary>
/// <remarks>Printing is the labelling step: what blocks there stops it. A unit that bears an SSCC is numbered the first time and keeps its number.</remarks>
[UseCase]
public sealed class ReadLabels(UnitOfWork unitOfWork, TenantClock clock)
{
    public const int MostLabels = 500;

    /// <param name="id">The order.</param>
    /// <param name="parcels">How many each line is packed in, or how many pallets.</param>
    /// <param name="lineNo">Only this line; null for all of them.</param>
    /// <param name="per">Only the labels of these units; null for those that are required, parcels before pallets.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<Result<LabelRun>> ExecuteAsync(OrderId id, int parcels = 1, string? lineNo = null, LogisticUnit? per = null, CancellationToken ct = default)
    {
        var wish = new Wish(id, parcels, lineNo, per);
        var printed = await unitOfWork.ReadAsync<Attempt>(this, Permission.ReadOrders, db => PrintAsync(db, wish, mayWrite: false, ct), ct);

        // Somebody else may number the same units in this very moment: then they are read.
        for (var turn = 0; turn < 2 && (printed is { Value.HasToWrite: true } || printed.Refusal is ChangedMeanwhile); turn++)
        {
            printed = await unitOfWork.RunAsync<Result<Attempt>>(this, Permission.ReadOrders, id, db => PrintAsync(db, wish, mayWrite: true, ct), ct);
        }

        return !printed.IsOk ? printed.Refusal : printed.Value is { Run: { } run } ? run : new RequirementsNotMet(printed.Value.Unmet);
    }

    private async Task<Result<Attempt>> PrintAsync(AdvDbContext db, Wish wish, bool mayWrite, CancellationToken ct)
    {
        if (await ReadOrder.FindAsync(db, wish.Id, ct) is not { } order)
        {
            return new NoSuchOrder();
        }

        var lines = order.Lines.Where(line => wish.LineNo is null || line.LineNo == wish.LineNo).OrderBy(line => line.Position).ToList();

        if (lines.Count == 0)
        {
            return new NoSuchLine(wish.LineNo ?? "");
        }

        var visit = new Visit(db);
        var steps = OrderSteps.Ask(db, visit, clock, order);
        var clients = visit.AskClient(db, order.ClientId);
        var settings = visit.Ask(db.TenantSettings.Select(s => new Sender(s.LegalName, s.CompanyPrefix)));
        var gtins = visit.Ask(db.Products.Where(p => lines.Select(l => l.ProductId).Contains(p.Id) && p.Gtin != null).Select(p => new { p.Id, p.Gtin }));
        var units = visit.Ask(db.NumberedUnits.Where(u => u.OrderId == order.Id));
        await visit.GoAsync(ct);

        var isNew = steps.Reach(Moments.Labelling);

        if (order.Unmet(Moments.Labelling) is { Count: > 0 } unmet)
        {
            return new Attempt(null, unmet, HasToWrite: isNew && !mayWrite);
        }

        var work = new LabelWork(order, lines, clients.Rows[0], settings.Rows[0], gtins.Rows.ToDictionary(p => p.Id, p => p.Gtin!), await LabelWork.PlansAsync(db, order, wish.Per, ct), wish.Parcels);

        if (wish.Parcels < 1 || work.Count > MostLabels)
        {
            return new LabelsOutOfRange(MostLabels);
        }

        var numbers = units.Rows.ToDictionary(LabelWork.Unit.Of, unit => unit.Sscc);
        var missing = work.Units().Where(unit => !numbers.ContainsKey(unit)).ToList();

        if (missing.Count > 0)
        {
            if (settings.Rows[0].CompanyPrefix is not { } prefix)
            {
                return new CompanyPrefixMissing();
            }

            if (!mayWrite)
            {
                return new Attempt(null, [], HasToWrite: true);
            }

            if (await NumberAsync(db, order.Id, prefix, missing, numbers, ct) is { } exhausted)
            {
                return exhausted;
            }
        }

        var labels = work.Print(numbers).ToList();

        return labels.Select(ParcelLabels.Check).FirstOrDefault(refusal => refusal is not null) is { } impossible ? impossible : new Attempt(new(order.Number, labels), [], HasToWrite: isNew && !mayWrite);
    }

    private static async Task<Refusal?> NumberAsync(AdvDbContext db, OrderId order, string prefix, List<LabelWork.Unit> units, Dictionary<LabelWork.Unit, string> numbers, CancellationToken ct)
    {
        var first = await db.NextNumbersAsync("sscc", units.Count, ct);

        if (first + units.Count > Sscc.Capacity(prefix))
        {
            return new SsccsExhausted(prefix);
        }

        foreach (var (index, unit) in units.Index())
        {
            numbers[unit] = Sscc.Of(prefix, first + index);
            db.Add(new NumberedUnit(order, unit.LineId, unit.ProductCode, unit.Per, unit.Place, numbers[unit]));
        }

        return null;
    }

    private sealed record Wish(OrderId Id, int Parcels, string? LineNo, LogisticUnit? Per);

    /// <param name="Run">Null when something is unmet, or has to be kept first.</param>
    private sealed record Attempt(LabelRun? Run, IReadOnlyList<Finding> Unmet, bool HasToWrite);

    internal sealed record Sender(string Name, string? CompanyPrefix);
}

/// <summary>Labels in the order in which they are printed, and the order they are for.</summary>
public sealed record LabelRun(string Number, IReadOnlyList<ParcelLabel> Labels);
