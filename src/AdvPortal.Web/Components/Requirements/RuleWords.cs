using System.Globalization;
using AdvPortal.Domain.Requirements;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>« En clair »: a rule read back in whole sentences, so that a person sees what the portal will do.</summary>
internal static class RuleWords
{
    public static string Of(Rule rule, IStringLocalizer text) => string.Join(' ', (rule switch
    {
        DeliveryDays days => Of(days, text),
        Labelling labels => Of(labels, text),
        ProductCode code => Of(code, text),
        _ => [],
    }).DefaultIfEmpty(text["Rule.Nothing"]));

    private static IEnumerable<string> Of(DeliveryDays days, IStringLocalizer text)
    {
        if (days.ClosedWeekdays is not Weekdays.None and var closed)
        {
            yield return text["Rule.Closed", text.Word(closed)];
        }

        foreach (var window in days.Windows ?? [])
        {
            yield return text["Rule.Hours", window.Days is Weekdays.None ? text["Rule.EveryDay"] : text.Word(window.Days), Hours(window, text)];
        }

        if (days.ClosedDates is { Count: > 0 } dates)
        {
            yield return text["Rule.ClosedDates", text.List([.. dates.Select(period => Of(period, text))])];
        }

        if (days.OpenDates is { Count: > 0 } exceptions)
        {
            yield return text["Rule.OpenDates", text.List([.. exceptions.Select(period => Of(period, text))])];
        }

        if (days.Holidays is not null)
        {
            yield return text["Rule.Holidays"];
        }

        if (days.CutOff is { } hour)
        {
            yield return text["Rule.CutOff", text.Word(hour)];
        }

        if (days.NoticeDays is { } notice)
        {
            yield return text["Rule.Notice", notice];
        }

        yield return text[$"Rule.IfClosed.{days.IfClosed}"];
    }

    private static IEnumerable<string> Of(Labelling labels, IStringLocalizer text)
    {
        if (labels.Symbology is { } symbology)
        {
            yield return text[$"Rule.Labels.{labels.Per}", text.Word(symbology), labels.Copies ?? 1];
        }
    }

    private static IEnumerable<string> Of(ProductCode code, IStringLocalizer text)
    {
        if (code is { Prefix: null, Suffix: null, Pad: null, Map: null })
        {
            yield break;
        }

        var where = code.Documents is Documents.None ? text["Rule.AllDocuments"].Value : text.Word(code.Documents);
        yield return text["Rule.Codes", Sample, code.ToBuyer(Sample), where];

        if (code.Map is { Count: > 0 } map)
        {
            yield return text["Rule.CodeMap", map.Count];
        }
    }

    /// <summary>A code of ours to show a rule on.</summary>
    public const string Sample = "VH-M8-30-ZN";

    private static string Of(DatePeriod period, IStringLocalizer text)
    {
        var (from, until) = period.EveryYear
            ? (period.From.ToString("m", CultureInfo.CurrentCulture), period.Until.ToString("m", CultureInfo.CurrentCulture))
            : (text.Word(period.From), text.Word(period.Until));

        return period.From == period.Until ? from : text["Rule.FromTo", from, until];
    }

    public static string Hours(ReceivingWindow window, IStringLocalizer text) => window switch
    {
        { From: { } from, Until: { } until } => text["Rule.Between", text.Word(from), text.Word(until)],
        { From: { } from } => text["Rule.After", text.Word(from)],
        _ => text["Rule.Before", text.Word(window.Until)],
    };
}
