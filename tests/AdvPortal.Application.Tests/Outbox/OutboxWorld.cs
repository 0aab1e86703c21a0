using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Mail;
using AdvPortal.Exchange.Tests.Mail;
using MimeKit;

namespace AdvPortal.Application.Tests.Outbox;

/// <summary>A company that answers Hydraulique Chartraine over an SMTP server of its own, all on one clock.</summary>
internal sealed class OutboxWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public OutboxWorld(TestDatabase database)
    {
        Send = (mail, ct) => SmtpSender.SendAsync(mail, Server.Options, ct);
        _services = TestDatabase.Build(database.AsPost, services => services
            .AddSingleton<TestClock>()
            .AddSingleton<MailTransport>((mail, ct) => Send(mail, ct)));
        World = new(_services);
    }

    public World World { get; }
    public SmtpSink Server { get; } = new();
    public string Buyer { get; } = $"n.rousseau-{Guid.CreateVersion7():N}@hydraulique-chartraine.example";

    /// <summary>The way out, for a test that cuts it.</summary>
    public MailTransport Send { get; set; }

    /// <summary>What reached the buyer; other tests share the outbox.</summary>
    public IReadOnlyList<MimeMessage> Mails => [.. Server.Mails.Where(mail => mail.To.Mailboxes.Any(to => to.Address == Buyer))];

    /// <summary>An order for a Wednesday, on which the client does not receive, ready to be confirmed for Friday.</summary>
    public async Task<OrderView> AnOrderAsync(string language = "fr", bool hasAddress = true)
    {
        await World.FoundAsync();
        var client = await World.AClientAsync(arrange: c =>
        {
            c.Deal(language, "EUR");
            c.OpenSite("Entrepôt de Chartres", "Europe/Paris", PostalAddress.Empty);
            c.Meet("Nathalie Rousseau", ContactRole.Buyer, hasAddress ? Buyer : null, phone: null, language: null);
        });
        await World.AProductAsync("VH-M8-30-ZN");
        await RequireAsync(client.Id, "Pas de livraison les mercredis et jeudis", Severity.Block, new DeliveryDays { Closed = Weekdays.Wednesday | Weekdays.Thursday });
        await RequireAsync(client.Id, "Il faut rajouter '0A-'", Severity.AutoFix, new ProductCode { Prefix = "0A-" });
        var order = (await World.Get<PlaceOrder>().ExecuteAsync(new()
        {
            ClientId = client.Id,
            CustomerReference = "4500187342",
            RequestedOn = new(2026, 11, 25),
            Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }],
        })).Value!;
        var moved = order.Findings.Single(f => f.Kind == DeliveryDays.KindName);

        return (await World.Get<AcceptFinding>().ExecuteAsync(order.Id, moved.Id, order.Version)).Value!;
    }

    public async Task<OrderView> AConfirmedOrderAsync()
    {
        var order = await AnOrderAsync();

        return (await World.Get<ConfirmOrder>().ExecuteAsync(order.Id, order.Version)).Value!;
    }

    public void Pass(TimeSpan time) => World.Clock.Advance(time);

    /// <summary>What one node does until nothing is due.</summary>
    public async Task DeliverAsync(CancellationToken ct = default)
    {
        while (await World.Get<OutboxPost>().DeliverAsync(ct) > 0)
        {
            // There is more.
        }
    }

    public async Task<AcknowledgementProgress> ProgressAsync(OrderId order) => (await World.Get<ReadOrder>().ExecuteAsync(order)).Value!.Acknowledgement;

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }

    private async Task RequireAsync(ClientId client, string sentence, Severity severity, Rule rule)
    {
        var created = await World.Get<CreateRequirement>().ExecuteAsync(client, new() { Sentence = sentence, Source = new(SourceKind.Email, "Karim Haddad"), Severity = severity, Rule = rule });
        Assert.True(created.IsOk, created.Refusal?.ToString());
    }
}
