using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>Reads whom to reach, or that a slot is to be booked, before goods are brought; a notice with nobody to reach is a number of days.</summary>
internal static class ContactReader
{
    private const string Verb = "(?:appel(?:er|ez|le|lent)|telephon(?:er|ez|e)|contact(?:er|ez|e)?|prev(?:enir|enez|ient|iennent)|avert(?:ir|issez|it)|inform(?:er|ez|e)|avis(?:er|ez)|join(?:dre|dre)|joignez|annonc(?:er|ez)|se presenter|call(?:s|ing)?|phone(?:s|d)?|ring(?:s)?|notif(?:y|ies|ied)|contact(?:s|ing)?|telephone|text|speak to|speak with|advise|warn|alert|inform|let|tell|email|coup de fil|appel telephonique|appel)";
    private const string Stop = "(?: (?:au|aux|on|at|a l avance|a l arrivee|avant|before|prior|ahead|in advance|beforehand|LEAD|SPELL|PHONE|MAIL|BEFORE|AFTER|AT|RANGE|HALF|SITE|pour|for|to|d abord|first|par telephone|by phone|par|by|sur|des|au moins|at least|minimum|systematiquement|know|when|whenever|lors|a chaque|chaque|each|every|directement|obligatoirement|imperativement|if|si|en cas|de|du|des que|the day|s il|et|and|so|afin|who|qui|with|is|est)\\b|,| ,| ;| :| \\(| \\)| \\.|$)";

    private static readonly Pattern _call = Lexicon.Phrase($"{Verb}");
    private static readonly Pattern _who = new($"\\b(?:{Verb}|aupres|ask for|asking for|demand(?:er|ez)|avec|with|contact ?:|interlocuteur|responsable ?:) (?:(?:bien|toujours|svp|please|prealablement|imperativement|d abord|avec|with|de|du|d|le|la|l|les|the|our|notre|nos|a|au|aux|to|mr|also|aussi|with) )*(?<w>[a-z][a-z .']{{1,40}}?){Stop}");
    private static readonly Pattern _aside = new("(?<w4>\\b(?:m|mr|mme|mrs|ms|monsieur|madame)(?: \\. | )[a-z]{2,20})(?: [a-z]{2,20})? ?[,:(]? ?(?:au |tel |tel . )?PHONE|PHONE \\( (?<w>[a-z][a-z .]{1,40}?) ?\\)|PHONE ,? ?(?:aupres de|demander|ask for|chez|avec|pour|contact) (?:(?:le|la|l|les|the|our|notre|d|de) )*(?<w2>[a-z][a-z .]{1,30}?)(?: ?\\.| ,| ;| \\)| \\(|$| avant| before| LEAD)|\\( (?<w3>[a-z][a-z .]{1,30}?) ?[,:]? PHONE ?\\)");
    private static readonly Pattern _book = Lexicon.Phrase("(?:(?:prise de |prendre |prenez |sur |avec |un |pris |fix\\w+ )?(?:rendez vous|rdv)|reserv\\w+(?: \\w+){0,3} creneaux?|creneaux?(?: \\w+){0,4} (?:reserv\\w+|book\\w*|convenu|a prendre)|(?:book|schedule|reserve|arrange|request|make)(?:ed|ing|d)?(?: \\w+){0,3} (?:slots?|appointments?|time slots?|delivery|deliveries|bookings?)|(?:slots?|appointments?|deliver\\w+|bookings?)(?: \\w+){0,4} (?:book\\w*|scheduled|required|needed|mandatory|necessary|only)|book(?:ed)? in|by appointment|booking (?:is )?(?:required|mandatory|necessary|needed|in)|appointments?|reservation(?: \\w+){0,3} (?:obligatoire|necessaire|prealable|creneau|quai)|pre book\\w*|booking ref\\w*)");
    private static readonly Pattern _before = Lexicon.Phrase("LEAD|SPELL|PHONE|avant (?:toute?s? |chaque |la |les |l |de |votre |vos |d |le |tout )*(?:{delivery}|livr\\w+|venir|passage|arrivee|depart|dechargement|deposer|se presenter|presentation|camion|envoi)|before (?:any |each |every |all |the |your |you )*(?:{delivery}|deliver\\w*|arriv\\w+|coming|dispatch\\w*|unload\\w*|turning up|driver|truck)|prior to (?:any |each |every |the )*(?:{delivery}|arrival|delivering)|a l avance|in advance|ahead|beforehand|au prealable|prealablement|a l arrivee|on arrival|pour (?:chaque |toute? |la |les |vos )*(?:livraisons?|prise de rendez vous|rendez vous)|for (?:each |every |all |any )*(?:delivery|deliveries)");
    private static readonly Pattern _lead = Lexicon.Phrase("(?<n>LEAD|SPELL)");
    private static readonly Pattern _notice = Lexicon.Phrase("preavis|prevenance|notice|delai|lead time|a l avance|d avance|in advance|advance|ahead|beforehand|commander|command\\w+|order\\w*|earlier|anticip\\w+|avant|before|prior|sous");
    private static readonly Pattern _noticeOnly = Lexicon.Phrase("preavis|prevenance|notice|advance notice|(?:command\\w+|order\\w*)[^;]{0,60}LEAD|LEAD[^;]{0,30}(?:notice|preavis|a l avance|in advance|before delivery|avant (?:la |toute |chaque )?livraison)|delai(?: \\w+){0,4}|lead time");
    private static readonly Pattern _phone = Lexicon.Phrase("PHONE");
    private static readonly Pattern _question = Lexicon.Phrase("hesit\\w+|(?:pour|for) (?:toute|tout|any|further|more|plus) (?:questions?|renseignements?|informations?|queries|details|precisions?)|questions?|if you (?:have|need)|si (?:vous avez|besoin)|feel free|complement d information|renseignements?");
    private static readonly Pattern _whenLate = Lexicon.Phrase("en cas (?:de|d)|in case of|in the event of|if (?:you|the|there|late|delayed|anything|a|any|delivery)|si (?:le|la|vous|un|une|probleme|retard|l)|en retard|running late|delay(?:s|ed)?");
    private static readonly Pattern _us = Lexicon.Phrase("nous|us|me|moi|know|les|vous|you|le|la|lui|them|him|her|client|customer|de|d|le client|directement|telephone|phone|tel|prealable|portable|mobile|standard|numero|au|appel|par|poste|ligne|avance|ahead|of|the day|in advance|demander");

    public static IEnumerable<Found> Read(Clause clause)
    {
        var (call, book, phone) = (clause.Find(_call), clause.Find(_book), clause.Find(_phone));
        var lead = clause.Find(_lead);

        if (clause.Has(_question))
        {
            yield break;
        }

        if ((call is not null || book is not null || (phone is not null && lead is not null)) && (clause.Has(_before) || book is not null))
        {
            if (clause.Has(_whenLate))
            {
                yield return Found.By(new Instruction { Text = clause.Verbatim }, call ?? book ?? phone!.Value, new Because(["text"], clause.Verbatim, clause.Span));
                yield break;
            }

            if (call is not null || book is not null || phone is not null)
            {
                var who = Who(clause);
                var hours = lead is { } time && time.Value<object>("n") is decimal and >= 1 and <= ContactFirst.BeforeMaxHours and var before ? (int)(decimal)before : (int?)null;
                var rule = new ContactFirst { Phone = phone?.Clause.MarkAt(phone.Value.Index)?.Value as string, BeforeHours = hours, Who = who?.Words };
                var hit = call ?? book ?? phone!.Value;
                var because = new List<Because>();

                if (phone is { } number)
                {
                    because.Add(number.Because("phone"));
                }

                if (hours is not null)
                {
                    because.Add(lead!.Value.Because("beforeHours"));
                }

                if (who is { } person)
                {
                    because.Add(person);
                }

                if (rule is { Phone: null, BeforeHours: null, Who: null })
                {
                    yield return Found.By(new Instruction { Text = clause.Verbatim }, hit, new Because(["text"], clause.Verbatim, clause.Span));
                }
                else
                {
                    yield return Found.By(rule, hit) with { Because = because };
                }

                yield break;
            }
        }

        if (lead is { } notice && Said(notice) is var said && _notice.IsMatch(said) && _noticeOnly.IsMatch(said) && notice.Value<object>("n") is decimal ahead)
        {
            var isWhole = ahead % 24 == 0 && ahead / 24 is >= 1 and <= DeliveryDays.NoticeMaxDays;

            yield return isWhole
                ? Found.By(new DeliveryDays { NoticeDays = (int)(ahead / 24) }, notice, notice.Because("noticeDays"))
                : Found.By(new DeliveryDays(), notice) with { Unresolved = [notice.Span.Of(clause.Text.Original)] };
        }
    }

    /// <summary>The clause with the words of the lead time spelled out again: « un préavis de 48 h » is one mark.</summary>
    private static string Said(Hit lead)
    {
        var (from, until) = lead.Clause.FoldedOf(lead.Index, lead.Match.Length);

        return $"{lead.Clause.Words} {lead.Clause.Text.Value[from..until].Replace('\'', ' ').Replace('-', ' ')}";
    }

    /// <summary>A person, a service or a place; « nous » and "us" are the client itself.</summary>
    private static Because? Who(Clause clause)
    {
        foreach (var (phrase, groups) in (ReadOnlySpan<(Pattern, string[])>)[(_aside, ["w4", "w", "w2", "w3"]), (_who, ["w"])])
        {
            foreach (var hit in clause.All(phrase))
            {
                foreach (var group in groups.Where(hit.Has))
                {
                    var words = hit.Word(group).Trim();

                    if (words.Length > 1 && !_us.IsMatch(words.Split(' ')[0]) && hit.Verbatim(group).Trim(' ', '.', ',') is { Length: > 1 and <= ContactFirst.WhoMaxLength } name)
                    {
                        return new(["who"], name, hit.SpanOf(group) with { Length = name.Length });
                    }
                }
            }
        }

        return null;
    }
}
