using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Tells to which order line each line of text belongs: by the rules between rows, else by how the cells of this table stand.</summary>
internal static class RowGroups
{
    private const double SameRule = 1.5;

    /// <summary>A rule across this share of the table parts its rows.</summary>
    private const double RuleShare = 0.6;

    public static IEnumerable<(PageLine Anchor, IReadOnlyList<PageLine> Members, HashSet<PageLine> Texts)> Of(
        IReadOnlyList<PageLine> lines, IReadOnlyList<PageLine> anchors, IReadOnlyList<HeaderCell> headers, ColumnEdges edges, Sheet sheet)
    {
        var members = anchors.ToDictionary(anchor => anchor, anchor => new List<PageLine> { anchor });
        var bands = Bands(lines, headers, sheet);
        var isBanded = anchors.Count > 0 && anchors.GroupBy(anchor => BandOf(bands, anchor)).Count(band => band.Count() == 1) * 5 >= anchors.Count * 4 && bands.Count > 1;
        var above = LinesAbove(lines, anchors, headers, edges);
        var isCentred = !isBanded && IsCentred(lines, anchors, headers, edges);
        HashSet<PageLine> texts = [];
        foreach (var line in lines.Where(line => !members.ContainsKey(line) && !RowWords.IsCarried(line.Text) && !(RowWords.IsTotal(line.Phrases[0].Text) && line.Phrases.Any(phrase => RowWords.IsAmount(phrase.Text)))))
        {
            var own = isBanded ? anchors.FirstOrDefault(anchor => BandOf(bands, anchor) == BandOf(bands, line)) : null;
            own ??= above.GetValueOrDefault(line);
            if (own is null && isBanded && BandOf(bands, line) is >= 0 and var band && band < bands.Count - 1)
            {
                // Between rules of its own, a text is a remark on the line above it.
                texts.Add(line);
            }

            own ??= isCentred ? anchors.MinBy(anchor => Math.Abs(anchor.Base - line.Base)) : anchors.LastOrDefault(anchor => anchor.Base < line.Base);
            if (own is not null)
            {
                members[own].Add(line);
            }
        }

        return anchors.Select(anchor => (anchor, (IReadOnlyList<PageLine>)members[anchor], texts));
    }

    /// <summary>« Material » over « Description »: each order line begins with its code, on the line above its quantity.</summary>
    /// <returns>The order line of each such line; nothing where one begins otherwise.</returns>
    private static Dictionary<PageLine, PageLine> LinesAbove(IReadOnlyList<PageLine> lines, IReadOnlyList<PageLine> anchors, IReadOnlyList<HeaderCell> headers, ColumnEdges edges)
    {
        Dictionary<PageLine, PageLine> above = [];
        var last = double.NegativeInfinity;
        foreach (var anchor in anchors.Where(_ => headers.Any(header => header.HasCodeAbove)))
        {
            if (lines.LastOrDefault(line => line.Base < anchor.Base && line.Base > last) is not { } line || !edges.Cut(line).Any(part => headers[part.Column].HasCodeAbove && PageRows.IsCode(part.Phrase.Text)))
            {
                return [];
            }

            (above[line], last) = (anchor, anchor.Base);
        }

        return above;
    }

    /// <summary>Cells stand in the middle of their rows where text stands above the first line, or where descriptions avoid the lines' own height.</summary>
    private static bool IsCentred(IReadOnlyList<PageLine> lines, IReadOnlyList<PageLine> anchors, IReadOnlyList<HeaderCell> headers, ColumnEdges edges)
    {
        bool Describes(PageLine line) => edges.Cut(line).Any(part => headers[part.Column].Column == OrderColumn.Description);
        return !Describes(anchors[0]) && lines.Any(line => line.Base < anchors[0].Base && Describes(line))
            || anchors.Count(anchor => !Describes(anchor)) * 3 > anchors.Count;
    }

    /// <summary>The heights of the rules across the table, from top to bottom.</summary>
    private static List<double> Bands(IReadOnlyList<PageLine> lines, IReadOnlyList<HeaderCell> headers, Sheet sheet)
    {
        var (left, right) = (headers[0].Left, headers[^1].Right);
        var (top, bottom) = (lines[0].Base - (2 * lines[0].Size), lines[^1].Base + (2 * lines[^1].Size));
        List<double> bands = [];
        foreach (var rule in sheet.Across.Where(rule => rule.At >= top && rule.At <= bottom).OrderBy(rule => rule.At))
        {
            if (bands.Count > 0 && rule.At - bands[^1] < SameRule)
            {
                continue;
            }

            var length = Covered(sheet.Across.Where(other => Math.Abs(other.At - rule.At) < SameRule), left, right);
            if (length >= RuleShare * (right - left))
            {
                bands.Add(rule.At);
            }
        }

        return bands;
    }

    private static double Covered(IEnumerable<Rule> rules, double left, double right)
    {
        var (covered, reached) = (0.0, left);
        foreach (var rule in rules.OrderBy(rule => rule.From))
        {
            var (from, to) = (Math.Max(rule.From, reached), Math.Min(rule.To, right));
            covered += Math.Max(0, to - from);
            reached = Math.Max(reached, to);
        }

        return covered;
    }

    private static int BandOf(List<double> bands, PageLine line)
    {
        var middle = line.Base - (line.Size * 0.3);
        return bands.FindLastIndex(band => band <= middle);
    }
}
