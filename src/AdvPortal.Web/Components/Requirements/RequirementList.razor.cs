using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Application.Requirements;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>Every requirement, in the clients' words, to be found by client, word or number.</summary>
public partial class RequirementList : IDisposable
{
    private ReadRequirementBook.Book? _book;
    private Refusal? _refusal;
    private Rereading? _listening;
    private string? _typed;
    private string? _after;
    private ClientView? _client;
    private (string?, string?, string?, Guid?) _asked = ("…", null, null, null);

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadRequirementBook Read { get; init; }

    [Inject]
    public required ReadClient ReadClient { get; init; }

    [Inject]
    public required ChangeNotices Changes { get; init; }

    [Inject]
    public required CurrentMember Member { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public Guid? Selected { get; set; }

    /// <summary>One of <see cref="RequirementBookView"/>; all that is in force and in preparation without it.</summary>
    [Parameter]
    public string? View { get; set; }

    /// <summary>One of <see cref="RuleKinds"/>; all of them without it.</summary>
    [Parameter]
    public string? Kind { get; set; }

    [Parameter]
    public string? Q { get; set; }

    [Parameter]
    public Guid? Client { get; set; }

    [Parameter]
    public EventCallback<ReadRequirementBook.Counts> Counted { get; set; }

    private RequirementBookView Current => Enum.TryParse<RequirementBookView>(View, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : RequirementBookView.All;

    // An address from elsewhere may name a kind that there is not.
    private string? KnownKind => RuleKinds.All.FirstOrDefault(kind => kind.Name == Kind)?.Name;

    public void Dispose() => _listening?.Dispose();

    protected override void OnInitialized() => _listening = Changes.Reread(Member.TenantId!.Value, InvokeAsync, LoadAsync, StateHasChanged);

    protected override async Task OnParametersSetAsync()
    {
        if (_asked == (View, KnownKind, Q, Client))
        {
            return;
        }

        (_asked, _typed, _after) = ((View, KnownKind, Q, Client), Q, null);
        _client = Client is { } client ? (await ReadClient.ExecuteAsync(new(client))).Value : null;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await Read.ExecuteAsync(new(Current, Client is { } client ? new(client) : null, Q, _after, KnownKind));
        (_book, _refusal) = (read.Value, read.Refusal);

        if (_book is not null)
        {
            await Counted.InvokeAsync(_book.Counts);
        }
    }

    private Task TurnAsync(string? after)
    {
        _after = after;

        return LoadAsync();
    }

    private void Search() => Navigation.NavigateTo(Address("requirements", new() { ["q"] = string.IsNullOrWhiteSpace(_typed) ? null : _typed.Trim() }));

    private void Show(ChangeEventArgs chosen) => Navigation.NavigateTo(Address("requirements", new() { ["view"] = chosen.Value as string }));

    private void OfKind(ChangeEventArgs chosen) => Navigation.NavigateTo(Address("requirements", new() { ["kind"] = chosen.Value is "" ? null : chosen.Value as string }));

    private void OfAllClients() => Navigation.NavigateTo(Address("requirements", new() { ["client"] = null }));

    // The list stays as it is while one after the other is opened.
    private string Address(string path, Dictionary<string, object?>? changed)
    {
        Dictionary<string, object?> kept = new(StringComparer.Ordinal) { ["view"] = View, ["kind"] = KnownKind, ["q"] = Q, ["client"] = Client };

        foreach (var (name, value) in changed ?? [])
        {
            kept[name] = value;
        }

        return Navigation.GetUriWithQueryParameters(Navigation.ToAbsoluteUri(path).ToString(), kept);
    }
}
