using AdvPortal.Application.Clients;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Imports;

/// <summary>Sites of clients, known again by their name.</summary>
internal sealed class SiteImport(string usualTimeZone) : ListImport
{
    private static readonly SiteValidator _validator = new();

    private readonly KnownClients _clients = new();

    public override string? KeyOf(ImportSheet sheet, TableRow row) =>
        Key(sheet.Cell(row, ImportField.ClientCode), sheet.Cell(row, ImportField.SiteName)?.ToUpperInvariant());

    protected override Task LoadAsync(AdvDbContext db, IReadOnlyList<ImportDraft> rows, CancellationToken ct) =>
        _clients.LoadAsync(db.Clients.Include(c => c.Sites), All(rows, ImportField.ClientCode), ct);

    protected override void Write(AdvDbContext db, ImportDraft row)
    {
        var name = row.Need(ImportField.SiteName);
        row.Subject = name;

        if (_clients.Need(row) is not { } client || name is null)
        {
            return;
        }

        row.Subject = $"{client.Name} · {name}";
        var site = client.Sites.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        row.IsNew = site is null;
        var address = site?.Address ?? PostalAddress.Empty;
        var form = new SiteForm
        {
            Name = row.Take(ImportField.SiteName, site?.Name),
            Gln = row.Take(ImportField.Gln, site?.Gln, ImportDraft.Compact),
            TimeZone = row.Take(ImportField.TimeZone, site?.TimeZone ?? usualTimeZone),
            Address = new(
                row.Take(ImportField.Street, address.Street),
                row.Take(ImportField.Postcode, address.Postcode),
                row.Take(ImportField.City, address.City),
                row.Take(ImportField.Country, address.Country, country => ImportWords.Country(row, country))),
            Notes = row.Take(ImportField.Notes, site?.Notes),
        };
        row.Check(_validator.Validate(form), property => property == nameof(SiteForm.Name) ? ImportField.SiteName : Enum.TryParse<ImportField>(property, out var field) ? field : null);

        if (row.Writes)
        {
            site ??= client.OpenSite(form.Name!, form.TimeZone!, form.Address);
            site.Describe(form.Name!, form.TimeZone!, form.Address, form.Gln, form.Notes);
        }
    }
}
