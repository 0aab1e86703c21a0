namespace AdvPortal.Exchange.Requirements;

/// <summary>The part of an e-mail that is said now: without quoted history, signature and greetings.</summary>
internal static class Letter
{
    private static readonly Pattern _history = Lexicon.Raw(
        @"^(?:>|-{2,} ?(?:message|original|forwarded|messages?|courriel|debut du message)[^\n]*|_{5,}|(?:de|from|von) ?: ?[^\n]*(?:@|<)[^\n]*|le [^\n]{3,80} a ecrit ?:?|on [^\n]{3,80} wrote ?:?|[^\n]{3,80} a ecrit ?:|debut du message reexpedie[^\n]*|begin forwarded message[^\n]*)");

    private static readonly Pattern _closing = Lexicon.Raw(
        @"^(?:(?:bien |tres |sinceres? )?(?:cordialement|amicalement|sincerement|respectueusement|salutations)|cordiales salutations|sinceres salutations|bien a vous|meilleures salutations|salutations[a-z ]*|cdt|cdlt|bav|(?:je |nous )?(?:vous )?(?:prie|prions)[a-z ]{0,20}d'agreer[^\n]*|veuillez agreer[^\n]*|(?:kind|best|warm|many)(?: and warm)? (?:regards|wishes|thanks)|regards|best|cheers|sincerely|yours (?:sincerely|faithfully|truly)|with (?:kind|best) regards|rgds|kr|br|thanks(?: again| in advance)?|thank you(?: in advance)?|many thanks|merci|merci d'avance|merci beaucoup|bonne (?:journee|reception|soiree|fin de semaine)|a bientot|belle journee|envoye de(?:puis)? mon [^\n]*|sent from my [^\n]*|-- ?)[ ,.!]*$");

    private static readonly Pattern _inlineClosing = Lexicon.Raw(@"(?:^|[.!?;,\n] ?)(?:(?:bien |tres )?cordialement|cdlt|cdt|sinceres salutations|meilleures salutations|bien a vous|kind regards|best regards|regards|yours (?:sincerely|faithfully))[ ,.!]");

    private static readonly Pattern _greeting = Lexicon.Raw(@"^(?:bonjour|bonsoir|hello|hi|dear|good (?:morning|afternoon|day|evening)|salut|chers?|cheres?|madame|monsieur|mesdames|messieurs|hey)(?: (?:a tous|a toutes|all|team|both|everyone|m\.?|mr\.?|mrs\.?|ms\.?|mme\.?|madame|monsieur|messieurs|sir|sirs|or madam|madam|et|the|la|le|toute|l'equipe|equipe|partners?|partenaires?|fournisseurs?|collegues?|[a-z]+(?:-[a-z]+)?)){0,4}[ ,.!:]*(?:\n|$|, ?|! ?|: ?)");

    /// <summary>Blanks out what is not part of the message; characters keep their places.</summary>
    public static string Body(string folded)
    {
        var body = folded.ToCharArray();
        var (at, closed) = (0, false);

        foreach (var line in folded.Split('\n'))
        {
            var trimmed = line.Trim();

            if (_history.IsMatch(trimmed) && (at > 0 || trimmed.StartsWith('>')))
            {
                if (!trimmed.StartsWith('>'))
                {
                    Blank(body, at, folded.Length);
                    break;
                }

                Blank(body, at, at + line.Length);
            }
            else if (closed || (at > 0 && _closing.IsMatch(trimmed)))
            {
                closed = true;
                Blank(body, at, at + line.Length);
            }
            else if (_greeting.Match(trimmed) is { Success: true } greeting)
            {
                var start = at + line.IndexOf(trimmed, StringComparison.Ordinal);
                Blank(body, start, start + Math.Min(greeting.Length, trimmed.Length));
            }

            at += line.Length + 1;
        }

        if (_inlineClosing.Match(new string(body)) is { Success: true } closing && closing.Index > 0)
        {
            Blank(body, closing.Index + 1, body.Length);
        }

        return new string(body);
    }

    private static void Blank(char[] body, int from, int until)
    {
        for (var i = from; i < Math.Min(until, body.Length); i++)
        {
            body[i] = body[i] is '\n' ? '\n' : ' ';
        }
    }
}
