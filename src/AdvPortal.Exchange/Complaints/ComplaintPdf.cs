using AdvPortal.Domain.Complaints;
using AdvPortal.Exchange.Printing;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Complaints;

/// <summary>The answer to a complaint on A4, in the client's language: a letter, or the report of the eight disciplines (8D).</summary>
public static class ComplaintPdf
{
    /// <summary>A letter: what was said, what we answer, what the client is given. Fonts are embedded; the same report gives the same pages.</summary>
    public static byte[] WriteLetter(ComplaintReport report) => Write(report, "ComplaintLetter", page =>
    {
        page.Quote(report.Description);

        foreach (var paragraph in Paragraphs(report.Answer))
        {
            page.Write(paragraph);
            page.Gap();
        }

        page.Lines();
        Given(page, report);

        if (report.Answering is var (name, email))
        {
            page.Gap();
            page.Write(page.Texts.Format("SheetQuestion", name, email));
        }
    });

    /// <summary>The eight disciplines with their dates: what is not done yet says until when it is.</summary>
    public static byte[] Write8D(ComplaintReport report) => Write(report, "ComplaintEightD", page =>
    {
        foreach (var step in report.Steps)
        {
            page.Heading(step);

            switch (step.Discipline)
            {
                case Discipline.Team:
                    page.Points(report.Team.Select(each => each.Role is { } role ? $"{each.Name}, {role}" : each.Name));
                    break;
                case Discipline.Problem:
                    page.Quote(report.Description);
                    page.Write(report.Problem);
                    page.Lines();
                    break;
                case Discipline.Containment:
                    page.Actions(ComplaintActionKind.Immediate);
                    break;
                case Discipline.RootCause:
                    page.Points(report.Analysis.Whys.Select((why, at) => page.Texts.Format("ComplaintWhy", at + 1, why)));
                    page.Said("ComplaintRoot", report.Analysis.RootCause);
                    page.Said("ComplaintNotDetected", report.Analysis.NotDetected);
                    break;
                case Discipline.Correction:
                    page.Actions(ComplaintActionKind.Corrective);
                    break;
                case Discipline.Implementation:
                    page.Said("ComplaintVerified", report.Verification);
                    break;
                case Discipline.Prevention:
                    page.Actions(ComplaintActionKind.Preventive);
                    page.Said("ComplaintRequirement", report.Requirement is var (number, sentence) ? $"{page.Texts.Format("Quoted", sentence)} ({number})" : null);
                    break;
                default:
                    Given(page, report);
                    break;
            }

            page.Gap();
        }
    });

    private static byte[] Write(ComplaintReport report, string title, Action<ComplaintPage> body)
    {
        var texts = DocumentTexts.In(report.Language);
        using var paper = new PdfPaper($"{texts[title]} · {report.Number}", report.Company, new DateTimeOffset(report.IssuedOn, TimeOnly.MinValue, TimeSpan.Zero));
        var page = new ComplaintPage(paper, report, texts);
        page.Begin();
        page.Head(texts[title]);
        body(page);
        page.WriteFeet();

        return paper.ToBytes();
    }

    private static string[] Paragraphs(string? text) =>
        (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void Given(ComplaintPage page, ComplaintReport report) =>
        page.Points(report.Credits.Select(credit => page.Texts.Format("ComplaintCredit", credit.Number, Wording.Money(credit.Amount, report.Currency ?? "EUR", page.Texts.Culture))));
}

/// <summary>Where the next thing of the answer goes, and what every page repeats.</summary>
internal sealed class ComplaintPage(PdfPaper paper, ComplaintReport report, DocumentTexts texts) : PrintedPage(paper, texts, Left, ($"{report.Number} · {report.Client}", null))
{
    private const double Left = 48;
    private const double Right = A4Width - 48;
    private const double Width = Right - Left;
    private const double Quantities = Right - 250;
    private const double Amounts = Right - 160;
    private const double Settled = Right - 150;

    private static readonly TextStyle _title = new(15, Strong: true) { Ink = Ink.Accent };
    private static readonly TextStyle _company = new(13, Strong: true);
    private static readonly TextStyle _strong = new(11, Strong: true);
    private static readonly TextStyle _section = new(10.5, Strong: true) { Ink = Ink.Accent };
    private static readonly TextStyle _small = new(8.5) { Ink = Ink.Grey };
    private static readonly TextStyle _done = new(8.5) { Ink = Ink.Kept };
    private static readonly TextStyle _body = new(9.5);
    private static readonly TextStyle _cell = new(8.5);
    private static readonly TextStyle _label = new(9.5, Strong: true);

    public void Head(string title)
    {
        var room = Width - _title.Width(title) - 16;
        Paper.Text(Left, Y + 13, _company.Cut(report.Company, room), _company);
        Paper.TextTo(Right, Y + 13, title, _title);
        Paper.TextTo(Right, Y + 28, Texts.Format("ComplaintHead", report.Number, Wording.DateLong(report.OpenedOn, Texts.Culture), Wording.DateLong(report.IssuedOn, Texts.Culture)), _small);
        Paper.Text(Left, Y + 29, _strong.Cut(report.Contact is { } contact ? $"{report.Client} · {contact}" : report.Client, Width - 250), _strong);
        Y += 42;
        Paper.Line(Left, Y, Right, Ink.Accent, 1);
        Y += 12;
        Write(report.Subject, _strong, Left, Width);
        Y += 8;
    }

    public void Heading(ReportStep step)
    {
        Need(48);
        var title = $"D{(int)step.Discipline + 1}. {Texts[$"Discipline{step.Discipline}"]}";
        Paper.Text(Left, Y + _section.Size, title, _section);
        Paper.TextTo(
            Right, Y + _section.Size, step.DoneOn is { } done ? Texts.Format("ComplaintDoneOn", Wording.Date(done, Texts.Culture)) : Texts.Format("ComplaintDueOn", Wording.Date(step.DueOn, Texts.Culture)),
            step.DoneOn is null ? _small : _done);
        Y += _section.LineHeight + 2;
        Paper.Line(Left, Y, Right, Ink.Line);
        Y += 5;
    }

    public void Write(string? text) => Write(text ?? "", _body, Left, Width);

    public void Quote(string words)
    {
        foreach (var line in words.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is var lines && lines.Length == 1 ? [Texts.Format("Quoted", lines[0])] : lines)
        {
            foreach (var each in _body.Wrap(line, Width - 14))
            {
                Need(_body.LineHeight);
                Paper.Fill(Left, Y, 2, _body.LineHeight, Ink.Accent);
                Paper.Text(Left + 12, Y + _body.Size, each, _body);
                Y += _body.LineHeight;
            }
        }

        Gap();
    }

    public void Said(string label, string? text)
    {
        if (text is not null)
        {
            Need(_label.LineHeight + _body.LineHeight);
            Write(Texts[label], _label, Left, Width);
            Write(text);
        }
    }

    public void Points(IEnumerable<string> points)
    {
        foreach (var point in points)
        {
            foreach (var (index, line) in _body.Wrap(point, Width - 14).Index())
            {
                Need(_body.LineHeight);

                if (index == 0)
                {
                    Paper.Text(Left + 2, Y + _body.Size, "•", _body);
                }

                Paper.Text(Left + 14, Y + _body.Size, line, _body);
                Y += _body.LineHeight;
            }
        }
    }

    public void Actions(ComplaintActionKind kind) => Points(report.Actions.Where(action => action.Kind == kind).Select(action => string.Join(" · ", new[]
    {
        action.Text,
        action.Who,
        action.DoneOn is { } done ? Texts.Format("ComplaintDoneOn", Wording.Date(done, Texts.Culture)) : action.DueOn is { } due ? Texts.Format("ComplaintDueOn", Wording.Date(due, Texts.Culture)) : null,
    }.OfType<string>())));

    /// <summary>What is disputed, and what is given for it.</summary>
    public void Lines()
    {
        if (report.Lines.Count == 0)
        {
            return;
        }

        Gap();
        LinesHead();

        foreach (var line in report.Lines)
        {
            var what = _cell.Wrap($"{line.Code} {line.Description}", Quantities - Left - 70).ToList();
            var given = line.Settlement is { } settled ? _cell.Wrap(SettledAs(settled), Right - Settled).ToList() : [];
            var from = string.Join(" · ", new[] { line.Delivery ?? line.Order, line.ReceivedInstead is { } instead ? Texts.Format("ComplaintReceived", instead) : null }.OfType<string>());
            var height = (Math.Max(what.Count + 1, given.Count) * _cell.LineHeight) + 6;

            if (Need(height))
            {
                LinesHead();
            }

            foreach (var (index, text) in what.Append(from).Index())
            {
                Paper.Text(Left, Y + 3 + _cell.Size + (index * _cell.LineHeight), text, index == what.Count ? _small : _cell);
            }

            foreach (var (index, text) in given.Index())
            {
                Paper.Text(Settled, Y + 3 + _cell.Size + (index * _cell.LineHeight), text, _cell);
            }

            Paper.TextTo(Quantities, Y + 3 + _cell.Size, Wording.Quantity(line.Quantity, Texts.Culture), _cell);
            Paper.TextTo(Amounts, Y + 3 + _cell.Size, Wording.Money(line.Amount, report.Currency ?? "EUR", Texts.Culture), _cell);
            Y += height;
            Paper.Line(Left, Y, Right, Ink.Line);
        }

        Gap();
    }

    public void Gap() => Y += 8;

    /// <inheritdoc cref="PrintedPage.WriteFeet"/>
    public void WriteFeet() => WriteFeet(report.Company);

    private void LinesHead()
    {
        Need((3 * _small.LineHeight) + 12);
        Paper.Fill(Left, Y, Width, _small.LineHeight + 6, Ink.Tint);
        Paper.Text(Left + 4, Y + 3 + _small.Size, Texts["CodeAndDescription"], _small);
        Paper.TextTo(Quantities, Y + 3 + _small.Size, Texts["ComplaintQuantity"], _small);
        Paper.TextTo(Amounts, Y + 3 + _small.Size, Texts["LineAmount"], _small);
        Paper.Text(Settled, Y + 3 + _small.Size, Texts["ComplaintSettlement"], _small);
        Y += _small.LineHeight + 8;
    }

    private string SettledAs(Settlements settlement) => settlement is Settlements.None ? Texts["SettlementNone"]
        : string.Join(" + ", Enum.GetValues<Settlements>().Where(each => each is not Settlements.None && settlement.HasFlag(each)).Select(each => Texts[$"Settlement{each}"]));

    private void Write(string text, TextStyle style, double x, double width)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            foreach (var line in style.Wrap(paragraph, width))
            {
                Need(style.LineHeight);
                Paper.Text(x, Y + style.Size, line, style);
                Y += style.LineHeight;
            }
        }
    }
}
