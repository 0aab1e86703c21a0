namespace AdvPortal.Exchange.Mail;

/// <summary>The server that takes our mail. With <see cref="UseTls"/> nothing is said in the clear: TLS at once on port 465, STARTTLS on any other.</summary>
public sealed record SmtpOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary>No sign-in where it is left out.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    public required Mailbox From { get; init; }

    public bool UseTls { get; init; } = true;

    /// <summary>How long one answer of the server may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Says nothing of the password, wherever options are printed.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
