using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Edifact;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>What concerns the whole delivery: dates, orders, parties, the carrier, free text.</summary>
internal sealed partial class DesadvMessage
{
    private string? _headOrder;
    private bool _isOneOrder;
    private int _arrivalRank = int.MaxValue;
    private int _trackingRank = int.MaxValue;

    private void ReadDate(ref SegmentCursor segment)
    {
        var qualifier = segment[1, 0];

        if (EdifactDate.Parse(segment[1, 1], segment[1, 2]) is not { } date)
        {
            if (segment.Text(1, 1) is { } text)
            {
                log.Warning("date-invalid", Place.Segment(segment.Number, segment.Tag), text);
            }

            return;
        }

        switch (qualifier)
        {
            case "171" when (_piece is null ? _headOrder : _order) is { } reference: _draft.Know(reference, orderedOn: date.First); break;
            case "137" when _piece is null: _draft.IssuedAt = Instant(segment[1, 1], date.First); break;
            case "11" when _piece is null: _draft.ShipOn ??= date.First; break;
            case "17" when _piece is null: Arrive(0, date.Last); break;
            case "191" when _piece is null: Arrive(1, date.Last); break;
            case "132" when _piece is null: Arrive(2, date.Last); break;
            case "35" when _piece is null: Arrive(3, date.Last); break;
        }
    }

    // The expected arrival under the name that says it best.
    private void Arrive(int rank, DateOnly day)
    {
        if (rank < _arrivalRank)
        {
            (_arrivalRank, _draft.ArriveOn) = (rank, day);
        }
    }

    // An hour of the sender's, whose zone the message does not know.
    private static DateTimeOffset Instant(ReadOnlySpan<char> text, DateOnly day) => new(
        day,
        text.Length >= 12 && TimeOnly.TryParseExact(text[8..12], "HHmm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time) ? time : TimeOnly.MinValue,
        TimeSpan.Zero);

    private void ReadReference(ref SegmentCursor segment)
    {
        if (segment.Text(1, 1) is not { } number)
        {
            return;
        }

        switch (segment[1, 0])
        {
            case "ON" when _piece is not null:
                (_order, _piece.Reference, _piece.LineNo) = (number, number, segment.Text(1, 2) ?? _piece.LineNo);
                _draft.Know(number);
                break;
            case "ON":
                (_headOrder, _isOneOrder) = (number, _headOrder is null);
                _draft.Know(number);
                break;
            case "LI" when _piece is not null: _piece.LineNo = number; break;
            case "VN" when (_piece is null ? _headOrder : _order) is { } reference: _draft.Know(reference, number); break;
            case "VA" when _party is not null: _party.VatId = number; break;
            case "CN" when _piece is null: Track(0, number); break;
            case "AAS" when _piece is null: Track(1, number); break;
            case "BM" when _piece is null: Track(2, number); break;
        }
    }

    private void Track(int rank, string number)
    {
        if (rank < _trackingRank)
        {
            (_trackingRank, _draft.TrackingNumber) = (rank, number);
        }
    }

    private void ReadParty(ref SegmentCursor segment)
    {
        _party = _piece is null ? ReadAddress(ref segment) : null;

        switch (segment[1, 0])
        {
            case "SU" or "SE" or "SF" when _party is not null && (_draft.Supplier is null || segment[1, 0] is "SU"): _draft.Supplier = _party; break;
            case "BY" or "OB" when _party is not null && (_draft.Buyer is null || segment[1, 0] is "BY"): _draft.Buyer = _party; break;
            case "DP" or "ST" or "CN" or "UD" when _party is not null && (_draft.ShipTo is null || segment[1, 0] is "DP"): _draft.ShipTo = _party; break;
            case "CA" or "FW" when _party is not null: _draft.Carrier ??= _party.Name ?? _party.Id; break;
        }
    }

    private static PartyDraft ReadAddress(ref SegmentCursor segment)
    {
        var party = new PartyDraft
        {
            Id = segment.Text(2),
            Name = segment.Joined(4, 0, 4) ?? segment.Text(3),
            Address = new(segment.Joined(5, 0, 3), segment.Text(8), segment.Text(6), segment.Text(9)),
        };

        if (party.Id is { } id && Gs1.LooksLikeGln(id) && (segment[2, 2] is "9" || (segment[2, 2].IsEmpty && Gs1.HasValidCheckDigit(id))))
        {
            party.Gln = id;
        }

        return party;
    }

    private void ReadContact(ref SegmentCursor segment)
    {
        if (_party is null)
        {
            return;
        }

        if (segment.Tag is "CTA")
        {
            _party.Contact = _party.Contact with { Name = segment.Text(2, 1) ?? segment.Text(2) };
            return;
        }

        _party.Contact = segment[1, 1] switch
        {
            "TE" => _party.Contact with { Phone = segment.Text(1) },
            "EM" => _party.Contact with { Email = segment.Text(1) },
            _ => _party.Contact,
        };
    }

    private void ReadTransport(ref SegmentCursor segment)
    {
        _draft.Carrier = segment.Text(5, 3) ?? segment.Text(5) ?? _draft.Carrier;
        _draft.TrackingNumber ??= segment.Text(2);
    }

    private void ReadText(ref SegmentCursor segment)
    {
        if (segment[1, 0] is "TRA" && _piece is null)
        {
            // An address is cut anywhere, and has no blanks.
            _draft.TrackingLink = segment.Joined(4, 0, 4)?.Replace(" ", "", StringComparison.Ordinal);
            return;
        }

        if (segment.Joined(4, 0, 4) is { } text)
        {
            (_piece?.Notes ?? _draft.Notes).Add(text);
            _draft.Language ??= segment.Text(5)?.ToLowerInvariant();
        }
    }
}
