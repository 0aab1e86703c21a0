using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Shared;

/// <summary>Shows the last notice and counts down while it can be undone.</summary>
public sealed partial class UndoSnackbar
{
    private Notice? _notice;
    private ITimer? _timer;
    private int _seconds;

    [Inject]
    public required Notices Notices { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    public void Dispose()
    {
        Notices.Changed -= Start;
        _timer?.Dispose();
    }

    protected override void OnInitialized() => Notices.Changed += Start;

    private void Start(object? sender, EventArgs args) => _ = InvokeAsync(() =>
    {
        _timer?.Dispose();
        _notice = Notices.Current;
        _seconds = (int)(_notice?.Window.TotalSeconds ?? 0);
        _timer = _notice is null ? null : Time.CreateTimer(state => _ = InvokeAsync(Tick), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        StateHasChanged();
    });

    private void Tick()
    {
        if (--_seconds <= 0)
        {
            Notices.Clear();
        }

        StateHasChanged();
    }

    private async Task UndoAsync()
    {
        var undo = _notice!.UndoAsync!;
        Notices.Clear();
        await undo();
    }
}
