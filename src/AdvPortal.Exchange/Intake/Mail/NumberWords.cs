using System.Collections.Frozen;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>Numbers that people write in words before a unit: « deux cartons », "two boxes", „zwei Packungen“.</summary>
internal static class NumberWords
{
    /// <summary>For a pattern: the longest of two that begin alike first.</summary>
    internal const string Pattern =
        @"une?|(?:(?:deux|trois|quatre|cinq|six|sept|huit|neuf)[ -])?cents?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt-cinq|vingt|trente|quarante|cinquante|soixante|mille"
        + "|(?:(?:one|two|three|four|five|six) )?hundred|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
        + "|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|dos|tres|cuatro|cinco|diez|due|tre|quattro|cinque|dieci";

    private static readonly FrozenDictionary<string, int> Numbers = Build(
        (1, "un une one"), (2, "deux two zwei dos due"), (3, "trois three drei tres tre"), (4, "quatre four vier cuatro quattro"), (5, "cinq five fünf cinco cinque"), (6, "six sechs"), (7, "sept seven sieben"),
        (8, "huit eight acht"), (9, "neuf nine neun"), (10, "dix ten zehn diez dieci"), (11, "onze eleven"), (12, "douze twelve zwölf"), (15, "quinze fifteen"), (20, "vingt twenty zwanzig"), (25, "vingt-cinq"),
        (30, "trente thirty"), (40, "quarante forty"), (50, "cinquante fifty"), (60, "soixante"), (100, "cent cents hundred"), (1000, "mille"));

    /// <summary>Null for anything that is no number in words.</summary>
    public static int? Find(string text)
    {
        if (Numbers.TryGetValue(text, out var number))
        {
            return number;
        }

        return text.LastIndexOfAny([' ', '-']) is > 0 and var at && Numbers.TryGetValue(text[..at], out var times) && Numbers.TryGetValue(text[(at + 1)..], out var hundred) && hundred == 100 ? times * hundred : null;
    }

    private static FrozenDictionary<string, int> Build(params ReadOnlySpan<(int Number, string Words)> numbers)
    {
        Dictionary<string, int> words = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (number, list) in numbers)
        {
            foreach (var word in list.Split(' '))
            {
                words.Add(word, number);
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
