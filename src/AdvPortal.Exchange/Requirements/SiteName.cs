namespace AdvPortal.Exchange.Requirements;

/// <summary>A name of the context, taken apart: what sort of place, in which town.</summary>
internal sealed class SiteName
{
    /// <summary>Kinds of places, the ones that mean the same side by side.</summary>
    private static readonly string[][] _kinds =
    [
        ["entrepot", "warehouse"], ["depot"], ["usine", "plant", "factory", "works"], ["atelier", "workshop"], ["magasin", "store", "shop"], ["laboratoire", "labo", "lab", "laboratory"], ["plateforme", "plate forme", "platform", "hub"],
        ["showroom"], ["agence", "branch", "office", "bureau"], ["quai", "dock", "quay"], ["site"], ["dc", "distribution centre", "distribution center"], ["fromagerie"], ["laiterie", "dairy"], ["boutique"], ["chantier"], ["base"], ["centre", "center"],
        ["siege", "head office", "headquarters"], ["cuisine", "kitchen"], ["ferme", "farm"], ["cave", "cellar"], ["chai"], ["brasserie", "brewery"], ["boulangerie", "bakery"], ["fournil"], ["scierie", "sawmill"], ["fonderie", "foundry"], ["imprimerie"], ["carriere", "quarry"], ["garage"], ["station"], ["pharmacie"], ["clinique"], ["hopital", "hospital"], ["hangar"], ["halle"], ["annexe"], ["parc"], ["port"], ["terminal"], ["moulin", "mill"], ["abattoir"], ["conserverie"], ["distillerie"], ["restaurant"], ["hotel"], ["ecole"], ["yard"], ["unit"], ["filiale"], ["succursale"], ["antenne"], ["comptoir"], ["point de vente"], ["centrale"], ["serre"], ["silo"], ["stock"], ["unite"], ["menuiserie"], ["cooperative"], ["librairie"], ["pepiniere"], ["raffinerie"], ["verrerie"], ["papeterie"], ["tannerie"], ["filature"], ["biscuiterie"], ["chocolaterie"], ["confiserie"], ["huilerie"], ["minoterie"], ["sucrerie"], ["salaison"], ["jardinerie"], ["quincaillerie"], ["logistics centre", "logistics center"], ["reserve"], ["local"], ["batiment", "building"], ["point relais"],
    ];

    private static readonly string[] _small = ["de", "du", "des", "d", "la", "le", "les", "l", "the", "of", "in", "at", "a", "et", "and", "sur", "sous", "en", "lez", "aux", "au", "saint", "st", "ste", "sainte"];

    private static readonly Pattern _word = Lexicon.Raw("[a-z0-9]+");

    public SiteName(string name)
    {
        Name = name;
        var words = Words(MappedText.Fold(name).Value);
        Kinds = KindOf(words) is { Length: > 0 } known ? known : OwnKind(name, words);
        var own = words.Except(Kinds.SelectMany(kind => kind.Split(' ')), StringComparer.Ordinal).ToList();
        Qualifiers = [.. own.Where(IsQualifier)];
        Town = [.. own.Where(word => !IsQualifier(word) && !_small.Contains(word, StringComparer.Ordinal) && word.Length > 2)];
    }

    public string Name { get; }

    /// <summary>The words for its kind of place; empty when the name is only that of a town.</summary>
    public string[] Kinds { get; }

    /// <summary>The words that name the town or the place itself.</summary>
    public IReadOnlyList<string> Town { get; }

    /// <summary>What tells two places of a town apart: « nord », "2".</summary>
    public IReadOnlyList<string> Qualifiers { get; }

    /// <summary>All words that mean the same kind of place as a word; empty when it is none.</summary>
    public static string[] KindOf(string word) => Array.Find(_kinds, kind => kind.Contains(word, StringComparer.Ordinal)) ?? [];

    public static bool IsQualifier(string word) => word is "nord" or "sud" or "est" or "ouest" or "north" or "south" or "east" or "west" or "central" or "principal" or "main" or "froid" or "sec" or "frais" or "cold" or "dry" || (word.Length <= 2 && word.All(char.IsAsciiDigit));

    private static List<string> Words(string folded) => [.. _word.Matches(folded).Select(match => match.Value)];

    private static string[] KindOf(List<string> words) => Array.Find(_kinds, kind => kind.Any(word => StartsOrEnds(words, word))) ?? [];

    /// <summary>« Pôle de Rennes », "Hull annexe": the first word before « de », or the last one in lower case.</summary>
    private static string[] OwnKind(string name, List<string> words) =>
        words.Count > 2 && words[1] is "de" or "d" or "du" or "des" ? [words[0]] : words.Count > 1 && char.IsLower(name[name.LastIndexOf(' ') + 1]) ? [words[^1]] : [];

    private static bool StartsOrEnds(List<string> words, string kind) =>
        kind.Split(' ') is var parts && words.Count >= parts.Length && (words.Take(parts.Length).SequenceEqual(parts, StringComparer.Ordinal) || words.TakeLast(parts.Length).SequenceEqual(parts, StringComparer.Ordinal));
}
