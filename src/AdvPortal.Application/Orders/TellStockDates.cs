using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Orders;

/// <summary>Takes in from stock or workshop when goods can leave, row by row: what is wrong with one holds no other up, and the same list again changes nothing.</summary>
[UseCase]
public sealed class TellStockDates(UnitOfWork unitOfWork)
{
    public const int MostRows = 1000;

    private const int MostTries = 3;

    public async Task<Result<Told>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (form.Rows.Count > MostRows)
        {
            return new TooManyStockDates(MostRows);
        }

        for (var attempt = 1; ; attempt++)
        {
            var told = await unitOfWork.RunOnManyAsync<Result<Told>>(
                this, Permission.HandleOrders, told => told.Value!.Rows.Where(row => row.Outcome is StockDateOutcome.Changed).Select(row => row.OrderId!.Value).Distinct().Select(id => (IId)id), async db => await TellAsync(db, form.Rows, ct), ct);

            // Somebody changed one of the orders at this very moment: they are read again as they are now.
            if (told.Refusal is not ChangedMeanwhile || attempt == MostTries)
            {
                return told;
            }
        }
    }

    private static async Task<Told> TellAsync(AdvDbContext db, IReadOnlyList<StockDate> rows, CancellationToken ct)
    {
        var dates = new StockDates();
        var places = rows.Select(row => new StockPlace(Typed(row.OrderNumber), Typed(row.CustomerReference), Typed(row.LineNo), Typed(row.ProductCode))).ToList();
        await dates.LoadAsync(db, Names(places, place => place.OrderNumber), Names(places, place => place.CustomerReference), ct);
        var told = rows.Select((row, index) => Tell(dates, places[index], row, index + 1)).ToList();

        return new(Count(StockDateOutcome.Changed), Count(StockDateOutcome.Same), Count(StockDateOutcome.Refused), told);

        int Count(StockDateOutcome outcome) => told.Count(row => row.Outcome == outcome);
    }

    private static Row Tell(StockDates dates, StockPlace place, StockDate row, int number)
    {
        var note = Typed(row.Note);
        var found = note?.Length > Readiness.NoteMaxLength ? new StockDateNoteTooLong(Readiness.NoteMaxLength) : dates.Find(place);

        if (!found.IsOk)
        {
            return new(number, StockDateOutcome.Refused, null, place.OrderNumber, place.LineNo, found.Refusal);
        }

        var (order, line) = (found.Value.Order, found.Value.Line);
        var before = line.Ready;
        var told = order.TellReadiness(line.LineNo, row.ReadyOn is { } on ? new(on, note) : null);

        return new(
            number, !told.IsOk ? StockDateOutcome.Refused : line.Ready == before ? StockDateOutcome.Same : StockDateOutcome.Changed,
            order.Id, order.Number, line.LineNo, told.Refusal);
    }

    private static List<string> Names(List<StockPlace> places, Func<StockPlace, string?> name) => [.. places.Select(name).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Form
    {
        public List<StockDate> Rows { get; set; } = [];
    }

    /// <param name="Rows">In the order in which they were sent.</param>
    public sealed record Told(int Changed, int Same, int Refused, IReadOnlyList<Row> Rows);

    /// <param name="Number">From 1.</param>
    /// <param name="Refusal">The name of the refusal, for programs; null unless it was refused.</param>
    /// <param name="Detail">In words.</param>
    public sealed record Row(int Number, StockDateOutcome Outcome, OrderId? OrderId, string? OrderNumber, string? LineNo, string? Refusal, Message? Detail)
    {
        internal Row(int number, StockDateOutcome outcome, OrderId? order, string? orderNumber, string? lineNo, Refusal? why)
            : this(number, outcome, order, orderNumber, lineNo, why?.GetType().Name, why?.Message)
        {
        }
    }
}

/// <summary>What stock or workshop say of one line.</summary>
public sealed class StockDate
{
    /// <summary>Ours; or <see cref="CustomerReference"/>.</summary>
    public string? OrderNumber { get; set; }

    public string? CustomerReference { get; set; }

    /// <summary>Or <see cref="ProductCode"/>.</summary>
    public string? LineNo { get; set; }

    /// <summary>Ours, or the client's.</summary>
    public string? ProductCode { get; set; }

    /// <summary>The first day on which all that is outstanding can leave; null when there is nothing against the promise any more.</summary>
    public DateOnly? ReadyOn { get; set; }

    public string? Note { get; set; }
}

public enum StockDateOutcome { Changed, Same, Refused }
