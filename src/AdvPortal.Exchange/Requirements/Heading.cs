namespace AdvPortal.Exchange.Requirements;

/// <summary>What the last heading said: its sites, dates and « horaires » hold for the list below it.</summary>
internal sealed class Heading
{
    private const int MostWords = 12;

    public static readonly Pattern Hours = Lexicon.Phrase("horaires?|heures (?:de|d)|hours|jours? de (?:livraison|reception)|(?:delivery|receiving|opening|reception) (?:days|hours|times?)|ouverture|receptions?|livraisons?|deliveries|goods in");

    private bool _isUsed;

    public IReadOnlyList<Mark> Sites { get; private set; } = [];

    public IReadOnlyList<Mark> Dates { get; private set; } = [];

    /// <summary>Whether it speaks of hours or days of reception.</summary>
    public bool IsOfHours { get; private set; }

    public static bool Opens(Clause whole) => whole.Words.TrimEnd().EndsWith(':');

    /// <summary>A heading holds for its list, and no further than the next paragraph.</summary>
    public void Reach(SentencePart sentence)
    {
        if (sentence.AfterBlank && !sentence.IsItem && _isUsed)
        {
            (Sites, Dates, IsOfHours, _isUsed) = ([], [], false, false);
        }
    }

    /// <summary>Something stands below it.</summary>
    public void Use() => _isUsed = _isUsed || Sites.Count > 0 || IsOfHours || Dates.Count > 0;

    public void Take(Clause whole, IReadOnlyList<Segment> segments)
    {
        var sites = segments.SelectMany(segment => segment.Sites).ToList();
        var dates = whole.MarksIn(0, whole.Words.Length).Select(pair => pair.Mark).Where(mark => mark.Name is "SINCE" or "UNTIL" or "DATES").ToList();
        var opens = Opens(whole);
        var isShort = whole.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;

        if ((opens || isShort) && (sites.Count > 0 || dates.Count > 0 || (opens && whole.Has(Hours))))
        {
            (Sites, Dates, IsOfHours, _isUsed) = (sites.Count > 0 ? sites : Sites, dates.Count > 0 ? dates : Dates, IsOfHours || whole.Has(Hours), false);
        }
    }
}
