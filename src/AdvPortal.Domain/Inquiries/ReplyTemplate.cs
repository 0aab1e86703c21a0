namespace AdvPortal.Domain.Inquiries;

/// <summary>Words that are used again and again, with gaps for what differs: one language each.</summary>
public sealed class ReplyTemplate : TenantOwned
{
    public const int NameMaxLength = 80;
    public const int BodyMaxLength = 10_000;

    private ReplyTemplate() { }

    public ReplyTemplate(ReplyTemplateId id, string name, string language, InquiryKind? kind, string body) =>
        (Id, Name, Language, Kind, Body) = (id, name.Trim(), language, kind, body.Trim());

    public ReplyTemplateId Id { get; private set; }
    public string Name { get; private set; } = null!;

    /// <summary>ISO 639-1: in which it is written.</summary>
    public string Language { get; private set; } = null!;

    /// <summary>It is offered first for this kind of question; null for any.</summary>
    public InquiryKind? Kind { get; private set; }

    /// <summary>Liquid: « Bonjour {{ contact.name }}, ».</summary>
    public string Body { get; private set; } = null!;

    public void Change(string name, string language, InquiryKind? kind, string body)
    {
        (Name, Language, Kind, Body) = (name.Trim(), language, kind, body.Trim());
        Touch();
    }
}
