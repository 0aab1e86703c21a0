namespace AdvPortal.Exchange.Inquiries;

/// <summary>A message as a conversation keeps it.</summary>
/// <param name="Address">The sender's, in lower case; null where there is none.</param>
/// <param name="Subject">As it stands in the message.</param>
/// <param name="Text">What the sender wrote this time, without signature and history; the whole where nothing else is left.</param>
/// <param name="Html">All of it with its layout, cleaned (<see cref="CleanHtml"/>); null for plain text.</param>
/// <param name="MailId">Message-ID (RFC 5322, 3.6.4), without angle brackets.</param>
/// <param name="AnswersTo">Message-IDs of In-Reply-To and References, the nearest first.</param>
/// <param name="Files">Names of what came with it.</param>
/// <param name="Problems">Codes: <c>encrypted</c>, <c>signed</c>, <c>cut</c>, <c>broken</c>, <c>too-complex</c>, <c>pictures-left-out</c>.</param>
/// <param name="IsMachine">It answers or reports by itself (RFC 3834, RFC 3464).</param>
public sealed record ClientLetter(
    string? Name, string? Address, string? Subject, string Text, string? Html, string? MailId, IReadOnlyList<string> AnswersTo, IReadOnlyList<string> Files, IReadOnlyList<string> Problems, bool IsMachine)
{
    /// <summary>A message that cannot be read: it is kept, and said to be so.</summary>
    public static readonly ClientLetter Broken = new(null, null, null, "", null, null, [], [], ["broken"], IsMachine: false);
}
