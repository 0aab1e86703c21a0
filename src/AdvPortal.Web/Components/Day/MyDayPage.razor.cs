using System.Globalization;
using AdvPortal.Application.Common;
using AdvPortal.Application.Day;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Day;

/// <summary>« Ma journée »: what now, why, and for whom, by deadline, over one's own clients and those of absent colleagues.</summary>
public partial class MyDayPage : IDisposable
{
    private DayView? _day;
    private Refusal? _refusal;
    private Rereading? _listening;
    private string? _subtitle;
    private IReadOnlyList<SegmentOption<bool>> _whose = [];

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadMyDay Read { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    /// <summary>One of the sorts that the tabs name; all work without.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    /// <summary>Only one's own clients.</summary>
    [SupplyParameterFromQuery]
    public bool Own { get; set; }

    private IReadOnlyList<DayView.Item> Mine => _day is null ? [] : Own ? [.. _day.Items.Where(i => i.ForMemberId is null)] : _day.Items;

    private IReadOnlyList<DayView.Item> Shown => Kind is null ? Mine : [.. Mine.Where(i => i.IsOf(Kind))];

    private IReadOnlyList<TabLink> TabItems =>
    [
        new("all", Text["MyDay.All"], Address(null), Mine.Count, Mine.Any(i => i.DueAt < _day!.Now)),
        .. from kind in (string[])["orders", "promises", "documents", "inquiries", "complaints", "tenders", "blankets", "handoffs", "requirements", "covers"]
           let items = Mine.Where(i => i.IsOf(kind)).ToList()
           where items.Count > 0 || kind == Kind
           select new TabLink(kind, Text[$"MyDay.Kind.{kind}"], Address(kind), items.Count, items.Exists(i => i.DueAt < _day!.Now)),
    ];

    public void Dispose() => _listening?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        var now = Clock.Local(Clock.Now);
        _subtitle = $"{Capital(Wording.DateLong(Clock.Today, CultureInfo.CurrentCulture))} · {now.ToString("HH:mm", CultureInfo.InvariantCulture)}";
        _whose = [new(true, Text["MyDay.Own"]), new(false, Text["MyDay.WithCover"])];
        await LoadAsync();
        _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged);
    }

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync();
        (_day, _refusal) = (read.Value, read.Refusal);
    }

    private void ShowOwn(bool own) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(nameof(Own), own ? true : null));

    private string Address(string? kind) => Navigation.GetUriWithQueryParameter(nameof(Kind), kind);

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];
}
