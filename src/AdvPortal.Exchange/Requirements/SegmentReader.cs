using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Puts one stretch of a sentence to every reader, the particular kinds first, and tells how far its sites reach.</summary>
internal sealed class SegmentReader(Reading reading, Heading heading, Drafts drafts)
{
    private static readonly Pattern _everyYear = Lexicon.Phrase("tous les ans|chaque annee|toutes les annees|every year|each year|annuellement|annually|yearly|d annee en annee|year after year|chaque ete|every summer");
    private static readonly Pattern _refuses = Lexicon.Phrase("pas|aucune?|rien|jamais|no|not|never|{closed}|(?:ne|n) (?:[a-z]+ )?plus|plus de|don t|cannot");
    /// <summary>« Troyes : 8 h – 12 h »: nothing but hours behind a site.</summary>
    private static readonly Pattern _timetable = Lexicon.Raw(@"^ ?SITE :(?: (?:DAYS|ALLDAYS|RANGE|BEFORE|AFTER|HALF|,|et|and|/|puis|then|\.))+ ?$");
    private static readonly Pattern _asking = Lexicon.Phrase("{call}|{book}|PHONE");

    private static readonly string[] _labels = ["label", "etiquet", "SYMBOL"];

    private bool _isReference;
    private bool _isLabel;

    /// <summary>What is asked for in one stretch, the particular kinds first: their words are no delivery days.</summary>
    /// <param name="segment">What is read.</param>
    /// <param name="goesOn">The stretch before, where this one only goes on with it.</param>
    public List<Found> Read(Segment segment, Clause? goesOn)
    {
        var (founds, taken) = (new List<Found>(), new List<Span>());
        var everyYear = segment.Clause.Find(_everyYear)?.Because("closedDates");
        (_isReference, _isLabel) = (drafts.Last is Reference, drafts.Last is Labelling);

        foreach (var part in ClauseSplitter.Parts(reading, segment.Clause, atCommas: false))
        {
            if (Gate.Of(part, false) is Purpose.Rule || segment.Clause.Span == part.Span)
            {
                Particular(part, founds, taken);
            }
            else
            {
                taken.Add(part.Span);
            }
        }

        var isHeaded = goesOn is not null || heading.IsOfHours || segment.Clause.Has(_timetable) || (segment.Clause.Has(Heading.Hours) && segment.Clause.Words.Contains(':', StringComparison.Ordinal));
        founds.AddRange(DeliveryDaysReader.Read(segment.Clause, isHeaded, goesOn?.Has(_refuses) == true, span => taken.Exists(span.Overlaps), everyYear));

        foreach (var piece in ClauseSplitter.Parts(reading, segment.Clause, atCommas: true).Where(piece => Gate.Of(piece, false) is Purpose.Rule))
        {
            founds.AddRange(InstructionReader.Read(piece).Where(each => !founds.Exists(other => Holds(other, piece, each))));
        }

        return founds;
    }

    /// <summary>All that a part asks for beside delivery days and instructions.</summary>
    private void Particular(Clause part, List<Found> founds, List<Span> taken)
    {
        var (isReference, isLabel) = (_isReference || founds.Exists(each => each.Rule is Reference), _isLabel || founds.Exists(each => each.Rule is Labelling));
        var backOrder = BackOrderReader.Read(part).ToList();
        var contact = backOrder.Exists(each => each.Rule is BackOrder { Policy: BackOrderPolicy.Ask }) ? [] : ContactReader.Read(part).ToList();
        var codes = ProductCodeReader.Read(part).ToList();
        var references = codes.Count > 0 ? [] : ReferenceReader.Read(part, isReference).ToList();
        var isCited = references.Exists(each => ((Reference)each.Rule).Required == true) && !part.Words.Contains("SYMBOL", StringComparison.Ordinal);
        var labels = codes.Count > 0 || isCited ? [] : LabellingReader.Read(part).Where(each => !each.JoinsBefore || Completes(each, part, isLabel)).ToList();
        founds.AddRange([.. backOrder, .. PartialDeliveryReader.Read(part), .. contact, .. codes, .. references, .. labels, .. PackagingReader.Read(part), .. MinimumOrderReader.Read(part), .. DocumentsReader.Read(part)]);

        if (contact.Exists(each => each.Rule is ContactFirst or Instruction) || (backOrder.Count > 0 && contact.Count == 0 && part.Has(_asking)))
        {
            taken.AddRange(ClauseSplitter.Parts(reading, part, atCommas: true).Where(piece => piece.Has(_asking)).Select(piece => piece.Span));
        }
    }

    /// <summary>Whether words that say no label by themselves go on with one.</summary>
    private static bool Completes(Found label, Clause part, bool isLabel) =>
        label.Rule is not Labelling { Symbology: null, Payload: null } && (isLabel || Array.Exists(_labels, word => part.Words.Contains(word, StringComparison.Ordinal)));

    /// <summary>Whether another kind holds the words of an instruction already.</summary>
    private bool Holds(Found other, Clause piece, Found instruction) =>
        other.Rule is not DeliveryDays and not ContactFirst
        && ((other.At.From >= piece.From && other.At.Until <= piece.Until) || other.Because.Any(because => because.At.Overlaps(reading.Text.OriginalOf(instruction.At.From, instruction.At.Until))));

    /// <summary>A site named in the middle holds for what is said of deliveries, and for its own part of the sentence.</summary>
    public bool Reaches(Segment segment, Found part) =>
        part.Rule is DeliveryDays or ContactFirst or Instruction
        || ClauseSplitter.Parts(reading, segment.Clause, atCommas: false).Any(piece => piece.From <= part.At.From && part.At.Until <= piece.Until && segment.Sites.Any(site => piece.From <= site.From && site.Until <= piece.Until + 1))
        || ClauseSplitter.Parts(reading, segment.Clause, atCommas: true) is [.., var last] && segment.Sites.Any(site => last.From <= site.From) && last.Words.Trim() is "SITE" or ", SITE" or "SITE .";

    /// <summary>Words that no field holds, of the stretch they stand in.</summary>
    public List<(Span At, string Words)> Flags(Clause clause, IReadOnlyList<Found> founds) =>
        [.. clause.MarksIn(0, clause.Words.Length).Select(pair => pair.Mark)
            .Where(mark => mark.Name is "HEDGE" or "VAGUEDATE" or "VAGUETIME" or "RECUR" or "UNSAID" || (mark is { Name: "ONEDAY" } && founds.Any(each => each.Rule is DeliveryDays)))
            .Select(mark => reading.Text.OriginalOf(mark.From, mark.Until)).Select(span => (span, span.Of(reading.Text.Original)))];
}
