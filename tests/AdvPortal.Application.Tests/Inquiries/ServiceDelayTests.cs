using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Clients;

namespace AdvPortal.Application.Tests.Inquiries;

/// <summary>How fast a company says it answers, and what comes of it.</summary>
public sealed class ServiceDelayTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await database.ATenantAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_clients_own_delay_holds_for_what_it_asks_from_then_on()
    {
        var (client, other) = (await _world.AClientAsync(), await _world.AClientAsync("Serrurerie Lacombe"));
        var before = await AskAsync(client.Id);
        var delays = (await _world.Get<ReadServiceDelays>().ExecuteAsync()).Value!;
        delays.Form.Rules.Add(new() { Hours = 1, ClientId = client.Id });

        Assert.True((await _world.Get<KeepServiceDelays>().ExecuteAsync(delays.Form, delays.Version)).IsOk);
        Assert.Equal((4, 1, 4), (Hours(await ReadAsync(before)), Hours(await ReadAsync(await AskAsync(client.Id))), Hours(await ReadAsync(await AskAsync(other.Id)))));
        Assert.Equal(client.Name, (await _world.Get<ReadServiceDelays>().ExecuteAsync()).Value!.Names[client.Id]);
    }

    [Fact]
    public async Task Another_companys_client_is_refused_and_so_is_what_was_changed_meanwhile()
    {
        await using var stranger = await database.ATenantAsync();
        var theirs = await stranger.AClientAsync();
        var delays = (await _world.Get<ReadServiceDelays>().ExecuteAsync()).Value!;

        var foreign = new KeepServiceDelays.Form { Opens = new(8, 0), Closes = new(17, 0), Rules = [new() { Hours = 1, ClientId = theirs.Id }] };
        Assert.IsType<NoSuchClient>((await _world.Get<KeepServiceDelays>().ExecuteAsync(foreign, delays.Version)).Refusal);
        Assert.True((await _world.Get<KeepServiceDelays>().ExecuteAsync(delays.Form, delays.Version)).IsOk);
        Assert.IsType<ChangedMeanwhile>((await _world.Get<KeepServiceDelays>().ExecuteAsync(delays.Form, delays.Version)).Refusal);
    }

    private static int? Hours(InquiryView inquiry) => inquiry.LeftMinutes / 60;

    private async Task<InquiryId> AskAsync(ClientId client) =>
        (await _world.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = client, Subject = "Certificat", Body = "Bonjour, pouvez-vous l’envoyer ?" })).Value!.Id;

    private async Task<InquiryView> ReadAsync(InquiryId id) => (await _world.Get<ReadInquiry>().ExecuteAsync(new(id.Value))).Value!;
}
