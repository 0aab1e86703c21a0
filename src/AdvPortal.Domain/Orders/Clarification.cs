using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>Whose answer an order, or a document, waits for.</summary>
[JsonConverter(typeof(CamelCaseEnum<WaitingFor>))]
public enum WaitingFor { Client, Sales }

/// <summary>What was asked about an order, or about a document before there is one, and what was answered: it goes on when somebody has read that.</summary>
public sealed class Clarification : TenantOwned
{
    public const int SubjectMaxLength = 200;
    public const int TextMaxLength = 10_000;
    public const int AnswerMaxLength = 20_000;
    public const int NameMaxLength = 200;

    private Clarification() { }

    public Clarification(ClarificationId id, OrderId? order, OrderDocumentId? document, ClientId? client, WaitingFor of, string subject, string text, MemberId? askedBy, DateTimeOffset now) =>
        (Id, OrderId, OrderDocumentId, ClientId, Of, Subject, Text, AskedBy, AskedAt) = (id, order, document, client, of, subject.Trim(), text.Trim(), askedBy, now);

    public ClarificationId Id { get; private set; }
    public OrderId? OrderId { get; private set; }
    public OrderDocumentId? OrderDocumentId { get; private set; }
    public ClientId? ClientId { get; private set; }
    public WaitingFor Of { get; private set; }

    /// <summary>Addresses, a comma between them.</summary>
    [PersonalData]
    public string To { get; private set; } = "";

    [PersonalData]
    public string Subject { get; private set; } = null!;

    [PersonalData]
    public string Text { get; private set; } = null!;

    /// <summary>Message-ID of the mail (RFC 5322, 3.6.4), without angle brackets: an answer names it in In-Reply-To or References.</summary>
    public string MailId { get; private set; } = "";

    /// <summary>Null when a program asked.</summary>
    public MemberId? AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    [PersonalData]
    public string? AnsweredBy { get; private set; }

    [PersonalData]
    public string? Answer { get; private set; }

    /// <summary>What came with the answer, kept as it was sent.</summary>
    public OrderDocumentId? AnswerDocumentId { get; private set; }

    /// <summary>Nobody waits for the answer any more; it may come all the same.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool IsOpen => AnsweredAt is null && WithdrawnAt is null;

    public void Sent(string to, string mailId) => (To, MailId) = (to, mailId);

    /// <summary>Keeps what was answered; what comes after it is added below.</summary>
    public void Answered(string by, string text, OrderDocumentId? document, DateTimeOffset at)
    {
        var answer = Answer is null ? text.Trim() : $"{Answer}\n\n{text.Trim()}";
        (AnsweredBy, Answer) = (WholeText.Cut(by.Trim(), NameMaxLength), WholeText.Cut(answer, AnswerMaxLength));
        (AnswerDocumentId, AnsweredAt) = (document ?? AnswerDocumentId, at);
    }

    public void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;
}
