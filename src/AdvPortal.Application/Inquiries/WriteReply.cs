using AdvPortal.Application.Orders;
using AdvPortal.Domain.Deliveries;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Persistence;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Inquiries;

/// <summary>« Insérer l’état de la commande » : each line as it stands now, in the client's codes and language.</summary>
[UseCase]
public sealed class WriteOrderState(UnitOfWork unitOfWork, TenantClock clock)
{
    public Task<Result<Written>> ExecuteAsync(InquiryId id, OrderId? order, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Written>(this, Permission.ReadOrders, async db =>
        {
            var context = await ReplyContext.ReadAsync(db, id, order, null, ct);

            return context is null ? new NoSuchInquiry() : context.State(clock.Today) is { } state ? new Written(context.Language, state) : new NoOrderToWriteOf();
        }, ct);

    /// <param name="Language">In which it is written: ISO 639-1.</param>
    public sealed record Written(string Language, string Text);
}

/// <summary>A template with its gaps filled, before anything is sent.</summary>
[UseCase]
public sealed class PreviewReply(UnitOfWork unitOfWork, CurrentMember member, TenantClock clock)
{
    public Task<Result<Preview>> ExecuteAsync(InquiryId id, Form form, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Preview>(this, Permission.ReadOrders, async db =>
        {
            if (await ReplyContext.ReadAsync(db, id, form.OrderId, member.Id, ct) is not { } context)
            {
                return new NoSuchInquiry();
            }

            var body = form.Body ?? (await ReadReplyTemplates.AllAsync(db, ct)).Find(t => form.TemplateId is null || t.Id == form.TemplateId)?.Body;

            if (body is null)
            {
                return new NoSuchReplyTemplate();
            }

            var written = ReplyText.Render(body, context.Values(clock.Today));

            return written.Error is { } error ? new TemplateBroken(error) : new Preview(written.Text, written.Missing);
        }, ct);

    /// <param name="TemplateId">One of the templates, the first where none is named; or else</param>
    /// <param name="Body">the text of one.</param>
    /// <param name="OrderId">Null: the order of which the conversation speaks, where it is one.</param>
    public sealed record Form(ReplyTemplateId? TemplateId = null, string? Body = null, OrderId? OrderId = null);

    /// <param name="Missing">What is not known: it is not sent before a person has written it.</param>
    public sealed record Preview(string Text, IReadOnlyList<string> Missing);
}

/// <summary>What a reply can speak of: the client, who asked, the order as it stands.</summary>
internal sealed record ReplyContext(Inquiry Inquiry, string? ClientName, string Language, string? Member, string Company, Order? Order, IReadOnlyList<Delivery> Deliveries)
{
    /// <param name="db">The database.</param>
    /// <param name="id">The conversation.</param>
    /// <param name="order">Null: the only one it speaks of.</param>
    /// <param name="member">Who writes.</param>
    /// <param name="ct">Stops reading.</param>
    public static async Task<ReplyContext?> ReadAsync(AdvDbContext db, InquiryId id, OrderId? order, MemberId? member, CancellationToken ct)
    {
        var visit = new Visit(db);
        var inquiries = visit.Ask(db.Inquiries.AsNoTracking().Where(i => i.Id == id));
        var links = visit.Ask(db.Set<InquiryLink>().Where(l => EF.Property<InquiryId>(l, "InquiryId") == id && l.OrderId != null).OrderBy(l => l.Id).Select(l => l.OrderId!.Value));
        var clients = visit.Ask(db.Clients.IgnoreQueryFilters([Filters.Archived]).Where(c => db.Inquiries.Any(i => i.Id == id && i.ClientId == c.Id)).Select(c => new { c.Name, c.Language }));
        var contacts = visit.Ask(db.Contacts.Where(c => db.Inquiries.Any(i => i.Id == id && i.ContactId == c.Id)).Select(c => c.Language));
        var senders = visit.Ask(db.TenantSettings.Select(s => new { s.LegalName, Name = db.Members.Where(m => m.Id == member).Select(m => m.Name).FirstOrDefault(), Language = db.Tenants.Where(t => t.Id == db.Tenant).Select(t => t.Language).FirstOrDefault() }));
        await visit.GoAsync(ct);

        if (inquiries.Only is not { } inquiry)
        {
            return null;
        }

        var client = clients.Rows.Count > 0 ? clients.Rows[0] : null;
        var wanted = order ?? (links.Rows.Count > 0 ? links.Rows[0] : null);
        var found = wanted is { } one ? await ReadOrder.FindAsync(db, one, ct) : null;

        // One client never reads another's order.
        found = found is not null && inquiry.ClientId == found.ClientId ? found : null;
        var deliveries = found is null ? [] : await db.Deliveries.AsNoTracking().Where(d => d.Status != DeliveryStatus.Cancelled && d.ShippedAt != null && d.Lines.Any(l => l.OrderId == found.Id))
            .OrderBy(d => d.ShipOn).ThenBy(d => d.Id).Include(d => d.Lines).AsSingleQuery().ToListAsync(ct);

        return new(inquiry, client?.Name, (contacts.Rows.Count > 0 ? contacts.Rows[0] : client?.Language ?? senders.Rows[0].Language) ?? "fr", senders.Rows[0].Name, senders.Rows[0].LegalName, found, deliveries);
    }

    public string? State(DateOnly today) => Order is not { } order ? null : OrderStateText.Write(Language, order.CustomerReference, order.Number, today, [.. order.Lines.OrderBy(line => line.Position).Select(line => Line(order, line))]);

    public IReadOnlyDictionary<string, string?> Values(DateOnly today)
    {
        var culture = System.Globalization.CultureInfo.GetCultureInfo(Language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en");
        var last = Deliveries.Count > 0 ? Deliveries[^1] : null;

        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client.name"] = ClientName,
            ["contact.name"] = Inquiry.PersonName,
            ["order.reference"] = Order?.CustomerReference ?? Order?.Number,
            ["order.number"] = Order?.Number,
            ["order.state"] = State(today),
            ["order.promised"] = Order?.Lines.Where(line => line.OutstandingQuantity > 0).Max(line => line.PromisedOn) is { } day ? Wording.DateLong(day, culture) : null,
            ["delivery.number"] = last?.Number,
            ["delivery.tracking"] = last?.TrackingNumber,
            ["member.name"] = Member,
            ["company.name"] = Company,
        };
    }

    private LineState Line(Order order, OrderLine line)
    {
        var moved = order.Promises.LastOrDefault(p => p.LineId == line.Id && p.Was is not null && p.Was != p.Now);
        var sent = Deliveries.Where(d => d.Lines.Any(l => l.LineId == line.Id))
            .Select(d => new SentPart(d.ShipOn, d.Carrier, d.TrackingNumber, d.TrackingLink, d.Status is DeliveryStatus.Delivered or DeliveryStatus.PartlyRefused));

        return new(
            line.BuyerCode ?? line.ProductCode, line.Description, line.Quantity, line.Unit, line.ShippedQuantity, line.OutstandingQuantity, line.PromisedOn, moved is null ? null : line.FirstPromisedOn, moved?.Cause,
            line.Schedule, [.. sent], line.StandingIn(order.Status) is LineStanding.Cancelled);
    }
}
