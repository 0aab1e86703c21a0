using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Demo;

internal sealed partial record DemoCompany
{
    /// <summary>A distributor: few articles, weekly orders, one person at the desk.</summary>
    private static DemoCompany Comptoir() => new(
        "comptoir-beauceron", "Comptoir Beauceron", "3098765400019", new("5 rue des Halles", "28150", "Voves", "FR"),
        [new("Hugo Martin", Role.Adv), new("Léa Simon", Role.Manager), new("Paul Admin", Role.Admin)],
        [
            new("B-001", "Boulangeries de Beauce", "Hugo Martin", [new("Fournil d’Auneau", "3 rue du Moulin", "28700", "Auneau")], [new("Anne Morin", ContactRole.Buyer, "a.morin@boulangeries-beauce.example")]),
            new("B-002", "Cantines du Loir", "Hugo Martin", [new("Cuisine centrale", "9 avenue du Loir", "28200", "Châteaudun")], [new("Paul Girard", ContactRole.Buyer, "p.girard@cantines-du-loir.example")]),
        ],
        [new("FAR-T65-25", "Farine T65, sac 25 kg", "Farines", 1890m), new("SUC-10", "Sucre semoule, 10 kg", "Épicerie", 1120m)],
        [("Boulangeries de Beauce", null, "Nous ne recevons rien le lundi, merci d’en tenir compte", "Anne Morin", Severity.AutoFix, new DeliveryDays { Closed = Weekdays.Monday })],
        [
            new("Boulangeries de Beauce", "Fournil d’Auneau", "BC-2041", null, false, ("FAR-T65-25", 40, null), ("SUC-10", 12, null)),
            new("Cantines du Loir", "Cuisine centrale", "CL-118", 2, true, ("FAR-T65-25", 6, null), ("SUC-10", 20, null)),
        ]);
}
