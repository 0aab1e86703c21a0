using AdvPortal.Application.Tenders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Tenders;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Application.Demo;

/// <summary>What clients of a demo company want prices for: one that contributors work on, and one that was won.</summary>
internal static class DemoTenders
{
    private static readonly TimeOnly _noon = new(12, 0);

    public static async Task TenderAsync(IServiceProvider services, DemoCompany company, List<Client> clients, IReadOnlyDictionary<string, Member> people, TenantClock clock, Action<string> actAs, CancellationToken ct)
    {
        var products = company.Products.Take(2).ToList();
        var open = await OpenAsync(services, company, clients[0], "Vis et rondelles inox, besoins de l’an prochain", "RFQ-2027-014", WorkingDays.After(clock.Today, 6), clock, actAs, ct, products[0].Code, products[^1].Code);
        open = Expect(await services.GetRequiredService<PriceTender>().ExecuteAsync(open.Id, Offer(open, 0, company, clock, isLast: false), open.Version, ct));
        var others = people.Values.Where(member => member.Roles.Any(role => role is Role.Sales or Role.Logistics or Role.Manager)).Take(2).ToList();

        foreach (var (index, (kind, text)) in new[] { (TenderTaskKind.Price, "Prix matière A2 pour 40\u202F000 pièces sur l’année\u202F?"), (TenderTaskKind.Transport, "Palettes complètes, une livraison par mois\u00A0: quel coût\u202F?") }.Index())
        {
            var who = others.Count > 0 ? others[Math.Min(index, others.Count - 1)] : people.Values.First();
            open = Expect(await services.GetRequiredService<PlanTenderTask>().ExecuteAsync(open.Id, new() { Kind = kind, Text = text, AssigneeId = who.Id, DueOn = WorkingDays.After(clock.Today, 1 + (2 * index)) }, open.Version, ct));
        }

        Expect(await services.GetRequiredService<AskTenderQuestion>().ExecuteAsync(open.Id, new() { Voice = TenderVoice.Us, Text = "L’entretoise est-elle brute ou zinguée\u202F?" }, open.Version, ct));

        var won = await OpenAsync(services, company, clients[^1], "Contrat de l’an prochain", null, WorkingDays.After(clock.Today, 2), clock, actAs, ct, products[^1].Code);
        won = Expect(await services.GetRequiredService<PriceTender>().ExecuteAsync(won.Id, Offer(won, won.Lines.Count - 1, company, clock, isLast: true), won.Version, ct));
        won = Expect(await services.GetRequiredService<RequestTenderApproval>().ExecuteAsync(won.Id, won.Version, ct));

        if (won.Status is TenderStatus.ToApprove)
        {
            actAs(company.First(Role.Manager));
            won = Expect(await services.GetRequiredService<JudgeTender>().ExecuteAsync(won.Id, new() { Approved = true }, won.Version, ct));
            actAs(company.WhoAnswersFor(clients[^1].Name));
        }

        won = Expect(await services.GetRequiredService<SubmitTender>().ExecuteAsync(won.Id, new(), won.Version, ct));

        // The prices of the orders of these days stay what they are.
        Expect(await services.GetRequiredService<WinTender>().ExecuteAsync(
            won.Id, new() { Lines = [new() { Id = won.Lines[0].Id }], ValidFrom = new DateOnly(clock.Today.Year, 1, 1).AddYears(1), Reason = TenderReason.Price, Competitor = "Boulonnerie du Nord" }, won.Version, ct));
    }

    private static async Task<TenderView> OpenAsync(
        IServiceProvider services, DemoCompany company, Client client, string title, string? reference, DateOnly due, TenantClock clock, Action<string> actAs, CancellationToken ct, params string[] codes)
    {
        actAs(company.WhoAnswersFor(client.Name));
        var isOpen = reference is not null;

        return Expect(await services.GetRequiredService<OpenTender>().ExecuteAsync(
            new()
            {
                ClientId = client.Id,
                ContactId = client.Contacts.FirstOrDefault(c => c.Role is ContactRole.Buyer)?.Id,
                Title = title,
                CustomerReference = reference,
                Words = isOpen ? "Bonjour,\n\nMerci de nous faire une offre pour nos besoins de l’an prochain, par paliers, avec vos délais. L’entretoise est sur plan." : "",
                QuestionsDueAt = isOpen ? clock.At(WorkingDays.After(clock.Today, 3), _noon) : null,
                SubmissionDueAt = clock.At(due, _noon),
                Lines =
                [
                    .. codes.Distinct(StringComparer.Ordinal).Select(code => new TenderForm.Line { ProductCode = code, Quantities = [5000, 20000, 40000], PriceBaseQuantity = 100 }),
                    .. isOpen ? new[] { new TenderForm.Line { Description = "Entretoise acier, sur plan", Quantities = [2000] } } : [],
                ],
            },
            ct));
    }

    // A little under the contract for large quantities.
    private static PriceTender.Form Offer(TenderView tender, int line, DemoCompany company, TenantClock clock, bool isLast)
    {
        var price = company.Products.Single(p => p.Code == tender.Lines[line].ProductCode).Price;
        List<PriceTender.Tier> tiers = [new() { FromQuantity = 0, NetPrice = price }, new() { FromQuantity = 20000, NetPrice = Less(price, 4) }];

        return new()
        {
            Lines =
            [
                new()
                {
                    Id = tender.Lines[line].Id, Prices = isLast ? [.. tiers, new() { FromQuantity = 40000, NetPrice = Less(price, 7) }] : tiers, PriceBaseQuantity = 100, LeadDays = 10,
                    ValidUntil = new DateOnly(clock.Today.Year, 12, 31).AddYears(1),
                },
            ],
        };
    }

    private static decimal Less(decimal price, int percent) => decimal.Round(price * (100 - percent) / 100, 2, MidpointRounding.AwayFromZero);

    private static T Expect<T>(Result<T> made) where T : notnull => made.IsOk ? made.Value : throw new InvalidOperationException($"The demo data was refused: {made.Refusal}");
}
