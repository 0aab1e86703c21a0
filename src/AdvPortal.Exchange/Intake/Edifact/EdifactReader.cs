using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Exchange.Intake.Edifact;

/// <summary>Reads an interchange (ISO 9735, syntax 1 to 4): its envelope here, each ORDERS or ORDCHG in an <see cref="OrderMessage"/>.</summary>
internal sealed partial class EdifactReader
{
    private const int LongestSample = 40;

    private readonly ProblemLog _log = new();
    private readonly List<OrderMessage> _messages = [];
    private readonly List<string> _others = [];
    private EdifactOriginal? _original;
    private OrderMessage? _message;
    private string? _interchange;
    private string? _messageReference;
    private bool _isMessageOpen;
    private bool _hasTrailingSeparators;
    private int _messagesInInterchange;
    private int _segmentsInMessage;

    public static DocumentReading Read(ReadOnlySpan<byte> bytes, ReadingContext context)
    {
        var reader = new EdifactReader();
        var text = EdifactText.Decode(bytes, reader._log);
        var segment = new SegmentCursor(text);
        if (segment.Marks.Decimal == ',')
        {
            reader._log.Info("decimal-comma", null);
        }

        if (context.Original is not null)
        {
            reader._original = new(context.Original);
            reader._original.Start(text.AsSpan(0, segment.UnaLength));
        }

        while (segment.Next())
        {
            reader._original?.Add(ref segment);
            reader.Take(ref segment);
        }

        reader._original?.End();
        return reader.Finish(Placeholders.MayStandIn(text));
    }

    private void Take(ref SegmentCursor segment)
    {
        TellDefects(ref segment);
        var tag = segment.Tag;
        if (tag.Length != 3 || !char.IsAsciiLetterUpper(tag[0]) || tag.ContainsAnyExcept(UpperCaseAndDigits))
        {
            _log.Error("segment-unknown", Where(ref segment), segment.Raw[..Math.Min(segment.Raw.Length, LongestSample)].ToString());
            return;
        }

        switch (tag)
        {
            case "UNB":
                CloseInterchange();
                OpenInterchange(ref segment);
                break;
            case "UNG" or "UNE":
                break;
            case "UNH":
                CloseMessage();
                OpenMessage(ref segment);
                break;
            case "UNT":
                ReadTrailer(ref segment);
                break;
            case "UNZ":
                CloseMessage();
                ReadInterchangeTrailer(ref segment);
                break;
            default:
                if (!_isMessageOpen)
                {
                    _log.Error("segment-outside", Where(ref segment), tag.ToString());
                    break;
                }

                _segmentsInMessage++;
                _message?.Take(ref segment);
                break;
        }
    }

    private static readonly System.Buffers.SearchValues<char> UpperCaseAndDigits = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private void TellDefects(ref SegmentCursor segment)
    {
        if (segment.IsReleaseMisused)
        {
            _log.Warning("release-misused", Where(ref segment), segment.Raw[..Math.Min(segment.Raw.Length, LongestSample)].ToString());
        }

        if (segment.HasTrailingSeparator && !_hasTrailingSeparators)
        {
            _hasTrailingSeparators = true;
            _log.Info("trailing-separator", Where(ref segment));
        }

        if (segment.IsOverfull)
        {
            _log.Error("segment-overfull", Where(ref segment));
        }

        if (segment.IsUnterminated)
        {
            _log.Error("segment-unterminated", Where(ref segment));
        }
    }

    private DocumentReading Finish(bool mayHoldPlaceholders)
    {
        CloseInterchange();
        if (_messages.Count == 0)
        {
            _log.Add(ProblemSeverity.Warning, _others.Count == 0 ? "no-message" : "other-message", null, string.Join(", ", _others.Distinct(StringComparer.Ordinal).Take(10)));
            return _log.Reading(DocumentFormat.Unknown, []);
        }

        if (_others.Count > 0)
        {
            _log.Warning("other-message-skipped", null, string.Join(", ", _others.Distinct(StringComparer.Ordinal).Take(10)));
        }

        var orders = _messages.FindAll(message => message.Change is null);
        var changes = _messages.FindAll(message => message.Change is not null);
        var checks = new OrderChecks(_log, orders.Count > 1, isMessage: true, mayHoldPlaceholders);
        orders.ForEach(message => checks.Check(message.Order));
        foreach (var change in orders.Count > 0 ? changes : changes[1..])
        {
            _log.Error("change-not-taken", null, ProblemText.Word($"change-{change.Change!.Value.ApiName()}"), change.RefersTo ?? "—");
        }

        for (var index = 0; _original is not null && index < orders.Count; index++)
        {
            orders[index].Spots?.Give(OriginalDraft.Head(index, ""));
        }

        if (orders.Count > 0)
        {
            return _log.Reading(DocumentFormat.EdifactOrders, orders.ConvertAll(message => message.Order.Build()));
        }

        var first = changes[0];
        first.Spots?.Give("change.document.");
        _log.Warning("is-change", null, ProblemText.Word($"change-{first.Change!.Value.ApiName()}"), first.RefersTo ?? "—");
        return _log.Change(first.IsChangeMessage ? DocumentFormat.EdifactOrdchg : DocumentFormat.EdifactOrders, first.Change.Value, first.RefersTo, first.Order.Build());
    }

    private static Message Where(ref SegmentCursor segment) => Place.Segment(segment.Number, segment.Tag);
}
