using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;
using MimeKit;
using MessagePart = AdvPortal.Exchange.Intake.Originals.MessagePart;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Reads a message (RFC 5322, MIME): the files that came with it, and what its sender wrote. Files win over words.</summary>
internal sealed partial class MailReader
{
    private readonly ProblemLog _log = new();
    private readonly ReadingContext _context;
    private readonly MimeMessage _message;
    private readonly MailParts _parts;
    private readonly MailFiles _files;
    private readonly MailWords _words;
    private readonly DateTimeOffset? _sentAt;
    private readonly MailSender _sender;
    private readonly MailSpots _spots;
    private DocumentLayout? _layout;

    private MailReader(MimeMessage message, ReadingContext context)
    {
        (_message, _context) = (message, context);
        _sentAt = message.Date is { Year: >= 1990 and < 2100 } date ? date : null;
        _parts = MailParts.Of(message, _log);
        _words = MailWords.Of(_parts.Lines.All, MailSubjects.IsForward(message.Subject));
        _files = new(_log, context);
        _sender = SenderOf(message);
        _spots = new(context.Original, Show());
    }

    public static DocumentReading Read(ReadOnlyMemory<byte> bytes, ReadingContext context)
    {
        MimeMessage message;
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            message = MimeMessage.Load(new ParserOptions { MaxMimeDepth = MailLimits.MimeDepth }, stream);
        }
        catch (FormatException)
        {
            return new(DocumentFormat.Email, ReadingVerdict.NotAnOrder, [new(ProblemSeverity.Error, "mail-broken", new("mail-broken"))], []);
        }

        using (message)
        {
            return new MailReader(message, context).Read();
        }
    }

    private DocumentReading Read()
    {
        if (MailOrigin.AnswersByItself(_message) is { } machine)
        {
            _log.Warning(machine, null);
            return Kept(ReadingVerdict.NotAnOrder);
        }

        var suspicion = new MailSuspicion(_log);
        suspicion.Weigh(_message, _parts, MailParts.HtmlIn(_message));
        if (suspicion.IsPhishing)
        {
            _log.Error(DocumentReading.Phishing, null);
            return Kept(ReadingVerdict.NotAnOrder);
        }

        if (_parts.IsEncrypted)
        {
            _log.Error("mail-encrypted", null);
            return Kept(ReadingVerdict.NeedsReview);
        }

        _files.Read(_parts.Files);
        if (_context.Original is { } original)
        {
            _files.Show(original);
        }

        return Judge();
    }

    private DocumentReading Judge()
    {
        var forwarded = _words.Forwarded;
        var own = string.Join('\n', _words.Own.Select(line => line.Text));
        var lines = forwarded is null ? _words.Own : [.. _words.Own.Where(line => !ForwardedWords.IsOfSender(line)), .. forwarded.Words];
        var text = forwarded is null ? own : $"{own}\n{string.Join('\n', forwarded.Words.Select(line => line.Text))}";
        var subject = forwarded?.Subject ?? _message.Subject;
        var sentOn = forwarded is null ? _sentAt is { } at ? DateOnly.FromDateTime(at.DateTime) : null : forwarded.SentOn;
        var style = MailStyle.Of(lines, subject, _sentAt, sentOn, _context.Guide);
        var purpose = MailPurpose.Of(MailSubjects.Bare(subject), text);
        var number = OrderNumbers.First(subject);
        if (forwarded is { Address: not null })
        {
            _log.Info("mail-forwarded", null, _sender.Address ?? "—", forwarded.Address);
        }

        if (_files.Readings.FirstOrDefault(read => read.Reading.Change is not null) is { } changed && _files.Orders.Count == 0)
        {
            return Answer(_log.Change(DocumentFormat.Email, changed.Reading.Change!.Kind, changed.Reading.RefersTo ?? number, changed.Reading.Change.Document));
        }

        if (purpose is Purpose.Cancellation or Purpose.Amendment && (number ?? OrderNumbers.First(text) ?? _files.Orders.Select(order => order.Order.OrderNumber).FirstOrDefault()) is { } refersTo)
        {
            return Change(purpose, refersTo, lines, style);
        }

        return _files.Orders.Count > 0 ? OfFiles(lines, style, number) : OfWords(lines, style, number, purpose, text);
    }

    private DocumentReading Change(Purpose purpose, string refersTo, IReadOnlyList<MailLine> lines, MailStyle style)
    {
        var kind = purpose == Purpose.Cancellation ? ChangeKind.Cancellation : ChangeKind.Amendment;
        var document = _files.Orders is [var only] ? only.Order
            : kind == ChangeKind.Cancellation ? new PurchaseOrder { OrderNumber = refersTo }
            : new MailChange(_log, style, _spots).Read(lines, refersTo).Build();
        document = document with { IssueDate = document.IssueDate ?? style.SentOn, Notes = document.Notes.Count > 0 ? document.Notes : Note(string.Join(' ', lines.Select(line => line.Text.Trim()).Where(line => line.Length > 0))) };
        _log.Info("is-change", null, ProblemText.Word(kind == ChangeKind.Cancellation ? "change-cancellation" : "change-amendment"), refersTo);
        if (kind == ChangeKind.Amendment && document.Lines.Count == 0 && document.RequestedDelivery is null)
        {
            _log.Error("mail-change-unread", null);
        }

        return Answer(_log.Change(DocumentFormat.Email, kind, refersTo, document));
    }

    private DocumentReading Kept(ReadingVerdict verdict) => Answer(_log.Reading(DocumentFormat.Email, []) with { Verdict = verdict });

    private DocumentReading Answer(DocumentReading reading)
    {
        var passedOn = _files.Readings is [{ Reading: { Sender: { } inner, Orders.Count: > 0 } }] ? inner : null;
        if (passedOn is { Address: not null })
        {
            reading = reading with { Problems = [.. reading.Problems, new(ProblemSeverity.Info, "mail-forwarded", new("mail-forwarded", _sender.Address ?? "—", passedOn.Address))] };
        }

        var (name, address) = passedOn is not null ? (passedOn.Name, passedOn.Address) : _words.Forwarded is { Address: not null } forwarded ? (forwarded.Name, forwarded.Address) : (_sender.Name, _sender.Address);
        var worst = reading.Orders.Count == 0 ? reading.Verdict : _files.Orders.Select(order => order.From.Reading.Verdict).Append(reading.Verdict).Max();
        return reading with
        {
            Verdict = worst,
            Problems = [.. reading.Problems, .. _files.Problems()],
            Sender = _sender with { Name = name, Address = address },
            Layout = _layout,
        };
    }

    private int Show() => _context.Original?.Add(new MessagePart(
        null, _message.From.ToString(), _message.To.ToString(), _message.Subject, _sentAt,
        [.. _parts.Lines.All.Select(line => new TextLine(line.Text))], [.. _parts.Files.Select(MailFiles.NameOf)])) ?? 0;

    private static List<string> Note(string prose) => prose.Length == 0 ? [] : [prose[..Math.Min(prose.Length, ReadingLimits.TextLength)]];

    private static MailSender SenderOf(MimeMessage message)
    {
        var from = message.From.Mailboxes.FirstOrDefault() ?? message.Sender;
        var address = from?.Address is { } text && text.Contains('@', StringComparison.Ordinal) ? Cut(text.Trim().ToLowerInvariant(), 320) : null;
        return new(Cut(from?.Name, 200), address, Cut(message.Subject, 500), Cut(message.MessageId, 500));
    }

    private static string? Cut(string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? null : new string([.. text.Where(c => !char.IsControl(c)).Take(most)]).Trim();
}
