using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Clients;

/// <summary>What one client pays under its contract, and until when.</summary>
public partial class PricesCard
{
    private ClientList<PriceRow>? _list;
    private Refusal? _refusal;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListPrices List { get; init; }

    [Inject]
    public required ReplacePrices Replace { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Parameter, EditorRequired]
    public required ClientView Client { get; set; }

    [Parameter]
    public bool MayManage { get; set; }

    private string Period(PriceRow row) => row.ValidUntil is { } until
        ? Text["Client.PeriodUntil", Wording.DateShort(row.ValidFrom), Wording.DateShort(until)]
        : Text["Client.PeriodOpen", Wording.DateShort(row.ValidFrom)];

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var read = await List.ExecuteAsync(Client.Id);
        (_list, _refusal) = (read.Value, read.Refusal);
    }

    private async Task OpenAsync(PriceRow? row)
    {
        var dialog = await Dialogs.ShowAsync<PriceDialog>(null, new DialogParameters<PriceDialog> { { it => it.Client, Client }, { it => it.List, _list! }, { it => it.Row, row } });

        if (await dialog.Result is { Canceled: false })
        {
            await LoadAsync();
        }
    }

    private async Task RemoveAsync(PriceRow row)
    {
        var before = _list!.Items;

        if (await SaveAsync([.. before.Where(other => other != row)]))
        {
            Notices.SayUndoable(Text["Client.PriceRemoved", row.ProductCode], () => InvokeAsync(async () =>
            {
                await SaveAsync(before);
                StateHasChanged();
            }));
        }
    }

    private async Task<bool> SaveAsync(IReadOnlyList<PriceRow> rows)
    {
        var saved = await Replace.ExecuteAsync(Client.Id, rows, _list!.Version);
        (_list, _refusal) = (saved.Value ?? _list, saved.Refusal);

        return saved.IsOk;
    }
}
