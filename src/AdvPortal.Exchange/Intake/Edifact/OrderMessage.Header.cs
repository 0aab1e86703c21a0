using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>What speaks of the whole order: its number, dates, references, notes, currency and sums.</summary>
internal sealed partial class OrderMessage
{
    private int _payableRank = int.MaxValue;

    private void ReadBeginning(ref SegmentCursor segment)
    {
        Order.OrderNumber = segment.Text(2);
        _function = segment.Text(3);
        Found(ref segment, "orderNumber", 2);
        if (!isChange)
        {
            OrderKinds.Tell(log, Where(ref segment), segment.Text(1));
        }

        if (segment.Text(4) is { } response and not "NA")
        {
            log.Info("response-wanted", Where(ref segment), response);
        }
    }

    private void ReadDate(ref SegmentCursor segment)
    {
        if (segment[1, 1].IsEmpty)
        {
            log.Info("date-empty", Where(ref segment));
            return;
        }

        if (EdifactDate.Parse(segment[1, 1].Trim(), segment[1, 2].Trim()) is not { } date)
        {
            Order.HasUnreadableIssueDate |= segment[1, 0] is "137";

            // Only the dates an order is placed by make a person decide; an odd date of something else is told.
            log.Add(segment[1, 0] is "137" or "2" or "63" or "64" ? ProblemSeverity.Error : ProblemSeverity.Info, "date-invalid", Where(ref segment), segment.Text(1, 1) ?? "");
            return;
        }

        if (segment[1, 2].IsEmpty)
        {
            log.Warning("date-format-missing", Where(ref segment), segment.Text(1, 1) ?? "");
        }

        if (_group == Group.Place && _line is not null)
        {
            ReadSplitDate(ref segment, date);
            return;
        }

        switch (segment[1, 0])
        {
            case "137" or "4" when _line is null:
                if (segment[1, 0] is "137" || Order.IssueDate is null)
                {
                    Order.IssueDate = date.First;
                    spots?.Forget("issueDate");
                    Found(ref segment, "issueDate", 1, 1);
                }

                break;
            case "2" when date.IsDay && EarlierDelivery(date.First) is { } present:
                log.Warning("values-differ", Where(ref segment), OrderChecks.Iso(present), OrderChecks.Iso(date.First));
                break;
            case "2" when date.IsDay:
                SetDelivery(date.First, null, null);
                Found(ref segment, "requestedDelivery.date", 1, 1);
                break;
            case "2":
                SetDelivery(null, date.First, date.Last);
                Found(ref segment, "requestedDelivery.start", 1, 1);
                Found(ref segment, "requestedDelivery.end", 1, 1);
                break;
            case "63":
                SetDelivery(null, date.IsDay ? null : date.First, date.Last);
                Found(ref segment, "requestedDelivery.end", 1, 1);
                break;
            case "64":
                SetDelivery(null, date.First, date.IsDay ? null : date.Last);
                Found(ref segment, "requestedDelivery.start", 1, 1);
                break;
            case "69" or "76" when SetOtherDelivery(date):
                Found(ref segment, OtherDelivery, 1, 1);
                break;
            default:
                _unread.Add("unread-date", ref segment);
                break;
        }
    }

    /// <summary>2005: 69 promised for, 76 scheduled for: what some senders write for the date that they want (2).</summary>
    private bool SetOtherDelivery(EdifactDate date)
    {
        ref var other = ref _line is null ? ref _otherDeliveryOfOrder : ref _otherDelivery;
        var isFirst = other is null;
        other ??= date.First;
        return isFirst;
    }

    /// <summary>Two days wanted for the same goods: which, nobody says.</summary>
    private DateOnly? EarlierDelivery(DateOnly date) => (_line is null ? Order.Delivery.Date : _line.DeliveryDate) is { } present && present != date ? present : null;

    private void SetDelivery(DateOnly? date, DateOnly? start, DateOnly? end)
    {
        if (_line is not null)
        {
            (_line.DeliveryDate, _line.DeliveryStart, _line.DeliveryEnd) = (date ?? _line.DeliveryDate, start ?? _line.DeliveryStart, end ?? _line.DeliveryEnd);
            return;
        }

        var delivery = Order.Delivery;
        (delivery.Date, delivery.Start, delivery.End) = (date ?? delivery.Date, start ?? delivery.Start, end ?? delivery.End);
    }

    private void ReadReference(ref SegmentCursor segment)
    {
        TellOverflow(ref segment, 1, 5);
        var value = segment.Text(1, 1);
        switch (segment[1, 0])
        {
            case "VA" when _group == Group.Party && _party is { VatId: null } && value is not null:
                _party.VatId = value;
                FoundParty(ref segment, "vatId", 1, 1);
                break;
            case "ON" when _line is null && _group is Group.Header or Group.Other && value is not null:
                _orderReference ??= value;
                Found(ref segment, "~refersTo", 1, 1);
                break;
            // 1153: CT is the contract between the two, BO an order of the client's under it. What we agreed bears the contract's number, wherever that stands.
            case "CT" when value is not null && _group != Group.Party && (_contract ?? value) == value:
                if (_contract is null)
                {
                    _contract = Order.ContractReference = value;
                    FoundOfOrder(ref segment, "contractReference", 1);
                }

                break;
            case "BO" when value is not null && _group != Group.Party && (Order.ContractReference ?? value) == value:
                if (Order.ContractReference is null)
                {
                    Order.ContractReference = value;
                    FoundOfOrder(ref segment, "contractReference", 1);
                }

                break;
            default:
                _unread.Add("unread-reference", ref segment);
                break;
        }
    }

    private void ReadNote(ref SegmentCursor segment)
    {
        TellOverflow(ref segment, 4, 5);
        if (segment.Joined(4, 0, 4) is not { } text)
        {
            _unread.Add("unread-segment", ref segment);
        }
        else if (_line is not null)
        {
            FoundNote(ref segment, _line.AddNote(text));
        }
        else
        {
            Order.Notes.Add(text);
            FoundNote(ref segment, Order.Notes.Count);
        }
    }

    private void FoundNote(ref SegmentCursor segment, int count)
    {
        if (spots is not null)
        {
            Found(ref segment, string.Create(CultureInfo.InvariantCulture, $"notes[{count - 1}]"), 4, 0, 4);
        }
    }

    /// <summary>A value of the order that may stand in a line.</summary>
    private void FoundOfOrder(ref SegmentCursor segment, string field, int component) => spots?.Found(in segment, field, 1, component, component, isOfHead: true);

    private void ReadCurrency(ref SegmentCursor segment)
    {
        var code = segment.Text(1, 1);
        if (code is not null && Order.Currency is null)
        {
            Order.Currency = code;
            FoundOfOrder(ref segment, "currency", 1);
        }
        else if (code != Order.Currency)
        {
            log.Warning("second-currency", Where(ref segment), code ?? "");
        }

        if (segment.Text(2, 1) is { } target && target != Order.Currency)
        {
            log.Warning("second-currency", Where(ref segment), target);
        }
    }

    private void ReadAmount(ref SegmentCursor segment)
    {
        if (_group == Group.Charge && segment[1, 0] is not ("203" or "79" or "86" or "139"))
        {
            ReadChargeAmount(ref segment);
            return;
        }

        if (_line is not null)
        {
            ReadLineAmount(ref segment);
            return;
        }

        // 5025: 79 total of the line items; what is to be paid goes by several names, the plainest first.
        var qualifier = segment[1, 0];
        var rank = qualifier switch { "139" => 0, "9" => 1, "86" => 2, "128" => 3, _ => int.MaxValue };
        if (qualifier is "79")
        {
            Order.LineExtension = Number(ref segment, 1, 1);
            Found(ref segment, "totals.lineExtension", 1, 1);
        }
        else if (rank < _payableRank)
        {
            (Order.Payable, _payableRank) = (Number(ref segment, 1, 1), rank);
            spots?.Forget("totals.payable");
            Found(ref segment, "totals.payable", 1, 1);
        }
        else
        {
            _unread.Add("unread-amount", ref segment);
            return;
        }

        KeepCurrency(ref segment);
    }

    private void ReadControl(ref SegmentCursor segment)
    {
        switch (segment[1, 0])
        {
            case "2":
                _declaredLines = Number(ref segment, 1, 1);
                break;
            case "1":
                _declaredQuantity = Number(ref segment, 1, 1);
                break;
            default:
                _unread.Add("unread-segment", ref segment);
                break;
        }
    }
}
