using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using AdvPortal.Domain.Intake;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;
using MimeKit.Utils;

namespace AdvPortal.Exchange.Mail;

/// <summary>A folder of a mail server (RFC 9051), open for as long as somebody looks through it. What goes wrong is an <see cref="ImapException"/>.</summary>
public sealed class ImapMailbox : IAsyncDisposable
{
    private const int MostReferences = 20;

    private readonly ImapClient _client;
    private readonly ImapOptions _options;
    private IMailFolder _folder = null!;
    private IMailFolder? _handled;

    private ImapMailbox(ImapOptions options) =>
        (_options, _client) = (options, new ImapClient { Timeout = (int)options.Timeout.TotalMilliseconds });

    /// <summary>RFC 9051, 2.3.1.1: under another value, the numbers of messages mean other messages.</summary>
    public long Validity => _folder.UidValidity;

    /// <summary>Messages in the folder.</summary>
    public int Count => _folder.Count;

    /// <summary>Connects, signs in and opens the folder.</summary>
    public static async Task<ImapMailbox> OpenAsync(ImapOptions options, CancellationToken ct = default)
    {
        var mailbox = new ImapMailbox(options);
        try
        {
            await mailbox.GuardAsync(() => mailbox.ConnectAsync(ct));
            await mailbox.GuardAsync(() => mailbox._client.AuthenticateAsync(options.User, options.Password, ct));
            mailbox._folder = await mailbox.FindAsync(options.Folder, ct);
            mailbox._handled = options.HandledFolder is { } handled ? await mailbox.FindAsync(handled, ct) : null;
            await mailbox.GuardAsync(() => mailbox._folder.OpenAsync(FolderAccess.ReadWrite, ct));
            return mailbox;
        }
        catch
        {
            await mailbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>What arrived after a message, and not before a day (INTERNALDATE), in the order of arrival.</summary>
    public async Task<IReadOnlyList<ImapItem>> ListAsync(long afterUid, DateOnly since, int most, CancellationToken ct = default)
    {
        IReadOnlyList<ImapItem> items = [];
        await GuardAsync(async () =>
        {
            var range = new UniqueIdRange((uint)_folder.UidValidity, (uint)Math.Min(afterUid + 1, uint.MaxValue), uint.MaxValue);
            var found = await _folder.SearchAsync(SearchQuery.Uids(range).And(SearchQuery.DeliveredAfter(since.ToDateTime(default, DateTimeKind.Utc))), ct);

            // « n:* » names the last message even where it comes before n (RFC 9051, 9, seq-range).
            var wanted = found.Where(uid => uid.Id > afterUid).OrderBy(uid => uid.Id).Take(most).ToList();
            var summaries = wanted.Count == 0 ? [] : await _folder.FetchAsync(wanted, new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.Size, [HeaderId.MessageId, HeaderId.From, HeaderId.Subject, HeaderId.InReplyTo, HeaderId.References]), ct);
            items = [.. summaries.Where(summary => summary.UniqueId.IsValid).OrderBy(summary => summary.UniqueId.Id).Select(Item)];
        });
        return items;
    }

    /// <summary>The bytes of a message as the server has them; the message stays unseen. Null for one that is gone.</summary>
    /// <param name="uid">The number of the message.</param>
    /// <param name="most">Bytes; a longer one is cut one byte behind.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<byte[]?> FetchAsync(long uid, int most, CancellationToken ct = default)
    {
        byte[]? bytes = null;
        await GuardAsync(async () =>
        {
            try
            {
                await using var stream = await _folder.GetStreamAsync(new UniqueId((uint)_folder.UidValidity, (uint)uid), "", ct);
                var buffer = new byte[Math.Min(stream.Length, (long)most + 1)];
                await stream.ReadExactlyAsync(buffer, ct);
                bytes = buffer;
            }
            catch (MessageNotFoundException)
            {
                // Somebody moved it away in the meantime.
            }
        });
        return bytes;
    }

    /// <summary>Marks a message as handled: seen, and in its folder.</summary>
    public Task SettleAsync(long uid, CancellationToken ct = default) => GuardAsync(async () =>
    {
        var id = new UniqueId((uint)_folder.UidValidity, (uint)uid);
        await _folder.AddFlagsAsync(id, MessageFlags.Seen, silent: true, ct);
        if (_handled is not null)
        {
            await _folder.MoveToAsync(id, _handled, ct);
        }
    });

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _client.DisconnectAsync(quit: _client.IsAuthenticated, CancellationToken.None);
        }
        catch (Exception trouble) when (IsTrouble(trouble))
        {
            // Nothing was promised about the farewell.
        }

        _client.Dispose();
    }

    private Task ConnectAsync(CancellationToken ct) => _client.ConnectAsync(_options.Host, _options.Port, _options.Security switch
    {
        MailboxSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailboxSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    }, ct);

    private async Task<IMailFolder> FindAsync(string name, CancellationToken ct)
    {
        IMailFolder? folder = null;
        await GuardAsync(async () =>
        {
            try
            {
                folder = name.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? _client.Inbox : await _client.GetFolderAsync(name, ct);
            }
            catch (FolderNotFoundException)
            {
                throw new ImapException(MailboxTrouble.FolderMissing, name);
            }
        });
        return folder ?? throw new ImapException(MailboxTrouble.FolderMissing, name);
    }

    private static ImapItem Item(IMessageSummary summary) => new(
        summary.UniqueId.Id,
        summary.Size,
        summary.Headers?[HeaderId.MessageId]?.Trim().Trim('<', '>') is { Length: > 0 } id ? id : null,
        InternetAddressList.TryParse(summary.Headers?[HeaderId.From] ?? "", out var from) ? from.Mailboxes.FirstOrDefault()?.Address : null,
        summary.Headers?[HeaderId.Subject],
        [.. MimeUtils.EnumerateReferences($"{summary.Headers?[HeaderId.InReplyTo]} {summary.Headers?[HeaderId.References]}").Distinct(StringComparer.Ordinal).Take(MostReferences)]);

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception trouble) when (IsTrouble(trouble))
        {
            throw Worded(trouble);
        }
    }

    private ImapException Worded(Exception trouble) => trouble switch
    {
        SslHandshakeException { ServerCertificate: not null } handshake => new(MailboxTrouble.Certificate, Why(handshake)),
        SslHandshakeException or NotSupportedException => new(MailboxTrouble.NoTls, _options.Host),
        AuthenticationException => new(MailboxTrouble.PasswordRefused, _options.User),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => new(MailboxTrouble.HostUnknown, _options.Host),
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new(MailboxTrouble.Refused, _options.Host),
        SocketException or TimeoutException => new(MailboxTrouble.Unreachable, _options.Host),
        FolderNotFoundException missing => new(MailboxTrouble.FolderMissing, missing.FolderName),
        _ => new(MailboxTrouble.Other, trouble.Message),
    };

    /// <summary>Whose certificate it is, who vouches for it, and until when: what an administrator needs to know.</summary>
    private static string Why(SslHandshakeException handshake) => handshake.ServerCertificate is X509Certificate2 certificate
        ? string.Create(CultureInfo.InvariantCulture, $"{certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false)}, {certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}, {certificate.NotAfter:yyyy-MM-dd}")
        : handshake.Message;

    private static bool IsTrouble(Exception trouble) => trouble
        is ProtocolException or CommandException or ServiceNotAuthenticatedException or ServiceNotConnectedException or AuthenticationException or FolderNotFoundException
        or SslHandshakeException or IOException or SocketException or TimeoutException or NotSupportedException;
}
