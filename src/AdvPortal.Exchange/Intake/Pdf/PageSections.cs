using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>The pages, or the part of a page, that one order fills.</summary>
internal sealed record PageSection(IReadOnlyList<PageLine> Lines, DocumentTitle? Title, PageTable? Table, PageHead Head);

/// <summary>Parts a document where another order's number begins, and leaves out what every page repeats.</summary>
internal static class PageSections
{
    // In parts of the page's height: where letterheads and footers are repeated, and where a bare number is the page's.
    private const double Top = 0.3;
    private const double Bottom = 0.88;
    private const double Margin = 0.1;

    private const double SameHeight = 3;

    public static IEnumerable<PageSection> Of(IReadOnlyList<Sheet> sheets, ReadingGuide? guide)
    {
        List<List<PageLine>> sections = [[]];
        string? number = null;
        var (numberPage, numberBase) = (-1, 0.0);
        foreach (var sheet in sheets)
        {
            var table = new PageTableFinder(sheets, guide).Find(sheet.Lines);
            var free = sheet.Lines.Where(line => table?.Lines.Contains(line) != true).ToList();
            var from = 0;
            foreach (var label in PageHead.Read(free, 0, DocumentTitle.Find(free), guide).Labels.Where(label => label is { Column: OrderColumn.OrderNumber, Value.Length: > 0, Rank: < 90 }).OrderBy(label => label.Place.Base))
            {
                var isApart = numberPage != sheet.Page || sheet.Lines.Any(line => table?.Lines.Contains(line) == true && line.Base > numberBase && line.Base < label.Place.Base);
                if (number is not null && number != label.Value && isApart)
                {
                    // From the first line under what was still the other order's table.
                    var start = 1 + LastIndex(sheet.Lines, line => line.Base < label.Place.Base - 0.5 && table?.Lines.Contains(line) == true);
                    sections[^1].AddRange(sheet.Lines.Take(start).Skip(from));
                    sections.Add([]);
                    from = start;
                }
                else if (number is not null && number != label.Value)
                {
                    continue;
                }

                (number, numberPage, numberBase) = (label.Value, sheet.Page, label.Place.Base);
            }

            sections[^1].AddRange(sheet.Lines.Skip(from));
        }

        return sections.Where(section => section.Count > 0).Select(section => Section(section, sheets, guide));
    }

    private static PageSection Section(List<PageLine> all, IReadOnlyList<Sheet> sheets, ReadingGuide? guide)
    {
        var lines = WithoutRepeats(all, sheets);
        var table = new PageTableFinder(sheets, guide).Find(lines) ?? LabelledLines.Find(lines, guide);
        var free = lines.Where(line => table?.Lines.Contains(line) != true).ToList();
        var title = DocumentTitle.Find(free.Where(line => line.Page == lines[0].Page));
        var header = table is null ? null : table.Lines.Where(line => line.Page == table.Page).MinBy(line => line.Base);
        var above = header is null ? free.Count : free.Count(line => line.Page < header.Page || (line.Page == header.Page && line.Base < header.Base));
        return new(lines, title, table, PageHead.Read(free, above, title, guide));
    }

    /// <summary>Headings and footers count once, numbers of pages not at all.</summary>
    private static List<PageLine> WithoutRepeats(List<PageLine> lines, IReadOnlyList<Sheet> sheets)
    {
        List<PageLine> kept = [];
        HashSet<(string, int)> seen = [];
        foreach (var line in lines)
        {
            var at = line.Base / sheets[line.Page].Height;
            var isEdge = at is < Top or > Bottom;
            var isNumber = RowWords.IsPageNumber(line.Text) && (at is < Margin or > 1 - Margin || line.Text.Any(char.IsLetter));
            var height = (int)Math.Round(line.Base / SameHeight);
            var isSeen = line.Page > lines[0].Page && isEdge && (seen.Contains((line.Text, height)) || seen.Contains((line.Text, height - 1)) || seen.Contains((line.Text, height + 1)));
            seen.Add((line.Text, height));
            if (!isNumber && !(isSeen && !IsHeader(line)))
            {
                kept.Add(line);
            }
        }

        return kept.Count == 0 ? lines : kept;
    }

    private static bool IsHeader(PageLine line) => line.Phrases.Count(phrase => OrderColumnNames.Find(phrase.Text) is not null) >= 2;

    private static int LastIndex(IReadOnlyList<PageLine> lines, Func<PageLine, bool> holds)
    {
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            last = holds(lines[i]) ? i : last;
        }

        return last;
    }
}
