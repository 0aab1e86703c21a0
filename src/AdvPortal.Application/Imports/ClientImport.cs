using AdvPortal.Application.Clients;
using AdvPortal.Domain.Clients;
using AdvPortal.Exchange.Intake.Tables;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Imports;

/// <summary>Clients, known again by their code.</summary>
internal sealed class ClientImport : ListImport
{
    private static readonly ClientValidator _validator = new();

    private readonly KnownClients _clients = new();

    public override string? KeyOf(ImportSheet sheet, TableRow row) => sheet.Cell(row, ImportField.ClientCode);

    protected override Task LoadAsync(AdvDbContext db, IReadOnlyList<ImportDraft> rows, CancellationToken ct) =>
        _clients.LoadAsync(db.Clients, All(rows, ImportField.ClientCode), ct);

    protected override void Write(AdvDbContext db, ImportDraft row)
    {
        if (row.Need(ImportField.ClientCode) is not { } code)
        {
            return;
        }

        var client = _clients.Find(row, code);
        row.IsNew = client is null;
        row.Subject = client?.Name ?? row.Text(ImportField.ClientName) ?? code;
        var form = client is null ? new ClientForm { Code = row.Take<string?>(ImportField.ClientCode, null, code) } : ClientForm.Of(ClientView.Of(client, responsible: null));
        form.Name = row.Take(ImportField.ClientName, form.Name);
        form.VatId = row.Take(ImportField.VatId, form.VatId, vat => ImportDraft.Compact(vat).ToUpperInvariant());
        form.Siren = row.Take(ImportField.Siren, form.Siren, ImportDraft.Compact);
        form.Gln = row.Take(ImportField.Gln, form.Gln, ImportDraft.Compact);
        form.Language = row.Take(ImportField.Language, form.Language, language => language.ToLowerInvariant());
        form.Currency = row.Take(ImportField.Currency, form.Currency, ImportWords.Currency);
        form.Phone = row.Take(ImportField.Phone, form.Phone);
        form.Notes = row.Take(ImportField.Notes, form.Notes);
        row.Check(_validator.Validate(form), FieldOf);

        if (!row.Writes)
        {
            return;
        }

        if (client is null)
        {
            client = new(code, form.Name!, form.Language ?? "fr", form.Currency ?? "EUR");
            db.Clients.Add(client);
        }

        form.WriteTo(client);
    }

    private static ImportField? FieldOf(string property) => property switch
    {
        nameof(ClientForm.Code) => ImportField.ClientCode,
        nameof(ClientForm.Name) => ImportField.ClientName,
        _ => Enum.TryParse<ImportField>(property, out var field) ? field : null,
    };
}

/// <summary>The clients that rows name, archived ones too: a row must not bring one back unseen.</summary>
internal sealed class KnownClients
{
    private Dictionary<string, Client> _byCode = [];

    public async Task LoadAsync(IQueryable<Client> clients, List<string> codes, CancellationToken ct) =>
        _byCode = await clients.IgnoreQueryFilters([Filters.Archived]).Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, ct);

    public IReadOnlyCollection<Client> All => _byCode.Values;

    /// <summary>The client with this code; an archived one refuses the row.</summary>
    public Client? Find(ImportDraft row, string code)
    {
        var client = _byCode.GetValueOrDefault(code);

        if (client is { IsArchived: true })
        {
            row.Refuse(new("ImportClientArchived", code), ImportField.ClientCode);
        }

        return client;
    }

    /// <summary>The client that the row names; no such client refuses the row.</summary>
    public Client? Need(ImportDraft row)
    {
        if (row.Need(ImportField.ClientCode) is not { } code)
        {
            return null;
        }

        var client = Find(row, code);

        if (client is null)
        {
            row.Refuse(new("ImportClientUnknown", code), ImportField.ClientCode);
        }

        return client;
    }
}
