using System.Globalization;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;
using AdvPortal.Exchange.Intake.Pdf;

namespace AdvPortal.Exchange.Contracts;

/// <summary>Reads the pages of a signed contract (PDF) and parts them into clauses. Hostile files overflow the stack: only the limited process calls it.</summary>
internal static class ContractReader
{
    /// <summary>Fewer letters are a stamp or a signature, not a contract.</summary>
    private const int FewLetters = 100;

    public static ContractReading Read(ReadOnlyMemory<byte> bytes)
    {
        if (PdfPages.Read(bytes, new ProblemLog()) is not { } pages)
        {
            return ContractReading.Failed;
        }

        var original = new OriginalDraft();
        var parts = pages.Show(original);

        if (pages.Sheets.Sum(sheet => sheet.Lines.Sum(line => line.Text.Length)) < FewLetters)
        {
            return new(ContractText.Picture, [], original.Build());
        }

        var found = ClauseSplitter.Split([.. pages.Sheets.SelectMany(sheet => sheet.Lines).Select(line => new ContractLine(line.Page, line.Text, BoxOf(line)))]);

        foreach (var (head, at) in found.Select((clause, at) => (clause.Head, at)).Where(each => each.Head.Page < parts.Count))
        {
            original.Found(string.Create(CultureInfo.InvariantCulture, $"clauses[{at}]"), parts[head.Page], box: head.Box);
        }

        return new(ContractText.Read, [.. found.Select(clause => clause.Clause)], original.Build());
    }

    private static PageBox BoxOf(PageLine line)
    {
        var (first, last) = (line.Phrases[0].Box, line.Phrases[^1].Box);

        return first with { Width = last.X + last.Width - first.X };
    }
}
