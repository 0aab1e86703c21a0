using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;

namespace AdvPortal.Application.Tests.Intake;

/// <summary>The settings of a mailbox, and a test that says exactly what is wrong with them.</summary>
public sealed class MailboxSettingsTests(TestDatabase database) : IAsyncLifetime
{
    private readonly ImapServer _server = new();
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _server.DisposeAsync();
    }

    internal static ChangeMailbox.Form Form(ImapServer server) => new()
    {
        Host = "127.0.0.1",
        Port = server.Port,
        Security = MailboxSecurity.None,
        User = "commandes",
        Password = server.Password,
    };

    [Fact]
    public async Task A_mailbox_that_works_says_how_many_messages_lie_there()
    {
        _server.Deliver("From: a@b.example\nSubject: x\n\ny");

        Assert.Equal(1, (await TryAsync(Form(_server))).Value?.Messages);
        Assert.Equal(["1"], _server.Folder());
    }

    [Fact]
    public async Task A_wrong_password_is_named() =>
        Assert.Equal(new MailboxPasswordRefused("commandes"), (await TryAsync(Form(_server), form => form.Password = "wrong")).Refusal);

    [Fact]
    public async Task A_folder_that_is_not_there_is_named() =>
        Assert.Equal(new MailboxFolderMissing("Commandes"), (await TryAsync(Form(_server), form => form.Folder = "Commandes")).Refusal);

    [Fact]
    public async Task A_folder_for_handled_mail_that_is_not_there_is_named() =>
        Assert.Equal(new MailboxFolderMissing("Fait"), (await TryAsync(Form(_server), form => form.HandledFolder = "Fait")).Refusal);

    [Fact]
    public async Task A_server_that_takes_no_call_is_named() =>
        Assert.Equal(new MailboxConnectionRefused("127.0.0.1", 1), (await TryAsync(Form(_server), form => form.Port = 1)).Refusal);

    [Fact]
    public async Task A_name_that_nobody_knows_is_named() =>
        Assert.Equal(new MailboxHostUnknown("mail.invalid"), (await TryAsync(Form(_server), form => form.Host = "mail.invalid")).Refusal);

    [Fact]
    public async Task A_server_without_TLS_is_named() =>
        Assert.Equal(new MailboxWithoutTls("127.0.0.1", _server.Port), (await TryAsync(Form(_server), form => form.Security = MailboxSecurity.StartTls)).Refusal);

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_named()
    {
        await using var secure = new ImapServer(hasTls: true);
        var refused = Assert.IsType<MailboxCertificateRefused>((await TryAsync(Form(secure), form => form.Security = MailboxSecurity.Tls)).Refusal);

        Assert.Equal("localhost, localhost, 2040-01-01", refused.Why);
    }

    [Fact]
    public async Task The_password_is_kept_closed_and_never_told()
    {
        await SaveAsync(Form(_server));

        var view = (await _world.Get<ReadMailbox>().ExecuteAsync()).Value!;
        Assert.True(view.HasPassword);
        Assert.Null(view.Form.Password);
        var mailbox = await _world.ReadAsync(db => db.OrderMailboxes.SingleAsync());
        Assert.DoesNotContain(_server.Password, System.Text.Encoding.UTF8.GetString(mailbox.Password), StringComparison.Ordinal);
        var history = await _world.ReadAsync(db => db.History.ToListAsync());
        Assert.DoesNotContain(history, entry => $"{entry.Changes}{entry.Personal}" is var told && (told.Contains(_server.Password, StringComparison.Ordinal) || told.Contains("password", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(_server.Password, MailboxAccess.Options("h", 1, MailboxSecurity.Tls, "u", _server.Password, "INBOX", null).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_account_keeps_its_password_and_another_server_never_sees_it()
    {
        await SaveAsync(Form(_server));
        var again = Form(_server);
        again.Password = null;

        Assert.True((await TryAsync(again)).IsOk);
        Assert.True((await _world.Get<ChangeMailbox>().ExecuteAsync(again, 1)).IsOk);
        await using var thief = new ImapServer();
        again.Port = thief.Port;
        Assert.IsType<MailboxPasswordNeeded>((await TryAsync(again)).Refusal);
        Assert.IsType<MailboxPasswordNeeded>((await _world.Get<ChangeMailbox>().ExecuteAsync(again, 2)).Refusal);
    }

    [Fact]
    public async Task Only_who_manages_the_company_sees_changes_or_tries_it()
    {
        await using var adv = await _world.AsAsync(await _world.AMemberAsync("Claire", Role.Adv), Role.Adv);

        Assert.IsType<NotAllowed>((await adv.Get<ReadMailbox>().ExecuteAsync()).Refusal);
        Assert.IsType<NotAllowed>((await adv.Get<ChangeMailbox>().ExecuteAsync(Form(_server), 0)).Refusal);
        Assert.IsType<NotAllowed>((await adv.Get<TestMailbox>().ExecuteAsync(Form(_server))).Refusal);
    }

    [Fact]
    public async Task Another_company_sees_none_of_it()
    {
        await SaveAsync(Form(_server));
        await using var other = await database.ATenantAsync();

        Assert.Equal(0, (await other.Get<ReadMailbox>().ExecuteAsync()).Value!.Version);
        Assert.Equal(0, await other.Get<WatchMailbox>().ExecuteAsync());
    }

    [Fact]
    public async Task Two_who_change_it_at_once_are_told()
    {
        await SaveAsync(Form(_server));
        var (mine, theirs) = (Form(_server), Form(_server));
        (theirs.HandledFolder, mine.IsWatched) = ("Traités", false);
        await SaveAsync(theirs, 1);

        Assert.IsType<ChangedMeanwhile>((await _world.Get<ChangeMailbox>().ExecuteAsync(mine, 1)).Refusal);
    }

    private async Task SaveAsync(ChangeMailbox.Form form, int version = 0) => Assert.True((await _world.Get<ChangeMailbox>().ExecuteAsync(form, version)).IsOk);

    private Task<Result<TestMailbox.Found>> TryAsync(ChangeMailbox.Form form, Action<ChangeMailbox.Form>? change = null)
    {
        change?.Invoke(form);

        return _world.Get<TestMailbox>().ExecuteAsync(form);
    }
}
