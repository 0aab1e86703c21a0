using System.Text;
using MimeKit.Text;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>HTML as the text that it says, line by line; rows of tables keep their cells. Nothing is run, fetched or shown as HTML.</summary>
internal sealed class HtmlLines(MailLines lines)
{
    /// <summary>Tables in tables lay out newsletters, seldom deeper.</summary>
    private const int MostNested = 20;

    private static readonly string[] Unseen = ["display:none", "visibility:hidden", "font-size:0;", "font-size:0px"];

    private readonly StringBuilder _line = new();
    private readonly Stack<Table> _tables = new();
    private HtmlTagId _skipped;
    private int _skippedDepth;
    private int _quoted;
    private int _divisionsOfQuote;

    public static void Add(MailLines lines, string html)
    {
        var reader = new HtmlLines(lines);
        var tokens = new HtmlTokenizer(new StringReader(html)) { IgnoreTruncatedTags = true };
        while (!lines.IsCut && tokens.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken tag:
                    reader.Take(tag);
                    break;
                case HtmlDataToken { Kind: HtmlTokenKind.Data or HtmlTokenKind.CData } data when reader._skippedDepth == 0:
                    reader.Say(data.Data);
                    break;
            }
        }

        while (reader._tables.Count > 0)
        {
            reader.EndTable();
        }

        reader.Break();
    }

    private StringBuilder Text => _tables.TryPeek(out var table) && !table.IsLayout && table.Cell is { } cell ? cell : _line;

    private void Take(HtmlTagToken tag)
    {
        if (_skippedDepth > 0)
        {
            // A head that nobody closed ends where the body begins.
            _skippedDepth = _skipped == HtmlTagId.Head && tag.Id == HtmlTagId.Body ? 0 : _skippedDepth + (tag.Id != _skipped || tag.IsEmptyElement ? 0 : tag.IsEndTag ? -1 : 1);
        }
        else if (!tag.IsEndTag && !tag.IsEmptyElement && !IsVoid(tag.Id) && IsUnseen(tag))
        {
            (_skipped, _skippedDepth) = (tag.Id, 1);
        }
        else
        {
            TakeSeen(tag);
        }
    }

    private void TakeSeen(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Table when tag.IsEndTag:
                EndTable();
                break;
            case HtmlTagId.Table:
                BeginTable();
                break;
            case HtmlTagId.TR when _tables.TryPeek(out var table) && !table.IsLayout:
                table.Row = !tag.IsEndTag ? table.Begin() : table.Row;
                break;
            case HtmlTagId.TD or HtmlTagId.TH when _tables.TryPeek(out var table) && !table.IsLayout && !tag.IsEndTag:
                (table.Row ??= table.Begin()).Add(table.Cell = new());
                break;
            case HtmlTagId.BlockQuote:
                Break();
                _quoted = Math.Max(0, _quoted + (tag.IsEndTag ? -1 : 1));
                break;
            case HtmlTagId.Div:
                Break();
                TakeDivision(tag);
                break;
            case HtmlTagId.LI when !tag.IsEndTag:
                Break();
                Text.Append("- ");
                break;
            case HtmlTagId.Br or HtmlTagId.P or HtmlTagId.TR or HtmlTagId.TD or HtmlTagId.TH or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.LI or HtmlTagId.HR or HtmlTagId.Pre
                or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6 or HtmlTagId.DT or HtmlTagId.DD:
                Break();
                break;
        }
    }

    /// <summary>Webmails put what is answered to into a division, not into a quotation.</summary>
    private void TakeDivision(HtmlTagToken tag)
    {
        if (_divisionsOfQuote > 0)
        {
            _divisionsOfQuote += tag.IsEndTag ? -1 : 1;
            _quoted -= _divisionsOfQuote == 0 ? 1 : 0;
        }
        else if (!tag.IsEndTag && Attribute(tag, "class").Contains("gmail_quote", StringComparison.OrdinalIgnoreCase))
        {
            (_divisionsOfQuote, _quoted) = (1, _quoted + 1);
        }
    }

    private void BeginTable()
    {
        if (_tables.TryPeek(out var outer) && !outer.IsLayout)
        {
            // A table around a table is there for the looks: its cells are text.
            outer.IsLayout = true;
            Spill(outer);
        }

        Break();
        _tables.Push(new() { IsLayout = _tables.Count >= MostNested });
    }

    private void EndTable()
    {
        if (!_tables.TryPop(out var table))
        {
            return;
        }

        var rows = table.Rows.ConvertAll(row => row.ConvertAll(cell => cell.ToString().Replace('\n', ' ').Trim())).FindAll(row => row.Exists(cell => cell.Length > 0));
        if (table.IsLayout || rows.Count(row => row.Count > 1) < 2)
        {
            Spill(table);
        }
        else
        {
            lines.AddTable(rows);
        }

        Break();
    }

    private void Spill(Table table)
    {
        foreach (var cell in table.Rows.SelectMany(row => row))
        {
            foreach (var part in cell.ToString().Split('\n'))
            {
                AddLine(part);
            }
        }

        table.Rows.Clear();
        (table.Row, table.Cell) = (null, null);
    }

    private void Say(string data)
    {
        var text = Text;
        foreach (var c in data)
        {
            // White space of the source is one space; a no-break space is meant.
            if (c is not (' ' or '\t' or '\r' or '\n' or '\f'))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }
        }
    }

    private void Break()
    {
        if (Text != _line)
        {
            Text.Append('\n');
            return;
        }

        AddLine(_line.ToString());
        _line.Clear();
    }

    private void AddLine(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            lines.AddLine(_quoted > 0 ? $"> {text.Trim()}" : text.Trim());
        }
    }

    /// <summary>Scripts and styles, and what a reader of the message would not see: it must not order anything.</summary>
    private static bool IsUnseen(HtmlTagToken tag) =>
        tag.Id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Head or HtmlTagId.Title or HtmlTagId.Object or HtmlTagId.IFrame
        || tag.Attributes.Any(attribute => attribute.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase))
        || ($"{Attribute(tag, "style").Replace(" ", "", StringComparison.Ordinal)};" is { Length: > 1 } style
            && Array.Exists(Unseen, hidden => style.Contains(hidden, StringComparison.OrdinalIgnoreCase)));

    /// <summary>HTML, 13.1.2: elements that have no end, pictures that count readers among them.</summary>
    private static bool IsVoid(HtmlTagId id) => id
        is HtmlTagId.Area or HtmlTagId.Base or HtmlTagId.Br or HtmlTagId.Col or HtmlTagId.Embed or HtmlTagId.HR or HtmlTagId.Image or HtmlTagId.Input or HtmlTagId.Link or HtmlTagId.Meta or HtmlTagId.Source or HtmlTagId.Wbr;

    private static string Attribute(HtmlTagToken tag, string name) =>
        tag.Attributes.FirstOrDefault(attribute => attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value ?? "";

    private sealed class Table
    {
        public List<List<StringBuilder>> Rows { get; } = [];
        public List<StringBuilder>? Row { get; set; }
        public StringBuilder? Cell { get; set; }
        public bool IsLayout { get; set; }

        public List<StringBuilder> Begin()
        {
            Rows.Add(Row = []);
            Cell = null;
            return Row;
        }
    }
}
