namespace AdvPortal.Exchange.Mail;

public enum SendOutcome
{
    /// <summary>The server has taken the mail over.</summary>
    Sent,

    /// <summary>Try again later: the server is away, busy, or does not let us in as it is set up.</summary>
    Temporary,

    /// <summary>Trying again changes nothing: an address or the mail itself is refused.</summary>
    Permanent,
}

/// <summary>What became of an attempt to send; <see cref="Detail"/> is the server's or the network's word, for whoever looks into it.</summary>
public sealed record SendResult(SendOutcome Outcome, string? Detail = null);
