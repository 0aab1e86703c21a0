using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Deliveries;

/// <summary>Takes in what a warehouse or a carrier says has left, row by row: each shipment in a transaction of its own, what is wrong with one row holds no other up, and the same rows again change nothing.</summary>
[UseCase]
public sealed class TellShipments(UnitOfWork unitOfWork, KeepFindings keep, TenantClock clock, CurrentMember member, CurrentRequest request)
{
    public const int MostRows = 1000;

    private const int MostTries = 3;

    public async Task<Result<Told>> ExecuteAsync(Form form, CancellationToken ct = default)
    {
        if (form.Rows.Count > MostRows)
        {
            return new TooManyShipments(MostRows);
        }

        var repeated = new RepeatedWork(request.TakeKey(), unitOfWork, member, clock);
        var rows = form.Rows.Select((row, index) => row.ToRow(index + 1)).ToList();
        var looked = await LookAsync(rows, ct);

        if (!looked.IsOk)
        {
            return looked.Refusal;
        }

        if (await repeated.ClaimAsync<Result<Told>>(ct) is { } answered)
        {
            return answered;
        }

        var done = looked.Value.ToDictionary(row => row.Number);

        // All that is told of a shipment, be it known: what is new of it is known by the rest.
        foreach (var shipment in looked.Value.GroupBy(row => rows[row.Number - 1].Shipment, StringComparer.Ordinal).Where(of => of.Any(row => row.Outcome is ShipmentOutcome.Taken)))
        {
            foreach (var row in await TakeAsync([.. shipment.Select(row => rows[row.Number - 1])], ct))
            {
                done[row.Number] = row;
            }

            await repeated.RenewAsync(ct);
        }

        if (done.Values.Where(row => row.Refusal == nameof(RequirementsNotMet)).Select(row => row.OrderId).OfType<OrderId>().Distinct().ToList() is { Count: > 0 } unmet)
        {
            await keep.ExecuteAsync(unmet, null, [Moments.Planning, Moments.Packing, Moments.Labelling], ct);
        }

        return await repeated.AnswerAsync<Result<Told>>(Told.Of([.. done.Values.OrderBy(row => row.Number)]));
    }

    private Task<Result<List<Row>>> LookAsync(List<ShipmentRow> rows, CancellationToken ct) =>
        unitOfWork.ReadAsync(this, Permission.HandleDeliveries, async db =>
        {
            var shipments = new Shipments(clock);
            await shipments.LoadAsync(db, rows, ct);

            return rows.GroupBy(row => row.Shipment, StringComparer.Ordinal).SelectMany(shipment => Say(shipments.Tell([.. shipment]))).OrderBy(row => row.Number).ToList();
        }, ct);

    private async Task<List<Row>> TakeAsync(List<ShipmentRow> rows, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var taken = await unitOfWork.RunAsync<Result<Taken>>(this, Permission.HandleDeliveries, taken => taken.Value!.Subject, async db =>
            {
                // The same list from two sides at once is told once.
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"import:{member.TenantId!.Value}"}, 0))", ct);
                var shipments = new Shipments(clock);
                await shipments.LoadAsync(db, rows, ct);
                var told = shipments.Tell(rows);
                await shipments.KeepAsync(db, ct);

                return new Taken(told.FirstOrDefault(each => each.IsTaken)?.Delivery?.Id is { } id ? id : member.TenantId.Value, Say(told));
            }, ct);

            // Somebody changed one of the orders at this very moment: they are read again as they are now.
            if (taken.Refusal is not ChangedMeanwhile || attempt == MostTries)
            {
                return taken.IsOk ? taken.Value.Rows : rows.ConvertAll(row => new Row(row.Number, ShipmentOutcome.Refused, row.Shipment, null, null, null, null, null, taken.Refusal.GetType().Name, taken.Refusal.Message));
            }
        }
    }

    private static List<Row> Say(IReadOnlyList<ShipmentTold> told) => [.. told.GroupBy(each => each.Row.Number).Select(row => Row.Of([.. row]))];

    private sealed record Taken(IId Subject, List<Row> Rows);

    public sealed class Form
    {
        public List<ToldShipment> Rows { get; set; } = [];
    }

    /// <param name="Rows">In the order in which they were sent.</param>
    public sealed record Told(int Taken, int Known, int Refused, IReadOnlyList<Row> Rows)
    {
        internal static Told Of(IReadOnlyList<Row> rows)
        {
            return new(Count(ShipmentOutcome.Taken), Count(ShipmentOutcome.Known), Count(ShipmentOutcome.Refused), rows);

            int Count(ShipmentOutcome outcome) => rows.Count(row => row.Outcome == outcome);
        }
    }

    /// <param name="Number">From 1.</param>
    /// <param name="DeliveryNumber">Ours, where it left; null while it did not.</param>
    /// <param name="Refusal">The name of the refusal, for programs; null unless it was refused.</param>
    /// <param name="Detail">In words.</param>
    public sealed record Row(
        int Number, ShipmentOutcome Outcome, string? ShipmentNumber, DeliveryId? DeliveryId, string? DeliveryNumber, OrderId? OrderId, string? OrderNumber, string? LineNo, string? Refusal, Message? Detail)
    {
        internal static Row Of(IReadOnlyList<ShipmentTold> told)
        {
            var (first, why) = (told[0], told.FirstOrDefault(each => each.Refusal is not null)?.Refusal);
            var delivery = why is null ? first.Delivery : null;

            return new(
                first.Row.Number, why is not null ? ShipmentOutcome.Refused : told.All(each => each.IsKnown) ? ShipmentOutcome.Known : ShipmentOutcome.Taken,
                first.Row.Shipment, delivery?.Id, delivery?.Number is { Length: > 0 } number ? number : null, first.Order?.Id, first.Order?.Number, told.Count == 1 ? first.LineNo : null, why?.GetType().Name, why?.Message);
        }
    }
}

/// <summary>What another system says has left of one order line.</summary>
public sealed class ToldShipment
{
    /// <summary>The shipment's number there, or that of our delivery: rows with one number are one delivery.</summary>
    public string? ShipmentNumber { get; set; }

    /// <summary>Ours; or <see cref="CustomerReference"/>.</summary>
    public string? OrderNumber { get; set; }

    public string? CustomerReference { get; set; }

    /// <summary>Or <see cref="ProductCode"/>.</summary>
    public string? LineNo { get; set; }

    /// <summary>Ours, the client's, or a GTIN.</summary>
    public string? ProductCode { get; set; }

    /// <summary>In the order line's unit; null for all that is still to leave of it.</summary>
    public decimal? Quantity { get; set; }

    public string? Unit { get; set; }

    /// <summary>Today at the latest.</summary>
    public DateOnly? ShippedOn { get; set; }

    public DateOnly? ArriveOn { get; set; }
    public string? Carrier { get; set; }
    public string? TrackingNumber { get; set; }

    /// <summary>An https address.</summary>
    public string? TrackingLink { get; set; }

    /// <summary>Of the parcel that it is in, 18 digits.</summary>
    public string? Sscc { get; set; }

    internal ShipmentRow ToRow(int number) => new(number)
    {
        Shipment = Typed(ShipmentNumber),
        OrderNumber = Typed(OrderNumber),
        CustomerReference = Typed(CustomerReference),
        LineNo = Typed(LineNo),
        ProductCode = Typed(ProductCode),
        Quantity = Quantity,
        Unit = Typed(Unit),
        ShippedOn = ShippedOn,
        ArriveOn = ArriveOn,
        Carrier = Typed(Carrier),
        TrackingNumber = Typed(TrackingNumber),
        TrackingLink = Typed(TrackingLink),
        Sscc = Typed(Sscc),
    };

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public enum ShipmentOutcome { Taken, Known, Refused }
