using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Products;
using AdvPortal.Domain.Tenants;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Members;

namespace AdvPortal.Application.Tests;

/// <summary>One tenant and somebody acting in it: through this a test arranges, acts and looks.</summary>
public sealed class World(ServiceProvider services) : IAsyncDisposable
{
    private static readonly TimeZoneInfo _paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly AsyncServiceScope _scope = services.CreateAsyncScope();

    public TenantId Tenant { get; private set; }
    public string Slug { get; private set; } = "";
    public MemberId Me { get; private set; }
    public TestClock Clock => Get<TestClock>();

    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>The same tenant seen by another of its members.</summary>
    public async Task<World> AsAsync(MemberId member, params IEnumerable<Role> roles)
    {
        var world = new World(services) { Tenant = Tenant, Slug = Slug, Me = member };
        world.Clock.SetUtcNow(Clock.GetUtcNow());
        var closed = await ReadAsync(db => db.TenantSettings.AnyAsync(it => it.ClosedPortfolios));
        world.Get<CurrentMember>().SignIn(Tenant, _paris, member, Roles.PermissionsOf(roles), closed ? Roles.ConfinedIn([.. roles]) : null);

        return world;
    }

    /// <summary>The same tenant seen by a program.</summary>
    public World AsKey(Role role = Role.Admin)
    {
        var world = new World(services) { Tenant = Tenant, Slug = Slug };
        world.Clock.SetUtcNow(Clock.GetUtcNow());
        world.Get<CurrentMember>().SignIn(Tenant, _paris, Ids.New<ApiKeyId>(), Roles.PermissionsOf(role));

        return world;
    }

    public async Task<MemberId> AMemberAsync(string name, params Role[] roles)
    {
        var email = $"{name.ToLowerInvariant().Replace(' ', '.')}-{Guid.CreateVersion7():N}@example.test";
        var login = new Login(email);
        var member = new Member(new(login.Id), name, email, roles, "fr");
        await StoreAsync(db => db.AddRange(login, member));

        return member.Id;
    }

    public async Task<Client> AClientAsync(string name = "Hydraulique Chartraine", Action<Client>? arrange = null)
    {
        var client = new Client($"C-{Guid.CreateVersion7():N}"[..Client.CodeMaxLength], name, "fr", "EUR");
        arrange?.Invoke(client);
        await StoreAsync(db => db.Add(client));

        return client;
    }

    public async Task<Product> AProductAsync(string code, string name = "Vis H M8×30", string? family = null)
    {
        var product = new Product(code, name, "PCE", family: family);
        await StoreAsync(db => db.Add(product));

        return product;
    }

    /// <summary>Work inside the unit of work, as a use case does it.</summary>
    public Task<Result> SaveAsync(Func<AdvDbContext, Task<Result>> work) =>
        Get<UnitOfWork>().RunAsync(this, Permission.ManageClients, Tenant, work, CancellationToken.None);

    public Task StoreAsync(Action<AdvDbContext> work) => Get<UnitOfWork>().RunUnrecordedAsync(
        db =>
        {
            work(db);
            return Task.FromResult(true);
        },
        CancellationToken.None);

    public Task StoreAsync(Func<AdvDbContext, Task> work) => Get<UnitOfWork>().RunUnrecordedAsync(
        async db =>
        {
            await work(db);
            return true;
        },
        CancellationToken.None);

    public async Task<T> ReadAsync<T>(Func<AdvDbContext, Task<T>> work) => await Get<UnitOfWork>().ReadAsAnyoneAsync(work, CancellationToken.None);

    public ValueTask DisposeAsync() => _scope.DisposeAsync();

    internal async Task FoundAsync()
    {
        Slug = $"t-{Guid.CreateVersion7():N}";
        var tenant = new Tenant(Slug, "Visserie du Perche", "Europe/Paris", "fr", "EUR");
        await StoreAsync(db => db.Add(tenant));
        (Tenant, Me) = (tenant.Id, Ids.New<MemberId>());
        Get<CurrentMember>().SignIn(Tenant, _paris, Me, Roles.PermissionsOf(Role.Admin));
        await StoreAsync(db => db.Add(new TenantSettings("Visserie du Perche")));
    }
}
