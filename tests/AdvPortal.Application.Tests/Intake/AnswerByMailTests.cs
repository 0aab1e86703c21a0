using AdvPortal.Application.Clarifications;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AdvPortal.Application.Tests.Intake;

/// <summary>An answer that comes by mail is never lost: not even to somebody who is at the same order at the same moment.</summary>
public sealed class AnswerByMailTests : IAsyncLifetime
{
    private readonly ImapServer _server = new();
    private readonly Rival _rival = new();
    private readonly ServiceProvider _services;
    private readonly World _world;
    private OrderId _order;

    public AnswerByMailTests(TestDatabase database)
    {
        _services = TestDatabase.Build(database.AsApp, services => services.AddSingleton<TestClock>().ConfigureDbContext<AdvDbContext>(options => options.AddInterceptors(_rival)));
        _world = new(_services);
    }

    public async ValueTask InitializeAsync()
    {
        await _world.FoundAsync();
        await _world.Get<ChangeMailbox>().ExecuteAsync(MailboxSettingsTests.Form(_server), (await _world.Get<ReadMailbox>().ExecuteAsync()).Value!.Version);
        var client = await _world.AClientAsync(arrange: c => c.Meet("Jeanne Petit", ContactRole.Buyer, "j.petit@client.example", null, null));
        var order = (await _world.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = client.Id, CustomerReference = "BC-1", Lines = [new() { BuyerCode = "X", Quantity = 1 }] })).Value!;
        var asked = await _world.Get<AskForClarification>().ExecuteAsync(order.Id, new() { Of = WaitingFor.Client, To = "j.petit@client.example", Subject = "Une question", Text = "Quel article ?" }, order.Version);
        Assert.True(asked.IsOk, asked.Refusal?.ToString());
        _order = order.Id;
        _server.Deliver(
            $"From: Jeanne <j.petit@client.example>\nTo: commandes@maison.example\nIn-Reply-To: <{await _world.ReadAsync(db => db.Clarifications.Select(c => c.MailId).SingleAsync())}>\nSubject: RE: Une question\n"
            + "Date: Tue, 24 Nov 2026 09:00:00 +0100\nMessage-ID: <m1@client.example>\n\nC'est la vis M8.\n");
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Who_was_a_moment_too_late_tries_again_at_once()
    {
        _rival.Wins = 2;
        await LookAsync();

        Assert.Equal((false, MailboxMessageStatus.Taken), (await IsOpenAsync(), await StatusAsync()));
    }

    [Fact]
    public async Task What_could_not_be_put_to_its_question_is_put_to_it_in_the_next_round()
    {
        _rival.Wins = 3;
        await LookAsync();
        Assert.Equal((true, MailboxMessageStatus.Underway), (await IsOpenAsync(), await StatusAsync()));

        await LookAsync();
        Assert.Equal((false, MailboxMessageStatus.Taken), (await IsOpenAsync(), await StatusAsync()));
        Assert.Single(await _world.ReadAsync(db => db.OrderDocuments.ToListAsync()));
        Assert.Equal(["1*"], _server.Folder());
    }

    private async Task LookAsync()
    {
        _world.Clock.Advance(MailboxTurn.Pause);
        await using var node = await _world.AsAsync(_world.Me, Role.Admin);
        await node.Get<WatchMailbox>().ExecuteAsync();
    }

    private async Task<bool> IsOpenAsync() => Assert.Single((await _world.Get<ListClarifications>().ExecuteAsync(_order)).Value!.Items).IsOpen;

    private Task<MailboxMessageStatus> StatusAsync() => _world.ReadAsync(db => db.MailboxMessages.Select(m => m.Status).SingleAsync());

    /// <summary>Somebody else who saves first.</summary>
    private sealed class Rival : SaveChangesInterceptor
    {
        public int Wins { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            eventData.Context!.ChangeTracker.Entries<Clarification>().Any(row => row.Entity.AnsweredAt is not null) && Wins-- > 0
                ? throw new DbUpdateConcurrencyException("Changed meanwhile.")
                : base.SavingChangesAsync(eventData, result, cancellationToken);
    }
}
