using System.Collections.Concurrent;

namespace AdvPortal.Application.Webhooks;

/// <summary>How many messages this node has on the wire to one webhook: one that hangs takes no more than its share of the post, and all others are told in time.</summary>
public sealed class WebhookLanes
{
    /// <summary>For how long the rest of its messages is left alone when one has no lane.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private const int Share = 8;

    // Whoever answers has answered by then.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<WebhookId, SemaphoreSlim> _lanes = new();

    /// <returns>Null where all its lanes are taken, and stay so.</returns>
    internal async Task<Lane?> EnterAsync(WebhookId webhook, CancellationToken ct)
    {
        var lanes = _lanes.GetOrAdd(webhook, _ => new(Share));

        return await lanes.WaitAsync(_patience, ct) ? new(lanes) : null;
    }

    internal sealed class Lane(SemaphoreSlim lanes) : IDisposable
    {
        public void Dispose() => lanes.Release();
    }
}
