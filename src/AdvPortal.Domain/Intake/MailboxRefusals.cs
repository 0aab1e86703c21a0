namespace AdvPortal.Domain.Intake;

/// <summary>Nobody knows a server of that name.</summary>
public sealed record MailboxHostUnknown(string Host) : Refusal(Host);

/// <summary>The machine is there and takes no call on that port.</summary>
public sealed record MailboxConnectionRefused(string Host, int Port) : Refusal(Host, Port);

/// <summary>No answer in time.</summary>
public sealed record MailboxUnreachable(string Host, int Port) : Refusal(Host, Port);

/// <summary>The server does not speak TLS there, or not yet.</summary>
public sealed record MailboxWithoutTls(string Host, int Port) : Refusal(Host, Port);

/// <summary>The certificate is not the server's, has expired, or nobody vouches for it.</summary>
public sealed record MailboxCertificateRefused(string Host, string Why) : Refusal(Host, Why);

public sealed record MailboxPasswordRefused(string User) : Refusal(User);

public sealed record MailboxFolderMissing(string Folder) : Refusal(Folder);

/// <summary>The keys of the portal no longer open the password: it is typed again.</summary>
public sealed record MailboxPasswordLost : Refusal;

/// <summary>Another server or another account is shown the password only by whoever knows it.</summary>
public sealed record MailboxPasswordNeeded : Unacceptable;

/// <summary>The server said something else.</summary>
public sealed record MailboxTroubled(string Word) : Refusal(Word);
