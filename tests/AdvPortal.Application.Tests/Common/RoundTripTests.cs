using AdvPortal.Application.Clarifications;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Day;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Common;

public sealed class RoundTripTests(TestDatabase database)
{
    /// <summary>Beside the visit that opens the transaction and the one that commits it.</summary>
    private const int Most = 4;

    [Fact]
    public async Task No_use_case_goes_to_the_database_more_often_than_it_may()
    {
        await using var world = await database.ATenantAsync();
        var client = await world.AClientAsync(arrange: c => c.Meet("Karim Haddad", ContactRole.Buyer, "k.haddad@chartraine.example", null, null));
        await world.AProductAsync("VH-M8-30-ZN");
        var noWednesdays = new RequirementForm { Sentence = "Pas de livraison le mercredi", Source = new(SourceKind.Email, "Karim Haddad"), Severity = Severity.Block, Rule = new DeliveryDays { Closed = Weekdays.Wednesday } };
        var form = new PlaceOrder.Form { ClientId = client.Id, CustomerReference = "4500187342", RequestedOn = new(2026, 11, 25), Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }] };
        Dictionary<string, int> visits = new(StringComparer.Ordinal);

        await CountAsync<CreateRequirement, RequirementView>(it => it.ExecuteAsync(client.Id, noWednesdays));
        await CountAsync<LookUpLines, Page<LookUpLines.Found>>(it => it.ExecuteAsync(client.Id, null, form.Lines));
        var order = await CountAsync<PlaceOrder, OrderView>(it => it.ExecuteAsync(form));
        await CountAsync<ReadOrder, OrderView>(it => it.ExecuteAsync(order.Id));
        await CountAsync<ReadReview, ReviewView>(it => it.ExecuteAsync(order.Id));
        await CountAsync<ListOrders, Page<OrderView>>(it => it.ExecuteAsync(new(Status: OrderStatus.ToReview)));
        await CountAsync<ReadOrderBook, ReadOrderBook.Book>(it => it.ExecuteAsync(new() { View = OrderBookView.ToReview }));
        await CountAsync<ReadMyDay, DayView>(it => it.ExecuteAsync());
        await CountAsync<ReadClient, ClientView>(it => it.ExecuteAsync(client.Id));
        await CountAsync<ListClients, Page<ClientView>>(it => it.ExecuteAsync(new()));
        await CountAsync<ListRequirements, Page<RequirementView>>(it => it.ExecuteAsync(client.Id));
        order = await CountAsync<AcceptFinding, OrderView>(it => it.ExecuteAsync(order.Id, order.Findings[0].Id, order.Version));
        order = await CountAsync<CorrectOrder, OrderView>(it => it.ExecuteAsync(order.Id, Refer, order.Version));
        var draft = await CountAsync<DraftClarification, ClarificationDraft>(it => it.ExecuteAsync(order.Id, WaitingFor.Client, []));
        order = await CountAsync<AskForClarification, OrderView>(it => it.ExecuteAsync(order.Id, new() { Of = WaitingFor.Client, To = draft.Recipients[0].Address, Subject = draft.Subject, Text = draft.Text }, order.Version));
        await CountAsync<AttachAnswer, AttachAnswer.Attached>(it => it.ExecuteAsync(new(["unknown@elsewhere.example"], ["4500187343"], draft.Recipients[0].Address, null, "Oui")));
        order = await CountAsync<RecordAnswer, OrderView>(it => it.ExecuteAsync(order.Id, new() { Answer = "Oui", From = "Karim Haddad" }, null));
        order = await CountAsync<StopWaiting, OrderView>(it => it.ExecuteAsync(order.Id, order.Version));
        await CountAsync<ReadProductCandidates, Page<LineCandidates>>(it => it.ExecuteAsync(order.Id));
        order = await CountAsync<ConfirmOrder, OrderView>(it => it.ExecuteAsync(order.Id, order.Version));
        await CountAsync<ListOrders, Page<OrderView>>(it => it.ExecuteAsync(new(Status: OrderStatus.Confirmed)));
        await CountAsync<ReadAcknowledgement, Acknowledgement>(it => it.ExecuteAsync(order.Id));
        order = await CountAsync<UndoConfirmation, OrderView>(it => it.ExecuteAsync(order.Id, order.Version));
        await CountAsync<CancelOrder, OrderView>(it => it.ExecuteAsync(order.Id, new("Plus besoin"), order.Version));

        Assert.DoesNotContain(visits, each => each.Value > Most);

        async Task<T> CountAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> execute) where TUseCase : notnull where T : notnull
        {
            Result<T> result = default!;
            visits[typeof(TUseCase).Name] = (await RoundTrips.OfAsync(async () => result = await execute(world.Get<TUseCase>()))).Count;
            Assert.True(result.IsOk, result.Refusal?.ToString());

            return result.Value;
        }

        static Result<CorrectOrder.Form> Refer(CorrectOrder.Form corrected)
        {
            corrected.CustomerReference = "4500187343";

            return corrected;
        }
    }
}
