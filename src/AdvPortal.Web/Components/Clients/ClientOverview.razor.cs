using AdvPortal.Application.History;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Complaints;
using AdvPortal.Application.Contracts;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Portfolios;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Common;
using AdvPortal.Application.Tenders;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Clients;

/// <summary>« Vue d’appel »: what waits, what the client insists on, what happened last, whom to speak to and where goods go.</summary>
public partial class ClientOverview
{
    private const int FirstLines = 8;
    private const int LastEvents = 6;

    private IReadOnlyList<ContactView> _contacts = [];
    private IReadOnlyList<RequirementView> _requirements = [];
    private IReadOnlyList<ClientEvent> _events = [];
    private ReadDisputedAmounts.Disputes? _disputes;
    private IReadOnlyList<ListOpenTenders.Row> _tenders = [];
    private IReadOnlyList<BlanketView>? _blankets;
    private KnownClient? _knowledge;
    private (ClientId, int) _known;
    private SiteId? _site;

    [Inject]
    public required ListContacts Contacts { get; init; }

    [Inject]
    public required ListRequirements Requirements { get; init; }

    [Inject]
    public required ReadClientHistory History { get; init; }

    [Inject]
    public required ReadDisputedAmounts Disputes { get; init; }

    [Inject]
    public required ListOpenTenders Tenders { get; init; }

    [Inject]
    public required ListBlanketOrders Blankets { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required ReadClientKnowledge Knowledge { get; init; }

    [Parameter, EditorRequired]
    public required ClientView Client { get; set; }

    /// <summary>Null for whoever may not read orders.</summary>
    [Parameter, EditorRequired]
    public ListOpenLines.OpenLines? Open { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SiteView> Sites { get; set; }

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    [Parameter, EditorRequired]
    public required ShellState Shell { get; set; }

    [Parameter]
    public bool AllLines { get; set; }

    private IReadOnlyList<SegmentOption<SiteId?>> SiteOptions => [new(null, Text["Client.AllSites"]), .. Sites.Select(site => new SegmentOption<SiteId?>(site.Id, site.Address.City ?? site.Name))];

    private IReadOnlyList<ListOpenLines.Row> Here => [.. Open!.Lines.Where(line => _site is null || line.SiteId is null || line.SiteId == _site)];

    private IReadOnlyList<ListOpenLines.Row> Shown => AllLines ? Here : [.. Here.Take(FirstLines)];

    private int Late => Here.Count(line => (line.NextDueOn ?? line.PromisedOn) < Today);

    private string? Prefix => _requirements.Select(requirement => requirement.Rule).OfType<ProductCode>().Select(rule => rule.Prefix).FirstOrDefault(prefix => prefix is not null);

    protected override async Task OnParametersSetAsync()
    {
        _contacts = (await Contacts.ExecuteAsync(Client.Id)).Value?.Items ?? [];
        _events = (await History.ExecuteAsync(Client.Id, size: LastEvents)).Value?.Items ?? [];
        _disputes = (await Disputes.ExecuteAsync(Client.Id)).Value;
        _tenders = (await Tenders.ExecuteAsync(Client.Id)).Value ?? [];
        _blankets = [.. ((await Blankets.ExecuteAsync(new(Client.Id, BlanketStatus.Open, Size: 50))).Value?.Items ?? []).OrderBy(blanket => blanket.ValidUntil)];

        // Unless the client itself was changed, it changes by weeks, not by the notices that this page is read again for.
        if (_knowledge is null || _known != (Client.Id, Client.Version))
        {
            (_knowledge, _known) = ((await Knowledge.ExecuteAsync(Client.Id)).Value, (Client.Id, Client.Version));
        }

        var requirements = (await Requirements.ExecuteAsync(Client.Id, size: 100)).Value?.Items ?? [];
        _requirements = [.. requirements.Where(r => r.Status is RequirementStatus.InForce && !(r.ValidUntil < Today)).OrderByDescending(r => r.Severity)];
    }
}
