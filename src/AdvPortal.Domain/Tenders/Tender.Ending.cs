using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Tenders;

/// <summary>An offer is approved, leaves, and is won or is not.</summary>
public sealed partial class Tender
{
    /// <summary>The last first.</summary>
    [PersonalData]
    public IReadOnlyList<TenderApproval> Approvals { get; private set; } = [];

    /// <summary>Why it ended as it did; null until it has.</summary>
    [PersonalData]
    public TenderEnd? End { get; private set; }

    /// <summary>What the client requires since it was won.</summary>
    public RequirementId? RequirementId { get; private set; }

    /// <summary>Whether the desk says by itself that it may leave. What goods of which nobody names a quantity will bring, nobody knows.</summary>
    /// <param name="limit">What a tender may bring without anybody's approval, in its currency.</param>
    public bool IsWithin(decimal limit) => Amount <= limit && !_lines.Exists(line => !line.IsLeftOut && line.Quantities.Count == 0);

    /// <summary>Asks whether it may leave. Up to a limit the desk says so by itself: see <see cref="IsWithin"/>.</summary>
    /// <param name="limit">What a tender may bring without anybody's approval, in its currency.</param>
    public Result RequestApproval(decimal limit, DateTimeOffset now, MemberId? by = null) => Do(TenderAct.RequestApproval, () =>
    {
        if (_lines.OrderBy(line => line.Position).FirstOrDefault(line => !line.IsAnswered) is { } open)
        {
            return new LineNotPriced(open.LineNo);
        }

        if (!_lines.Exists(line => !line.IsLeftOut))
        {
            return new NothingOffered();
        }

        var asked = new TenderApproval(Amount, by, now);
        var alone = IsWithin(limit);
        Approvals = [alone ? asked with { IsApproved = true, JudgedBy = by, JudgedAt = now } : asked, .. Approvals];
        Status = alone ? TenderStatus.Approved : TenderStatus.ToApprove;

        return null;
    });

    /// <summary>Somebody who may agrees that it leaves, or does not: then it is worked on again.</summary>
    /// <param name="reason">Needed when it is rejected.</param>
    public Result Judge(bool approved, string? reason, DateTimeOffset now, MemberId? by = null) => Do(TenderAct.Judge, () =>
    {
        if (!approved && Said(reason) is null)
        {
            return new TenderNeedsReason();
        }

        Approvals = [Approvals[0] with { IsApproved = approved, JudgedBy = by, JudgedAt = now, Reason = approved ? null : Said(reason) }, .. Approvals.Skip(1)];
        Status = approved ? TenderStatus.Approved : TenderStatus.Open;

        return null;
    });

    /// <summary>The client has it: what was offered is frozen as the next version.</summary>
    /// <param name="terms">What the client reads beside the lines.</param>
    /// <param name="to">Whom it was mailed to; null where it was handed in otherwise.</param>
    /// <param name="now">When.</param>
    /// <param name="by">Null for a program.</param>
    public Result Submit(OfferedTerms terms, string? to, DateTimeOffset now, MemberId? by = null) => Do(TenderAct.Submit, () =>
    {
        if (_lines.OrderBy(line => line.Position).FirstOrDefault(line => !line.IsLeftOut && line.ValidUntil < terms.IssuedOn) is { } ended)
        {
            return new OfferHasEnded(ended.LineNo, ended.ValidUntil!.Value);
        }

        _versions.Add(new(_versions.Count + 1, terms, Frozen(), Amount, to, now > SubmissionDueAt, now, by));
        Status = TenderStatus.Submitted;

        return null;
    });

    /// <summary>It is worked on again: what was approved is so no longer, and what was submitted stays as it was.</summary>
    public Result Rework() => Do(TenderAct.Rework, () =>
    {
        Status = TenderStatus.Open;

        return null;
    });

    /// <summary>The client takes it, or some lines of it.</summary>
    /// <param name="awards">What it takes; the other lines are lost.</param>
    /// <param name="end">Why.</param>
    /// <param name="validFrom">The first day of the prices that come of it.</param>
    /// <param name="now">When.</param>
    /// <param name="zone">The company's.</param>
    public Result Win(IReadOnlyList<Award> awards, TenderEnd end, DateOnly validFrom, DateTimeOffset now, TimeZoneInfo zone)
    {
        if ((WhyNot(TenderAct.Win) ?? Check(TenderStatus.Won, end) ?? Check(awards, validFrom, zone)) is { } refusal)
        {
            return refusal;
        }

        foreach (var line in _lines)
        {
            var award = awards.FirstOrDefault(each => each.LineId == line.Id);
            line.End(award is null ? LineOutcome.Lost : LineOutcome.Won);

            if (award is { ProductId: { } product, ProductCode: { } code } && line.ProductId is null)
            {
                line.Become(product, code);
            }
        }

        return Finish(TenderStatus.Won, end, now);
    }

    /// <summary>What the client pays from now on for what it took: one price for each tier. Goods that are in no catalogue have none.</summary>
    /// <param name="awards">As it was won with them.</param>
    /// <param name="validFrom">Their first day.</param>
    public IReadOnlyList<ContractPrice> AwardedPrices(IReadOnlyList<Award> awards, DateOnly validFrom) =>
    [
        .. from line in _lines
           where line is { Outcome: LineOutcome.Won, ProductId: not null }
           join award in awards on line.Id equals award.LineId
           from tier in line.Prices
           // Of a smaller unit the price is reckoned, of a larger one what it is for: neither is then less than was agreed.
           let per = (Of: line.PriceBaseQuantity * award.Units, For: award.Units < 1 ? line.PriceBaseQuantity : line.PriceBaseQuantity * award.Units)
           select new ContractPrice(ClientId, line.ProductId!.Value, LineAmounts.Per(tier.NetPrice, per.Of, per.For), per.For, Currency, validFrom, line.ValidUntil, tier.FromQuantity > 0 ? tier.FromQuantity * award.Units : null),
    ];

    /// <summary>Another one has it.</summary>
    public Result Lose(TenderEnd end, DateTimeOffset now) => Leave(TenderAct.Lose, TenderStatus.Lost, end, now);

    /// <summary>We do not offer, or not any more.</summary>
    public Result Decline(TenderEnd end, DateTimeOffset now) => Leave(TenderAct.Decline, TenderStatus.Declined, end, now);

    /// <summary>The client asks no more.</summary>
    public Result Cancel(TenderEnd end, DateTimeOffset now) => Leave(TenderAct.Cancel, TenderStatus.Cancelled, end, now);

    /// <summary>It is not over after all. What was lost is with the client again, where the offer is still the one that it has.</summary>
    public Result Reopen() => Do(TenderAct.Reopen, () =>
    {
        _lines.ForEach(line => line.End(null));
        (Status, End, EndedAt) = (Status is TenderStatus.Lost && StandsAsSubmitted() ? TenderStatus.Submitted : TenderStatus.Open, null, null);

        return null;
    });

    /// <summary>A requirement came of it.</summary>
    /// <param name="client">Whose requirement that is.</param>
    public Result Link(RequirementId requirement, ClientId client) => Do(TenderAct.Link, () =>
    {
        if (client != ClientId)
        {
            return new Complaints.RequirementOfAnother();
        }

        RequirementId = requirement;

        return null;
    });

    private static Refusal? Check(TenderStatus status, TenderEnd end) =>
        !TenderReasons.For(status).Contains(end.Reason) ? new ReasonDoesNotFit(end.Reason, status)
        : end.Reason is TenderReason.Other && Said(end.Words) is null ? new TenderNeedsReason()
        : null;

    private Refusal? Check(IReadOnlyList<Award> awards, DateOnly validFrom, TimeZoneInfo zone)
    {
        if (awards.Count == 0)
        {
            return new NothingAwarded();
        }

        var opened = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(OpenedAt, zone).DateTime);

        if (validFrom < opened)
        {
            return new AwardBeforeTender(opened);
        }

        List<ProductId> priced = [];

        foreach (var award in awards)
        {
            if (_lines.Find(line => line.Id == award.LineId) is not { } line)
            {
                return new NoSuchTenderLine($"{award.LineId}");
            }

            if (line.IsLeftOut || line.Prices.Count == 0)
            {
                return new LineNotOffered(line.LineNo);
            }

            if (line.ValidUntil < validFrom)
            {
                return new AwardEndsBeforeItBegins(line.LineNo, line.ValidUntil.Value);
            }

            if ((line.ProductId ?? award.ProductId) is { } product)
            {
                if (priced.Contains(product))
                {
                    return new AwardedTwice(line.ProductCode ?? award.ProductCode ?? "");
                }

                priced.Add(product);
            }
        }

        return null;
    }

    private bool StandsAsSubmitted() => _versions.Count > 0 && !TenderComparison.Of(_versions[^1].Lines, Frozen()).Any(line => line.IsChanged);

    private IReadOnlyList<OfferedLine> Frozen() => [.. _lines.OrderBy(line => line.Position).Select(line => line.Freeze())];

    private Result Leave(TenderAct act, TenderStatus status, TenderEnd end, DateTimeOffset now)
    {
        if ((WhyNot(act) ?? Check(status, end)) is { } refusal)
        {
            return refusal;
        }

        _lines.ForEach(line => line.End(status is TenderStatus.Lost ? LineOutcome.Lost : null));

        return Finish(status, end, now);
    }

    private Result Finish(TenderStatus status, TenderEnd end, DateTimeOffset now)
    {
        (EndedAt, End) = (now, end with { Words = Said(end.Words), Competitor = Said(end.Competitor) });
        MoveTo(status);

        return Result.Ok;
    }
}

/// <summary>That the client takes what we offered for a line.</summary>
/// <param name="ProductId">What it is, where the line named no product of ours.</param>
/// <param name="Units">How many of the product's units one of the line's is.</param>
public sealed record Award(Guid LineId, ProductId? ProductId = null, string? ProductCode = null, decimal Units = 1);
