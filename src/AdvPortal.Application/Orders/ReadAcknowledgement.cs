using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Tenants;
using AdvPortal.Exchange.Acknowledgements;

namespace AdvPortal.Application.Orders;

/// <summary>What we answer to the client's order, in the client's codes and language.</summary>
[UseCase]
public sealed class ReadAcknowledgement(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Acknowledgement>> ExecuteAsync(OrderId id, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Acknowledgement>(Permission.ReadOrders, async db =>
        {
            if (await ReadOrder.FindAsync(db, id, ct) is not { } order)
            {
                return new NoSuchOrder();
            }

            if (order.Status is OrderStatus.ToReview or OrderStatus.OnHold)
            {
                return new NotConfirmedYet();
            }

            var client = await db.Clients.IgnoreQueryFilters([Persistence.Filters.Archived]).Include(c => c.Sites).Include(c => c.Contacts).AsSplitQuery().SingleAsync(c => c.Id == order.ClientId, ct);
            var settings = await db.TenantSettings.SingleAsync(ct);

            return Describe(order, client, settings, clock.Local(order.ConfirmedAt ?? order.ReceivedAt));
        }, ct);

    private static Acknowledgement Describe(Order order, Client client, TenantSettings settings, DateTimeOffset issuedAt)
    {
        var site = client.Sites.FirstOrDefault(s => s.Id == order.SiteId);
        var lines = order.Lines.OrderBy(l => l.Position).Select(l => Describe(l, order)).ToList();

        return new()
        {
            Number = order.Number,
            AcknowledgementNumber = order.Number,
            IssuedAt = issuedAt,
            CustomerReference = order.CustomerReference ?? order.Number,
            Language = client.Language,
            Currency = order.Currency,
            Supplier = new(settings.LegalName) { Gln = settings.Gln, VatId = settings.VatId, Siren = settings.Siren, Address = Address(settings.Address) },
            Buyer = new(client.Name) { Gln = client.Gln, VatId = client.VatId, Siren = client.Siren, Contact = Buyer(client) },
            ShipTo = site is null ? null : new(site.Name) { Gln = site.Gln, Address = Address(site.Address) },
            Status = order.Status is OrderStatus.Cancelled ? AcknowledgementStatus.Rejected
                : lines.Exists(l => l.LineStatus is not LineStatus.Accepted) ? AcknowledgementStatus.AcceptedWithAmendment
                : AcknowledgementStatus.Accepted,
            TotalNet = order.TotalNet,
            Lines = lines,
        };
    }

    private static AcknowledgementLine Describe(OrderLine line, Order order) => new()
    {
        LineNo = line.LineNo,
        BuyerCode = line.BuyerCode ?? line.ProductCode ?? "",
        SupplierCode = line.ProductCode ?? "",
        Description = line.Description,
        OrderedQuantity = line.Quantity,
        PromisedQuantity = order.Status is OrderStatus.Cancelled ? 0 : line.Quantity,
        Unit = line.Unit,
        NetPrice = line.NetPrice ?? 0,
        PriceBaseQuantity = line.PriceBaseQuantity,
        LineAmount = line.LineAmount ?? 0,
        RequestedOn = line.RequestedOn,
        PromisedOn = line.PromisedOn,
        ShipOn = line.ShipOn,
        LineStatus = order.Status is OrderStatus.Cancelled ? LineStatus.NotAccepted
            : line.PromisedOn != line.RequestedOn || order.Findings.Any(f => f.LineNo == line.LineNo && f is { Kind: FindingKinds.PriceDiffers, State: FindingState.Accepted }) ? LineStatus.Changed
            : LineStatus.Accepted,
    };

    private static AcknowledgementAddress Address(PostalAddress address) => new(address.Street, address.Postcode, address.City, address.Country);

    private static AcknowledgementContact? Buyer(Client client) =>
        client.Contacts.FirstOrDefault(c => c is { Role: ContactRole.Buyer, ErasedAt: null }) is { } buyer ? new(buyer.Name, buyer.Email, buyer.Phone) : null;
}

/// <summary>An acknowledgement promises what was confirmed: before, there is nothing to promise.</summary>
public sealed record NotConfirmedYet : Refusal;
