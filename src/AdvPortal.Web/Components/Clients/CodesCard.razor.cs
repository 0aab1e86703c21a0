using AdvPortal.Application.Clients;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Clients;

/// <summary>Our codes as one client calls them, found from either side.</summary>
public partial class CodesCard
{
    private ClientList<CodeRow>? _list;
    private IReadOnlyList<RequirementView> _rules = [];
    private Refusal? _refusal;
    private string _find = "";

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListProductCodes List { get; init; }

    [Inject]
    public required ListRequirements Requirements { get; init; }

    [Inject]
    public required ReplaceProductCodes Replace { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Parameter, EditorRequired]
    public required ClientView Client { get; set; }

    [Parameter]
    public bool MayManage { get; set; }

    private IReadOnlyList<CodeRow>? Found => _list is null ? null :
        [.. _list.Items.Where(row => row.BuyerCode.Contains(_find, StringComparison.OrdinalIgnoreCase) || row.ProductCode.Contains(_find, StringComparison.OrdinalIgnoreCase))];

    protected override async Task OnParametersSetAsync()
    {
        await LoadAsync();
        var requirements = (await Requirements.ExecuteAsync(Client.Id, size: 100)).Value?.Items ?? [];
        _rules = [.. requirements.Where(requirement => requirement is { Status: RequirementStatus.InForce, Rule: ProductCode })];
    }

    private async Task LoadAsync()
    {
        var read = await List.ExecuteAsync(Client.Id);
        (_list, _refusal) = (read.Value, read.Refusal);
    }

    private async Task OpenAsync(CodeRow? row)
    {
        var dialog = await Dialogs.ShowAsync<CodeDialog>(null, new DialogParameters<CodeDialog> { { it => it.Client, Client }, { it => it.List, _list! }, { it => it.Row, row } });

        if (await dialog.Result is { Canceled: false })
        {
            await LoadAsync();
        }
    }

    private async Task RemoveAsync(CodeRow row)
    {
        var before = _list!.Items;

        if (await SaveAsync([.. before.Where(other => other != row)]))
        {
            Notices.SayUndoable(Text["Client.CodeRemoved", row.BuyerCode], () => InvokeAsync(async () =>
            {
                await SaveAsync(before);
                StateHasChanged();
            }));
        }
    }

    private async Task<bool> SaveAsync(IReadOnlyList<CodeRow> rows)
    {
        var saved = await Replace.ExecuteAsync(Client.Id, rows, _list!.Version);
        (_list, _refusal) = (saved.Value ?? _list, saved.Refusal);

        return saved.IsOk;
    }
}
