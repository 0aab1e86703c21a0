namespace AdvPortal.Domain.Intake;

/// <summary>How a connection to a mail server is protected.</summary>
public enum MailboxSecurity
{
    /// <summary>TLS from the first byte (RFC 8314), usually port 993.</summary>
    Tls,

    /// <summary>STARTTLS (RFC 9051, 6.2.1): a plain connection that must turn to TLS before anything is said, usually port 143.</summary>
    StartTls,

    /// <summary>Nothing is protected: for a server on the same machine.</summary>
    None,
}

/// <summary>The mailbox where a company's clients send their orders. One for each company.</summary>
public sealed class OrderMailbox : TenantOwned
{
    public const int HostMaxLength = 253;
    public const int UserMaxLength = 320;
    public const int FolderMaxLength = 200;

    private OrderMailbox() { }

    public OrderMailbox(DateTimeOffset since) => Since = since;

    public Guid Id { get; private set; } = Ids.Next();
    public string Host { get; private set; } = null!;
    public int Port { get; private set; }
    public MailboxSecurity Security { get; private set; }

    [PersonalData]
    public string User { get; private set; } = null!;

    /// <summary>The password, closed with the keys of the portal: neither history nor an answer ever holds it.</summary>
    public byte[] Password { get; private set; } = null!;

    public string Folder { get; private set; } = null!;

    /// <summary>Where what was handled goes; null leaves it where it is, marked as seen.</summary>
    public string? HandledFolder { get; private set; }

    public bool IsWatched { get; private set; }

    /// <summary>What arrived before that day is nobody's concern here.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Whoever sees another server or another account must know its password.</summary>
    public bool IsSameAccount(string host, int port, MailboxSecurity security, string user) =>
        string.Equals(Host, host, StringComparison.OrdinalIgnoreCase) && (Port, Security, User) == (port, security, user);

    public void Describe(string host, int port, MailboxSecurity security, string user, string folder, string? handledFolder) =>
        (Host, Port, Security, User, Folder, HandledFolder) = (host, port, security, user, folder, handledFolder);

    public void Open(byte[] password) => Password = password;

    public void Watch(bool isWatched) => IsWatched = isWatched;
}
