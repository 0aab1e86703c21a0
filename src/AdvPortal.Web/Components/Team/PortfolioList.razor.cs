using AdvPortal.Application.Common;
using AdvPortal.Application.Portfolios;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Team;

/// <summary>Each member's clients; those that are ticked can be handed to somebody else by date.</summary>
public partial class PortfolioList
{
    private readonly HashSet<Guid> _picked = [];
    private readonly TransferClients.Form _form = new();
    private FormState<TransferClients.Form> _state = null!;
    private readonly Doing _doing = new();

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required IValidator<TransferClients.Form> Validator { get; init; }

    [Inject]
    public required TransferClients Transfer { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ListPortfolios.Portfolio> Items { get; set; }

    [Parameter]
    public bool MayTransfer { get; set; }

    [Parameter]
    public EventCallback Transferred { get; set; }

    protected override void OnInitialized()
    {
        _state = new(Validator, Text);
        _form.From = Clock.Today;
    }

    private string NameOf(MemberId id) => Items.FirstOrDefault(p => p.MemberId == id)?.MemberName ?? "";

    // Whoever gives or takes, with what they would carry.
    private List<(ListPortfolios.Portfolio Person, decimal After)> Preview => _form.ToMemberId is not { } to ? [] :
    [
        .. from person in Items
           let id = person.MemberId?.Value
           where id is not null
           let gives = id == to ? 0 : person.Clients.Where(c => _picked.Contains(c.ClientId.Value)).Sum(c => c.Work.Points)
           let takes = id == to ? Items.Where(p => p != person).SelectMany(p => p.Clients).Where(c => _picked.Contains(c.ClientId.Value)).Sum(c => c.Work.Points) : 0
           where gives + takes > 0
           select (person, person.Load - gives + takes),
    ];

    private bool IsPicked(ListPortfolios.Portfolio portfolio) => portfolio.Clients.All(c => _picked.Contains(c.ClientId.Value));

    private void PickAll(ListPortfolios.Portfolio portfolio)
    {
        var ids = portfolio.Clients.Select(c => c.ClientId.Value);

        if (IsPicked(portfolio))
        {
            _picked.ExceptWith(ids);
        }
        else
        {
            _picked.UnionWith(ids);
        }
    }

    private void Toggle(Guid client)
    {
        if (!_picked.Remove(client))
        {
            _picked.Add(client);
        }
    }

    private async Task TransferAsync()
    {
        _form.ClientIds = [.. _picked];

        if (_doing.IsBusy || !await _state.ValidateAsync(_form))
        {
            return;
        }

        if (await _doing.DoAsync(() => Transfer.ExecuteAsync(_form)))
        {
            Notices.Say(Text["Team.Transferred", _picked.Count]);
            _picked.Clear();
            await Transferred.InvokeAsync();
        }
    }
}
