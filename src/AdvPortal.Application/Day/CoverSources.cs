using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Application.Day;

/// <summary>Packs of covers that go on or are about to begin, and that the stand-in has not read.</summary>
internal sealed class BriefingsToRead : IDaySource
{
    // Soon enough to ask the owner, who is still there.
    private const int HalvesBefore = 4;

    private static readonly TimeOnly _before = new(8, 0);

    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var (me, now) = (day.Member.Id, HalfDay.Of(day.Clock.Local(day.Clock.Now)));
        var soon = now + HalvesBefore;
        var packs = day.Visit.Ask(
            from absence in day.Db.Absences
            where absence.PlanStatus == CoverPlanStatus.Published
            let mine = absence.Covers.Where(k => k.StandInId == me && k.FirstHalf <= soon && k.LastHalf >= now)
            where mine.Any() && !day.Db.BriefingReceipts.Any(r => r.AbsenceId == absence.Id && r.StandInId == me)
            select new { absence.Id, absence.From, Absent = day.Db.Members.Where(m => m.Id == absence.MemberId).Select(m => m.Name).FirstOrDefault(), Clients = mine.Select(k => k.ClientId).Distinct().Count() });

        return clients => packs.Rows.Select(pack => DayView.Item.Of(DayItemKind.BriefingToRead, pack.Id.Value, day.Clock.At(pack.From, _before), null, clients, "") with
        {
            ClientName = pack.Absent,
            Open = pack.Clients,
        });
    }
}

/// <summary>Covers of one's own clients that have ended, and that one has not gone through.</summary>
internal sealed class HandbacksToRead : IDaySource
{
    // Whoever has not read it by then will not.
    private const int DaysAfter = 30;

    private static readonly TimeOnly _onReturn = new(12, 0);

    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var (me, now, today, since) = (day.Member.Id, HalfDay.Of(day.Clock.Local(day.Clock.Now)), day.Clock.Today, day.Clock.Today.AddDays(-DaysAfter));
        var covers = day.Visit.Ask(
            from absence in day.Db.Absences
            where absence.MemberId == me && absence.PlanStatus == CoverPlanStatus.Published && absence.Until >= since && absence.Until <= today
            from cover in day.Db.Covers.Where(k => k.IsPublished && (k.AbsenceId == absence.Id || (k.AbsentId == me && k.FollowsFrom.Contains(absence.Id))))
            select new
            {
                absence.Id,
                absence.Until,
                cover.ClientId,
                cover.LastHalf,
                Me = day.Db.Members.Where(m => m.Id == me).Select(m => m.Name).FirstOrDefault(),
                IsSeen = day.Db.HandbackMarks.Any(m => m.AbsenceId == absence.Id && m.ClientId == cover.ClientId && m.State == HandbackState.Seen),
            });

        return clients =>
            from cover in covers.Rows
            group cover by cover.Id into all
            let left = all.Where(cover => !cover.IsSeen).Select(cover => cover.ClientId).Distinct().Count()
            where left > 0 && all.All(cover => cover.LastHalf < now)
            select DayView.Item.Of(DayItemKind.HandbackToRead, all.Key.Value, day.Clock.At(all.First().Until.AddDays(1), _onReturn), null, clients, "") with
            {
                ClientName = all.First().Me,
                Open = left,
            };
    }
}
