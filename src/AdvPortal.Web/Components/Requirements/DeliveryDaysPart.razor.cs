using System.Globalization;
using AdvPortal.Domain.Requirements;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>When a site receives: days, hours, closures, and how long beforehand it wants to know.</summary>
public partial class DeliveryDaysPart : IRulePart<DeliveryDays>
{
    public static IEnumerable<string> Read(DeliveryDays rule, IStringLocalizer text)
    {
        if (rule.ClosedWeekdays is not Weekdays.None and var closed)
        {
            yield return text["Rule.Closed", text.Word(closed)];
        }

        foreach (var window in rule.Windows ?? [])
        {
            yield return text["Rule.Hours", window.Days is Weekdays.None ? text["Rule.EveryDay"] : text.Word(window.Days), RuleWords.Hours(window, text)];
        }

        if (rule.ClosedDates is { Count: > 0 } dates)
        {
            yield return text["Rule.ClosedDates", text.List([.. dates.Select(period => Of(period, text))])];
        }

        if (rule.OpenDates is { Count: > 0 } exceptions)
        {
            yield return text["Rule.OpenDates", text.List([.. exceptions.Select(period => Of(period, text))])];
        }

        if (rule.Holidays is { } zone)
        {
            yield return text["Rule.Holidays", text[$"Requirement.Holidays.{zone}"].Value];
        }

        if (rule.CutOff is { } hour)
        {
            yield return text["Rule.CutOff", text.Word(hour)];
        }

        if (rule.NoticeDays is { } notice)
        {
            yield return text["Rule.Notice", notice];
        }

        yield return text[$"Rule.IfClosed.{rule.IfClosed}"];
    }

    private static string Of(DatePeriod period, IStringLocalizer text)
    {
        var (from, until) = period.EveryYear
            ? (period.From.ToString("m", CultureInfo.CurrentCulture), period.Until.ToString("m", CultureInfo.CurrentCulture))
            : (text.Word(period.From), text.Word(period.Until));

        return period.From == period.Until ? from : text["Rule.FromTo", from, until];
    }
}
