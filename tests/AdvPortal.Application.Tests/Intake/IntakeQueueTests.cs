using System.Text;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Tests.Portfolios;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Tests;
using static AdvPortal.Application.Tests.Portfolios.TeamWorld;

namespace AdvPortal.Application.Tests.Intake;

public sealed class IntakeQueueTests(TestDatabase database) : IAsyncLifetime
{
    private TeamWorld _team = null!;

    public async ValueTask InitializeAsync()
    {
        _team = await FoundAsync(database);
        await _team.World.AProductAsync("VH-M8-30-ZN");
    }

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task The_queue_holds_documents_without_an_order_and_orders_that_came_of_one_by_the_answer_due()
    {
        var unknown = await DocumentAsync("unknown.pdf", null);
        _team.World.Clock.Advance(TimeSpan.FromMinutes(5));
        var order = await OrderAsync(_team.Lacombe, "4500187342");
        _team.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await DocumentAsync("lacombe.csv", _team.Lacombe);
        await _team.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = _team.Lacombe.Id, Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 1 }] });

        var queue = await QueueAsync(_team.Claire);
        var row = queue.Page.Items[1];

        Assert.Equal(["unknown.pdf", order.Number, "lacombe.csv"], queue.Page.Items.Select(r => r.Title));
        Assert.Equal([3, 0, 0, 0, 0], queue.Counts.OrderBy(c => c.Key).Select(c => c.Value));
        Assert.Equal((QueueKind.Order, "csv", "4500187342", "Serrurerie Lacombe", 1, "Claire Morel"), (row.Kind, row.Format, row.Reference, row.ClientName, row.Lines, row.OwnerName));
        Assert.Equal((unknown, (string?)null, queue.Page.Items[0].ReceivedAt.AddHours(24)), (queue.Page.Items[0].Id, queue.Page.Items[0].ClientName, queue.Page.Items[0].DueAt));
        Assert.NotNull(row.Finding);
        Assert.True(row.Open > 0);
    }

    [Fact]
    public async Task What_somebody_was_asked_what_was_refused_and_what_is_done_have_tabs_of_their_own()
    {
        var (asked, refused) = (await OrderAsync(_team.Lacombe, "A"), await OrderAsync(_team.Lacombe, "R"));
        var (sales, aside) = (await DocumentAsync("sales.csv", _team.Lacombe), await DocumentAsync("aside.csv", _team.Lacombe));
        await ChangeAsync(db => db.Orders.Single(o => o.Id == asked.Id).WaitFor(WaitingFor.Client, _team.World.Clock.GetUtcNow()));
        await ChangeAsync(db => db.OrderDocuments.Single(d => d.Id == new OrderDocumentId(sales)).WaitFor(WaitingFor.Sales));
        Assert.True((await _team.Get<CancelOrder>().ExecuteAsync(refused.Id, new("Doublon"), null)).IsOk);
        Assert.True((await _team.Get<SetOrderDocumentAside>().ExecuteAsync(new(aside), null, new(SetAsideReason.NotAnOrder))).IsOk);

        Assert.Equal([asked.Number], await TitlesAsync(QueueTab.Client));
        Assert.Equal(["sales.csv"], await TitlesAsync(QueueTab.Sales));
        Assert.Equal(["aside.csv", refused.Number], await TitlesAsync(QueueTab.Rejected));
        Assert.Equal([0, 1, 1, 2, 0], (await QueueAsync(_team.Claire)).Counts.OrderBy(c => c.Key).Select(c => c.Value));

        await ChangeAsync(db => db.Orders.Single(o => o.Id == asked.Id).StopWaiting());

        Assert.Equal([asked.Number], await TitlesAsync(QueueTab.Todo));
        Assert.Equal("Doublon", (await QueueAsync(_team.Claire, new(QueueTab.Rejected))).Page.Items[1].Note);
    }

    [Fact]
    public async Task A_stand_in_sees_the_absent_colleague_s_part_apart_and_everybody_may_see_the_team_s()
    {
        await DocumentAsync("lacombe.csv", _team.Lacombe);
        await DocumentAsync("chartraine.csv", _team.Chartraine);
        await DocumentAsync("unknown.csv", null);
        await _team.CoveredAsync(_team.Claire, _team.Yanis, Monday, Monday.AddDays(1));

        var answered = await QueueAsync(_team.Yanis);

        Assert.Equal((QueueShare.Answered, true), (answered.Share, answered.HasClients));
        Assert.Equal(["Claire Morel"], answered.Covered);
        Assert.Equal([("lacombe.csv", "Claire Morel"), ("chartraine.csv", null), ("unknown.csv", null)], answered.Page.Items.Select(r => (r.Title, r.ForName)));
        Assert.Equal(["chartraine.csv", "unknown.csv"], await TitlesAsync(QueueTab.Todo, QueueShare.Own, _team.Yanis));
        Assert.Equal(["lacombe.csv"], await TitlesAsync(QueueTab.Todo, QueueShare.Covered, _team.Yanis));
        Assert.Equal(3, (await TitlesAsync(QueueTab.Todo, QueueShare.Team, _team.Yanis)).Count);
        Assert.Equal(["unknown.csv"], await TitlesAsync(QueueTab.Todo, QueueShare.Own, _team.Claire));
    }

    [Fact]
    public async Task Who_answers_for_nobody_is_shown_everybody_s_queue()
    {
        await DocumentAsync("lacombe.csv", _team.Lacombe);

        var queue = await QueueAsync(_team.Sophie);

        Assert.Equal((QueueShare.Team, false, 1), (queue.Share, queue.HasClients, queue.Page.Items.Count));
    }

    [Theory]
    [InlineData("lacombe", 2)]
    [InlineData("450018", 1)]
    [InlineData("BON_de", 1)]
    [InlineData("100%", 0)]
    public async Task A_search_finds_by_client_reference_and_file_name(string text, int found)
    {
        await OrderAsync(_team.Lacombe, "4500187342");
        await DocumentAsync("x.csv", _team.Lacombe);
        await DocumentAsync("bon_de_commande.pdf", null);

        Assert.Equal(found, (await QueueAsync(_team.Claire, new(Text: text))).Page.Items.Count);
    }

    [Fact]
    public async Task Pages_follow_one_another_across_documents_and_orders()
    {
        List<string> expected = [];

        for (var n = 0; n < 15; n++)
        {
            await DocumentAsync($"{n:00}.csv", _team.Lacombe);
            _team.World.Clock.Advance(TimeSpan.FromMinutes(1));
            expected.AddRange($"{n:00}.csv", (await OrderAsync(_team.Lacombe, $"R-{n}")).Number);
            _team.World.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = (await QueueAsync(_team.Claire)).Page;
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
        var second = (await claire.Get<ReadIntakeQueue>().ExecuteAsync(new(), first.Next)).Value!.Page;

        Assert.Equal(expected, first.Items.Concat(second.Items).Select(r => r.Title));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Working_through_the_queue_one_is_told_the_place_and_what_comes_next_also_of_what_has_left_it()
    {
        var first = await DocumentAsync("1.csv", _team.Lacombe);
        _team.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var order = await OrderAsync(_team.Lacombe, "2");
        _team.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var last = await DocumentAsync("3.csv", _team.Lacombe);
        (QueueSubject First, QueueSubject Second, QueueSubject Third) all = (new(QueueKind.Document, first), new(QueueKind.Order, order.Id.Value), new(QueueKind.Document, last));

        Assert.Equal(new(1, 3, null, all.Second, all.Second), await PlaceAsync(all.First));
        Assert.Equal(new(2, 3, all.First, all.Third, all.First), await PlaceAsync(all.Second));
        Assert.Equal(new(3, 3, all.Second, null, all.First), await PlaceAsync(all.Third));

        await _team.Get<CancelOrder>().ExecuteAsync(order.Id, new("Doublon"), null);

        Assert.Equal(new(null, 2, all.First, all.Third, all.First), await PlaceAsync(all.Second));

        await _team.Get<SetOrderDocumentAside>().ExecuteAsync(new(last), null);
        Assert.Equal(all.First, (await PlaceAsync(all.Third)).GoOn);
        await _team.Get<SetOrderDocumentAside>().ExecuteAsync(new(first), null);
        Assert.Equal(new(null, 0, null, null, null), await PlaceAsync(all.First));
        Assert.Equal(new(2, 3, all.Third, all.First, all.Third), await PlaceAsync(all.Second, QueueTab.Rejected));
    }

    [Fact]
    public async Task Another_company_sees_nothing_of_it_and_has_no_place_in_it()
    {
        var document = await DocumentAsync("lacombe.csv", _team.Lacombe);
        await OrderAsync(_team.Lacombe, "4500187342");
        await using var other = await database.ATenantAsync();

        var queue = (await other.Get<ReadIntakeQueue>().ExecuteAsync(new(Share: QueueShare.Team, Text: "4500187342"))).Value!;

        Assert.Empty(queue.Page.Items);
        Assert.All(queue.Counts.Values, count => Assert.Equal(0, count));
        Assert.Equal(new(null, 0, null, null, null), (await other.Get<ReadPlaceInQueue>().ExecuteAsync(new(), new(QueueKind.Document, document))).Value);
    }

    [Fact]
    public async Task Neither_question_goes_to_the_database_more_than_four_times()
    {
        var document = await DocumentAsync("lacombe.csv", _team.Lacombe);
        await OrderAsync(_team.Lacombe, "4500187342");
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);

        Assert.InRange((await RoundTrips.OfAsync(() => claire.Get<ReadIntakeQueue>().ExecuteAsync(new(Text: "lacombe")))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => claire.Get<ReadPlaceInQueue>().ExecuteAsync(new(Text: "lacombe"), new(QueueKind.Document, document)))).Count, 1, 4);
    }

    private async Task<ReadIntakeQueue.Queue> QueueAsync(MemberId member, QueueFilter? filter = null)
    {
        await using var world = await _team.World.AsAsync(member, Role.Adv);

        return (await world.Get<ReadIntakeQueue>().ExecuteAsync(filter ?? new())).Value!;
    }

    private async Task<List<string>> TitlesAsync(QueueTab tab, QueueShare? share = null, MemberId? member = null) =>
        [.. (await QueueAsync(member ?? _team.Claire, new(tab, share))).Page.Items.Select(r => r.Title)];

    private async Task<ReadPlaceInQueue.Place> PlaceAsync(QueueSubject subject, QueueTab tab = QueueTab.Todo)
    {
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);

        return (await claire.Get<ReadPlaceInQueue>().ExecuteAsync(new(tab), subject)).Value!;
    }

    private Task ChangeAsync(Action<AdvPortal.Persistence.AdvDbContext> change) => _team.World.StoreAsync(change);

    private async Task<Guid> DocumentAsync(string name, Client? client)
    {
        var document = new OrderDocument(Encoding.UTF8.GetBytes(name), name, "text/plain", client?.Id, _team.World.Clock.GetUtcNow());
        document.WasRead("csv", "import", "{}", isOrder: true);
        await _team.World.StoreAsync(db => db.Add(document));

        return document.Id.Value;
    }

    private async Task<OrderView> OrderAsync(Client client, string reference)
    {
        var file = $"po_number,line_number,buyer_sku,quantity,unit_price\n{reference},1,4711,5000,8.40\n";
        var document = (await _team.Get<ReceiveOrderDocument>().ExecuteAsync(Encoding.UTF8.GetBytes(file), $"{reference}.csv", "text/csv", client.Id)).Value!;

        return (await _team.Get<ReadOrder>().ExecuteAsync(document.Orders.Single().OrderId!.Value)).Value!;
    }
}
