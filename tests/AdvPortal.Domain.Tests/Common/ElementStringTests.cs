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

    [Theory]
    [InlineData("3102", "001240", true)]
    [InlineData("410", "3012345000000", true)]
    [InlineData("20", "01", true)]
    [InlineData("37", "500", false)]
    [InlineData("241", "0A", false)]
    public void Some_elements_end_by_themselves(string identifier, string value, bool itDoes) => Assert.Equal(itDoes, new ElementString(identifier, value).EndsByItself);

    [Theory]
    [InlineData("00", "330123450000000179", true)]
    [InlineData("00", "330123450000000170", false)]
    [InlineData("02", "03654123000010", false)]
    [InlineData("400", "4500187342", true)]
    [InlineData("400", "", false)]
    [InlineData("400", "45 00", false)]
    [InlineData("400", "référence", false)]
    [InlineData("400", "1234567890123456789012345678901", false)]
    [InlineData("37", "12345678", true)]
    [InlineData("37", "1.5", false)]
    [InlineData("15", "271124", true)]
    [InlineData("15", "270200", true)] // the end of February
    [InlineData("15", "271324", false)]
    [InlineData("3102", "001240", true)]
    [InlineData("3102", "12.40", false)]
    [InlineData("3702", "001240", false)]
    [InlineData("05", "1", false)]
    public void A_value_is_what_its_identifier_allows(string identifier, string value, bool itIs) => Assert.Equal(itIs, new ElementString(identifier, value).IsValid);

    [Theory]
    [InlineData("15", "2027-11-24", "271124")]
    [InlineData("3102", "12.4", "001240")]
    [InlineData("3100", "12.5", "000013")]
    [InlineData("3103", "001240", "001240")]
    [InlineData("02", "3654123000019", "03654123000019")]
    [InlineData("400", "2027-11-24", "2027-11-24")]
    public void Our_values_are_written_as_the_identifier_wants_them(string identifier, string ours, string theirs) =>
        Assert.Equal(theirs, new ElementString(identifier, ours).Fitted().Value);
}
