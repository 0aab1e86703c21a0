using AdvPortal.Application.Members;
using AdvPortal.Application.Outbox;
using AdvPortal.Application.Portfolios;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Tests.Members;

public sealed class SignInTests(TestDatabase database) : IAsyncLifetime
{
    private const string Password = "une phrase bien longue";

    private readonly string _email = $"nadia-{Guid.CreateVersion7():N}@example.test";
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_invitation_is_worth_one_password_and_opens_the_company()
    {
        var member = await InviteAsync();
        var link = await LinkAsync();
        Assert.IsType<WrongCredentials>((await CheckAsync(Password)).Refusal);
        Assert.True((await RowAsync(member)).IsInvited);

        Assert.Equal(_email, (await _world.Get<ReadPasswordLink>().ExecuteAsync(link)).Value!.Email);
        var login = (await ChooseAsync(link, Password)).Value;

        Assert.Equal(login, (await CheckAsync(Password)).Value);
        Assert.Equal(member, (await RecogniseAsync(login))!.Id);
        Assert.False((await RowAsync(member)).IsInvited);
        Assert.IsType<LinkExpired>((await ChooseAsync(link, "une autre phrase longue")).Refusal);
        Assert.IsType<JoinedAlready>((await _world.Get<ResendInvitation>().ExecuteAsync(member)).Refusal);
    }

    [Fact]
    public async Task Whoever_looks_after_accesses_sees_how_many_clients_somebody_still_has()
    {
        var member = await InviteAsync();
        var (kept, given) = (await _world.AClientAsync("Serrurerie Lacombe"), await _world.AClientAsync("Garage Beaulieu"));
        await _world.StoreAsync(db => db.AddRange(new Ownership(kept.Id, member, new(2026, 1, 1), null), new Ownership(given.Id, member, new(2026, 1, 1), null)));
        Assert.True((await _world.Get<TransferClients>().ExecuteAsync(new() { ClientIds = [given.Id.Value], ToMemberId = (await _world.AMemberAsync("Sophie Leroy", Role.Manager)).Value, From = new(2026, 11, 23) })).IsOk);

        Assert.Equal(1, (await RowAsync(member)).Clients);
    }

    [Fact]
    public async Task Two_who_follow_the_same_link_at_the_same_moment_choose_one_password()
    {
        await InviteAsync();
        var link = await LinkAsync();
        var login = PasswordLink.LoginOf(link)!.Value.Value;
        var chosen = Array.Empty<Task<Result<LoginId>>>();

        // Whoever holds the login holds both back until both have come as far as they can.
        await _world.StoreAsync(async db =>
        {
            var me = await db.Database.SqlQuery<int>($"select pg_backend_pid() as \"Value\" from logins where id = {login} for update").SingleAsync();
            chosen = [ChooseAsync(link, Password), ChooseAsync(link, "une autre phrase longue")];

            while (!chosen.Any(it => it.IsCompleted) && await WaitingForAsync(db, me) < 2)
            {
                await Task.Yield();
            }
        });

        Assert.Equal([null, typeof(LinkExpired)], (await Task.WhenAll(chosen)).Select(it => it.Refusal?.GetType()).OrderBy(it => it is not null));
    }

    [Fact]
    public async Task A_newer_invitation_makes_the_first_worthless_and_each_ends_after_seven_days()
    {
        var member = await InviteAsync();
        var first = await LinkAsync();
        await _world.Get<ResendInvitation>().ExecuteAsync(member);
        var second = await LinkAsync();

        Assert.IsType<LinkExpired>((await _world.Get<ReadPasswordLink>().ExecuteAsync(first)).Refusal);
        Assert.True((await _world.Get<ReadPasswordLink>().ExecuteAsync(second)).IsOk);
        _world.Clock.Advance(TimeSpan.FromDays(7));
        Assert.IsType<LinkExpired>((await ChooseAsync(second, Password)).Refusal);
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_even_to_the_right_one()
    {
        var login = await JoinAsync();

        for (var attempt = 0; attempt < 4; attempt++)
        {
            Assert.IsType<WrongCredentials>((await CheckAsync("perdu, perdu, perdu")).Refusal);
        }

        Assert.Equal(login, (await CheckAsync(Password)).Value);

        for (var attempt = 0; attempt < 5; attempt++)
        {
            await CheckAsync("perdu, perdu, perdu");
        }

        Assert.IsType<WrongCredentials>((await CheckAsync(Password)).Refusal);
    }

    [Fact]
    public async Task A_changed_password_ends_what_was_signed_in_under_the_old_one()
    {
        var login = await JoinAsync();
        var before = (await RecogniseAsync(login))!;
        await using var me = await _world.AsAsync(before.Id, before.Roles);

        Assert.IsType<WrongPassword>((await me.Get<ChangePassword>().ExecuteAsync(new() { Current = "perdu, perdu, perdu", Password = "encore une phrase" })).Refusal);
        Assert.NotNull(await RecogniseAsync(login, before.Stamp));
        Assert.True((await me.Get<ChangePassword>().ExecuteAsync(new() { Current = Password, Password = "encore une phrase" })).IsOk);

        Assert.Null(await RecogniseAsync(login, before.Stamp));
        Assert.IsType<WrongCredentials>((await CheckAsync(Password)).Refusal);
        Assert.Equal(login, (await CheckAsync("encore une phrase")).Value);
    }

    [Fact]
    public async Task A_disabled_member_is_nobody_here_until_enabled_again()
    {
        var login = await JoinAsync();
        var member = (await RecogniseAsync(login))!;

        await ChangeAsync(member.Id, isDisabled: true, Role.Adv);
        Assert.Null(await RecogniseAsync(login));
        Assert.Null(await RecogniseAsync(login, member.Stamp));

        await ChangeAsync(member.Id, isDisabled: false, Role.Adv);
        Assert.NotNull(await RecogniseAsync(login, member.Stamp));
    }

    [Fact]
    public async Task A_company_keeps_an_administrator_and_nobody_shuts_themselves_out()
    {
        var (ada, bob) = (await _world.AMemberAsync("Ada", Role.Admin), await _world.AMemberAsync("Bob", Role.Adv));
        await using var me = await _world.AsAsync(ada, Role.Admin);
        var change = me.Get<ChangeAccess>();

        Assert.IsType<NotYourself>((await change.ExecuteAsync(ada, new() { Name = "Ada", Roles = [Role.Admin], IsDisabled = true }, null)).Refusal);
        Assert.IsType<LastAdmin>((await change.ExecuteAsync(ada, new() { Name = "Ada", Roles = [Role.Adv] }, null)).Refusal);
        Assert.True((await change.ExecuteAsync(bob, new() { Name = "Bob", Roles = [Role.Admin] }, null)).IsOk);
        Assert.True((await change.ExecuteAsync(ada, new() { Name = "Ada", Roles = [Role.Adv] }, null)).IsOk);
    }

    /// <summary>How many wait for this connection, or for whoever waits for it.</summary>
    private static Task<int> WaitingForAsync(Persistence.AdvDbContext db, int holder) => db.Database.SqlQuery<int>(
        $"""
        with recursive waiting as (
            select pid from pg_locks where not granted and {holder} = any(pg_blocking_pids(pid))
            union select l.pid from pg_locks l join waiting w on not l.granted and w.pid = any(pg_blocking_pids(l.pid)))
        select count(*)::int as "Value" from waiting
        """).SingleAsync();

    private async Task<MemberId> InviteAsync() => (await _world.Get<InviteMember>().ExecuteAsync(new() { Name = "Nadia Ferrand", Email = _email, Roles = [Role.Adv] })).Value;

    private async Task<LoginId> JoinAsync()
    {
        await InviteAsync();

        return (await ChooseAsync(await LinkAsync(), Password)).Value;
    }

    /// <summary>As it stands in the last mail.</summary>
    private async Task<string> LinkAsync()
    {
        var content = await _world.ReadAsync(db => db.Outbox.Where(m => m.To == _email).OrderByDescending(m => m.Id).Select(m => m.Content).FirstAsync());
        var text = Mailer.Open(content).TextBody;
        var start = text.IndexOf("/password/", StringComparison.Ordinal) + "/password/".Length;

        return new([.. text[start..].TakeWhile(letter => !char.IsWhiteSpace(letter))]);
    }

    private async Task<ListAccess.Row> RowAsync(MemberId id) => (await _world.Get<ListAccess>().ExecuteAsync()).Value!.Single(row => row.Id == id);

    private Task<Result<LoginId>> CheckAsync(string password) => _world.Get<CheckPassword>().ExecuteAsync(_email.ToUpperInvariant(), password);

    private Task<Result<LoginId>> ChooseAsync(string link, string password) => _world.Get<ChoosePassword>().ExecuteAsync(link, new() { Password = password });

    private Task<Result<MemberId>> ChangeAsync(MemberId id, bool isDisabled, params Role[] roles) =>
        _world.Get<ChangeAccess>().ExecuteAsync(id, new() { Name = "Nadia Ferrand", Roles = [.. roles], IsDisabled = isDisabled }, null);

    private async Task<RecogniseMember.Recognised?> RecogniseAsync(LoginId login, string? stamp = null) =>
        await _world.Get<RecogniseMember>().ExecuteAsync(new TenantInfo(_world.Tenant, _world.Slug, "", TimeZoneInfo.Utc, "fr", "EUR"), login, stamp);
}
