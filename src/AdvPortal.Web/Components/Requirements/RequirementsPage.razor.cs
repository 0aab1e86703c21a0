using AdvPortal.Application.Complaints;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenders;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Requirements;
using AdvPortal.Web.Components.Layout;
using AdvPortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Requirements;

/// <summary>« Exigences »: what each client said, what the portal makes of it, and since when.</summary>
public sealed partial class RequirementsPage : IDisposable
{
    private RequirementView? _requirement;
    private ReadRequirementOrigins.Origins? _origins;
    private bool _missing;
    private bool _wasNew;
    private bool _isUnlinked;
    private string? _linked;
    private string? _counts;
    private Rehearsal? _rehearsal;
    private Refusal? _rehearsalRefusal;
    private CancellationTokenSource? _trying;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadRequirement Read { get; init; }

    [Inject]
    public required LinkRequirement Link { get; init; }

    [Inject]
    public required ReadRequirementOrigins Origins { get; init; }

    [Inject]
    public required LinkInquiryRequirement LinkInquiry { get; init; }

    [Inject]
    public required LinkTenderRequirement LinkTender { get; init; }

    [Inject]
    public required RehearseRequirement Rehearse { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    [Parameter]
    public Guid? Id { get; set; }

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public Guid? Client { get; set; }

    /// <summary>What was said, where a handoff or a message knows it already.</summary>
    [SupplyParameterFromQuery]
    public string? Sentence { get; set; }

    [SupplyParameterFromQuery]
    public string? Who { get; set; }

    /// <summary>Where it was said, such as the clause of a contract.</summary>
    [SupplyParameterFromQuery]
    public string? Note { get; set; }

    /// <summary>The editor opens with what the client says holds instead.</summary>
    [SupplyParameterFromQuery]
    public bool Revise { get; set; }

    /// <summary>The complaint that a new one comes of.</summary>
    [SupplyParameterFromQuery(Name = "complaint")]
    public Guid? Complaint { get; set; }

    /// <summary>The tender that a new one comes of.</summary>
    [SupplyParameterFromQuery(Name = "tender")]
    public Guid? Tender { get; set; }

    /// <summary>The conversation that a new one comes of.</summary>
    [SupplyParameterFromQuery(Name = "inquiry")]
    public Guid? Inquiry { get; set; }

    [SupplyParameterFromQuery(Name = "how")]
    public string? HowName { get; set; }

    private SourceKind How => Enum.TryParse<SourceKind>(HowName, ignoreCase: true, out var how) && Enum.IsDefined(how) ? how : SourceKind.Email;

    private bool MayChange => Shell.May(Permission.ManageRequirements);

    private bool IsNew => MayChange && Navigation.ToBaseRelativePath(Navigation.Uri).Split('?')[0] == "requirements/new";

    private bool IsOpen => IsNew || Id is not null;

    private string NewHref => Client is { } client ? $"requirements/new?client={client}" : "requirements/new";

    private string? Source => Inquiry is { } asked ? $"inquiry/{asked}" : Complaint is { } cause ? $"complaint/{cause}" : Tender is { } tender ? $"tender/{tender}" : Client is { } client ? $"client/{client}" : null;

    public void Dispose() => _trying?.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (Id is not { } id || IsNew)
        {
            if (_requirement is not null || IsNew != _wasNew)
            {
                (_rehearsal, _rehearsalRefusal, _linked) = (null, null, null);
            }

            (_requirement, _missing, _wasNew) = (null, false, IsNew);
            return;
        }

        if (_requirement?.Id.Value != id)
        {
            await LoadAsync(id);
        }
    }

    private async Task LoadAsync(Guid id)
    {
        (_rehearsal, _rehearsalRefusal) = (null, null);
        var read = await Read.ExecuteAsync(new(id));
        (_requirement, _missing) = (read.Value, !read.IsOk);
        _origins = read.IsOk ? (await Origins.ExecuteAsync(read.Value.Id)).Value : null;
    }

    // What it came of knows of it; where that is refused, the requirement is there all the same.
    private async Task LinkAsync(RequirementView created)
    {
        // A complaint and a tender name one: of two rules that came of it the first.
        var isLinked = _linked is not null && _linked == Source;
        Refusal?[] refused =
        [
            Complaint is { } cause && !isLinked ? (await Link.ExecuteAsync(new(cause), created.Id, version: null)).Refusal : null,
            Tender is { } tender && !isLinked ? (await LinkTender.ExecuteAsync(new(tender), created.Id, version: null)).Refusal : null,
            Inquiry is { } asked ? (await LinkInquiry.ExecuteAsync(new(asked), created.Id, version: null)).Refusal : null,
        ];

        var refusal = refused.OfType<Refusal>().FirstOrDefault();
        (_isUnlinked, _linked) = (refusal is not null, refusal is null ? Source : _linked);

        if (refusal is not null)
        {
            Notices.Say(Text["Requirement.NotLinked", created.Number, Text.Say(refusal.Message)]);
        }
    }

    private async Task OpenAsync(RequirementView saved)
    {
        if (IsNew)
        {
            Navigation.NavigateTo(_isUnlinked ? $"requirements/{saved.Id.Value}" : Inquiry is { } conversation ? $"inquiries/{conversation}" : Complaint is { } back ? $"complaints/{back}" : Tender is { } won ? $"tenders/{won}" : $"requirements/{saved.Id.Value}");
            return;
        }

        await LoadAsync(saved.Id.Value);
    }

    private Task ReloadAsync() => LoadAsync(_requirement!.Id.Value);

    private void Close() => Navigation.NavigateTo("requirements");

    // Only what was filled in last is of interest: a client may have a hundred thousand orders.
    private async Task TryAsync(RehearsalForm form)
    {
        using var trying = new CancellationTokenSource();
        var before = _trying;
        _trying = trying;

        try
        {
            await (before?.CancelAsync() ?? Task.CompletedTask);
            var tried = await Rehearse.ExecuteAsync(form, trying.Token);

            if (_trying == trying)
            {
                (_rehearsal, _rehearsalRefusal) = (tried.Value, tried.Refusal);
            }
        }
        catch (OperationCanceledException) when (trying.IsCancellationRequested)
        {
        }
        finally
        {
            _trying = _trying == trying ? null : _trying;
        }
    }

    private void Count(ReadRequirementBook.Counts counts) => _counts = Text["Requirement.Counts", counts.InForce, counts.ToReview, counts.Drafts] + (counts.Corrected > 0 ? $" · {Text["Requirement.CorrectedCount", counts.Corrected].Value}" : "");
}
