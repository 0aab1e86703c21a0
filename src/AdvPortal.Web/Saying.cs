using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web;

/// <summary>Words what the domain only names, in the reader's language.</summary>
public static class Saying
{
    public static string Say(this IStringLocalizer text, Message message) =>
        message.Parts.Count == 0 ? text[message.Key] : text[message.Key, [.. message.Parts.Select(part => text.Word(part))]];

    /// <summary>One value as it reads inside a sentence: « ven. 27 nov. 2026 », « mercredi », « 5 000 », « Confirmée », « mardi, jeudi et vendredi ».</summary>
    public static string Word(this IStringLocalizer text, object? part) => part switch
    {
        null => "",
        string words => words,
        Message message => text.Say(message),
        DateOnly day => Wording.Date(day, CultureInfo.CurrentCulture),
        TimeOnly time => Wording.Time(time, CultureInfo.CurrentCulture),
        DayOfWeek day => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day),
        decimal number => Wording.Quantity(number, CultureInfo.CurrentCulture),
        int number => Wording.Number(number, CultureInfo.CurrentCulture),
        long number => Wording.Number(number, CultureInfo.CurrentCulture),
        Enum value => text[$"{value.GetType().Name}.{value}"],
        IFormattable value => value.ToString(null, CultureInfo.CurrentCulture),
        IEnumerable parts => text.List([.. parts.Cast<object?>().Select(each => text.Word(each))]),
        _ => part.ToString() ?? "",
    };

    /// <summary>« a », « a et b », « a, b et c ».</summary>
    public static string List(this IStringLocalizer text, IReadOnlyList<string> words) =>
        words.Count switch
        {
            0 => "",
            1 => words[0],
            _ => string.Join(", ", words.SkipLast(1)) + text["ListAnd"] + words[^1],
        };
}
