using AdvPortal.Application.Complaints;
using AdvPortal.Application.Contracts;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Contracts;
using AdvPortal.Tests;
using static AdvPortal.Application.Tests.Contracts.HandoffContents;

namespace AdvPortal.Application.Tests.Contracts;

/// <summary>From signature to the first order, and what sales still sees of a client that the desk has taken.</summary>
public sealed class HandoffFollowUpTests(TestDatabase database) : IAsyncLifetime
{
    private World _desk = null!;
    private World _marc = null!;
    private MemberId _claire;

    public async ValueTask InitializeAsync()
    {
        _desk = await database.ATenantAsync();
        _claire = await _desk.AMemberAsync("Claire Morel", Role.Adv);
        _marc = await _desk.AsAsync(await _desk.AMemberAsync("Marc Dubois", Role.Sales), Role.Sales);
        await _desk.AProductAsync("VH-M8-30-ZN");
    }

    public async ValueTask DisposeAsync()
    {
        await _marc.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task The_clock_runs_from_signature_until_the_first_order_that_stands()
    {
        Assert.Null((await _marc.StartAsync(new())).Clock);
        Assert.Equal(new(3, IsRunning: true), (await _marc.StartAsync(new() { Contract = new(SignedOn: new(2026, 11, 20)) })).Clock);

        var accepted = await _desk.AcceptAsync(await _marc.SubmitAsync(Full()), _claire);
        Assert.Equal((new(3, IsRunning: true), null), (accepted.Clock!, accepted.FirstOrder));

        Later(2);
        var given = await OrderAsync(accepted);
        await _desk.Get<CancelOrder>().ExecuteAsync(given.Id, new("En double"), null);
        Later(1);
        var first = await OrderAsync(accepted);
        Later(5);
        await OrderAsync(accepted);

        var read = (await _marc.Get<ReadHandoff>().ExecuteAsync(accepted.Id)).Value!;
        Assert.Equal((new HandoffClock(6, IsRunning: false), new HandoffView.Order(first.Id, first.Number, new(2026, 11, 26))), (read.Clock!, read.FirstOrder!));
        Assert.Equal(read.FirstOrder, (await _desk.Get<ListHandoffs>().ExecuteAsync(HandoffsShown.Accepted)).Value!.Items.Single().FirstOrder);
    }

    [Fact]
    public async Task An_order_from_before_the_signature_is_not_the_first_one()
    {
        var client = await _desk.AClientAsync("Électro Distribution Ouest");
        _desk.Clock.AdjustTime(new(2026, 11, 19, 22, 59, 0, TimeSpan.Zero));
        await _desk.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = client.Id, Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 1 }] });

        // The day of signature has begun in Paris, not yet in London.
        _desk.Clock.AdjustTime(new(2026, 11, 19, 23, 1, 0, TimeSpan.Zero));
        var first = (await _desk.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = client.Id, Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 1 }] })).Value!;
        _desk.Clock.AdjustTime(_marc.Clock.GetUtcNow());
        var accepted = await _desk.AcceptAsync(await _marc.SubmitAsync(Full() with { Client = new(Id: client.Id) }), _claire);

        Assert.Equal((first.Id, new HandoffClock(0, IsRunning: false)), (accepted.FirstOrder!.Id, accepted.Clock));
    }

    [Fact]
    public async Task However_many_are_listed_the_way_to_the_database_is_the_same()
    {
        await OrderAsync(await AcceptedAsync("C-1", new(2026, 11, 20)));
        var one = await RoundTrips.OfAsync(() => _marc.Get<ListHandoffs>().ExecuteAsync());
        await OrderAsync(await AcceptedAsync("C-2", new(2026, 11, 20)));
        await AcceptedAsync("C-3", new(2026, 11, 20));

        Assert.Equal(one.Count, (await RoundTrips.OfAsync(() => _marc.Get<ListHandoffs>().ExecuteAsync())).Count);
        Assert.InRange(one.Count, 1, 4);
    }

    [Fact]
    public async Task A_manager_reads_the_median_of_a_year_and_who_still_waits()
    {
        await using var manager = await _desk.AsAsync(await _desk.AMemberAsync("Sophie Leroy", Role.Manager), Role.Manager);
        Assert.Equal((null, 0, 0), await MeasuredAsync());

        await OrderAsync(await AcceptedAsync("C-1", new(2026, 11, 21)));
        await OrderAsync(await AcceptedAsync("C-2", new(2026, 11, 13)));
        await OrderAsync(await AcceptedAsync("C-3", new(2026, 11, 20)));
        await AcceptedAsync("C-4", new(2026, 11, 1));
        await _marc.SubmitAsync(Full());
        Assert.Equal((3m, 3, 1), await MeasuredAsync());

        // What is older than a year counts no more.
        manager.Clock.SetUtcNow(new(2027, 12, 1, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal((null, 0, 1), await MeasuredAsync());
        Assert.IsType<NotAllowed>((await _marc.Get<MeasureHandoffs>().ExecuteAsync()).Refusal);

        async Task<(decimal?, int, int)> MeasuredAsync()
        {
            var measured = (await manager.Get<MeasureHandoffs>().ExecuteAsync()).Value!;

            return (measured.MedianDays, measured.Count, measured.Waiting);
        }
    }

    [Fact]
    public async Task Whoever_prepared_a_handoff_finds_it_wherever_it_is()
    {
        var draft = await _marc.StartAsync(new());
        var accepted = await AcceptedAsync("C-1", new(2026, 11, 20));
        await using var key = _desk.AsKey();
        await key.StartAsync(new());

        Assert.Equal([accepted.Id, draft.Id], (await _marc.Get<ListHandoffs>().ExecuteAsync(HandoffsShown.Mine)).Value!.Items.Select(row => row.Id));
        Assert.Empty((await key.Get<ListHandoffs>().ExecuteAsync(HandoffsShown.Mine)).Value!.Items);
    }

    [Fact]
    public async Task Sales_sees_who_has_the_client_now_and_what_is_open_there()
    {
        var sophie = await _desk.AMemberAsync("Sophie Leroy", Role.Adv);
        var submitted = await _marc.SubmitAsync(Full() with { Promises = [new("Un échantillon", "Marc Dubois", new(2026, 11, 22)), new("Départ sous 48 h", "Claire Morel", new(2027, 1, 4))] });
        Assert.IsType<HandoffNotAccepted>((await _marc.Get<FollowHandoff>().ExecuteAsync(submitted.Id)).Refusal);

        var accepted = await _desk.AcceptAsync(submitted, _claire);
        var client = accepted.ClientId!.Value;
        Assert.True((await _desk.Get<TransferClients>().ExecuteAsync(new() { ClientIds = [client.Value], ToMemberId = sophie.Value, From = new(2026, 11, 23), Reason = "Charge" })).IsOk);
        var order = await OrderAsync(accepted);
        Assert.True((await _desk.Get<OpenComplaint>().ExecuteAsync(new() { ClientId = client, Subject = "Retard", Description = "Toujours rien", Nature = ComplaintNature.Logistics })).IsOk);
        Assert.True((await _desk.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = client, From = "m.legoff@edo.example", Subject = "Délai", Body = "Où en est-on ?" })).IsOk);

        var read = await _marc.Get<FollowHandoff>().ExecuteAsync(accepted.Id);
        Assert.True(read.IsOk, read.Refusal?.ToString());
        var now = read.Value;
        Assert.Equal(("Sophie Leroy", order.Number, 1, 1, "Délai"), (now.OwnerName, now.FirstOrder!.Number, now.OpenComplaints, now.OpenQuestions, now.Questions.Single().Subject));
        Assert.Equal([("Un échantillon", true), ("Départ sous 48 h", false)], now.Promises.Select(promise => (promise.What!, promise.IsDue)));
        Assert.InRange((await RoundTrips.OfAsync(() => _marc.Get<FollowHandoff>().ExecuteAsync(accepted.Id))).Count, 1, 4);

        await using var other = await database.ATenantAsync();
        Assert.IsType<NoSuchHandoff>((await other.Get<FollowHandoff>().ExecuteAsync(accepted.Id)).Refusal);
    }

    private async Task<HandoffView> AcceptedAsync(string code, DateOnly signedOn) =>
        await _desk.AcceptAsync(await _marc.SubmitAsync(Full() with { Client = new(Code: code, Name: code), Contract = Full().Contract with { SignedOn = signedOn } }), _claire);

    private async Task<OrderView> OrderAsync(HandoffView accepted)
    {
        var placed = await _desk.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = accepted.ClientId!.Value, Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 100 }] });
        Assert.True(placed.IsOk, placed.Refusal?.ToString());

        return placed.Value;
    }

    private void Later(int days)
    {
        _desk.Clock.Advance(TimeSpan.FromDays(days));
        _marc.Clock.Advance(TimeSpan.FromDays(days));
    }
}
