using System.Text.Json.Serialization;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake;

/// <summary>Everything that was learned from one file: what it is, what it orders, and what a person must know before trusting it.</summary>
/// <param name="Orders">Every order in the file, in its sequence; empty for a change, a cancellation and whatever is not an order.</param>
/// <param name="RefersTo">The number of the order that a change or a cancellation speaks of.</param>
/// <param name="Sender">Who sent the message that it came in; null for a file without one.</param>
/// <param name="Layout">What a file of no standard looks like; null for EDIFACT and XML, which need no learning.</param>
public sealed record DocumentReading(
    DocumentFormat Format,
    ReadingVerdict Verdict,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<PurchaseOrder> Orders,
    string? RefersTo = null,
    DocumentChange? Change = null,
    MailSender? Sender = null,
    DocumentLayout? Layout = null)
{
    /// <summary>The problem of a message that is not from whom it says it is: it orders nothing, asks nothing, and nobody answers it.</summary>
    public const string Phishing = "mail-phishing";

    /// <summary>The problem of a message that answers by itself (RFC 3834, 5: <c>auto-replied</c>).</summary>
    public const string AutoReply = "mail-auto-reply";

    /// <summary>The problem of a report that a message could not be delivered (RFC 3464).</summary>
    public const string Bounce = "mail-bounce";

    /// <summary>The problem of a report that a message was read (RFC 8098).</summary>
    public const string Receipt = "mail-receipt";

    /// <summary>Where the values stand that a person took of what a language model proposed; null where nobody did. They are in <see cref="Orders"/> like the others.</summary>
    public IReadOnlyList<Spot>? Taken { get; init; }
}

/// <summary>Who sent a message, as its heads say and nobody has proved.</summary>
/// <param name="MessageId">RFC 5322, 3.6.4, without the angle brackets.</param>
public sealed record MailSender(string? Name, string? Address, string? Subject, string? MessageId);

/// <summary>What a change or a cancellation asks for, read like an order but never placed as one.</summary>
public sealed record DocumentChange(ChangeKind Kind, PurchaseOrder Document);

[JsonConverter(typeof(ApiNameConverter<ChangeKind>))]
public enum ChangeKind
{
    Amendment,
    Cancellation,
}

/// <summary>What a file is, known by its content, never by its name.</summary>
[JsonConverter(typeof(ApiNameConverter<DocumentFormat>))]
public enum DocumentFormat
{
    Unknown,
    EdifactOrders,
    EdifactOrdchg,
    UblOrder,
    UblOrderChange,
    UblOrderCancellation,
    OrderX,
    Csv,
    Xlsx,
    Pdf,
    Email,
}

/// <summary>How far the file alone may be trusted, from best to worst.</summary>
[JsonConverter(typeof(ApiNameConverter<ReadingVerdict>))]
public enum ReadingVerdict
{
    /// <summary>Complete: may be confirmed without a question.</summary>
    Import,

    /// <summary>Complete enough, and every problem must be shown.</summary>
    ImportWithWarnings,

    /// <summary>Must not be confirmed before a person has decided.</summary>
    NeedsReview,

    /// <summary>Kept and shown; no order is made.</summary>
    NotAnOrder,
}
