using AdvPortal.Application.Drafts;

namespace AdvPortal.Application.Tests.Drafts;

public sealed class DraftTests(TestDatabase database) : IAsyncLifetime
{
    private const string Form = "clients/new";

    private World _us = null!;

    public async ValueTask InitializeAsync() => _us = await database.ATenantAsync();

    public ValueTask DisposeAsync() => _us.DisposeAsync();

    [Fact]
    public async Task What_was_typed_last_is_what_is_read_again_until_it_is_dropped()
    {
        await KeepAsync(_us, "{\"name\":\"Hydraulique\"}");
        _us.Clock.Advance(TimeSpan.FromMinutes(2));
        await KeepAsync(_us, "{\"name\":\"Hydraulique Chartraine\"}");
        var kept = await ReadAsync(_us);

        Assert.Equal(("{\"name\":\"Hydraulique Chartraine\"}", _us.Clock.GetUtcNow()), (kept!.Content, kept.At));
        Assert.Null(await _us.Get<ReadDraft>().ExecuteAsync("orders/new"));

        await _us.Get<DropDraft>().ExecuteAsync(Form);
        Assert.Null(await ReadAsync(_us));
    }

    [Fact]
    public async Task A_draft_is_nobody_else_s()
    {
        await using var colleague = await _us.AsAsync(Ids.New<MemberId>(), Role.Admin);
        await using var stranger = await database.ATenantAsync();
        stranger.Get<CurrentMember>().SignIn(stranger.Tenant, TimeZoneInfo.Utc, _us.Me, Roles.PermissionsOf(Role.Admin));
        await KeepAsync(_us, "\"ours\"");

        // Not even that of the same person in another of their companies.
        Assert.Null(await ReadAsync(colleague));
        Assert.Null(await ReadAsync(stranger));

        await KeepAsync(colleague, "\"the colleague's\"");
        await KeepAsync(stranger, "\"elsewhere\"");
        await colleague.Get<DropDraft>().ExecuteAsync(Form);
        await stranger.Get<DropDraft>().ExecuteAsync(Form);

        Assert.Equal("\"ours\"", (await ReadAsync(_us))!.Content);
    }

    [Fact]
    public async Task A_program_types_nothing_and_a_form_is_no_archive()
    {
        await using var key = _us.AsKey();

        Assert.IsType<NotAllowed>((await key.Get<KeepDraft>().ExecuteAsync(Form, "\"robot\"")).Refusal);
        Assert.IsType<DraftTooLong>((await _us.Get<KeepDraft>().ExecuteAsync(Form, new string('x', KeepDraft.ContentMaxLength + 1))).Refusal);
        Assert.Null(await ReadAsync(_us));
    }

    [Fact]
    public async Task History_does_not_tell_what_was_only_typed()
    {
        await KeepAsync(_us, "\"half a sentence\"");

        Assert.Equal(0, await _us.ReadAsync(db => db.History.CountAsync()));
    }

    private static async Task KeepAsync(World world, string content) => Assert.True((await world.Get<KeepDraft>().ExecuteAsync(Form, content)).IsOk);

    private static Task<ReadDraft.Kept?> ReadAsync(World world) => world.Get<ReadDraft>().ExecuteAsync(Form);
}
