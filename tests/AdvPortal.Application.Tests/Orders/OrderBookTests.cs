using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Orders;

public sealed class OrderBookTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly _monday = BookWorld.Monday;

    private BookWorld _book = null!;

    public async ValueTask InitializeAsync() => _book = await BookWorld.FoundAsync(database);

    public ValueTask DisposeAsync() => _book.DisposeAsync();

    [Fact]
    public async Task Each_view_holds_what_it_says_and_counts_it()
    {
        await ALifeAsync();

        Assert.Equal("part review held sure slow", await _book.ReferencesAsync(""));
        Assert.Equal("late", await _book.ReferencesAsync("view=late"));
        Assert.Equal("slow", await _book.ReferencesAsync("view=atRisk"));
        Assert.Equal("review", await _book.ReferencesAsync("view=toReview"));
        Assert.Equal("part", await _book.ReferencesAsync("view=backOrders"));
        Assert.Equal("held", await _book.ReferencesAsync("view=onHold"));
        Assert.Equal("late part review held sure slow next", await _book.ReferencesAsync("view=open"));
        Assert.Equal("gone next slow sure held review part late", await _book.ReferencesAsync("view=all"));

        var book = await _book.ReadAsync("");
        Assert.Equal(
            [(OrderBookView.ToReview, 1), (OrderBookView.Late, 1), (OrderBookView.ThisWeek, 5), (OrderBookView.Confirmed, 4), (OrderBookView.AtRisk, 1), (OrderBookView.BackOrders, 1), (OrderBookView.OnHold, 1), (OrderBookView.Open, 7)],
            book.Counts.OrderBy(count => count.Key).Select(count => (count.Key, count.Value)));
        Assert.Equal((5, 5, 450m), (book.Totals.Orders, book.Totals.OpenLines, book.Totals.ToDeliver.Single().Amount));
        Assert.Equal(650m, book.ToDeliver.Single().Amount);
    }

    [Fact]
    public async Task A_row_says_how_much_has_left_how_far_the_promise_is_from_the_wish_and_who_answers()
    {
        await ALifeAsync();
        await _book.DoAsync("slow", order => order.Repromise(
            new Dictionary<string, IReadOnlyList<PromisedPart>> { ["10"] = [new(100, _monday.AddDays(8), _monday.AddDays(7))] }, new(PromiseCause.Supplier), null, _book.World.Clock.GetUtcNow(), _monday));
        var part = (await _book.ReadAsync("view=backOrders")).Rows.Single();
        var slow = (await _book.ReadAsync("view=open&q=slow")).Rows.Single();

        Assert.Equal((1, 2, 1, OrderStatus.PartlyShipped, PromiseStanding.OnTime), (part.ShippedLines, part.Lines, part.OpenLines, part.Status, part.Standing));
        Assert.Equal(("Serrurerie Lacombe", "Claire Morel", null), (part.ClientName, part.OwnerName, part.ActingOwnerName));
        Assert.Equal((4, _monday.AddDays(8)), (slow.Gap, slow.PromisedOn!.Value));
    }

    [Theory]
    [InlineData("view=open&from=2026-12-03", "sure slow next")]
    [InlineData("view=open&from=2026-12-03&until=2026-12-04", "sure slow")]
    [InlineData("view=open&status=onHold,partlyShipped", "part held")]
    [InlineData("view=open&q=lacombe", "late part review held")]
    [InlineData("view=open&q=SUR", "sure")]
    [InlineData("view=open&q=nothing", "")]
    [InlineData("view=all&sort=requested", "late part review held gone sure slow next")]
    [InlineData("view=all&sort=-requested", "next slow sure gone held review part late")]
    [InlineData("view=open&sort=amount", "late review held sure slow next part")]
    [InlineData("view=open&sort=-client&status=confirmed", "late next slow sure")]
    [InlineData("view=nonsense&status=12&sort=name&from=yesterday", "part review held sure slow")]
    public async Task The_address_says_what_is_shown_and_in_which_order(string query, string expected)
    {
        await ALifeAsync();

        Assert.Equal(expected, await _book.ReferencesAsync(query));
    }

    [Theory]
    [InlineData("view=all")]
    [InlineData("view=open&sort=client")]
    [InlineData("view=open&sort=-amount")]
    [InlineData("")]
    public async Task Pages_follow_each_other_both_ways_without_a_row_twice_or_left_out(string query)
    {
        for (var n = 0; n < (2 * ReadOrderBook.PageSize) + 3; n++)
        {
            await _book.PlacedAsync($"R{n:00}", n % 3 == 0 ? _book.Team.Beaulieu : _book.Team.Lacombe, _monday.AddDays(n % 4), quantity: 100 + (n % 2));
        }

        _book.GoOn();
        var first = await _book.ReadAsync(query);
        var second = await _book.ReadAsync(query, new(After: first.Next));
        var third = await _book.ReadAsync(query, new(After: second.Next));
        var back = await _book.ReadAsync(query, new(Before: third.Previous));
        var start = await _book.ReadAsync(query, new(Before: back.Previous));

        Assert.Equal((25, 25, 3), (first.Rows.Count, second.Rows.Count, third.Rows.Count));
        Assert.Equal(53, first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Id).Distinct().Count());
        Assert.Equal(second.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
        Assert.Equal(first.Rows.Select(row => row.Id), start.Rows.Select(row => row.Id));
        Assert.Equal((null, null, null), (first.Previous, third.Next, start.Previous));
        Assert.Equal(first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Id), await ExportedAsync(query));
    }

    [Fact]
    public async Task A_stand_in_has_a_tab_for_the_clients_of_each_absent_colleague_and_mine_holds_both()
    {
        await _book.ConfirmedAsync("own", _book.Team.Lacombe, _monday.AddDays(1));
        await _book.ConfirmedAsync("covered", _book.Team.Chartraine, _monday.AddDays(2));
        _book.GoOn();
        await using var claire = await _book.World.AsAsync(_book.Team.Claire, Role.Adv);
        Assert.Empty((await _book.ReadAsync("", by: claire)).Covered);

        await _book.Team.CoveredAsync(_book.Team.Yanis, _book.Team.Claire, _monday, _monday.AddDays(4));
        var book = await _book.ReadAsync("mine=true", by: claire);

        Assert.Equal([("Yanis Benali", 1)], book.Covered.Select(absent => (absent.Name, absent.Open)));
        Assert.Equal(("own covered", 2), (string.Join(' ', book.Rows.Select(row => row.Reference)), book.Counts[OrderBookView.ThisWeek]));
        Assert.Equal("covered", await _book.ReferencesAsync($"view=open&for={_book.Team.Yanis.Value}", claire));
        Assert.Equal("own covered", await _book.ReferencesAsync($"owner={_book.Team.Claire.Value}"));
        Assert.Equal("", await _book.ReferencesAsync($"owner={_book.Team.Yanis.Value}"));
        Assert.Equal("", await _book.ReferencesAsync($"view=open&for={_book.Team.Claire.Value}", claire));
    }

    [Fact]
    public async Task Another_company_has_a_book_of_its_own()
    {
        await _book.ConfirmedAsync("ours", _book.Team.Lacombe, _monday.AddDays(1));
        _book.GoOn();
        await using var them = await BookWorld.FoundAsync(database);

        Assert.Empty((await them.ReadAsync($"view=all&client={_book.Team.Lacombe.Id.Value}")).Rows);
        Assert.Equal((0, 0), ((await them.ReadAsync("view=all")).Totals.Orders, (await them.ReadAsync("")).Counts[OrderBookView.Open]));
        Assert.Empty(await ExportedAsync("view=all", them.World));
        Assert.Equal(new NoSuchOrder(), (await them.World.Get<ReadOrderPreview>().ExecuteAsync(_book.IdOf("ours"))).Refusal);
    }

    [Fact]
    public async Task The_book_its_preview_and_its_files_take_few_visits()
    {
        await ALifeAsync();
        await using var claire = await _book.World.AsAsync(_book.Team.Claire, Role.Adv);
        Assert.True((await claire.Get<SaveView>().ExecuteAsync(new() { Name = "Mes retards", Query = "view=late&q=lacombe&mine=true" })).IsOk);

        Assert.InRange((await RoundTrips.OfAsync(() => _book.ReadAsync("view=open&q=s&mine=true&sort=client", by: claire))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(async () => Assert.True((await _book.World.Get<ReadOrderPreview>().ExecuteAsync(_book.IdOf("slow"))).IsOk))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(async () => Assert.True((await _book.World.Get<ReadOutstanding>().ExecuteAsync(_book.Team.Lacombe.Id)).IsOk))).Count, 1, 4);
    }

    [Fact]
    public async Task The_preview_says_what_threatens_the_promise_when_it_could_come_and_what_the_client_was_told()
    {
        await ALifeAsync();
        var preview = (await _book.World.Get<ReadOrderPreview>().ExecuteAsync(_book.IdOf("slow"))).Value!;

        Assert.Equal((PromiseStanding.AtRisk, "Zingage", _monday.AddDays(7)), (preview.Standing, preview.Next!.Ready!.Note, preview.Next.Ready.On));
        Assert.True(preview.Next.AllOn >= _monday.AddDays(7));
        Assert.Equal([(PromiseCause.First, (DateTimeOffset?)null)], preview.Promises.Select(p => (p.Cause, p.ToldAt)));
        Assert.Null((await _book.World.Get<ReadOrderPreview>().ExecuteAsync(_book.IdOf("sure"))).Value!.Next);
    }

    [Fact]
    public async Task What_a_client_still_waits_for_is_read_by_site_without_what_was_never_promised()
    {
        await ALifeAsync();
        var outstanding = (await _book.World.Get<ReadOutstanding>().ExecuteAsync(_book.Team.Lacombe.Id)).Value!;

        Assert.Equal(["late", "part", "held", "review"], Assert.Single(outstanding.Places).Lines.Select(line => line.Reference));
        Assert.Equal((50m, 50m, 100m, _monday.AddDays(1)), outstanding.Places[0].Lines[1] is var part ? (part.Outstanding, part.Shipped, part.Ordered, part.PromisedOn!.Value) : default);
        Assert.Null(outstanding.Places[0].Lines[3].PromisedOn);
    }

    // One order in each place: late was promised for last Friday, slow cannot leave in time, gone has left.
    private async Task ALifeAsync()
    {
        var (lacombe, beaulieu) = (_book.Team.Lacombe, _book.Team.Beaulieu);
        await _book.ConfirmedAsync("late", lacombe, _monday.AddDays(-3));
        await _book.ConfirmedAsync("part", lacombe, _monday.AddDays(1), lines: 2);
        await _book.PlacedAsync("review", lacombe, _monday.AddDays(1));
        await _book.ConfirmedAsync("held", lacombe, _monday.AddDays(2));
        await _book.ConfirmedAsync("sure", beaulieu, _monday.AddDays(3));
        await _book.ConfirmedAsync("slow", beaulieu, _monday.AddDays(4));
        await _book.ConfirmedAsync("next", beaulieu, _monday.AddDays(8));
        await _book.ConfirmedAsync("gone", beaulieu, _monday.AddDays(2));
        _book.GoOn();

        await _book.DoAsync("part", order => order.Ship(new Dictionary<string, decimal> { ["10"] = 100, ["20"] = 50 }, ShippingTerms.Usual));
        await _book.DoAsync("held", order => order.HoldBack(new(HoldReason.Credit, null, null, HoldRelease.Anybody, null, _book.World.Clock.GetUtcNow()), _monday));
        await _book.DoAsync("slow", order => order.TellReadiness("10", new(_monday.AddDays(7), "Zingage")));
        await _book.DoAsync("gone", order => order.ShipAll());
    }

    private async Task<IReadOnlyList<OrderId>> ExportedAsync(string query, World? by = null)
    {
        List<OrderId> ids = [];
        var exported = await (by ?? _book.World).Get<ExportOrderBook>().ExecuteAsync(BookFilter.Parse(query), null, async rows =>
        {
            await foreach (var row in rows)
            {
                ids.Add(row.Id);
            }
        });

        Assert.Equal(ids.Count, exported.Value);

        return ids;
    }
}
