using System.Text.Json.Serialization;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Exchange.Briefings;

namespace AdvPortal.Application.Portfolios;

/// <summary>« Dossier de passation »: what a stand-in has to know before the first call, from live data.</summary>
[UseCase]
public sealed class ReadBriefing(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="id">The absence.</param>
    /// <param name="standIn">Null for the pack of all stand-ins together.</param>
    /// <param name="ct">Ends the work.</param>
    public Task<Result<BriefingView>> ExecuteAsync(AbsenceId id, MemberId? standIn = null, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<BriefingView>(this, Permission.HandleOrders, async db =>
        {
            var facts = await BriefingFacts.ReadAsync(db, id, standIn, clock, ct);

            return facts.IsOk ? BriefingView.Of(facts.Value) : facts.Refusal;
        }, ct);
}

/// <summary>The pack to take along, in the reader's language: the same as <see cref="ReadBriefing"/> shows.</summary>
[UseCase]
public sealed class PrintBriefing(UnitOfWork unitOfWork, TenantClock clock)
{
    public async Task<Result<PrintedBriefing>> ExecuteAsync(AbsenceId id, MemberId? standIn, string language, CancellationToken ct = default)
    {
        var read = await unitOfWork.ReadAsync<BriefingFacts>(this, Permission.HandleOrders, db => BriefingFacts.ReadAsync(db, id, standIn, clock, ct), ct);

        if (!read.IsOk)
        {
            return read.Refusal;
        }

        // Drawn when the database has been left.
        var (company, view) = (read.Value.Company, BriefingView.Of(read.Value));
        var pdf = BriefingPdf.Write(new(company, view.AbsentName, view.MemberName, view.From, view.Until, view.ReadingMinutes, clock.Local(clock.Now), language, view.Clients));

        return new PrintedBriefing($"{view.AbsentName} {view.From:yyyy-MM-dd}.pdf", pdf);
    }

    public sealed record PrintedBriefing(string FileName, byte[] Content);
}

/// <summary>The stand-in has read the pack: what changes from now on is marked.</summary>
[UseCase]
public sealed class ConfirmBriefing(UnitOfWork unitOfWork, CurrentMember member, TenantClock clock)
{
    /// <param name="id">The absence.</param>
    /// <param name="version">Of the absence as the stand-in saw it.</param>
    /// <param name="shown">The <see cref="BriefingView.Digest"/> of what they read; null for whatever it says now.</param>
    /// <param name="ct">Ends the work.</param>
    public Task<Result<BriefingView>> ExecuteAsync(AbsenceId id, int? version, string? shown = null, CancellationToken ct = default) =>
        unitOfWork.RunAsync<Result<BriefingView>>(this, Permission.HandleOrders, id, async db =>
        {
            var read = await BriefingFacts.ReadAsync(db, id, member.Id, clock, ct);

            if (!read.IsOk)
            {
                return read.Refusal;
            }

            // A key reads nothing in anybody's place.
            if (member.Id is not { } reader)
            {
                return new NotAllowed();
            }

            var facts = read.Value;

            if ((version is { } seen && seen != facts.Absence.Version) || (shown is not null && shown != Briefing.DigestOf(facts.Clients)))
            {
                return new ChangedMeanwhile();
            }

            var receipt = facts.Receipt ?? new(id, reader);
            receipt.Read(facts.Clients, clock.Now);

            if (facts.Receipt is null)
            {
                db.BriefingReceipts.Add(receipt);
            }

            return BriefingView.Of(facts with { Receipt = receipt });
        }, ct);
}

/// <summary>A pack as pages and the API read it.</summary>
/// <param name="MemberId">The stand-in; null for the pack of all.</param>
/// <param name="ReadAt">When the stand-in last said that they have read it.</param>
/// <param name="Gone">What stood in it then and is no longer so.</param>
/// <param name="Digest">Of all that it says: sent back, it tells what was read.</param>
public sealed record BriefingView(
    AbsenceId AbsenceId, MemberId AbsentId, string AbsentName, MemberId? MemberId, string? MemberName, DateOnly From, DateOnly Until, CoverPlanStatus Status, int ReadingMinutes, DateTimeOffset? ReadAt,
    IReadOnlyList<BriefedClient> Clients, IReadOnlyList<string> Gone, string Digest)
{
    /// <summary>Of the absence: the pack has none of its own.</summary>
    [JsonIgnore]
    public int Version { get; init; }

    internal static BriefingView Of(BriefingFacts facts)
    {
        var (absence, receipt) = (facts.Absence, facts.Receipt);
        var (clients, gone) = receipt is null ? (facts.Clients, []) : Briefing.Compare(facts.Clients, facts.All, receipt.Seen);

        return new(
            absence.Id, absence.MemberId, facts.Names[absence.MemberId], facts.StandInId, facts.StandInId is { } standIn ? facts.Names[standIn] : null, absence.From, absence.Until, absence.PlanStatus,
            Briefing.ReadingMinutes(clients), receipt?.ReadAt, clients, gone, Briefing.DigestOf(facts.Clients))
        {
            Version = absence.Version,
        };
    }
}
