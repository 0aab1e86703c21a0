using AdvPortal.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace AdvPortal.Web.Components.Shared;

/// <summary>Ctrl+K: goes to any order, client, product or page without the mouse.</summary>
public sealed partial class CommandPalette : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(120);
    private IReadOnlyList<PaletteResult> _results = [];
    private CancellationTokenSource _search = new();
    private string _query = "";
    private int _current;
    private bool _busy;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public ShellState? Shell { get; set; }

    public void Dispose() => _search.Dispose();

    protected override void OnParametersSet()
    {
        if (_query.Length == 0)
        {
            _results = Places("");
        }
    }

    private async Task TypeAsync(ChangeEventArgs change)
    {
        _query = change.Value?.ToString()?.Trim() ?? "";
        await _search.CancelAsync();
        _search.Dispose();
        _search = new();
        var mine = _search.Token;
        _busy = true;

        try
        {
            if (_query.Length > 1)
            {
                await Task.Delay(_pause, Time, mine);
            }

            var found = _query.Length > 1 ? await Shell!.SearchAsync(_query, mine) : [];
            mine.ThrowIfCancellationRequested();
            (_results, _current, _busy) = ([.. found, .. Places(_query)], 0, false);
        }
        catch (OperationCanceledException)
        {
            // A newer search has taken over.
        }
    }

    private async Task MoveAsync(KeyboardEventArgs key)
    {
        if (_results.Count == 0)
        {
            return;
        }

        switch (key.Key)
        {
            case "ArrowDown" or "ArrowUp":
                _current = (_current + (key.Key == "ArrowDown" ? 1 : _results.Count - 1)) % _results.Count;
                await Js.InvokeVoidAsync("advPortal.reveal", $"palette-{_current}");
                break;
            case "Enter":
                await OpenAsync(_results[_current]);
                break;
        }
    }

    private async Task OpenAsync(PaletteResult result)
    {
        await Js.InvokeVoidAsync("advPortal.closeDialog", "palette");
        Navigation.NavigateTo(result.Href);
    }

    private void Clear() => (_query, _current, _results) = ("", 0, Places(""));

    private IReadOnlyList<PaletteResult> Places(string query) =>
    [
        .. Layout.Navigation.All
            .Where(item => item.IsFor(Shell))
            .Select(item => new PaletteResult("Places", item.Icon, Text[item.Key], "", item.Href))
            .Concat(Shell?.Create.Select(link => new PaletteResult("Create", link.Icon ?? MudBlazor.Icons.Material.Outlined.Add, link.Text, "", link.Href)) ?? [])
            .Where(place => place.Title.Contains(query, StringComparison.CurrentCultureIgnoreCase)),
    ];
}
