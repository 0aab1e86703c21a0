using AdvPortal.Exchange.Mail;
using MimeKit;

namespace AdvPortal.Exchange.Tests.Mail;

public sealed class SmtpSenderTests : IAsyncDisposable
{
    private readonly SmtpSink _sink = new();

    [Fact]
    public async Task A_mail_arrives_as_it_was_written()
    {
        var written = new DateTimeOffset(2026, 11, 23, 9, 12, 0, TimeSpan.FromHours(1));
        var mail = AMail() with { Cc = [new("k.haddad@hydraulique-chartraine.example", "Karim Haddad")], HtmlBody = "<p>Bonjour</p>", WrittenAt = written };

        Assert.Equal(new SendResult(SendOutcome.Sent), await SmtpSender.SendAsync(mail, _sink.Options));

        var got = Assert.Single(_sink.Mails);
        Assert.Equal("Commande 4500187342\u00A0: acceptée", got.Subject);
        Assert.Equal(("Visserie du Perche", "adv@visserie-du-perche.example"), (got.From.Mailboxes.Single().Name, got.From.Mailboxes.Single().Address));
        Assert.Equal(["n.rousseau@hydraulique-chartraine.example", "k.haddad@hydraulique-chartraine.example"], _sink.Recipients);
        Assert.Equal(("01@visserie-du-perche.example", written, "fr"), (got.MessageId, got.Date, got.Body!.Headers[HeaderId.ContentLanguage]));
        Assert.Equal(("L’entrepôt ne reçoit pas.", "<p>Bonjour</p>"), (got.TextBody?.Trim(), got.HtmlBody?.Trim()));

        var attachment = Assert.IsType<MimePart>(Assert.Single(got.Attachments));
        using var bytes = new MemoryStream();
        await attachment.Content!.DecodeToAsync(bytes);
        Assert.Equal(("ARC n° 1.pdf", "application/pdf"), (attachment.FileName, attachment.ContentType.MimeType));
        Assert.Equal([1, 2, 255], bytes.ToArray());
    }

    [Fact]
    public async Task A_mail_sent_again_keeps_its_identity()
    {
        await SmtpSender.SendAsync(AMail(), _sink.Options);
        await SmtpSender.SendAsync(AMail(), _sink.Options);

        Assert.Single(_sink.Mails.Select(mail => mail.MessageId).Distinct());
    }

    [Fact]
    public void The_identity_follows_from_the_row_of_the_outbox()
    {
        var id = Guid.Parse("0192f000-0000-7000-8000-000000000001");

        Assert.Equal("0192f000000070008000000000000001@perche.example", OutgoingMail.StableMessageId(id, new("adv@perche.example")));
    }

    [Theory]
    [InlineData("connect", "421 too busy", SendOutcome.Temporary)]
    [InlineData("connect", null, SendOutcome.Temporary)]
    [InlineData("MAIL", "451 try later", SendOutcome.Temporary)]
    [InlineData("MAIL", "530 sign in first", SendOutcome.Temporary)] // our settings, not the mail
    [InlineData("MAIL", "550 who are you", SendOutcome.Temporary)]
    [InlineData("RCPT", "450 mailbox busy", SendOutcome.Temporary)]
    [InlineData("RCPT", "550 no such mailbox", SendOutcome.Permanent)]
    [InlineData("DATA", "452 disk full", SendOutcome.Temporary)]
    [InlineData(".", "554 looks like spam", SendOutcome.Permanent)]
    [InlineData(".", null, SendOutcome.Temporary)]
    [InlineData("QUIT", "500 what", SendOutcome.Sent)] // it is gone: never again
    [InlineData("QUIT", null, SendOutcome.Sent)]
    public async Task The_outbox_learns_whether_trying_again_makes_sense(string verb, string? answer, SendOutcome outcome)
    {
        _sink.Answers[verb] = answer;

        var result = await SmtpSender.SendAsync(AMail(), _sink.Options);

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(outcome == SendOutcome.Sent, result.Detail is null);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up()
    {
        _sink.Answers["connect"] = "";

        var result = await SmtpSender.SendAsync(AMail(), _sink.Options with { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(SendOutcome.Temporary, result.Outcome);
    }

    [Fact]
    public async Task Without_TLS_on_the_other_side_nothing_is_said_when_TLS_is_asked_for()
    {
        var result = await SmtpSender.SendAsync(AMail(), _sink.Options with { UseTls = true });

        Assert.Equal(SendOutcome.Temporary, result.Outcome);
        Assert.Empty(_sink.Recipients);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again()
    {
        var gone = new SmtpSink();
        var options = gone.Options;
        await gone.DisposeAsync();

        Assert.Equal(SendOutcome.Temporary, (await SmtpSender.SendAsync(AMail(), options)).Outcome);
    }

    [Theory]
    [InlineData("a\r\nBcc: thief@example.org", "b", "c")]
    [InlineData("b", "a\nBcc: thief@example.org", "c")]
    [InlineData("b", "c", "x\r\nBcc: thief@example.org\r\n.pdf")]
    public async Task Nothing_that_people_type_becomes_a_header(string subject, string name, string file)
    {
        var mail = AMail() with { Subject = subject, To = [new("n.rousseau@hydraulique-chartraine.example", name)], Attachments = [new(file, "application/pdf\r\nBcc: thief@example.org", [1])] };

        await SmtpSender.SendAsync(mail, _sink.Options);

        var got = Assert.Single(_sink.Mails);
        Assert.Empty(got.Bcc);
        Assert.DoesNotContain(got.BodyParts.SelectMany(part => part.Headers), header => header.Field == "Bcc");
        Assert.Equal(["n.rousseau@hydraulique-chartraine.example"], _sink.Recipients);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@example.org")]
    [InlineData("nobody@")]
    [InlineData("a@example.org\r\nRCPT TO:<thief@example.org>")]
    [InlineData("a@example.org, thief@example.org")]
    public async Task What_is_no_address_is_never_tried(string address)
    {
        var result = await SmtpSender.SendAsync(AMail() with { To = [new(address)] }, _sink.Options);

        Assert.Equal(SendOutcome.Permanent, result.Outcome);
        Assert.Empty(_sink.Recipients);
    }

    [Fact]
    public void Options_never_print_the_password() =>
        Assert.DoesNotContain("secret", (_sink.Options with { User = "adv", Password = "secret" }).ToString(), StringComparison.Ordinal);

    private static OutgoingMail AMail() => new()
    {
        To = [new("n.rousseau@hydraulique-chartraine.example", "Nathalie Rousseau")],
        Subject = "Commande 4500187342\u00A0: acceptée",
        TextBody = "L’entrepôt ne reçoit pas.",
        Attachments = [new("../ARC n° 1.pdf", "application/pdf", [1, 2, 255])],
        MessageId = "01@visserie-du-perche.example",
        Language = "fr",
    };

    public ValueTask DisposeAsync() => _sink.DisposeAsync();
}
