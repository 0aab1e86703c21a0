using System.Text.RegularExpressions;

namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>What the sender wrote this time: without the signature, and without what they answer to.</summary>
/// <param name="Own">The sender's own lines.</param>
/// <param name="Forwarded">The message that they pass on in the text; null where they pass on none.</param>
/// <param name="LeftOut">Lines of signature and history.</param>
internal sealed partial record MailWords(IReadOnlyList<MailLine> Own, ForwardedWords? Forwarded, int LeftOut)
{
    /// <summary>A signature is short: what is longer than this after a farewell is no signature.</summary>
    private const int LongestSignature = 15;

    private const int MostHeads = 8;

    /// <summary>Mail programs break what they quote at some 70 characters (RFC 3676, 4.2); a shorter quoted line goes on nowhere.</summary>
    private const int BrokenFrom = 60;

    /// <param name="lines">All lines of the message.</param>
    /// <param name="isForward">The subject says that it is passed on.</param>
    public static MailWords Of(IReadOnlyList<MailLine> lines, bool isForward)
    {
        var history = Enumerable.Range(0, lines.Count).FirstOrDefault(i => BeginsHistory(lines, i), lines.Count);
        var kept = WithoutSignature([.. lines.Take(history).Where(line => !line.Text.StartsWith('>'))]);
        var isPassedOn = isForward || (history < lines.Count && ForwardMark().IsMatch(lines[history].Text));
        if (!isPassedOn && history < lines.Count && WithoutSignature(Below(lines, history)) is { Count: > 0 } below && (kept.TrueForAll(line => line.IsBlank) || below.Exists(Orders)))
        {
            kept.AddRange(below);
        }

        var forwarded = isPassedOn && history < lines.Count ? ForwardedWords.Of(lines.Skip(history).ToList()) : null;
        return new(kept, forwarded, lines.Count - kept.Count - (forwarded is null ? 0 : lines.Count - history));
    }

    /// <summary>Everything before the farewell or the mark of RFC 3676, 4.3.</summary>
    internal static List<MailLine> WithoutSignature(List<MailLine> lines)
    {
        var mark = lines.FindIndex(line => line.Text.TrimEnd() is "--" or "—" or "__" || SentFrom().IsMatch(line.Text));
        lines = mark >= 0 ? lines[..mark] : lines;
        var farewell = lines.FindLastIndex(line => line.Cells is null && Farewell().IsMatch(line.Text));
        return farewell >= 0 && lines.Count - farewell <= LongestSignature ? lines[..farewell] : lines;
    }

    /// <summary>What is typed below a quotation or between its parts; a line that mail programs broke belongs to what is quoted above it.</summary>
    private static List<MailLine> Below(IReadOnlyList<MailLine> lines, int history)
    {
        // « Le … Maison <ventes@…> » may be broken before « a écrit : ».
        var first = history + (Attribution().IsMatch(lines[history].Text) ? 1 : 2);
        while (first < lines.Count && lines[first].IsBlank)
        {
            first++;
        }

        List<MailLine> below = [];
        if (first >= lines.Count || !IsQuoted(lines[first]))
        {
            return below;
        }

        var isParted = lines.Any(line => line.IsBlank);
        for (var i = first; i < lines.Count; i++)
        {
            if (IsQuoted(lines[i]) || (isParted && IsQuoted(lines[i - 1]) && lines[i - 1].Text.Length >= BrokenFrom && !lines[i].IsBlank))
            {
                continue;
            }

            if (BeginsHistory(lines, i))
            {
                break;
            }

            below.Add(lines[i]);
        }

        return below;
    }

    private static bool IsQuoted(MailLine line) => line.Text.StartsWith('>');

    /// <summary>Under words of the sender's own, a footer may stand below a quotation too; an article is theirs.</summary>
    private static bool Orders(MailLine line) => line.Cells is not null || ItemTokens.In(line.Text).Exists(token => token.Part is ItemPart.Quantity or ItemPart.Code);

    private static bool BeginsHistory(IReadOnlyList<MailLine> lines, int i)
    {
        var text = lines[i].Text.TrimStart('>', ' ');
        return lines[i].Cells is null && (Separator().IsMatch(text) || Attribution().IsMatch(text)
            || (Attribution().IsMatch($"{text} {Next(lines, i)}") && AttributionStart().IsMatch(text))
            || (FromHead().IsMatch(text) && Heads(lines, i) >= 3));
    }

    private static string Next(IReadOnlyList<MailLine> lines, int i) => i + 1 < lines.Count ? lines[i + 1].Text.TrimStart('>', ' ') : "";

    /// <summary>« De : … Envoyé : … À : … Objet : … », as mail programs write it above what they quote.</summary>
    private static int Heads(IReadOnlyList<MailLine> lines, int from) =>
        lines.Skip(from).Take(MostHeads).TakeWhile(line => !line.IsBlank).Count(line => ForwardedWords.Head().IsMatch(line.Text.TrimStart('>', ' ', '*')));

    [GeneratedRegex(@"^\s*-{2,}\s*(original message|message d.origine|message original|forwarded message|message transf\w+|mail original|courriel original|message initial)\s*-{2,}|^_{10,}$|^\s*(begin forwarded message|début du message (transf\w+|réexpédié))\s*:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"forward|transf|réexpédi", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex ForwardMark();

    [GeneratedRegex(@"^((le|on|el|il(\s+giorno)?)\s.{6,200}\s(a écrit|wrote|a ecrit|escribió|ha scritto)|am\s.{6,200}\sschrieb.{0,120})\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^(le|on|am|el|il)\s.*\d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex AttributionStart();

    [GeneratedRegex(@"^\*?(de|from|von|da)\s*:\*?\s*\S", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex FromHead();

    [GeneratedRegex(@"^\s*(bien |très |avec mes |sinc[eè]re\w*|salutations|meilleures |mes )*(cordialement|cdt|bien [àa] vous|salutations( distinguées)?|best regards|kind regards|warm regards|regards|sincerely( yours)?|yours (sincerely|faithfully|truly)|many thanks|thanks( and regards| in advance)?|thank you|best|cheers|bonne (journée|réception|fin de journée)|mit freundlichen grü(ß|ss)en|(freundliche|viele|beste) grü(ß|ss)e|mfg|(un )?(cordial )?saludos?|un saludo cordial|atentamente|(cordiali|distinti) saluti|merci d.avance|respectueusement)\s*[,.!]?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Farewell();

    [GeneratedRegex(@"^\s*(sent from my|envoyé de(puis)? mon|envoyé à partir d|get outlook for|télécharger outlook)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex SentFrom();
}
