using System.Globalization;
using AdvPortal.Exchange.Deliveries;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Application.Imports;

/// <summary>A DESADV or a UBL DespatchAdvice as the list that a warehouse without EDI would send: from there on both are one.</summary>
internal static class DespatchTable
{
    private static readonly ImportField[] _fields = [.. ImportColumns.FieldsOf(ImportKind.Shipments)];

    // As lists count rows: the headings are the first.
    private const int FirstRow = 2;

    public static Table Of(DespatchReading reading, bool inFrench)
    {
        List<TableRow> rows = [];

        foreach (var advice in reading.Advices)
        {
            var units = advice.Units.SelectMany(unit => unit.Contents.Select(packed => (packed.Line, packed.Quantity, unit.Number))).ToLookup(each => each.Line);

            foreach (var line in advice.Lines.Where(line => line.Quantity > 0))
            {
                var packed = units[line.Position].ToList();
                var loose = line.Quantity - packed.Sum(each => each.Quantity);
                rows.AddRange(packed.Select(each => Row(advice, line, each.Quantity, each.Number)));

                if (loose > 0 || packed.Count == 0)
                {
                    rows.Add(Row(advice, line, decimal.Max(loose, 0), null));
                }
            }
        }

        return new(reading.Advices.Count == 0 ? [] : [.. _fields.Select(field => ImportColumns.HeadingOf(field, inFrench))], rows, reading.Problems);

        TableRow Row(DespatchAdvice advice, DespatchLine line, decimal quantity, string? unit) => new(rows.Count + FirstRow, [.. _fields.Select(field => field switch
        {
            ImportField.ShipmentNumber => advice.Number,
            ImportField.OrderNumber => line.Order?.Number,
            ImportField.CustomerReference => line.Order?.CustomerReference,
            ImportField.LineNo => line.OrderLineNo,
            ImportField.ProductCode => line.SupplierCode ?? line.BuyerCode ?? line.Gtin,
            ImportField.Quantity => quantity.ToString(CultureInfo.InvariantCulture),
            ImportField.Unit => line.Unit,
            ImportField.ShippedOn => Day(advice.ShipOn ?? DateOnly.FromDateTime(advice.IssuedAt.Date)),
            ImportField.ArriveOn => Day(advice.ArriveOn),
            ImportField.Carrier => advice.Carrier,
            ImportField.TrackingNumber => advice.TrackingNumber,
            ImportField.TrackingLink => advice.TrackingLink,
            ImportField.Sscc => unit is { Length: Sscc.Length } ? unit : null,
            _ => null,
        })]);
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
