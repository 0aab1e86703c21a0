using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>What stands on the pages of one order beside its table: labels with their values, and blocks of companies and places.</summary>
internal sealed partial class PageHead
{
    // In parts of the font's size.
    private const double NextLine = 1.9;
    private const double ValueBelow = 2.8;

    // Points.
    private const double SameEdge = 12;
    private const double FarRight = 260;

    private const int LongestBlock = 9;
    private const int MostLabelWords = 5;

    private readonly IReadOnlyList<PageLine> _lines;
    private readonly ReadingGuide? _guide;
    private readonly DocumentTitle? _title;
    private readonly HashSet<Phrase> _taken = [];
    private readonly List<HeadLabel> _labels = [];
    private readonly Dictionary<PartyRole, PartyBlock> _parties = [];
    private readonly Dictionary<PartyRole, string> _partyLabels = [];

    private PageHead(IReadOnlyList<PageLine> lines, DocumentTitle? title, ReadingGuide? guide) => (_lines, _title, _guide) = (lines, title, guide);

    /// <summary>In the sequence of the pages; a value may be missing.</summary>
    public IReadOnlyList<HeadLabel> Labels => _labels;

    public IReadOnlyDictionary<PartyRole, PartyBlock> Parties => _parties;

    /// <summary>The label of each block as written.</summary>
    public IReadOnlyDictionary<PartyRole, string> PartyLabels => _partyLabels;

    /// <param name="lines">All lines of the order that are not its table.</param>
    /// <param name="above">How many of them stand over the table: letterheads and addresses without a label are looked for there.</param>
    public static PageHead Read(IReadOnlyList<PageLine> lines, int above, DocumentTitle? title, ReadingGuide? guide)
    {
        var head = new PageHead(lines, title, guide);
        head.ReadLabels();
        head.ReadSentences();
        head.ReadUnlabelled(above);
        return head;
    }

    private void ReadLabels()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            for (var j = 0; j < _lines[i].Phrases.Count; j++)
            {
                if (!_taken.Contains(_lines[i].Phrases[j]))
                {
                    ReadPhrase(i, j);
                }
            }
        }
    }

    private void ReadPhrase(int i, int j)
    {
        var phrase = _lines[i].Phrases[j];
        if (RoleAt(phrase) is var (role, label, inline, hasColon) && TakeBlock(role, label, inline, hasColon, i, j))
        {
            return;
        }

        if (DayOfLetter().Match(phrase.Text) is { Success: true } letter && CellDate.TryParse(letter.Groups["day"].Value, out _))
        {
            Add(new("Date", OrderColumn.IssueDate, 99, letter.Groups["day"].Value, phrase));
            return;
        }

        foreach (var each in LabelSplit.All(phrase, _guide))
        {
            // « Numéro » alone, on a page that is an order, is the order's.
            var split = each.Column == OrderColumn.LineNo && _title is { Kind: not TitleKind.Other } ? each with { Column = OrderColumn.OrderNumber, Rank = 95 } : each;
            var value = split.Value ?? FindValue(split, i, j);
            if (value is not null || split.HasColon)
            {
                Take(split, value);
            }

            // « Objet : bon de commande n° 2026-0447 » has a label behind its label.
            if (split is { Column: null, Value: { } subject } && OrderColumnNames.Normalise(split.Text) is "objet" or "subject" or "concerne" or "betreff" or "asunto" or "oggetto" && LabelSplit.Find(subject, _guide) is { Column: OrderColumn.OrderNumber, Value: { } numbered } inner)
            {
                Take(inner, numbered);
            }
        }

        if (_title is not null && DayAlone().Match(phrase.Text) is { Success: true } of && CellDate.TryParse(of.Groups["day"].Value, out _) && IsUnderTitle(i))
        {
            Add(new("Date", OrderColumn.IssueDate, 97, of.Groups["day"].Value, phrase));
        }

        if (phrase != _title?.Phrase && _title is { Kind: TitleKind.Order } && NumberAlone().Match(phrase.Text) is { Success: true } number && IsUnderTitle(i))
        {
            Add(new(_title.Phrase.Text, OrderColumn.OrderNumber, 98, number.Groups["number"].Value, phrase));
        }
    }

    /// <summary>« N° BC-118 » in the lines after the title is the order's number.</summary>
    private bool IsUnderTitle(int i) => _lines[i].Page == _title!.Phrase.Page && _lines[i].Base >= _title.Phrase.Base - 1 && _lines[i].Base - _title.Phrase.Base < 4 * Math.Max(_title.Phrase.Size, _lines[i].Size);

    private void Take(LabelSplit split, Phrase? value)
    {
        if (value is not null)
        {
            _taken.Add(value);
        }

        var text = value?.Text ?? "";
        if (split.Column == OrderColumn.OrderNumber && value is not null && !split.Text.Contains('/', StringComparison.Ordinal))
        {
            // « 4500187342 du 23/11/2026 »: the number, and the day of issue.
            if (NumberOfDay().Match(text) is { Success: true } both && CellDate.TryParse(both.Groups["day"].Value, out _))
            {
                Add(new(split.Text, OrderColumn.OrderNumber, split.Rank, Number(both.Groups["number"].Value), value));
                Add(new("Date", OrderColumn.IssueDate, 90, both.Groups["day"].Value, value));
                return;
            }

            text = Number(text);
        }

        // "PO number/date" over "4500187342 / 23.11.2026".
        if (value is not null && split.Text.Split('/') is [var one, var other] && text.Split('/', 2, StringSplitOptions.TrimEntries) is [var first, var second] && LabelSplit.Known(other, _guide) is var (column, rank))
        {
            Add(new(one, split.Column, split.Rank, first, value));
            Add(new(other, column, rank, second, value));
            return;
        }

        if (split.Column is OrderColumn.IssueDate or OrderColumn.RequestedDate && !CellDate.TryParse(text, out _) && DayIn().Matches(text) is [var day])
        {
            text = day.Value;
        }

        Add(new(split.Text, split.Column, split.Rank + (split.HasColon ? 0 : 1), text, value ?? split.Label));
    }

    private void Add(HeadLabel label) => _labels.Add(label);

    /// <summary>The number alone: neither its sign nor « – page 2 » belongs to it.</summary>
    private static string Number(string text) => AfterNumber().Replace(NumberSign().Replace(text, ""), "").Trim();

    private Phrase? FindValue(LabelSplit split, int i, int j)
    {
        if (split.Column is not { } column || column is >= OrderColumn.LineNo and not OrderColumn.Note)
        {
            return split.HasColon ? RightOf(i, j) : null;
        }

        var right = RightOf(i, j);
        if (right is not null && MayBe(column, right.Text) && (split.HasColon || right.Left - split.Label.Right < FarRight))
        {
            return right;
        }

        var below = Below(split.Label, i);
        return below is not null && MayBe(column, below.Text) ? below : null;
    }

    private Phrase? RightOf(int i, int j) =>
        j + 1 < _lines[i].Phrases.Count && _lines[i].Phrases[j + 1] is var next && !_taken.Contains(next) && !IsLabel(next) ? next : null;

    private Phrase? Below(Phrase label, int i)
    {
        for (var k = i + 1; k < _lines.Count && _lines[k].Page == label.Page && _lines[k].Base - label.Base < ValueBelow * label.Size; k++)
        {
            if (_lines[k].Phrases.FirstOrDefault(phrase => phrase.Overlaps(label.Left - 2, label.Right + 2)) is { } below)
            {
                return _taken.Contains(below) || IsLabel(below) ? null : Under(label, below, i);
            }
        }

        return null;
    }

    /// <summary>Of cells that stand as close as words, those under the label and before the next one.</summary>
    private Phrase Under(Phrase label, Phrase below, int i)
    {
        var next = _lines[i].Words.Where(word => word.Left > label.Right).Select(word => word.Left).DefaultIfEmpty(double.MaxValue).Min();
        var from = below.Words.TakeWhile(word => word.Right < label.Left - 2).Count();
        var to = below.Words.TakeWhile(word => word.Left < next - 2).Count();
        return below.Part(from, to - from) ?? below;
    }

    private bool IsLabel(Phrase phrase) =>
        RoleAt(phrase) is not null
        || LabelSplit.Find(phrase, _guide) is { } split && (split.HasColon ? split.Text.Split(' ').Length <= MostLabelWords : split.Column is < OrderColumn.LineNo);

    /// <summary>What cannot be the value of a field is none: a label without its value is followed by the next label, or by anything.</summary>
    private static bool MayBe(OrderColumn column, string text) => column switch
    {
        OrderColumn.OrderNumber => text.Length <= 60 && text.Any(char.IsAsciiDigit) && !CellDate.TryParse(text, out _) && text.Split(' ').Length <= 8 && !PartyBlock.IsTown(text) && NumberSign().Replace(text, "").Split(' ')[0].Any(c => char.IsAsciiDigit(c) || c == '-'),
        OrderColumn.IssueDate or OrderColumn.RequestedDate => text.Length <= 40 && text.Any(char.IsAsciiDigit),
        OrderColumn.Currency => text.Length <= 20,
        OrderColumn.Contract or OrderColumn.BuyerId or OrderColumn.BuyerVat => text.Length <= 40 && text.Any(char.IsAsciiDigit),
        OrderColumn.BuyerGln or OrderColumn.ShipToGln => text.Count(char.IsAsciiDigit) == 13,
        OrderColumn.BuyerEmail => text.Contains('@', StringComparison.Ordinal),
        OrderColumn.BuyerPhone => text.Count(char.IsAsciiDigit) >= 6,
        OrderColumn.OrderTotal => RowWords.IsAmount(text),
        _ => true,
    };

    [GeneratedRegex(@"^(?<number>.*\d\S*)(\s*[,-]?\s+(du|dated|of|on|vom|del|le)|\s+/)\s+(?<day>\S.{4,30})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NumberOfDay();

    [GeneratedRegex(@"(?<=\d\S*)\s+([-–—|•(]\s|page\b|rev\b|révision\b|p\.).*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AfterNumber();

    [GeneratedRegex(@"^(n\s?[°ºo]\s?:?|no\.?:?|nr\.?:?|#|:|numéro:?)\s*(?=\S*\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NumberSign();

    [GeneratedRegex(@"^(n\s?[°º]|no\.?|nr\.?|#|numéro|number|ref\.?|réf\.?)\s*:?\s*(?<number>[\w/.-]*\d[\w/.-]*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NumberAlone();
}

/// <summary>A label of an order's head and what stands by it.</summary>
/// <param name="Column">Null for a label that is none of ours.</param>
/// <param name="Rank">The plainer the label, the lower.</param>
/// <param name="Value">Empty where nothing stands by it.</param>
internal sealed record HeadLabel(string Text, OrderColumn? Column, int Rank, string Value, Phrase Place);
