using AdvPortal.Application.Complaints;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Portfolios;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Portfolios;

/// <summary>What work takes a company, measured on its own history, and loads reckoned by it.</summary>
public sealed class MeasureWorkTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_kind_counts_what_members_did_on_it_against_an_ordinary_order()
    {
        await ActAsync(_world, Ids.New<OrderId>, things: 30, acts: 2);
        await ActAsync(_world, Ids.New<ComplaintId>, things: 12, acts: 6);
        await ActAsync(_world, Ids.New<InquiryId>, things: 9, acts: 6);

        // What programs did is nobody's effort, and what is long past says nothing of today.
        await using (var key = _world.AsKey())
        {
            await ActAsync(key, Ids.New<ComplaintId>, things: 5, acts: 9);
        }

        Assert.True(await _world.Get<MeasureWork>().ExecuteAsync());
        var read = (await _world.Get<ReadWorkWeights>().ExecuteAsync()).Value!;

        Assert.Equal(new(WorkPart.Complaints, 2, 2.38m, 12, 3), read.Items.Single(w => w.Part is WorkPart.Complaints));
        Assert.Equal(new(WorkPart.Questions, 1, 1, 9), read.Items.Single(w => w.Part is WorkPart.Questions));
        Assert.Equal((_world.Clock.GetUtcNow(), MeasureWork.Weeks), (read.At!.Value, read.Weeks));
    }

    [Fact]
    public async Task It_is_measured_once_a_day_of_the_last_weeks_and_of_no_other_company()
    {
        await using var them = await database.ATenantAsync();
        await ActAsync(_world, Ids.New<OrderId>, things: 30, acts: 2);
        await ActAsync(_world, Ids.New<ComplaintId>, things: 12, acts: 6);
        Assert.True(await _world.Get<MeasureWork>().ExecuteAsync());
        Assert.True(await them.Get<MeasureWork>().ExecuteAsync());
        Assert.False(await _world.Get<MeasureWork>().ExecuteAsync());
        Assert.Equal((12, 0), (await ComplaintsAsync(_world), await ComplaintsAsync(them)));

        _world.Clock.Advance(TimeSpan.FromDays((7 * MeasureWork.Weeks) + 1));
        Assert.True(await _world.Get<MeasureWork>().ExecuteAsync());

        Assert.Equal(0, await ComplaintsAsync(_world));

        static async Task<int> ComplaintsAsync(World world) => (await world.Get<ReadWorkWeights>().ExecuteAsync()).Value!.Items.Single(w => w.Part is WorkPart.Complaints).Things;
    }

    [Fact]
    public async Task Where_more_was_done_than_is_looked_through_the_last_of_it_counts_and_it_is_said_since_when()
    {
        await ActAsync(_world, Ids.New<ComplaintId>, things: 2, acts: 2);
        var last = _world.Clock.GetUtcNow();
        _world.Clock.Advance(TimeSpan.FromDays(1));
        await ActAsync(_world, Ids.New<ComplaintId>, things: 3, acts: 1);

        // As if that many had been done before those three.
        await _world.StoreAsync(db => db.Database.ExecuteSqlAsync($"update history_heads set position = position + {MeasureWork.MostEntries} - 3"));
        Assert.True(await _world.Get<MeasureWork>().ExecuteAsync());
        var read = (await _world.Get<ReadWorkWeights>().ExecuteAsync()).Value!;

        Assert.Equal((3, last), (read.Items.Single(w => w.Part is WorkPart.Complaints).Things, read.Since));
    }

    [Fact]
    public async Task An_order_that_nobody_had_to_touch_is_an_order_that_took_nothing()
    {
        await _world.AProductAsync("VH-M8");
        var client = (await _world.AClientAsync()).Id;
        await ActAsync(_world, Ids.New<OrderId>, things: 30, acts: 2);

        // What a program places and confirms; what still waits for somebody says nothing yet.
        await using (var key = _world.AsKey())
        {
            await key.ConfirmedAsync(new() { ClientId = client, CustomerReference = "A-1", Lines = [new() { ProductCode = "VH-M8", Quantity = 100 }] });
            await key.PlacedAsync(new() { ClientId = client, CustomerReference = "A-2", Lines = [new() { ProductCode = "VH-M8", Quantity = 100 }] });
        }

        Assert.True(await _world.Get<MeasureWork>().ExecuteAsync());
        var history = await _world.ReadAsync(db => db.WorkMeasures.Select(m => m.History).SingleAsync());

        Assert.Equal(new WorkTaken(31, 60), history.Orders);
    }

    [Fact]
    public async Task Lines_and_decisions_are_counted_apart_from_the_order()
    {
        await _world.AProductAsync("VH-M8");
        var client = (await _world.AClientAsync()).Id;

        for (var n = 0; n < WorkWeights.FewestOrders; n++)
        {
            await _world.PlacedAsync(new() { ClientId = client, CustomerReference = $"A-{n}", Lines = [new() { ProductCode = "VH-M8", Quantity = 100 }] });
        }

        var longOne = await _world.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = client, CustomerReference = "L", Lines = [.. Enumerable.Range(0, 25).Select(_ => new PlaceOrder.Line { ProductCode = "VH-M8", Quantity = 1 })] });
        await ActAsync(_world, () => longOne.Value!.Id, things: 1, acts: 5);
        Assert.True(await _world.Get<MeasureWork>().ExecuteAsync());
        var weights = (await _world.Get<ReadWorkWeights>().ExecuteAsync()).Value!.Items.ToDictionary(w => w.Part);

        // Each ordinary order took one act beside what was decided; the long one six, five of them for its twenty further lines.
        Assert.Equal((WorkWeights.FewestOrders, 20, (decimal?)0.25m), (weights[WorkPart.Orders].Things, weights[WorkPart.Lines].Things, weights[WorkPart.Lines].Ratio));
        Assert.Equal(await _world.ReadAsync(db => db.History.CountAsync(h => h.UseCase == nameof(WaiveFinding))), weights[WorkPart.Findings].Things);
    }

    [Fact]
    public async Task Every_load_is_reckoned_by_what_was_measured_and_what_blocks_counts_twice()
    {
        var (client, claire) = (await _world.AClientAsync(), await _world.AMemberAsync("Claire Morel", Role.Adv));
        await _world.StoreAsync(db => db.Add(new Ownership(client.Id, claire, new(2026, 1, 1), null)));
        await _world.StoreAsync(db => db.Add(new WorkMeasure(WorkHistory.None with { Orders = new(100, 400), Complaints = new(10_000, 120_000) }, _world.Clock.GetUtcNow())));
        Assert.True((await _world.Get<OpenComplaint>().ExecuteAsync(new() { ClientId = client.Id, Subject = "Filetage", Description = "Deux cartons", Nature = ComplaintNature.Logistics, Channel = ComplaintChannel.Phone })).IsOk);
        Assert.True((await _world.Get<CreateRequirement>().ExecuteAsync(client.Id, new() { Sentence = "Pas le mercredi", Source = new(SourceKind.Email, "K"), Severity = Severity.Block, Rule = new DeliveryDays { Closed = Weekdays.Wednesday } })).IsOk);
        Assert.True((await _world.Get<CreateRequirement>().ExecuteAsync(client.Id, new() { Sentence = "Appeler", Source = new(SourceKind.Email, "K"), Severity = Severity.Warn, Rule = new Instruction { Text = "Appeler" } })).IsOk);

        var points = 0.5m + 3 + (3 * 0.1m);
        Assert.Equal(points, (await _world.Get<ListPortfolios>().ExecuteAsync()).Value!.Items.Single(p => p.MemberId == claire).Load);
        Assert.Equal(points, (await _world.Get<ProposeOwner>().ExecuteAsync()).Value!.Items.Single(p => p.MemberId == claire).Before);
    }

    private static async Task ActAsync<TId>(World by, Func<TId> subject, int things, int acts) where TId : IId
    {
        for (var thing = 0; thing < things; thing++)
        {
            var about = subject();

            for (var act = 0; act < acts; act++)
            {
                Assert.True((await by.Get<UnitOfWork>().RunAsync<Result>(by, Permission.HandleOrders, about, _ => Task.FromResult(Result.Ok), CancellationToken.None)).IsOk);
            }
        }
    }
}
