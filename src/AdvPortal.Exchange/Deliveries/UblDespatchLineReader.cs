using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Xml;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>Reads the lines of a UBL DespatchAdvice (<c>cac:DespatchLine</c>).</summary>
internal sealed partial class UblDespatchLineReader(XmlContext context, DespatchDraft draft)
{
    private static readonly string[] _languages = ["fr", "en"];

    private readonly XmlCursor _xml = context.Xml;
    private readonly Dictionary<string, PieceDraft> _pieces = new(StringComparer.Ordinal);

    public void Read()
    {
        var piece = new PieceDraft();
        var (id, reasons, units) = ((string?)null, new List<string>(), new List<string>());
        var (outstanding, backOrder) = ((decimal?)null, (decimal?)null);
        var properties = new Dictionary<string, decimal>(StringComparer.Ordinal);

        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "ID": id = _xml.Text(); break;
                case "Note": AddNotes(piece); break;
                case "DeliveredQuantity":
                    piece.Unit = _xml.Attribute("unitCode");
                    piece.Quantity = context.Number();
                    break;
                case "OutstandingQuantity": outstanding = context.Number(); break;
                case "BackorderQuantity": backOrder = context.Number(); break;
                case "OutstandingReason" or "BackorderReason": AddReason(reasons); break;
                case "OrderLineReference": ReadOrderLine(piece); break;
                case "Item": ReadItem(piece, properties); break;
                case "Shipment": ReadUnits(units); break;
            }
        }

        Settle(piece, outstanding ?? backOrder, properties);
        // Our own sentence says what the quantity says already.
        piece.Notes.AddRange(reasons.Except(OwnReasons(piece), StringComparer.Ordinal));

        if (units is [var only])
        {
            piece.In.Add((only, piece.Quantity ?? 0));
        }

        if (id is not null)
        {
            _pieces.TryAdd(id, piece);
        }

        draft.Pieces.Add(piece);
    }

    private void ReadOrderLine(PieceDraft piece)
    {
        var (order, number) = ((string?)null, (string?)null);

        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "LineID": piece.LineNo = _xml.Text() is { } line and not UblDespatchNames.None ? line : piece.LineNo; break;
                case "OrderReference":
                    for (var reference = _xml.Enter(); _xml.Next(reference);)
                    {
                        order = _xml.Name == "ID" ? _xml.Text() : order;
                        number = _xml.Name == "SalesOrderID" ? _xml.Text() : number;
                    }

                    break;
            }
        }

        if (order is not null)
        {
            piece.Reference = order;
            draft.Know(order, number);
        }
    }

    private void ReadItem(PieceDraft piece, Dictionary<string, decimal> properties)
    {
        string? description = null;

        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            switch (_xml.Name)
            {
                case "Description": description = _xml.Text(); break;
                case "Name": piece.Description = _xml.Text(); break;
                case "BuyersItemIdentification": piece.BuyerCode = context.Inner("ID"); break;
                case "SellersItemIdentification": piece.SupplierCode = context.Inner("ID"); break;
                case "StandardItemIdentification": piece.Gtin = context.Inner("ID") is { } id && Gs1.LooksLikeGtin(id) ? id : null; break;
                case "AdditionalItemProperty": ReadProperty(properties); break;
            }
        }

        piece.Description ??= description;
    }

    private void ReadProperty(Dictionary<string, decimal> properties)
    {
        var (name, value) = ((string?)null, (string?)null);

        for (var depth = _xml.Enter(); _xml.Next(depth);)
        {
            name = _xml.Name == "Name" ? _xml.Text() : name;
            value = _xml.Name == "Value" ? _xml.Text() : value;
        }

        if (name is not null && Numbers.TryParseXml(value, out var number))
        {
            properties.TryAdd(name, number);
        }
    }

    private static void Settle(PieceDraft piece, decimal? outstanding, Dictionary<string, decimal> properties)
    {
        var isCancelled = properties.TryGetValue(UblDespatchNames.Cancelled, out var cancelled) && cancelled > 0;
        piece.Ordered = properties.TryGetValue(UblDespatchNames.Ordered, out var ordered) ? ordered : null;
        piece.Outstanding = isCancelled ? cancelled : outstanding ?? 0;
        piece.BackOrder = isCancelled ? BackOrderPolicy.Cancel : properties.GetValueOrDefault(UblDespatchNames.Undecided) > 0 ? BackOrderPolicy.Ask : BackOrderPolicy.Keep;
    }

    private static IEnumerable<string> OwnReasons(PieceDraft piece)
    {
        var line = new DespatchLine { Position = 1, Description = "", Quantity = 0, Unit = piece.Unit ?? "", OutstandingQuantity = piece.Outstanding, BackOrder = piece.BackOrder };

        return _languages.Select(language => DespatchWords.Rest(line, DocumentTexts.In(language))).OfType<string>();
    }

    private void AddNotes(PieceDraft piece)
    {
        var language = _xml.Attribute("languageID");

        if (_xml.Text() is { } text)
        {
            draft.Language ??= language;
            piece.Notes.AddRange(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private void AddReason(List<string> reasons)
    {
        if (_xml.Text() is { } reason)
        {
            reasons.Add(reason);
        }
    }
}
