using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Which of the documents that leave for a client some words name.</summary>
internal static class PapersRead
{
    private static readonly (Documents Document, Pattern Phrase)[] _documents =
    [
        (Documents.Acknowledgement, Lexicon.Phrase("{acknowledgement}")),
        (Documents.DeliveryNote, Lexicon.Phrase("{deliverynote}")),
        (Documents.Invoice, Lexicon.Phrase("{invoice}")),
        (Documents.Label, Lexicon.Phrase("(?:etiquettes?|labels?|etiquetage)")),
    ];

    private static readonly Pattern _all = Lexicon.Phrase("(?:(?:tous|toutes|chaque|ensemble|all|every|each|any)(?: (?:les|vos|nos|des|de|of|your|our|the|vos propres))* (?:documents?|papiers?|pieces|paperwork|correspondances?|correspondence|courriers?))");

    /// <returns>The documents and the words that name them; none when all are meant or nothing is said.</returns>
    public static (Documents Documents, IReadOnlyList<Because> Because) Of(Clause clause, string field)
    {
        if (clause.Has(_all))
        {
            return (Documents.None, []);
        }

        var (named, because) = (Documents.None, new List<Because>());

        foreach (var (document, phrase) in _documents)
        {
            if (clause.Find(phrase) is { } hit)
            {
                named |= document;
                because.Add(hit.Because(field));
            }
        }

        return (named, because);
    }
}
