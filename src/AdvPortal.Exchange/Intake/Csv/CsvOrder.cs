using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Csv;

/// <summary>One order gathered from the rows that carry its number; what speaks of the order is taken once and must not change.</summary>
internal sealed class CsvOrder(string key)
{
    private readonly string?[] _header = new string?[(int)OrderColumn.LineNo];

    public string Key => key;

    public OrderDraft Draft { get; } = new() { OrderNumber = key.Length == 0 ? null : key };

    public void Take(CsvRow row, ProblemLog log)
    {
        foreach (var column in row.HeaderColumns)
        {
            ref var present = ref _header[(int)column];
            var value = row.Text(column, present);
            if (present is null)
            {
                present = value;
            }
            else if (value is not null && !ReferenceEquals(value, present))
            {
                log.Warning("values-differ", Place.Row(row.Number), present, value);
            }
        }

        Draft.Lines.Add(ReadLine(row, Draft.Lines.Count > 0 ? Draft.Lines[^1].Unit : null));
    }

    /// <summary>Gives the order what its rows, or the lines above the table, say of it as a whole.</summary>
    public void Finish(IReadOnlyDictionary<OrderColumn, string> preamble, ProblemLog log)
    {
        string? Of(OrderColumn column) => _header[(int)column] ?? preamble.GetValueOrDefault(column);

        Draft.OrderNumber ??= Of(OrderColumn.OrderNumber);
        Draft.Currency = Of(OrderColumn.Currency);
        Draft.ContractReference = Of(OrderColumn.Contract);
        if (Of(OrderColumn.IssueDate) is { } issued)
        {
            Draft.IssueDate = CsvRow.Date(issued, Place.Order(Draft.OrderNumber ?? "—"), "order_date", log);
            Draft.HasUnreadableIssueDate = Draft.IssueDate is null;
        }

        var gln = Of(OrderColumn.BuyerGln);
        var buyer = new PartyDraft { Id = Of(OrderColumn.BuyerId), Name = Of(OrderColumn.BuyerName), VatId = Of(OrderColumn.BuyerVat), Gln = gln is not null && Gs1.LooksLikeGln(gln) ? gln : null };
        buyer.Contact = buyer.Contact with { Email = Of(OrderColumn.BuyerEmail) };
        buyer.Id ??= buyer.Gln is null ? gln : null;
        Draft.Buyer = buyer.IsEmpty ? null : buyer;
        Draft.Supplier = Of(OrderColumn.SupplierName) is { } supplier ? new() { Name = supplier } : null;
        FinishDelivery(preamble, log);
    }

    private static LineDraft ReadLine(CsvRow row, string? usualUnit)
    {
        var line = new LineDraft
        {
            LineNo = row.Text(OrderColumn.LineNo),
            BuyerCode = row.Text(OrderColumn.BuyerCode),
            SupplierCode = row.Text(OrderColumn.SupplierCode),
            Gtin = row.Text(OrderColumn.Gtin),
            Description = row.Text(OrderColumn.Description),
            Unit = row.Text(OrderColumn.Unit, usualUnit),
            DeliveryDate = row.Date(OrderColumn.RequestedDate),
            ShipTo = row.HasShipTo ? ReadShipTo(row) : null,
        };
        row.ReadNumber(OrderColumn.Quantity, line, static (draft, number) => draft.Quantity = number);
        row.ReadNumber(OrderColumn.NetPrice, line, static (draft, number) => draft.NetPrice = number);
        row.ReadNumber(OrderColumn.PriceBase, line, static (draft, number) => draft.PriceBaseQuantity = number);
        row.ReadNumber(OrderColumn.LineAmount, line, static (draft, number) => draft.LineAmount = number);
        if (row.Text(OrderColumn.Note) is { } note)
        {
            line.AddNote(note);
        }

        return line;
    }

    private static PartyDraft? ReadShipTo(CsvRow row)
    {
        var gln = row.Text(OrderColumn.ShipToGln);
        var party = new PartyDraft
        {
            Name = row.Text(OrderColumn.ShipToName),
            Gln = gln is not null && Gs1.LooksLikeGln(gln) ? gln : null,
            Id = gln,
            Address = new(row.Text(OrderColumn.ShipToStreet), row.Text(OrderColumn.ShipToPostcode), row.Text(OrderColumn.ShipToCity), row.Text(OrderColumn.ShipToCountry)),
        };
        return party.IsEmpty ? null : party;
    }

    /// <summary>One day and one place for all lines are the order's; several stay with their lines.</summary>
    private void FinishDelivery(IReadOnlyDictionary<OrderColumn, string> preamble, ProblemLog log)
    {
        for (var i = 0; i < Draft.Lines.Count; i++)
        {
            Draft.Lines[i].LineNo ??= Place.Text(i + 1);
        }

        var first = Draft.Lines[0];
        if (Draft.Lines.TrueForAll(line => line.DeliveryDate == first.DeliveryDate))
        {
            Draft.Delivery.Date = first.DeliveryDate;
        }

        if (first.DeliveryDate is null && preamble.TryGetValue(OrderColumn.RequestedDate, out var wanted))
        {
            Draft.Delivery.Date = CsvRow.Date(wanted, Place.Order(Draft.OrderNumber ?? "—"), "", log);
        }

        if (first.ShipTo?.Build() is { } place && Draft.Lines.TrueForAll(line => line.ShipTo?.Build() == place))
        {
            Draft.ShipTo = first.ShipTo;
            Draft.Lines.ForEach(line => line.ShipTo = null);
        }
        else if (first.ShipTo is null && preamble.TryGetValue(OrderColumn.ShipToName, out var name))
        {
            Draft.ShipTo = new() { Name = name };
        }
    }
}
