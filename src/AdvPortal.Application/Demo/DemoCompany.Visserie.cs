using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Demo;

internal sealed partial record DemoCompany
{
    /// <summary>A manufacturer: many clients with habits of their own, a desk of three, and one of them away.</summary>
    private static DemoCompany Visserie() => new(
        "visserie-du-perche", "Visserie du Perche", "3012345600019", new("ZA des Fresnes", "61110", "Bretoncelles", "FR"),
        [new("Claire Morel", Role.Adv), new("Yanis Benali", Role.Adv), new("Inès Caron", Role.Adv), new("Sophie Leroy", Role.Manager), new("Marc Dubois", Role.Sales), new("Ada Admin", Role.Admin)],
        [
            new("C-0147", "Hydraulique Chartraine", "Yanis Benali", [new("Entrepôt de Chartres", "4 rue du Silo, quai 2", "28000", "Chartres", "3019876500023"), new("Dreux", "8 rue des Forges", "28100", "Dreux", "3019876500030"), new("Lucé", "12 rue des Ateliers", "28110", "Lucé", "3019876500047")], [new("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@hydraulique-chartraine.example", "L’appeler plutôt le matin ; elle veut un écrit après chaque appel."), new("Karim Haddad", ContactRole.Warehouse, "k.haddad@hydraulique-chartraine.example", "Au quai de 6 h à 14 h, jamais joignable ensuite."), new("Julien Petit", ContactRole.Accounting, "j.petit@hydraulique-chartraine.example")], "3019876500016"),
            new("C-0102", "Serrurerie Lacombe", "Claire Morel", [new("Mortagne", "2 place du Palais", "61400", "Mortagne-au-Perche")], [new("Didier Lacombe", ContactRole.Buyer, "d.lacombe@serrurerie-lacombe.example")]),
            new("C-0118", "Électro Distribution Ouest", "Claire Morel", [new("Laval", "ZI des Touches", "53000", "Laval"), new("Rennes", "7 rue du Noyer", "35000", "Rennes")], [new("Maud Le Goff", ContactRole.Buyer, "m.legoff@electro-distribution-ouest.example")]),
            new("C-0125", "Garage Beaulieu", "Claire Morel", [new("Rémalard", "route de Bellême", "61110", "Rémalard-en-Perche")], [new("Luc Beaulieu", ContactRole.Buyer, "luc@garage-beaulieu.example")]),
            new("C-0129", "Agri-Perche Machines", "Claire Morel", [new("Bellême", "14 route de Mamers", "61130", "Bellême")], [new("Céline Foucher", ContactRole.Buyer, "c.foucher@agri-perche.example")]),
            new("C-0136", "Menuiserie Vasseur", "Claire Morel", [new("La Ferté-Bernard", "3 rue du Moulin", "72400", "La Ferté-Bernard")], [new("Rémi Vasseur", ContactRole.Buyer, "r.vasseur@menuiserie-vasseur.example")]),
            new("C-0139", "Carrosserie Thibaut", "Claire Morel", [new("Nogent-le-Rotrou", "22 avenue de Paris", "28400", "Nogent-le-Rotrou")], [new("Aline Thibaut", ContactRole.Buyer, "a.thibaut@carrosserie-thibaut.example")]),
            new("C-0151", "Ateliers Quentin", "Claire Morel", [new("Le Theil", "6 rue de la Gare", "61260", "Val-au-Perche")], [new("Hervé Quentin", ContactRole.Buyer, "h.quentin@ateliers-quentin.example")]),
            new("C-0133", "Pompes Lemoine", "Yanis Benali", [new("Usine de Nogent", "1 rue de l’Arche", "28400", "Nogent-le-Rotrou")], [new("Paul Lemoine", ContactRole.Buyer, "p.lemoine@pompes-lemoine.example")]),
            new("C-0108", "Aéro Méca Centre", "Yanis Benali", [new("Blois", "11 rue des Métiers", "41000", "Blois")], [new("Sonia Marchal", ContactRole.Buyer, "s.marchal@aero-meca.example")]),
            new("C-0112", "Tôlerie Bertin", "Yanis Benali", [new("Alençon", "40 rue d’Argentan", "61000", "Alençon")], [new("Yves Bertin", ContactRole.Buyer, "y.bertin@tolerie-bertin.example")]),
            new("C-0121", "Fonderie de Nogent", "Yanis Benali", [new("Nogent-le-Rotrou", "9 quai de l’Huisne", "28400", "Nogent-le-Rotrou")], [new("Odile Ferrand", ContactRole.Buyer, "o.ferrand@fonderie-nogent.example")]),
            new("C-0142", "Robinetterie de l’Eure", "Yanis Benali", [new("Évreux", "5 rue Jacquard", "27000", "Évreux")], [new("Marc Delaune", ContactRole.Buyer, "m.delaune@robinetterie-eure.example")]),
            new("C-0144", "Rail Équipement Le Mans", "Yanis Benali", [new("Le Mans", "18 rue des Ateliers", "72000", "Le Mans")], [new("Laure Simonin", ContactRole.Buyer, "l.simonin@rail-equipement.example")]),
            new("C-0155", "Métallerie du Loir", "Inès Caron", [new("Châteaudun", "2 rue des Fouleries", "28200", "Châteaudun")], [new("Eva Marin", ContactRole.Buyer, "e.marin@metallerie-du-loir.example")]),
            new("C-0158", "Scierie de Bellou", "Inès Caron", [new("Bellou", "le Pont Neuf", "61130", "Bellou-le-Trichard")], [new("Gilles Hamon", ContactRole.Buyer, "g.hamon@scierie-bellou.example")]),
        ],
        [
            new("VH-M8-30-ZN", "Vis H M8×30 8.8 zinguée", "Vis", 8.40m),
            new("VCHC-M6-20", "Vis CHC M6×20 12.9", "Vis", 11.20m),
            new("EH-M8-ZN", "Écrou H M8 cl. 8 zingué", "Écrous", 3.10m),
            new("RP-M8-ZN", "Rondelle plate M8 zinguée", "Rondelles", 1.25m),
            new("GJ-M10-120", "Goujon M10×120 inox A2", "Goujons", 96.50m),
            new("BE-M12-A4", "Bague épaulée M12 inox A4", "Bagues", 42.00m),
            new("TF-M10-60-ZN", "Tire-fond 10×60 zingué", "Vis", 51.00m),
            new("VH-M12-80-ZN", "Vis H M12×80 8.8 zinguée", "Vis", 124.00m),
            new("EH-M12-A2", "Écrou H M12 inox A2", "Écrous", 36.30m),
        ],
        [
            ("Hydraulique Chartraine", "Entrepôt de Chartres", "Pas de livraison les mercredis et jeudis à notre entrepôt de Chartres", "Karim Haddad", Severity.Block, new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday }),
            ("Hydraulique Chartraine", null, "Il faut rajouter les chiffres '0A-' devant nos codes produits pour que ça soit compatible avec nos systèmes", "Nathalie Rousseau", Severity.AutoFix, new ProductCode { Prefix = "0A-" }),
            ("Hydraulique Chartraine", null, "Merci de bien ajouter des étiquettes avec QR code sur vos colis", "Nathalie Rousseau", Severity.AutoFix, new Labelling { Symbology = Symbology.Qr, Per = LogisticUnit.Parcel }),
            ("Électro Distribution Ouest", "Laval", "À Laval, le quai est fermé le lundi", "Maud Le Goff", Severity.Block, new DeliveryDays { Closed = Weekdays.Monday }),
            ("Tôlerie Bertin", null, "Nos références commencent toutes par TB-, merci de les reprendre ainsi sur vos documents", "Yves Bertin", Severity.AutoFix, new ProductCode { Prefix = "TB-" }),
            ("Scierie de Bellou", null, "Pas de réception le vendredi, l’équipe finit à midi", "Gilles Hamon", Severity.Block, new DeliveryDays { Closed = Weekdays.Friday }),
        ],
        [
            new("Hydraulique Chartraine", "Dreux", "4500186511", -3, true, ("VH-M12-80-ZN", 600, null), ("RP-M8-ZN", 600, null)) { Life = DemoLife.Late },
            new("Agri-Perche Machines", "Bellême", "BC-77098", -2, true, ("TF-M10-60-ZN", 2400, null), ("EH-M12-A2", 800, null)) { Life = DemoLife.LateInPart },
            new("Hydraulique Chartraine", "Entrepôt de Chartres", "4500187342", null, false, ("VH-M8-30-ZN", 5000, null), ("VCHC-M6-20", 3000, null), ("EH-M8-ZN", 5000, null), ("RP-M8-ZN", 10000, 1.15m), ("GJ-M10-120", 400, null), ("BE-M12-A4", 250, null)),
            new("Aéro Méca Centre", "Blois", "A-2291", 1, true, ("VCHC-M6-20", 12000, null), ("BE-M12-A4", 9000, null), ("GJ-M10-120", 1000, null)),
            new("Agri-Perche Machines", "Bellême", "BC-77120", 1, true, ("VH-M12-80-ZN", 600, null), ("RP-M8-ZN", 15900, null)),
            new("Agri-Perche Machines", "Bellême", "BC-77131", 2, true, ("TF-M10-60-ZN", 1200, null), ("VH-M12-80-ZN", 640, null)),
            new("Électro Distribution Ouest", "Laval", "EDO-5512", 2, true, ("EH-M8-ZN", 40000, null), ("VH-M8-30-ZN", 30000, null), ("EH-M12-A2", 4400, null)),
            new("Électro Distribution Ouest", "Rennes", "EDO-5540", 4, false, ("VH-M8-30-ZN", 25000, null), ("VCHC-M6-20", 18000, null), ("TF-M10-60-ZN", 1650, null)),
            new("Garage Beaulieu", "Rémalard", "GB-1190", 2, true, ("VH-M8-30-ZN", 1500, null), ("EH-M8-ZN", 6200, null)),
            new("Garage Beaulieu", "Rémalard", "GB-1194", 4, false, ("BE-M12-A4", 300, null), ("GJ-M10-120", 340, null)),
            new("Pompes Lemoine", "Usine de Nogent", "PL-88214", 2, true, ("TF-M10-60-ZN", 1200, null), ("VH-M12-80-ZN", 2000, null), ("EH-M12-A2", 1800, null)),
            new("Tôlerie Bertin", "Alençon", "TB-6604", 3, false, ("VH-M8-30-ZN", 12000, null), ("EH-M8-ZN", 12000, null), ("RP-M8-ZN", 40000, null)),
            new("Menuiserie Vasseur", "La Ferté-Bernard", "MV-0931", 3, true, ("TF-M10-60-ZN", 1020, null)),
            new("Menuiserie Vasseur", "La Ferté-Bernard", "MV-0938", 6, false, ("TF-M10-60-ZN", 900, null), ("RP-M8-ZN", 18000, null)),
            new("Carrosserie Thibaut", "Nogent-le-Rotrou", "CT-26-88", 3, false, ("VCHC-M6-20", 9000, 10.60m), ("BE-M12-A4", 2800, null)),
            new("Fonderie de Nogent", "Nogent-le-Rotrou", "FN-3320", 4, true, ("GJ-M10-120", 3000, null), ("BE-M12-A4", 4600, null)) { Life = DemoLife.AtRisk },
            new("Ateliers Quentin", "Le Theil", "AQ-415", 4, true, ("VH-M12-80-ZN", 320, null), ("EH-M12-A2", 320, null)) { Life = DemoLife.Held },
            new("Robinetterie de l’Eure", "Évreux", "RE-10218", 4, true, ("BE-M12-A4", 5200, null), ("EH-M12-A2", 2500, null)) { Life = DemoLife.Moved },
            new("Rail Équipement Le Mans", "Le Mans", "RELM-771", 5, true, ("VH-M12-80-ZN", 4800, null), ("GJ-M10-120", 2000, null)) { Life = DemoLife.PartlyShipped },
            new("Hydraulique Chartraine", "Dreux", "4500186970", 2, false, ("VH-M8-30-ZN", 12000, null), ("VCHC-M6-20", 9500, null)),
            new("Serrurerie Lacombe", "Mortagne", "SL-2026-118", 1, true, ("VCHC-M6-20", 6000, null), ("EH-M12-A2", 1700, null)),
            new("Serrurerie Lacombe", "Mortagne", "SL-2026-121", 5, false, ("TF-M10-60-ZN", 1000, null), ("VH-M8-30-ZN", 8000, null)),
            new("Métallerie du Loir", "Châteaudun", "ML-740", 3, true, ("VH-M12-80-ZN", 900, null), ("EH-M12-A2", 900, null)) { Life = DemoLife.MovedAndTold },
            new("Scierie de Bellou", "Bellou", "SB-55", 6, false, ("TF-M10-60-ZN", 2400, null)),
        ])
    {
        Away = ("Yanis Benali", "Claire Morel"),
        Handoffs =
        [
            (new()
            {
                Client = new(Code: "C-0163", Name: "Fenêtres Percheronnes", Phone: "02 33 00 00 41"),
                Contract = new("CC-2027-04", new(2026, 11, 20), new(2027, 1, 4), new(2027, 12, 31), Renewal: ContractRenewal.Tacit, NoticeMonths: 3),
                Sites = [new("Atelier de Bellême", "3 route du Mans", "61130", "Bellême"), new("Dépôt de Mamers", "12 rue du Fort", "72600", "Mamers")],
                Contacts = [new("Élise Garnier", ContactRole.Buyer, "e.garnier@fenetres-percheronnes.example"), new("Hugues Roy", ContactRole.Accounting, "h.roy@fenetres-percheronnes.example")],
                Prices = [new("TF-M10-60-ZN", 49.50m, 100), new("VH-M8-30-ZN", 8.10m, 100), new("EH-M8-ZN", 3.00m, 100)],
                Answers = [.. Enum.GetValues<HandoffQuestion>().Select(q => new HandoffAnswer(q, q is HandoffQuestion.DeliveryTimes or HandoffQuestion.ProductCodes ? AnswerTo.Yes : AnswerTo.No))],
                Sentences =
                [
                    new("À Mamers, livraison le mardi et le vendredi uniquement", HandoffQuestion.DeliveryTimes, "Élise Garnier", SourceKind.Contract, Site: "Dépôt de Mamers"),
                    new("Nos codes commencent par FP-, merci de les reprendre sur l’ARC et le BL", HandoffQuestion.ProductCodes, "Élise Garnier", SourceKind.Email),
                ],
                Promises = [new("Départ sous 48 h sur les tire-fonds", "Marc Dubois", new(2027, 1, 4))],
            }, true),
            (new()
            {
                Client = new(Name: "Charpentes de l’Huisne"),
                Contract = new("CC-2027-07", new(2026, 11, 23)),
                Sites = [new("Nogent", City: "Nogent-le-Rotrou")],
                Answers = [new(HandoffQuestion.DeliveryTimes, AnswerTo.Ask), new(HandoffQuestion.Labelling, AnswerTo.No)],
            }, false),
        ],
    };
}
