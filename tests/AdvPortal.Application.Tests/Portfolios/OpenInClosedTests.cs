using System.Text;
using AdvPortal.Application.Deliveries;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenders;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tenders;
using static AdvPortal.Application.Tests.Portfolios.TeamWorld;

namespace AdvPortal.Application.Tests.Portfolios;

/// <summary>What closed portfolios leave open to Claire of Yanis' client: what the client sends is taken in, what is there is printed, and her other role is hers.</summary>
public sealed class OpenInClosedTests(TestDatabase database) : IAsyncLifetime
{
    private TeamWorld _team = null!;

    public async ValueTask InitializeAsync()
    {
        _team = await FoundAsync(database);
        await _team.World.AProductAsync("VH-M8-30-ZN");
        await _team.World.StoreAsync(async db => (await db.TenantSettings.SingleAsync()).Confine(true));
    }

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task A_document_that_is_sorted_becomes_the_order_that_an_upload_would_and_that_order_is_not_hers_to_change()
    {
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
        var named = await ReceiveAsync(claire, "PO-1", _team.Chartraine.Id);
        var lost = await ReceiveAsync(claire, "PO-2", client: null);
        Assert.Equal(("done", "needs-client"), (named.Status, lost.Status));

        var sorted = await claire.Get<AnswerOrderDocument>().ExecuteAsync(lost.Id, Theirs, null);

        Assert.Equal("done", sorted.Value!.Status);
        var order = sorted.Value.Orders.Single().OrderId!.Value;
        Assert.IsType<ClientOfAnother>((await claire.Get<CancelOrder>().ExecuteAsync(order, new("Trop tard"), null)).Refusal);
        Assert.IsType<ClientOfAnother>((await claire.Get<CancelOrder>().ExecuteAsync(named.Orders.Single().OrderId!.Value, new("Trop tard"), null)).Refusal);

        Result<AnswerOrderDocument.Form> Theirs(AnswerOrderDocument.Form form) => form with { ClientId = _team.Chartraine.Id };
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task What_a_code_stands_for_is_said_for_one_document_and_learnt_by_the_owner_alone(bool learns, bool may)
    {
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
        var lost = await ReceiveAsync(claire, "PO-3", client: null);
        var sorted = await claire.Get<AnswerOrderDocument>().ExecuteAsync(
            lost.Id, form => form with { ClientId = _team.Chartraine.Id, Codes = new Dictionary<string, string> { ["4711"] = "VH-M8-30-ZN" }, LearnCodes = learns }, null);

        Assert.Equal(may, sorted.IsOk);
        Assert.Equal(!may, sorted.Refusal is ClientOfAnother);
    }

    [Fact]
    public async Task Labels_are_printed_by_whoever_stands_at_the_printer_new_numbers_and_all()
    {
        var requirement = await _team.Get<CreateRequirement>().ExecuteAsync(_team.Chartraine.Id, new()
        {
            Sentence = "Étiquette GS1",
            Source = new(SourceKind.Email, "N. Rousseau"),
            Severity = Severity.AutoFix,
            Rule = new Labelling { Symbology = Symbology.Gs1128 },
        });
        Assert.True(requirement.IsOk, requirement.Refusal?.ToString());
        await _team.World.StoreAsync(async db => (await db.TenantSettings.SingleAsync()).Number("3012345"));
        var order = await OrderAsync();

        foreach (var role in new[] { Role.Adv, Role.Reader })
        {
            await using var world = await _team.World.AsAsync(_team.Claire, role);
            var labels = await world.Get<ReadLabels>().ExecuteAsync(order, parcels: role is Role.Adv ? 1 : 2);
            Assert.True(labels.IsOk, labels.Refusal?.ToString());
        }

        Assert.Equal(2, await _team.World.ReadAsync(db => db.NumberedUnits.CountAsync(u => u.OrderId == order)));
    }

    [Theory]
    [InlineData(HoldRelease.Finance, true, Role.Adv, Role.Finance)]
    [InlineData(HoldRelease.Anybody, false, Role.Adv, Role.Finance)]
    [InlineData(HoldRelease.Anybody, false, Role.Adv)]
    [InlineData(HoldRelease.Anybody, true, Role.Adv, Role.Manager)]
    public async Task A_finance_hold_is_released_by_finance_whatever_else_they_are(HoldRelease held, bool may, params Role[] roles)
    {
        var (one, many) = (await OrderAsync(), await OrderAsync("A-2"));

        foreach (var order in new[] { one, many })
        {
            Assert.True((await _team.Get<HoldOrder>().ExecuteAsync(order, new() { Reason = HoldReason.Credit, Release = held }, null)).IsOk);
        }

        await using var claire = await _team.World.AsAsync(_team.Claire, roles);
        var released = await claire.Get<ReleaseOrder>().ExecuteAsync(one, null);
        var bulk = await claire.Get<ChangeOrders>().ExecuteAsync(new() { Act = BulkAct.Release, Orders = [many.Value] });

        Assert.Equal((may, may), (released.IsOk, bulk.IsOk));
        Assert.Equal((!may, !may), (released.Refusal is ClientOfAnother, bulk.Refusal is ClientOfAnother));

        if (may)
        {
            Assert.True((await claire.Get<UndoOrderChanges>().ExecuteAsync(bulk.Value!.Undo!)).IsOk);
        }
    }

    [Theory]
    [InlineData(true, Role.Adv, Role.Logistics)]
    [InlineData(false, Role.Adv, Role.Finance)]
    [InlineData(false, Role.Adv)]
    public async Task Goods_are_packed_by_logistics_whosever_client_they_are_for(bool may, params Role[] roles)
    {
        var confirmed = await _team.World.ConfirmedAsync(Form("A-1"));
        var delivery = (await _team.Get<PlanDelivery>().ExecuteAsync(new() { Orders = [confirmed.Id], ArriveOn = Monday.AddDays(9) })).Value!;
        await using var claire = await _team.World.AsAsync(_team.Claire, roles);
        var packed = await claire.Get<PackDelivery>().ExecuteAsync(delivery.Id, new(), null);

        Assert.Equal(!may, packed.Refusal is ClientOfAnother);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_is_asked_for_a_tender_answers_it_and_nobody_of_the_desk_in_their_place(bool asked)
    {
        var tender = (await _team.Get<OpenTender>().ExecuteAsync(new() { ClientId = _team.Chartraine.Id, Title = "Consultation", SubmissionDueAt = new(2026, 12, 4, 11, 0, 0, TimeSpan.Zero), Lines = [new() { Description = "Entretoise", Quantities = [200] }] })).Value!;
        var planned = await _team.Get<PlanTenderTask>().ExecuteAsync(tender.Id, new() { Kind = TenderTaskKind.Price, Text = "Quel délai ?", AssigneeId = asked ? _team.Claire : _team.Yanis, DueOn = Monday.AddDays(2) }, null);
        Assert.True(planned.IsOk, planned.Refusal?.ToString());
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
        var answered = await claire.Get<AnswerTenderTask>().ExecuteAsync(tender.Id, planned.Value.Tasks[0].Id, new() { Answer = "Trois semaines" }, null);

        Assert.Equal((asked, !asked), (answered.IsOk, answered.Refusal is ClientOfAnother));
    }

    private PlaceOrder.Form Form(string reference) => new() { ClientId = _team.Chartraine.Id, CustomerReference = reference, RequestedOn = Monday.AddDays(9), Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 100, NetPrice = 1 }] };

    private async Task<OrderId> OrderAsync(string reference = "A-1") => (await _team.Get<PlaceOrder>().ExecuteAsync(Form(reference))).Value!.Id;

    private static async Task<OrderDocumentView> ReceiveAsync(World by, string reference, ClientId? client)
    {
        var received = await by.Get<ReceiveOrderDocument>().ExecuteAsync(Encoding.UTF8.GetBytes($"po_number,line_number,buyer_sku,quantity,unit_price\n{reference},1,4711,5000,8.40\n"), $"{reference}.csv", "text/csv", client);
        Assert.True(received.IsOk, received.Refusal?.ToString());

        return received.Value;
    }
}
