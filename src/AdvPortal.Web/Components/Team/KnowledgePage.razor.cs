using System.Globalization;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Team;

/// <summary>« Risque de savoir »: what of which client is only in one head, and what to write down first.</summary>
public partial class KnowledgePage
{
    private const int Faces = 4;
    private const int Reasons = 2;

    private KnowledgeMap? _map;
    private Refusal? _refusal;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadKnowledge Read { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required ShellState Shell { get; set; }

    /// <summary>Only what this member could serve.</summary>
    [SupplyParameterFromQuery]
    public Guid? Member { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    private KnowledgeMap.Person? Chosen => _map?.People.FirstOrDefault(person => person.MemberId.Value == Member);

    protected override async Task OnParametersSetAsync()
    {
        var read = await Read.ExecuteAsync(new(Member is { } member ? new(member) : null, After));
        (_map, _refusal) = (read.Value, read.Refusal);
    }

    private static string Css(KnowledgeLevel level) => level switch { KnowledgeLevel.High => "bad", KnowledgeLevel.Medium => "warn", _ => "ok" };

    private string Because(IEnumerable<KnowledgeReason> reasons) => string.Join(" · ", reasons.Select(reason => Text.Say(reason.Said)));

    private string Knower(KnownClient.Knows knows) => Text[knows.AwayTomorrow ? "Knowledge.KnowsAway" : "Knowledge.Knows", knows.Name, Wording.Percent(knows.Familiarity, CultureInfo.CurrentCulture)];

    private string Width(int clients) => string.Create(CultureInfo.InvariantCulture, $"{100m * clients / Math.Max(1, _map!.People.Max(person => person.Clients)):0.#}%");

    // What can be done about it by whoever reads; nothing for whom it is not.
    private string? ActHref(KnownClient client, KnowledgeGap gap) => gap switch
    {
        KnowledgeGap.NothingWritten when Shell.May(Permission.ManageRequirements) => $"requirements/new?client={client.ClientId.Value}",
        KnowledgeGap.WithoutSource or KnowledgeGap.ReviewPast when Shell.May(Permission.ManageRequirements) => $"requirements?Client={client.ClientId.Value}",
        KnowledgeGap.NoContact when Shell.May(Permission.ManageClients) => $"clients/{client.ClientId.Value}",
        KnowledgeGap.OneHead or KnowledgeGap.NoNotes when Shell.May(Permission.ManageClients) => $"clients/{client.ClientId.Value}/edit",
        _ => null,
    };

    private void Unchoose() => Navigation.NavigateTo("team/knowledge");

    private string Address(string? after) => Navigation.GetUriWithQueryParameter(nameof(After), after);
}
