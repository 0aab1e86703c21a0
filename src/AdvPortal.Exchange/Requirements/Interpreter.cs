using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads what a client wrote, in French or English, and proposes requirements: always the same answer, from the words alone, nothing guessed silently.</summary>
/// <remarks>
/// What is understood is proposed with the words behind each field; what matters and no field holds is handed back verbatim.
/// Questions, thanks, single orders, complaints, absences and thoughts give nothing; lifting a rule gives its words.
/// </remarks>
public sealed class Interpreter
{
    /// <summary>Characters that are read; what comes after is left unread and said to be.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Sentences that are read: whoever writes more of them writes no letter.</summary>
    private const int MostSentences = 2_000;

    private const int UnreadShown = 60;

    private static readonly Pattern _trade = Lexicon.Phrase("{deliver}|{delivery}|{closed}|{open}|{label}|{pallet}|{parcel}|{ponumber}|{deliverynote}|{invoice}|{backorder}|{partial}|prefix\\w*|suffix\\w*|command\\w*|orders?|camions?|rien|reserv\\w+|certificat\\w*");
    private static readonly Pattern _demand = Lexicon.Phrase("{must}|ne pas|jamais|never|do not|interdi\\w+|il faut|desormais|dorenavant|from now on|exclusiv\\w+");
    private static readonly Pattern _predicate = Lexicon.Phrase("{deliver}|{delivery}|{open}|{closed}|{only}|pas|aucune?|rien|jamais|no|not|never|plus|ok|oui|yes");
    private static readonly Pattern _same = Lexicon.Phrase("(?:il|elle|ils|elles|on y|la bas|ce site|cet entrepot|ce depot|cette usine|cet atelier|ce magasin|y|it|they|there|this site|this warehouse|that site|this branch|ceux ci|celui ci|celle ci)(?: \\w+)*");

    private readonly Reading _reading;
    private readonly InterpretationContext _context;
    private readonly Drafts _drafts;
    private readonly SegmentReader _segments;
    private readonly Heading _heading = new();
    private IReadOnlyList<Mark> _lastSites = [];

    private Interpreter(string text, InterpretationContext context)
    {
        (_reading, _context) = (Reading.Of(text, context), context);
        _drafts = new(text, _reading.Mended) { SpanOf = mark => _reading.Text.OriginalOf(mark.From, mark.Until) };
        _segments = new(_reading, _heading, _drafts);
    }

    /// <param name="text">An e-mail, a sentence or a list, as the client wrote it.</param>
    /// <param name="context">Whose it is, which sites there are, and when it came in.</param>
    public static Interpretation Read(string text, InterpretationContext context)
    {
        var read = text.Length <= MaxLength ? text : text[..MaxLength];
        var interpreter = new Interpreter(read, context);
        var sentences = interpreter._reading.Sentences;

        foreach (var sentence in sentences.Take(MostSentences))
        {
            interpreter.Take(sentence);
        }

        int? unreadFrom = sentences.Count > MostSentences ? interpreter._reading.Text.OriginalOf(sentences[MostSentences].From, sentences[MostSentences].Until).Offset : text.Length > MaxLength ? MaxLength : null;
        var unread = unreadFrom is { } from ? text.Substring(from, Math.Min(UnreadShown, text.Length - from)).Trim() : "";

        return interpreter._drafts.Finish(unread.Length > 0 ? [unread] : [], unreadFrom);
    }

    private void Take(SentencePart sentence)
    {
        var whole = _reading.ClauseOf(sentence.From, sentence.Until);

        // No person writes such a sentence, and no requirement could quote it.
        if (sentence.Until - sentence.From > RequirementRevision.SentenceMaxLength)
        {
            _drafts.Flag(whole.Verbatim[..Math.Min(whole.Verbatim.Length, UnreadShown)], whole.Span);
            return;
        }

        _heading.Reach(sentence);

        switch (Gate.Of(whole, sentence.IsQuestion))
        {
            case Purpose.Lifts:
                _drafts.Flag(whole.Verbatim, whole.Span);
                return;
            case Purpose.Nothing when sentence.IsQuestion:
                return;
            case Purpose.Nothing:
                foreach (var piece in Pieces(whole).Where(piece => Gate.Of(piece, false) is Purpose.Rule && (piece.Has(_demand) || piece.Has(_trade))))
                {
                    Read(piece);
                }

                return;
            default:
                Read(whole);
                return;
        }
    }

    private IReadOnlyList<Clause> Pieces(Clause whole)
    {
        var (pieces, start) = (new List<Clause>(), whole.From);

        foreach (var at in Enumerable.Range(whole.From, whole.Until - whole.From).Where(at => whole.Text.Value[at] is ':' or ';' && !_reading.IsInMark(at)))
        {
            pieces.Add(_reading.ClauseOf(start, at));
            start = at + 1;
        }

        return pieces.Count == 0 ? [] : [.. pieces, _reading.ClauseOf(start, whole.Until)];
    }

    private void Read(Clause whole)
    {
        var segments = ClauseSplitter.BySites(_reading, whole.From, whole.Until);
        var found = segments.Select((segment, at) => (Segment: segment, Founds: _segments.Read(segment, at > 0 && !segment.Clause.Has(_predicate) ? segments[at - 1].Clause : null))).ToList();

        if (found.TrueForAll(each => each.Founds.Count == 0))
        {
            Hand(whole, segments);
            return;
        }

        foreach (var (segment, founds) in found)
        {
            var own = segment.Sites.Count > 0 ? segment.Sites : segments.Count == 1 && whole.Has(_same) && whole.Find(_same)!.Value.Index < 12 ? _lastSites : [];
            var sites = own.Count > 0 ? own : _heading.Sites;
            var flags = _segments.Flags(segment.Clause, founds);

            foreach (var part in founds)
            {
                var mine = own.Count == 0 || segment.IsHeaded || _segments.Reaches(segment, part) ? sites : _heading.Sites;
                _drafts.Add(part, whole.Span, mine, Validity.Of(_reading, _heading, whole, segment, part), flags, _context);
            }
        }

        _heading.Use();
        _lastSites = segments[^1].Sites.Count > 0 ? segments[^1].Sites : _lastSites;
    }

    /// <summary>A sentence that asks for nothing by itself: the heading of a list, or words that are handed back.</summary>
    private void Hand(Clause whole, IReadOnlyList<Segment> segments)
    {
        _heading.Take(whole, segments);
        var vague = whole.MarksIn(0, whole.Words.Length).Select(pair => pair.Mark).Where(mark => mark.Name is "VAGUEDATE" or "VAGUETIME" or "RECUR" or "UNSAID").ToList();

        if (whole.Has(_trade) || vague.Exists(mark => mark.Name is "RECUR" or "UNSAID"))
        {
            foreach (var mark in vague)
            {
                _drafts.Flag(_reading.Text.OriginalOf(mark.From, mark.Until).Of(_reading.Text.Original), whole.Span);
            }

            if (vague.Count == 0 && !Heading.Opens(whole) && whole.Has(_demand) && whole.Has(_trade))
            {
                _drafts.Flag(whole.Verbatim, whole.Span);
            }
        }
    }
}
