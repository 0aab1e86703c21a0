using System.Globalization;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace AdvPortal.Web.Tests.Shared;

public sealed class SayingTests
{
    private readonly TextCatalog _text = new(NullLogger<TextCatalog>.Instance, strict: true);

    [Theory]
    [InlineData("fr", "mardi, jeudi et vendredi")]
    [InlineData("en", "Tuesday, Thursday and Friday")]
    public void Several_days_are_told_as_one_tells_them(string language, string expected)
    {
        Read(language);

        Assert.Equal(expected, _text.Word(new[] { DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Friday }));
    }

    [Fact]
    public void What_fills_a_gap_is_written_as_everywhere_else()
    {
        Read("fr");

        Assert.Equal("mer. 25 nov. 2026", _text.Word(new DateOnly(2026, 11, 25)));
        Assert.Equal("5\u202F000", _text.Word(5000m));
        Assert.Equal("mer. 25 nov.", _text.Word(new DateOnly(2026, 11, 25), today: new(2026, 1, 1)));
        Assert.Equal("1,10", _text.Word(new UnitPrice(1.1m)));
        Assert.Equal("documents en allemand", _text.Say(new(MessageKeys.PapersLanguage, new Language("de"))));
        Assert.Equal("Bloquante", _text.Word(Severity.Block));
        Assert.Equal("mercredi et jeudi", _text.Word(Weekdays.Wednesday | Weekdays.Thursday));
        Assert.Equal("ARC et facture", _text.Word(Documents.Acknowledgement | Documents.Invoice));
        Assert.Equal("", _text.Word(Array.Empty<string>()));
        Assert.Equal("Pour Yanis", _text.Word(new Message("ForColleague", "Yanis")));
    }

    [Theory]
    [InlineData("fr", "27/11/2026")]
    [InlineData("fr", "27.11.26")]
    [InlineData("fr", "27/11")]
    [InlineData("fr", "2026-11-27")]
    [InlineData("fr", "ven. 27 nov. 2026")]
    [InlineData("fr", "27 novembre")]
    [InlineData("en", "27/11/2026")]
    [InlineData("en", "Fri 27 Nov 2026")]
    public void A_date_is_read_as_people_type_it(string language, string typed)
    {
        Assert.True(DateReading.TryRead(typed, CultureInfo.GetCultureInfo(language), new(2026, 11, 23), out var day));
        Assert.Equal(new DateOnly(2026, 11, 27), day);
    }

    [Theory]
    [InlineData("5/1", "2027-01-05")]
    [InlineData("29/2", "2028-02-29")]
    [InlineData("dim. 1er mars 2026", "2026-03-01")]
    public void A_day_without_a_year_is_the_next_one(string typed, string expected)
    {
        Assert.True(DateReading.TryRead(typed, CultureInfo.GetCultureInfo("fr"), new(2026, 11, 23), out var day));
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), day);
    }

    [Theory]
    [InlineData("")]
    [InlineData("demain")]
    [InlineData("31/11/2026")]
    [InlineData("12")]
    public void What_is_no_date_is_not_guessed(string typed) =>
        Assert.False(DateReading.TryRead(typed, CultureInfo.GetCultureInfo("fr"), new(2026, 11, 23), out _));

    private static void Read(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
