using System.Collections.Frozen;
using AdvPortal.Domain.Members;

namespace AdvPortal.Web.Components.Layout;

/// <summary>What the frame around every page must know of the signed-in member. The host cascades it; pages read permissions from it.</summary>
public sealed record ShellState
{
    public required string MemberName { get; init; }
    public required string RoleLabel { get; init; }
    public required string TenantName { get; init; }
    public required IReadOnlySet<Permission> Permissions { get; init; }

    /// <summary>What waits behind a navigation item, by <see cref="NavItem.Key"/>; items without a count show none.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>Other companies of this person, with absolute addresses ("/comptoir-beauceron/"). None: no switcher.</summary>
    public IReadOnlyList<ShellLink> Tenants { get; init; } = [];

    /// <summary>What « Créer » offers. None: no button.</summary>
    public IReadOnlyList<ShellLink> Create { get; init; } = [];

    /// <summary>Mails stay here instead of leaving, and can be read: in Development only.</summary>
    public bool HasMailbox { get; init; }

    /// <summary>"light", "dark", or null for what the device prefers.</summary>
    public string? Theme { get; init; }

    public bool LetterShortcuts { get; init; } = true;

    /// <summary>Answers Ctrl+K.</summary>
    public Func<string, CancellationToken, Task<IReadOnlyList<PaletteResult>>> SearchAsync { get; init; } =
        static (_, _) => Task.FromResult<IReadOnlyList<PaletteResult>>([]);

    /// <summary>Keeps what the person prefers, beyond this browser. The shell keeps the cookie itself.</summary>
    public Func<MemberPreferences, Task> PreferAsync { get; init; } = static _ => Task.CompletedTask;

    /// <summary>On a page of somebody else's client, what is closed to the member there.</summary>
    public IReadOnlySet<Permission> Closed { get; init; } = FrozenSet<Permission>.Empty;

    public bool May(Permission permission) => Permissions.Contains(permission) && !Closed.Contains(permission);

    public ShellState Without(IReadOnlySet<Permission> closed) => closed.Count == 0 ? this : this with { Closed = closed };
}

public sealed record ShellLink(string Text, string Href, string? Icon = null);

/// <param name="Language">"fr" or "en".</param>
/// <param name="Theme">"light", "dark", or null for what the device prefers.</param>
public sealed record MemberPreferences(string Language, string? Theme, bool LetterShortcuts);

/// <param name="Group">A text key that heads the group: "Clients", "Orders", "Products".</param>
public sealed record PaletteResult(string Group, string Icon, string Title, string Detail, string Href);
