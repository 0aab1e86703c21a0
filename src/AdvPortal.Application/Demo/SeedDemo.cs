using AdvPortal.Application.Contracts;
using AdvPortal.Application.Deliveries;
using AdvPortal.Application.Members;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Portfolios;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
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
    // In points: a small house has less open than most.
    private const decimal UsualCapacity = 24;

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
        settings.Number(company.Gln[..7]);
        settings.Send(overPercent: 0, underPercent: 0, deliveriesADay: 6, departureAt: new(16, 0));
        var clients = company.Clients.Select(c => c.ToClient()).ToList();
        var products = company.Products.Select(p => new Product(p.Code, p.Name, "PCE", family: p.Family)).ToList();

        var people = new Dictionary<string, Member>(StringComparer.Ordinal);

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
                    people[person.Name] = member;
                    db.AddRange(login, member, new Membership(member.LoginId, tenant.Id));
                    db.AddRange(clients.Where((_, index) => company.Clients[index].Owner == person.Name).Select(c => new Ownership(c.Id, member.Id, clock.Today.AddYears(-1), null)));
                }

                db.AddRange(
                    from client in clients
                    from article in products.Zip(company.Products)
                    select new ContractPrice(client.Id, article.First.Id, article.Second.Price, 100, "EUR", new(clock.Today.Year, 1, 1), null, null));

                return Task.FromResult(true);
            },
            ct);

        // Everything is done by whoever would do it, so that the history tells of people.
        void ActAs(string name) => services.GetRequiredService<CurrentMember>().SignIn(tenant.Id, _paris, people[name].Id, Roles.PermissionsOf(people[name].Roles));

        await RequireAsync(services.GetRequiredService<CreateRequirement>(), company, clients, clock.Today, ActAs, ct);
        ActAs(company.First(Role.Manager));
        await CoverAsync(services, company, clock.Today, ct);
        ActAs(company.First(Role.Sales));
        await HandOffAsync(services, company, ct);
        await DemoBlankets.AgreeAsync(services, company, clients, clock.Today, ActAs, ct);
        await OrderAsync(services, company, clients, clock.Today, ActAs, ct);
        await PlanAsync(services, ct);
        await DemoCalendars.KeepAsync(services, company, clients, clock.Today, ActAs, ct);
        await DemoQuestions.AskAsync(services, company, clients, ActAs, ct);
        await DemoComplaints.ComplainAsync(services, company, clients, ActAs, ct);
        await DemoTenders.TenderAsync(services, company, clients, people, clock, ActAs, ct);
    }

    private static async Task RequireAsync(CreateRequirement create, DemoCompany company, List<Client> clients, DateOnly today, Action<string> actAs, CancellationToken ct)
    {
        foreach (var (client, site, sentence, who, severity, rule) in company.Requirements)
        {
            var asked = clients.Single(c => c.Name == client);
            actAs(company.OwnerOf(client));
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

    private static async Task CoverAsync(IServiceProvider services, DemoCompany company, DateOnly today, CancellationToken ct)
    {
        if (company.Away is not var (who, standIn))
        {
            return;
        }

        var team = Expect(await services.GetRequiredService<ListPortfolios>().ExecuteAsync(ct: ct)).Items;
        var (away, cover) = (team.Single(p => p.MemberName == who).MemberId!.Value, team.Single(p => p.MemberName == standIn).MemberId!.Value);
        var monday = today.AddDays(today.DayOfWeek is DayOfWeek.Saturday ? 2 : today.DayOfWeek is DayOfWeek.Sunday ? 1 : DayOfWeek.Monday - today.DayOfWeek);
        var from = today > monday ? today : monday;
        var declared = Expect(await services.GetRequiredService<DeclareAbsence>().ExecuteAsync(new() { MemberId = away.Value, From = from, Until = monday.AddDays(4) }, ct));
        var plan = new PlanCover.Form([.. declared.CoverPlan.Needs.Select(need => new PlanCover.Line(need.ClientId.Value, cover.Value))]);
        var planned = Expect(await services.GetRequiredService<PlanCover>().ExecuteAsync(declared.Id, plan, version: null, ct));
        Expect(await services.GetRequiredService<PublishCover>().ExecuteAsync(planned.Id, version: null, ct: ct));

        // A small house: nobody has more open than this at a time. One of them speaks English, another is at school on Thursdays and Fridays.
        foreach (var person in team.Where(p => p.MemberId is not null))
        {
            var school = person.MemberName == "Inès Caron" ? new[] { DayOfWeek.Thursday, DayOfWeek.Friday } : [];
            Expect(await services.GetRequiredService<ChangeWorkingWeek>().ExecuteAsync(
                person.MemberId!.Value, new(null, [.. from day in school from half in Enum.GetValues<DayHalf>() select new ChangeWorkingWeek.HalfOfWeek(day, half)])
                {
                    Capacity = UsualCapacity,
                    Languages = person.MemberName == "Yanis Benali" ? ["fr", "en"] : ["fr"],
                }, ct: ct));
        }

        // A day off, and a leave that is still to be covered.
        Expect(await services.GetRequiredService<DeclareAbsence>().ExecuteAsync(new() { MemberId = cover.Value, From = monday.AddDays(14), Until = monday.AddDays(18) }, ct));
        Expect(await services.GetRequiredService<DeclareAbsence>().ExecuteAsync(new() { MemberId = away.Value, From = monday.AddDays(25), Until = monday.AddDays(25), Kind = AbsenceKind.TimeOff }, ct));
    }

    private static async Task HandOffAsync(IServiceProvider services, DemoCompany company, CancellationToken ct)
    {
        foreach (var (content, isSubmitted) in company.Handoffs)
        {
            var started = Expect(await services.GetRequiredService<StartHandoff>().ExecuteAsync(content, ct));

            if (isSubmitted)
            {
                Expect(await services.GetRequiredService<SubmitHandoff>().ExecuteAsync(started.Id, started.Version, ct));
            }
        }
    }

    private static async Task OrderAsync(IServiceProvider services, DemoCompany company, List<Client> clients, DateOnly today, Action<string> actAs, CancellationToken ct)
    {
        var (now, then) = ((services.GetRequiredService<PlaceOrder>(), services.GetRequiredService<ConfirmOrder>()), DemoLives.Then(services));

        foreach (var request in company.Orders)
        {
            var (place, confirm) = DemoLives.IsPast(request.Life) ? then : now;
            var client = clients.Single(c => c.Name == request.Client);
            actAs(company.WhoAnswersFor(request.Client));
            var placed = Expect(await place.ExecuteAsync(
                new()
                {
                    ClientId = client.Id,
                    SiteId = client.Sites.Single(s => s.Name == request.Site).Id,
                    CustomerReference = request.Reference,
                    RequestedOn = request.InDays is { } days ? WorkingDay(today, days) : NextWednesday(today),
                    Lines =
                    [
                        .. request.Lines.Select(l => new PlaceOrder.Line
                        {
                            ProductCode = l.Code, Quantity = l.Quantity, NetPrice = l.Price ?? company.Products.Single(p => p.Code == l.Code).Price, PriceBaseQuantity = 100,
                        }),
                    ],
                },
                ct));

            // On some days of the week a requested day is one that the client is closed on: such an order waits for a person, as it would in life.
            var confirmed = request.IsConfirmed ? await confirm.ExecuteAsync(placed.Id, placed.Version, ct) : placed;

            if (confirmed is { IsOk: false, Refusal: not RequirementsNotMet })
            {
                throw new InvalidOperationException($"The demo order {request.Reference} was not confirmed: {confirmed.Refusal}");
            }

            if (confirmed.IsOk)
            {
                await DemoLives.LeadAsync(services, confirmed.Value, request.Life, ct);
            }
        }
    }

    // Every second one has its delivery already; the others are to be planned.
    private static async Task PlanAsync(IServiceProvider services, CancellationToken ct)
    {
        var plan = services.GetRequiredService<PlanDelivery>();
        var confirmed = Expect(await services.GetRequiredService<ListOrders>().ExecuteAsync(new(Status: OrderStatus.Confirmed, Size: 200), ct));

        foreach (var order in confirmed.Items.Where((_, index) => index % 2 == 0))
        {
            // What its client requires of planning waits for a person, as it would in life.
            if (await plan.ExecuteAsync(new() { Orders = [order.Id], Carrier = "Heppner" }, ct) is { IsOk: false, Refusal: not RequirementsNotMet } refused)
            {
                throw new InvalidOperationException($"The demo order {order.Number} was not planned: {refused.Refusal}");
            }
        }
    }

    private static DateOnly WorkingDay(DateOnly today, int ahead) => ahead < 0
        ? Enumerable.Range(1, -ahead * 2 + 5).Select(back => today.AddDays(-back)).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ElementAt(-ahead - 1) :
        Enumerable.Range(1, ahead * 2 + 5).Select(today.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ElementAt(ahead - 1);

    /// <summary>At least two days ahead: a day on which the site of the story does not receive.</summary>
    internal static DateOnly NextWednesday(DateOnly today) => Enumerable.Range(2, 7).Select(today.AddDays).First(day => day.DayOfWeek is DayOfWeek.Wednesday);

    private static T Expect<T>(Result<T> made) where T : notnull => made.IsOk ? made.Value : throw new InvalidOperationException($"The demo data was refused: {made.Refusal}");
}

/// <param name="Slug">The first segment of the company's address.</param>
/// <param name="Name">What the company is called.</param>
/// <param name="People">Who may sign in, and as what.</param>
public sealed record DemoAccess(string Slug, string Name, IReadOnlyList<(string Name, Role Role, string Email)> People);
