using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Application.Contracts;
using AdvPortal.Application.Members;
using AdvPortal.Application.Portfolios;

namespace AdvPortal.Web.Components.Team;

/// <summary>Which changes a look at the team is read anew for: who is there, who is away, who has which client. An order is no reason.</summary>
internal static class TeamChanges
{
    private static readonly HashSet<string> _ofTheTeam = new(StringComparer.Ordinal)
    {
        nameof(DeclareAbsence), nameof(PlanCover), nameof(ProposeCover), nameof(PublishCover), nameof(ReopenCover), nameof(WithdrawAbsence),
        nameof(ConfirmBriefing), nameof(TransferClients), nameof(PublishBalance), nameof(ChangeWorkingWeek), nameof(WeighCover),
        nameof(AcceptHandoff), nameof(CreateClient), nameof(UpdateClient), nameof(ChangeAccess), nameof(InviteMember),
    };

    public static bool Concern(ChangeNotice notice) => _ofTheTeam.Contains(notice.UseCase);
}
