using AdvPortal.Application.Complaints;
using AdvPortal.Domain.Common.Calendars;

namespace AdvPortal.Application.Day;

/// <summary>Steps of complaints that are due by tomorrow's working day: one that is due later is no work of today's.</summary>
internal sealed class ComplaintSteps : IDaySource
{
    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var until = WorkingDays.After(day.Clock.Today, 1);
        var complaints = day.Visit.Ask((
            from complaint in day.Db.Complaints
            where complaint.DueOn <= until && day.Answered.Any(r => r.ClientId == complaint.ClientId)
            orderby complaint.DueOn, complaint.Id
            select new { complaint.Id, complaint.Number, complaint.Subject, complaint.ClientId, Step = complaint.Step!.Value, DueOn = complaint.DueOn!.Value }).Take(DayQuestion.MostOfAKind));

        return clients => complaints.Rows.Select(complaint => DayView.Item.Of(
            DayItemKind.ComplaintStep, complaint.Id.Value, ComplaintView.EndOf(complaint.DueOn, day.Clock), complaint.ClientId, clients, complaint.Number, complaint.Subject) with
        {
            Step = complaint.Step,
        });
    }
}
