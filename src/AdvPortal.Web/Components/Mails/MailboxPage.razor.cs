using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Outbox;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AdvPortal.Web.Components.Mails;

/// <summary>What would have been mailed, where nothing leaves this machine: in Development, without an SMTP server.</summary>
public sealed partial class MailboxPage : IDisposable
{
    private IReadOnlyList<ListMails.Row>? _mails;
    private ReadMail.View? _open;
    private bool _missing;
    private Rereading? _changes;

    [SupplyParameterFromQuery]
    public Guid? Mail { get; set; }

    [Inject]
    public required ListMails List { get; init; }

    [Inject]
    public required ReadMail Read { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    public void Dispose() => _changes?.Dispose();

    protected override void OnInitialized()
    {
        if (Member.TenantId is { } tenant)
        {
            _changes = Changes.Reread(tenant, InvokeAsync, OnParametersSetAsync, StateHasChanged);
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        var mails = await List.ExecuteAsync();
        (_mails, _missing) = (mails.Value, !mails.IsOk);
        _open = Mail is { } id ? (await Read.ExecuteAsync(new(id))).Value : null;
    }

    private string When(DateTimeOffset at)
    {
        var local = Clock.Local(at);

        return Clock.DayOf(at) == Clock.Today
            ? Wording.Time(TimeOnly.FromDateTime(local.DateTime), CultureInfo.CurrentCulture)
            : Wording.Date(DateOnly.FromDateTime(local.DateTime), CultureInfo.CurrentCulture, Clock.Today);
    }

    private static Tone ToneOf(MailState state) => state switch
    {
        MailState.Sent => Tone.Ok,
        MailState.Failed => Tone.Bad,
        MailState.Cancelled => Tone.Outline,
        _ => Tone.Neutral,
    };
}
