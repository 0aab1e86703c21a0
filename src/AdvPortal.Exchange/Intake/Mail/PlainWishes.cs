using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>
/// The sentences of a message that want one plain thing of an order, and nothing else: « passez la ligne 20 à 400 pièces », « annulez la
/// ligne 10 », « livraison le 4 décembre ». What is denied, asked, told or complained of has the same words around it, and is none.
/// </summary>
internal sealed partial class PlainWishes(MailStyle style, MailDelivery delivery)
{
    private const int LongestSentence = 300;

    private readonly List<MailLine> _sure = [];
    private readonly List<string> _unsure = [];

    /// <summary>One wish each, as it is said.</summary>
    public IReadOnlyList<MailLine> Sure => _sure;

    /// <summary>What speaks of a line, an article or a day, and may mean anything.</summary>
    public IReadOnlyList<string> Unsure => _unsure;

    public void Read(IReadOnlyList<MailLine> lines)
    {
        foreach (var sentence in Joined(lines).SelectMany(text => Sentence().Split(text)).Select(text => text.Trim()).Where(text => text.Length > 0))
        {
            Take(sentence);
        }
    }

    // What a mail program broke is one sentence all the same.
    private static IEnumerable<string> Joined(IReadOnlyList<MailLine> lines)
    {
        var text = "";
        foreach (var line in lines.Select(line => line.Text.Trim()))
        {
            if (text.Length > 0 && line.Length > 0 && text[^1] is not ('.' or '!' or '?' or ':' or ';') && char.IsLower(line[0]) && !Begins().IsMatch(line))
            {
                text = $"{text} {line}";
                continue;
            }

            yield return text;
            text = line;
        }

        yield return text;
    }

    private void Take(string sentence)
    {
        var parts = sentence.Length > LongestSentence ? [sentence] : Parts().Split(sentence).Where(part => part.Trim().Length > 0).ToArray();
        var isChange = false;
        foreach (var part in parts)
        {
            var isPlain = sentence.Length <= LongestSentence && (Change().IsMatch(part) || (isChange && GoesOn().IsMatch(part)) || (parts.Length == 1 && IsDay(part)));
            isChange |= isPlain;
            if (isPlain)
            {
                _sure.Add(new(_sure.Count, part));
            }
            else if (Named().IsMatch(part) || (MailChange.Wishes().IsMatch(part) && part.Any(char.IsAsciiDigit)) || delivery.Candidates(new(0, part)).Any())
            {
                _unsure.Add(part);
            }
        }
    }

    private bool IsDay(string sentence) => WordDates.In(sentence, style) is [var date] && Day().IsMatch(sentence[..date.Start]) && After().IsMatch(sentence[(date.Start + date.Length)..]);

    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Polite =
        @"^(?:(?:bonjour|bonsoir|hello|hi|merci(?: bien)?(?: de| d['’])?|svp|s['’]il vous pla[iî]t|pouvez[- ]vous|pourriez[- ]vous|veuillez|nous (?:souhaitons|voudrions|souhaiterions)|je (?:souhaite|voudrais)|il (?:nous )?(?:faut|faudrait)"
        + @"|nous avons besoin|finalement|please|kindly|could you|can you|would you|we need(?: to)?|we(?: would|['’]d) like(?: to)?|(?:sur|pour|on|for) (?:notre|la|cette|our|the|this) (?:commande|order)(?: (?:n[°º] ?)?[\w/-]*\d[\w/-]*)?|d['’]|de|to)[\s,]+|d['’])*";

    private const string Ends = @"[\s,]*(?:svp|s['’]il vous pla[iî]t|merci(?: d['’]avance| beaucoup| bien)?|please|thanks|thank you)?[\s.,;!?]*$";

    private const string Line = @"(?:(?:la|the|cette|this) )?(?:ligne|line|poste|item|position) ?(?:n ?[°º] ?)?\d{1,4}";
    private const string Code = @"(?:(?:(?:la|le|l['’]|the) ?)?(?:r[ée]f(?:[ée]rence)?\.?|article|sku) ?:? ?)?(?=[\w./-]{4,})(?=[\w./-]*\p{L}|\d{6})[\w./-]*\d[\w./-]*\w";
    private const string Goods = "(?:" + Line + "|" + Code + ")";
    private const string Amount = MailChange.Number + @"(?: ?(?:pi[èe]ces?|pcs?|pces?|unit[ée]s?|units?|pieces?|bo[iî]tes?|cartons?|palettes?|box(?:es)?|pallets?|kg|m[èe]tres?)\b)?";

    [GeneratedRegex(@"(?<=[.!?;])(?<!\b(?:r[ée]f|art|n)\.)\s+| : (?=(?:merci|please|pouvez|pourriez|veuillez)\b)", Usual, 5000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^([-•*]|ligne|line)", Usual, 5000)]
    private static partial Regex Begins();

    [GeneratedRegex(@",\s+(?=(?:la |the )?(?:ligne|line)\b)|,?\s+(?:et|and|puis|then)\s+(?=(?:d['’] ?|de |to )?(?:(?:la |the )?(?:ligne|line)|" + MailChange.Verbs + @"|livr\w+|deliver\w*)\b)", Usual, 5000)]
    private static partial Regex Parts();

    [GeneratedRegex(
        Polite + "(?:"
        + "(?:passer|passez|porter|portez|mettre|mettez|changer|changez|modifier|modifiez|set|change) (?:la quantit[ée] de |the quantity of )?" + Goods + "(?: (?:de|from) " + Amount + ")? (?:à|a|to) " + Amount + "(?: (?:au lieu de|instead of) " + Amount + ")?"
        + "|" + Goods + " ?:? ?" + Amount + " (?:au lieu de|à la place de|instead of) " + Amount
        + "|(?:supprimer|supprimez|annuler|annulez|retirer|retirez|cancel|remove|delete) " + Goods
        + "|(?:ajouter|ajoutez|rajouter|rajoutez|add) " + Amount + " (?:de |d['’]|of )?" + Code
        + ")" + Ends, Usual, 5000)]
    private static partial Regex Change();

    /// <summary>« … et la ligne 20 à 500 ».</summary>
    [GeneratedRegex("^" + Goods + " (?:à|to) " + Amount + Ends, Usual, 5000)]
    private static partial Regex GoesOn();

    [GeneratedRegex(
        Polite + @"(?:(?:la|une|the|a) )?(?:livrer|livrez|livraison|exp[ée]dier|exp[ée]diez|d[ée]caler|d[ée]calez|reporter|reportez|deliver|delivery|ship|postpone|move)"
        + @"(?: (?:la|le|the|our|notre|cette|this|commande|livraison|delivery|order|souhait[ée]e?|demand[ée]e?|requested|it|to|au|pour|on|by|avant|before|no later than|au plus tard|date|de|du|est|is|for|n[°º]|[\w/-]*\d{5,}[\w/-]*)| ?[:,])* ?$", Usual, 5000)]
    private static partial Regex Day();

    [GeneratedRegex("^" + Ends, Usual, 5000)]
    private static partial Regex After();

    [GeneratedRegex(@"\b(?:lignes?|lines?|postes?|positions?) ?(?:n ?[°º] ?)?\d|\b(?:au lieu de|instead of)\b", Usual, 5000)]
    private static partial Regex Named();
}
