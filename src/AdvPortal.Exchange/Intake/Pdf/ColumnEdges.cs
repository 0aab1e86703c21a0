namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Where the columns of a table end: at drawn rules, else where the least text stands between two headers.</summary>
internal sealed class ColumnEdges
{
    /// <summary>A rule parts columns when it runs along this share of the lines.</summary>
    private const double RuleShare = 0.4;

    private readonly double[] _edges;

    private ColumnEdges(double[] edges) => _edges = edges;

    /// <summary>Before a single line is known to belong to the table: halfway between the headers.</summary>
    public static ColumnEdges Between(IReadOnlyList<HeaderCell> headers) =>
        new([.. headers.Zip(headers.Skip(1)).Select(pair => (pair.First.Right + pair.Second.Left) / 2)]);

    /// <param name="lines">The lines of the table on one page, headers and totals left out.</param>
    public static ColumnEdges Find(IReadOnlyList<HeaderCell> headers, IReadOnlyList<PageLine> lines, Sheet sheet)
    {
        var (top, bottom) = lines.Count == 0 ? (0, 0) : (lines[0].Base - lines[0].Size, lines[^1].Base);
        var edges = new double[Math.Max(headers.Count - 1, 0)];
        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = FindRule(headers[i], headers[i + 1], top, bottom, sheet.Down) ?? FindValley(headers[i], headers[i + 1], lines);
        }

        return new(edges);
    }

    public int ColumnAt(double x)
    {
        var column = 0;
        while (column < _edges.Length && x >= _edges[column])
        {
            column++;
        }

        return column;
    }

    /// <summary>The phrases of a line cut at the edges that run through them, each with its column.</summary>
    public IEnumerable<(int Column, Phrase Phrase)> Cut(PageLine line)
    {
        foreach (var phrase in line.Phrases)
        {
            var from = 0;
            for (var i = 1; i <= phrase.Words.Count; i++)
            {
                if (i == phrase.Words.Count || ColumnAt(phrase.Words[i].Middle) != ColumnAt(phrase.Words[from].Middle))
                {
                    yield return (ColumnAt(phrase.Words[from].Middle), phrase.Part(from, i - from)!);
                    from = i;
                }
            }
        }
    }

    private static double? FindRule(HeaderCell left, HeaderCell right, double top, double bottom, IReadOnlyList<Rule> down)
    {
        foreach (var group in down.Where(rule => rule.At > left.Middle && rule.At < right.Middle).GroupBy(rule => Math.Round(rule.At / 2)))
        {
            var length = group.Sum(rule => Math.Max(0, Math.Min(rule.To, bottom) - Math.Max(rule.From, top)));
            if (length >= RuleShare * (bottom - top) && bottom > top)
            {
                return group.Average(rule => rule.At);
            }
        }

        return null;
    }

    /// <summary>Between the middles of two headers, the widest of the stretches that the fewest phrases cross; never through a header.</summary>
    private static double FindValley(HeaderCell left, HeaderCell right, IReadOnlyList<PageLine> lines)
    {
        var (from, to) = left.Right < right.Left ? (left.Right, right.Left) : (left.Middle, right.Middle);
        if (to - from < 1)
        {
            return (from + to) / 2;
        }

        var phrases = lines.SelectMany(line => line.Phrases).Where(phrase => phrase.Overlaps(from, to)).Select(phrase => (phrase.Left, phrase.Right)).ToList();
        var (edge, crossing) = FindValley(from, to, phrases);
        return crossing == 0 ? edge
            : FindValley(from, to, lines.SelectMany(line => line.Words).Where(word => word.Left < to && word.Right > from).Select(word => (word.Left, word.Right)).ToList()).Edge;
    }

    private static (double Edge, int Crossing) FindValley(double from, double to, List<(double Left, double Right)> spans)
    {
        double[] ends = [.. spans.SelectMany(span => (double[])[span.Left, span.Right]).Where(x => x > from && x < to).Append(from).Append(to).Distinct().Order()];
        var (best, fewest, widest) = ((from + to) / 2, int.MaxValue, 0.0);
        for (var i = 0; i + 1 < ends.Length; i++)
        {
            var (middle, width) = ((ends[i] + ends[i + 1]) / 2, ends[i + 1] - ends[i]);
            var crossing = spans.Count(span => span.Left < middle && span.Right > middle);
            if (crossing < fewest || (crossing == fewest && width > widest))
            {
                (best, fewest, widest) = (middle, crossing, width);
            }
        }

        return (best, fewest);
    }
}
