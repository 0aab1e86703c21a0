namespace AdvPortal.Exchange.Requirements;

/// <summary>Which words of a clause refuse, close, restrict, except, turn or speak of deliveries, and where they stand.</summary>
internal sealed class StatementCues
{
    private static readonly Pattern _refusing = Lexicon.Phrase(
        "(?:(?:ne|n) (?:[a-z]+ ){0,5}?(?:plus))|plus (?:de|d|aucune?|rien|jamais)|pas|aucune?|aucuns?|rien|jamais|ni|sans|inutiles?|pas la peine|no point|no need|pointless|useless|evit(?:er|ez|e)|interdit\\w*|impossibles?|exclue?s?|proscri\\w+|indisponibles?|refus\\w+|no|not|never|nothing|don t|cannot|can t|won t|doesn t|isn t|aren t|avoid\\w*|without|unable|none|nor|unavailable|non");
    private static readonly Pattern _notRefusing = Lexicon.Phrase("n hesit\\w+ pas|n oubli\\w+ pas|pas de (?:probleme|souci|soucis)|au plus (?:tard|tot)|no later|no earlier|not later|not before|not earlier|no sooner|sans faute|sans exception|without fail|no problem|do not hesitate|don t hesitate|don t forget|please note|ne sommes ouverts|non stop|sans interruption|plus (?:de )?NUM|pas que|not only|pas seulement|sans rendez vous");
    private static readonly Pattern _closing = Lexicon.Phrase("{closed}");
    private static readonly Pattern _restricting = Lexicon.Phrase("{only}|(?:ne|n) (?:\\w+ ){1,4}?(?:plus )?(?:(?:de |des |les |vos |la |aucune )*(?:livraisons?|receptions?|camions?|marchandises?|colis) )?(?:que|qu)");
    private static readonly Pattern _excluding = Lexicon.Phrase("{except}");
    private static readonly Pattern _delivering = Lexicon.Phrase("{deliver}|{delivery}|goods|marchandises?|colis|pallets?|palettes?|planifi\\w+|plan|schedul\\w+|venir|venez|arriv\\w+|come|passer|passez|ne prend|jours?|days?");
    private static readonly Pattern _opening = Lexicon.Phrase("{open}|matin de reception|jours? de (?:livraison|reception)|delivery days|receiving days");
    private static readonly Pattern _turning = Lexicon.Phrase("mais|but|par contre|en revanche|however|cependant|toutefois|tandis que|alors que|whereas|while|puis");

    private readonly Clause _clause;
    private readonly Dictionary<int, string> _cues = [];

    public StatementCues(Clause clause)
    {
        _clause = clause;
        Cue("deliver", _delivering);
        Cue("open", _opening);
        Cue("turn", _turning);
        Cue("only", _restricting);
        Cue("not", _refusing);
        Cue("closed", _closing);
        Cue("except", _excluding);

        foreach (var hit in clause.All(_notRefusing))
        {
            for (var at = hit.Index; at < hit.End; at++)
            {
                if (_cues.TryGetValue(at, out var cue) && cue is "not")
                {
                    _cues.Remove(at);
                }
            }
        }
    }

    /// <summary>The name of the cue at a character of the clause's words; null when there is none.</summary>
    public string? At(int index) => _cues.GetValueOrDefault(index);

    /// <summary>A cue stands at its last word: « ne … plus », « ne … que ».</summary>
    private void Cue(string name, Pattern phrase)
    {
        foreach (var hit in _clause.All(phrase))
        {
            var last = hit.Match.Value.LastIndexOf(' ');
            _cues[name is "not" or "only" && last >= 0 && hit.Match.Value.StartsWith('n') ? hit.Index + last + 1 : hit.Index] = name;
        }
    }
}
