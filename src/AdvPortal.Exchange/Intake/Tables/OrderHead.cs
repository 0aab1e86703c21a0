using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>What a file says of an order as a whole, beside its lines: labels with their values on a sheet, a page or in a message.</summary>
internal sealed class OrderHead(ReadingGuide? guide)
{
    /// <summary>A page has no more labels; what has is no form.</summary>
    private const int MostLabels = 100;

    /// <summary>After every label whose own words say what it is.</summary>
    private const int MeantRank = 1000;

    private readonly Entry?[] _values = new Entry?[OrderColumnNames.Count];
    private readonly List<LayoutPlace> _labels = [];
    private readonly List<Entry> _notes = [];
    private Entry? _letterhead;

    /// <summary>The labels are English, so that 05/06/2026 may be meant the American way under any of them.</summary>
    public bool IsEnglish { get; set; }

    /// <summary>What an order's head says of itself, once the order is there.</summary>
    public string? this[OrderColumn column] => _values[(int)column]?.Value;

    /// <summary>The labels that were seen, known or not, and what they were taken for.</summary>
    public IReadOnlyList<LayoutPlace> Labels => _labels;

    /// <summary>What a label stands for, by the guide first; null when it is none of ours or is to be left alone.</summary>
    public OrderColumn? Find(string label) =>
        guide is not null && OrderLayout.Said(guide.Labels, label) is { } said ? OrderColumnNames.ColumnOf(said)
        : OrderColumnNames.Find(label) is var (column, _) && IsOfHead(column) ? column
        : null;

    /// <summary>True for a label that a person said to leave alone.</summary>
    public bool IsIgnored(string label) => guide is not null && OrderLayout.Said(guide.Labels, label) is { } said && OrderColumnNames.ColumnOf(said) is null;

    /// <summary>Takes what stands by a label: « Commande n° » and « 4500187342 ». Several lines of a value are parted by <c>\n</c>.</summary>
    /// <param name="found">Called with each place in the reading that the value goes to; null when nobody looks.</param>
    /// <param name="meant">What the label stands for where its own words do not say: it has its place, or other labels beside it.</param>
    /// <returns>False when nobody knows the label: it is offered to be mapped.</returns>
    public bool Take(string label, string value, Action<string>? found = null, OrderColumn? meant = null)
    {
        (label, value) = (label.Trim().TrimEnd(':', ' ', '\u00A0', '\u202F'), value.Trim());
        if (label.Length is 0 or > OrderColumnNames.LongestName)
        {
            return false;
        }

        if (guide is not null && OrderLayout.Said(guide.Labels, label) is { } said)
        {
            Remember(label, said.Length == 0 ? null : said, isGuided: true);
            if (OrderColumnNames.ColumnOf(said) is { } column)
            {
                Set(column, new(value, label, -1, found));
            }

            return true;
        }

        if ((meant is { } placed ? (placed, MeantRank) : OrderColumnNames.Find(label)) is not var (known, rank) || !IsOfHead(known))
        {
            Remember(label, null, isGuided: false);
            return false;
        }

        Remember(label, OrderColumnNames.HeadFieldOf(known), isGuided: false);
        Set(known, new(value, label, rank, found));
        return true;
    }

    /// <summary>Takes a value whose label is a word of a title: « … du 23/11/2026 ».</summary>
    public void TakeAs(OrderColumn column, string value, Action<string>? found = null) => Set(column, new(value, "", int.MaxValue, found));

    /// <summary>The name above everything else: whoever wrote the order, unless a label names the buyer.</summary>
    public void TakeLetterhead(string name, Action<string>? found = null) => _letterhead ??= new(name.Trim(), "", 0, found);

    /// <summary>Another head with what this one has and the other has not.</summary>
    public void TakeMissing(OrderHead other)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] ??= other._values[i];
        }

        _notes.AddRange(other._notes);
        _letterhead ??= other._letterhead;
        foreach (var label in other._labels)
        {
            Remember(label.Text, label.Field, label.IsGuided);
        }
    }

    /// <summary>Notes the dates, so that they tell the style of the file before any is settled.</summary>
    /// <param name="rows">What the rows of the table say of the order; they come before the labels.</param>
    /// <param name="index">The order's place in the reading.</param>
    public void ReadDates(OrderDraft draft, Func<OrderColumn, string?> rows, CellStyle style, int index)
    {
        if (rows(OrderColumn.IssueDate) is { } issued)
        {
            draft.HasUnreadableIssueDate = true;
            style.ReadDate(issued, Place.Order(draft.OrderNumber ?? this[OrderColumn.OrderNumber] ?? "—"), mayBeMonthFirst: true, day => (draft.IssueDate, draft.HasUnreadableIssueDate) = (day, false));
        }
        else if (_values[(int)OrderColumn.IssueDate] is { } entry)
        {
            draft.HasUnreadableIssueDate = true;
            style.ReadDate(entry.Value, Place.Order(draft.OrderNumber ?? this[OrderColumn.OrderNumber] ?? "—"), IsEnglish || OrderRow.IsEnglishDate(entry.Label), day => (draft.IssueDate, draft.HasUnreadableIssueDate) = (day, false));
            entry.Found?.Invoke(OriginalDraft.Head(index, "issueDate"));
        }

        if (_values[(int)OrderColumn.RequestedDate] is { } wanted && draft.Lines.TrueForAll(line => line is { DeliveryDate: null, DeliveryStart: null }))
        {
            if (CellDate.TryWeek(wanted.Value, out var monday))
            {
                (draft.Delivery.Start, draft.Delivery.End) = (monday, monday.AddDays(6));
                wanted.Found?.Invoke(OriginalDraft.Head(index, "requestedDelivery"));
                return;
            }

            style.ReadDate(wanted.Value, Place.Order(draft.OrderNumber ?? this[OrderColumn.OrderNumber] ?? "—"), IsEnglish || OrderRow.IsEnglishDate(wanted.Label), day => draft.Delivery.Date = day);
            wanted.Found?.Invoke(OriginalDraft.Head(index, "requestedDelivery"));
        }
    }

    /// <summary>Gives the order what its rows, or the labels beside the table, say of it as a whole; dates are read apart.</summary>
    public void Fill(OrderDraft draft, Func<OrderColumn, string?> rows, ProblemLog log, int index)
    {
        string? Of(OrderColumn column)
        {
            if (rows(column) is { } inRows)
            {
                return inRows;
            }

            _values[(int)column]?.Found?.Invoke(OriginalDraft.Head(index, OrderColumnNames.HeadFieldOf(column)));
            return this[column];
        }

        draft.OrderNumber ??= Of(OrderColumn.OrderNumber);
        draft.Currency = Of(OrderColumn.Currency);
        draft.ContractReference = Of(OrderColumn.Contract);
        draft.Supplier ??= Of(OrderColumn.SupplierName) is { } supplier ? Block(supplier) : null;
        var buyer = FillBuyer(Of, draft.Supplier?.Name, log, index);
        draft.Buyer = buyer.IsEmpty ? null : buyer;
        draft.ShipTo ??= draft.Lines.Exists(line => line.ShipTo is not null) ? null : ReadShipTo(Of);
        foreach (var note in _notes)
        {
            draft.Notes.Add(note.Value);
            note.Found?.Invoke(OriginalDraft.Head(index, "notes"));
        }
    }

    private PartyDraft FillBuyer(Func<OrderColumn, string?> of, string? supplier, ProblemLog log, int index)
    {
        var (name, contact) = (of(OrderColumn.BuyerName), of(OrderColumn.BuyerContact));
        var label = _values[(int)OrderColumn.BuyerName]?.Label ?? "";
        if (_letterhead is { } letterhead && !letterhead.Value.Equals(supplier, StringComparison.OrdinalIgnoreCase)
            && (name is null || (OrderColumnNames.Normalise(label) is "buyer" or "acheteur" or "besteller" or "commande_par" or "ordered_by" && contact is null)))
        {
            // Under a company's name, the buyer is the person who buys for it.
            (name, contact) = (letterhead.Value, contact ?? name);
            log.Info("buyer-from-letterhead", null, letterhead.Value);
            letterhead.Found?.Invoke(OriginalDraft.Head(index, "buyer.name"));
        }

        var gln = of(OrderColumn.BuyerGln);
        var party = name is null ? new() : Block(name);
        (party.Id, party.VatId, party.Gln) = (of(OrderColumn.BuyerId), of(OrderColumn.BuyerVat), gln is not null && Gs1.LooksLikeGln(gln) ? gln : null);
        party.Contact = new(contact, of(OrderColumn.BuyerPhone), of(OrderColumn.BuyerEmail));
        party.Id ??= party.Gln is null ? gln : null;
        return party;
    }

    private static PartyDraft? ReadShipTo(Func<OrderColumn, string?> of)
    {
        var (name, gln, street) = (of(OrderColumn.ShipToName), of(OrderColumn.ShipToGln), of(OrderColumn.ShipToStreet));
        var party = name is null ? new() : Block(name);
        if (name is not null && IsCode(name))
        {
            (party.Id, party.Name) = (name, null);
        }

        party.Gln = gln is not null && Gs1.LooksLikeGln(gln) ? gln : null;
        party.Id ??= gln;
        if (street is not null)
        {
            // An address that stands as a block starts with whom it is for.
            var block = street.Contains('\n', StringComparison.Ordinal) ? Block(street) : new() { Address = new(street) };
            party.Name ??= block.Name;
            party.Address = block.Address;
        }

        party.Address = party.Address with
        {
            Additional = of(OrderColumn.ShipToAdditional),
            Postcode = of(OrderColumn.ShipToPostcode) ?? party.Address.Postcode,
            City = of(OrderColumn.ShipToCity) ?? party.Address.City,
            Region = of(OrderColumn.ShipToRegion),
            Country = of(OrderColumn.ShipToCountry) ?? party.Address.Country,
        };
        return party.IsEmpty ? null : party;
    }

    /// <summary>A site's code in one word: <c>GLFP-GRR-MAIN</c>.</summary>
    private static bool IsCode(string text) =>
        text.Length <= 30 && !text.Any(c => char.IsLower(c) || char.IsWhiteSpace(c)) && text.Any(c => char.IsAsciiDigit(c) || c is '-' or '_');

    private static PartyDraft Block(string text) => AddressBlock.Read(text);

    private static bool IsOfHead(OrderColumn column) => column is < OrderColumn.LineNo or OrderColumn.Note;

    private void Set(OrderColumn column, Entry entry)
    {
        if (entry.Value.Length == 0)
        {
            return;
        }

        if (column == OrderColumn.Note)
        {
            _notes.Add(entry);
        }
        else if (_values[(int)column] is not { } present || entry.Rank < present.Rank)
        {
            _values[(int)column] = entry;
        }
    }

    private void Remember(string label, string? field, bool isGuided)
    {
        if (_labels.Count < MostLabels && !_labels.Exists(present => present.Text.Equals(label, StringComparison.OrdinalIgnoreCase)))
        {
            _labels.Add(new(label, field, isGuided));
        }
    }

    private sealed record Entry(string Value, string Label, int Rank, Action<string>? Found);
}
