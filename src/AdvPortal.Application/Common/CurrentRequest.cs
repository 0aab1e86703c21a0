namespace AdvPortal.Application.Common;

/// <summary>What the API knows of the request beyond its content: the key under which it may be sent again.</summary>
public sealed class CurrentRequest
{
    public string? IdempotencyKey { get; private set; }
    public byte[]? RequestHash { get; private set; }

    public void MayBeRepeated(string key, byte[] requestHash) => (IdempotencyKey, RequestHash) = (key, requestHash);
}
