using AdvPortal.Application.Day;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tests.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Requirements;
using static AdvPortal.Application.Tests.Portfolios.TeamWorld;

namespace AdvPortal.Application.Tests.Day;

public sealed class ReadMyDayTests(TestDatabase database) : IAsyncLifetime
{
    private TeamWorld _team = null!;

    public async ValueTask InitializeAsync() => _team = await FoundAsync(database);

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task Everybody_sees_the_orders_of_their_own_clients_by_deadline()
    {
        var late = await OrderAsync(_team.Lacombe);
        _team.World.Clock.Advance(TimeSpan.FromHours(1));
        var later = await OrderAsync(_team.Beaulieu);
        await OrderAsync(_team.Chartraine);

        var day = await DayOfAsync(_team.Claire);

        Assert.Equal([late.Number, later.Number], day.Items.Select(i => i.Title));
        Assert.Equal([("Claire Morel", 2, 2, 2)], day.Portfolios.Select(p => (p.MemberName, p.Clients, p.OfClients, p.Actions)));
        Assert.All(day.Items, item => Assert.Null(item.ForMemberId));
    }

    [Fact]
    public async Task The_stand_in_s_day_shows_the_absent_colleague_s_work_marked_as_such_until_it_ends_by_itself()
    {
        var order = await OrderAsync(_team.Lacombe);
        await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(1));

        var day = await DayOfAsync(_team.Yanis);
        var item = Assert.Single(day.Items, i => i.Kind is DayItemKind.OrderToReview);

        Assert.Equal([DayItemKind.BriefingToRead, DayItemKind.OrderToReview], day.Items.Select(i => i.Kind));
        Assert.Equal((order.Number, _team.Claire, "Claire Morel"), (item.Title, item.ForMemberId!.Value, item.ForMemberName));
        Assert.Equal(
            [("Yanis Benali", null, 1, 0), ("Claire Morel", (DateOnly?)Monday.AddDays(1), 2, 1)],
            day.Portfolios.Select(p => (p.MemberName, p.Until, p.Clients, p.Actions)));
        Assert.Empty((await DayOfAsync(_team.Claire)).Items);

        _team.World.Clock.SetUtcNow(new(2026, 11, 25, 7, 0, 0, TimeSpan.Zero));

        Assert.Empty((await DayOfAsync(_team.Yanis)).Items);
        Assert.Equal([DayItemKind.OrderToReview, DayItemKind.HandbackToRead], (await DayOfAsync(_team.Claire)).Items.Select(i => i.Kind));
    }

    [Fact]
    public async Task A_document_of_nobody_is_everybody_s_and_one_of_a_client_is_its_owner_s()
    {
        await _team.World.StoreAsync(db => db.AddRange(Document("unknown.edi", null), Document("lacombe.csv", _team.Lacombe.Id)));

        var mine = (await DayOfAsync(_team.Claire)).Items;

        Assert.Equal(["unknown.edi", "lacombe.csv"], mine.Select(i => i.Title));
        Assert.All(mine, i => Assert.Equal((DayItemKind.DocumentNeedsClient, _team.World.Clock.GetUtcNow().AddHours(24)), (i.Kind, i.DueAt)));
        Assert.Equal(["unknown.edi"], (await DayOfAsync(_team.Yanis)).Items.Select(i => i.Title));
    }

    [Fact]
    public async Task What_a_client_requires_of_today_s_orders_is_quoted_in_its_words()
    {
        const string Sentence = "Merci de bien ajouter des étiquettes avec QR code sur vos colis";
        await _team.Get<CreateRequirement>().ExecuteAsync(_team.Lacombe.Id, new()
        {
            Sentence = Sentence,
            Source = new(SourceKind.Email, "Nathalie Rousseau"),
            Severity = Severity.Task,
            ValidFrom = Monday.AddYears(-1),
            Rule = new Labelling { Symbology = Symbology.Qr, Per = LogisticUnit.Parcel },
        });
        await OrderAsync(_team.Lacombe);
        await OrderAsync(_team.Lacombe);

        var sentence = Assert.Single((await DayOfAsync(_team.Claire)).Requirements);

        Assert.Equal((Sentence, "Serrurerie Lacombe", 2), (sentence.Text, sentence.ClientName, sentence.Orders));
    }

    [Fact]
    public async Task A_key_belongs_to_nobody_and_sees_everybody_s_work()
    {
        await OrderAsync(_team.Lacombe);
        await OrderAsync(_team.Chartraine);
        await using var key = _team.World.AsKey();

        Assert.Equal(2, (await key.Get<ReadMyDay>().ExecuteAsync()).Value!.Items.Count);
    }

    private async Task<DayView> DayOfAsync(MemberId member)
    {
        await using var world = await _team.World.AsAsync(member, Role.Adv);

        return (await world.Get<ReadMyDay>().ExecuteAsync()).Value!;
    }

    private async Task<OrderView> OrderAsync(Client client)
    {
        var placed = await _team.Get<PlaceOrder>().ExecuteAsync(new()
        {
            ClientId = client.Id,
            RequestedOn = Monday.AddDays(10),
            Lines = [new() { ProductCode = "X-1", Quantity = 10, NetPrice = 2 }],
        });

        return placed.Value!;
    }

    private OrderDocument Document(string name, ClientId? client)
    {
        var document = new OrderDocument(System.Text.Encoding.UTF8.GetBytes(name), name, "text/plain", client, _team.World.Clock.GetUtcNow());
        document.WasRead("csv", "import", "{}", isOrder: true);

        return document;
    }
}
