namespace AdvPortal.Domain.Orders;

/// <summary>The review of an order: corrections, acceptances and waivers, all of them before it is promised.</summary>
public sealed partial class Order
{
    /// <summary>The order as it stands, to be judged again.</summary>
    public OrderDraft ToDraft() => new()
    {
        ClientId = ClientId,
        SiteId = SiteId,
        CustomerReference = CustomerReference,
        Currency = Currency,
        RequestedOn = RequestedOn,
        Lines = [.. _lines.OrderBy(line => line.Position).Select(line => line.ToDraft())],
    };

    /// <summary>Takes a corrected draft and its judgement. What was settled stays settled where it is still the same matter.</summary>
    public Result Correct(OrderDraft draft, Judgement judgement)
    {
        if (Status is not OrderStatus.ToReview)
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
    /// <param name="by">Null for a program.</param>
    public Result Accept(FindingId id, MemberId? by, DateTimeOffset at)
    {
        var found = Find(id);

        if (!found.IsOk)
        {
            return found.Refusal;
        }

        var finding = found.Value;

        if (finding.Blocks && finding.After is null)
        {
            return new NothingToAccept();
        }

        finding.Accept(by, at);
        Apply(finding);

        // Several requirements may be against one date: they propose the same one, and one answer serves all.
        foreach (var same in _findings.Where(other => other.State is FindingState.Open && other.ProposesSameDateAs(finding)))
        {
            same.Accept(by, at);
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

        found.Value.Waive(new(reason.Trim(), agreedBy.Trim(), by, at));

        Settle();
        return Result.Ok;
    }

    private Result<Finding> Find(FindingId id)
    {
        if (Status is not OrderStatus.ToReview)
        {
            return new OrderNotToReview(Status);
        }

        if (_findings.Find(finding => finding.Id == id) is not { } found)
        {
            return new NoSuchFinding();
        }

        return found.State is FindingState.Open or FindingState.Applied ? found : new FindingAlreadySettled(found.State);
    }

    private void Take(OrderDraft draft, Judgement judgement)
    {
        (ClientId, SiteId, CustomerReference, Currency, RequestedOn) = (draft.ClientId, draft.SiteId, draft.CustomerReference, draft.Currency, draft.RequestedOn);
        TransportDays = judgement.Transport.WorkingDays;

        var known = _lines.ToDictionary(line => line.LineNo, StringComparer.Ordinal);
        var kept = draft.Lines.Select(line => line.LineNo).ToHashSet(StringComparer.Ordinal);
        _lines.RemoveAll(line => !kept.Contains(line.LineNo));

        for (var position = 0; position < draft.Lines.Count; position++)
        {
            var (asked, judged) = (draft.Lines[position], judgement.Lines[position]);

            if (known.TryGetValue(asked.LineNo, out var line))
            {
                line.Take(position, asked, judged);
            }
            else
            {
                _lines.Add(new(position, asked, judged));
            }
        }

        _lines.ForEach(line => line.Request(RequestedOn));
        Renew(judgement, draft);
        Settle();
    }

    // A finding that is found again keeps its row, and with it what was decided.
    private void Renew(Judgement judgement, OrderDraft draft)
    {
        var now = judgement.Findings.Select(found => new Finding(found, draft)).ToDictionary(found => found.Matter);

        _findings.RemoveAll(old => !now.ContainsKey(old.Matter) && !IsInEffect(old));
        _findings.ForEach(old => now.Remove(old.Matter));
        _findings.AddRange(now.Values);
    }

    // Once the contract's price is taken it differs no more; that it did, and who accepted, is still to be read.
    private bool IsInEffect(Finding finding) =>
        finding is { State: FindingState.Accepted, After: { } after }
        && ((after.NetPrice is { } price && _lines.Exists(line => line.LineNo == finding.LineNo && line.NetPrice == price)) || after.Currency == Currency);

    private void Apply(Finding finding)
    {
        if (finding.After is not { } after)
        {
            return;
        }

        if (after.NetPrice is { } price)
        {
            _lines.Find(line => line.LineNo == finding.LineNo)?.Charge(price);
        }

        Currency = after.Currency ?? Currency;
    }
}
