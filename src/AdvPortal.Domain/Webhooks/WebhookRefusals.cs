namespace AdvPortal.Domain.Webhooks;

public sealed record NoSuchWebhook : NoSuchThing;

public sealed record NoSuchWebhookMessage : NoSuchThing;

public sealed record TooManyWebhooks(int Most) : Refusal(Most);

/// <summary>It is switched off: nothing is sent there.</summary>
public sealed record WebhookIsOff : Refusal;

/// <summary>It is on the wire at this moment.</summary>
public sealed record WebhookMessageUnderway : Refusal;

public sealed record WebhookHostUnknown(string Host) : Refusal(Host);

/// <summary>The portal calls nobody within a network of its own: what is told there could be asked for from outside.</summary>
public sealed record WebhookAddressRefused(string Host) : Refusal(Host);

public sealed record WebhookConnectionRefused(string Host, int Port) : Refusal(Host, Port);

public sealed record WebhookUnreachable(string Host, int Port) : Refusal(Host, Port);

public sealed record WebhookCertificateRefused(string Host, string Why) : Refusal(Host, Why);

/// <summary>Nothing came back in time.</summary>
public sealed record WebhookNoAnswer(string Host) : Refusal(Host);

public sealed record WebhookRedirected(string Host, string Status) : Refusal(Host, Status);

public sealed record WebhookGone(string Host) : Refusal(Host);

/// <summary>It answered something else than 2xx.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Word">The beginning of what it said; empty when it said nothing.</param>
public sealed record WebhookAnswered(string Host, string Status, string Word) : Refusal(Host, Status, Word);

public sealed record WebhookSecretLost : Refusal;

public sealed record WebhookTroubled(string Word) : Refusal(Word);
