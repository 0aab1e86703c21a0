using AdvPortal.Domain.Intake;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Intake;

/// <summary>What is known of how a client's documents are laid out, between the reader, who takes guides, and the table, which keeps what people said.</summary>
internal static class Layouts
{
    /// <summary>Two clients may print with the same program: more than a few and the layout says nothing.</summary>
    private const int MostClients = 20;

    /// <summary>The approved reading of a document's layout: its client's own, or the only one there is.</summary>
    public static async Task<ClientLayout?> FindAsync(AdvDbContext db, DocumentLayout? layout, ClientId? client, CancellationToken ct)
    {
        if (layout is null)
        {
            return null;
        }

        var known = await db.ClientLayouts.AsNoTracking().Where(l => l.Fingerprint == layout.Fingerprint && l.State == LayoutState.InForce).OrderBy(l => l.Id).Take(MostClients).ToListAsync(ct);

        return client is { } told ? known.Find(l => l.ClientId == told) : known is [var only] ? only : null;
    }

    /// <summary>Writes down what a document of a new layout was read by, once it is known whose it is.</summary>
    public static async Task ProposeAsync(AdvDbContext db, OrderDocument document, DocumentReading reading, DateTimeOffset now, CancellationToken ct)
    {
        if (reading.Layout is not { } layout || document.ClientId is not { } client || await db.ClientLayouts.AnyAsync(l => l.Fingerprint == layout.Fingerprint && l.ClientId == client, ct))
        {
            return;
        }

        db.ClientLayouts.Add(new(client, layout.Fingerprint, document.FileName, FieldsOf(layout), document.Id, now));
    }

    public static ReadingGuide GuideOf(ClientLayout layout) => new(
        Said(layout.Fields, isLabel: false), Said(layout.Fields, isLabel: true), layout.Habits.DecimalMark, layout.Habits.DayFirst, layout.Habits.Currency);

    // One header may stand over two columns: what is said of it is said of both, and the first has it.
    private static List<LayoutField> FieldsOf(DocumentLayout layout) =>
    [
        .. layout.Columns.Where(Fits).DistinctBy(place => place.Text).Select(place => new LayoutField(place.Text, false, place.Field)),
        .. layout.Labels.Where(Fits).DistinctBy(place => place.Text).Select(place => new LayoutField(place.Text, true, place.Field)),
    ];

    private static bool Fits(LayoutPlace place) => place.Text.Length is > 0 and <= LayoutField.TextMaxLength;

    private static Dictionary<string, string> Said(IEnumerable<LayoutField> fields, bool isLabel) =>
        fields.Where(field => field.IsLabel == isLabel && field.Said is not null).ToDictionary(field => field.Text, field => field.Said!, StringComparer.Ordinal);
}

/// <summary>What a client's words for units mean in the layout of one document; asked once a client.</summary>
internal sealed class LayoutUnits(DocumentLayout? layout)
{
    private readonly Dictionary<ClientId, IReadOnlyDictionary<string, string>> _known = [];

    public async Task<IReadOnlyDictionary<string, string>> UnitsAsync(AdvDbContext db, ClientId client, CancellationToken ct)
    {
        if (!_known.TryGetValue(client, out var units))
        {
            units = _known[client] = (await Layouts.FindAsync(db, layout, client, ct))?.Habits.Units is { } said
                ? said.ToDictionary(unit => unit.Key, unit => unit.Value, StringComparer.OrdinalIgnoreCase)
                : DocumentPlacing.NoCodes;
        }

        return units;
    }
}
