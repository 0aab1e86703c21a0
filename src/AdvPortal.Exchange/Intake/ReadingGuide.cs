namespace AdvPortal.Exchange.Intake;

/// <summary>How documents of one layout are to be read, as a person said once and approved: it overrules what the reader would take by itself.</summary>
/// <param name="Columns">The header of a column as written → what it holds (<see cref="DocumentLayout.Fields"/>), or an empty text for a column to leave alone.</param>
/// <param name="Labels">A label as written → the value of the order's head that stands by it, or an empty text.</param>
/// <param name="DecimalMark">Where a number reads both ways (« 1,250 »); null: told from the file.</param>
/// <param name="DayFirst">Where a date reads both ways (« 03/04/2026 »); null: told from the file.</param>
/// <param name="Currency">Of prices that show only a sign that several currencies share; null: told from the file.</param>
public sealed record ReadingGuide(
    IReadOnlyDictionary<string, string> Columns,
    IReadOnlyDictionary<string, string> Labels,
    char? DecimalMark = null,
    bool? DayFirst = null,
    string? Currency = null);

/// <summary>What a file of no standard looks like, so that the next one of its kind is known again: its headers and labels, never its values.</summary>
/// <param name="Fingerprint">Hexadecimal; equal for files of one layout, whatever is ordered.</param>
/// <param name="Columns">In the order of the file.</param>
public sealed record DocumentLayout(string Fingerprint, IReadOnlyList<LayoutPlace> Columns, IReadOnlyList<LayoutPlace> Labels)
{
    /// <summary>What a column or a label may hold: names of the <c>document</c> of the REST contract (<c>lines.quantity</c>, <c>orderNumber</c>).</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        "orderNumber", "issueDate", "requestedDelivery", "currency", "contractReference",
        "buyer.id", "buyer.name", "buyer.contact", "buyer.phone", "buyer.email", "buyer.gln", "buyer.vatId", "supplier.name", "totals.lineExtension",
        "shipTo.name", "shipTo.gln", "shipTo.street", "shipTo.postcode", "shipTo.city", "shipTo.country",
        "lines.lineNo", "lines.buyerCode", "lines.supplierCode", "lines.gtin", "lines.description", "lines.quantity", "lines.unit", "lines.packQuantity",
        "lines.netPrice", "lines.priceBaseQuantity", "lines.lineAmount", "lines.requestedDelivery", "lines.note", "notes",
    ];

    /// <summary>The layout of a file; its fingerprint is made of the headers where it has a table with some, else of the labels.</summary>
    /// <remarks>A label may be missing from one order to the next; a column is not.</remarks>
    internal static DocumentLayout Of(IReadOnlyList<LayoutPlace> columns, IReadOnlyList<LayoutPlace> labels, bool hasHeaders)
    {
        // FNV-1a, 64 bits: no secret, only the same for the same.
        var hash = 14695981039346656037;
        foreach (var place in hasHeaders || labels.Count == 0 ? columns : labels)
        {
            foreach (var c in place.Text)
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211;
            }

            hash = (hash ^ '\n') * 1099511628211;
        }

        return new(hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture), columns, labels);
    }
}

/// <param name="Text">The header or label as written.</param>
/// <param name="Field">What the reader took it for; null for what it left unread.</param>
/// <param name="IsGuided">A person said so, not the reader.</param>
public sealed record LayoutPlace(string Text, string? Field, bool IsGuided = false);
