using System.Threading.Channels;

namespace AdvPortal.Application.Outbox;

/// <summary>Wakes this node's post when something was put into its queue. A ring that is lost only delays it until the next round.</summary>
public abstract class Bell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Until somebody rings, at most <paramref name="longest"/>.</summary>
    internal async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(longest, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);

        try
        {
            await _rings.Reader.ReadAsync(both.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Nobody rang: time for a round all the same.
        }
    }
}

/// <summary>A mail was put into the outbox.</summary>
public sealed class OutboxBell : Bell;
