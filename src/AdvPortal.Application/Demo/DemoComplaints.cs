using AdvPortal.Application.Complaints;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Application.Demo;

/// <summary>Complaints of a demo company at several points of their lives, so that no page of them is empty.</summary>
internal static class DemoComplaints
{
    public static async Task ComplainAsync(IServiceProvider services, DemoCompany company, List<Client> clients, Action<string> actAs, CancellationToken ct)
    {
        var orders = (await services.GetRequiredService<ListOrders>().ExecuteAsync(new(Size: 200), ct)).Value?.Items.Where(o => o.Status is OrderStatus.PartlyShipped or OrderStatus.Confirmed).Take(3).ToList() ?? [];

        foreach (var (index, order) in orders.Index())
        {
            actAs(company.WhoAnswersFor(clients.Single(c => c.Id == order.ClientId).Name));
            var line = order.Lines[0];
            var opened = Expect(await services.GetRequiredService<OpenComplaint>().ExecuteAsync(
                new()
                {
                    ClientId = order.ClientId,
                    SiteId = order.SiteId,
                    Subject = index == 0 ? "M10×45 livrées au lieu de M10×40" : index == 1 ? "Deux cartons sans étiquette" : "Prix facturé différent du contrat",
                    Description = index == 0
                        ? "Bonjour, deux cartons marqués M10×40 contiennent des M10×45. Nos mécanos s’en sont aperçus au montage. Pouvez-vous mettre un QR code sur chaque carton, avec la longueur exacte ?"
                        : index == 1 ? "Deux cartons de la livraison n’ont pas d’étiquette : impossible de les ranger." : "La facture reprend l’ancien tarif.",
                    Nature = index == 2 ? ComplaintNature.Commercial : ComplaintNature.Logistics,
                    Severity = index == 2 ? ComplaintSeverity.Minor : ComplaintSeverity.Major,
                    Channel = index == 1 ? ComplaintChannel.Phone : ComplaintChannel.Email,
                    ContactName = "Thomas Legrand",
                    Lines = [new() { OrderId = order.Id, LineNo = line.LineNo, Quantity = decimal.Floor((line.ShippedQuantity > 0 ? line.ShippedQuantity : line.Quantity) / 2), ReceivedInstead = index == 0 ? "M10×45" : null }],
                },
                ct));

            if (index < 2)
            {
                await WorkAsync(services, opened, isFar: index == 0, ct);
            }
        }
    }

    private static async Task WorkAsync(IServiceProvider services, ComplaintView it, bool isFar, CancellationToken ct)
    {
        it = Expect(await services.GetRequiredService<WorkOnComplaint>().ExecuteAsync(
            it.Id,
            new()
            {
                Team = [new(null, "Paul Garnier", "entrepôt")],
                Problem = isFar ? "Des vis M10×45 dans deux cartons étiquetés M10×40." : "Étiquettes manquantes sur deux cartons.",
                Analysis = new(["Deux lots voisins sur le même rayon"], "Aucun contrôle à l’étiquetage"),
                Cause = ComplaintCause.Labelling,
                Side = ComplaintSide.Us,
            },
            it.Version, ct));

        if (!isFar)
        {
            return;
        }

        it = Expect(await services.GetRequiredService<FinishComplaintStep>().ExecuteAsync(it.Id, Discipline.Team, it.Version, ct));
        it = Expect(await services.GetRequiredService<FinishComplaintStep>().ExecuteAsync(it.Id, Discipline.Problem, it.Version, ct));

        foreach (var measure in (string[])["Bloquer le lot L26-3381 en stock (M10×45 étiqueté M10×40)", "Prévenir les deux autres clients servis sur ce lot", "Organiser la reprise des vis M10×45"])
        {
            it = Expect(await services.GetRequiredService<PlanComplaintAction>().ExecuteAsync(it.Id, new() { Kind = ComplaintActionKind.Immediate, Text = measure, Who = "Paul Garnier", DueOn = it.Steps[2].DueOn }, it.Version, ct));
        }

        foreach (var done in it.Actions.Take(2).ToList())
        {
            it = Expect(await services.GetRequiredService<TickComplaintAction>().ExecuteAsync(it.Id, done.Id, done: true, it.Version, ct));
        }

        it = Expect(await services.GetRequiredService<SettleComplaint>().ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[0].Id, Settlement = Settlements.CreditNote | Settlements.Replacement }] }, it.Version, ct));

        // A line without a price has nothing to credit.
        if (it.AmountToCredit > 0)
        {
            it = Expect(await services.GetRequiredService<RequestCredit>().ExecuteAsync(it.Id, it.Version, ct));
        }

        Expect(await services.GetRequiredService<CountQualityCosts>().ExecuteAsync(
            it.Id, new() { Costs = [new() { Kind = QualityCostKind.Transport, Amount = 64.50m, Note = "Remplacement et reprise" }, new() { Kind = QualityCostKind.Time, Amount = 42.00m, Note = "1 h 10" }] }, it.Version, ct));
    }

    private static T Expect<T>(Result<T> made) where T : notnull => made.IsOk ? made.Value : throw new InvalidOperationException($"The demo data was refused: {made.Refusal}");
}
