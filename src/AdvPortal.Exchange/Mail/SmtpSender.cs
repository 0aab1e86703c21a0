using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace AdvPortal.Exchange.Mail;

/// <summary>Hands one mail to the SMTP server and says whether trying again makes sense.</summary>
public static class SmtpSender
{
    private const int ImplicitTlsPort = 465;

    /// <summary>Never throws for what a server or a network does; cancellation does throw.</summary>
    public static async Task<SendResult> SendAsync(OutgoingMail mail, SmtpOptions options, CancellationToken ct = default)
    {
        MimeMessage message;

        try
        {
            message = MailMessage.Build(mail, options.From);
        }
        catch (FormatException notAMail)
        {
            return new(SendOutcome.Permanent, notAMail.Message);
        }

        using (message)
        using (var client = new SmtpClient { Timeout = (int)options.Timeout.TotalMilliseconds })
        {
            try
            {
                await client.ConnectAsync(options.Host, options.Port, Security(options), ct);

                if (!string.IsNullOrEmpty(options.User))
                {
                    await client.AuthenticateAsync(options.User, options.Password ?? "", ct);
                }

                await client.SendAsync(message, ct);
            }
            catch (SmtpCommandException refused)
            {
                return new(Lasts(refused) ? SendOutcome.Permanent : SendOutcome.Temporary, $"{(int)refused.StatusCode} {refused.Message}");
            }
            catch (Exception trouble) when (IsTemporary(trouble))
            {
                return new(SendOutcome.Temporary, trouble.Message);
            }

            await SayGoodbyeAsync(client, ct);
        }

        return new(SendOutcome.Sent);
    }

    private static SecureSocketOptions Security(SmtpOptions options) => options switch
    {
        { UseTls: false } => SecureSocketOptions.None,
        { Port: ImplicitTlsPort } => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    // A refusal to let us in concerns our settings, not the mail: it waits until somebody has put them right.
    private static bool Lasts(SmtpCommandException refused) =>
        (int)refused.StatusCode >= 500
        && refused.StatusCode is not (SmtpStatusCode.AuthenticationRequired or SmtpStatusCode.AuthenticationInvalidCredentials or SmtpStatusCode.AuthenticationMechanismTooWeak or SmtpStatusCode.EncryptionRequiredForAuthenticationMechanism)
        && refused.ErrorCode is not SmtpErrorCode.SenderNotAccepted;

    private static bool IsTemporary(Exception trouble) => trouble
        is ProtocolException or ServiceNotAuthenticatedException or ServiceNotConnectedException or AuthenticationException
        or SslHandshakeException or IOException or SocketException or TimeoutException or NotSupportedException;

    // The mail is gone: what happens to the connection now must not send it a second time.
    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception trouble) when (trouble is OperationCanceledException or CommandException || IsTemporary(trouble))
        {
            // Nothing was promised about the farewell.
        }
    }
}
