using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Members;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using Severity = AdvPortal.Domain.Requirements.Severity;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>From the client's sentence to a rule: what was said, what follows, for whom and since when.</summary>
public partial class RequirementEditor
{
    private static readonly Moments[] Moments =
        [Domain.Requirements.Moments.Intake, Domain.Requirements.Moments.Confirmation, Domain.Requirements.Moments.Planning, Domain.Requirements.Moments.Packing, Domain.Requirements.Moments.Labelling, Domain.Requirements.Moments.Invoicing];

    private FormState<RequirementForm> _state = null!;
    private ClientView? _client;
    private IReadOnlyList<SiteView> _sites = [];
    private Refusal? _refusal;
    private bool _busy;
    private bool _clientMissing;
    private string? _sentence;
    private SourceKind _how;
    private string? _who;
    private DateOnly? _on;
    private Rule _rule = new DeliveryDays();
    private string? _site;
    private string? _family;
    private DateOnly? _from;
    private DateOnly? _until;
    private DateOnly? _review;
    private Severity _severity = Severity.Block;
    private Moments _moments = Domain.Requirements.Moments.Review;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required IValidator<RequirementForm> Validator { get; init; }

    [Inject]
    public required CreateRequirement Create { get; init; }

    [Inject]
    public required ReviseRequirement Revise { get; init; }

    [Inject]
    public required RetireRequirement Retire { get; init; }

    [Inject]
    public required ReadClient Read { get; init; }

    [Inject]
    public required ListSites Sites { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    /// <summary>Null for a new one.</summary>
    [Parameter]
    public RequirementView? Requirement { get; set; }

    /// <summary>Whose it is, where that is known already.</summary>
    [Parameter]
    public Guid? ClientId { get; set; }

    /// <summary>What a new one starts from.</summary>
    [Parameter]
    public string? Sentence { get; set; }

    [Parameter]
    public string? Who { get; set; }

    [Parameter]
    public SourceKind How { get; set; }

    [Parameter]
    public EventCallback<RequirementView> Saved { get; set; }

    private bool Disabled => !Shell.May(Permission.ManageRequirements) || Requirement?.Status is RequirementStatus.Retired;

    private int NextRevision => Requirement is null ? 1 : Requirement.Revisions.Max(row => row.Revision) + (Requirement.Draft is null ? 1 : 0);

    private IReadOnlyList<SegmentOption<Severity>> Severities => [.. Enum.GetValues<Severity>().Select(each => new SegmentOption<Severity>(each, Text.Word(each)))];

    private Dictionary<string, object?> PartParameters => new(StringComparer.Ordinal)
    {
        ["Rule"] = _rule,
        ["RuleChanged"] = EventCallback.Factory.Create<Rule>(this, rule => _rule = rule),
        ["Disabled"] = Disabled,
    };

    protected override async Task OnInitializedAsync()
    {
        _state = new(Validator, Text);
        (_from, _sentence, _who, _how) = (Clock.Today, Sentence, Who, How);

        if (Requirement is not null)
        {
            Show(Requirement);
        }

        if (ClientId is { } id && (await Read.ExecuteAsync(new(id))).Value is { } client)
        {
            await ChooseClientAsync(client);
        }
    }

    private void Show(RequirementView requirement)
    {
        var now = requirement.Draft ?? new(
            requirement.Sentence, requirement.Source, requirement.Severity, requirement.Moments, requirement.ValidFrom, requirement.ValidUntil, requirement.ReviewOn, requirement.Rule);
        (_sentence, _how, _who, _on) = (now.Sentence, now.Source.Kind, now.Source.Who, now.Source.On);
        (_rule, _severity, _moments) = (now.Rule, now.Severity, now.Moments);
        (_from, _until, _review) = (now.ValidFrom, now.ValidUntil, now.ReviewOn);
    }

    private async Task ChooseClientAsync(ClientView? client)
    {
        (_client, _site, _clientMissing) = (client, null, false);
        _sites = client is null ? [] : (await Sites.ExecuteAsync(client.Id)).Value?.Items ?? [];
    }

    private void ChooseKind(ChangeEventArgs chosen)
    {
        var kind = RuleKinds.All.Single(each => each.Name == chosen.Value as string);

        // Going back to the kind it was brings back what was filled in.
        _rule = Requirement?.Rule is { } before && before.Kind == kind.Name ? before : kind.Empty();
    }

    private RequirementForm ToForm(bool draft) => new()
    {
        SiteId = Guid.TryParse(_site, out var site) ? new(site) : null,
        ProductFamily = _family,
        Sentence = _sentence,
        Source = new(_how, _who?.Trim() ?? "", _on, Requirement?.Source.Note),
        Severity = _severity,
        Moments = _moments,
        ValidFrom = _from,
        ValidUntil = _until,
        ReviewOn = _review,
        Rule = _rule,
        Draft = draft,
    };

    private async Task SaveAsync(bool draft)
    {
        var form = ToForm(draft);
        var complete = await _state.ValidateAsync(form);
        _clientMissing = _client is null;

        if (_busy || !complete || _client is not { } client)
        {
            return;
        }

        _busy = true;
        var saved = Requirement is null ? await Create.ExecuteAsync(client.Id, form) : await Revise.ExecuteAsync(Requirement.Id, form, Requirement.Version);
        await AnswerAsync(saved, draft ? "Requirement.DraftKept" : "Requirement.Published");
    }

    private async Task RetireAsync()
    {
        if (await Dialogs.ConfirmAsync(Text["Requirement.RetireQuestion", Requirement!.Number], Text["Requirement.RetireDetail"], Text["Requirement.Retire"], Text["Requirement.KeepIt"], destructive: true))
        {
            await AnswerAsync(await Retire.ExecuteAsync(Requirement.Id, Requirement.Version), "Requirement.Retired");
        }
    }

    private async Task AnswerAsync(Result<RequirementView> answer, string said)
    {
        (_busy, _refusal) = (false, answer.Refusal);

        if (answer.IsOk)
        {
            Notices.Say(Text[said, answer.Value.Number]);
            await Saved.InvokeAsync(answer.Value);
        }
    }

    private string Standing(RequirementView requirement) => requirement switch
    {
        { Status: RequirementStatus.Retired } => Text.Word(requirement.Status),
        { Status: RequirementStatus.Draft } => Text["Requirement.Prepared", requirement.Revision],
        { Draft: not null } => Text["Requirement.InForceAndPrepared", requirement.Revision, NextRevision],
        _ => Text["Requirement.InForce", requirement.Revision],
    };
}
