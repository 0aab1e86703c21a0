using System.Collections;
using System.Globalization;
using System.Numerics;
using AdvPortal.Domain.Requirements;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web;

/// <summary>Words what the domain only names, in the reader's language.</summary>
public static class Saying
{
    /// <param name="today">Given, dates of this year go without their year.</param>
    public static string Say(this IStringLocalizer text, Message message, DateOnly? today = null) =>
        message.Parts.Count == 0 ? text[message.Key] : text[message.Key, [.. message.Parts.Select(part => text.Word(part, today))]];

    /// <summary>One value as it reads inside a sentence: « ven. 27 nov. 2026 », « mercredi », « 5 000 », « Confirmée », « mardi, jeudi et vendredi ».</summary>
    public static string Word(this IStringLocalizer text, object? part, DateOnly? today = null) => part switch
    {
        null => "",
        string words => words,
        Message message => text.Say(message, today),
        DateOnly day => Wording.Date(day, CultureInfo.CurrentCulture, today),
        Money money => Wording.Money(money.Amount, money.Currency, CultureInfo.CurrentCulture),
        UnitPrice price => Wording.Price(price.Amount, CultureInfo.CurrentCulture),
        Language language => CultureInfo.GetCultureInfo(language.Code).DisplayName,
        TimeOnly time => Wording.Time(time, CultureInfo.CurrentCulture),
        DayOfWeek day => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day),
        decimal number => Wording.Quantity(number, CultureInfo.CurrentCulture),
        int number => Wording.Number(number, CultureInfo.CurrentCulture),
        long number => Wording.Number(number, CultureInfo.CurrentCulture),
        Weekdays days => text.List([.. days.Each().Select(day => text.Word(day))]),
        Enum value when value.GetType().IsDefined(typeof(FlagsAttribute), inherit: false) => text.List([.. Flags(value).Select(flag => text[flag].Value)]),
        Enum value => text[$"{value.GetType().Name}.{value}"],
        IFormattable value => value.ToString(null, CultureInfo.CurrentCulture),
        IEnumerable parts => text.List([.. parts.Cast<object?>().Select(each => text.Word(each, today))]),
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

    private static IEnumerable<string> Flags(Enum value) =>
        from flag in Enum.GetValues(value.GetType()).Cast<Enum>()
        where BitOperations.IsPow2(Convert.ToInt64(flag, CultureInfo.InvariantCulture)) && value.HasFlag(flag)
        select $"{value.GetType().Name}.{flag}";
}
