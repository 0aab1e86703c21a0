using System.Collections.Concurrent;
using System.Globalization;

namespace AdvPortal.Application.Common;

/// <summary>Who has what open at this moment, so that two people at the same document or order see each other.</summary>
/// <remarks>
/// Within this process, and kept nowhere: with several nodes, colleagues on another one are not seen. Nothing depends on it, because the
/// version of what they look at lets one of them only win.
/// </remarks>
public sealed class Onlookers
{
    private readonly ConcurrentDictionary<Guid, Look> _looks = new();

    /// <param name="subject">The document or the order.</param>
    /// <param name="changed">Somebody else came or went.</param>
    /// <returns>Disposed of, one has left.</returns>
    public IDisposable Enter(TenantId tenant, Guid subject, MemberId member, string name, Func<Task> changed)
    {
        var look = new Look(this, Ids.Next(), tenant, subject, member, name, changed, CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        _looks[look.Id] = look;
        Tell(look);

        return look;
    }

    /// <summary>The names of the others, each once, however many pages they have open.</summary>
    public IReadOnlyList<string> Others(TenantId tenant, Guid subject, MemberId than) =>
        [.. _looks.Values.Where(l => l.Tenant == tenant && l.Subject == subject && l.Member != than).DistinctBy(l => l.Member).Select(l => l.Name).Order(StringComparer.CurrentCulture)];

    private void Tell(Look about)
    {
        foreach (var look in _looks.Values.Where(l => l.Tenant == about.Tenant && l.Subject == about.Subject && l.Member != about.Member))
        {
            // Whoever comes does not wait for the pages of the others.
            _ = Task.Run(look.TellAsync);
        }
    }

    private sealed record Look(Onlookers All, Guid Id, TenantId Tenant, Guid Subject, MemberId Member, string Name, Func<Task> Changed, CultureInfo Culture, CultureInfo Language) : IDisposable
    {
        public Task TellAsync()
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Culture, Language);

            return Changed();
        }

        public void Dispose()
        {
            if (All._looks.TryRemove(Id, out _))
            {
                All.Tell(this);
            }
        }
    }
}
