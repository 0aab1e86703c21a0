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
    private Refusal? _refusal;

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

        if (!await _state.ValidateAsync(_form))
        {
            return;
        }

        var done = await Transfer.ExecuteAsync(_form);
        _refusal = done.Refusal;

        if (done.IsOk)
        {
            Notices.Say(Text["Team.Transferred", _picked.Count]);
            _picked.Clear();
            await Transferred.InvokeAsync();
        }
    }
}
