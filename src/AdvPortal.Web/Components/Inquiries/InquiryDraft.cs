namespace AdvPortal.Web.Components.Inquiries;

/// <summary>What is typed into a conversation and not sent; kept, with what was read before it was written.</summary>
public sealed class InquiryDraft
{
    public bool IsNote { get; set; }
    public string? Text { get; set; }
    public string? Note { get; set; }
    public string? Mention { get; set; }
    public bool Awaits { get; set; }
}
