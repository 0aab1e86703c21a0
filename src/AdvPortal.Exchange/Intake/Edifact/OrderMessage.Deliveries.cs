using System.Globalization;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>What a line splits or adds: places and schedules (LOC, SCC with QTY and DTM), allowances and charges (ALC).</summary>
internal sealed partial class OrderMessage
{
    private readonly List<Split> _splits = [];
    private Charge? _charge;
    private DateOnly? _otherDelivery;
    private DateOnly? _otherDeliveryOfOrder;

    private void ReadPlace(ref SegmentCursor segment)
    {
        // 3227: 7 is the place of delivery; every other place is told.
        if (_line is null || segment[1, 0] is not "7")
        {
            Enter(_line is null ? Group.Other : Group.Line);
            _unread.Add("unread-place", ref segment);
            return;
        }

        var id = segment.Text(2);
        FoundOfSplit(ref segment, "shipTo.id", 2, 0);
        _splits.Add(new() { Location = id, IsGln = segment[2, 2] is "9" && id is not null && Gs1.LooksLikeGln(id) });
    }

    /// <summary>The name, until the line or order ends, of a date that stands for the one wanted where there is no other.</summary>
    private const string OtherDelivery = "~otherDelivery";

    private void TakeOtherDelivery(LineDraft line)
    {
        if (_otherDelivery is { } other && line is { DeliveryDate: null, DeliveryStart: null, DeliveryEnd: null })
        {
            line.DeliveryDate = other;
            spots?.Rename(OtherDelivery, "requestedDelivery.date");
            log.Warning("delivery-of-another-kind", Place.Line(line.LineNo!, null), OrderChecks.Iso(other));
        }
    }

    private void TakeOtherDelivery()
    {
        if (_otherDeliveryOfOrder is { } other && Order.Delivery is { Date: null, Start: null, End: null })
        {
            Order.Delivery.Date = other;
            spots?.Rename(OtherDelivery, "requestedDelivery.date");
            log.Warning("delivery-of-another-kind", null, OrderChecks.Iso(other));
        }
    }

    private void StartSchedule(ref SegmentCursor segment)
    {
        if (_line is null)
        {
            _unread.Add("unread-segment", ref segment);
            return;
        }

        _splits.Add(new());
    }

    private void ReadSplitQuantity(ref SegmentCursor segment)
    {
        if (_splits.Count == 0 || _splits[^1].Quantity is not null)
        {
            _unread.Add("unread-quantity", ref segment);
            return;
        }

        FoundOfSplit(ref segment, "quantity", 1, 1);
        (_splits[^1].Quantity, _splits[^1].Unit) = (Number(ref segment, 1, 1), Unit(ref segment, 1, 2));
    }

    private void ReadSplitDate(ref SegmentCursor segment, EdifactDate date)
    {
        if (_splits.Count == 0 || _splits[^1].Date is not null || segment[1, 0] is not ("2" or "63" or "64" or "10" or "69"))
        {
            _unread.Add("unread-date", ref segment);
            return;
        }

        _splits[^1].Date = date.First;
        FoundOfSplit(ref segment, "requestedDelivery.date", 1, 1);
    }

    /// <summary>One place or date is the line's own; several cannot be one line to one site, so a person decides.</summary>
    private void FinishDeliveries(LineDraft line)
    {
        if (_splits is [var only])
        {
            KeepSplitSpots(line, only);
            line.ShipTo ??= only.Location is null ? null : new() { Id = only.Location, Gln = only.IsGln ? only.Location : null };
            line.DeliveryDate ??= only.Date;
            (line.Quantity, line.Unit) = (line.Quantity ?? only.Quantity, line.Unit ?? only.Unit);
            if (only.Quantity is not null && only.Quantity != line.Quantity)
            {
                log.Error("split-sum-differs", Place.Line(line.LineNo!, null), Text(only.Quantity), Text(line.Quantity));
            }
        }
        else if (_splits.Count > 1)
        {
            foreach (var split in _splits)
            {
                log.Error("split-delivery", Place.Line(line.LineNo!, null), Text(split.Quantity), split.Location ?? "—", split.Date is { } date ? OrderChecks.Iso(date) : "—");
            }

            var sum = _splits.Sum(split => split.Quantity ?? 0);
            if (line.Quantity is not null && sum != line.Quantity)
            {
                log.Error("split-sum-differs", Place.Line(line.LineNo!, null), Text(sum), Text(line.Quantity));
            }
        }

        _splits.Clear();
    }

    /// <summary>The place of a value of a place or schedule, which is the line's own if there is only one.</summary>
    private void FoundOfSplit(ref SegmentCursor segment, string field, int element, int component)
    {
        if (spots is not null)
        {
            Found(ref segment, $"~{field}", element, component);
        }
    }

    private void KeepSplitSpots(LineDraft line, Split only)
    {
        if (line.ShipTo is null && only.Location is not null)
        {
            spots?.Rename("~shipTo.id", "shipTo.id");
        }

        if (line.DeliveryDate is null && only.Date is not null)
        {
            spots?.Rename("~requestedDelivery.date", "requestedDelivery.date");
        }

        if (line.Quantity is null && only.Quantity is not null)
        {
            spots?.Rename("~quantity", "quantity");
        }
    }

    private void StartCharge(ref SegmentCursor segment) => _charge = new()
    {
        IsCharge = segment[1, 0] is "C",
        Kind = segment.Joined(5, 3, 4) ?? segment.Text(5) ?? segment.Text(2) ?? "—",
        Where = Where(ref segment),
    };

    private void ReadPercentage(ref SegmentCursor segment)
    {
        if (_charge is null)
        {
            _unread.Add("unread-segment", ref segment);
            return;
        }

        _charge.Percentage = segment.Text(1, 1);
    }

    private void ReadChargeAmount(ref SegmentCursor segment)
    {
        // 5025: 8, 23, 25, 204 and 131 are the amount of the charge or allowance itself.
        if (_charge is { Amount: null } && segment[1, 0] is "8" or "23" or "25" or "204" or "131")
        {
            _charge!.Amount = Number(ref segment, 1, 1);
            return;
        }

        _unread.Add("unread-amount", ref segment);
    }

    private void FinishCharge()
    {
        if (_charge is not { } charge)
        {
            return;
        }

        var amount = charge.Amount is not null ? Text(charge.Amount) : charge.Percentage is not null ? $"{charge.Percentage} %" : "—";
        log.Warning("allowance-or-charge", charge.Where, ProblemText.Word(charge.IsCharge ? "a-charge" : "an-allowance"), charge.Kind, amount);
        if (_line is { } line)
        {
            line.Adjustment = charge.Amount is { } value ? line.Adjustment + (charge.IsCharge ? value : -value) : null;
        }

        _charge = null;
    }

    private static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "—";

    private sealed class Split
    {
        public string? Location { get; init; }
        public bool IsGln { get; init; }
        public decimal? Quantity { get; set; }
        public string? Unit { get; set; }
        public DateOnly? Date { get; set; }
    }

    private sealed class Charge
    {
        public required bool IsCharge { get; init; }
        public required string Kind { get; init; }
        public required Message Where { get; init; }
        public decimal? Amount { get; set; }
        public string? Percentage { get; set; }
    }
}
