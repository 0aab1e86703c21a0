using AdvPortal.Application.Members;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tenants;
using AdvPortal.Persistence.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Application.Demo;

/// <summary>Fills an empty portal with two companies of different habits, so that it can be tried and shown. Never outside Development.</summary>
public static class SeedDemo
{
    /// <summary>The one password of every person of the demo companies.</summary>
    public const string Password = "demo-adv-portal";

    private static readonly TimeZoneInfo _paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The demo companies with the address of somebody in each role, for whoever looks how to sign in.</summary>
    public static IReadOnlyList<DemoAccess> Access { get; } =
        [.. DemoCompany.All.Select(c => new DemoAccess(c.Slug, c.Name, [.. c.People.Select(p => (p.Name, p.Role, p.Email(c.Slug)))]))];

    /// <summary>Does nothing to a company that exists already.</summary>
    public static async Task ExecuteAsync(IServiceProvider services, CancellationToken ct = default)
    {
        foreach (var company in DemoCompany.All)
        {
            await using var scope = services.CreateAsyncScope();
            var tenant = await FoundAsync(scope.ServiceProvider, company, ct);

            if (tenant is not null)
            {
                await FillAsync(scope.ServiceProvider, company, tenant, ct);
            }
        }
    }

    private static async Task<Tenant?> FoundAsync(IServiceProvider services, DemoCompany company, CancellationToken ct)
    {
        var unitOfWork = services.GetRequiredService<UnitOfWork>();

        if (await services.GetRequiredService<FindTenant>().ExecuteAsync(company.Slug, ct) is not null)
        {
            return null;
        }

        var tenant = new Tenant(company.Slug, company.Name, _paris.Id, "fr", "EUR");
        await unitOfWork.RunUnrecordedAsync(
            db =>
            {
                db.Add(tenant);
                return Task.FromResult(true);
            },
            ct);
        services.GetRequiredService<CurrentMember>().ActAsPortal(tenant.Id, _paris);

        return tenant;
    }

    private static async Task FillAsync(IServiceProvider services, DemoCompany company, Tenant tenant, CancellationToken ct)
    {
        var unitOfWork = services.GetRequiredService<UnitOfWork>();
        var clock = services.GetRequiredService<TenantClock>();
        var settings = new TenantSettings(company.Name);
        settings.Describe(company.Name, null, company.Gln, null, null, company.Address);
        var clients = company.Clients.Select(c => c.ToClient()).ToList();
        var products = company.Products.Select(p => new Product(p.Code, p.Name, "PCE", family: p.Family)).ToList();

        // Hashed once for all: a hash takes its time, on purpose.
        var password = services.GetRequiredService<IPasswordHasher<Login>>().HashPassword(new(), Password);

        await unitOfWork.RunUnrecordedAsync(
            db =>
            {
                db.Add(settings);
                db.Add(new ApiKey("Démonstration", Role.Admin, $"demo-{company.Slug}", clock.Now));
                db.AddRange(clients);
                db.AddRange(products);

                foreach (var person in company.People)
                {
                    var login = services.GetRequiredService<Logins>().Known(person.Email(company.Slug), password);
                    var member = new Member(new(login.Id), person.Name, login.Email!, [person.Role], "fr");
                    db.AddRange(login, member, new Membership(member.LoginId, tenant.Id));
                    db.AddRange(clients.Where((_, index) => company.Clients[index].Owner == person.Name).Select(c => new Ownership(c.Id, member.Id, clock.Today.AddYears(-1), null)));
                }

                db.AddRange(company.Prices.Select(p => new ContractPrice(
                    clients[0].Id, products.Single(product => product.Code == p.Code).Id, p.NetPrice, 100, "EUR", new(clock.Today.Year, 1, 1), null, null)));

                return Task.FromResult(true);
            },
            ct);

        await RequireAsync(services.GetRequiredService<CreateRequirement>(), company, clients, clock.Today, ct);
        await OrderAsync(services.GetRequiredService<PlaceOrder>(), company, clients[0], clock.Today, ct);
    }

    private static async Task RequireAsync(CreateRequirement create, DemoCompany company, List<Client> clients, DateOnly today, CancellationToken ct)
    {
        foreach (var (client, site, sentence, who, severity, rule) in company.Requirements)
        {
            var asked = clients.Single(c => c.Name == client);
            var created = await create.ExecuteAsync(
                asked.Id,
                new()
                {
                    SiteId = asked.Sites.FirstOrDefault(s => s.Name == site)?.Id,
                    Sentence = sentence,
                    Source = new(SourceKind.Email, who, today.AddMonths(-9)),
                    Severity = severity,
                    ValidFrom = today.AddMonths(-9),
                    Rule = rule,
                },
                ct);

            if (!created.IsOk)
            {
                throw new InvalidOperationException($"The demo requirement '{sentence}' was refused: {created.Refusal}");
            }
        }
    }

    private static async Task OrderAsync(PlaceOrder place, DemoCompany company, Client client, DateOnly today, CancellationToken ct)
    {
        // The next Wednesday at least two days ahead: a day on which the site of the story does not receive.
        var wednesday = Enumerable.Range(2, 7).Select(today.AddDays).First(day => day.DayOfWeek is DayOfWeek.Wednesday);

        var placed = await place.ExecuteAsync(
            new()
            {
                ClientId = client.Id,
                SiteId = client.Sites[0].Id,
                CustomerReference = company.Reference,
                RequestedOn = wednesday,
                Lines = [.. company.Prices.Select(p => new PlaceOrder.Line { ProductCode = p.Code, Quantity = p.Quantity, NetPrice = p.Ordered, PriceBaseQuantity = 100 })],
            },
            ct);

        if (!placed.IsOk)
        {
            throw new InvalidOperationException($"The demo order was refused: {placed.Refusal}");
        }
    }
}

/// <param name="Slug">The first segment of the company's address.</param>
/// <param name="Name">What the company is called.</param>
/// <param name="People">Who may sign in, and as what.</param>
public sealed record DemoAccess(string Slug, string Name, IReadOnlyList<(string Name, Role Role, string Email)> People);
