namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>A line of a message as it is shown, at its place in what is shown.</summary>
/// <param name="Number">Counted from 0.</param>
/// <param name="Cells">Of a row of an HTML table; null for running text.</param>
/// <param name="Table">Which table of the message the row is of, counted from 1; 0 for running text.</param>
internal sealed record MailLine(int Number, string Text, IReadOnlyList<string>? Cells = null, int Table = 0)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
