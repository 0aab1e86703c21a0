using AdvPortal.Application.Clients;
using AdvPortal.Domain.Clients;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Imports;

/// <summary>People at clients, known again by their name: several may share the address of a department.</summary>
internal sealed class ContactImport : ListImport
{
    private static readonly ContactValidator _validator = new();

    private readonly KnownClients _clients = new();

    public override string? KeyOf(ImportSheet sheet, TableRow row) =>
        Key(sheet.Cell(row, ImportField.ClientCode), sheet.Cell(row, ImportField.ContactName)?.ToUpperInvariant());

    protected override Task LoadAsync(AdvDbContext db, IReadOnlyList<ImportDraft> rows, CancellationToken ct) =>
        _clients.LoadAsync(db.Clients.Include(c => c.Sites).Include(c => c.Contacts).AsSplitQuery(), All(rows, ImportField.ClientCode), ct);

    protected override void Write(AdvDbContext db, ImportDraft row)
    {
        var name = row.Need(ImportField.ContactName);
        row.Subject = name;

        if (_clients.Need(row) is not { } client || name is null)
        {
            return;
        }

        row.Subject = $"{client.Name} · {name}";

        // Somebody who asked to be forgotten is not brought back: the row makes a new person.
        var contact = client.Contacts.FirstOrDefault(c => c.ErasedAt is null && c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        row.IsNew = contact is null;
        var form = new ContactForm
        {
            Name = row.Take(ImportField.ContactName, contact?.Name),
            Role = row.Take(ImportField.Role, contact?.Role ?? ContactRole.Other, ImportWords.Role(row)) ?? ContactRole.Other,
            Email = row.Take(ImportField.Email, contact?.Email),
            Phone = row.Take(ImportField.Phone, contact?.Phone),
            Language = row.Take(ImportField.Language, contact?.Language ?? client.Language, language => language.ToLowerInvariant()),
            SiteId = SiteOf(row, client, contact?.SiteId),
        };
        row.Check(_validator.Validate(form), property => property == nameof(ContactForm.Name) ? ImportField.ContactName : Enum.TryParse<ImportField>(property, out var field) ? field : null);

        if (!row.Writes)
        {
            return;
        }

        if (contact is null)
        {
            client.Meet(form.Name!, form.Role, form.Email, form.Phone, form.Language, form.SiteId);
        }
        else
        {
            contact.Describe(form.Name!, form.Role, form.Email, form.Phone, form.Language!, form.SiteId);
        }
    }

    private static SiteId? SiteOf(ImportDraft row, Client client, SiteId? before)
    {
        if (row.Text(ImportField.SiteName) is not { } name)
        {
            return before;
        }

        if (client.Sites.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } site)
        {
            row.Refuse(new("ImportSiteUnknown", name), ImportField.SiteName);

            return before;
        }

        row.Take<string?>(ImportField.SiteName, client.Sites.FirstOrDefault(s => s.Id == before)?.Name, site.Name);

        return site.Id;
    }
}
