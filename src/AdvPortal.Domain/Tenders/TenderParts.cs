namespace AdvPortal.Domain.Tenders;

/// <summary>What one colleague is asked to find out for an offer, and until when.</summary>
public sealed class TenderTask : TenantOwned
{
    public const int TextMaxLength = 500;

    private TenderTask() { }

    internal TenderTask(AskedTask asked, int position) =>
        (Kind, Text, AssigneeId, DueOn, Position) = (asked.Kind, asked.Text.Trim(), asked.AssigneeId, asked.DueOn, position);

    public Guid Id { get; private set; } = Ids.Next();

    /// <summary>From 0.</summary>
    public int Position { get; private set; }

    public TenderTaskKind Kind { get; private set; }

    [PersonalData]
    public string Text { get; private set; } = null!;

    public MemberId AssigneeId { get; private set; }

    /// <summary>In the company's time zone.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Null while nobody has answered.</summary>
    [PersonalData]
    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Null for a program.</summary>
    public MemberId? AnsweredBy { get; private set; }

    public bool IsDone => AnsweredAt is not null;

    internal void Do(string? answer, DateTimeOffset at, MemberId? by) => (Answer, AnsweredAt, AnsweredBy) = (answer, answer is null ? null : at, answer is null ? null : by);
}

/// <summary>What somebody asks of a colleague.</summary>
public sealed record AskedTask(TenderTaskKind Kind, string Text, MemberId AssigneeId, DateOnly DueOn);

/// <summary>What stood as the answer when somebody began to give theirs, which takes its place.</summary>
/// <param name="Text">Null where there was none yet.</param>
public sealed record SeenAnswer(string? Text);

/// <summary>One entry of the register of questions and clarifications: what we ask the client of its tender, or the client of our offer.</summary>
public sealed class TenderQuestion : TenantOwned
{
    public const int TextMaxLength = 2000;

    private TenderQuestion() { }

    internal TenderQuestion(TenderVoice voice, string text, DateOnly askedOn, bool isLate, int position) =>
        (Voice, Text, AskedOn, IsLate, Position) = (voice, text.Trim(), askedOn, isLate, position);

    public Guid Id { get; private set; } = Ids.Next();

    /// <summary>From 0.</summary>
    public int Position { get; private set; }

    public TenderVoice Voice { get; private set; }

    [PersonalData]
    public string Text { get; private set; } = null!;

    public DateOnly AskedOn { get; private set; }

    /// <summary>The client asked it after the last day for questions.</summary>
    public bool IsLate { get; private set; }

    /// <summary>Null while there is none.</summary>
    [PersonalData]
    public string? Answer { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    internal void Settle(string? answer, DateOnly on) => (Answer, AnsweredOn) = (answer, answer is null ? null : on);
}

/// <summary>An offer as it was submitted: nothing of it changes any more.</summary>
public sealed class TenderVersion : TenantOwned
{
    public const int ToMaxLength = 320;

    private TenderVersion() { }

    internal TenderVersion(int number, OfferedTerms terms, IReadOnlyList<OfferedLine> lines, decimal amount, string? to, bool isLate, DateTimeOffset at, MemberId? by) =>
        (Number, Terms, Lines, Amount, To, IsLate, SubmittedAt, SubmittedBy) = (number, terms, lines, amount, to, isLate, at, by);

    public Guid Id { get; private set; } = Ids.Next();

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }
    public MemberId? SubmittedBy { get; private set; }

    /// <summary>Whom it was mailed to; null where it was handed in otherwise.</summary>
    [PersonalData]
    public string? To { get; private set; }

    /// <summary>After the client's deadline.</summary>
    public bool IsLate { get; private set; }

    /// <summary>See <see cref="TenderLine.Worth"/>.</summary>
    public decimal Amount { get; private set; }

    [PersonalData]
    public IReadOnlyList<OfferedLine> Lines { get; private set; } = [];

    /// <summary>What the client read beside the lines; null for what was submitted before it was frozen with them.</summary>
    [PersonalData]
    public OfferedTerms? Terms { get; private set; }
}

/// <summary>A line as it was offered.</summary>
/// <param name="LineId">The tender's: by it the same line is found in another version.</param>
public sealed record OfferedLine(
    Guid LineId, string LineNo, string? ProductCode, string? BuyerCode, string Description, string Unit, IReadOnlyList<decimal> Quantities, decimal PriceBaseQuantity,
    IReadOnlyList<TierPrice> Prices, int? LeadDays, DateOnly? ValidUntil, string? Note, bool IsLeftOut);

/// <summary>That somebody was asked whether an offer may leave, and what they said.</summary>
/// <param name="Amount">What was asked for, in the tender's currency.</param>
/// <param name="IsApproved">Null while nobody has said.</param>
/// <param name="JudgedBy">Of what the desk offers by itself, whoever asked.</param>
/// <param name="Reason">Why not.</param>
public sealed record TenderApproval(decimal Amount, MemberId? RequestedBy, DateTimeOffset RequestedAt, bool? IsApproved = null, MemberId? JudgedBy = null, DateTimeOffset? JudgedAt = null, string? Reason = null)
{
    public const int ReasonMaxLength = 500;
}

/// <summary>That a contributor was reminded of a task by mail: once before the day, and once after it.</summary>
public sealed class TenderReminder : TenantOwned
{
    private TenderReminder() { }

    public TenderReminder(Guid task, DateOnly dueOn, bool isLate, DateTimeOffset at) => (TaskId, DueOn, IsLate, SentAt) = (task, dueOn, isLate, at);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid TaskId { get; private set; }
    public DateOnly DueOn { get; private set; }

    /// <summary>The day has passed.</summary>
    public bool IsLate { get; private set; }

    public DateTimeOffset SentAt { get; private set; }
}
