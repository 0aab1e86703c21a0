using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Application.Demo;

/// <summary>What has become of a demo order since it was confirmed.</summary>
internal enum DemoLife
{
    None,

    /// <summary>Promised for days that have passed.</summary>
    Late,

    /// <summary>As late, and a part of it has left.</summary>
    LateInPart,

    /// <summary>Its goods cannot be ready in time.</summary>
    AtRisk,
    PartlyShipped,
    Held,

    /// <summary>Promised for another day, and the client does not know.</summary>
    Moved,
    MovedAndTold,
}

/// <summary>Leads demo orders on in their lives, so that no page of them is empty.</summary>
internal static class DemoLives
{
    /// <summary>How long ago an order was placed whose days have passed.</summary>
    private static readonly TimeSpan _ago = TimeSpan.FromDays(16);

    public static bool IsPast(DemoLife life) => life is DemoLife.Late or DemoLife.LateInPart;

    /// <summary>Order and answer as they were given then.</summary>
    public static (PlaceOrder Place, ConfirmOrder Confirm) Then(IServiceProvider services)
    {
        var clock = new TenantClock(new Earlier(services.GetRequiredService<TimeProvider>(), _ago), services.GetRequiredService<CurrentTenant>());
        var work = ActivatorUtilities.CreateInstance<UnitOfWork>(services, clock);
        var posting = ActivatorUtilities.CreateInstance<AcknowledgementPosting>(services, ActivatorUtilities.CreateInstance<Mailer>(services, clock), clock);

        return (ActivatorUtilities.CreateInstance<PlaceOrder>(services, work, clock), ActivatorUtilities.CreateInstance<ConfirmOrder>(services, ActivatorUtilities.CreateInstance<ActOnOrder>(services, work, clock), posting));
    }

    public static Task LeadAsync(IServiceProvider services, OrderView order, DemoLife life, CancellationToken ct) => life switch
    {
        DemoLife.LateInPart or DemoLife.PartlyShipped => ShipAsync(services, order, ct),
        DemoLife.AtRisk => services.GetRequiredService<TellReadiness>().ExecuteAsync(
            order.Id, new() { LineNo = order.Lines[0].LineNo, ReadyOn = order.Lines[0].ShipOn?.AddDays(2), Note = "Zingage attendu" }, version: null, ct),
        DemoLife.Held => services.GetRequiredService<HoldOrder>().ExecuteAsync(
            order.Id, new() { Reason = HoldReason.Credit, Note = "Échéance d’octobre impayée", Release = HoldRelease.Finance }, version: null, ct),
        DemoLife.Moved => MoveAsync(services, order, PromiseCause.Supplier, "Rupture acier", ct),
        DemoLife.MovedAndTold => MoveAndTellAsync(services, order, ct),
        _ => Task.CompletedTask,
    };

    private static async Task MoveAsync(IServiceProvider services, OrderView order, PromiseCause cause, string note, CancellationToken ct)
    {
        var days = await services.GetRequiredService<ReadArrivalDays>().ExecuteAsync(order.Id, order.PromisedOn is { } promised ? WorkingDays.OnOrAfter(promised.AddDays(2)) : null, ct);

        if (days.Value?.Max(row => row.First) is { } next)
        {
            await services.GetRequiredService<Repromise>().ExecuteAsync(order.Id, new() { DeliverOn = next, Cause = cause, Note = note }, version: null, ct);
        }
    }

    private static async Task MoveAndTellAsync(IServiceProvider services, OrderView order, CancellationToken ct)
    {
        await MoveAsync(services, order, PromiseCause.StockShortage, "Série en cours de frappe", ct);
        await services.GetRequiredService<TellPromises>().ExecuteAsync(order.Id, version: null, ct);
    }

    // Half of the first line is gone.
    private static Task<bool> ShipAsync(IServiceProvider services, OrderView order, CancellationToken ct) => services.GetRequiredService<UnitOfWork>().RunUnrecordedAsync(
        async db => (await ReadOrder.FindAsync(db, order.Id, ct))!.Ship(new Dictionary<string, decimal>(StringComparer.Ordinal) { [order.Lines[0].LineNo] = decimal.Floor(order.Lines[0].Quantity / 2) }, ShippingTerms.Usual).IsOk,
        ct);

    private sealed class Earlier(TimeProvider now, TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.GetUtcNow() - by;
    }
}
