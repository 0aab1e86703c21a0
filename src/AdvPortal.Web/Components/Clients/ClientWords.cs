using AdvPortal.Application.History;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Clients;

/// <summary>Words what happened around a client, and where it stands.</summary>
internal static class ClientWords
{
    /// <summary>« Commande CV26-04518 confirmée ».</summary>
    public static string Happened(this IStringLocalizer<Texts> text, ClientEvent entry) =>
        $"Happened.{entry.UseCase}{About(entry)}" is var name && TextCatalog.Has(name) ? text[name, entry.Subject ?? ""].Value.Replace("  ", " ", StringComparison.Ordinal) : text["Happened.Other"];

    // A mail about an order is its acknowledgement.
    private static string About(ClientEvent entry) => entry is { UseCase: "RecordSentMail" or "RecordUnsentMail", SubjectKind: not "Order" } ? ".Mail" : "";

    /// <summary>« lun. 16 nov. → mar. 24 nov. · Rupture de stock, côté nous »; null where no promise was moved.</summary>
    public static string? Moved(this IStringLocalizer<Texts> text, ClientEvent entry, DateOnly today) => entry.Moved is not { } moved ? null
        : $"{(moved.Was is { } was ? text["Promise.FromTo", text.Word(was, today), text.Word(moved.Now, today)].Value : text.Word(moved.Now, today))} · {text.Word(moved.Cause)}, {text.Word(moved.Side)}";

    /// <summary>« 4 rue du Silo, 28000 Chartres »; the country only abroad.</summary>
    public static string Address(this IStringLocalizer<Texts> text, PostalAddress address)
    {
        var place = string.Join(' ', new[] { address.Postcode, address.City }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var parts = new[] { address.Street, place, address.Country is "FR" ? null : address.Country }.Where(part => !string.IsNullOrWhiteSpace(part)).ToList();

        return parts.Count == 0 ? text["Client.NoAddress"] : string.Join(", ", parts);
    }
}
