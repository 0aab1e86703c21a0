using System.Text;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Collects the lines of a message: no control characters, no invisible ones, no more than anybody reads.</summary>
internal sealed class MailLines
{
    private readonly List<MailLine> _lines = [];
    private int _characters;

    public IReadOnlyList<MailLine> All => _lines;

    public bool IsCut { get; private set; }

    public int Tables { get; private set; }

    public void AddText(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            Add(Clean(line), null, 0);
        }
    }

    public void AddLine(string text) => Add(Clean(text), null, 0);

    public void AddTable(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Tables++;
        foreach (var row in rows)
        {
            string[] cells = [.. row.Select(cell => Clean(cell).Trim())];
            Add(string.Join("  |  ", cells), cells, Tables);
        }
    }

    private void Add(string text, IReadOnlyList<string>? cells, int table)
    {
        if (_lines.Count == MailLimits.Lines || _characters > MailLimits.TextLength)
        {
            IsCut = true;
            return;
        }

        // Runs of blank lines say nothing more than one does.
        if (cells is null && text.Length == 0 && (_lines.Count == 0 || _lines[^1].IsBlank))
        {
            return;
        }

        IsCut |= text.Length > MailLimits.LineLength;
        text = text[..Math.Min(text.Length, MailLimits.LineLength)];
        _characters += text.Length;
        _lines.Add(new(_lines.Count, text, cells, table));
    }

    private static string Clean(ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, MailLimits.LineLength + 1)].TrimEnd();
        var text = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            // Zero-width characters and marks of direction hide what a line says.
            if (c is not ('\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069')))
            {
                text.Append(c is '\t' ? c : char.IsControl(c) ? ' ' : c);
            }
        }

        return text.ToString();
    }
}
