using System.Text.Json;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Mapping;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AdvPortal.Application.Webhooks;

/// <summary>What webhooks are told of, read off the context as it is saved. Something more is one line of the table, and its name in Texts/Webhooks.</summary>
/// <remarks>No personal data: no name, no address, no note or reason that somebody wrote. Whoever needs more asks the API.</remarks>
public static class WebhookEvents
{
    /// <summary>What a test of a webhook sends; nobody subscribes to it.</summary>
    internal const string Test = "webhook.test";

    /// <summary>What waits until a person can no longer take it back.</summary>
    internal const string Confirmed = "order.confirmed", Answered = "inquiry.answered";

    private static readonly Kind[] _kinds =
    [
        Of<Order>("order.received", About, row => row.State is EntityState.Added ? Facts(row.Entity) : null),
        Of<Order>(Confirmed, About, row => IsConfirmed(row) ? Facts(row.Entity) : null),
        Of<Order>("order.cancelled", About, row => Became(row, OrderStatus.Cancelled) ? new { row.Entity.CancelCause } : null),
        Of<Order>("order.held", About, row => Became(row, OrderStatus.OnHold) ? new { row.Entity.Hold!.Reason, row.Entity.Hold.Until, row.Entity.Hold.Release } : null),
        Of<Order>("order.released", About, row => Was(row) is OrderStatus.OnHold && row.Entity.Status is not (OrderStatus.OnHold or OrderStatus.Cancelled) ? Facts(row.Entity) : null),
        Of<Order>("promise.changed", About, row => Moves(row) is { Count: > 0 } moves ? new { row.Entity.PromisedOn, Changes = moves } : null),
        Of<Delivery>("delivery.planned", About, row => row.State is EntityState.Added ? Facts(row.Entity) : null),
        Of<Delivery>("delivery.shipped", About, row => Became(row, DeliveryStatus.Shipped) ? Facts(row.Entity) : null),
        Of<Delivery>("delivery.delivered", About, row => Became(row, DeliveryStatus.Delivered) ? Facts(row.Entity) : null),
        Of<Delivery>("delivery.refused", About, row => Became(row, DeliveryStatus.Refused) || Became(row, DeliveryStatus.PartlyRefused) ? Facts(row.Entity) : null),
        Of<Delivery>("delivery.cancelled", About, row => Became(row, DeliveryStatus.Cancelled) ? Facts(row.Entity) : null),
        Of<Complaint>("complaint.opened", About, row => row.State is EntityState.Added ? Facts(row.Entity) : null),
        Of<Complaint>("complaint.ended", About, row => row.Entity.EndedAt is not null && Changed(row, row.Property(c => c.EndedAt)) ? Facts(row.Entity) : null),
        Of<Complaint>("complaint.reopened", About, row => row.Entity.EndedAt is null && Changed(row, row.Property(c => c.EndedAt)) ? Facts(row.Entity) : null),
        Of<Inquiry>("inquiry.opened", About, row => row.State is EntityState.Added ? Facts(row.Entity) : null),
        Of<Inquiry>(Answered, About, row => IsAnswered(row) ? Facts(row.Entity) : null),
        Of<Tender>("tender.opened", About, row => row.State is EntityState.Added ? Facts(row.Entity) : null),
        Of<Tender>("tender.submitted", About, row => IsSubmitted(row) ? Facts(row.Entity) : null),
        Of<Tender>("tender.reopened", About, row => row.Entity.EndedAt is null && Changed(row, row.Property(t => t.EndedAt)) ? Facts(row.Entity) : null),
        Of<Tender>("tender.ended", About, row => row.Entity.EndedAt is not null && Changed(row, row.Property(t => t.EndedAt)) ? Facts(row.Entity) : null),
    ];

    /// <summary>All that can be subscribed to.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. _kinds.Select(kind => kind.Type)];

    /// <summary>What this work gives cause to tell.</summary>
    internal static List<WebhookEvent> Of(AdvDbContext db) =>
    [
        .. from row in db.ChangeTracker.Entries()
           where row.State is EntityState.Added or EntityState.Modified
           from kind in _kinds
           where kind.Row == row.Metadata.ClrType
           let data = kind.Tell(row)
           where data is not null
           select new WebhookEvent(kind.Type, kind.About(row.Entity), data, kind.Type == Answered || (row is { Entity: Order } && IsConfirmed(Typed<Order>(row)))),
    ];

    /// <summary>The orders whose confirmation is taken back, and the conversations whose answer is: what was to be told of it since then is not.</summary>
    internal static List<(Guid Subject, string Type, DateTimeOffset Since)> TakenBack(AdvDbContext db) =>
    [
        .. db.ChangeTracker.Entries<Order>().Where(row => row.State is EntityState.Modified && IsTakenBack(row)).Select(row => (row.Entity.Id.Value, Confirmed, row.Property(o => o.ConfirmedAt).OriginalValue!.Value)),
        .. db.ChangeTracker.Entries<InquiryMessage>().Where(row => row is { State: EntityState.Deleted, Entity.Voice: InquiryVoice.Us }).Select(row => (row.Property<InquiryId>("InquiryId").OriginalValue.Value, Answered, row.Entity.At)),
    ];

    /// <summary>The body as it is sent: camelCase, absent rather than null.</summary>
    internal static string Write(string id, WebhookEvent told, DateTimeOffset at, string slug, Func<string, Uri> linkTo) => JsonSerializer.Serialize(
        new { id, told.Type, At = at, Tenant = slug, Subject = new { told.About.Kind, told.About.Id, told.About.Number, Href = linkTo(told.About.Path) }, told.Data }, StoredJson.Options);

    private static WebhookSubject About(Order order) => new("order", order.Id.Value, order.Number, $"api/v1/orders/{order.Id.Value}");

    private static WebhookSubject About(Delivery delivery) => new("delivery", delivery.Id.Value, delivery.Number, $"api/v1/deliveries/{delivery.Id.Value}");

    private static WebhookSubject About(Complaint complaint) => new("complaint", complaint.Id.Value, complaint.Number, $"api/v1/complaints/{complaint.Id.Value}");

    private static WebhookSubject About(Inquiry inquiry) => new("inquiry", inquiry.Id.Value, null, $"api/v1/inquiries/{inquiry.Id.Value}");

    private static WebhookSubject About(Tender tender) => new("tender", tender.Id.Value, tender.Number, $"api/v1/tenders/{tender.Id.Value}");

    private static object Facts(Order order) => new
    {
        order.Status,
        order.ClientId,
        order.SiteId,
        order.CustomerReference,
        order.Currency,
        order.TotalNet,
        order.RequestedOn,
        order.PromisedOn,
        order.Revision,
    };

    private static object Facts(Delivery delivery) => new
    {
        delivery.Status,
        delivery.ClientId,
        delivery.SiteId,
        delivery.ShipOn,
        delivery.ArriveOn,
        delivery.Carrier,
        delivery.TrackingNumber,
        delivery.TrackingLink,
        delivery.ShippedAt,
        Lines = delivery.Lines.Select(line => new { line.OrderId, line.LineNo, line.Quantity, line.DeliveredQuantity, line.RefusedQuantity, line.RefusedBecause }),
    };

    private static object Facts(Complaint complaint) => new
    {
        complaint.Status,
        complaint.ClientId,
        complaint.SiteId,
        complaint.Nature,
        complaint.Severity,
        complaint.Currency,
        complaint.DisputedAmount,
        complaint.InvoiceNumber,
        complaint.InquiryId,
        complaint.EndedAt,
    };

    private static object Facts(Inquiry inquiry) => new { inquiry.Status, inquiry.ClientId, inquiry.Kind, inquiry.Priority, inquiry.DueAt };

    private static object Facts(Tender tender) => new { tender.Status, tender.ClientId, tender.SubmissionDueAt, tender.Currency, tender.InquiryId, tender.EndedAt, tender.End?.Reason };

    private static bool Changed(EntityEntry row, PropertyEntry property) => row.State is EntityState.Modified && !Equals(property.OriginalValue, property.CurrentValue);

    // A message that moves to another conversation is no answer.
    private static bool IsAnswered(EntityEntry<Inquiry> row) => row.Entity.Messages.Any(message => message.Voice is InquiryVoice.Us && row.Context.Entry(message).State is EntityState.Added);

    // One that was lost and is taken up again was submitted before.
    private static bool IsSubmitted(EntityEntry<Tender> row) => row.Entity.Status is TenderStatus.Submitted && row.State is EntityState.Modified && row.Property(t => t.Status).OriginalValue is TenderStatus.Approved;

    private static bool Became(EntityEntry<Delivery> row, DeliveryStatus status) =>
        row.Entity.Status == status && row.State is EntityState.Modified && row.Property(d => d.Status).OriginalValue != status;

    private static OrderStatus? Was(EntityEntry<Order> row) => row.State is EntityState.Modified ? row.Property(o => o.Status).OriginalValue : null;

    private static bool Became(EntityEntry<Order> row, OrderStatus status) => row.Entity.Status == status && Was(row) != status;

    private static bool IsConfirmed(EntityEntry<Order> row) =>
        row.Entity.ConfirmedAt is { } at && (row.State is EntityState.Added || row.Property(o => o.ConfirmedAt).OriginalValue != at);

    private static bool IsTakenBack(EntityEntry<Order> row) =>
        row.Entity.ConfirmedAt is null && row.Property(o => o.ConfirmedAt).OriginalValue is not null;

    // The first promise is told with the confirmation that makes it.
    private static List<object> Moves(EntityEntry<Order> row) =>
    [
        .. row.Entity.Promises
            .Where(change => change.Cause is not PromiseCause.First && row.Context.Entry(change).State is EntityState.Added)
            .Select(change => (object)new { change.LineNo, change.Was, change.Now, change.Cause, change.Side }),
    ];

    private static Kind Of<T>(string type, Func<T, WebhookSubject> about, Func<EntityEntry<T>, object?> tell) where T : TenantOwned =>
        new(type, typeof(T), row => about((T)row), row => tell(Typed<T>(row)));

    private static EntityEntry<T> Typed<T>(EntityEntry row) where T : TenantOwned => row.Context.Entry((T)row.Entity);

    private sealed record Kind(string Type, Type Row, Func<object, WebhookSubject> About, Func<EntityEntry, object?> Tell);
}

/// <summary>What something is about, and where the API tells more of it.</summary>
/// <param name="Number">As people call it; null for what has none.</param>
/// <param name="Path">Below the company's address.</param>
internal sealed record WebhookSubject(string Kind, Guid Id, string? Number, string Path);

/// <summary>One thing that happened.</summary>
/// <param name="Data">Written as JSON.</param>
/// <param name="CanBeTakenBack">It may be undone for a moment, where a person did it.</param>
internal sealed record WebhookEvent(string Type, WebhookSubject About, object Data, bool CanBeTakenBack = false);
