using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Inquiries;
using AdvPortal.Web.Tests.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AdvPortal.Web.Tests.Inquiries;

/// <summary>What a conversation may go on in: what is known to be the same client's, or the same person's.</summary>
public sealed class MergeDialogTests(PortalFixture portal) : ShellContext, IAsyncLifetime
{
    private const string Stranger = "ventes@inconnu.example";

    private AsyncServiceScope _scope;
    private ClientId _client;

    public async ValueTask InitializeAsync()
    {
        var company = await portal.ACompanyAsync();
        _client = await company.AClientAsync("Hydraulique Chartraine");
        _scope = company.SignIn(await company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Services.AddFallbackServiceProvider(_scope.ServiceProvider);
    }

    [Fact]
    public async Task Of_somebody_unknown_those_of_the_same_address_are_offered_not_those_that_name_it()
    {
        var it = await AskAsync(null, Stranger, "Première");
        await AskAsync(null, Stranger, "Seconde");
        await AskAsync(null, "autre@inconnu.example", $"Qui est {Stranger} ?");

        Assert.Equal(["Seconde"], await OfferedAsync(it));
    }

    [Fact]
    public async Task Of_a_client_all_of_its_own_are_offered_and_one_goes_on_in_the_other()
    {
        var it = await AskAsync(_client, "k.haddad@chartraine.example", "Première");
        var other = await AskAsync(_client, "n.rousseau@chartraine.example", "Seconde");
        await AskAsync(null, "k.haddad@chartraine.example", "D’un inconnu");
        Assert.Equal(["Seconde"], await OfferedAsync(it));

        var host = Host!;
        await host.InvokeAsync(() => host.Find("input[type=radio]").ChangeAsync(true));
        await host.InvokeAsync(() => host.Find(".btn.p").ClickAsync());
        Assert.Equal(other.Id, (await Get<ReadInquiry>().ExecuteAsync(it.Id)).Value!.MergedIntoId);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _scope.DisposeAsync();
    }

    private IRenderedComponent<MudDialogProvider>? Host { get; set; }

    private T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    private async Task<InquiryView> AskAsync(ClientId? client, string by, string subject) =>
        (await Get<OpenInquiry>().ExecuteAsync(new() { ClientId = client, From = by, Subject = subject, Body = "Où ?" })).Value!;

    private async Task<string[]> OfferedAsync(InquiryView it)
    {
        Host = Render<MudDialogProvider>();
        await Host.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<MergeDialog>(null, new DialogParameters<MergeDialog> { { d => d.Inquiry, it } }));
        await Host.WaitForElementAsync("[role=radiogroup]");

        return [.. Host.FindAll("[role=radiogroup] b").Select(subject => subject.TextContent)];
    }
}
