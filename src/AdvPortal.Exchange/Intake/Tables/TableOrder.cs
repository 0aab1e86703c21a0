using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>One order gathered from the rows that carry its number; what speaks of the order is taken once and must not change.</summary>
/// <param name="key">The number in the rows; empty where they carry none.</param>
/// <param name="index">The order's place in the reading.</param>
internal sealed class TableOrder(string key, OrderHead head, int index)
{
    private static readonly OrderColumn[] OfFirstRow =
    [
        OrderColumn.OrderNumber, OrderColumn.RequestedDate, OrderColumn.ShipToName, OrderColumn.ShipToGln,
        OrderColumn.ShipToStreet, OrderColumn.ShipToAdditional, OrderColumn.ShipToPostcode, OrderColumn.ShipToCity, OrderColumn.ShipToRegion, OrderColumn.ShipToCountry,
    ];

    private bool _hasTwoCurrencies;

    private readonly string?[] _header = new string?[(int)OrderColumn.LineNo];

    public string Key => key;

    public OrderHead Head => head;

    public OrderDraft Draft { get; } = new() { OrderNumber = key.Length == 0 || OrderRow.IsRounded(key) ? null : key };

    /// <summary>The currency of the prices, where a header or the cells name it.</summary>
    public string? PriceCurrency { get; set; }

    /// <summary>The header that announces the articles' codes.</summary>
    public string? CodeHeader { get; set; }

    /// <summary>Keeps the first currency that the prices show; another one is told once.</summary>
    public void NoteCurrency(string? shown, OrderRow? row, ProblemLog log)
    {
        if (shown is null || shown == PriceCurrency)
        {
            return;
        }

        if (PriceCurrency is { } present && AreApart(present, shown) && !_hasTwoCurrencies)
        {
            _hasTwoCurrencies = true;
            log.Warning("second-currency", row?.Where(), shown);
        }

        PriceCurrency ??= shown;
    }

    /// <summary>Whether two names of a currency mean two: a dollar sign may be any dollar's.</summary>
    public static bool AreApart(string one, string other) =>
        one != other && !(one is "$" && other is not ("EUR" or "GBP" or "CHF")) && !(other is "$" && one is not ("EUR" or "GBP" or "CHF"));

    public void Take(OrderRow row, ProblemLog log, CellMark? mark)
    {
        foreach (var column in row.HeaderColumns)
        {
            ref var present = ref _header[(int)column];
            var value = row.Text(column, present);
            if (present is null)
            {
                present = value;
                if (mark is not null && value is not null)
                {
                    mark(OriginalDraft.Head(index, OrderColumnNames.HeadFieldOf(column)), row.Index, row.PositionOf(column));
                }
            }
            else if (value is not null && !ReferenceEquals(value, present))
            {
                log.Warning("values-differ", row.Where(), present, value);
            }
        }

        if (mark is not null)
        {
            Mark(row, mark);
        }

        Draft.Lines.Add(ReadLine(row, Draft.Lines.Count > 0 ? Draft.Lines[^1].Unit : null));
    }

    /// <summary>Reads the dates of the head, which may tell how the file writes dates.</summary>
    public void ReadDates(CellStyle style) => head.ReadDates(Draft, OfRows, style, index);

    /// <summary>Gives the order what its rows, or the labels beside the table, say of it as a whole.</summary>
    public void Finish(ProblemLog log, CellStyle style)
    {
        FinishDelivery();
        head.Fill(Draft, OfRows, log, index);
        if ((_header[(int)OrderColumn.OrderTotal] ?? head[OrderColumn.OrderTotal]) is { } total && Csv.CellNumber.Read(total, style.FoundMark ?? style.Mark, out var sum) != Csv.CellNumber.Kind.Invalid)
        {
            Draft.LineExtension ??= sum;
        }

        // A freight line may lack a code; where all do, the column was not found under its header.
        if (CodeHeader is not null && Draft.Lines.Count > 0 && !Draft.Lines.Exists(line => line.HasCode))
        {
            log.Error("codes-missing", Draft.OrderNumber is { } number ? Place.Order(number) : null, CodeHeader);
        }
    }

    private string? OfRows(OrderColumn column) => _header[(int)column];

    private static LineDraft ReadLine(OrderRow row, string? usualUnit)
    {
        var line = new LineDraft
        {
            LineNo = row.Text(OrderColumn.LineNo),
            BuyerCode = row.Code(OrderColumn.BuyerCode),
            SupplierCode = row.Code(OrderColumn.SupplierCode),
            Gtin = row.Code(OrderColumn.Gtin),
            Description = row.Text(OrderColumn.Description),
            Unit = row.Text(OrderColumn.Unit, usualUnit),
            ShipTo = row.HasShipTo ? ReadShipTo(row) : null,
        };
        row.ReadDate(OrderColumn.RequestedDate, line);
        row.ReadNumber(OrderColumn.Quantity, line, static (draft, number) => draft.Quantity = number);
        line.Unit ??= row.UnitOfHeader;
        row.ReadNumber(OrderColumn.PackQuantity, line, static (draft, number) => draft.PackQuantity = number);
        row.ReadNumber(OrderColumn.NetPrice, line, static (draft, number) => draft.NetPrice = number);
        row.ReadNumber(OrderColumn.PriceBase, line, static (draft, number) => draft.PriceBaseQuantity = number);
        line.PriceBaseQuantity ??= line.NetPrice is null ? null : row.BaseOfHeader;
        row.ReadNumber(OrderColumn.LineAmount, line, static (draft, number) => draft.LineAmount = number);
        if (row.Text(OrderColumn.Note) is { } note)
        {
            line.AddNote(note);
        }

        return line;
    }

    private static PartyDraft? ReadShipTo(OrderRow row)
    {
        var gln = row.Text(OrderColumn.ShipToGln);
        var party = new PartyDraft
        {
            Name = row.Text(OrderColumn.ShipToName),
            Gln = gln is not null && Gs1.LooksLikeGln(gln) ? gln : null,
            Id = gln,
            Address = new(
                row.Text(OrderColumn.ShipToStreet), row.Text(OrderColumn.ShipToPostcode), row.Text(OrderColumn.ShipToCity), row.Text(OrderColumn.ShipToCountry),
                Additional: row.Text(OrderColumn.ShipToAdditional), Region: row.Text(OrderColumn.ShipToRegion)),
        };
        return party.IsEmpty ? null : party;
    }

    private void Mark(OrderRow row, CellMark mark)
    {
        foreach (var column in row.LineColumns)
        {
            if (row.PositionOf(column) is >= 0 and var position)
            {
                mark(OriginalDraft.Line(index, Draft.Lines.Count, OrderColumnNames.FieldOf(column)["lines.".Length..]), row.Index, position);
            }
        }

        for (var column = OrderColumn.ShipToName; row.HasShipTo && column <= OrderColumn.ShipToCountry; column++)
        {
            if (row.PositionOf(column) is >= 0 and var position)
            {
                mark(OriginalDraft.Line(index, Draft.Lines.Count, OrderColumnNames.FieldOf(column)), row.Index, position);
            }
        }

        // What all lines share becomes the order's: its place is the first row's.
        foreach (var column in Draft.Lines.Count == 0 ? OfFirstRow : [])
        {
            if (row.PositionOf(column) is >= 0 and var position)
            {
                mark(OriginalDraft.Head(index, OrderColumnNames.HeadFieldOf(column)), row.Index, position);
            }
        }
    }

    /// <summary>One day and one place for all lines are the order's; several stay with their lines.</summary>
    private void FinishDelivery()
    {
        for (var i = 0; i < Draft.Lines.Count; i++)
        {
            Draft.Lines[i].LineNo ??= Place.Text(i + 1);
        }

        if (Draft.Lines.Count == 0)
        {
            return;
        }

        var first = Draft.Lines[0];
        if (first.DeliveryDate is not null && Draft.Lines.TrueForAll(line => line.DeliveryDate == first.DeliveryDate))
        {
            Draft.Delivery.Date = first.DeliveryDate;
        }

        if (first.ShipTo?.Build() is { } place && Draft.Lines.TrueForAll(line => line.ShipTo?.Build() == place))
        {
            Draft.ShipTo = first.ShipTo;
            Draft.Lines.ForEach(line => line.ShipTo = null);
        }
    }
}
