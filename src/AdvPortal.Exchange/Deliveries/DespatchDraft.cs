using System.Globalization;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>A delivery while its message is being read: pieces of lines as they come, unit by unit.</summary>
internal sealed class DespatchDraft(ProblemLog log)
{
    private const string Piece = "PCE";
    private const int SsccLength = 18;

    private readonly List<string> _references = [];
    private readonly Dictionary<string, UnitDraft> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DespatchedOrder> _orders = new(StringComparer.Ordinal);

    public string? Number { get; set; }
    public DateTimeOffset? IssuedAt { get; set; }
    public DateOnly? ShipOn { get; set; }
    public DateOnly? ArriveOn { get; set; }
    public string? Language { get; set; }
    public PartyDraft? Supplier { get; set; }
    public PartyDraft? Buyer { get; set; }
    public PartyDraft? ShipTo { get; set; }
    public string? Carrier { get; set; }
    public string? TrackingNumber { get; set; }
    public string? TrackingLink { get; set; }
    public List<string> Notes { get; } = [];
    public List<PieceDraft> Pieces { get; } = [];
    public List<UnitDraft> Units { get; } = [];

    /// <summary>What is known of an order, from wherever in the message it is told.</summary>
    public void Know(string reference, string? number = null, DateOnly? orderedOn = null)
    {
        if (!_orders.TryGetValue(reference, out var known))
        {
            known = new(reference);
            _references.Add(reference);
        }

        _orders[reference] = known with { Number = known.Number ?? number, OrderedOn = known.OrderedOn ?? orderedOn };
    }

    /// <summary>Our numbers of the orders, where they stand apart and in the same sequence.</summary>
    public void KnowNumbers(IReadOnlyList<string> numbers)
    {
        foreach (var (reference, number) in numbers.Count == _references.Count ? _references.Zip(numbers).ToList() : [])
        {
            Know(reference, number);
        }
    }

    /// <summary>The unit of that number, new or known.</summary>
    public UnitDraft Unit(string number)
    {
        if (_units.TryGetValue(number, out var known))
        {
            return known;
        }

        var unit = _units[number] = new(number);
        Units.Add(unit);

        return unit;
    }

    /// <returns>Null, and told why, when the number, the day or the lines are missing.</returns>
    public DespatchAdvice? Build()
    {
        var issuedAt = IssuedAt ?? (ShipOn is { } shipped ? new(shipped, TimeOnly.MinValue, TimeSpan.Zero) : null);
        Tell(Number is null, "despatch-number-missing");
        Tell(issuedAt is null, "despatch-day-missing");
        Tell(Pieces.Count == 0, "despatch-no-lines");

        foreach (var unit in Units.Where(unit => unit.Number.Length == SsccLength && unit.Number.All(char.IsAsciiDigit) && !Sscc.IsValid(unit.Number)))
        {
            log.Warning("despatch-sscc", null, unit.Number);
        }

        return Number is null || issuedAt is null || Pieces.Count == 0 ? null : Build(Number, issuedAt.Value);
    }

    private DespatchAdvice Build(string number, DateTimeOffset issuedAt)
    {
        var lines = Lines();
        var contents = lines
            .SelectMany(line => line.Pieces.SelectMany(piece => piece.In.Select(packed => (packed.Unit, line.Line.Position, packed.Quantity))))
            .Where(packed => packed.Quantity > 0)
            .ToLookup(packed => packed.Unit, StringComparer.Ordinal);
        var buyer = Party(Buyer ?? ShipTo);

        return new()
        {
            Number = number,
            IssuedAt = issuedAt,
            ShipOn = ShipOn,
            ArriveOn = ArriveOn,
            Language = Language ?? "en",
            Supplier = Party(Supplier),
            Buyer = buyer,
            ShipTo = Buyer is null || ShipTo is null ? null : Party(ShipTo),
            Carrier = Carrier,
            TrackingNumber = TrackingNumber,
            TrackingLink = TrackingLink,
            Notes = Notes,
            Lines = lines.ConvertAll(line => line.Line),
            Units = Units.ConvertAll(unit => new DespatchUnit
            {
                Number = unit.Number,
                Kind = unit.Kind,
                WeightKg = unit.WeightKg,
                On = unit.On,
                Contents = [.. contents[unit.Number].GroupBy(packed => packed.Position).Select(line => new PackedLine(line.Key, line.Sum(packed => packed.Quantity)))],
            }),
        };
    }

    // Pieces of one order line are one line; they stand in the sequence of the orders, and of the lines of each where these are numbers.
    private List<(DespatchLine Line, List<PieceDraft> Pieces)> Lines()
    {
        var groups = Pieces
            .Select((piece, index) => (Piece: piece, Index: index))
            .GroupBy(each => (each.Piece.Reference, each.Piece.LineNo, each.Piece.BuyerCode, each.Piece.SupplierCode, each.Piece.Gtin, each.Piece.Unit, Alone: each.Piece.LineNo is null ? each.Index : -1))
            .Select(group => group.Select(each => each.Piece).ToList())
            .ToList();
        var places = _references.Index().ToDictionary(each => each.Item, each => each.Index, StringComparer.Ordinal);
        var areNumbers = groups.TrueForAll(pieces => IsNumber(pieces[0].LineNo));
        groups =
        [
            .. groups
                .OrderBy(pieces => pieces[0].Reference is { } reference ? places[reference] : places.Count)
                .ThenBy(pieces => areNumbers ? decimal.Parse(pieces[0].LineNo!, CultureInfo.InvariantCulture) : 0),
        ];

        return [.. groups.Select((pieces, index) => (Line(pieces, index + 1), pieces))];
    }

    private DespatchLine Line(List<PieceDraft> pieces, int position)
    {
        var first = pieces[0];

        if (pieces.Exists(piece => piece.Quantity is null))
        {
            log.Error("despatch-quantity-missing", Place.Line(first.LineNo ?? Place.Text(position), null));
        }

        return new()
        {
            Position = position,
            Order = first.Reference is { } reference ? _orders[reference] : null,
            OrderLineNo = first.LineNo,
            BuyerCode = first.BuyerCode,
            SupplierCode = first.SupplierCode,
            Gtin = first.Gtin,
            Description = pieces.Select(piece => piece.Description).FirstOrDefault(text => text is not null) ?? "",
            Quantity = pieces.Sum(piece => piece.Quantity ?? 0),
            Unit = first.Unit ?? Piece,
            OrderedQuantity = pieces.Select(piece => piece.Ordered).FirstOrDefault(quantity => quantity is not null),
            OutstandingQuantity = pieces.Max(piece => piece.Outstanding),
            BackOrder = pieces.MaxBy(piece => piece.Outstanding)!.BackOrder,
            Notes = [.. pieces.SelectMany(piece => piece.Notes).Distinct(StringComparer.Ordinal)],
        };
    }

    private void Tell(bool isMissing, string code)
    {
        if (isMissing)
        {
            log.Error(code, null);
        }
    }

    private static bool IsNumber(string? text) => text is { Length: > 0 and < 20 } && text.All(char.IsAsciiDigit);

    private static AcknowledgementParty Party(PartyDraft? draft) => draft is null ? new("") : new(draft.Name ?? draft.Gln ?? draft.Id ?? "")
    {
        Gln = draft.Gln,
        VatId = draft.VatId,
        Address = draft.Address == PartyDraft.Nowhere ? null : new(Street(draft.Address), draft.Address.Postcode, draft.Address.City, draft.Address.Country),
        Contact = draft.Contact == PartyDraft.Nobody ? null : new(draft.Contact.Name ?? "", draft.Contact.Email, draft.Contact.Phone),
    };

    private static string? Street(Intake.PostalAddress address)
    {
        var parts = new[] { address.Street, address.BuildingNumber, address.Additional }.OfType<string>().ToList();

        return parts.Count == 0 ? null : string.Join(", ", parts);
    }
}

/// <summary>As much of a line as a message says in one place.</summary>
internal sealed class PieceDraft
{
    public string? Reference { get; set; }
    public string? LineNo { get; set; }
    public string? BuyerCode { get; set; }
    public string? SupplierCode { get; set; }
    public string? Gtin { get; set; }
    public string? Description { get; set; }
    public decimal? Quantity { get; set; }
    public string? Unit { get; set; }
    public decimal? Ordered { get; set; }
    public decimal Outstanding { get; set; }
    public BackOrderPolicy BackOrder { get; set; }
    public List<string> Notes { get; } = [];

    /// <summary>The units that hold it, and how much each.</summary>
    public List<(string Unit, decimal Quantity)> In { get; } = [];
}

/// <summary>A pallet or a parcel while its message is being read.</summary>
internal sealed class UnitDraft(string number)
{
    public string Number => number;
    public LogisticUnit Kind { get; set; }
    public decimal? WeightKg { get; set; }
    public string? On { get; set; }

    /// <summary>Pallets by their codes in UN/ECE Recommendation 21 (7065), in EANCOM (200 to 2xx), and by what senders write.</summary>
    public static LogisticUnit KindOf(ReadOnlySpan<char> code) =>
        code is "PX" or "XPX" or "PB" or "PAL" or "ZPF" or "PF" || (code.Length == 3 && code[0] == '2' && char.IsAsciiDigit(code[1]) && char.IsAsciiDigit(code[2]))
            ? LogisticUnit.Pallet
            : LogisticUnit.Parcel;
}
