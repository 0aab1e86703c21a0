using AdvPortal.Domain.Intake;

namespace AdvPortal.Domain.Tests.Intake;

public sealed class MailboxWatchTests
{
    [Fact]
    public void A_server_that_is_down_is_asked_again_later_and_later_and_every_half_hour_at_last()
    {
        var watch = AWatch();
        List<double> minutes = [];

        for (var failure = 1; failure <= 8; failure++)
        {
            watch.Failed(MailboxTrouble.Unreachable, null, Given.Now);
            minutes.Add((watch.NextAt - Given.Now).TotalMinutes);

            Assert.Equal((failure, MailboxTrouble.Unreachable, null), (watch.Failures, watch.Trouble, watch.Detail));
        }

        Assert.Equal([1, 2, 4, 8, 16, 30, 30, 30], minutes);
    }

    [Fact]
    public void Of_what_the_server_says_the_beginning_is_kept()
    {
        var watch = AWatch();

        watch.Failed(MailboxTrouble.PasswordRefused, new string('x', MailboxWatch.DetailMaxLength) + "y", Given.Now);

        Assert.Equal(new string('x', MailboxWatch.DetailMaxLength), watch.Detail);
    }

    [Fact]
    public void A_look_that_succeeded_forgets_what_failed_before()
    {
        var watch = AWatch();

        watch.Failed(MailboxTrouble.PasswordRefused, "AUTHENTICATIONFAILED", Given.Now);
        watch.Saw(Given.Now.AddMinutes(1), Given.Now.AddMinutes(2));

        Assert.Equal((0, null, null), (watch.Failures, watch.Trouble, watch.Detail));
        Assert.Equal((Given.Now.AddMinutes(1), Given.Now.AddMinutes(2)), (watch.LastSeenAt, watch.NextAt));
    }

    [Fact]
    public void Messages_are_counted_and_none_is_met_twice()
    {
        var watch = AWatch();

        watch.Opened(7);
        watch.HandledUpTo(40, 2);
        watch.HandledUpTo(38, 1);
        Assert.Equal((40L, 3), (watch.LastUid, watch.Taken));

        watch.Opened(7);
        Assert.Equal((7L, 40L), (watch.UidValidity, watch.LastUid));

        watch.Opened(8);
        Assert.Equal((8L, 0L, 3), (watch.UidValidity, watch.LastUid, watch.Taken));
    }

    [Fact]
    public void Other_settings_are_tried_at_once_and_another_folder_is_read_from_its_beginning()
    {
        var watch = AWatch();
        watch.Opened(7);
        watch.HandledUpTo(40, 2);
        watch.Failed(MailboxTrouble.HostUnknown, "imap.exmaple", Given.Now);

        watch.StartOver(Given.Now, isSameFolder: true);
        Assert.Equal((Given.Now, 0, null, null), (watch.NextAt, watch.Failures, watch.Trouble, watch.Detail));
        Assert.Equal((7L, 40L), (watch.UidValidity, watch.LastUid));

        watch.StartOver(Given.Now, isSameFolder: false);
        Assert.Equal((null, 0L), (watch.UidValidity, watch.LastUid));
    }

    [Theory]
    [InlineData("IMAP.example.com", 993, MailboxSecurity.Tls, "commandes", true)] // hosts are the same in capitals
    [InlineData("imap.example.org", 993, MailboxSecurity.Tls, "commandes", false)]
    [InlineData("imap.example.com", 143, MailboxSecurity.Tls, "commandes", false)]
    [InlineData("imap.example.com", 993, MailboxSecurity.StartTls, "commandes", false)]
    [InlineData("imap.example.com", 993, MailboxSecurity.Tls, "Commandes", false)] // users are not
    public void A_password_is_good_for_one_account_of_one_server(string host, int port, MailboxSecurity security, string user, bool isSame)
    {
        var mailbox = new OrderMailbox(Given.Now);
        mailbox.Describe("imap.example.com", 993, MailboxSecurity.Tls, "commandes", "INBOX", null);

        Assert.Equal(isSame, mailbox.IsSameAccount(host, port, security, user));
    }

    private static MailboxWatch AWatch() => new(Ids.Next());
}
