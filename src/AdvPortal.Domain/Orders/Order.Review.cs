using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Orders;

/// <summary>The review of an order: corrections, acceptances and waivers, all of them before it is promised.</summary>
public sealed partial class Order
{
    /// <summary>The order as it was asked for, to be judged again.</summary>
    public OrderDraft ToDraft() => new()
    {
        ClientId = ClientId,
        SiteId = SiteId,
        CustomerReference = CustomerReference,
        ContractReference = ContractReference,
        Currency = Currency,
        RequestedOn = RequestedOn,
        Lines = [.. _lines.OrderBy(line => line.Position).Select(line => line.ToDraft(OrderedQuantity(line)))],
    };

    /// <summary>Takes a corrected draft and its judgement. What was settled stays settled where it is still the same matter.</summary>
    public Result Correct(OrderDraft draft, Judgement judgement)
    {
        if (!Status.Allows(OrderAct.Correct))
        {
            return new OrderNotToReview(Status);
        }

        if (Check(draft) is { } refusal)
        {
            return refusal;
        }

        Take(draft, judgement);

        return Result.Ok;
    }

    /// <summary>Accepts what a finding proposes, or ticks what it says. Nothing is judged again.</summary>
    /// <param name="id">The finding.</param>
    /// <param name="by">Who accepts; null for a program.</param>
    /// <param name="at">When.</param>
    /// <param name="deliverOn">One of its alternatives, in the place of the date it proposes.</param>
    public Result Accept(FindingId id, MemberId? by, DateTimeOffset at, DateOnly? deliverOn = null)
    {
        var found = Find(id);

        if (!found.IsOk)
        {
            return found.Refusal;
        }

        var finding = found.Value;

        if (Reduced(finding) is { } reduced && reduced.ShippedQuantity > finding.After!.Quantity)
        {
            return new LineHasShipped(reduced.LineNo, reduced.ShippedQuantity);
        }

        var other = deliverOn == finding.After?.DeliverOn ? null : deliverOn;

        if (other is { } day && finding.Background?.Alternatives.Contains(day) is not true)
        {
            return new DateNotOffered(day);
        }

        // What was promised is not changed behind the client's back by a step that comes after it.
        if ((finding.Blocks && finding.After is null && other is null) || (finding.Step is not Moments.None && (finding.IsAboutDate || finding.IsAboutQuantity)))
        {
            return new NothingToAccept();
        }

        // Several requirements may be against one date: they propose the same one, and one answer serves all.
        List<Finding> together = [finding, .. _findings.Where(each => each != finding && each.State is FindingState.Open && (each.ProposesSameDateAs(finding) || each.GathersWith(finding)))];

        foreach (var each in together)
        {
            if (other is { } chosen)
            {
                each.Choose(chosen);
            }

            each.Accept(by, at);
        }

        if (finding.Step is Moments.None)
        {
            Apply(finding);
        }

        Settle();
        return Result.Ok;
    }

    /// <summary>Overrides a finding for this order: what it changed or proposed is undone.</summary>
    public Result Waive(FindingId id, string reason, string agreedBy, MemberId? by, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new WaiverNeedsReason();
        }

        if (string.IsNullOrWhiteSpace(agreedBy))
        {
            return new WaiverNeedsAgreement();
        }

        var found = Find(id);

        if (!found.IsOk)
        {
            return found.Refusal;
        }

        if (found.Value.Kind == FindingKinds.MissingQuantity)
        {
            return new MissingQuantityCannotBeWaived();
        }

        if (found.Value.Kind is FindingKinds.UnitConverted or FindingKinds.UnitUnknown)
        {
            return new UnitCannotBeWaived();
        }

        var waiver = new Waiver(reason.Trim(), agreedBy.Trim(), by, at);

        foreach (var same in _findings.Where(other => other == found.Value || (other.State == found.Value.State && other.GathersWith(found.Value))).ToList())
        {
            same.Waive(waiver);
        }

        Settle();
        return Result.Ok;
    }

    /// <summary>Lines whose quantity stays as ordered because somebody agreed.</summary>
    public IReadOnlyCollection<string> KeptQuantities => [.. _findings.Where(finding => finding is { Step: Moments.None, IsAboutQuantity: true, State: FindingState.Waived }).Select(finding => finding.LineNo!)];

    /// <summary>Days of arrival that somebody chose or agreed for one line, by its number.</summary>
    public IReadOnlyDictionary<string, DateOnly> KeptDates
    {
        get
        {
            var ofLines = _findings.Where(finding => finding.IsOwnDate && finding.LineNo is not null).ToLookup(finding => finding.LineNo!, StringComparer.Ordinal);

            return _lines
                .Select(line => (line.LineNo, Day: Repromised(line) ?? (ofLines[line.LineNo].ToList() is { Count: > 0 } dates ? KeptDate(line, dates) : null)))
                .Where(kept => kept.Day is not null)
                .ToDictionary(kept => kept.LineNo, kept => kept.Day!.Value, StringComparer.Ordinal);
        }
    }

    private static DateOnly? KeptDate(OrderLine line, List<Finding> dates) =>
        dates.Find(finding => finding.Prevails) is { } prevailing ? (prevailing.Background?.Choice is null ? null : prevailing.After?.DeliverOn) : line.RequestedOn;

    private Result<Finding> Find(FindingId id)
    {
        if (_findings.Find(finding => finding.Id == id) is not { } found)
        {
            return Status is OrderStatus.ToReview ? new NoSuchFinding() : new OrderNotToReview(Status);
        }

        if (found.Step is Moments.None ? Status is not OrderStatus.ToReview : !Status.IsOpen())
        {
            return new OrderNotToReview(Status);
        }

        return found.State is FindingState.Open or FindingState.Applied ? found : new FindingAlreadySettled(found.State);
    }

    private void Take(OrderDraft draft, Judgement judgement)
    {
        (ClientId, SiteId, CustomerReference, ContractReference, Currency, RequestedOn) = (draft.ClientId, draft.SiteId, draft.CustomerReference, draft.ContractReference, draft.Currency, draft.RequestedOn);
        TransportDays = judgement.Transport.WorkingDays;
        GoBy(judgement.Transport);

        var known = _lines.ToDictionary(line => line.LineNo, StringComparer.Ordinal);
        var ordered = _lines.ToDictionary(line => line.Id, line => line.Quantity);
        var kept = draft.Lines.Select(line => line.LineNo).ToHashSet(StringComparer.Ordinal);
        _lines.RemoveAll(line => !kept.Contains(line.LineNo));

        for (var position = 0; position < draft.Lines.Count; position++)
        {
            var (asked, judged) = (draft.Lines[position], judgement.Lines[position]);

            if (known.TryGetValue(asked.LineNo, out var line))
            {
                line.Take(ClientId, position, asked, judged);
            }
            else
            {
                _lines.Add(new(ClientId, position, asked, judged));
            }
        }

        _lines.ForEach(line => line.Request(RequestedOn));
        Renew(judgement, draft);
        Settle();

        // What a person gave up stays given up, unless the line is ordered in another quantity; rounding is none.
        foreach (var line in _lines.Where(line => line.CancelledQuantity > 0 && ordered.TryGetValue(line.Id, out var before) && before != line.Quantity))
        {
            line.Reopen();
        }

        Reckon();
    }

    // A finding that is found again keeps its row, and with it what was decided.
    private void Renew(Judgement judgement, OrderDraft draft)
    {
        var now = judgement.Findings.Select(found => new Finding(found, draft, judgement.OverruledBy(found))).ToDictionary(found => found.Matter);

        _findings.RemoveAll(old => old.Step is Moments.None && !now.ContainsKey(old.Matter) && !(IsInEffect(old) && !now.Values.Any(found => found.TakesPlaceOf(old))));

        foreach (var old in _findings)
        {
            if (now.Remove(old.Matter, out var again))
            {
                old.FoundAgain(again);
            }
        }

        _findings.AddRange(now.Values);
    }

    // Once the contract's price is taken it differs no more; that it did, and who accepted, is still to be read. So with a quantity.
    private bool IsInEffect(Finding finding) => finding switch
    {
        { State: FindingState.Applied or FindingState.Accepted, LineNo: not null, After.Quantity: { } quantity } => _lines.Exists(line => line.LineNo == finding.LineNo && line.Quantity == quantity),
        { State: FindingState.Accepted, After.NetPrice: { } price } => _lines.Exists(line => line.LineNo == finding.LineNo && line.NetPrice == price),
        { State: FindingState.Accepted, After.Currency: { } currency } => currency == Currency,
        { State: FindingState.Accepted, Kind: FindingKinds.Discontinued, After.ProductCode: { } successor } => _lines.Exists(line => line.LineNo == finding.LineNo && line.ProductCode == successor),
        _ => false,
    };

    private decimal OrderedQuantity(OrderLine line) =>
        _findings.Find(finding => finding is { Step: Moments.None, IsAboutQuantity: true } && finding.LineNo == line.LineNo && IsInEffect(finding))?.Before?.Quantity ?? line.Quantity;

    // The line that is ordered in what an agreement has left.
    private OrderLine? Reduced(Finding finding) =>
        finding is { Kind: FindingKinds.BlanketExceeded, After.Quantity: not null } ? _lines.Find(line => line.LineNo == finding.LineNo) : null;

    private void Apply(Finding finding)
    {
        if (finding.After is not { } after)
        {
            return;
        }

        if (after.NetPrice is { } price)
        {
            _lines.Find(line => line.LineNo == finding.LineNo)?.ChargeOurs(price);
        }

        // What was raised or kept of another quantity is of no account any more: the rest is judged as if it had been ordered.
        if (Reduced(finding) is { } line)
        {
            _findings.RemoveAll(old => old is { Step: Moments.None, IsAboutQuantity: true } && old.LineNo == line.LineNo);

            // What is left is what shall leave: nothing of that was given up.
            line.Reopen();
            line.Order(after.Quantity!.Value);
        }

        // Its product is looked up when the order is judged again.
        if (finding.Kind == FindingKinds.Discontinued && after.ProductCode is { } successor)
        {
            _lines.Find(line => line.LineNo == finding.LineNo)?.Replace(successor);
        }

        Currency = after.Currency ?? Currency;
    }
}
