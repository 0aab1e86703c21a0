using System.Text.RegularExpressions;
using AdvPortal.Application.Outbox;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Mail;

namespace AdvPortal.Application.Tests.Requirements;

/// <summary>A company that asks Hydraulique Chartraine's buyer whether two requirements still hold, and whoever has the link.</summary>
internal sealed partial class ReconfirmationWorld(TestDatabase database) : IAsyncDisposable
{
    public const string Days = "Pas de livraison le mercredi à Chartres";
    public const string Codes = "Il faut rajouter '0A-'";

    public World World { get; private set; } = null!;
    public Client Client { get; private set; } = null!;
    public ContactId Nathalie { get; private set; }
    public RequirementId DaysId { get; private set; }
    public RequirementId CodesId { get; private set; }
    public TenantInfo Tenant => new(World.Tenant, World.Slug, "Visserie du Perche", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), "fr", "EUR");

    public async Task FoundAsync(string language = "fr")
    {
        World = await database.ATenantAsync();
        Client = await World.AClientAsync(arrange: c =>
        {
            c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty);
            c.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@chartraine.example", phone: null, language);
            c.Meet("Karim Haddad", ContactRole.Warehouse, email: null, phone: null, language: null);
        });
        Nathalie = Client.Contacts[0].Id;
        DaysId = await RequireAsync(Client.Id, Days, new DeliveryDays { Closed = Weekdays.Wednesday }, Client.Sites[0].Id);
        CodesId = await RequireAsync(Client.Id, Codes, new ProductCode { Prefix = "0A-" });
    }

    public async Task<RequirementId> RequireAsync(ClientId client, string sentence, Rule rule, SiteId? site = null, bool draft = false) => (await World.Get<CreateRequirement>().ExecuteAsync(client, new()
    {
        Sentence = sentence,
        Source = new(SourceKind.Email, "Karim Haddad", new(2025, 2, 3)),
        SiteId = site,
        Rule = rule,
        ReviewOn = draft ? null : World.Get<TenantClock>().Today.AddDays(180),
        Draft = draft,
    })).Value!.Id;

    /// <summary>The secret of the link, as it stands in the mail.</summary>
    public async Task<string> AskAsync()
    {
        var asked = await World.Get<AskForReconfirmation>().ExecuteAsync(Client.Id, new() { ContactId = Nathalie });
        Assert.True(asked.IsOk, asked.Refusal?.ToString());

        return Link().Match((await MailAsync()).TextBody).Groups["token"].Value;
    }

    public async Task<OutgoingMail> MailAsync() => Mailer.Open((await World.ReadAsync(db => db.Outbox.OrderByDescending(m => m.Id).FirstAsync())).Content);

    /// <summary>Somebody with a link and no account, on the same clock.</summary>
    public World AGuest()
    {
        var guest = database.Nobody();
        guest.Clock.SetUtcNow(World.Clock.GetUtcNow());

        return guest;
    }

    public async Task<Result<ReadReconfirmation.Question>> OpenAsync(string token, TenantInfo? at = null)
    {
        await using var guest = AGuest();

        return await guest.Get<ReadReconfirmation>().ExecuteAsync(at ?? Tenant, token);
    }

    public async Task<Result> AnswerAsync(string token, string? correction = null, TenantInfo? at = null, string? comment = null)
    {
        await using var guest = AGuest();

        return await guest.Get<AnswerReconfirmation>().ExecuteAsync(at ?? Tenant, token, new()
        {
            Name = "Nathalie R.",
            Comment = comment,
            Answers = [new() { RequirementId = DaysId.Value, Holds = true }, new() { RequirementId = CodesId.Value, Holds = correction is null, Correction = correction }],
        });
    }

    public async Task<RequirementView> ReadAsync(RequirementId id) => (await World.Get<ReadRequirement>().ExecuteAsync(id)).Value!;

    public ValueTask DisposeAsync() => World.DisposeAsync();

    [GeneratedRegex("/confirm/(?<token>[0-9a-f]{64})$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
