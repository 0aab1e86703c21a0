using AdvPortal.Application.Common;
using AdvPortal.Application.Demo;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Tenants;
using AdvPortal.Persistence.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Browser.Tests;

/// <summary>One tenant of a story, with the people who work there.</summary>
internal sealed class Company(RunningPortal portal, Tenant tenant)
{
    private static readonly TimeZoneInfo _paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly PasswordHasher<Login> _passwords = new();
    private readonly Dictionary<string, Member> _people = [];

    public string Slug => tenant.Slug;

    public MemberId IdOf(string name) => _people[name].Id;

    public string EmailOf(string name) => _people[name].Email;

    public async Task HireAsync(string name, Role role)
    {
        var email = $"{Guid.CreateVersion7():N}@example.test";
        var login = new Login(email) { NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(), SecurityStamp = Guid.CreateVersion7().ToString("N"), EmailConfirmed = true };
        login.PasswordHash = _passwords.HashPassword(login, SeedDemo.Password);
        await StoreAsync(login);
        await JoinAsync(name, role, new(login.Id), email);
    }

    /// <summary>Somebody of another company works here as well.</summary>
    public Task AlsoHireAsync(string name, Role role, Company from) => JoinAsync(name, role, from._people[name].LoginId, from.EmailOf(name));

    /// <summary>A client of the trade, in somebody's portfolio since January.</summary>
    public async Task<Client> AClientAsync(string name, string owner, Action<Client>? arrange = null)
    {
        var client = new Client($"C-{Guid.CreateVersion7():N}"[..Client.CodeMaxLength], name, "fr", "EUR");
        arrange?.Invoke(client);
        await StoreAsync(client, new Ownership(client.Id, _people[owner].Id, new(2026, 1, 1), null));

        return client;
    }

    /// <summary>Rows as they would be had somebody made them.</summary>
    public Task StoreAsync(params object[] rows) => ActAsync(services => services.GetRequiredService<UnitOfWork>().RunUnrecordedAsync(
        db =>
        {
            db.AddRange(rows);
            return Task.FromResult(true);
        },
        CancellationToken.None));

    /// <summary>What was done before the story begins, through the use case that does it.</summary>
    public Task<T> DoAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> act)
        where TUseCase : notnull
        where T : notnull =>
        ActAsync(async services => await act(services.GetRequiredService<TUseCase>()) is { IsOk: true } done ? done.Value : throw new InvalidOperationException("The story's beginning was refused."));

    private async Task JoinAsync(string name, Role role, LoginId login, string email)
    {
        var member = new Member(login, name, email, [role], "fr");
        await StoreAsync(member, new Membership(login, tenant.Id));
        _people[name] = member;
    }

    private async Task<T> ActAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().ActAsPortal(tenant.Id, _paris);

        return await act(scope.ServiceProvider);
    }
}
