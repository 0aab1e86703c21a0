using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Imports;

/// <summary>When the goods of lines can leave, as stock or workshop list it.</summary>
internal sealed class StockDateImport : ListImport
{
    private readonly StockDates _dates = new();

    public override string? KeyOf(ImportSheet sheet, TableRow row) => Key(
        sheet.Cell(row, ImportField.OrderNumber) ?? sheet.Cell(row, ImportField.CustomerReference),
        sheet.Cell(row, ImportField.LineNo) ?? sheet.Cell(row, ImportField.ProductCode));

    protected override Task LoadAsync(AdvDbContext db, IReadOnlyList<ImportDraft> rows, CancellationToken ct) =>
        _dates.LoadAsync(db, All(rows, ImportField.OrderNumber), All(rows, ImportField.CustomerReference), ct);

    protected override void Write(AdvDbContext db, ImportDraft row)
    {
        var place = new StockPlace(row.Text(ImportField.OrderNumber), row.Text(ImportField.CustomerReference), row.Text(ImportField.LineNo), row.Text(ImportField.ProductCode));
        row.Subject = place.OrderNumber ?? place.CustomerReference;
        var on = row.Need(ImportField.ReadyOn) is null ? null : row.Day(ImportField.ReadyOn);
        var found = _dates.Find(place);

        if (!found.IsOk)
        {
            row.Refuse(found.Refusal.Message);

            return;
        }

        var (order, line) = (found.Value.Order, found.Value.Line);
        row.Subject = $"{order.Number} · {line.LineNo}";
        row.IsNew = line.Ready is null;
        row.Take<DateOnly?>(ImportField.ReadyOn, line.Ready?.On, on);
        var note = row.Take(ImportField.Notes, line.Ready?.Note);

        if (note?.Length > Readiness.NoteMaxLength)
        {
            row.Refuse(new StockDateNoteTooLong(Readiness.NoteMaxLength).Message, ImportField.Notes);
        }

        if (!row.IsRefused && order.TellReadiness(line.LineNo, new(on!.Value, note)).Refusal is { } refusal)
        {
            row.Refuse(refusal.Message);
        }
    }
}
