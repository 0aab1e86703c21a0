using System.Globalization;

namespace AdvPortal.Domain.Tests.Common;

public sealed class ElementStringTests
{
    [Fact]
    public void Elements_are_read_as_people_write_them() =>
        Assert.Equal(
            [new("00", "330123450000000179"), new("400", "4500187342"), new("10", "L26-118")],
            ElementString.Read("(00)330123450000000179(400)4500187342(10)L26-118")!);

    [Theory]
    [InlineData("")]
    [InlineData("4500187342")]
    [InlineData("(400)")]
    [InlineData("(4)45")]
    [InlineData("PO (400)45")]
    [InlineData("(400)45(")]
    public void What_is_not_made_of_elements_from_end_to_end_is_none(string text) => Assert.Null(ElementString.Read(text));

    [Fact]
    public void Only_what_may_end_anywhere_is_separated_from_the_next() =>
        Assert.Equal(
            "0033012345000000017902036541230000194004500187342\u001D10L26",
            ElementString.Join([new("00", "330123450000000179"), new("02", "03654123000019"), new("400", "4500187342"), new("10", "L26")]));

    // Figure 7.8.5-2, by the first two digits.
    [Fact]
    public void Some_elements_end_by_themselves()
    {
        var ends = Enumerable.Range(0, 100).Select(two => two.ToString("00", CultureInfo.InvariantCulture)).Where(two => new ElementString(two, "").EndsByItself);

        Assert.Equal("00 01 02 03 04 11 12 13 14 15 16 17 18 19 20 31 32 33 34 35 36 41", string.Join(' ', ends));
        Assert.True(new ElementString("3102", "001240").EndsByItself && new ElementString("410", "3012345000008").EndsByItself);
        Assert.False(new ElementString("241", "0A").EndsByItself || new ElementString("400", "45").EndsByItself);
    }

    // Section 3.2: n stands for digits, an for any character of set 82.
    [Theory]
    [InlineData("00", "n", 18, 18)]
    [InlineData("01 02", "n", 14, 14)]
    [InlineData("10 21 22", "an", 1, 20)]
    [InlineData("11 12 13 15 16 17", "n", 6, 6)]
    [InlineData("20", "n", 2, 2)]
    [InlineData("30 37", "n", 1, 8)]
    [InlineData("240 241 250 251 400 401 403", "an", 1, 30)]
    [InlineData("242", "n", 1, 6)]
    [InlineData("3100 3369 3690", "n", 6, 6)] // measures: the last digit places the point
    [InlineData("402", "n", 17, 17)]
    [InlineData("410 411 412 413 414 415 416 417", "n", 13, 13)]
    [InlineData("420", "an", 1, 20)]
    [InlineData("421", "an", 4, 12)]
    [InlineData("422", "n", 3, 3)]
    [InlineData("90", "an", 1, 30)]
    [InlineData("91 92 93 94 95 96 97 98 99", "an", 1, 90)]
    public void An_identifier_takes_values_of_its_length_and_characters(string identifiers, string characters, int shortest, int longest) => Assert.All(identifiers.Split(' '), identifier =>
    {
        Assert.True(new ElementString(identifier, "").IsKnown);
        Assert.True(IsValid(shortest) && IsValid(longest));
        Assert.False(IsValid(shortest - 1) || IsValid(longest + 1));
        Assert.Equal(characters == "an", new ElementString(identifier, "A" + Filled(longest)[1..]).IsValid);

        bool IsValid(int length) => new ElementString(identifier, Filled(length)).IsValid;
    });

    [Theory]
    [InlineData("05")]
    [InlineData("18")]
    [InlineData("3702")]
    [InlineData("3002")]
    [InlineData("310")]
    [InlineData("418")]
    [InlineData("")]
    public void What_cannot_stand_on_a_parcel_is_not_known(string identifier)
    {
        Assert.False(new ElementString(identifier, "").IsKnown);
        Assert.False(new ElementString(identifier, "010101").IsValid);
    }

    [Theory]
    [InlineData("00 01 02 402 410 417", true)]
    [InlineData("20 37 422 400", false)]
    public void The_keys_of_GS1_end_with_a_digit_that_checks_them(string identifiers, bool areChecked) => Assert.All(identifiers.Split(' '), identifier =>
    {
        var length = Enumerable.Range(1, 18).Last(length => new ElementString(identifier, new('0', length)).IsValid);

        Assert.Equal(!areChecked, new ElementString(identifier, new string('0', length - 1) + "1").IsValid);
    });

    [Fact]
    public void Eighty_two_characters_can_be_written() => Assert.Equal(
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
        string.Concat(Enumerable.Range(0, 512).Select(code => (char)code).Where(character => new ElementString("400", $"{character}").IsValid)));

    [Theory]
    [InlineData("00", "330123450000000179", "(00)330123450000000179")]
    [InlineData("400", "4500187342", "(400)4500187342")]
    public void An_element_is_shown_as_people_read_it(string identifier, string value, string shown) => Assert.Equal(shown, new ElementString(identifier, value).ToString());

    [Theory]
    [InlineData("00", "330123450000000179", true)]
    [InlineData("00", "330123450000000170", false)]
    [InlineData("02", "03654123000010", false)]
    [InlineData("400", "4500187342", true)]
    [InlineData("400", "45 00", false)]
    [InlineData("400", "référence", false)]
    [InlineData("37", "1.5", false)]
    [InlineData("15", "271124", true)]
    [InlineData("15", "270200", true)] // the end of February
    [InlineData("15", "271324", false)]
    [InlineData("15", "270230", false)]
    [InlineData("3102", "001240", true)]
    [InlineData("3102", "12.40", false)]
    [InlineData("10", "131399", true)] // a batch, not a date
    [InlineData("11", "271324", false)]
    public void A_value_is_what_its_identifier_allows(string identifier, string value, bool itIs) => Assert.Equal(itIs, new ElementString(identifier, value).IsValid);

    [Theory]
    [InlineData("15", "2027-11-24", "271124")]
    [InlineData("3102", "12.4", "001240")]
    [InlineData("3100", "12.5", "000013")]
    [InlineData("3103", "001240", "001240")]
    [InlineData("3105", "9.999999", "1000000")] // too much for six digits: refused by its length
    [InlineData("3100", "1000000", "1000000")]
    [InlineData("3100", "-1", "-1")]
    [InlineData("3102", "douze", "douze")]
    [InlineData("02", "3654123000019", "03654123000019")]
    [InlineData("01", "614141000036", "00614141000036")]
    [InlineData("01", "40123455", "00000040123455")]
    [InlineData("01", "123456789", "123456789")]
    [InlineData("410", "40123455", "40123455")]
    [InlineData("15", "24.11.2027", "24.11.2027")]
    [InlineData("10", "2027-11-24", "2027-11-24")]
    [InlineData("400", "2027-11-24", "2027-11-24")]
    public void Our_values_are_written_as_the_identifier_wants_them(string identifier, string ours, string theirs) =>
        Assert.Equal(theirs, new ElementString(identifier, ours).Fitted().Value);

    // Zeros check themselves; as a date they need a month.
    private static string Filled(int length) => length == 6 ? "010100" : new('0', length);
}
