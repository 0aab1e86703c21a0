using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Edifact;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>Reads one DESADV (D.96A, D.01B and their neighbours), segment by segment, into a draft: what a CPS says of packages holds for the lines below it.</summary>
internal sealed partial class DesadvMessage(ProblemLog log)
{
    private const string Cancellation = "1";
    private const int MostDescribed = 1000;

    private readonly DespatchDraft _draft = new(log);
    private readonly Dictionary<string, string> _unitOfSequence = new(StringComparer.Ordinal);
    private readonly List<UnitDraft> _units = [];
    private PieceDraft? _piece;
    private PartyDraft? _party;
    private LogisticUnit _kind;
    private string? _sequence;
    private string? _on;
    private string? _order;
    private decimal? _weight;
    private bool _isPacking;
    private bool _isCancelled;

    public DespatchAdvice? Build()
    {
        EndLine();

        if (_isCancelled)
        {
            log.Error("despatch-cancelled", null, _draft.Number ?? "—");
            return null;
        }

        return _draft.Build();
    }

    public void Take(ref SegmentCursor segment)
    {
        switch (segment.Tag)
        {
            case "BGM": (_draft.Number, _isCancelled) = (segment.Text(2), segment[3, 0] is Cancellation); break;
            case "DTM": ReadDate(ref segment); break;
            case "RFF": ReadReference(ref segment); break;
            case "NAD": ReadParty(ref segment); break;
            case "CTA" or "COM": ReadContact(ref segment); break;
            case "TDT": _party = null; ReadTransport(ref segment); break;
            case "CPS": StartSequence(ref segment); break;
            case "PAC": (_kind, _weight) = (UnitDraft.KindOf(segment[3, 0]), null); break;
            case "MEA": ReadWeight(ref segment); break;
            case "GIN": ReadNumbers(ref segment); break;
            case "LIN": StartLine(ref segment); break;
            case "PIA": ReadCodes(ref segment); break;
            case "IMD": Describe(segment.Joined(3, 3, 4) ?? segment.Text(3)); break;
            case "QTY": ReadQuantity(ref segment); break;
            case "QVR": ReadVariance(ref segment); break;
            case "FTX": ReadText(ref segment); break;
        }
    }

    private void StartSequence(ref SegmentCursor segment)
    {
        EndLine();
        _units.Clear();
        (_isPacking, _sequence, _weight, _party) = (true, segment.Text(1), null, null);
        _on = segment.Text(2) is { } parent ? _unitOfSequence.GetValueOrDefault(parent) : null;
    }

    // A second PAC in the same sequence says what the unit is made of; only a number makes a unit.
    private void ReadNumbers(ref SegmentCursor segment)
    {
        if (!_isPacking || _piece is not null)
        {
            return;
        }

        for (var element = 2; segment.Has(element, 0); element++)
        {
            if (segment.Text(element) is { } number)
            {
                var unit = _draft.Unit(number);
                (unit.Kind, unit.WeightKg, unit.On) = (_kind, unit.WeightKg ?? _weight, unit.On ?? _on);
                _units.Add(unit);

                if (_sequence is not null)
                {
                    _unitOfSequence.TryAdd(_sequence, number);
                }
            }
        }
    }

    private void ReadWeight(ref SegmentCursor segment)
    {
        if (_isPacking && _piece is null && segment[2, 0] is "AAB" or "AAD" or "G" or "WT" or "AAC" && segment[3, 0] is "KGM" && Numbers.TryParse(segment[3, 1], out var weight))
        {
            _weight = weight;

            // Some senders weigh a unit after they have named it.
            foreach (var unit in _units)
            {
                unit.WeightKg ??= weight;
            }
        }
    }

    private void StartLine(ref SegmentCursor segment)
    {
        EndLine();
        _piece = new() { Reference = _isOneOrder ? _headOrder : null };
        (_order, _party) = (null, null);
        Take(segment.Text(3), segment[3, 1]);
    }

    private void ReadCodes(ref SegmentCursor segment)
    {
        for (var element = 2; _piece is not null && segment.Has(element, 0); element++)
        {
            Take(segment.Text(element), segment[element, 1]);
        }
    }

    /// <summary>7143: IN and BP are the buyer's; SA and VP the supplier's; EN, UP and SRV are GTINs, as is what looks like one and says nothing.</summary>
    private void Take(string? code, ReadOnlySpan<char> type)
    {
        if (code is null)
        {
            return;
        }

        switch (type)
        {
            case "IN" or "BP": _piece!.BuyerCode ??= code; break;
            case "SA" or "VP": _piece!.SupplierCode ??= code; break;
            case "EN" or "UP" or "SRV" or "EAN": _piece!.Gtin ??= code; break;
            case "" when Gs1.LooksLikeGtin(code): _piece!.Gtin ??= code; break;
            case "": _piece!.SupplierCode ??= code; break;
        }
    }

    private void Describe(string? text)
    {
        // Longer than anything that is read: a message of nothing but descriptions costs no more than its bytes.
        if (_piece is { Description: null or { Length: < MostDescribed } } && text is not null)
        {
            _piece.Description = _piece.Description is null ? text : $"{_piece.Description} {text}";
        }
    }

    private void ReadQuantity(ref SegmentCursor segment)
    {
        if (_piece is null || segment[1, 0] is not ("12" or "46" or "21"))
        {
            return;
        }

        if (!Numbers.TryParse(segment[1, 1], out var quantity))
        {
            log.Error("number-invalid", Place.Segment(segment.Number, segment.Tag), segment.Text(1, 1) ?? "—");
            return;
        }

        if (segment[1, 0] is "21")
        {
            _piece.Ordered = quantity;
        }
        else
        {
            (_piece.Quantity, _piece.Unit) = (quantity, segment.Text(1, 2) ?? _piece.Unit);
        }
    }

    /// <summary>QVR: less than ordered by so much; 4221 BP, the rest follows; CP, it does not; nothing said, it is open.</summary>
    private void ReadVariance(ref SegmentCursor segment)
    {
        if (_piece is not null && Numbers.TryParse(segment[1, 0], out var variance) && variance < 0)
        {
            _piece.Outstanding = -variance;
            _piece.BackOrder = segment[2, 0] switch { "BP" => BackOrderPolicy.Keep, "CP" => BackOrderPolicy.Cancel, _ => BackOrderPolicy.Ask };
        }
    }

    // In several units at once nobody knows how much is in each.
    private void EndLine()
    {
        if (_piece is null)
        {
            return;
        }

        if (_units is [var only])
        {
            _piece.In.Add((only.Number, _piece.Quantity ?? 0));
        }

        _draft.Pieces.Add(_piece);
        _piece = null;
    }
}
