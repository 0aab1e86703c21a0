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

    [Fact]
    public void Ids_are_plain_uuids()
    {
        var id = Ids.New<OrderId>();

        Assert.Equal($"\"{id.Value}\"", JsonSerializer.Serialize(id, DomainJson.Options));
        Assert.Equal(id, JsonSerializer.Deserialize<OrderId>($"\"{id.Value}\"", DomainJson.Options));
    }
}
