namespace AdvPortal.Application.Common;

/// <summary>Closes what must be read again and never seen, such as a password for another server: with the keys of the portal, which the host knows.</summary>
/// <param name="Close">The text, closed.</param>
/// <param name="Open">What was closed; null where the keys are gone.</param>
public sealed record SecretBox(Func<string, byte[]> Close, Func<byte[], string?> Open);
