namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>How much of a message is looked at: whatever is beyond is told, and read in the message itself.</summary>
internal static class MailLimits
{
    /// <summary>Files in files: an attachment of a message that is attached to a message is the last one read.</summary>
    public const int Depth = 2;

    /// <summary>Files of one message.</summary>
    public const int Attachments = 50;

    /// <summary>Parts in parts (RFC 2046, 5.1): mail programs stay below ten.</summary>
    public const int MimeDepth = 32;

    /// <summary>Lines of text.</summary>
    public const int Lines = 5_000;

    /// <summary>Characters of one line; RFC 5322, 2.1.1 allows 998.</summary>
    public const int LineLength = 2_000;

    /// <summary>Characters of all texts together.</summary>
    public const int TextLength = 1_000_000;
}
