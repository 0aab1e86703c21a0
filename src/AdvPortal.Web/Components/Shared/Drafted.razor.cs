using System.Data.Common;
using System.Text.Json;
using AdvPortal.Application.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Shared;

/// <summary>
/// Stands around a form and keeps what is typed into it, about a second after the last key. Whoever comes back is offered what was
/// kept; the page calls <see cref="DropAsync"/> once it is sent.
/// </summary>
/// <remarks>app.js tells a pause in typing to the fields themselves, so that plain @bind is all that a form needs.</remarks>
public sealed partial class Drafted<TForm> : IAsyncDisposable
{
    private ReadDraft.Kept? _offered;
    private string _kept = "";
    private string _untouched = "";
    private bool _keeping;
    private bool _again;
    private bool _done;
    private Task _opening = Task.CompletedTask;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadDraft Read { get; init; }

    [Inject]
    public required KeepDraft Keep { get; init; }

    [Inject]
    public required DropDraft Drop { get; init; }

    [Inject]
    public required DraftSignal Signal { get; init; }

    /// <summary>Which form, and of what: "clients/new", "clients/0198…/edit".</summary>
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    /// <summary>What the fields are bound to.</summary>
    [Parameter, EditorRequired]
    public required TForm Form { get; set; }

    /// <summary>Gives the page what was kept in place of the form as it stands.</summary>
    [Parameter, EditorRequired]
    public EventCallback<TForm> FormChanged { get; set; }

    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Forgets what was kept. What is typed from now on is not kept either: the form is through.</summary>
    public Task DropAsync()
    {
        _done = true;

        return SignalAsync(() => DropKeptAsync());
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever follows a link right after the last key has typed that key all the same.
        if (!_done)
        {
            await KeepAsync();
        }
    }

    /// <summary>Takes what was kept without asking: for whoever never left, and whose connection was lost.</summary>
    public async Task TakeUpAtOnceAsync()
    {
        await _opening;

        if (_offered is not null)
        {
            await TakeUpAsync();
        }
    }

    protected override Task OnInitializedAsync() => _opening = OpenAsync();

    private async Task OpenAsync()
    {
        _untouched = _kept = Write();
        var kept = await Read.ExecuteAsync(Key);
        _offered = kept is not null && kept.Content != _untouched && TryRead(kept.Content) is not null ? kept : null;
    }

    /// <summary>Keeps the form as it stands: for parts that tell of their changes themselves.</summary>
    public async Task KeepAsync()
    {
        if (_keeping)
        {
            _again = true;
            return;
        }

        _keeping = true;

        do
        {
            _again = false;
            var typed = Write();

            if (!_done && typed != _kept)
            {
                await SignalAsync(() => StoreAsync(typed));
            }
        }
        while (_again);

        _keeping = false;
    }

    private async Task<bool> StoreAsync(string typed)
    {
        if (typed == _untouched)
        {
            return await DropKeptAsync(typed);
        }

        var kept = await Keep.ExecuteAsync(Key, typed);
        _kept = kept.IsOk ? typed : _kept;

        return kept.IsOk;
    }

    private async Task<bool> DropKeptAsync(string? stands = null)
    {
        await Drop.ExecuteAsync(Key);
        _kept = stands ?? _kept;

        return true;
    }

    private async Task TakeUpAsync()
    {
        var content = _offered!.Content;
        _offered = null;

        if (TryRead(content) is { } form)
        {
            await FormChanged.InvokeAsync(form);
            _kept = content;
        }
    }

    private Task GiveUpAsync()
    {
        _offered = null;

        return SignalAsync(() => DropKeptAsync());
    }

    // A draft that cannot be kept must not take the form with it: the foot of the drawer says so, and the next key tries again.
    private async Task SignalAsync(Func<Task<bool>> storeAsync)
    {
        Signal.Saving();

        try
        {
            if (await storeAsync())
            {
                Signal.Saved();
            }
            else
            {
                Signal.Failed();
            }
        }
        catch (Exception e) when (e is DbException or TimeoutException or IOException or ObjectDisposedException)
        {
            Signal.Failed();
        }
    }

    private string Write() => JsonSerializer.Serialize(Form, DomainJson.Options);

    // The form may have changed its fields since, with a new version of the portal.
    private static TForm? TryRead(string content)
    {
        try
        {
            return JsonSerializer.Deserialize<TForm>(content, DomainJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
