using System.Collections.Frozen;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Clients;

/// <summary>« Fiche client »: all that one must know while the client is on the line. What a member may not see is not there.</summary>
public partial class ClientPage : IDisposable
{
    private ClientView? _client;
    private bool _missing;
    private ReadResponsible.Responsible? _responsible;
    private ListOpenLines.OpenLines? _open;
    private IReadOnlyList<SiteView> _sites = [];
    private Rereading? _listening;
    private IReadOnlySet<Permission> _closed = FrozenSet<Permission>.Empty;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadClient Read { get; init; }

    [Inject]
    public required ReadResponsible Responsible { get; init; }

    [Inject]
    public required ListOpenLines OpenLines { get; init; }

    [Inject]
    public required ListSites Sites { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    /// <summary>Every open line, not only the first.</summary>
    [SupplyParameterFromQuery]
    public bool AllLines { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    // With somebody else's client, what is closed to the member is not offered.
    private ShellState Here => Shell.Without(_closed);

    private string Current => TabItems.Any(tab => tab.Key == Tab) ? Tab! : "overview";

    private IReadOnlyList<TabLink> TabItems =>
    [
        new("overview", Text["Client.Overview"], $"clients/{Id}"),
        .. Shell.May(Permission.ReadOrders) ? (TabLink[])[new("orders", Text["Client.Orders"], Address("orders"), _open?.Orders)] : [],
        new("codes", Text["Client.CodesAndPrices"], Address("codes")),
        .. Shell.May(Permission.ReadHistory) ? (TabLink[])[new("history", Text["Client.History"], Address("history"))] : [],
    ];

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() =>
        _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged, notice => notice.ClientId is not { } other || other.Value == Id);

    protected override Task OnParametersSetAsync() => LoadAsync();

    // A number as the telephone wants it: what people write between the digits is for the eye.
    private static string Dialled(string phone) => new([.. phone.Where(c => char.IsAsciiDigit(c) || c == '+')]);

    private string Address(string tab) => $"clients/{Id}?Tab={tab}";

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync(new(Id));
        _missing = !read.IsOk;

        if (read.IsOk)
        {
            _responsible = (await Responsible.ExecuteAsync(read.Value.Id)).Value;
            _open = (await OpenLines.ExecuteAsync(read.Value.Id)).Value;
            _sites = (await Sites.ExecuteAsync(read.Value.Id)).Value?.Items ?? [];
            _client = read.Value;
        }
    }
}
