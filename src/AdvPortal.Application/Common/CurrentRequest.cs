namespace AdvPortal.Application.Common;

/// <summary>What the API knows of the request beyond its content: the key under which it may be sent again.</summary>
public sealed class CurrentRequest
{
    private (string Key, byte[] Hash)? _key;

    public void MayBeRepeated(string key, byte[] requestHash) => _key = (key, requestHash);

    /// <summary>Handed to the first thing that the request does: its answer is the request's answer.</summary>
    internal RepeatedRequest? TakeKey()
    {
        var taken = _key;
        _key = null;

        return taken is (var key, var hash) ? new(key, hash) : null;
    }
}
