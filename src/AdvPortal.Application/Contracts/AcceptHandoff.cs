using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Products;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Contracts;

/// <summary>Takes the client into somebody's portfolio, with its sites, contacts and prices: all of it, or nothing.</summary>
[UseCase]
public sealed class AcceptHandoff(ActOnHandoff act, TenantClock clock)
{
    public Task<Result<HandoffView>> ExecuteAsync(HandoffId id, MemberId owner, int? version, CancellationToken ct = default) =>
        act.RunAsync(this, Permission.AcceptHandoffs, id, version, async (db, handoff) =>
        {
            if (handoff.Status is not HandoffStatus.Submitted)
            {
                return new HandoffNotSubmitted();
            }

            if (await db.Members.SingleOrDefaultAsync(m => m.Id == owner && !m.IsDisabled, ct) is not { } keeper)
            {
                return new NoSuchMember();
            }

            if (!Roles.PermissionsOf(keeper.Roles).Contains(Permission.HandleOrders))
            {
                return new CannotHandleOrders(keeper.Name);
            }

            var client = await ClientOfAsync(db, handoff.Content.Client, ct);

            if (!client.IsOk)
            {
                return client.Refusal;
            }

            if (await OtherOwnerAsync(db, client.Value, owner, ct) is { } other)
            {
                return new ClientHasAnOwner(other);
            }

            var codes = handoff.Content.Prices.Select(p => p.ProductCode!).Distinct().ToList();
            var products = await db.Products.Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct);

            if (handoff.Content.Prices.FirstOrDefault(p => !products.ContainsKey(p.ProductCode!)) is { } unknown)
            {
                return new UnknownProductCode(unknown.ProductCode!);
            }

            if (handoff.Content.Prices.FirstOrDefault(p => p.ValidUntil < handoff.Content.Contract.StartsOn) is { } over)
            {
                return new HandoffPriceEndsBeforeContract(over.ProductCode!, over.ValidUntil!.Value, handoff.Content.Contract.StartsOn!.Value);
            }

            var accepted = handoff.Accept(client.Value.Id, owner, clock.Now);

            if (accepted.IsOk)
            {
                Meet(client.Value, handoff.Content);
                db.Touch(client.Value);
                db.ContractPrices.AddRange(handoff.Content.Prices.Select(p => PriceOf(p, client.Value, products[p.ProductCode!].Id, handoff.Content.Contract)));

                if (await AgreeAsync(db, client.Value, handoff, products, ct) is { } refused)
                {
                    return refused;
                }

                await HandOverAsync(db, client.Value, owner, handoff.Content.Contract.Reference, ct);
            }

            return accepted;
        }, ct);

    // Agreed volumes are one blanket order for the contract's period; of a product with several prices, the one from the least quantity on is its price.
    private async Task<Refusal?> AgreeAsync(AdvDbContext db, Client client, Handoff handoff, Dictionary<string, Product> products, CancellationToken ct)
    {
        var (prices, contract) = (handoff.Content.Prices.Where(p => p.AgreedQuantity is not null).ToList(), handoff.Content.Contract);

        if (prices.Count == 0)
        {
            return null;
        }

        var lines = prices.GroupBy(p => p.ProductCode!).Select(of => (Product: products[of.Key], Price: of.OrderBy(p => p.MinimumQuantity ?? 0).First(), Quantity: of.Sum(p => p.AgreedQuantity!.Value)))
            .Select(of => new AgreedLine(of.Product.Id, of.Product.Code, of.Product.Name, of.Quantity, of.Product.Unit, of.Price.NetPrice!.Value, of.Price.PriceBaseQuantity)).ToList();
        var terms = new BlanketTerms(client.Id, WholeText.Cut(contract.Reference ?? "", BlanketOrder.ReferenceMaxLength), client.Currency, contract.StartsOn!.Value, contract.EndsOn ?? prices.Max(p => p.ValidUntil)!.Value);

        var opened = BlanketOrder.Open(Ids.New<BlanketOrderId>(), terms, lines, clock.Now, handoff.Id);

        if (opened.IsOk)
        {
            await OpenBlanketOrder.AddAsync(db, opened.Value, ct);
        }

        return opened.Refusal;
    }

    private static async Task<Result<Client>> ClientOfAsync(AdvDbContext db, HandoffClient told, CancellationToken ct)
    {
        if (told.Id is { } known)
        {
            return await db.Clients.Include(c => c.Sites).Include(c => c.Contacts).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == known, ct) is { } client ? client : new NoSuchClient();
        }

        var signed = new Client(told.Code!, told.Name!, "fr", "EUR");
        signed.Identify(told.VatId, told.Siren, told.Gln);
        signed.Note(told.Phone, notes: null);
        db.Clients.Add(signed);

        return signed;
    }

    // A client of long standing keeps what it has: what bears the same name is the same.
    private void Meet(Client client, HandoffContent content)
    {
        foreach (var site in content.Sites.Where(s => client.Sites.All(known => !known.Name.Equals(s.Name?.Trim(), StringComparison.OrdinalIgnoreCase))))
        {
            var opened = client.OpenSite(site.Name!, clock.Zone.Id, new(site.Street ?? "", site.Postcode ?? "", site.City ?? "", site.Country ?? "FR"), site.Gln);
            opened.Describe(opened.Name, opened.TimeZone, opened.Address, opened.Gln, site.Notes);
        }

        foreach (var contact in content.Contacts.Where(c => client.Contacts.All(known => !string.Equals(known.Email, c.Email, StringComparison.OrdinalIgnoreCase) || known.Email is null)))
        {
            client.Meet(contact.Name!, contact.Role, contact.Email, contact.Phone, language: null);
        }
    }

    private static ContractPrice PriceOf(HandoffPrice price, Client client, ProductId product, HandoffContract contract) =>
        new(client.Id, product, price.NetPrice!.Value, price.PriceBaseQuantity, client.Currency, contract.StartsOn!.Value, price.ValidUntil ?? contract.EndsOn, price.MinimumQuantity);

    // Whose client it is changes by a transfer only, which is for those who manage portfolios and sees to the stand-ins.
    private Task<string?> OtherOwnerAsync(AdvDbContext db, Client client, MemberId owner, CancellationToken ct) =>
        db.Ownerships.Where(o => o.ClientId == client.Id && o.From <= clock.Today && (o.Until == null || o.Until >= clock.Today) && o.OwnerId != owner)
            .Join(db.Members, o => o.OwnerId, m => m.Id, (_, m) => m.Name).SingleOrDefaultAsync(ct);

    private async Task HandOverAsync(AdvDbContext db, Client client, MemberId owner, string? reference, CancellationToken ct)
    {
        var history = await db.Ownerships.Where(o => o.ClientId == client.Id).ToListAsync(ct);

        if (history.Exists(o => o.Holds(clock.Today)))
        {
            return;
        }

        if (Ownership.Hand(history, client.Id, owner, clock.Today, reference) is { } handover)
        {
            db.Ownerships.RemoveRange(handover.Void);
            db.Ownerships.Add(handover.Begins);
        }
    }
}
