using AdvPortal.Application.Common;
using AdvPortal.Application.Intake;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Members;
using AdvPortal.Exchange.Intake;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Intake;

/// <summary>One layout: what the reader takes each column and label for, what a person says instead, and what the document says then.</summary>
public sealed partial class LayoutPage
{
    private static readonly Dictionary<string, string> _noCodes = [];

    private readonly Doing _doing = new();
    private ClientLayoutView? _layout;
    private LayoutForm _form = new();
    private DocumentReading? _tried;
    private ClientLayoutId? _read;
    private string _view = "order";
    private bool _missing;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Inject]
    public required ReadClientLayout Read { get; init; }

    [Inject]
    public required TryClientLayout Try { get; init; }

    [Inject]
    public required ApproveClientLayout Approve { get; init; }

    [Inject]
    public required RetireClientLayout Retire { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    private bool MayChange => Shell.May(Permission.HandleOrders);

    protected override async Task OnParametersSetAsync()
    {
        if (_layout?.Id.Value == Id)
        {
            return;
        }

        var read = await Read.ExecuteAsync(new(Id));
        (_layout, _missing) = (read.Value, !read.IsOk);
        _form = _layout is null ? new() : LayoutForm.Of(_layout);
    }

    // What was learnt first: reading the document again takes a second.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_layout is not null && _read != _layout.Id)
        {
            _read = _layout.Id;
            await TryAsync();
            StateHasChanged();
        }
    }

    private Task ChangeAsync(LayoutForm.Place changed)
    {
        _form.Places = [.. _form.Places.Select(place => place.Text == changed.Text && place.IsLabel == changed.IsLabel ? changed : place)];

        return TryAsync();
    }

    private Task ChangeHabitsAsync(LayoutHabits habits)
    {
        _form.Habits = habits;

        return TryAsync();
    }

    private async Task TryAsync()
    {
        var tried = await Try.ExecuteAsync(_layout!.Id, _form);
        (_tried, _doing.Refusal) = (tried.Value ?? _tried, tried.Refusal);
    }

    private async Task ApproveAsync()
    {
        if (await DoAsync(() => Approve.ExecuteAsync(_layout!.Id, _form, _layout.Version)))
        {
            Notices.Say(Text["Layouts.Approved", _layout!.Name]);
        }
    }

    private async Task RetireAsync()
    {
        if (await Dialogs.ConfirmAsync(Text["Layouts.RetireQuestion", _layout!.Name], Text["Layouts.RetireDetail"], Text["Layouts.RetireVerb"], Text["Layouts.Keep"]))
        {
            await DoAsync(() => Retire.ExecuteAsync(_layout.Id, _layout.Version));
        }
    }

    private Task<bool> DoAsync(Func<Task<Result<ClientLayoutView>>> act) => _doing.DoAsync(act, done =>
    {
        _layout = done.Value ?? _layout;

        return Task.CompletedTask;
    });
}
