using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tenants;
using AdvPortal.Persistence.Members;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace AdvPortal.Bench.Lab;

/// <summary>Founds a company and fills it with plausible orders: master data through EF, orders by COPY, indexes afterwards.</summary>
internal static class Generator
{
    private const int OrdersOfClient = 500;
    private const int Members = 8;
    private const int Products = 400;

    private static readonly string _password = new PasswordHasher<Login>().HashPassword(new(), Crowd.Password);

    private static readonly string[] _trades = ["Hydraulique", "Serrurerie", "Garage", "Charpente", "Fonderie", "Atelier", "Mécanique", "Chaudronnerie", "Menuiserie", "Outillage"];
    private static readonly string[] _places = ["Chartraine", "Lacombe", "Beaulieu", "du Perche", "de l’Ouest", "Vauban", "Montreuil", "des Alpes", "Saint-Éloi", "Rochefort", "du Littoral"];
    private static readonly string[] _tables = ["orders", "order_lines", "order_findings"];

    /// <param name="settle">What came in is vacuumed, and the statistics know of it; needless for one of many that come one after the other.</param>
    public static async Task<Crowd> FillAsync(Laboratory laboratory, string slug, int orders, CancellationToken ct, bool settle = true)
    {
        var services = await laboratory.ServicesAsync(ct);
        var tenant = new Tenant(slug, "Visserie du Perche", "Europe/Paris", "fr", "EUR");
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunUnrecordedAsync(db => Task.FromResult(db.Add(tenant)), ct);
        }

        var clients = Enumerable.Range(0, int.Clamp(orders / OrdersOfClient, 20, 2_000)).Select(Client).ToList();
        var products = Enumerable.Range(0, Products).Select(n => new Product($"VH-M{n % 20}-{n:000}-ZN", $"Vis H M{n % 20}×{n}", "PCE", family: n % 2 == 0 ? "visserie" : "boulonnerie")).ToList();
        var members = Enumerable.Range(0, Members).Select(n => Login($"m{n}@{slug}.example")).Select((login, n) => (login, member: new Member(new(login.Id), $"Membre {n}", login.Email!, [Role.Adv], "fr"))).ToList();
        var crowd = new Crowd(tenant, ApiKey.NewSecret(), [.. members.Select(m => m.member.Id)], [.. members.Select(m => m.login.Email!)], clients[0].Id, [.. products.Select(p => p.Code)]);

        await using (var scope = crowd.Enter(services))
        {
            var clock = scope.ServiceProvider.GetRequiredService<TenantClock>();
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunUnrecordedAsync(
                db =>
                {
                    db.AddRange(new TenantSettings("Visserie du Perche"), new ApiKey("Bench", Role.Admin, crowd.Secret, clock.Now));
                    db.AddRange(members.SelectMany(m => new object[] { m.login, m.member, new Membership(m.member.LoginId, tenant.Id) }));
                    db.AddRange(clients);
                    db.AddRange(products);
                    db.AddRange(clients.Select((c, n) => new Ownership(c.Id, members[n % Members].member.Id, clock.Today.AddYears(-3), null)));
                    db.AddRange(Requirements(crowd.Strict, clock.Today));

                    return Task.FromResult(true);
                },
                ct);
            await CopyAsync((await laboratory.ServerAsync(ct)).AdminConnectionString!, new(tenant.Id, [.. clients.Select(c => c.Id)], products, orders, clock.Now), settle, ct);
        }

        return crowd;
    }

    private static Login Login(string email) => new(email)
    {
        NormalizedEmail = email.ToUpperInvariant(),
        NormalizedUserName = email.ToUpperInvariant(),
        EmailConfirmed = true,
        PasswordHash = _password,
        SecurityStamp = Guid.CreateVersion7().ToString("N"),
    };

    private static Client Client(int n) => new($"C-{n:00000}", $"{_trades[n % _trades.Length]} {_places[n / _trades.Length % _places.Length]} {n}", "fr", "EUR");

    private static IEnumerable<Requirement> Requirements(ClientId client, DateOnly today) =>
        new (Severity Severity, Rule Rule)[]
        {
            (Severity.Block, new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday }),
            (Severity.AutoFix, new ProductCode { Prefix = "0A-" }),
            (Severity.Warn, new Labelling { Symbology = Symbology.Qr }),
        }.Select((each, n) =>
        {
            var content = new RequirementContent("Pas de livraison les mercredis et jeudis", new(SourceKind.Email, "Karim Haddad", today), each.Severity, Moments.Review, today.AddYears(-1), null, null, each.Rule);
            var requirement = Requirement.Prepare(Ids.New<RequirementId>(), n + 1, client, null, null, content).Value!;
            requirement.Publish();

            return requirement;
        });

    // As the superuser, so that neither row security nor foreign keys are asked a million times.
    private static async Task CopyAsync(string admin, OrderRows rows, bool settle, CancellationToken ct)
    {
        await using var database = NpgsqlDataSource.Create(admin + ";Command Timeout=0");
        await using var connection = await database.OpenConnectionAsync(ct);
        var indexes = rows.Count > Laboratory.FewOrders ? await TakeIndexesAsync(connection, ct) : [];

        await Task.WhenAll(
            CopyAsync(database, rows.WriteOrdersAsync, ct),
            CopyAsync(database, rows.WriteLinesAsync, ct));
        await CopyAsync(database, rows.WriteFindingsAsync, ct);
        await RunAsync(connection, $"set max_parallel_maintenance_workers = 2; {string.Join(";", indexes)}", ct);

        if (!settle)
        {
            return;
        }

        foreach (var table in _tables)
        {
            await RunAsync(connection, $"vacuum analyze {table}", ct);
        }

        await RunAsync(connection, "analyze; checkpoint", ct);
    }

    private static async Task CopyAsync(NpgsqlDataSource database, Func<NpgsqlConnection, CancellationToken, Task> write, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await RunAsync(connection, "set session_replication_role = replica", ct);
        await write(connection, ct);
    }

    private static async Task<List<string>> TakeIndexesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        List<(string Name, string Definition)> indexes = [];
        await using (var find = new NpgsqlCommand("select indexname, indexdef from pg_indexes where tablename = any(@tables) and indexname not like 'pk_%' and indexdef not like '%UNIQUE%'", connection))
        {
            find.Parameters.AddWithValue("tables", _tables);
            await using var reader = await find.ExecuteReaderAsync(ct);

            while (await reader.ReadAsync(ct))
            {
                indexes.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        foreach (var (name, _) in indexes)
        {
            await RunAsync(connection, $"drop index {name}", ct);
        }

        return indexes.ConvertAll(each => each.Definition);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
