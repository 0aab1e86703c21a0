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

    private const int UnreadShown = 60;

    private static readonly Pattern _trade = Lexicon.Phrase("{deliver}|{delivery}|{closed}|{open}|{label}|{pallet}|{parcel}|{ponumber}|{deliverynote}|{invoice}|{backorder}|{partial}|prefix\\w*|suffix\\w*|command\\w*|orders?|camions?|rien|reserv\\w+|certificat\\w*");
    private static readonly Pattern _heading = Lexicon.Phrase("horaires?|heures (?:de|d)|hours|jours? de (?:livraison|reception)|(?:delivery|receiving|opening|reception) (?:days|hours|times?)|ouverture|receptions?|livraisons?|deliveries|goods in");
    private static readonly Pattern _same = Lexicon.Phrase("(?:il|elle|ils|elles|on y|la bas|ce site|cet entrepot|ce depot|cette usine|cet atelier|ce magasin|y|it|they|there|this site|this warehouse|that site|this branch|ceux ci|celui ci|celle ci)(?: \\w+)*");
    private static readonly Pattern _everyYear = Lexicon.Phrase("tous les ans|chaque annee|toutes les annees|every year|each year|annuellement|annually|yearly|d annee en annee|year after year|chaque ete|every summer");
    private static readonly Pattern _demand = Lexicon.Phrase("{must}|ne pas|jamais|never|do not|interdi\\w+|il faut|desormais|dorenavant|from now on|exclusiv\\w+");

    private static readonly Pattern _predicate = Lexicon.Phrase("{deliver}|{delivery}|{open}|{closed}|{only}|pas|aucune?|rien|jamais|no|not|never|plus|ok|oui|yes");
    private static readonly Pattern _refuses = Lexicon.Phrase("pas|aucune?|rien|jamais|no|not|never|{closed}|(?:ne|n) (?:[a-z]+ )?plus|plus de|don t|cannot");

    private static readonly string[] _warming =
    [
        "Bonjour, livraison du lundi au vendredi de 8 h à 12 h à notre entrepôt de Chartres, sauf exception ; fermé du 24 décembre au 2 janvier et les jours fériés.",
        "Étiquette QR sur chaque colis avec notre référence, préfixe 0A- devant nos codes, palettes Europe de 1,80 m au plus, minimum de commande 250 €.",
        "Please call John on 0161 496 0022 the day before; no partial deliveries, cancel back orders, two copies of the delivery note, tail lift needed.",
    ];

    private readonly Reading _reading;
    private readonly InterpretationContext _context;
    private readonly Drafts _drafts;
    private IReadOnlyList<Mark> _headSites = [];
    private IReadOnlyList<Mark> _headDates = [];
    private bool _headHours;
    private bool _headUsed;
    private IReadOnlyList<Mark> _lastSites = [];

    private Interpreter(string text, InterpretationContext context)
    {
        (_reading, _context) = (Reading.Of(text, context), context);
        _drafts = new(text, _reading.Mended) { SpanOf = mark => _reading.Text.OriginalOf(mark.From, mark.Until) };
    }

    /// <param name="text">An e-mail, a sentence or a list, as the client wrote it.</param>
    /// <param name="context">Whose it is, which sites there are, and when it came in.</param>
    public static Interpretation Read(string text, InterpretationContext context)
    {
        var read = text.Length <= MaxLength ? text : text[..MaxLength];
        var interpreter = new Interpreter(read, context);

        foreach (var sentence in interpreter._reading.Sentences)
        {
            interpreter.Take(sentence);
        }

        var unread = text.Length > MaxLength ? text.Substring(MaxLength, Math.Min(UnreadShown, text.Length - MaxLength)).Trim() : "";

        return interpreter._drafts.Finish(unread.Length > 0 ? [unread] : [], text.Length > MaxLength ? MaxLength : null);
    }

    /// <summary>Reads a little of every kind, so that the first sentence of a person does not wait for the patterns to be built.</summary>
    public static void WarmUp(CancellationToken ct)
    {
        foreach (var sentence in _warming)
        {
            ct.ThrowIfCancellationRequested();
            Read(sentence, new("Client", ["Entrepôt de Chartres"], DateOnly.FromDayNumber(1)));
        }
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

        // A heading holds for its list, and no further than the next paragraph.
        if (sentence.AfterBlank && !sentence.IsItem && _headUsed)
        {
            (_headSites, _headDates, _headHours, _headUsed) = ([], [], false, false);
        }

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
                    Read(piece, sentence);
                }

                return;
            default:
                Read(whole, sentence);
                return;
        }
    }

    private IReadOnlyList<Clause> Pieces(Clause whole)
    {
        var (pieces, start) = (new List<Clause>(), whole.From);

        foreach (var at in Enumerable.Range(whole.From, whole.Until - whole.From).Where(at => whole.Text.Value[at] is ':' or ';' && !_reading.Marks.Any(mark => mark.From <= at && at < mark.Until)))
        {
            pieces.Add(_reading.ClauseOf(start, at));
            start = at + 1;
        }

        return pieces.Count == 0 ? [] : [.. pieces, _reading.ClauseOf(start, whole.Until)];
    }

    private void Read(Clause whole, SentencePart sentence)
    {
        var segments = ClauseSplitter.BySites(_reading, whole.From, whole.Until);
        var found = segments.Select((segment, at) => (Segment: segment, Founds: Founds(segment, at > 0 && !segment.Clause.Has(_predicate) ? segments[at - 1].Clause : null))).ToList();

        if (found.TrueForAll(each => each.Founds.Count == 0))
        {
            Head(whole, segments);
            return;
        }

        foreach (var (segment, founds) in found)
        {
            var own = segment.Sites.Count > 0 ? segment.Sites : segments.Count == 1 && whole.Has(_same) && whole.Find(_same)!.Value.Index < 12 ? _lastSites : [];
            var sites = own.Count > 0 ? own : _headSites;
            var flags = Flags(segment.Clause, founds);

            foreach (var part in founds)
            {
                var mine = own.Count == 0 || segment.IsHeaded || Reaches(segment, part) ? sites : _headSites;
                _drafts.Add(part, whole.Span, mine, Validity(whole, segment, part), flags, _context);
            }
        }

        _headUsed = _headUsed || _headSites.Count > 0 || _headHours || _headDates.Count > 0;
        _lastSites = segments[^1].Sites.Count > 0 ? segments[^1].Sites : _lastSites;
    }

    /// <summary>What is asked for in one stretch, the particular kinds first: their words are no delivery days.</summary>
    private List<Found> Founds(Segment segment, Clause? goesOn)
    {
        var (founds, taken) = (new List<Found>(), new List<Span>());
        var everyYear = segment.Clause.Find(_everyYear)?.Because("closedDates");
        var (reference, labelled) = (_drafts.Last is Reference, _drafts.Last is Labelling);

        foreach (var part in ClauseSplitter.Parts(_reading, segment.Clause, atCommas: false))
        {
            if (Gate.Of(part, false) is not Purpose.Rule && segment.Clause.Span != part.Span)
            {
                taken.Add(part.Span);
                continue;
            }

            var backOrder = BackOrderReader.Read(part).ToList();
            var contact = backOrder.Exists(each => each.Rule is BackOrder { Policy: BackOrderPolicy.Ask }) ? [] : ContactReader.Read(part).ToList();
            var codes = ProductCodeReader.Read(part).ToList();
            var references = codes.Count > 0 ? [] : ReferenceReader.Read(part, reference || founds.Exists(each => each.Rule is Reference)).ToList();
            var labels = codes.Count > 0 || references.Exists(each => ((Reference)each.Rule).Required == true) && !part.Words.Contains("SYMBOL", StringComparison.Ordinal) ? [] : LabellingReader.Read(part).Where(each => !each.JoinsBefore || each.Rule is Labelling { Symbology: null, Payload: null } is false && (labelled || founds.Exists(one => one.Rule is Labelling) || !each.JoinsBefore || part.Words.Contains("label", StringComparison.Ordinal) || part.Words.Contains("etiquet", StringComparison.Ordinal) || part.Words.Contains("SYMBOL", StringComparison.Ordinal))).ToList();
            founds.AddRange([.. backOrder, .. PartialDeliveryReader.Read(part), .. contact, .. codes, .. references, .. labels, .. PackagingReader.Read(part), .. MinimumOrderReader.Read(part), .. DocumentsReader.Read(part)]);

            if (contact.Exists(each => each.Rule is ContactFirst or Instruction) || backOrder.Count > 0 && contact.Count == 0 && part.Has(_asking))
            {
                taken.AddRange(ClauseSplitter.Parts(_reading, part, atCommas: true).Where(piece => piece.Has(_asking)).Select(piece => piece.Span));
            }
        }

        founds.AddRange(DeliveryDaysReader.Read(segment.Clause, goesOn is not null || _headHours || segment.Clause.Has(_heading) && segment.Clause.Words.Contains(':', StringComparison.Ordinal), goesOn?.Has(_refuses) == true, span => taken.Exists(span.Overlaps), everyYear));

        foreach (var piece in ClauseSplitter.Parts(_reading, segment.Clause, atCommas: true).Where(piece => Gate.Of(piece, false) is Purpose.Rule))
        {
            founds.AddRange(InstructionReader.Read(piece).Where(each => !founds.Exists(other => other.Rule is not DeliveryDays and not ContactFirst && ((other.At.From >= piece.From && other.At.Until <= piece.Until) || other.Because.Any(because => because.At.Overlaps(_reading.Text.OriginalOf(each.At.From, each.At.Until)))))));
        }

        return founds;
    }

    private static readonly Pattern _asking = Lexicon.Phrase("{call}|{book}|PHONE");

    /// <summary>A site named in the middle holds for what is said of deliveries, and for its own part of the sentence.</summary>
    private bool Reaches(Segment segment, Found part) =>
        part.Rule is DeliveryDays or ContactFirst or Instruction
        || ClauseSplitter.Parts(_reading, segment.Clause, atCommas: false).Any(piece => piece.From <= part.At.From && part.At.Until <= piece.Until && segment.Sites.Any(site => piece.From <= site.From && site.Until <= piece.Until + 1))
        || ClauseSplitter.Parts(_reading, segment.Clause, atCommas: true) is [.., var last] && segment.Sites.Any(site => last.From <= site.From) && last.Words.Trim() is "SITE" or ", SITE" or "SITE .";

    /// <summary>The days between which it holds; a period without deliveries is a part of the rule itself.</summary>
    private (Mark? Since, Mark? Until) Validity(Clause whole, Segment segment, Found part)
    {
        if (part.Rule is DeliveryDays { ClosedDates: not null })
        {
            return (null, null);
        }

        var own = segment.Clause.MarksIn(0, segment.Clause.Words.Length).Select(pair => pair.Mark).ToList();
        var all = own.Exists(mark => mark.Name is "SINCE" or "UNTIL" or "DATES") ? own : [.. whole.MarksIn(0, whole.Words.Length).Select(pair => pair.Mark)];
        var dates = all.Where(mark => mark.Name is "SINCE" or "UNTIL" or "DATES" && mark.Value is Dates && !IsAside(mark)).ToList();
        dates = dates.Count > 0 ? dates : [.. _headDates];

        return (dates.Find(mark => mark.Name is "SINCE" or "DATES"), dates.Find(mark => mark.Name is "UNTIL" or "DATES"));
    }

    private bool IsAside(Mark mark) => mark.From > 0 && _reading.Text.Value.LastIndexOf('(', mark.From - 1) is >= 0 and var open && _reading.Text.Value.LastIndexOf(')', mark.From - 1) < open && _reading.Text.Value.LastIndexOf('\n', mark.From - 1) < open;

    /// <summary>Words that no field holds, of the stretch they stand in.</summary>
    private List<(Span At, string Words)> Flags(Clause clause, IReadOnlyList<Found> founds) =>
        [.. clause.MarksIn(0, clause.Words.Length).Select(pair => pair.Mark)
            .Where(mark => mark.Name is "HEDGE" or "VAGUEDATE" or "VAGUETIME" or "RECUR" or "UNSAID" || (mark is { Name: "ONEDAY" } && founds.Any(each => each.Rule is DeliveryDays)))
            .Select(mark => _reading.Text.OriginalOf(mark.From, mark.Until)).Select(span => (span, span.Of(_reading.Text.Original)))];

    /// <summary>A sentence that asks for nothing by itself: the heading of a list, or words that are handed back.</summary>
    private void Head(Clause whole, IReadOnlyList<Segment> segments)
    {
        var sites = segments.SelectMany(segment => segment.Sites).ToList();
        var marks = whole.MarksIn(0, whole.Words.Length).Select(pair => pair.Mark).ToList();
        var dates = marks.Where(mark => mark.Name is "SINCE" or "UNTIL" or "DATES").ToList();
        var ends = whole.Words.TrimEnd().EndsWith(':');
        var isShort = whole.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 12;

        if ((ends || isShort) && (sites.Count > 0 || dates.Count > 0 || (ends && whole.Has(_heading))))
        {
            (_headSites, _headDates, _headHours, _headUsed) = (sites.Count > 0 ? sites : _headSites, dates.Count > 0 ? dates : _headDates, _headHours || whole.Has(_heading), false);
        }

        var vague = marks.Where(mark => mark.Name is "VAGUEDATE" or "VAGUETIME" or "RECUR" or "UNSAID").ToList();

        if (whole.Has(_trade) || vague.Exists(mark => mark.Name is "RECUR" or "UNSAID"))
        {
            foreach (var mark in vague)
            {
                _drafts.Flag(_reading.Text.OriginalOf(mark.From, mark.Until).Of(_reading.Text.Original), whole.Span);
            }

            if (vague.Count == 0 && !ends && whole.Has(_demand) && whole.Has(_trade))
            {
                _drafts.Flag(whole.Verbatim, whole.Span);
            }
        }
    }
}
