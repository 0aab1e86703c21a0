namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>A file that came with a message.</summary>
/// <param name="Name">As the sender named it, shown and never trusted; null for one without a name.</param>
internal sealed record MailFile(string? Name, string Type, byte[] Bytes);
