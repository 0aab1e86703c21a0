using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Clients;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Application.Demo;

/// <summary>What clients of the demo company ask, so that its inbox is not empty.</summary>
internal static class DemoQuestions
{
    private static readonly (string Client, string Subject, string Body, bool Waits)[] _asked =
    [
        ("Hydraulique Chartraine", "Commande 4500187342", "Bonjour,\n\nOù en est notre commande 4500187342 ? Le quai est libre vendredi matin.\n\nMerci d’avance.", false),
        ("Hydraulique Chartraine", "Relance commande 4500186511", "Bonjour,\n\nNous attendons toujours la commande 4500186511. C’est urgent, un atelier est arrêté.", false),
        ("Serrurerie Lacombe", "Certificat matière", "Bonjour,\n\nPouvez-vous nous envoyer le certificat matière de la dernière livraison ?", false),
        ("Garage Beaulieu", "Étiquettes", "Merci de bien ajouter des étiquettes avec QR code sur vos colis.", false),
        ("Agri-Perche Machines", "Facture de novembre", "Bonjour,\n\nVotre facture ne reprend pas notre remise. Pouvez-vous vérifier ?", true),
    ];

    public static async Task AskAsync(IServiceProvider services, DemoCompany company, IReadOnlyList<Client> clients, Action<string> actAs, CancellationToken ct)
    {
        foreach (var (name, subject, body, waits) in _asked)
        {
            if (clients.FirstOrDefault(c => c.Name == name) is not { } client)
            {
                continue;
            }

            actAs(company.WhoAnswersFor(name));
            var buyer = client.Contacts.FirstOrDefault(c => c.Role is ContactRole.Buyer);
            var opened = await services.GetRequiredService<OpenInquiry>().ExecuteAsync(new() { ClientId = client.Id, From = buyer?.Email, FromName = buyer?.Name, Subject = subject, Body = body }, ct);

            if (opened.IsOk && waits)
            {
                await services.GetRequiredService<ReplyToInquiry>().ExecuteAsync(opened.Value.Id, new() { Text = "Bonjour,\n\nDe quelle facture s’agit-il ?", AwaitsAnswer = true }, null, ct);
            }
        }
    }
}
