namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>What we answer to a purchase order, as the client shall read it: one record behind the PDF, the UBL OrderResponse, the ORDRSP and the e-mail.</summary>
public sealed record Acknowledgement
{
    /// <summary>Our order number, e.g. CV26-04518.</summary>
    public required string Number { get; init; }

    /// <summary>The number of this answer; a later answer to the same order keeps it and raises <see cref="Version"/>.</summary>
    public required string AcknowledgementNumber { get; init; }

    /// <summary>1 for the first answer.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When we answered, with the offset of our office: its date is the one that is printed.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The client's own order number.</summary>
    public required string CustomerReference { get; init; }

    public DateOnly? CustomerOrderDate { get; init; }

    /// <summary>ISO 639-1: <c>fr</c> or <c>en</c>; anything else is answered in English.</summary>
    public required string Language { get; init; }

    /// <summary>ISO 4217; every amount of the document is in it.</summary>
    public required string Currency { get; init; }

    public required AcknowledgementParty Supplier { get; init; }

    public required AcknowledgementParty Buyer { get; init; }

    /// <summary>Where the goods go; the buyer's address where it is left out.</summary>
    public AcknowledgementParty? ShipTo { get; init; }

    public required AcknowledgementStatus Status { get; init; }

    /// <summary>The client's change or cancellation that this answers; null for the answer to an order.</summary>
    public AnsweredChange? Answers { get; init; }

    /// <summary>Why something moved, as sentences in the client's language.</summary>
    public IReadOnlyList<AcknowledgementNote> Notes { get; init; } = [];

    /// <summary>Before tax, in <see cref="Currency"/>, two decimals.</summary>
    public required decimal TotalNet { get; init; }

    public required IReadOnlyList<AcknowledgementLine> Lines { get; init; }

    /// <summary>What names this very answer: the number alone for the first, with the version behind it for those that follow.</summary>
    internal string DocumentId => Version == 1 ? AcknowledgementNumber : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{AcknowledgementNumber}-{Version}");

    /// <summary>Under what key it is worded: by its code, or by what it answers.</summary>
    internal string Words => Answers?.Answer.ToString() ?? Status.Code();

    /// <summary>The notes, and the reasons that several lines share: what is said once for the whole order instead of on each line.</summary>
    internal IEnumerable<AcknowledgementNote> SaidOnce() => Notes.Concat(Lines
        .SelectMany(line => line.Changes)
        .Where(change => change.Reason is not null)
        .GroupBy(change => change.Reason!, StringComparer.Ordinal)
        .Where(changes => changes.Skip(1).Any())
        .Select(changes => new AcknowledgementNote(changes.Key, changes.First().ClientSentence)))
        .DistinctBy(note => note.Text, StringComparer.Ordinal);
}

/// <summary>A sentence for the client and, where one of their own caused it, what they had written, verbatim and without quotation marks.</summary>
public sealed record AcknowledgementNote(string Text, string? ClientSentence = null);

/// <summary>A company on the document: <see cref="Gln"/> of 13 digits, <see cref="VatId"/> with its country prefix, <see cref="Siren"/> of 9 digits.</summary>
public sealed record AcknowledgementParty(string Name)
{
    public string? Gln { get; init; }
    public string? VatId { get; init; }
    public string? Siren { get; init; }
    public AcknowledgementAddress? Address { get; init; }
    public AcknowledgementContact? Contact { get; init; }
}

/// <summary>A postal address; the country is ISO 3166-1 alpha-2.</summary>
public sealed record AcknowledgementAddress(string? Street, string? Postcode, string? City, string? Country);

public sealed record AcknowledgementContact(string Name, string? Email = null, string? Phone = null);
