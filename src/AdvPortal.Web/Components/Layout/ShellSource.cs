using System.Collections.Frozen;
using System.Security.Claims;
using AdvPortal.Application.Common;
using AdvPortal.Application.Day;
using AdvPortal.Application.Members;
using AdvPortal.Application.Outbox;
using AdvPortal.Application.Tenants;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Identity;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Layout;

/// <summary>Puts together what the frame knows of the signed-in member.</summary>
internal sealed class ShellSource(Sessions sessions, KeepPreferences keep, SearchEverything search, CountWaiting waiting, MailSettings mail, IStringLocalizer<Texts> text)
{
    public async Task<ShellState?> ReadAsync(ClaimsPrincipal user, TenantInfo? tenant, CancellationToken ct = default)
    {
        if (tenant is null || MemberClaims.LoginOf(user) is not { } login || user.FindFirstValue(MemberClaims.Stamp) is not { } stamp
            || await sessions.RecogniseAsync(tenant, login, stamp, ct) is not { } member)
        {
            return null;
        }

        var permissions = Roles.PermissionsOf(member.Roles);
        var others = await sessions.CompaniesAsync(login, ct);

        return new()
        {
            MemberName = member.Name,
            RoleLabel = text.List([.. member.Roles.Select(role => text.Word(role))]),
            TenantName = tenant.Name,
            Permissions = permissions,
            Counts = await CountsAsync(permissions, ct),
            Tenants = [.. others.Where(company => company.Slug != tenant.Slug).Select(company => new ShellLink(company.Name, $"/{company.Slug}/"))],
            Create = [.. Creatable(permissions)],
            HasMailbox = mail.KeepsMails,
            Theme = member.Theme,
            LetterShortcuts = member.SingleLetterShortcuts,
            SearchAsync = FindAsync,
            PreferAsync = async wish => await keep.ExecuteAsync(wish.Language, wish.Theme, wish.LetterShortcuts, CancellationToken.None),
        };
    }

    private async Task<IReadOnlyDictionary<string, int>> CountsAsync(IReadOnlySet<Permission> permissions, CancellationToken ct)
    {
        // What nobody may read is nobody's count.
        if (!permissions.Contains(Permission.ReadOrders))
        {
            return FrozenDictionary<string, int>.Empty;
        }

        var counted = (await waiting.ExecuteAsync(ct)).Value;
        (string Key, int Count)[] counts = [(Navigation.Inquiries.Key, counted?.Inquiries ?? 0), (Navigation.Complaints.Key, counted?.Complaints ?? 0), (Navigation.Tenders.Key, counted?.Tenders ?? 0)];

        return counts.Where(each => each.Count > 0).ToDictionary(each => each.Key, each => each.Count, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<PaletteResult>> FindAsync(string query, CancellationToken ct)
    {
        var found = await search.ExecuteAsync(query, ct);

        return found.IsOk
            ?
            [
                .. found.Value.Orders.Select(order => new PaletteResult(
                    "Orders", Navigation.OrderBook.Icon, order.Number, string.Join(" · ", new[] { order.ClientName, order.CustomerReference, text.Word(order.Status) }.OfType<string>()), $"orders/{order.Id.Value}")),
                .. found.Value.Deliveries.Select(delivery => new PaletteResult(
                    "Deliveries", Navigation.Deliveries.Icon, delivery.Number, string.Join(" · ", new[] { delivery.ClientName, delivery.Reference, text.Word(delivery.Status) }.OfType<string>()), $"deliveries/{delivery.Id.Value}")),
                .. found.Value.Clients.Select(client => new PaletteResult("Clients", Navigation.Clients.Icon, client.Name, client.Code, $"clients/{client.Id.Value}")),
                .. found.Value.Products.Select(product => new PaletteResult("Products", MudBlazor.Icons.Material.Outlined.Sell, product.Code, product.Name, $"orders?view=All&q={Uri.EscapeDataString(product.Code)}")),
                .. found.Value.Tenders.Select(tender => new PaletteResult("Tenders", Navigation.Tenders.Icon, tender.Number, string.Join(" · ", tender.ClientName, tender.Title, text.Word(tender.Status)), $"tenders/{tender.Id.Value}")),
            ]
            : [];
    }

    private IEnumerable<ShellLink> Creatable(IReadOnlySet<Permission> permissions)
    {
        foreach (var (needed, key, href, icon) in Navigation.Creatable)
        {
            if (permissions.Contains(needed))
            {
                yield return new(text[key], href, icon);
            }
        }
    }
}
