using System.Globalization;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Review;

/// <summary>Moments as a stamp on paper has them: « auj. 08:12 », « 23 nov. 08:12 ».</summary>
internal static class Stamps
{
    public static string Stamp(this IStringLocalizer<Texts> text, DateTimeOffset at, DateOnly today)
    {
        var (day, time) = (DateOnly.FromDateTime(at.DateTime), at.ToString("HH:mm", CultureInfo.InvariantCulture));

        return day == today ? text["Review.TodayAt", time] : $"{Wording.Date(day, CultureInfo.CurrentCulture, today)} {time}";
    }

    /// <summary>Whoever did it, and for whom: « Claire Morel, pour Yanis Benali ».</summary>
    public static string Who(this IStringLocalizer<Texts> text, string? by, string? key, string? actingFor) => (by, key, actingFor) switch
    {
        ({ } member, _, { } absent) => text["Story.For", member, absent],
        ({ } member, _, _) => member,
        (_, { } program, _) => text["Story.Key", program],
        _ => text["Story.Portal"],
    };

    /// <summary>A finding in a few words: what a sentence says, without its full stop. The one of an abbreviated month stays.</summary>
    public static string Headline(this IStringLocalizer<Texts> text, Message sentence, DateOnly today) =>
        text.Say(sentence, today) is var said && said.EndsWith('.') ? said[..^1] : said;
}
