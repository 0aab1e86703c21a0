using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Demo;

/// <summary>What one demo company consists of.</summary>
internal sealed partial record DemoCompany(
    string Slug, string Name, string Gln, PostalAddress Address,
    IReadOnlyList<DemoCompany.Person> People,
    IReadOnlyList<DemoCompany.Customer> Clients,
    IReadOnlyList<DemoCompany.Article> Products,
    IReadOnlyList<(string Client, string? Site, string Sentence, string Who, Severity Severity, Rule Rule)> Requirements,
    IReadOnlyList<DemoCompany.Request> Orders)
{
    private const string Zone = "Europe/Paris";

    public static IReadOnlyList<DemoCompany> All { get; } = [Visserie(), Comptoir()];

    /// <summary>Who is away this week, and who answers meanwhile.</summary>
    public (string Who, string StandIn)? Away { get; private init; }

    /// <summary>Signed clients on their way to the desk, and whether sales has handed them over.</summary>
    public IReadOnlyList<(HandoffContent Content, bool IsSubmitted)> Handoffs { get; private init; } = [];

    /// <summary>Somebody in this role; an administrator where the company has nobody of the kind.</summary>
    internal string First(Role role) => (People.FirstOrDefault(p => p.Role == role) ?? People.First(p => p.Role is Role.Admin)).Name;

    internal string OwnerOf(string client) => Clients.Single(c => c.Name == client).Owner;

    internal string WhoAnswersFor(string client) => OwnerOf(client) is var owner && Away is var (absent, standIn) && absent == owner ? standIn : owner;

    internal sealed record Person(string Name, Role Role)
    {
        public string Email(string slug) =>
            string.Concat(Name.ToLowerInvariant().Replace(' ', '.').Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAscii)) + $"@{slug}.example";
    }

    internal sealed record Place(string Name, string Street, string Postcode, string City, string? Gln = null);

    internal sealed record Someone(string Name, ContactRole Role, string Email, string? Habits = null);

    /// <param name="Price">Agreed with every client, for 100.</param>
    internal sealed record Article(string Code, string Name, string Family, decimal Price);

    /// <param name="InDays">Working days from today to the requested day, below 0 before it; null for the next Wednesday at least two days ahead.</param>
    /// <param name="IsConfirmed">Whether somebody has confirmed it, where nothing stands against that.</param>
    /// <param name="Lines">Quantity by product code; a price for 100 only where it is not the agreed one.</param>
    internal sealed record Request(string Client, string Site, string Reference, int? InDays, bool IsConfirmed, params (string Code, decimal Quantity, decimal? Price)[] Lines)
    {
        public DemoLife Life { get; init; }
    }

    internal sealed record Customer(string Code, string Name, string Owner, IReadOnlyList<Place> Sites, IReadOnlyList<Someone> Contacts, string? Gln = null)
    {
        public Client ToClient()
        {
            var client = new Client(Code, Name, "fr", "EUR");
            client.Identify(null, null, Gln);

            foreach (var site in Sites)
            {
                client.OpenSite(site.Name, Zone, new(site.Street, site.Postcode, site.City, "FR"), site.Gln);
            }

            foreach (var contact in Contacts)
            {
                client.Meet(contact.Name, contact.Role, contact.Email, phone: null, language: null).KnowHabits(contact.Habits);
            }

            return client;
        }
    }
}
