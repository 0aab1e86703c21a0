using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Checks;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>When and where a sentence wants the goods. A date counts only behind a word that wants something for it.</summary>
internal sealed partial class MailDelivery(ProblemLog log, MailStyle style)
{
    /// <summary>Characters before a date in which its word stands.</summary>
    private const int Reach = 45;

    /// <summary>The date that the line asks for; doubts are told, and settle nothing.</summary>
    public WordDate? Wanted(MailLine line) => Asked(line).Select(each => each.Date).FirstOrDefault() is { } date ? Settle(date, line) : null;

    /// <summary>The dates to which a line may move the goods of an order that stands, and whether it says so. Nothing is told of them yet.</summary>
    public IEnumerable<(WordDate Date, bool IsMove)> Candidates(MailLine line) =>
        Asked(line).Where(each => !IsForbidden(each.Before)).Select(each => (each.Date, Moves().IsMatch(each.Before)));

    private IEnumerable<(WordDate Date, string Before)> Asked(MailLine line) =>
        from date in WordDates.In(line.Text, style)
        let before = line.Text[Math.Max(0, date.Start - Reach)..date.Start]
        where !IsRange(line.Text, date) && (Wants().IsMatch(before) || WantsThere().IsMatch(line.Text[..date.Start])) && !Tells().IsMatch(before)
        select (date, before);

    /// <summary>The date behind a label that asks for one.</summary>
    public WordDate? Labelled(string value, MailLine line)
    {
        if (WordDates.In(value, style) is [var date, ..])
        {
            return Settle(date, line);
        }

        if (Soon().IsMatch(value))
        {
            log.Info("mail-as-soon-as-possible", Place.FileLine(line.Number + 1));
        }
        else
        {
            log.Error("date-invalid", Place.FileLine(line.Number + 1), value);
        }

        return null;
    }

    /// <summary>« 12 rue des Lilas, 28000 Chartres, avant le 20/06/2026 » says where and when; the 8th of May of a street's name is no day to deliver.</summary>
    /// <returns>The place alone, and the day where one stands behind it.</returns>
    public (string Place, WordDate? Wanted) Apart(string value, MailLine line)
    {
        foreach (var date in WordDates.In(value, style))
        {
            var before = value[..date.Start];
            if ((When().Match(before) is { Success: true, Index: > 0 } word ? word : date.Doubt != "mail-date-vague" && char.IsAsciiDigit(date.Text[0]) && date.Text.Length >= 8 && !date.Text.Contains(' ', StringComparison.Ordinal) ? Mark().Match(before) : Match.Empty) is { Success: true } mark)
            {
                var (place, rest) = (value[..mark.Index].TrimEnd(' ', ',', ';', '(', '-', '–'), value[(date.Start + date.Length)..].Trim(' ', ',', ';', '.', ')', '-', '–'));
                return (rest.Length == 0 ? place : $"{place}, {rest}", Settle(date, line));
            }
        }

        return (value, null);
    }

    /// <summary>« Au plus vite » is a wish, and no day.</summary>
    public void TellHaste(MailLine line)
    {
        if (Soon().IsMatch(line.Text))
        {
            log.Info("mail-as-soon-as-possible", Place.FileLine(line.Number + 1));
        }
    }

    /// <summary>What is certain of a date; what is not is told.</summary>
    public WordDate? Settle(WordDate date, MailLine line)
    {
        var where = Place.FileLine(line.Number + 1);
        switch (date.Doubt)
        {
            case "date-both-ways":
                log.Warning("date-both-ways", where, date.Text, OrderChecks.Iso(date.Day!.Value));
                return date;
            case "mail-weekday-differs":
                log.Warning("mail-weekday-differs", where, date.Text, OrderChecks.Iso(date.Day!.Value));
                return date;
            case "mail-date-two-weeks":
                log.Error("mail-date-two-weeks", where, date.Text, OrderChecks.Iso(date.End!.Value), OrderChecks.Iso(date.End.Value.AddDays(7)));
                return null;
            case "mail-date-vague":
                log.Error("mail-date-vague", where, date.Text);
                return null;
            default:
                return date;
        }
    }

    /// <summary>« Pas de livraison le mercredi », « nous serons fermés le 4 » and « nous avons été livrés le 20 » name days on which nothing shall come; « pas avant le 4 » one from which it may.</summary>
    private static bool IsForbidden(string before)
    {
        var clause = Begins().Match(before) is { Success: true } begin ? before[(begin.Index + begin.Length)..] : before;

        return Forbids().IsMatch(clause) && !Until().IsMatch(clause);
    }

    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(\bpour\b|\bavant\b|d['’]ici\b|au plus tard|\blivr|\bliv\b|souhait|d[ée]lai|r[ée]ception|exp[ée]di|enl[èe]v|\bby\b|\bbefore\b|deliver|\bneed|requir|\bdue\b|\bship|arriv|\bfor\b|no later than|\bwanted\b|\bliefer|bis zum|\bentrega|\bconsegn|\bentro\b|\breport|postpon|d[ée]cal)[^.;!?]*$", Usual, 5000)]
    private static partial Regex Wants();

    /// <summary>« Du lundi au jeudi » are the days on which somebody is there.</summary>
    private static bool IsRange(string text, WordDate date) =>
        !Moves().IsMatch(text[..date.Start]) && !date.Text.Any(char.IsAsciiDigit) && (RangeBefore().IsMatch(text[..date.Start]) || RangeAfter().IsMatch(text[(date.Start + date.Length)..]));

    [GeneratedRegex(@"\b(du|from|von)\s+\p{L}+\s+(au|to|bis)\s+$|\b(les|tous les|chaque|every)\s+$", Usual, 5000)]
    private static partial Regex RangeBefore();

    [GeneratedRegex(@"^\s+(au|to|bis)\s+\p{L}", Usual, 5000)]
    private static partial Regex RangeAfter();

    /// <summary>A whole address may stand between « livraison » and its day.</summary>
    [GeneratedRegex(@"\b(livrer|livrez|livraison|deliver|delivery|ship|lieferung|entrega|consegna)\b[^.;!?]{0,140},\s*(le|on|pour le|avant le|for)\s*$|\b(d[ée]cal|report|avanc|postpon|reschedul)\w*\b[^.;!?]{0,140}\b(au|to|jusqu['’]au)\s+$", Usual, 5000)]
    private static partial Regex WantsThere();

    /// <summary>What stands between a place and the day on which the goods shall be there.</summary>
    [GeneratedRegex(@"[\s,;(–-]+(by|before|until|on|for|no later than|not later than|due( on| by)?|need(ed)?( by)?|required( by)?|deliver(y|ed)?( by| on| date)?|for delivery( by| on)?|eta|pour|avant|d['’]ici(?: au| le)?|au plus tard|[àa] livrer|livraison( souhait[ée]e)?|le)(\s+(le|the|pour|avant))?\s*:?\s*$", Usual, 5000)]
    private static partial Regex When();

    [GeneratedRegex(@"[,;(–-]\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"[.;!?:]|\b(mais|but|donc|merci|veuillez|pouvez|pourriez|please|could)\b", Usual | RegexOptions.RightToLeft, 5000)]
    private static partial Regex Begins();

    [GeneratedRegex(@"\b(ne|pas|jamais|aucune?|impossible|indisponibles?|fermé|fermée|fermés|fermées|fermons|fermeture|congés?|inventaire|cannot|can['’]?t|unable|closed|never|not|don['’]t)\b|\bn['’]|\bno\s+(deliver|ship|recep)|\b(avons|avez|ont|ai)\s+(\p{L}+\s+){0,2}?(livré|re[çc]u|expédié)|\ba\s+été\s+(livré|re[çc]u|expédié)|\b(was|were|been|have|has)\s+(delivered|received|shipped)", Usual, 5000)]
    private static partial Regex Forbids();

    [GeneratedRegex(@"(\bavant|\bbefore|\buntil|\bjusqu['’]?(au|à)?|plus tard que|later than)\s+(le\s+|the\s+)?$", Usual, 5000)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(report|d[ée]cal|d[ée]plac|postpon|plut[ôo]t(?! que)|move|instead(?! of))[^.;!?:]*$", Usual, 5000)]
    private static partial Regex Moves();

    /// <summary>« La commande du 3 mars » was placed that day.</summary>
    [GeneratedRegex(@"(\bdu|\bdat[ée]e? du|\bdated|\bof|placed on|pass[ée]e? le|sent on|re[çc]ue? le|envoy[ée]e? le)\s*$", Usual, 5000)]
    private static partial Regex Tells();

    [GeneratedRegex(@"\b(asap|as soon as possible|au plus vite|d[eè]s que possible|au plus t[oô]t|urgent|en urgence|urgently|d[eè]s r[ée]ception)\b", Usual, 5000)]
    private static partial Regex Soon();
}
