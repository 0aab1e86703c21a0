using System.Text.Json;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Tests.Common;

public sealed class JsonEnumsTests
{
    private static readonly JsonSerializerOptions _hours = new() { Converters = { new HourAndMinute() } };

    [Theory]
    [InlineData(Weekdays.None, "[]")]
    [InlineData(Weekdays.Sunday, """["sunday"]""")]
    [InlineData(Weekdays.Saturday | Weekdays.Monday, """["monday","saturday"]""")]
    [InlineData(Weekdays.All, """["monday","tuesday","wednesday","thursday","friday","saturday","sunday"]""")]
    public void A_set_is_the_list_of_what_is_in_it(Weekdays days, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(days));
        Assert.Equal(days, JsonSerializer.Deserialize<Weekdays>(json));
    }

    [Theory]
    [InlineData("null", Weekdays.None)]
    [InlineData("""["sunday","monday","sunday"]""", Weekdays.Monday | Weekdays.Sunday)]
    public void Order_and_repetition_say_nothing(string json, Weekdays days) => Assert.Equal(days, JsonSerializer.Deserialize<Weekdays>(json));

    [Theory]
    [InlineData("\"monday\"")]
    [InlineData("1")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("""["Monday"]""")]
    [InlineData("""["all"]""")]
    [InlineData("""["monday","someday"]""")]
    public void What_is_no_list_of_their_names_is_refused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Weekdays>(json));

    [Fact]
    public void What_was_expected_instead_is_said()
    {
        Assert.Contains("Weekdays", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Weekdays>("1")).Message, StringComparison.Ordinal);
        Assert.Contains("intake, confirmation", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Moments>("[1]")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_value_is_its_name_and_never_a_number()
    {
        Assert.Equal("\"autoFix\"", JsonSerializer.Serialize(Severity.AutoFix));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Severity>("2"));
    }

    [Theory]
    [InlineData("15:00", "15:00")]
    [InlineData("8:05", "08:05")]
    [InlineData("15:00:00", "15:00")] // as it was written once
    public void An_hour_is_written_with_its_minutes(string read, string written) =>
        Assert.Equal($"\"{written}\"", JsonSerializer.Serialize(JsonSerializer.Deserialize<TimeOnly>($"\"{read}\"", _hours), _hours));

    [Theory]
    [InlineData("24:00")]
    [InlineData("15 h 00")]
    [InlineData("3 PM")]
    [InlineData("")]
    public void What_is_no_hour_is_refused(string text) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TimeOnly>($"\"{text}\"", _hours));
}
