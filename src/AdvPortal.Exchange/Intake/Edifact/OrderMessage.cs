using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>Reads one ORDERS or ORDCHG (D.96A, D.01B and their neighbours), segment by segment, into a draft.</summary>
/// <remarks>Groups are told from their trigger segments, so a missing or misplaced segment costs itself and not its message.</remarks>
internal sealed partial class OrderMessage(ProblemLog log, string messageType, bool isChange, EdifactSpots? spots)
{
    /// <summary>The name, until the message ends, of a currency that stands beside an amount.</summary>
    private const string AmountCurrency = "~currency";

    private readonly Unread _unread = new(log);
    private Group _group;
    private string? _function;
    private string? _orderReference;
    private string? _contract;
    private decimal? _declaredLines;
    private decimal? _declaredQuantity;
    private string? _amountCurrency;

    /// <summary>The segment group that the next segment belongs to.</summary>
    private enum Group
    {
        Header,
        Party,
        Line,
        Charge,
        Place,
        Other,
        Summary,
    }

    public OrderDraft Order { get; } = new() { MessageType = messageType };

    public bool IsChangeMessage => isChange;

    /// <summary>Where its values stand; null when nobody looks.</summary>
    public EdifactSpots? Spots => spots;

    /// <summary>What the message asks of an order sent before (1225: 1 cancel, 3 delete, 4 change); null when it is an order itself.</summary>
    public ChangeKind? Change => MessageFunction.ChangeOf(_function, isChange);

    /// <summary>The number of the order to change: RFF+ON, else the message's own number, which many senders repeat.</summary>
    public string? RefersTo => _orderReference ?? Order.OrderNumber;

    public void Take(ref SegmentCursor segment)
    {
        switch (segment.Tag)
        {
            case "BGM": ReadBeginning(ref segment); break;
            case "DTM": ReadDate(ref segment); break;
            case "RFF": ReadReference(ref segment); break;
            case "FTX": ReadNote(ref segment); break;
            case "NAD": Enter(Group.Party); ReadParty(ref segment); break;
            case "CTA" or "COM": ReadContact(ref segment); break;
            case "CUX": Enter(Group.Other); ReadCurrency(ref segment); break;
            case "ALC": Enter(Group.Charge); StartCharge(ref segment); break;
            case "PCD": ReadPercentage(ref segment); break;
            case "MOA": ReadAmount(ref segment); break;
            case "LIN": Enter(Group.Line); FinishLine(); StartLine(ref segment); break;
            case "PIA": ReadCodes(ref segment); break;
            case "IMD": ReadDescription(ref segment); break;
            case "QTY": ReadQuantity(ref segment); break;
            case "PRI": Enter(Group.Line); ReadPrice(ref segment); break;
            case "LOC": Enter(Group.Place); ReadPlace(ref segment); break;
            case "SCC": Enter(Group.Place); StartSchedule(ref segment); break;
            case "UNS": Enter(Group.Summary); FinishLine(); break;
            case "CNT": ReadControl(ref segment); break;
            case "TAX" or "PAT" or "TDT" or "TOD" or "PAC" or "RCS" or "APR" or "DGS" or "RJL" or "HAN":
                Enter(Group.Other);
                _unread.Add("unread-segment", ref segment);
                break;
            default:
                _unread.Add("unread-segment", ref segment);
                break;
        }
    }

    /// <summary>Ends the message: what could only be judged with all segments seen.</summary>
    public void Finish()
    {
        Enter(Group.Summary);
        FinishLine();
        TakeOtherDelivery();
        if (_declaredLines is { } lines && lines != Order.Lines.Count)
        {
            log.Error("line-count-differs", null, lines.ToString(CultureInfo.InvariantCulture), Place.Text(Order.Lines.Count));
        }

        if (_declaredQuantity is { } declared && Order.Lines.Sum(line => line.Quantity ?? 0) is var sum && sum != declared)
        {
            log.Warning("quantity-sum-differs", null, declared.ToString(CultureInfo.InvariantCulture), sum.ToString(CultureInfo.InvariantCulture));
        }

        if (Order.Currency is null && _amountCurrency is not null)
        {
            Order.Currency = _amountCurrency;
            spots?.Rename(AmountCurrency, "currency");
            log.Warning("currency-from-amounts", null, _amountCurrency);
        }

        if (_orderReference is not null && Order.OrderNumber is null && !isChange)
        {
            Order.OrderNumber = _orderReference;
        }
        else if (_orderReference is not null && _orderReference != Order.OrderNumber && Change is null)
        {
            log.Warning("order-number-differs", null, Order.OrderNumber ?? "", _orderReference);
        }

        MessageFunction.Tell(log, _function, Order.OrderNumber, isChange);
        _unread.Tell();
    }

    private void Enter(Group group)
    {
        FinishCharge();
        // A party inside a line (NAD after LIN) leaves the line open: the next PRI, RFF or LOC is still the line's.
        _group = _group == Group.Summary && group != Group.Line ? Group.Summary : group;
        if (group != Group.Party)
        {
            _party = null;
        }
    }

    /// <summary>Keeps where a value stands, when somebody looks.</summary>
    private void Found(ref SegmentCursor segment, string field, int element, int component = 0, int until = 0) =>
        spots?.Found(in segment, field, element, component, Math.Max(component, until));

    private void KeepCurrency(ref SegmentCursor segment)
    {
        if (segment[1, 2].IsEmpty || segment[1, 2].SequenceEqual(_amountCurrency))
        {
            return;
        }

        if (_amountCurrency is null)
        {
            _amountCurrency = segment.Text(1, 2);
            FoundOfOrder(ref segment, AmountCurrency, 2);
        }

        if ((Order.Currency ?? _amountCurrency) is var usual && !segment[1, 2].SequenceEqual(usual))
        {
            log.Warning("second-currency", Where(ref segment), segment.Text(1, 2) ?? "");
        }
    }

    private decimal? Number(ref SegmentCursor segment, int element, int component)
    {
        var text = segment[element, component];
        if (text.IsEmpty)
        {
            return null;
        }

        if (Numbers.TryParse(text, out var number))
        {
            return number;
        }

        log.Error("number-invalid", Where(ref segment), segment.Text(element, component) ?? "");
        _line?.HasUnreadableNumber = true;
        return null;
    }

    /// <summary>More components than the composite has: an unescaped separator has torn a text apart.</summary>
    private void TellOverflow(ref SegmentCursor segment, int element, int components)
    {
        if (segment.Has(element, components))
        {
            log.Error("component-misplaced", Where(ref segment), segment.Raw.ToString());
        }
    }

    private static Message Where(ref SegmentCursor segment) => Place.Segment(segment.Number, segment.Tag);
}
