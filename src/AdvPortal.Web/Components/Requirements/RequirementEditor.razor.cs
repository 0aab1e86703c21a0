using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Severity = AdvPortal.Domain.Requirements.Severity;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>From the client's sentence to a rule: what was said, what follows, for whom and since when.</summary>
public partial class RequirementEditor
{
    private static readonly Moments[] _moments = [.. Enum.GetValues<Moments>().Where(moment => int.IsPow2((int)moment))];

    private FormState<RequirementForm> _state = null!;
    private EditedRequirement _it = null!;
    private Drafted<EditedRequirement>? _drafted;
    private ClientView? _client;
    private IReadOnlyList<SiteView> _sites = [];
    private Refusal? _refusal;
    private bool _busy;
    private bool _clientMissing;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required IValidator<RequirementForm> Validator { get; init; }

    [Inject]
    public required ReadClient Read { get; init; }

    [Inject]
    public required ListSites Sites { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

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

    /// <summary>Where it was said, such as the clause of a contract.</summary>
    [Parameter]
    public string? Note { get; set; }

    /// <summary>It opens with what the client says holds instead.</summary>
    [Parameter]
    public bool Revising { get; set; }

    /// <summary>What a new one comes of, so that what was begun of one is not offered for another; null for nothing.</summary>
    [Parameter]
    public string? Source { get; set; }

    /// <summary>A new one exists; the same words may ask for more of them before all is saved.</summary>
    [Parameter]
    public EventCallback<RequirementView> Created { get; set; }

    [Parameter]
    public EventCallback<RequirementView> Saved { get; set; }

    /// <summary>A draft that was never in force is gone.</summary>
    [Parameter]
    public EventCallback Discarded { get; set; }

    /// <summary>Somebody else was faster, and the person wants to see what they did.</summary>
    [Parameter]
    public EventCallback Reloaded { get; set; }

    /// <summary>The rule, or whom and how strictly it concerns, is another: what would it do?</summary>
    [Parameter]
    public EventCallback<RehearsalForm> Tried { get; set; }

    private string DraftKey => Requirement is { } known ? $"requirements/{known.Id.Value}" : Source is { } source ? $"requirements/new/{source}" : "requirements/new";

    /// <summary>As it is now, where somebody else was faster and both were brought together; else as it was opened.</summary>
    private RequirementView? Known => _now ?? Requirement;

    private int NextRevision => Known is null ? 1 : Known.Revisions.Max(row => row.Revision) + (Known.Draft is null ? 1 : 0);

    private IReadOnlyList<SegmentOption<Severity>> Severities => [.. Enum.GetValues<Severity>().Select(each => new SegmentOption<Severity>(each, Text.Word(each)))];

    private Dictionary<string, object?> PartParameters => new(StringComparer.Ordinal)
    {
        ["Rule"] = _it.Rule,
        ["RuleChanged"] = EventCallback.Factory.Create<Rule>(this, TakeRuleAsync),
    };

    protected override async Task OnInitializedAsync()
    {
        _state = new(Validator, Text);
        _it = Requirement is null
            ? EditedRequirement.New(ClientId is { } given ? new(given) : null, Clock.Today, Sentence, Who, How, Note)
            : Revising && Requirement.Correction is { } correction ? Corrected(Requirement, correction)
            : EditedRequirement.Of(Requirement, Clock.Today);
        _opened = Requirement is null ? null : EditedRequirement.Of(Requirement, Clock.Today).ToContent(Clock.Today);

        // Nothing is published before what it starts from was read: it would be a rule that says nothing.
        _isReading = Requirement is null && _it.Sentence is not null;

        if (ClientId is { } id && (await Read.ExecuteAsync(new(id))).Value is { } client)
        {
            await ChooseClientAsync(client);
        }
        else if (_isReading)
        {
            await ReadSentenceAsync();
        }
    }

    private async Task ChooseClientAsync(ClientView? client)
    {
        (_client, _it.Client, _clientMissing) = (client, client?.Id, false);
        _sites = client is null ? [] : (await Sites.ExecuteAsync(client.Id)).Value?.Items ?? [];
        await ReadAgainAsync();
        await TryAsync();
    }

    private Task ChangeClientAsync(ClientView? client)
    {
        _it.Site = null;

        return ChooseClientAsync(client);
    }

    private async Task TakeUpAsync(EditedRequirement kept)
    {
        _it = kept;

        if (kept.Client is { } id && id != _client?.Id)
        {
            await ChooseClientAsync((await Read.ExecuteAsync(id)).Value);
        }

        await TryAsync();
    }

    private Task ChooseKindAsync(ChangeEventArgs chosen)
    {
        var kind = RuleKinds.All.Single(each => each.Name == chosen.Value as string);

        // Going back to the kind it was brings back what was filled in.
        return TakeRuleAsync(Known?.Rule is { } before && before.Kind == kind.Name ? before : kind.Empty());
    }

    private Task TakeRuleAsync(Rule rule)
    {
        _it.Rule = rule;

        return TryAsync();
    }

    private Task ToggleAsync(Moments moment)
    {
        _it.Moments ^= moment;

        return TryAsync();
    }

    private Task TryAsync() => _client is { } client ? Tried.InvokeAsync(_it.ToRehearsal(client.Id, Requirement?.Id)) : Task.CompletedTask;

    private Task TakeCorrectionAsync()
    {
        _it = Corrected(Known!, Known!.Correction!);

        return TryAsync();
    }

    private EditedRequirement Corrected(RequirementView requirement, ClientCorrection correction) =>
        EditedRequirement.Correcting(requirement, correction, Clock.DayOf(correction.At), Clock.Today);

    private string Standing(RequirementView requirement) => requirement switch
    {
        { Status: RequirementStatus.Draft } => Text["Requirement.Prepared", requirement.Revision],
        { Draft: not null } => Text["Requirement.InForceAndPrepared", requirement.Revision, NextRevision],
        { ConfirmedOn: { } day } => $"{Text["Requirement.InForce", requirement.Revision].Value} · {Text["Requirement.ConfirmedOn", Text.Word(day)].Value}",
        _ => Text["Requirement.InForce", requirement.Revision],
    };
}
