using System.Globalization;

namespace AdvPortal.Domain.Complaints;

/// <summary>What a client says is wrong, in its own words, and all that follows: the goods in dispute, eight steps to the cause, what the client is given, what it cost.</summary>
public sealed partial class Complaint : TenantOwned
{
    public const int NumberMaxLength = 20;
    public const int SubjectMaxLength = 200;
    public const int DescriptionMaxLength = 10_000;
    public const int ContactMaxLength = 200;
    public const int InvoiceMaxLength = 40;
    public const int MostLines = 200;

    private readonly List<ComplaintLine> _lines = [];
    private readonly List<ComplaintAction> _actions = [];
    private readonly List<CreditRequest> _credits = [];

    private Complaint() { }

    public ComplaintId Id { get; private set; }

    /// <summary>RC26-00087: what people see; empty until it is numbered, once.</summary>
    public string Number { get; private set; } = "";

    public ClientId ClientId { get; private set; }

    /// <summary>Where it happened; null where that is not said.</summary>
    public SiteId? SiteId { get; private set; }

    [PersonalData]
    public string Subject { get; private set; } = null!;

    /// <summary>What the client said, word for word.</summary>
    [PersonalData]
    public string Description { get; private set; } = "";

    public ComplaintNature Nature { get; private set; }
    public ComplaintSeverity Severity { get; private set; }

    /// <summary>Null until it is known.</summary>
    public ComplaintSide? Side { get; private set; }

    public ComplaintChannel Channel { get; private set; }
    public ContactId? ContactId { get; private set; }

    /// <summary>The conversation that it came of.</summary>
    public InquiryId? InquiryId { get; private set; }

    /// <summary>Whoever complained, where it is none of the client's contacts.</summary>
    [PersonalData]
    public string? ContactName { get; private set; }

    /// <summary>The number of the invoice that it is about.</summary>
    public string? InvoiceNumber { get; private set; }

    public ComplaintStatus Status { get; private set; }

    /// <summary>ISO 4217; null where no line is disputed.</summary>
    public string? Currency { get; private set; }

    /// <summary>What is disputed, net of tax: what no reminder should ask for while the complaint is open.</summary>
    public decimal DisputedAmount { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Null when a program did.</summary>
    public MemberId? OpenedBy { get; private set; }

    /// <summary>Which step is next; null when it has ended.</summary>
    public Discipline? Step { get; private set; }

    /// <summary>Until when that is to be done; null when it has ended.</summary>
    public DateOnly? DueOn { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<ComplaintStep> Steps { get; private set; } = [];
    public IReadOnlyList<ComplaintLine> Lines => _lines;
    public IReadOnlyList<ComplaintAction> Actions => _actions;
    public IReadOnlyList<CreditRequest> Credits => _credits;

    /// <param name="id">The complaint's.</param>
    /// <param name="head">Who, what, how.</param>
    /// <param name="lines">What is disputed; none where it is about no goods.</param>
    /// <param name="elsewhere">What other complaints dispute, by the ids of delivery lines and of order lines.</param>
    /// <param name="now">When it came in.</param>
    /// <param name="today">The same, in the company's time zone.</param>
    /// <param name="by">Null for a program.</param>
    public static Result<Complaint> Open(
        ComplaintId id, ComplaintHead head, IReadOnlyList<Disputed> lines, IReadOnlyDictionary<Guid, decimal> elsewhere, DateTimeOffset now, DateOnly today, MemberId? by = null)
    {
        var complaint = new Complaint { Id = id, ClientId = head.ClientId, InquiryId = head.InquiryId, OpenedAt = now, OpenedBy = by };

        if (complaint.Check(lines, elsewhere) is { } refusal)
        {
            return refusal;
        }

        complaint.Take(head);
        complaint.Steps = ComplaintDelays.Steps(head.Severity, today);
        complaint.Take(lines);
        complaint.Reckon();

        return complaint;
    }

    /// <summary>Gives it the number people see; it never changes.</summary>
    /// <param name="year">Of the day on which it came in.</param>
    /// <param name="number">The company's next.</param>
    public void Numbered(int year, long number)
    {
        if (Number.Length > 0)
        {
            throw new InvalidOperationException("A complaint is numbered once.");
        }

        Number = string.Create(CultureInfo.InvariantCulture, $"RC{year % 100:00}-{number:00000}");
    }

    /// <summary>What was said is put right, and what is disputed is replaced; what was decided of a line that stays as it is, stays.</summary>
    /// <param name="dayOf">In the company's time zone: another severity has other delays, for what is still to do, from the day on which the work began.</param>
    public Result Change(ComplaintHead head, IReadOnlyList<Disputed> lines, IReadOnlyDictionary<Guid, decimal> elsewhere, Func<DateTimeOffset, DateOnly> dayOf)
    {
        if ((WhyNot(ComplaintAct.Change) ?? Check(lines, elsewhere) ?? Credited(lines)) is { } refusal)
        {
            return refusal;
        }

        if (head.Severity != Severity)
        {
            var from = dayOf(Reopenings is [var last, ..] ? last.At : OpenedAt);
            Steps = [.. Steps.Select(step => step.IsDone ? step : step with { DueOn = ComplaintDelays.DueOn(step.Discipline, head.Severity, from) })];
        }

        Take(head);
        Take(lines);
        Reckon();
        Touch();

        return Result.Ok;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private ComplaintDoesNotAllow? WhyNot(ComplaintAct act) => Status.Allows(act) ? null : new(act, Status);

    private Refusal? Check(IReadOnlyList<Disputed> lines, IReadOnlyDictionary<Guid, decimal> elsewhere)
    {
        if (lines.Count > MostLines)
        {
            return new TooManyEntries(MostLines);
        }

        if (lines.Select(each => each.Order.Currency).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            return new DisputedInSeveralCurrencies();
        }

        foreach (var (position, each) in lines.Index())
        {
            if (each.Order.ClientId != ClientId || (each.Delivery is { } delivery && delivery.ClientId != ClientId))
            {
                return new DisputesOfAnother(each.Order.Number);
            }

            if (lines.Count(other => other.Of == each.Of) > 1)
            {
                return new DisputedTwice(each.Order.Number, each.Line.LineNo);
            }

            if (TooMuch(lines, position, elsewhere) is { } tooMuch)
            {
                return tooMuch;
            }

            if (each.Amount is { } amount && (amount < 0 || amount > each.Worth))
            {
                return new DisputedAmountTooHigh(each.Line.LineNo, new(each.Worth, each.Order.Currency));
            }
        }

        return null;
    }

    // The lines above it may dispute other deliveries of the same order line.
    private static DisputesTooMuch? TooMuch(IReadOnlyList<Disputed> lines, int position, IReadOnlyDictionary<Guid, decimal> elsewhere)
    {
        var each = lines[position];
        var most = each.Most(elsewhere, lines.Take(position).Where(other => other.Line.Id == each.Line.Id).Sum(other => other.Quantity));

        return each.Quantity < 0 || each.Quantity > most ? new(each.Order.Number, each.Line.LineNo, most) : null;
    }

    private void Take(ComplaintHead head)
    {
        (SiteId, Subject, Description) = (head.SiteId, head.Subject.Trim(), head.Description.Trim());
        (Nature, Severity, Side, Channel) = (head.Nature, head.Severity, head.Side, head.Channel);
        (ContactId, ContactName, InvoiceNumber) = (head.ContactId, Said(head.ContactName), Said(head.InvoiceNumber));
    }

    // A line that stays keeps its row.
    private void Take(IReadOnlyList<Disputed> lines)
    {
        _lines.RemoveAll(line => !lines.Any(each => each.Of == (line.DeliveryLineId ?? line.LineId)));

        foreach (var (position, each) in lines.Index())
        {
            if (_lines.Find(line => (line.DeliveryLineId ?? line.LineId) == each.Of) is { } kept)
            {
                kept.Take(each, position);
            }
            else
            {
                _lines.Add(new(each, position));
            }
        }

        Currency = lines.Count == 0 ? null : lines[0].Order.Currency;
    }

    private void Reckon()
    {
        var next = Status.IsOpen() ? Steps.FirstOrDefault(step => !step.IsDone) : null;
        (Step, DueOn) = (next?.Discipline, next?.DueOn);
        DisputedAmount = _lines.Sum(line => line.Amount);
    }

    private void MoveTo(ComplaintStatus next)
    {
        Status = next;
        Reckon();
        Touch();
    }
}

/// <summary>Who complains of what, and how that reached us.</summary>
public sealed record ComplaintHead(
    ClientId ClientId, string Subject, string Description, ComplaintNature Nature, ComplaintSeverity Severity, ComplaintChannel Channel = ComplaintChannel.Email, ComplaintSide? Side = null,
    SiteId? SiteId = null, ContactId? ContactId = null, string? ContactName = null, string? InvoiceNumber = null, InquiryId? InquiryId = null);
