using System.Collections.Concurrent;
using System.Globalization;

namespace AdvPortal.Application.Common;

/// <summary>That something was changed, for whoever shows it: they read it again. Losing a notice only delays a refresh.</summary>
public sealed record ChangeNotice(TenantId Tenant, string UseCase, Guid SubjectId, ClientId? ClientId);

/// <summary>Passes notices on within this process, after commit.</summary>
public sealed class ChangeNotices
{
    private readonly ConcurrentDictionary<Guid, Subscription> _subscriptions = new();

    /// <summary>For what remembers things of every company: told before anybody goes on, so it only forgets.</summary>
    internal event Action<ChangeNotice>? Published;

    public IDisposable Subscribe(TenantId tenant, Func<ChangeNotice, Task> listener)
    {
        var subscription = new Subscription(this, Ids.Next(), tenant, listener, CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        _subscriptions[subscription.Id] = subscription;

        return subscription;
    }

    internal void Publish(ChangeNotice notice)
    {
        Published?.Invoke(notice);

        foreach (var subscription in _subscriptions.Values.Where(s => s.Tenant == notice.Tenant))
        {
            // A page that fails to refresh must not hold up the person whose work is done.
            _ = Task.Run(() => subscription.TellAsync(notice));
        }
    }

    private sealed record Subscription(ChangeNotices Notices, Guid Id, TenantId Tenant, Func<ChangeNotice, Task> Listener, CultureInfo Culture, CultureInfo Language) : IDisposable
    {
        // Whoever looks on reads in their own language, not in that of the one who changed something.
        public Task TellAsync(ChangeNotice notice)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Culture, Language);

            return Listener(notice);
        }

        public void Dispose() => Notices._subscriptions.TryRemove(Id, out _);
    }
}
