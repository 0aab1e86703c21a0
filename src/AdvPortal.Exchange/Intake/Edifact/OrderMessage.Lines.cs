using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>What is ordered: LIN with its PIA, IMD, QTY, PRI and MOA.</summary>
internal sealed partial class OrderMessage
{
    private LineDraft? _line;
    private string? _priceUnit;
    private string? _grossPrice;
    private int _priceRank;
    private int _amountRank;
    private int _quantityRank;

    private void StartLine(ref SegmentCursor segment)
    {
        if (Order.Lines.Count >= ReadingLimits.LinesPerOrder)
        {
            log.Error("too-many-lines", Where(ref segment), Place.Text(ReadingLimits.LinesPerOrder));
        }

        (_priceUnit, _grossPrice, _otherDelivery) = (null, null, null);
        (_priceRank, _amountRank, _quantityRank) = (int.MaxValue, int.MaxValue, int.MaxValue);
        _line = new() { LineNo = segment.Text(1) ?? Place.Text(Order.Lines.Count + 1) };
        if (Order.Lines.Count < ReadingLimits.LinesPerOrder)
        {
            spots?.Owner = OriginalDraft.LineOf(Order.Lines.Count);
            Found(ref segment, "lineNo", 1);
            Order.Lines.Add(_line);
        }

        if (!segment[3, 0].IsEmpty)
        {
            ReadCode(ref segment, 3);
        }

        ReadAction(ref segment, _line);

        if (!segment[4, 0].IsEmpty)
        {
            // It is kept as a line, and its quantity is in the quantity of the line above it.
            log.Error("sub-line", Where(ref segment), _line.LineNo!, segment.Text(4, 1) ?? "—");
        }
    }

    /// <summary>1229; an order that says of its lines that they are new (1) or accepted (5) says nothing.</summary>
    private void ReadAction(ref SegmentCursor segment, LineDraft line)
    {
        if (Change is { } kind)
        {
            LineActions.Give(line, segment.Text(2), kind, log, Where(ref segment));
            Found(ref segment, "action", 2);
        }
        else if (segment[2, 0] is not ("" or "1" or "5" or "9"))
        {
            log.Error("line-action", Where(ref segment), line.LineNo!, segment.Text(2) ?? "");
        }
    }

    private void FinishLine()
    {
        if (_line is not { } line)
        {
            return;
        }

        FinishDeliveries(line);
        TakeOtherDelivery(line);
        LineChecks.TellPrice(log, line, _grossPrice, _priceUnit);
        _line = null;
        spots?.Owner = "";
    }

    private void ReadCodes(ref SegmentCursor segment)
    {
        // 4347: 1 additional, 5 the product itself; 2, 3 and 4 speak of substitutes.
        if (_line is null || segment[1, 0] is not ("1" or "5"))
        {
            _unread.Add("unread-code", ref segment);
            return;
        }

        for (var element = 2; segment.Has(element, 0) && element < 64; element++)
        {
            if (!segment[element, 0].IsEmpty)
            {
                ReadCode(ref segment, element);
            }
        }
    }

    /// <summary>C212: an article code and by 7143 whose it is.</summary>
    private void ReadCode(ref SegmentCursor segment, int element)
    {
        if (segment.Text(element) is not { } code)
        {
            return;
        }

        var line = _line!;
        var type = segment[element, 1];
        if (type is "EN" or "UP" or "SRV" or "EU" or "EE" or "UPC" || (type.IsEmpty && Gs1.LooksLikeGtin(code) && Gs1.HasValidCheckDigit(code)))
        {
            TellConflict(ref segment, line.Gtin, code);
            if (line.Gtin is null)
            {
                line.Gtin = code;
                Found(ref segment, "gtin", element);
            }
        }
        else if (type is "SA" or "VN" or "VP")
        {
            TellConflict(ref segment, line.SupplierCode, code);
            if (line.SupplierCode is null)
            {
                line.SupplierCode = code;
                Found(ref segment, "supplierCode", element);
            }
        }
        else if (type is "IN" or "BP")
        {
            TellConflict(ref segment, line.BuyerCode, code);
            if (line.BuyerCode is null)
            {
                line.BuyerCode = code;
                Found(ref segment, "buyerCode", element);
            }
        }
        else if (type.IsEmpty)
        {
            log.Warning("code-of-unknown-kind", Where(ref segment), code);
        }
        else
        {
            _unread.Add("unread-code", ref segment);
        }
    }

    private void TellConflict(ref SegmentCursor segment, string? present, string code)
    {
        if (present is not null && present != code)
        {
            log.Warning("code-conflict", Where(ref segment), present, code);
        }
    }

    private void ReadDescription(ref SegmentCursor segment)
    {
        TellOverflow(ref segment, 3, 6);
        var language = segment[3, 5];
        if (!segment.Has(3, 6) && language.ContainsAnyExceptInRange('A', 'z'))
        {
            log.Error("component-misplaced", Where(ref segment), segment.Raw.ToString());
        }

        if (_line is not null && segment.Joined(3, 3, 4) is { } text)
        {
            _line.Describe(text);
            Found(ref segment, "description", 3, 3, 4);
        }
        else
        {
            _unread.Add("unread-segment", ref segment);
        }
    }

    private void ReadQuantity(ref SegmentCursor segment)
    {
        TellOverflow(ref segment, 1, 3);
        if (_line is not { } line || _group is Group.Charge or Group.Other or Group.Party)
        {
            _unread.Add("unread-quantity", ref segment);
            return;
        }

        if (_group == Group.Place)
        {
            ReadSplitQuantity(ref segment);
            return;
        }

        // 6063: 21 ordered; 21E (EANCOM) and 1 (discrete) are what some senders write instead.
        var rank = segment[1, 0] switch { "21" => 0, "21E" => 1, "1" => 2, _ => int.MaxValue };
        if (rank == int.MaxValue || rank > _quantityRank)
        {
            log.Add(segment[1, 0] is "192" ? ProblemSeverity.Warning : ProblemSeverity.Info, "unread-quantity", Where(ref segment), segment.Text(1) ?? "", segment.Raw.ToString(), "1");
            return;
        }

        var quantity = Number(ref segment, 1, 1);
        if (rank == _quantityRank && quantity != line.Quantity)
        {
            log.Error("quantity-twice", Where(ref segment), line.LineNo!, segment.Text(1, 1) ?? "");
            return;
        }

        (line.Quantity, line.Unit, _quantityRank) = (quantity, Unit(ref segment, 1, 2), rank);
        FoundAnew(ref segment, "quantity", 1);
        FoundAnew(ref segment, "unit", 2);
    }

    private void ReadPrice(ref SegmentCursor segment)
    {
        TellOverflow(ref segment, 1, 6);
        // 5125: AAA net, then what names a net price otherwise; AAB and its like are gross and never taken for net.
        var rank = segment[1, 0] switch { "AAA" => 0, "NTP" => 1, "CT" => 2, "INV" => 3, "CAL" => 4, _ => int.MaxValue };
        if (_line is not { } line || segment[1, 1].IsEmpty || rank >= _priceRank)
        {
            _grossPrice ??= rank == int.MaxValue ? segment.Text(1, 1) : null;
            if (rank == _priceRank && rank < int.MaxValue && _line?.NetPrice is { } present && Numbers.TryParse(segment[1, 1], out var other) && other != present)
            {
                // A price by quantity, or a second one: which of them is meant, somebody has to say.
                log.Warning("values-differ", Where(ref segment), Text(present), Text(other));
                return;
            }

            _unread.Add("unread-price", ref segment);
            return;
        }

        (line.NetPrice, line.PriceBaseQuantity, _priceUnit, _priceRank) = (Number(ref segment, 1, 1), Number(ref segment, 1, 4), Unit(ref segment, 1, 5), rank);
        FoundAnew(ref segment, "netPrice", 1);
        FoundAnew(ref segment, "priceBaseQuantity", 4);
    }

    private void ReadLineAmount(ref SegmentCursor segment)
    {
        var rank = segment[1, 0] switch { "203" => 0, "66" => 1, "38" => 2, _ => int.MaxValue };
        if (rank >= _amountRank)
        {
            _unread.Add("unread-amount", ref segment);
            return;
        }

        (_line!.LineAmount, _amountRank) = (Number(ref segment, 1, 1), rank);
        FoundAnew(ref segment, "lineAmount", 1);
        KeepCurrency(ref segment);
    }

    /// <summary>The place of a value that replaces one of a lesser kind.</summary>
    private void FoundAnew(ref SegmentCursor segment, string field, int component)
    {
        spots?.Forget(field);
        Found(ref segment, field, 1, component);
    }

    /// <summary>The same few units stand on every line: one string each.</summary>
    private string? Unit(ref SegmentCursor segment, int element, int component)
    {
        var unit = segment[element, component];
        return Order.Lines.Count > 1 && Order.Lines[^2].Unit is { } previous && unit.SequenceEqual(previous) ? previous : segment.Text(element, component);
    }
}
