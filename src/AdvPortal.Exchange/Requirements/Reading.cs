namespace AdvPortal.Exchange.Requirements;

/// <summary>A text made ready: folded, typing errors mended, what is no message blanked out, and every date, hour, site and figure marked.</summary>
internal sealed class Reading
{
    private static readonly Pattern _number = Lexicon.Raw(@"\b(?:[a-z]{1,4}[-/]?)?[0-9]{5,}(?:[-/][0-9]+)*\b");
    private static readonly Pattern _english = Lexicon.Phrase("the|and|of|to|on|our|we|please|is|are|must|by|for|with|no|not|only|your|be|at|from|deliver\\w*|orders?|all|any|before|after|every|each");
    private static readonly Pattern _french = Lexicon.Phrase("le|la|les|de|du|des|et|un|une|nous|notre|nos|vos|votre|est|sont|pas|ne|pour|sur|au|aux|merci|en|par|il|livraison\\w*|commandes?|svp|jours?|avec|sans");

    private Reading(MappedText text, IReadOnlyList<Span> mended, IReadOnlyList<Mark> marks, IReadOnlyList<SentencePart> sentences) =>
        (Text, Mended, Marks, Sentences) = (text, mended, marks, sentences);

    public MappedText Text { get; }

    /// <summary>Words that were taken for others.</summary>
    public IReadOnlyList<Span> Mended { get; }

    public IReadOnlyList<Mark> Marks { get; }

    public IReadOnlyList<SentencePart> Sentences { get; }

    public static Reading Of(string text, InterpretationContext context)
    {
        var (mended, words) = Spelling.Mend(MappedText.Fold(text));
        var body = mended.As(Letter.Body(mended.Value));
        var folded = body.Value;
        var isEnglish = _english.Count(folded) > _french.Count(folded);
        var marks = new Marks(folded.Length);

        // The order matters: what is read first is not taken for anything else (a telephone number for hours, a type of certificate for a date).
        Contacts.Read(body, marks);
        DocumentsReader.Marks(folded, marks);
        LabellingReader.Marks(folded, marks);
        Hedges.Read(folded, marks);
        Hedges.Vague(folded, marks);
        Quantities.Leads(folded, marks);
        DateReader.Read(folded, context.ReceivedOn, isEnglish, marks);
        TimeReader.Read(folded, marks);
        DayReader.Read(folded, isEnglish, marks);
        new SiteMatcher(context).Read(body, marks);
        Quantities.Money(folded, marks);

        foreach (var match in _number.Matches(folded))
        {
            marks.Add(new("ORDERNO", match.Index, match.Index + match.Length));
        }

        Quantities.Read(folded, marks);

        return new(body, words, marks.All, SentenceSplitter.Split(folded, at => char.IsUpper(text[body.OriginalOf(at, at + 1).Offset])));
    }

    /// <summary>Whether a character belongs to something already read: a comma within a price cuts nothing.</summary>
    public bool IsInMark(int at)
    {
        var (low, high) = (0, Marks.Count);

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Marks[middle].Until <= at ? (middle + 1, high) : (low, middle);
        }

        return low < Marks.Count && Marks[low].From <= at;
    }

    public Clause ClauseOf(int from, int until) => new(Text, from, until, Marks);
}
