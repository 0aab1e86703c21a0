using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Tests.Orders;

/// <summary>Two orders under one reference, and what a person says they are.</summary>
public sealed class DuplicateTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.Meet("Nathalie Rousseau", ContactRole.Buyer, "n.rousseau@chartraine.example", null, null));
        await _world.AProductAsync("VH-M8-30-ZN");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task What_a_client_ordered_last_is_looked_up_product_by_product()
    {
        // Numbering all that the client ever ordered takes a second in a large company.
        foreach (var question in await _world.ReadAsync(db => Task.FromResult((string[])
            [PastLine.Of(db, db.Products, _client.Id, null).ToQueryString(), PastLine.Wholes(db, db.Products, _client.Id, _world.Clock.GetUtcNow()).ToQueryString()])))
        {
            Assert.Contains("JOIN LATERAL", question, StringComparison.Ordinal);
            Assert.DoesNotContain("ROW_NUMBER", question, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(DuplicateOutcome.New, OrderStatus.Confirmed, OrderStatus.ToReview)]
    [InlineData(DuplicateOutcome.Replaces, OrderStatus.Cancelled, OrderStatus.ToReview)]
    [InlineData(DuplicateOutcome.Ignore, OrderStatus.Confirmed, OrderStatus.Cancelled)]
    public async Task One_answer_says_which_of_the_two_stands(DuplicateOutcome outcome, OrderStatus earlierIs, OrderStatus laterIs)
    {
        var earlier = await ConfirmAsync(await PlaceAsync());
        var later = await ResolveAsync(await PlaceAsync(), outcome);
        earlier = (await _world.Get<ReadOrder>().ExecuteAsync(earlier.Id)).Value!;

        Assert.Equal((earlierIs, laterIs), (earlier.Status, later.Status));
        Assert.Equal((outcome is DuplicateOutcome.Replaces ? later.Id : null, outcome is DuplicateOutcome.Ignore ? earlier.Id : (OrderId?)null), (earlier.SupersededById, later.SupersededById));
        Assert.Equal(FindingState.Accepted, later.Findings.Single(f => f.Kind == FindingKinds.DuplicateReference).State);

        // What was promised, and gives way before it left, leaves no more.
        Assert.Equal(outcome is DuplicateOutcome.Replaces ? OutboxStatus.Cancelled : OutboxStatus.Waiting, await _world.ReadAsync(db => db.Outbox.Where(m => m.SubjectId == earlier.Id.Value).Select(m => m.Status).SingleAsync()));
    }

    [Fact]
    public async Task An_order_that_has_left_is_replaced_by_none()
    {
        var earlier = await ConfirmAsync(await PlaceAsync());
        await _world.StoreAsync(async db => (await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == earlier.Id)).ShipAll());
        var later = await PlaceAsync();
        var refused = await _world.Get<ResolveDuplicate>().ExecuteAsync(later.Id, Duplicate(later).Id, new(DuplicateOutcome.Replaces), later.Version);

        Assert.Equal(new EarlierOrderHasLeft(earlier.Number, OrderStatus.Shipped), refused.Refusal);
        Assert.Equal(FindingState.Open, Duplicate((await _world.Get<ReadOrder>().ExecuteAsync(later.Id)).Value!).State);
    }

    [Fact]
    public async Task Another_finding_is_no_duplicate()
    {
        var order = await PlaceAsync();
        var price = order.Findings.Single(f => f.Kind == FindingKinds.PriceMissing);

        Assert.IsType<NotADuplicate>((await _world.Get<ResolveDuplicate>().ExecuteAsync(order.Id, price.Id, new(DuplicateOutcome.Ignore), order.Version)).Refusal);
    }

    [Fact]
    public async Task The_other_order_is_told_by_its_id()
    {
        var earlier = await PlaceAsync();

        Assert.Equal(earlier.Id, Duplicate(await PlaceAsync()).Before!.OrderId);
    }

    private async Task<OrderView> ResolveAsync(OrderView order, DuplicateOutcome outcome)
    {
        var resolved = await _world.Get<ResolveDuplicate>().ExecuteAsync(order.Id, Duplicate(order).Id, new(outcome), order.Version);
        Assert.True(resolved.IsOk, resolved.Refusal?.ToString());

        return resolved.Value;
    }

    private async Task<OrderView> ConfirmAsync(OrderView order) => (await _world.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version)).Value!;

    private async Task<OrderView> PlaceAsync() => (await _world.Get<PlaceOrder>().ExecuteAsync(new()
    {
        ClientId = _client.Id,
        CustomerReference = "4500187342",
        RequestedOn = new(2026, 12, 1),
        Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 5000 }],
    })).Value!;

    private static OrderView.FindingRow Duplicate(OrderView order) => order.Findings.Single(f => f.Kind == FindingKinds.DuplicateReference);
}
