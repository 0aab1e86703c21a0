using AdvPortal.Application.Deliveries;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Imports;

/// <summary>What has left, as a warehouse or a carrier lists it: one delivery for each shipment.</summary>
internal sealed class ShipmentImport(TenantClock clock) : ListImport
{
    private readonly Shipments _shipments = new(clock);
    private readonly Dictionary<int, ShipmentRow> _rows = [];
    private Delivery? _delivery;

    public override IId? Subject => _delivery?.Id;

    public override bool IsWhole => true;

    public override string? KeyOf(ImportSheet sheet, TableRow row) => Key(
        sheet.Cell(row, ImportField.ShipmentNumber),
        sheet.Cell(row, ImportField.OrderNumber) ?? sheet.Cell(row, ImportField.CustomerReference) ?? "",
        sheet.Cell(row, ImportField.LineNo) ?? sheet.Cell(row, ImportField.ProductCode) ?? "",
        sheet.Cell(row, ImportField.Sscc) ?? "");

    public override IEnumerable<TableRow[]> Parts(ImportSheet sheet, IReadOnlyList<TableRow> rows, int most, bool keeps)
    {
        List<TableRow> part = [];

        foreach (var shipment in rows.GroupBy(row => sheet.Cell(row, ImportField.ShipmentNumber) ?? "", StringComparer.Ordinal))
        {
            if (part.Count > 0 && (keeps || part.Count + shipment.Count() > most))
            {
                yield return [.. part];
                part.Clear();
            }

            part.AddRange(shipment);
        }

        if (part.Count > 0)
        {
            yield return [.. part];
        }
    }

    protected override Task LoadAsync(AdvDbContext db, IReadOnlyList<ImportDraft> rows, CancellationToken ct) =>
        _shipments.LoadAsync(db, [.. rows.Select(row => new ShipmentRow(row.RowNumber)
        {
            Shipment = row.Raw(ImportField.ShipmentNumber),
            OrderNumber = row.Raw(ImportField.OrderNumber),
            CustomerReference = row.Raw(ImportField.CustomerReference),
            ProductCode = row.Raw(ImportField.ProductCode),
        })], ct);

    protected override void Write(AdvDbContext db, ImportDraft row)
    {
        var on = row.Need(ImportField.ShippedOn) is null ? null : row.Day(ImportField.ShippedOn);
        row.Subject = row.Need(ImportField.ShipmentNumber);

        _rows[row.RowNumber] = new(row.RowNumber)
        {
            Shipment = row.Subject,
            OrderNumber = row.Text(ImportField.OrderNumber),
            CustomerReference = row.Text(ImportField.CustomerReference),
            LineNo = row.Text(ImportField.LineNo),
            ProductCode = row.Text(ImportField.ProductCode),
            Quantity = row.Number(ImportField.Quantity, decimals: 4),
            Unit = row.Text(ImportField.Unit),
            ShippedOn = on,
            ArriveOn = row.Day(ImportField.ArriveOn),
            Carrier = row.Text(ImportField.Carrier),
            TrackingNumber = row.Text(ImportField.TrackingNumber),
            TrackingLink = row.Text(ImportField.TrackingLink),
            Sscc = row.Text(ImportField.Sscc) is { } sscc ? ImportDraft.Compact(sscc) : null,
        };
    }

    protected override void Settle(IReadOnlyList<ImportDraft> rows)
    {
        foreach (var shipment in rows.Where(row => !row.IsRefused).GroupBy(row => _rows[row.RowNumber].Shipment, StringComparer.Ordinal))
        {
            var told = _shipments.Tell([.. shipment.Select(row => _rows[row.RowNumber])]).ToLookup(each => each.Row.Number);

            foreach (var row in shipment)
            {
                Say(row, [.. told[row.RowNumber]]);
            }
        }
    }

    protected override Task FinishAsync(AdvDbContext db, CancellationToken ct) => _shipments.KeepAsync(db, ct);

    private void Say(ImportDraft row, IReadOnlyList<ShipmentTold> told)
    {
        var places = told.Where(each => each.Order is not null).Select(each => $"{each.Order!.Number} · {each.LineNo}").Distinct().ToList();
        row.Subject = places is [var place] ? $"{row.Subject} · {place}" : row.Subject;

        if (told.FirstOrDefault(each => each.Refusal is not null) is { Refusal: { } refusal } refused)
        {
            row.Unmet = refusal is RequirementsNotMet ? refused.Order?.Id : null;
            row.Refuse(refusal.Message);
        }
        else if (told.Any(each => each.IsTaken))
        {
            _delivery = told[0].Delivery;
            row.IsNew = true;
            row.Take<decimal?>(ImportField.Quantity, null, places.Count == 1 ? told.Sum(each => each.Quantity) : null);
            row.Take<DateOnly?>(ImportField.ShippedOn, null, told[0].Row.ShippedOn);
            row.Take(ImportField.Carrier, null);
            row.Take(ImportField.TrackingNumber, null);
            row.Take(ImportField.Sscc, null);
        }
    }
}
