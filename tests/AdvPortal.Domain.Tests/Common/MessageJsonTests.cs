using System.Text.Json;

namespace AdvPortal.Domain.Tests.Common;

public sealed class MessageJsonTests
{
    [Fact]
    public void A_stored_message_keeps_the_type_of_its_parts()
    {
        var message = new Message("any", Given.Wednesday, DayOfWeek.Friday, new TimeOnly(15, 30), "0A-", 8.40m, 90);

        var read = JsonSerializer.Deserialize<Message>(JsonSerializer.Serialize(message, DomainJson.Options), DomainJson.Options)!;

        Assert.Equal(new Message("any", Given.Wednesday, DayOfWeek.Friday, new TimeOnly(15, 30), "0A-", 8.40m, 90m), read);
    }

    [Fact]
    public void Lists_of_parts_come_back_as_lists()
    {
        DayOfWeek[] days = [DayOfWeek.Monday, DayOfWeek.Sunday];

        var read = JsonSerializer.Deserialize<Message>(JsonSerializer.Serialize(new Message("any", [days]), DomainJson.Options), DomainJson.Options)!;

        Assert.Equal(days, Assert.IsType<object[]>(Assert.Single(read.Parts)).Cast<DayOfWeek>());
    }

    [Fact]
    public void Amounts_and_messages_within_come_back_as_they_were()
    {
        object[] parts = [new Message("one", 180m), new Message("two"), new UnitPrice(1.10m), new Language("de")];
        var message = new Message("any", new Money(320.50m, "EUR"), parts);

        var read = JsonSerializer.Deserialize<Message>(JsonSerializer.Serialize(message, DomainJson.Options), DomainJson.Options)!;

        Assert.Equal(message, read);
        Assert.NotEqual(message, new Message("any", new Money(320.50m, "EUR"), new object[] { new Message("one", 180m), new Message("three") }));
    }

    [Fact]
    public void What_could_not_be_read_back_is_not_written() =>
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Message("any", DateTimeOffset.UnixEpoch), DomainJson.Options));

    [Theory]
    [InlineData("""{"colour":"red"}""")]
    [InlineData("{}")]
    public void What_is_no_part_of_a_message_is_not_read(string part) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Message>($$"""{"key":"any","parts":[{{part}}]}""", DomainJson.Options));

    [Fact]
    public void Messages_that_say_the_same_are_the_same()
    {
        object[] some = [1m, "two"], alike = [1m, "two"], more = [1m, "two", 3m], other = [1m, "three"];
        var message = new Message("any", [some, "end"]);

        Assert.Equal(new Message("any", [alike, "end"]), message);
        Assert.All(
            [new Message("other", [alike, "end"]), new("any", [more, "end"]), new("any", [other, "end"]), new("any", [alike]), new("any", ["end", "end"]), new("any", [alike, "other end"])],
            different => Assert.NotEqual(different, message));
        Assert.False(message.Equals(null));
    }

    [Fact]
    public void Ids_are_plain_uuids()
    {
        var id = Ids.New<OrderId>();

        Assert.Equal($"\"{id.Value}\"", JsonSerializer.Serialize(id, DomainJson.Options));
        Assert.Equal(id, JsonSerializer.Deserialize<OrderId>($"\"{id.Value}\"", DomainJson.Options));
    }
}
