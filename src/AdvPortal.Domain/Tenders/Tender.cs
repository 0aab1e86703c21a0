using System.Globalization;

namespace AdvPortal.Domain.Tenders;

/// <summary>What a client wants prices for outside its contract: from the first letter to the prices that come of it.</summary>
public sealed partial class Tender : TenantOwned
{
    public const int NumberMaxLength = 20;
    public const int TitleMaxLength = 200;
    public const int WordsMaxLength = 10_000;
    public const int ReferenceMaxLength = 80;
    public const int MostLines = 200;

    private readonly List<TenderLine> _lines = [];
    private readonly List<TenderTask> _tasks = [];
    private readonly List<TenderQuestion> _questions = [];
    private readonly List<TenderVersion> _versions = [];

    private Tender() { }

    public TenderId Id { get; private set; }

    /// <summary>AO26-00012: what people see; empty until it is numbered, once.</summary>
    public string Number { get; private set; } = "";

    public ClientId ClientId { get; private set; }

    /// <summary>Who asks; null where that is not said.</summary>
    public ContactId? ContactId { get; private set; }

    /// <summary>The conversation that it came of; null where there is none.</summary>
    public InquiryId? InquiryId { get; private set; }

    /// <summary>The client's own number of it.</summary>
    public string? CustomerReference { get; private set; }

    [PersonalData]
    public string Title { get; private set; } = null!;

    /// <summary>What the client asks for, word for word; empty where nothing was written.</summary>
    [PersonalData]
    public string Words { get; private set; } = "";

    /// <summary>ISO 4217: of all prices in it.</summary>
    public string Currency { get; private set; } = null!;

    /// <summary>Until when questions may be asked; null where the client does not say.</summary>
    public DateTimeOffset? QuestionsDueAt { get; private set; }

    /// <summary>Until when the client wants an offer.</summary>
    public DateTimeOffset SubmissionDueAt { get; private set; }

    public TenderStatus Status { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Null when a program did.</summary>
    public MemberId? OpenedBy { get; private set; }

    /// <summary>Until when an offer is owed; null while none is.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>How many contributors have yet to answer; 0 once no offer is owed.</summary>
    public int OpenTasks { get; private set; }

    /// <summary>What it brings at most, net of tax: see <see cref="TenderLine.Worth"/>.</summary>
    public decimal Amount { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What may be done with it: what the table allows, but what the client never had is not lost. Once it has a version of our offer, it may choose another one's while the next is worked on.</summary>
    public IReadOnlyList<TenderAct> Acts => [.. Status.Acts().Where(act => act is not TenderAct.Lose || _versions.Count > 0)];

    public IReadOnlyList<TenderLine> Lines => _lines;
    public IReadOnlyList<TenderTask> Tasks => _tasks;
    public IReadOnlyList<TenderQuestion> Questions => _questions;

    /// <summary>As submitted, v1 first.</summary>
    public IReadOnlyList<TenderVersion> Versions => _versions;

    /// <param name="id">The tender's.</param>
    /// <param name="head">Who asks, until when.</param>
    /// <param name="lines">For what; more may be added while it is worked on.</param>
    /// <param name="currency">The client's (ISO 4217).</param>
    /// <param name="now">When it came in.</param>
    /// <param name="zone">The company's.</param>
    /// <param name="by">Null for a program.</param>
    public static Result<Tender> Open(TenderId id, TenderHead head, IReadOnlyList<AskedItem> lines, string currency, DateTimeOffset now, TimeZoneInfo zone, MemberId? by = null)
    {
        var tender = new Tender { Id = id, ClientId = head.ClientId, InquiryId = head.InquiryId, Currency = currency, OpenedAt = now, OpenedBy = by };

        if (tender.Check(head, lines, now, zone) is { } refusal)
        {
            return refusal;
        }

        tender.Take(head);
        tender.Take(lines);
        tender.Reckon();

        return tender;
    }

    /// <summary>Gives it the number people see; it never changes.</summary>
    /// <param name="year">Of the day on which it came in.</param>
    /// <param name="number">The company's next.</param>
    public void Numbered(int year, long number)
    {
        if (Number.Length > 0)
        {
            throw new InvalidOperationException("A tender is numbered once.");
        }

        Number = string.Create(CultureInfo.InvariantCulture, $"AO{year % 100:00}-{number:00000}");
    }

    /// <summary>What is asked for is put right; what was offered for a line that stays, stays.</summary>
    public Result Change(TenderHead head, IReadOnlyList<AskedItem> lines, DateTimeOffset now, TimeZoneInfo zone)
    {
        if ((WhyNot(TenderAct.Change) ?? Check(head, lines, now, zone)) is { } refusal)
        {
            return refusal;
        }

        Take(head);
        Take(lines);
        Reckon();
        Touch();

        return Result.Ok;
    }

    /// <summary>Why this may not be done with it as it stands; null where it may.</summary>
    public TenderDoesNotAllow? WhyNot(TenderAct act) => Acts.Contains(act) ? null : new(act, Status);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private Refusal? Check(TenderHead head, IReadOnlyList<AskedItem> lines, DateTimeOffset now, TimeZoneInfo zone)
    {
        // A deadline that stands may pass while something else is put right.
        if (head.SubmissionDueAt <= now && head.SubmissionDueAt != SubmissionDueAt)
        {
            var local = TimeZoneInfo.ConvertTime(head.SubmissionDueAt, zone).DateTime;

            return new DeadlineIsPast(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }

        return head.QuestionsDueAt > head.SubmissionDueAt ? new QuestionsAfterDeadline()
            : lines.Count > MostLines ? new Complaints.TooManyEntries(MostLines)
            : lines.FirstOrDefault(each => each.Id is { } id && !_lines.Exists(line => line.Id == id)) is { } stranger ? new NoSuchTenderLine(stranger.LineNo ?? $"{stranger.Id}")
            : _lines.Find(line => lines.Any(each => each.Id == line.Id && !TenderLine.Fits(each.Quantities, line.Prices, line.PriceBaseQuantity))) is { } large ? new Orders.LineOutOfRange(large.LineNo)
            : null;
    }

    private void Take(TenderHead head)
    {
        (ContactId, CustomerReference, Title, Words) = (head.ContactId, Said(head.CustomerReference), head.Title.Trim(), (head.Words ?? "").Trim());
        (QuestionsDueAt, SubmissionDueAt) = (head.QuestionsDueAt?.ToUniversalTime(), head.SubmissionDueAt.ToUniversalTime());
    }

    // A line that stays keeps its row.
    private void Take(IReadOnlyList<AskedItem> lines)
    {
        _lines.RemoveAll(line => !lines.Any(each => each.Id == line.Id));

        foreach (var (position, each) in lines.Index())
        {
            if (_lines.Find(line => line.Id == each.Id) is { } kept)
            {
                kept.Take(each, position);
            }
            else
            {
                _lines.Add(new(each, position));
            }
        }
    }

    private void Reckon()
    {
        DueAt = Status.IsToAnswer() ? SubmissionDueAt : null;
        OpenTasks = Status.IsToAnswer() ? _tasks.Count(task => !task.IsDone) : 0;
        Amount = _lines.Sum(line => line.Worth);
    }

    private void MoveTo(TenderStatus next)
    {
        Status = next;
        Reckon();
        Touch();
    }

    private Result Do(TenderAct act, Func<Refusal?> change)
    {
        if ((WhyNot(act) ?? change()) is { } refusal)
        {
            return refusal;
        }

        Reckon();
        Touch();

        return Result.Ok;
    }
}

/// <summary>Who asks for what, and until when.</summary>
/// <param name="Words">What the client wrote.</param>
public sealed record TenderHead(
    ClientId ClientId, string Title, DateTimeOffset SubmissionDueAt, DateTimeOffset? QuestionsDueAt = null, string? CustomerReference = null, ContactId? ContactId = null, InquiryId? InquiryId = null,
    string? Words = null);
