using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Demo;

/// <summary>What one demo company consists of.</summary>
internal sealed record DemoCompany(
    string Slug, string Name, string Gln, PostalAddress Address, string Reference,
    IReadOnlyList<DemoCompany.Person> People,
    IReadOnlyList<DemoCompany.Customer> Clients,
    IReadOnlyList<DemoCompany.Article> Products,
    IReadOnlyList<DemoCompany.Price> Prices,
    IReadOnlyList<(string Client, string? Site, string Sentence, string Who, Severity Severity, Rule Rule)> Requirements)
{
    private const string Zone = "Europe/Paris";

    public static IReadOnlyList<DemoCompany> All { get; } = [Visserie(), Comptoir()];

    private static DemoCompany Visserie() => new(
        "visserie-du-perche", "Visserie du Perche", "3012345600016", new("ZA des Fresnes", "61110", "Bretoncelles", "FR"), "4500187342",
        [new("Claire Morel", Role.Adv), new("Yanis Benali", Role.Adv), new("Inès Caron", Role.Adv), new("Sophie Leroy", Role.Manager), new("Marc Dubois", Role.Sales), new("Ada Admin", Role.Admin)],
        [
            new("C-0147", "Hydraulique Chartraine", "Yanis Benali",
                [new("Entrepôt de Chartres", "4 rue du Silo, quai 2", "28000", "Chartres"), new("Dreux", "8 rue des Forges", "28100", "Dreux"), new("Lucé", "12 rue des Ateliers", "28110", "Lucé")],
                [new("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@hydraulique-chartraine.example"), new("Karim Haddad", ContactRole.Warehouse, "k.haddad@hydraulique-chartraine.example"), new("Julien Petit", ContactRole.Accounting, "j.petit@hydraulique-chartraine.example")]),
            new("C-0102", "Serrurerie Lacombe", "Claire Morel", [new("Mortagne", "2 place du Palais", "61400", "Mortagne-au-Perche")], []),
            new("C-0118", "Électro Distribution Ouest", "Claire Morel", [new("Laval", "ZI des Touches", "53000", "Laval"), new("Rennes", "7 rue du Noyer", "35000", "Rennes")], []),
            new("C-0125", "Garage Beaulieu", "Claire Morel", [new("Rémalard", "route de Bellême", "61110", "Rémalard-en-Perche")], []),
            new("C-0133", "Pompes Lemoine", "Yanis Benali", [new("Usine de Nogent", "1 rue de l’Arche", "28400", "Nogent-le-Rotrou")], []),
        ],
        [
            new("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", "Vis"), new("VCHC-M6-20", "Vis CHC M6×20 12.9", "Vis"), new("EH-M8-ZN", "Écrou H M8 cl. 8 zingué", "Écrous"),
            new("RP-M8-ZN", "Rondelle plate M8 zinguée", "Rondelles"), new("GJ-M10-120", "Goujon M10×120 inox A2", "Goujons"), new("BE-M12-A4", "Bague épaulée M12 inox A4", "Bagues"),
        ],
        [new("VH-M8-30-ZN", 5000, 8.40m, 8.40m), new("VCHC-M6-20", 3000, 11.20m, 11.20m), new("EH-M8-ZN", 5000, 3.10m, 3.10m), new("RP-M8-ZN", 10000, 1.25m, 1.15m), new("GJ-M10-120", 400, 96.50m, 96.50m), new("BE-M12-A4", 250, 42.00m, 42.00m)],
        [
            ("Hydraulique Chartraine", "Entrepôt de Chartres", "Pas de livraison les mercredis et jeudis à notre entrepôt de Chartres", "Karim Haddad", Severity.Block, new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday }),
            ("Hydraulique Chartraine", null, "Il faut rajouter les chiffres '0A-' devant nos codes produits pour que ça soit compatible avec nos systèmes", "Nathalie Rousseau", Severity.AutoFix, new ProductCode { Prefix = "0A-" }),
            ("Hydraulique Chartraine", null, "Merci de bien ajouter des étiquettes avec QR code sur vos colis", "Nathalie Rousseau", Severity.AutoFix, new Labelling { Symbology = Symbology.Qr, Per = LogisticUnit.Parcel }),
        ]);

    private static DemoCompany Comptoir() => new(
        "comptoir-beauceron", "Comptoir Beauceron", "3098765400019", new("5 rue des Halles", "28150", "Voves", "FR"), "BC-2041",
        [new("Hugo Martin", Role.Adv), new("Léa Simon", Role.Manager), new("Paul Admin", Role.Admin)],
        [
            new("B-001", "Boulangeries de Beauce", "Hugo Martin", [new("Fournil d’Auneau", "3 rue du Moulin", "28700", "Auneau")], [new("Anne Morin", ContactRole.Buyer, "a.morin@boulangeries-beauce.example")]),
            new("B-002", "Cantines du Loir", "Hugo Martin", [new("Cuisine centrale", "9 avenue du Loir", "28200", "Châteaudun")], []),
        ],
        [new("FAR-T65-25", "Farine T65, sac 25 kg", "Farines"), new("SUC-10", "Sucre semoule, 10 kg", "Épicerie")],
        [new("FAR-T65-25", 40, 1890m, 1890m), new("SUC-10", 12, 1120m, 1120m)],
        [("Boulangeries de Beauce", null, "Nous ne recevons rien le lundi, merci d’en tenir compte", "Anne Morin", Severity.AutoFix, new DeliveryDays { Closed = Weekdays.Monday })]);

    internal sealed record Person(string Name, Role Role)
    {
        public string Email(string slug) =>
            string.Concat(Name.ToLowerInvariant().Replace(' ', '.').Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAscii)) + $"@{slug}.example";
    }

    internal sealed record Place(string Name, string Street, string Postcode, string City);

    internal sealed record Someone(string Name, ContactRole Role, string Email);

    internal sealed record Article(string Code, string Name, string Family);

    /// <summary>Prices are for 100.</summary>
    internal sealed record Price(string Code, decimal Quantity, decimal NetPrice, decimal Ordered);

    internal sealed record Customer(string Code, string Name, string Owner, IReadOnlyList<Place> Sites, IReadOnlyList<Someone> Contacts)
    {
        public Client ToClient()
        {
            var client = new Client(Code, Name, "fr", "EUR");

            foreach (var site in Sites)
            {
                client.OpenSite(site.Name, Zone, new(site.Street, site.Postcode, site.City, "FR"));
            }

            foreach (var contact in Contacts)
            {
                client.Meet(contact.Name, contact.Role, contact.Email, phone: null, language: null);
            }

            return client;
        }
    }
}
