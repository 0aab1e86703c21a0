using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Mail;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>An order written as a letter: no table, its articles in sentences and lists as in a message.</summary>
internal static class PdfLetter
{
    /// <summary>What the page's own labels say is theirs to say.</summary>
    private static readonly string[] OfHead = ["values-differ", "mail-number-differs"];

    /// <returns>The order as its sentences have it, its problems told; null where they order nothing that can be read.</returns>
    public static OrderDraft? Read(IEnumerable<PageLine> pages, ProblemLog log, ReadingGuide? guide)
    {
        var lines = new MailLines();
        foreach (var line in pages)
        {
            lines.AddLine(line.Text);
        }

        var text = string.Join('\n', lines.All.Select(line => line.Text));
        if (MailPurpose.Of(null, text) != Purpose.Order || !MailPurpose.Wants(text))
        {
            return null;
        }

        var told = new ProblemLog();
        var words = new TextOrders(told, MailStyle.Of(lines.All, null, null, null, guide), guide, MailSpots.Unseen);
        words.Read(lines.All, null, mayLackCode: false);
        if (words.Orders is not [{ Lines.Count: > 0 } order] || !order.Lines.Exists(line => line.Quantity is not null))
        {
            return null;
        }

        foreach (var problem in told.Reading(DocumentFormat.Pdf, []).Problems.Where(problem => !OfHead.Contains(problem.Code, StringComparer.Ordinal)))
        {
            log.Add(problem.Severity, problem.Code, problem.Where, [.. problem.Message.Parts]);
        }

        return order;
    }
}
