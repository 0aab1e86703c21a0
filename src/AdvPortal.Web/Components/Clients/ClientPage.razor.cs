using AdvPortal.Application.Clients;
using AdvPortal.Application.Portfolios;
using AdvPortal.Application.Requirements;
using AdvPortal.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Clients;

/// <summary>« Fiche client »: who answers today, what the client requires, where and to whom.</summary>
public partial class ClientPage
{
    private ClientView? _client;
    private bool _missing;
    private Message? _today;
    private IReadOnlyList<SiteView> _sites = [];
    private IReadOnlyList<ContactView> _contacts = [];
    private IReadOnlyList<RequirementView> _requirements = [];

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadClient Read { get; init; }

    [Inject]
    public required ReadResponsible Responsible { get; init; }

    [Inject]
    public required ListSites Sites { get; init; }

    [Inject]
    public required ListContacts Contacts { get; init; }

    [Inject]
    public required ListRequirements Requirements { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var read = await Read.ExecuteAsync(new(Id));
        _missing = !read.IsOk;

        if (!read.IsOk)
        {
            return;
        }

        _today = (await Responsible.ExecuteAsync(new(Id))).Value?.Because;
        _sites = (await Sites.ExecuteAsync(new(Id))).Value?.Items ?? [];
        _contacts = (await Contacts.ExecuteAsync(new(Id))).Value?.Items ?? [];
        _requirements = (await Requirements.ExecuteAsync(new(Id), size: 100)).Value?.Items ?? [];
        _client = read.Value;
    }
}
