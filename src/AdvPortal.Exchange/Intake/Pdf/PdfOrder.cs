using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>One order of a PDF on its way from the pages to the engine that reads tables.</summary>
/// <param name="parts">The part of the original of each page; empty when nobody looks.</param>
internal sealed class PdfOrder(PageSection section, ProblemLog log, OrderTables tables, OriginalDraft? original, IReadOnlyList<int> parts)
{
    private static readonly string[] References = ["reference", "ref", "notre_reference", "notre_ref", "our_reference", "our_ref", "document", "n_document", "n_piece", "n"];

    private static readonly string[] SiteCodes = ["ship_to_code", "ship_to_id", "ship_to_site", "delivery_code", "site_code", "code_site", "code_livraison", "code_lieu_livraison", "code_depot", "code_entrepot"];

    private readonly PageRows? _rows = section.Table is { } table ? new(table, tables.Guide, log) : null;
    private TableOrder? _order;
    private OrderDraft? _letter;

    /// <returns>Null when the file has more orders than are read.</returns>
    public TableOrder? Read()
    {
        var head = tables.NewHead();
        head.IsEnglish = !PageLanguage.IsFrench(section.Lines);
        ReadLabels(head);
        var known = tables.Orders.Count;
        if (_rows is not null)
        {
            tables.Read(_rows.Layout, head, [], new RowSource(_rows.Cells), original is null ? null : Mark);
        }
        else
        {
            log.Warning("pdf-no-table", null);
            _letter = PdfLetter.Read(section.Lines, log, tables.Guide);
        }

        _order = tables.Orders.Count > known ? tables.Orders[^1] : tables.OrderOf([], head, 0);
        if (_order is null)
        {
            return null;
        }

        _order.PriceCurrency = PageCurrency.Find(section, _order.PriceCurrency ?? _letter?.Currency, log);
        _order.Draft.Lines.AddRange(_letter?.Lines ?? []);
        PlaceParties(_order.Draft);
        ReadTotals(_order.Draft);
        return _order;
    }

    /// <summary>What can be said once numbers and labels are settled: the buyer of several places, the prices less their discounts.</summary>
    public void Complete()
    {
        var draft = _order!.Draft;
        var (buyer, name) = Buyer();
        if (buyer is not null)
        {
            buyer.Name = buyer.Name is null ? null : InUsualLetters(buyer.Name);
            draft.Buyer = Merged(buyer, draft.Buyer);
        }

        if (section.Head.Parties.TryGetValue(PartyRole.Invoicee, out var invoicee) && name != PartyRole.Invoicee)
        {
            draft.Invoicee = invoicee.Party;
        }

        if (draft.Delivery.Build() is null && _letter is { } letter)
        {
            (draft.Delivery.Date, draft.Delivery.Start, draft.Delivery.End) = (letter.Delivery.Date, letter.Delivery.Start, letter.Delivery.End);
        }

        draft.ShipTo ??= _letter?.ShipTo;
        _rows?.TakeDiscounts(draft, tables.Style, log);
    }

    private void ReadLabels(OrderHead head)
    {
        foreach (var label in section.Head.Labels)
        {
            if (label.Value.Length > 0 || label.Column is not null)
            {
                head.Take(label.Text, label.Value, Finder(label.Place), OrderColumnNames.Find(label.Text) is null && label.Column < OrderColumn.LineNo ? label.Column : null);
            }
        }

        foreach (var (role, text) in section.Head.PartyLabels)
        {
            if (section.Head.Parties[role].Party.Name is { } name)
            {
                head.Take(text, name, found: null, OrderColumnNames.Find(text) is null ? ColumnOf(role) : null);
            }
        }

        if (head[OrderColumn.OrderNumber] is null
            && section.Head.Labels.FirstOrDefault(label => References.Contains(OrderColumnNames.Normalise(label.Text)) && label.Value.Any(char.IsAsciiDigit) && !CellDate.TryParse(label.Value, out _)) is { } reference)
        {
            head.Take(reference.Text, reference.Value, Finder(reference.Place), OrderColumn.OrderNumber);
            log.Warning("order-number-from-reference", null, reference.Text, reference.Value);
        }
    }

    private static OrderColumn? ColumnOf(PartyRole role) => role switch
    {
        PartyRole.Supplier => OrderColumn.SupplierName,
        PartyRole.ShipTo => OrderColumn.ShipToName,
        PartyRole.Buyer => OrderColumn.BuyerName,
        _ => null,
    };

    private void PlaceParties(OrderDraft draft)
    {
        draft.Supplier = section.Head.Parties.GetValueOrDefault(PartyRole.Supplier)?.Party;
        draft.ShipTo = section.Head.Parties.GetValueOrDefault(PartyRole.ShipTo)?.Party;
        if (section.Head.Labels.FirstOrDefault(label => SiteCodes.Contains(OrderColumnNames.Normalise(label.Text)) && label.Value.Length is > 0 and <= 40) is { } code)
        {
            (draft.ShipTo ??= new()).Id ??= code.Value;
            Found(OriginalDraft.Head(Index, "shipTo.id"), code.Place.Page, code.Place.Box);
        }

        if (original is null)
        {
            return;
        }

        var (_, role) = Buyer();
        foreach (var (party, block) in section.Head.Parties)
        {
            Spots(party == role ? "buyer" : party switch { PartyRole.Supplier => "supplier", PartyRole.ShipTo => "shipTo", PartyRole.Buyer => "buyer", _ => "invoicee" }, block);
        }

        if (role == PartyRole.None && section.Head.Letterhead is { } letterhead)
        {
            Spots("buyer", letterhead);
        }
    }

    /// <summary>Who orders: the block that says so, else the letterhead, else who is invoiced. Under a letterhead, a buyer without an address is a person.</summary>
    private (PartyDraft? Party, PartyRole Role) Buyer()
    {
        var (parties, letterhead) = (section.Head.Parties, section.Head.Letterhead?.Party);
        if (parties.GetValueOrDefault(PartyRole.Buyer)?.Party is { } named)
        {
            var isPerson = letterhead?.Name is not null && named.Address == PartyDraft.Nowhere && named is { Gln: null, VatId: null } && !named.Name!.Equals(letterhead.Name, StringComparison.OrdinalIgnoreCase);
            return isPerson ? (Merged(letterhead!, new() { Contact = named.Contact with { Name = named.Contact.Name ?? named.Name } }), PartyRole.None) : (named, PartyRole.Buyer);
        }

        return letterhead?.Name is not null ? (letterhead, PartyRole.None)
            : parties.GetValueOrDefault(PartyRole.Invoicee)?.Party is { } invoicee ? (invoicee, PartyRole.Invoicee)
            : (letterhead, PartyRole.None);
    }

    /// <summary>A letterhead in capitals is spelled as the rest of the pages spell it.</summary>
    private string InUsualLetters(string name) =>
        name.Any(char.IsLower) ? name
        : section.Lines.Select(line => (line.Text, At: line.Text.IndexOf(name, StringComparison.OrdinalIgnoreCase)))
            .Where(found => found.At >= 0 && (found.At == 0 || !char.IsLetter(found.Text[found.At - 1])) && (found.At + name.Length == found.Text.Length || !char.IsLetter(found.Text[found.At + name.Length]))).Select(found => found.Text.Substring(found.At, name.Length)).FirstOrDefault(spelled => spelled.Any(char.IsLower)) ?? name;

    private static PartyDraft Merged(PartyDraft first, PartyDraft? second) => second is null ? first : new()
    {
        Name = first.Name ?? second.Name,
        Gln = first.Gln ?? second.Gln,
        VatId = first.VatId ?? second.VatId,
        Id = second.Id ?? first.Id,
        Address = first.Address == PartyDraft.Nowhere ? second.Address : first.Address,
        Contact = new(first.Contact.Name ?? second.Contact.Name, second.Contact.Phone is { Length: <= 25 } phone ? phone : first.Contact.Phone ?? second.Contact.Phone, second.Contact.Email ?? first.Contact.Email),
    };

    private void ReadTotals(OrderDraft draft)
    {
        var (net, gross) = PageTotal.Choose(section.Table?.Totals ?? []);
        Read(net, "totals.lineExtension", value => draft.LineExtension = value);
        Read(gross, "totals.payable", value => draft.Payable = value);

        void Read(PageTotal? total, string field, Action<decimal> set)
        {
            if (total is null)
            {
                return;
            }

            var kind = CellNumber.Read(total.Amount, tables.Style.Mark, out var value);
            set(value);
            if (tables.Style.Note(kind))
            {
                tables.Style.Defer(total.Amount, new("where-label", total.Label), set);
            }

            Found(OriginalDraft.Head(Index, field), total.Page, total.Box);
        }
    }

    private int Index => tables.Orders.Count - 1;

    private void Spots(string party, PartyBlock block)
    {
        foreach (var (value, phrase) in block.Spots)
        {
            Found(OriginalDraft.Head(Index, $"{party}.{value}"), phrase.Page, phrase.Box);
        }
    }

    private Action<string>? Finder(Phrase phrase) => original is null ? null : value => Found(value, phrase.Page, phrase.Box);

    private void Mark(string value, int row, int column)
    {
        if (_rows!.CellAt(row, column) is { } cell)
        {
            Found(value, cell.Page, cell.Box);
        }
    }

    private void Found(string value, int page, PageBox box)
    {
        if (page < parts.Count)
        {
            original?.Found(value, parts[page], box: new(Math.Round(box.X, 1), Math.Round(box.Y, 1), Math.Round(box.Width, 1), Math.Round(box.Height, 1)));
        }
    }
}
