using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace AdvPortal.Application.Tests.Intake;

/// <summary>A mail server on this machine with one account: enough of RFC 9051 for a mailbox to be watched over real sockets.</summary>
public sealed partial class ImapServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Mail>> _folders = new(StringComparer.Ordinal) { ["INBOX"] = [], ["Traités"] = [] };
    private readonly X509Certificate2? _certificate;
    private readonly Task _serving;

    /// <param name="hasTls">TLS from the first byte, with a certificate that nobody vouches for.</param>
    public ImapServer(bool hasTls = false)
    {
        _certificate = hasTls ? Certificate() : null;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Password { get; set; } = "s3cret-of-the-mailbox";

    public long Validity { get; set; } = 7;

    /// <summary>How often a message was fetched.</summary>
    public int Fetches { get; private set; }

    /// <summary>A number whose message the server cannot read.</summary>
    public long? Broken { get; set; }

    public void Deliver(string message, long uid = 0)
    {
        lock (_gate)
        {
            var inbox = _folders["INBOX"];
            inbox.Add(new(uid > 0 ? uid : inbox.Count == 0 ? 1 : inbox.Max(mail => mail.Uid) + 1, Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n"))));
        }
    }

    /// <summary>The numbers in a folder, with a star behind those that were seen.</summary>
    public IReadOnlyList<string> Folder(string name = "INBOX")
    {
        lock (_gate)
        {
            return [.. _folders[name].Select(mail => $"{mail.Uid}{(mail.IsSeen ? "*" : "")}")];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _certificate?.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> calls = [];
        try
        {
            while (true)
            {
                calls.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(calls);
        }
    }

    private async Task TalkAsync(TcpClient call)
    {
        try
        {
            using (call)
            await using (var stream = await OpenAsync(call))
            {
                var session = new Session(this, stream);
                await session.SayAsync("* OK [CAPABILITY IMAP4rev1 UIDPLUS MOVE] ready");
                while (await session.ReadLineAsync(_stopping.Token) is { } line && await session.AnswerAsync(line))
                {
                }
            }
        }
        catch (Exception hungUp) when (hungUp is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
        {
            // Whoever called hung up, or does not believe the certificate.
        }
    }

    private async Task<Stream> OpenAsync(TcpClient call)
    {
        if (_certificate is null)
        {
            return call.GetStream();
        }

        var secure = new SslStream(call.GetStream());
        await secure.AuthenticateAsServerAsync(_certificate);
        return secure;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var signed = request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pfx), null);
    }

    private sealed record Mail(long Uid, byte[] Bytes)
    {
        public bool IsSeen { get; set; }
    }

    private sealed partial class Session(ImapServer server, Stream stream)
    {
        private List<Mail> _open = [];

        public Task SayAsync(string line) => stream.WriteAsync(Encoding.UTF8.GetBytes($"{line}\r\n")).AsTask();

        public async Task<string?> ReadLineAsync(CancellationToken ct)
        {
            List<byte> line = [];
            var one = new byte[1];
            while (await stream.ReadAsync(one, ct) == 1)
            {
                if (one[0] == '\n')
                {
                    return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                }

                line.Add(one[0]);
            }

            return null;
        }

        public async Task<bool> AnswerAsync(string line)
        {
            var words = line.Split(' ', 3);
            var (tag, verb, rest) = (words[0], words[1].ToUpperInvariant(), words.Length > 2 ? words[2] : "");
            var result = "OK done";
            switch (verb)
            {
                case "CAPABILITY":
                    await SayAsync("* CAPABILITY IMAP4rev1 UIDPLUS MOVE");
                    break;
                case "LOGIN":
                    result = Quoted().Matches(rest) is [_, var password, ..] && Text(password) == server.Password ? "OK [CAPABILITY IMAP4rev1 UIDPLUS MOVE] welcome" : "NO [AUTHENTICATIONFAILED] no";
                    break;
                case "LIST" or "LSUB":
                    await ListAsync(verb, Quoted().Matches(rest) is [_, var pattern, ..] ? Text(pattern) : "");
                    break;
                case "SELECT" or "EXAMINE":
                    result = await SelectAsync(Text(Quoted().Match(rest)));
                    break;
                case "UID":
                    result = await ByNumberAsync(rest);
                    break;
                case "LOGOUT":
                    await SayAsync("* BYE");
                    await SayAsync($"{tag} OK bye");
                    return false;
            }

            await SayAsync($"{tag} {result}");
            return true;
        }

        private async Task ListAsync(string verb, string pattern)
        {
            if (pattern.Length == 0)
            {
                await SayAsync($"* {verb} (\\Noselect) \"/\" \"\"");
            }

            foreach (var name in server._folders.Keys.Select(Utf7))
            {
                if (pattern is "*" or "%" || name == pattern)
                {
                    await SayAsync($"* {verb} () \"/\" \"{name}\"");
                }
            }
        }

        private async Task<string> SelectAsync(string name)
        {
            if (server._folders.FirstOrDefault(folder => Utf7(folder.Key) == name) is not { Value: { } mails })
            {
                return "NO [NONEXISTENT] no such folder";
            }

            _open = mails;
            await SayAsync("* FLAGS (\\Seen \\Deleted)");
            await SayAsync("* OK [PERMANENTFLAGS (\\Seen \\Deleted \\*)] ok");
            await SayAsync($"* {Count()} EXISTS");
            await SayAsync($"* OK [UIDVALIDITY {server.Validity}] ok");
            await SayAsync($"* OK [UIDNEXT {Mails().Select(mail => mail.Uid).DefaultIfEmpty().Max() + 1}] ok");
            return "OK [READ-WRITE] done";
        }

        private async Task<string> ByNumberAsync(string rest)
        {
            var verb = rest.Split(' ')[0].ToUpperInvariant();
            var set = Numbers().Match(rest).Value;
            var mails = Mails();
            var last = mails.Select(mail => mail.Uid).DefaultIfEmpty().Max();
            switch (verb)
            {
                case "SEARCH":
                    await SayAsync($"* SEARCH{string.Concat(mails.Where(mail => Holds(set, mail.Uid, last)).Select(mail => $" {mail.Uid}"))}");
                    return "OK done";
                case "FETCH":
                    return await FetchAsync(rest, mails, set, last);
                case "STORE":
                    mails.Where(mail => Holds(set, mail.Uid, last)).ToList().ForEach(mail => mail.IsSeen = true);
                    return "OK done";
                case "MOVE":
                    return await MoveAsync(set, last, Text(Quoted().Matches(rest)[^1]));
                default:
                    return "BAD what?";
            }
        }

        private async Task<string> FetchAsync(string rest, IReadOnlyList<Mail> mails, string set, long last)
        {
            var isHeads = rest.Contains("HEADER.FIELDS", StringComparison.OrdinalIgnoreCase);
            foreach (var (mail, number) in mails.Select((mail, i) => (mail, i + 1)).Where(pair => Holds(set, pair.mail.Uid, last)))
            {
                if (!isHeads && mail.Uid == server.Broken)
                {
                    return "NO [SERVERBUG] cannot read it";
                }

                var text = Encoding.UTF8.GetString(mail.Bytes);
                var heads = string.Concat(text.Split("\r\n\r\n")[0].Split("\r\n").Where(head => Array.Exists(["message-id:", "from:", "subject:", "in-reply-to:", "references:"], name => head.StartsWith(name, StringComparison.OrdinalIgnoreCase))).Select(head => $"{head}\r\n")) + "\r\n";
                var bytes = isHeads ? Encoding.UTF8.GetBytes(heads) : mail.Bytes;
                var item = isHeads ? "BODY[HEADER.FIELDS (MESSAGE-ID FROM SUBJECT IN-REPLY-TO REFERENCES)]" : "BODY[]";
                await stream.WriteAsync((byte[])[.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"* {number} FETCH (UID {mail.Uid} RFC822.SIZE {mail.Bytes.Length} {item} {{{bytes.Length}}}\r\n")), .. bytes, .. ")\r\n"u8]);
                server.Fetches += isHeads ? 0 : 1;
            }

            return "OK done";
        }

        private async Task<string> MoveAsync(string set, long last, string target)
        {
            var (moved, into) = (Mails().Where(mail => Holds(set, mail.Uid, last)).ToList(), server._folders.First(folder => Utf7(folder.Key) == target).Value);
            await SayAsync($"* OK [COPYUID 9 {string.Join(',', moved.Select(mail => mail.Uid))} {string.Join(',', moved.Select(mail => mail.Uid))}] moved");
            foreach (var mail in moved)
            {
                int at;
                lock (server._gate)
                {
                    at = _open.IndexOf(mail) + 1;
                    _open.Remove(mail);
                    into.Add(mail);
                }

                await SayAsync($"* {at} EXPUNGE");
            }

            return "OK done";
        }

        private int Count() => Mails().Count;

        private IReadOnlyList<Mail> Mails()
        {
            lock (server._gate)
            {
                return [.. _open];
            }
        }

        private static bool Holds(string set, long uid, long last) => set.Split(',').Any(range =>
        {
            var ends = range.Split(':').Select(end => end == "*" || end == "4294967295" ? last : long.Parse(end, CultureInfo.InvariantCulture)).Order().ToList();
            return uid >= ends[0] && uid <= ends[^1];
        });

        // RFC 3501, 5.1.3, as far as one accent goes.
        private static string Utf7(string name) => name.Replace("é", "&AOk-", StringComparison.Ordinal);

        private static string Text(Match quoted) => quoted.Groups["text"].Success ? quoted.Groups["text"].Value.Replace("\\\"", "\"", StringComparison.Ordinal) : quoted.Value;

        [GeneratedRegex("""\"(?<text>(?:[^"\\]|\\.)*)\"|[^\s()]+$|(?<=^|\s)[^\s()"]+(?=\s|$)""", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Quoted();

        [GeneratedRegex(@"(?<=\s)[\d*][\d:,*]*(?=\s|$)", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Numbers();
    }
}
