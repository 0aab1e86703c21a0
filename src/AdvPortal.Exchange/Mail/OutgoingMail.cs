namespace AdvPortal.Exchange.Mail;

/// <summary>One e-mail as the outbox keeps it: plain data that can be stored, shown and sent again with the same Message-ID.</summary>
public sealed record OutgoingMail
{
    /// <summary>The sender; that of <see cref="SmtpOptions"/> where it is left out.</summary>
    public Mailbox? From { get; init; }

    /// <summary>Who answers replies; the sender where it is left out.</summary>
    public Mailbox? ReplyTo { get; init; }

    public required IReadOnlyList<Mailbox> To { get; init; }

    public IReadOnlyList<Mailbox> Cc { get; init; } = [];

    public required string Subject { get; init; }

    public required string TextBody { get; init; }

    public string? HtmlBody { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>RFC 5322 Message-ID without angle brackets. It never changes between attempts, so that a mail received twice is recognised.</summary>
    public required string MessageId { get; init; }

    /// <summary>Message-IDs of what it answers to, the oldest first, without angle brackets: the last is named in In-Reply-To, all in References (RFC 5322, 3.6.4).</summary>
    public IReadOnlyList<string> AnswersTo { get; init; } = [];

    /// <summary>ISO 639-1, for the Content-Language header.</summary>
    public required string Language { get; init; }

    /// <summary>The Date header; the moment of sending where it is left out.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>A Message-ID for <paramref name="id"/> in the domain of <paramref name="from"/>, always the same one.</summary>
    public static string StableMessageId(Guid id, Mailbox from) => $"{id:N}@{from.Address[(from.Address.LastIndexOf('@') + 1)..]}";
}

/// <summary>An address, and the name people read before it.</summary>
public sealed record Mailbox(string Address, string? Name = null);

/// <summary>A file that goes along; the content type is a MIME type, e.g. application/pdf.</summary>
public sealed record MailAttachment(string Name, string ContentType, byte[] Bytes);
