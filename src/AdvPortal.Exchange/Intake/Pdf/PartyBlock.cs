using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>A company or a place as a page prints it: a name, lines of an address, numbers with their labels.</summary>
internal sealed partial class PartyBlock
{
    private readonly List<(string Value, Phrase Phrase)> _spots = [];
    private readonly List<string> _street = [];
    private bool _isBroken;

    private PartyBlock()
    {
    }

    public PartyDraft Party { get; } = new();

    /// <summary>Which of its values stands where: <c>name</c>, <c>vatId</c>, <c>address.city</c>.</summary>
    public IReadOnlyList<(string Value, Phrase Phrase)> Spots => _spots;

    public static PartyBlock Read(IEnumerable<Phrase> lines)
    {
        var block = new PartyBlock();
        foreach (var line in lines)
        {
            block.Take(line);
        }

        block.FinishAddress();
        return block;
    }

    /// <summary>True for a line that ends an address: « 28000 Chartres », "Cleveland, OH 44105".</summary>
    public static bool IsTown(string line) => TownFirst().IsMatch(line) || TownLast().IsMatch(line);

    public static bool IsAddress(string line) => StreetLine().IsMatch(line) || IsTown(line);

    /// <summary>A town of the United States with its state and ZIP code.</summary>
    public static bool IsAmerican(string line) => American().IsMatch(line);

    /// <summary>A name, a street and a town on one line: « Kessler GmbH · Am Hang 7 · 73430 Aalen ».</summary>
    public static bool IsWhole(string line) => Separators().Split(line) is { Length: >= 3 and <= 5 } parts && IsTown(parts[^1].Trim()) && !IsAddress(parts[0]);

    private void Take(Phrase phrase)
    {
        var isBroken = _isBroken;
        _isBroken = phrase.Text is [.., var last, '-'] && char.IsLetter(last);
        if (isBroken && _street.Count > 0 && char.IsLetter(phrase.Text[0]))
        {
            _street[^1] += $"-{phrase.Text.TrimEnd('-')}";
            return;
        }

        foreach (var part in Separators().Split(TakeNumbers(phrase)))
        {
            var rest = part.Trim(' ', ',', ';', '-', '–', '—', ':', '/');
            if (rest.Length >= 2 && rest.Any(char.IsLetterOrDigit) && !Idle().IsMatch(rest))
            {
                TakeWords(rest, phrase);
            }
        }
    }

    private void TakeWords(string rest, Phrase phrase)
    {
        if (Party.Name is not null && _street.Count == 0 && LegalForm().IsMatch(rest))
        {
            Party.Name += $", {rest}";
        }
        else if (Attention().Match(rest) is { Success: true } attention)
        {
            if (Party.Contact.Name is null)
            {
                Party.Contact = Party.Contact with { Name = attention.Groups["who"].Value.Trim() };
                Found("contact.name", phrase);
            }
        }
        else if (Party.Name is null && _street.Count == 0 && Number().IsMatch(rest))
        {
            Party.Id ??= rest;
            Found("id", phrase);
        }
        else if (Party.Name is null && _street.Count == 0 && !IsAddress(rest))
        {
            Party.Name = rest;
            Found("name", phrase);
        }
        else if (Countries.Find(rest) is { } country)
        {
            Party.Address = Party.Address with { Country = country };
            Found("address.country", phrase);
        }
        else
        {
            _street.Add(rest);
            Found("address.street", phrase);
        }
    }

    /// <summary>Takes the numbers and addresses that are known by their form or label out of a line, and leaves the rest.</summary>
    private string TakeNumbers(Phrase phrase)
    {
        var text = phrase.Text;
        text = TakeOne(text, Email(), match => Party.Contact.Email is null, match => (Party.Contact = Party.Contact with { Email = match }, "contact.email").Item2, phrase);
        text = TakeOne(text, Vat(), match => Party.VatId is null, match => (Party.VatId = match, "vatId").Item2, phrase);
        text = TakeOne(text, Gln(), match => Party.Gln is null, match => (Party.Gln = Digits(match), "gln").Item2, phrase);
        text = TakeOne(text, Siret(), match => Party.Id is null, match => (Party.Id = Digits(match), "id").Item2, phrase);
        text = TakeOne(text, Code(), match => Party.Id is null && match.Any(char.IsAsciiDigit), match => (Party.Id = match, "id").Item2, phrase);
        text = TakeOne(text, Fax(), match => false, match => "", phrase);
        return TakeOne(text, Phone(), match => Party.Contact.Phone is null, match => (Party.Contact = Party.Contact with { Phone = match }, "contact.phone").Item2, phrase);
    }

    private string TakeOne(string text, Regex pattern, Func<string, bool> wanted, Func<string, string> take, Phrase phrase)
    {
        if (pattern.Match(text) is not { Success: true } match)
        {
            return text;
        }

        var value = match.Groups["value"].Value.Trim();
        if (wanted(value))
        {
            Found(take(value), phrase);
        }

        return text.Remove(match.Index, match.Length);
    }

    private void Found(string value, Phrase phrase) => _spots.Add((value, phrase));

    /// <summary>Takes the address apart where its last line leaves no doubt; else the street holds the whole.</summary>
    private void FinishAddress()
    {
        // A postal code that was wrapped belongs to its town.
        for (var i = _street.Count - 1; i > 0; i--)
        {
            if (IsTown($"{_street[i - 1]} {_street[i]}") && !_street[i].Any(char.IsLower) && _street[i].Length <= 10)
            {
                _street[i - 1] += $" {_street[i]}";
                _street.RemoveAt(i);
            }
        }

        if (_street.Count == 0)
        {
            return;
        }

        var town = _street.FindLastIndex(IsTown);
        if (town < 0)
        {
            Party.Address = Party.Address with { Street = Joined(_street) };
            return;
        }

        var line = _street[town];
        var match = TownFirst().Match(line) is { Success: true } first ? first : TownLast().Match(line);
        var street = _street.Where((_, i) => i != town).Concat(match.Groups["street"] is { Success: true, Length: > 0 } before ? [before.Value.Trim(' ', ',')] : []).ToList();
        Party.Address = Party.Address with
        {
            Street = street.Count == 0 ? null : Joined(street),
            Postcode = match.Groups["code"].Value,
            City = match.Groups["town"].Value.Trim(' ', ','),
            Region = match.Groups["state"] is { Success: true, Value: var state } ? state : null,
            Country = Party.Address.Country ?? (match.Groups["land"] is { Success: true, Value: var land } ? CountryOf(land) : null),
        };
    }

    /// <summary>« F- », « D- » before a postal code: the letters of number plates.</summary>
    private static string CountryOf(string land) => land switch { "F" => "FR", "D" => "DE", "B" => "BE", "L" => "LU", "I" => "IT", "E" => "ES", "A" => "AT", _ => land };

    private static string Joined(List<string> lines) => string.Join(", ", lines.Select(line => line.Trim(' ', ',')));

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private const RegexOptions Usual = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(e-?mail|courriel|mail)?\s*[:.]?\s*(?<value>[\w.+-]+@[\w-]+(\.[\w-]+)+)", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(\b(n°\s*)?(tva|vat|ust-?id|btw)[\w .°-]{0,25}?:?\s*)?\b(?<value>(FR\s?[0-9A-Z]{2}\s?\d{3}\s?\d{3}\s?\d{3}|BE\s?[01]\d{3}[. ]?\d{3}[. ]?\d{3}|DE\s?\d{9}|LU\s?\d{8}|IT\s?\d{11}|ES\s?[A-Z0-9]\d{7}[A-Z0-9]|NL\s?\d{9}B\d{2}|GB\s?\d{3}\s?\d{4}\s?\d{2}|PT\s?\d{9}|PL\s?\d{10}|AT\s?U\d{8}|CHE-?\d{3}\.?\d{3}\.?\d{3}))\b", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Vat();

    [GeneratedRegex(@"\b(code\s+)?(gln|ean|ilc)[\w ]{0,12}\s*[:°]?\s*(?<value>\d(\s?\d){12})\b", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Gln();

    [GeneratedRegex(@"\b(n°\s*)?(siret|siren|rcs)[\w .°]{0,20}?:?\s*(?<value>\d{3}\s?\d{3}\s?\d{3}(\s?\d{5})?)\b", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Siret();

    [GeneratedRegex(@"\b(code|n°|no\.?|account|compte|id|ref|réf)\s*(client|fournisseur|supplier|vendor|customer|account|site)?\s*(no\.?|n°|code|id|#)?\s*[:°]\s*(?<value>[\w./-]+)", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(fax|télécopie|telefax)\s*[:.]?\s*(?<value>[+(]?\d[\d .()/-]{6,20}\d)", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Fax();

    [GeneratedRegex(@"((tél[ée]?phone|tél|tel|telephone|phone|mobile|portable)\b[\s:.]*(?=[+(\d])|(t|ph)\s*[:.]+\s*|(?=\+\d|\(\d{3}\)|0\d([ .]\d\d){4}))(?<value>[+(]?\d[\d .()/-]{6,20}\d)", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^(attn|attention|att|à l['’]attention (de|du)|a l['’]attention (de|du)|contact|c/o|interlocuteur|for the attention of)\s*[:.]?\s*(?<who>.+)$", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Attention();

    [GeneratedRegex(@"^(?<street>.*?[,;]\s*)?((?<land>F|FR|BE?|DE?|CH|LU?|IT?|ES?|AT?|NL)-\s?)?(?<code>\d{4,5}|\d{2} \d{3})\s+(?<town>\p{L}[\p{L}\d '’.()/-]{1,40})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TownFirst();

    [GeneratedRegex(@"^(?<street>.*,\s*)?(?<town>\p{L}[\p{L} '’.-]{1,40}?),?\s+((?<state>[A-Z]{2})\s+(?<code>\d{5}(-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d)|(?<code>[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TownLast();

    [GeneratedRegex(@"\b(AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|DC)\s+\d{5}(-\d{4})?\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex American();

    [GeneratedRegex(@"^(\d{1,5}\s?(bis|ter|[a-d])?,?\s+\p{L}|(rue|avenue|av\.|bd|boulevard|chemin|route|place|allée|impasse|quai|zone|za|zi|z\.i\.|z\.a\.|parc|lieu-dit|bp|b\.p\.|cs|cedex|p\.?o\.? box|immeuble|bâtiment|bat\.?|hall|dock|unit|suite|floor)\b)", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex StreetLine();

    /// <summary>The web address, the capital, the trade register: nothing of an address.</summary>
    [GeneratedRegex(@"^((https?://)?(www\.)?[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/\S*)?|.*\b(au capital|share capital|rcs|naf|ape|siret|siren)\b.*)$", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Idle();

    /// <summary>« Fournisseur : F00412 » over a name is a number, and no name.</summary>
    [GeneratedRegex(@"^(?=(.*\d){3})[A-Z]{0,4}[-.]?\d{3,12}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(inc|ltd|llc|corp|co|gmbh|ag|s\.?a\.?s?|s\.?a\.?r\.?l|s\.?p\.?a|s\.?r\.?l|s\.?l|plc|bv)\.?$", Usual, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LegalForm();

    [GeneratedRegex(@"\s*[•|·]\s*|\s{2,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Separators();
}
