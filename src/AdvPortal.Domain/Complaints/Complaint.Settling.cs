namespace AdvPortal.Domain.Complaints;

/// <summary>What the client is given and told, what it cost, and how a complaint ends.</summary>
public sealed partial class Complaint
{
    public const int AnswerMaxLength = 10_000;
    public const int ReasonMaxLength = 1000;

    [PersonalData]
    public IReadOnlyList<QualityCost> Costs { get; private set; } = [];

    /// <summary>What the client was told last.</summary>
    [PersonalData]
    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Why it was refused, or taken back by the client.</summary>
    [PersonalData]
    public string? EndReason { get; private set; }

    /// <summary>The last first.</summary>
    [PersonalData]
    public IReadOnlyList<Reopening> Reopenings { get; private set; } = [];

    public int ReopenCount => Reopenings.Count;

    /// <summary>What was approved of credit notes.</summary>
    public decimal CreditedAmount => _credits.Where(credit => credit.Status is CreditStatus.Approved).Sum(credit => credit.Amount);

    /// <summary>What is to be given back and nobody has asked for yet.</summary>
    public decimal AmountToCredit => _lines.Sum(line => line.CreditAmount) - _credits.Where(credit => credit.Status is not CreditStatus.Rejected).Sum(credit => credit.Amount);

    /// <summary>All that it cost: what was given back, and the rest.</summary>
    public decimal CostOfNonQuality => _credits.Where(credit => credit.Status is not CreditStatus.Rejected).Sum(credit => credit.Amount) + Costs.Sum(cost => cost.Amount);

    /// <summary>Decides what the client is given for lines; all of it, or nothing is.</summary>
    /// <param name="settled">By the lines' ids; a credit without an amount is one of all that the line disputes.</param>
    public Result Settle(IReadOnlyList<SettledLine> settled)
    {
        if (WhyNot(ComplaintAct.Settle) is { } refusal)
        {
            return refusal;
        }

        var credits = _lines.ToDictionary(line => line.Id, line => line.CreditAmount);

        foreach (var each in settled)
        {
            if (_lines.Find(line => line.Id == each.LineId) is not { } line)
            {
                return new NoSuchDisputedLine("");
            }

            var credit = !each.Settlement.HasFlag(Settlements.CreditNote) ? 0 : each.Credit ?? line.Amount;

            if (credit < 0 || credit > line.Amount)
            {
                return new CreditAboveLine(line.LineNo, new(line.Amount, Currency!));
            }

            credits[line.Id] = credit;
        }

        if (_credits.Find(credit => credit.Status is not CreditStatus.Rejected) is { } given && credits.Values.Sum() < _credits.Where(credit => credit.Status is not CreditStatus.Rejected).Sum(credit => credit.Amount))
        {
            return given.Status is CreditStatus.Approved ? new CreditIsApproved(given.Number) : new CreditWaits(given.Number);
        }

        foreach (var each in settled)
        {
            _lines.Find(line => line.Id == each.LineId)!.Settle(each.Settlement, credits[each.LineId]);
        }

        Touch();

        return Result.Ok;
    }

    /// <summary>Asks for a credit note over what was decided and is not asked for yet. Up to a limit the desk gives it by itself.</summary>
    /// <param name="number">The company's next.</param>
    /// <param name="limit">What all credits of this complaint may add up to without anybody's approval, in its currency.</param>
    public Result<CreditRequest> RequestCredit(int year, long number, decimal limit, DateTimeOffset now, MemberId? by = null)
    {
        if (WhyNot(ComplaintAct.RequestCredit) is { } refusal)
        {
            return refusal;
        }

        if (_credits.Find(each => each.Status is CreditStatus.Requested) is { } waits)
        {
            return new CreditWaits(waits.Number);
        }

        if (AmountToCredit <= 0)
        {
            return new NothingToCredit();
        }

        var credit = new CreditRequest(year, number, AmountToCredit, by, now);

        // In slices nobody gets past the limit either.
        if (CreditedAmount + credit.Amount <= limit)
        {
            credit.Judge(CreditStatus.Approved, null, by, now);
        }

        _credits.Add(credit);
        Touch();

        return credit;
    }

    /// <summary>Somebody who may agrees to a credit note, or does not.</summary>
    /// <param name="reason">Needed when it is rejected.</param>
    public Result JudgeCredit(Guid id, bool approved, string? reason, DateTimeOffset now, MemberId? by = null)
    {
        if (WhyNot(ComplaintAct.JudgeCredit) is { } refusal)
        {
            return refusal;
        }

        if (_credits.Find(each => each.Id == id) is not { } credit)
        {
            return new NoSuchCredit();
        }

        if (credit.Status is not CreditStatus.Requested)
        {
            return new CreditIsJudged(credit.Number, credit.Status);
        }

        if (!approved && Said(reason) is null)
        {
            return new ComplaintNeedsReason();
        }

        credit.Judge(approved ? CreditStatus.Approved : CreditStatus.Rejected, approved ? null : Said(reason), by, now);
        Touch();

        return Result.Ok;
    }

    /// <summary>Replaces what it cost beside the credit notes.</summary>
    public Result Count(IReadOnlyList<QualityCost> costs)
    {
        if (WhyNot(ComplaintAct.Count) is { } refusal)
        {
            return refusal;
        }

        if (costs.Count > QualityCost.Most)
        {
            return new TooManyEntries(QualityCost.Most);
        }

        Costs = [.. costs.Select(cost => cost with { Note = Said(cost.Note) })];
        Touch();

        return Result.Ok;
    }

    /// <summary>The client was told.</summary>
    public Result Tell(string answer, DateTimeOffset now)
    {
        if (WhyNot(ComplaintAct.Answer) is { } refusal)
        {
            return refusal;
        }

        (Answer, AnsweredAt) = (answer.Trim(), now);
        Touch();

        return Result.Ok;
    }

    /// <summary>The eighth step: everything is decided, approved and told.</summary>
    public Result Close(DateTimeOffset now, MemberId? by = null)
    {
        if (WhyNot(ComplaintAct.Close) is { } refusal)
        {
            return refusal;
        }

        if (Step is { } step and not Discipline.Closure)
        {
            return new StepOutOfTurn(step);
        }

        if (_lines.Find(line => line.Settlement is null) is { } open)
        {
            return new LineNotSettled(open.LineNo);
        }

        if (_credits.Find(credit => credit.Status is CreditStatus.Requested) is { } waits)
        {
            return new CreditWaits(waits.Number);
        }

        if (AmountToCredit > 0)
        {
            return new CreditNotApproved();
        }

        if (AnsweredAt is null)
        {
            return new ClientNotAnswered();
        }

        Mark(Discipline.Closure, now, by);
        End(ComplaintStatus.Closed, null, now);

        return Result.Ok;
    }

    /// <summary>There is nothing wrong that is ours, or that was delivered so.</summary>
    public Result Refuse(string reason, DateTimeOffset now) => End(ComplaintAct.Refuse, ComplaintStatus.Refused, reason, now);

    /// <summary>The client takes it back.</summary>
    public Result Withdraw(string reason, DateTimeOffset now) => End(ComplaintAct.Withdraw, ComplaintStatus.Withdrawn, reason, now);

    /// <summary>It is not over: the work begins anew from one step on, with delays of its own.</summary>
    /// <param name="reason">In a person's words.</param>
    /// <param name="from">At the latest the one that puts the correction in place.</param>
    /// <param name="lines">Its own, with their orders and deliveries as they stand now; a line that its order no longer has is left out.</param>
    /// <param name="elsewhere">What other complaints dispute, by the ids of delivery lines and of order lines.</param>
    /// <param name="now">When it is taken up again.</param>
    /// <param name="today">The same, in the company's time zone.</param>
    /// <param name="by">Null for a program.</param>
    public Result Reopen(string reason, Discipline from, IReadOnlyList<Disputed> lines, IReadOnlyDictionary<Guid, decimal> elsewhere, DateTimeOffset now, DateOnly today, MemberId? by = null)
    {
        if (WhyNot(ComplaintAct.Reopen) is { } refusal)
        {
            return refusal;
        }

        if (Said(reason) is not { } why)
        {
            return new ComplaintNeedsReason();
        }

        if (from > Discipline.Implementation)
        {
            return new ReopensTooLate(Discipline.Implementation);
        }

        // Refused or withdrawn, it had left its goods to others; closed, it had not.
        if (Status is not ComplaintStatus.Closed && lines.Select((_, position) => TooMuch(lines, position, elsewhere)).FirstOrDefault(no => no is not null) is { } tooMuch)
        {
            return tooMuch;
        }

        Reopenings = [new(why, from, now, by), .. Reopenings];
        Steps = [.. Steps.Select(step => step.Discipline < from && step.IsDone ? step : new(step.Discipline, ComplaintDelays.DueOn(step.Discipline, Severity, today)))];

        // Another answer is owed.
        (EndedAt, EndReason, AnsweredAt) = (null, null, null);
        MoveTo(ComplaintStatus.Reopened);

        return Result.Ok;
    }

    private Result End(ComplaintAct act, ComplaintStatus status, string reason, DateTimeOffset now)
    {
        if (WhyNot(act) is { } refusal)
        {
            return refusal;
        }

        if (Said(reason) is not { } why)
        {
            return new ComplaintNeedsReason();
        }

        if (_credits.Find(credit => credit.Status is not CreditStatus.Rejected) is { } given)
        {
            return given.Status is CreditStatus.Approved ? new CreditIsApproved(given.Number) : new CreditWaits(given.Number);
        }

        End(status, why, now);

        return Result.Ok;
    }

    private void End(ComplaintStatus status, string? reason, DateTimeOffset now)
    {
        (EndedAt, EndReason) = (now, reason);
        MoveTo(status);
    }

    // What was credited was credited of lines: they neither go nor become less.
    private Refusal? Credited(IReadOnlyList<Disputed> lines)
    {
        if (_credits.Find(credit => credit.Status is not CreditStatus.Rejected) is not { } given)
        {
            return null;
        }

        var stays = _lines.Where(line => line.CreditAmount > 0)
            .All(line => lines.Any(each => each.Of == (line.DeliveryLineId ?? line.LineId) && each.Quantity == line.Quantity && (each.Amount ?? each.Worth) == line.Amount));

        return stays ? null : given.Status is CreditStatus.Approved ? new CreditIsApproved(given.Number) : new CreditWaits(given.Number);
    }
}

/// <summary>What a line's client is given.</summary>
/// <param name="LineId">The complaint's.</param>
/// <param name="Credit">Net of tax; null for all that the line disputes.</param>
public sealed record SettledLine(Guid LineId, Settlements Settlement, decimal? Credit = null);
