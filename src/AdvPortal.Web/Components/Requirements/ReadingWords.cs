using AdvPortal.Application.Requirements;
using AdvPortal.Exchange.Requirements;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>Words what was understood of a client's text, and cuts the text where it is to be highlighted.</summary>
internal static class ReadingWords
{
    /// <summary>« mercredis et jeudis » : jours fermés.</summary>
    public static string Because(this IStringLocalizer text, Because why) => text["Reading.Because", why.Words, text.Fields(why)];

    public static string Fields(this IStringLocalizer text, Because why) => text.List([.. why.Fields.Distinct(StringComparer.Ordinal).Select(field => text[$"Reading.Field.{field}"].Value)]);

    /// <summary>The whole text, in pieces: each with the reason for which it is highlighted, or none.</summary>
    public static IEnumerable<(string Words, Because? Why)> Pieces(InterpretationView reading, InterpretationView.Proposed? of)
    {
        var at = 0;

        foreach (var why in (of?.Because ?? []).OrderBy(why => why.At.Offset).ThenByDescending(why => why.At.Length))
        {
            if (why.At.Offset < at)
            {
                continue;
            }

            if (why.At.Offset > at)
            {
                yield return (reading.Text[at..why.At.Offset], null);
            }

            yield return (why.Words, why);
            at = why.At.End;
        }

        if (at < reading.Text.Length)
        {
            yield return (reading.Text[at..], null);
        }
    }
}
