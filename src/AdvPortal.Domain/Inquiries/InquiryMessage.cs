using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Inquiries;

/// <summary>Who speaks in a message of a conversation.</summary>
[JsonConverter(typeof(CamelCaseEnum<InquiryVoice>))]
public enum InquiryVoice
{
    /// <summary>The client, by whatever way.</summary>
    Client,

    /// <summary>We, to the client.</summary>
    Us,

    /// <summary>One of us, to colleagues: it never leaves.</summary>
    Note,

    /// <summary>A machine of the client's: « absent du bureau », « non distribué ». It changes nothing.</summary>
    Machine,
}

/// <summary>By what way a message came or left.</summary>
[JsonConverter(typeof(CamelCaseEnum<InquiryChannel>))]
public enum InquiryChannel { Email, Phone, Api }

/// <summary>One message of a conversation: what the client wrote, what we answered, what we noted.</summary>
public sealed class InquiryMessage : TenantOwned
{
    public const int TextMaxLength = 50_000;
    public const int HtmlMaxLength = 200_000;
    public const int AddressMaxLength = 320;
    public const int NameMaxLength = 200;
    public const int MailIdMaxLength = 500;

    private InquiryMessage() { }

    internal InquiryMessage(InquiryMessageId id, InquiryVoice voice, InquiryChannel channel, string text, DateTimeOffset at) =>
        (Id, Voice, Channel, Text, At) = (id, voice, channel, WholeText.Cut(text.Trim(), TextMaxLength), at);

    public InquiryMessageId Id { get; private set; }
    public InquiryVoice Voice { get; private set; }
    public InquiryChannel Channel { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The client's address; null for what is ours, and for who has none.</summary>
    [PersonalData]
    public string? From { get; private set; }

    [PersonalData]
    public string? FromName { get; private set; }

    /// <summary>Who of us wrote it; null for the client, and for a program of ours.</summary>
    public MemberId? MemberId { get; private set; }

    /// <summary>Addresses that an answer of ours went to, a comma between them.</summary>
    [PersonalData]
    public string? To { get; private set; }

    /// <summary>What was written, without what it quotes.</summary>
    [PersonalData]
    public string Text { get; private set; } = null!;

    /// <summary>The whole of it with its layout, cleaned of all that acts or looks elsewhere; null for plain text.</summary>
    [PersonalData]
    public string? Html { get; private set; }

    /// <summary>Message-ID (RFC 5322, 3.6.4), without angle brackets: what answers it names it in In-Reply-To or References.</summary>
    public string? MailId { get; private set; }

    /// <summary>The mail itself, as it is kept.</summary>
    public OrderDocumentId? DocumentId { get; private set; }

    /// <summary>The mail of ours, in the outbox.</summary>
    public MessageId? OutboxId { get; private set; }

    /// <summary>Names of the files that came with it.</summary>
    [PersonalData]
    public IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>What is to be known of it: encrypted, cut, remote pictures left out.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Made by whoever sends: the same answer sent twice is one.</summary>
    public Guid? Key { get; private set; }

    /// <summary>Where the conversation stood before it was answered.</summary>
    public InquiryStatus? StatusBefore { get; private set; }

    /// <summary>Which of the colleagues a note calls.</summary>
    public IReadOnlyList<MemberId> Mentions { get; private set; } = [];

    internal InquiryMessage By(string? address, string? name) => Do(() => (From, FromName) = (Cut(address, AddressMaxLength), Cut(name, NameMaxLength)));

    internal InquiryMessage By(MemberId? member) => Do(() => MemberId = member);

    internal InquiryMessage As(ReceivedMail mail) => Do(() =>
        (Html, MailId, DocumentId, Files, Problems) = (mail.Html is { Length: <= HtmlMaxLength } html ? html : null, Cut(mail.MailId, MailIdMaxLength), mail.DocumentId, mail.Files, mail.Problems));

    internal InquiryMessage Calling(IReadOnlyList<MemberId> mentions) => Do(() => Mentions = mentions);

    internal InquiryMessage Keyed(Guid? key, InquiryStatus before) => Do(() => (Key, StatusBefore) = (key, before));

    /// <summary>It has its place in the outbox.</summary>
    public void Sent(MessageId outbox, string to, string mailId) => (OutboxId, To, MailId) = (outbox, to, Cut(mailId, MailIdMaxLength));

    private InquiryMessage Do(Action change)
    {
        change();

        return this;
    }

    private static string? Cut(string? text, int most) => string.IsNullOrWhiteSpace(text) ? null : WholeText.Cut(text.Trim(), most);
}

/// <summary>What a mail brings beside its words.</summary>
public sealed record ReceivedMail(string? MailId, OrderDocumentId? DocumentId, string? Html, IReadOnlyList<string> Files, IReadOnlyList<string> Problems);

/// <summary>That a conversation speaks of an order, or of a delivery: recognised in its words, or said by one of us.</summary>
public sealed class InquiryLink : TenantOwned
{
    private InquiryLink() { }

    internal InquiryLink(OrderId? order, DeliveryId? delivery, InquiryMessageId? message, RequirementId? requirement) => (OrderId, DeliveryId, MessageId, RequirementId) = (order, delivery, message, requirement);

    public Guid Id { get; private set; } = Ids.Next();
    public OrderId? OrderId { get; private set; }
    public DeliveryId? DeliveryId { get; private set; }

    /// <summary>What it led to.</summary>
    public RequirementId? RequirementId { get; private set; }

    /// <summary>In which it was named; null where one of us said it.</summary>
    public InquiryMessageId? MessageId { get; private set; }
}

/// <summary>That a colleague was called into a conversation, and has yet to look.</summary>
public sealed class InquiryMention : TenantOwned
{
    private InquiryMention() { }

    internal InquiryMention(MemberId member, DateTimeOffset at) => (MemberId, At) = (member, at);

    public Guid Id { get; private set; } = Ids.Next();
    public MemberId MemberId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Null until the one who was called has looked.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    internal void Again(DateTimeOffset at) => (At, SeenAt) = (at, null);

    public void See(DateTimeOffset at) => SeenAt ??= at;
}
