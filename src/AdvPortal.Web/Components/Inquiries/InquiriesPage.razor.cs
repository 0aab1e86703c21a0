using AdvPortal.Application.Common;
using AdvPortal.Application.Inquiries;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Inquiries;

/// <summary>« Questions clients » : what is to be answered, the conversation, and whom it is with; one after the other without the mouse.</summary>
public partial class InquiriesPage : IDisposable
{
    private List<InquiryView>? _items;
    private string? _next;
    private IReadOnlyDictionary<InquirySection, int> _counts = new Dictionary<InquirySection, int>();
    private InquiryView? _inquiry;
    private IReadOnlyList<InquiryMessageView> _messages = [];
    private bool _missing;
    private Rereading? _listening;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ListInquiries List { get; init; }

    [Inject]
    public required CountInquiries Count { get; init; }

    [Inject]
    public required ReadInquiry Read { get; init; }

    [Inject]
    public required ReadInquiryMessages ReadMessages { get; init; }

    [Inject]
    public required SeeMention See { get; init; }

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

    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>A part of the inbox; mine where none is named.</summary>
    [SupplyParameterFromQuery]
    public string? Section { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    private bool MayHandle => Shell.May(Permission.HandleInquiries);

    private InquirySection Part => Enum.TryParse<InquirySection>(Section, ignoreCase: true, out var part) ? part : string.IsNullOrEmpty(Q) ? InquirySection.Mine : InquirySection.All;

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() => _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged, notice => notice.UseCase.Contains("Inquir", StringComparison.Ordinal) || notice.UseCase == nameof(UndoReply));

    protected override async Task OnParametersSetAsync()
    {
        await LoadAsync();

        if (_inquiry is { } inquiry && Part is InquirySection.Mentioned && MayHandle)
        {
            await See.ExecuteAsync(inquiry.Id);
        }
    }

    private async Task LoadAsync()
    {
        var page = (await List.ExecuteAsync(new(Part, Search: Q, Size: Math.Max(25, _items?.Count ?? 0)))).Value;
        (_items, _next) = (page is null ? [] : [.. page.Items], page?.Next);
        _counts = (await Count.ExecuteAsync()).Value ?? _counts;
        await OpenAsync();
    }

    private async Task OpenAsync()
    {
        var found = Id is { } id ? await Read.ExecuteAsync(new(id)) : null;
        (_inquiry, _missing) = (found?.Value, found is { IsOk: false });
        _messages = _inquiry is { } inquiry ? (await ReadMessages.ExecuteAsync(inquiry.Id)).Value?.Items ?? [] : [];
    }

    private async Task MoreAsync()
    {
        if ((await List.ExecuteAsync(new(Part, Search: Q, After: _next))).Value is { } page)
        {
            _items!.AddRange(page.Items.Where(item => !_items.Exists(known => known.Id == item.Id)));
            _next = page.Next;
        }
    }

    private async Task ChangedAsync() => await LoadAsync();

    // Answered or done: the one that stood below it, else the one above.
    private async Task NextAsync()
    {
        var place = _items?.FindIndex(item => item.Id.Value == Id) ?? -1;
        var next = place < 0 ? null : _items!.ElementAtOrDefault(place + 1) ?? _items!.ElementAtOrDefault(place - 1);

        if (next is not null)
        {
            Navigation.NavigateTo(Address(next.Id));
        }
        else
        {
            await LoadAsync();
        }
    }

    private void Move(ListKeyEventArgs key)
    {
        if (_items is not { Count: > 0 } items || key.Move is not ("next" or "previous"))
        {
            return;
        }

        var place = items.FindIndex(item => item.Id.Value == Id);
        Navigation.NavigateTo(Address(items[place < 0 ? 0 : Math.Clamp(place + (key.Move == "next" ? 1 : -1), 0, items.Count - 1)].Id));
    }

    private void Search(string? text) => Navigation.NavigateTo(string.IsNullOrWhiteSpace(text) ? "inquiries" : $"inquiries?Section=All&Q={Uri.EscapeDataString(text.Trim())}");

    private List<TabLink> TabsOf() =>
    [
        .. Enum.GetValues<InquirySection>().Select(section => new TabLink(
            section.ToString(), Text.Word(section), section is InquirySection.Mine ? "inquiries" : $"inquiries?Section={section}",
            _counts.TryGetValue(section, out var count) ? count : null, More: _counts.GetValueOrDefault(section) == CountInquiries.Most)),
    ];

    private string Address(InquiryId? id)
    {
        var query = string.Join('&', new[] { Section is null ? null : $"Section={Part}", string.IsNullOrEmpty(Q) ? null : $"Q={Uri.EscapeDataString(Q)}" }.OfType<string>());

        return $"inquiries{(id is { } one ? $"/{one.Value}" : "")}{(query.Length == 0 ? "" : $"?{query}")}";
    }
}
