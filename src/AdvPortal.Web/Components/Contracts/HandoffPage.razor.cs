using AdvPortal.Application.Contracts;
using AdvPortal.Application.Portfolios;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AdvPortal.Web.Components.Contracts;

/// <summary>« Relais de contrat »: sales fills in what the desk needs to know, the desk takes the client or says what is missing. Every word is kept as it is typed.</summary>
public partial class HandoffPage
{
    private HandoffView? _handoff;
    private Refusal? _refusal;
    private bool _missing;
    private readonly Entries _entries = new();
    private bool _busy;
    private string? _owner;
    private IReadOnlyList<ProposeOwner.Proposal> _proposed = [];
    private IReadOnlyList<RequirementView> _written = [];

    // Changes are kept one after the other, so that each is made on what the one before has left.
    private Task _keeping = Task.CompletedTask;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadHandoff Read { get; init; }

    [Inject]
    public required ChangeHandoff Change { get; init; }

    [Inject]
    public required SubmitHandoff Submit { get; init; }

    [Inject]
    public required AskAboutHandoff Ask { get; init; }

    [Inject]
    public required ReturnHandoff Return { get; init; }

    [Inject]
    public required AcceptHandoff Accept { get; init; }

    [Inject]
    public required ProposeOwner Propose { get; init; }

    [Inject]
    public required ListRequirements Requirements { get; init; }

    [Inject]
    public required AdvPortal.Application.Common.TenantClock Clock { get; init; }

    [Inject]
    public required DraftSignal Drafts { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    public string? Step { get; set; }

    private HandoffStep Current => Enum.TryParse<HandoffStep>(Step, ignoreCase: true, out var step) && Enum.IsDefined(step) ? step : HandoffStep.Contract;

    private bool MayChange => Shell.May(Permission.PrepareHandoffs) && _handoff!.Status is HandoffStatus.Draft or HandoffStatus.Questions or HandoffStatus.Returned;

    private bool MayDecide => Shell.May(Permission.AcceptHandoffs) && _handoff!.Status is HandoffStatus.Submitted && _proposed.Count > 0;

    private int Lacks => _handoff!.Checklist.Count(point => !point.IsThere);

    private string Title => (_handoff!.Content.Client.Name ?? Text["Handoff.Unnamed"].Value) + (_handoff.Content.Contract.Reference is { } reference ? $" — {reference}" : "");

    private Dictionary<string, object?> PartParameters => new(StringComparer.Ordinal)
    {
        [nameof(HandoffPart.Content)] = _handoff!.Content,
        [nameof(HandoffPart.ContentChanged)] = EventCallback.Factory.Create<HandoffContent>(this, KeepAsync),
        [nameof(HandoffPart.Disabled)] = !MayChange,
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_handoff?.Id.Value != Id)
        {
            var read = await Read.ExecuteAsync(new(Id));
            (_handoff, _missing) = (read.Value, !read.IsOk);
            await LoadBesideAsync();
        }
    }

    private async Task LoadBesideAsync()
    {
        if (_handoff is { Status: HandoffStatus.Submitted } && Shell.May(Permission.AcceptHandoffs))
        {
            _proposed = (await Propose.ExecuteAsync(_handoff.Content.Client.Id)).Value?.Items ?? [];
            _owner ??= _proposed.ElementAtOrDefault(0)?.MemberId.Value.ToString();
        }

        if (_handoff is { ClientId: { } client } && Shell.May(Permission.ReadRequirements))
        {
            _written = (await Requirements.ExecuteAsync(client, size: 200)).Value?.Items ?? [];
        }
    }

    private Task KeepAsync(HandoffContent content)
    {
        _handoff = _handoff! with { Content = content, Checklist = HandoffChecklist.Of(content), Clock = HandoffClock.Of(content.Contract.SignedOn, firstOrderOn: null, Clock.Today) };
        Drafts.Saving();

        return _keeping = KeepAfterAsync(_keeping, content);
    }

    private async Task KeepAfterAsync(Task before, HandoffContent content)
    {
        await before;
        var kept = await Change.ExecuteAsync(_handoff!.Id, _ => content, _handoff.Version);
        _refusal = kept.Refusal;

        if (kept.IsOk)
        {
            _handoff = _handoff with { Version = kept.Value.Version };
            Drafts.Saved();
        }
        else
        {
            Drafts.Failed();
        }
    }

    private Task SubmitAsync() => ActAsync(() => Submit.ExecuteAsync(_handoff!.Id, _handoff.Version), "Handoff.Said.Submitted");

    private Task AcceptAsync() => Guid.TryParse(_owner, out var owner)
        ? ActAsync(() => Accept.ExecuteAsync(_handoff!.Id, new(owner), _handoff.Version), "Handoff.Said.Accepted")
        : Task.CompletedTask;

    private async Task ReturnAsync()
    {
        if (await Dialogs.AskReasonAsync(Text["Handoff.ReturnQuestion"], Text["Handoff.ReturnDetail"], Text["Handoff.Return"], Text["Handoff.KeepIt"]) is { } why)
        {
            await ActAsync(() => Return.ExecuteAsync(_handoff!.Id, [why.Reason], _handoff.Version), "Handoff.Said.Returned");
        }
    }

    private async Task AskAsync()
    {
        if (await Dialogs.AskReasonAsync(Text["Handoff.AskQuestion"], Text["Handoff.AskDetail"], Text["Handoff.Ask"], Text["Handoff.KeepIt"]) is { } what)
        {
            await ActAsync(() => Ask.ExecuteAsync(_handoff!.Id, [what.Reason], _handoff.Version), "Handoff.Said.Asked");
        }
    }

    private async Task ActAsync(Func<Task<Result<HandoffView>>> act, string said)
    {
        if (_busy || !_entries.AreRead)
        {
            return;
        }

        _busy = true;
        await _keeping;
        var acted = await act();
        (_busy, _refusal) = (false, acted.Refusal);

        if (acted.IsOk)
        {
            _handoff = acted.Value;
            Notices.Say(Text[said]);
            await LoadBesideAsync();
        }
    }

    private RequirementView? Written(HandoffSentence said) => _written.FirstOrDefault(requirement => string.Equals(requirement.Sentence, said.Sentence?.Trim(), StringComparison.OrdinalIgnoreCase));

    private string RequirementHref(AdvPortal.Domain.Common.ClientId client, HandoffSentence said) =>
        $"requirements/new?client={client.Value}&sentence={Uri.EscapeDataString(said.Sentence!.Trim())}&who={Uri.EscapeDataString(said.Who ?? "")}&how={said.How}"
        + (said is { How: AdvPortal.Domain.Requirements.SourceKind.Contract, Clause: { Length: > 0 } clause } ? $"&note={Uri.EscapeDataString(Text.Clause(clause))}" : "");

    private string Href(HandoffStep step) => $"handoffs/{Id}?step={step}";

    private HandoffStep? Beside(int by) => Enum.IsDefined(Current + by) ? Current + by : null;

    private static Type PartOf(HandoffStep step) => step switch
    {
        HandoffStep.Sites => typeof(SitesPart),
        HandoffStep.Prices => typeof(PricesPart),
        HandoffStep.Requirements => typeof(RequirementsPart),
        HandoffStep.Promises => typeof(PromisesPart),
        _ => typeof(ContractPart),
    };
}
