using System.Globalization;
using AdvPortal.Application.Clients;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Tenants;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Intake;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;
using AdvPortal.Persistence.Portfolios;

namespace AdvPortal.Application.Orders;

/// <summary>All that an answer to one order needs to know, read once; and the answer itself.</summary>
/// <param name="AnsweredFormat">Of the client's document that is answered: the order, or the last change of it.</param>
internal sealed record AcknowledgementBasis(Order Order, Client Client, TenantSettings Settings, Member? Answering, IReadOnlyDictionary<ProductId, string?> Gtins, PurchaseOrder? Asked, string? AnsweredFormat, DateTimeOffset IssuedAt)
{
    public static async Task<AcknowledgementBasis> ReadAsync(AdvDbContext db, TenantClock clock, Order order, CancellationToken ct)
    {
        var visit = new Visit(db);
        var basis = Ask(db, visit, clock, order);
        await visit.GoAsync(ct);

        return basis();
    }

    /// <summary>Asks among other questions; what comes back is of the order as it stands when it is called for.</summary>
    public static Func<AcknowledgementBasis> Ask(AdvDbContext db, Visit visit, TenantClock clock, Order order)
    {
        var products = order.Lines.Select(line => line.ProductId).OfType<ProductId>().ToList();
        var responsible = db.ResponsibilitiesAt(HalfDay.Of(clock.Local(clock.Now))).Where(r => r.ClientId == order.ClientId);
        var last = order.Amendments is [.., { } amendment] ? amendment.DocumentId : (OrderDocumentId?)null;

        var client = visit.AskClient(db, order.ClientId);
        var settings = visit.Ask(db.TenantSettings);
        var answering = visit.Ask(db.Members.Where(m => responsible.Any(r => m.Id == (r.ActingOwnerId ?? r.OwnerId))));
        var gtins = visit.Ask(db.Products.Where(p => products.Contains(p.Id)).Select(p => new { p.Id, p.Gtin }));
        var documents = visit.Ask(OriginalOrder.Document(db, order));
        var changes = visit.Ask(db.OrderDocuments.Where(d => d.Id == last).Select(d => d.Format));

        return () => new(
            order, client.Rows[0], settings.Rows[0], answering.Only, gtins.Rows.ToDictionary(p => p.Id, p => p.Gtin),
            OriginalOrder.Of(documents.Only, order.Id), changes.Only ?? documents.Only?.Format, clock.Local(IssuedAtOf(order)));
    }

    /// <summary>The buyers to write to: those of the place of delivery and of no place in particular, else all of them.</summary>
    public IReadOnlyList<Contact> Buyers()
    {
        var buyers = Client.Contacts.Where(c => c is { Role: ContactRole.Buyer, ErasedAt: null, Email.Length: > 0 }).OrderBy(c => c.Id.Value).ToList();
        var ofSite = buyers.FindAll(c => c.SiteId is null || c.SiteId == Order.SiteId);

        return ofSite.Count > 0 ? ofSite : buyers;
    }

    /// <summary>What the client has changed since the last answer.</summary>
    public AmendedLines Amended { get; private init; } = AmendedLines.SinceLastAnswer(Order, Client.Language);

    /// <summary>The answer to a change that is not made: the order stays as it was answered.</summary>
    public Acknowledgement DescribeRefusal(DecidedAmendment amendment)
    {
        var order = this with { Amended = new([amendment], Client.Language), IssuedAt = amendment.At.ToOffset(IssuedAt.Offset) };
        var nth = Order.Amendments.Where(each => each.Outcome is AmendmentOutcome.Refused).TakeWhile(each => each.DocumentId != amendment.DocumentId).Count() + 1;

        return order.Describe() with
        {
            AcknowledgementNumber = string.Create(CultureInfo.InvariantCulture, $"{Order.Number}-R{nth}"),
            Version = 1,
            Status = AcknowledgementStatus.Rejected,
            Answers = new(amendment.IsCancellation ? ChangeAnswer.CancellationRefused : ChangeAnswer.Refused, amendment.Number, amendment.IssuedOn),
            Notes = ChangeReason.OfRefusal(amendment.Reason ?? AmendmentRefusal.Other, amendment.Note, Client.Language) is { Length: > 0 } why ? [new(why)] : [],
        };
    }

    public Acknowledgement Describe()
    {
        var site = Client.Sites.FirstOrDefault(s => s.Id == Order.SiteId);
        List<AcknowledgementLine> lines = [.. Order.Lines.OrderBy(line => line.Position).Select(line => AcknowledgedLine.Describe(line, this, site?.Name)), .. Amended.Gone(Order)];
        var differs = lines.Exists(line => line.Changes.Count > 0 || line.LineStatus is LineStatus.NotAccepted) || Amended.IsOurs;

        return new()
        {
            Number = Order.Number,
            AcknowledgementNumber = Order.Number,
            Version = Order.Revision,
            IssuedAt = IssuedAt,
            CustomerReference = Order.CustomerReference ?? Order.Number,
            CustomerOrderDate = Asked?.IssueDate,
            Language = Client.Language,
            Currency = Order.Currency,
            Supplier = new(Settings.LegalName)
            {
                Gln = Settings.Gln,
                VatId = Settings.VatId,
                Siren = Settings.Siren,
                Address = Address(Settings.Address),
                Contact = Answering is null ? null : new(Answering.Name, Answering.Email),
            },
            Buyer = new(Client.Name) { Gln = Client.Gln, VatId = Client.VatId, Siren = Client.Siren, Contact = Buyers() is [var buyer, ..] ? new(buyer.Name, buyer.Email, buyer.Phone) : null },
            ShipTo = site is null ? null : new(site.Name) { Gln = site.Gln, Address = Address(site.Address) },
            Answers = Amended.Answer(differs),
            Status = Order.Status is OrderStatus.Cancelled ? (Amended.IsCancellation ? AcknowledgementStatus.Accepted : AcknowledgementStatus.Rejected)
                : differs ? AcknowledgementStatus.AcceptedWithAmendment
                : AcknowledgementStatus.Accepted,
            // What the client's own words caused is said above the lines, with these words.
            Notes = [.. lines.SelectMany(line => line.Changes).Where(change => change is { Reason: not null, ClientSentence: not null })
                .DistinctBy(change => change.Reason).Select(change => new AcknowledgementNote(change.Reason!, change.ClientSentence))],
            TotalNet = Order.Status is OrderStatus.Cancelled ? 0 : Order.TotalNet,
            Lines = lines,
        };
    }

    // What was given up is answered when it was.
    private static DateTimeOffset IssuedAtOf(Order order) =>
        order is { Status: OrderStatus.Cancelled, Amendments: [.., { IsCancellation: true } given] } ? given.At
            : order.Promises is [.., { At: var moved }] && moved > order.ConfirmedAt ? moved
            : order.ConfirmedAt ?? order.ReceivedAt;

    public static AcknowledgementAddress Address(Domain.Common.PostalAddress address) => new(address.Street, address.Postcode, address.City, address.Country);
}
