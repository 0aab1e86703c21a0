using AdvPortal.Domain.Common.Calendars;
using AdvPortal.Domain.Tenders;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Day;

/// <summary>What one was asked for an offer, from the day it was asked: one's own, whoever answers for the client.</summary>
internal sealed class TenderTasks : IDaySource
{
    // The end of a working day, in the company's time zone.
    private static readonly TimeOnly _endOfDay = new(18, 0);

    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var me = day.Member.Id;
        var tasks = day.Visit.Ask((
            from task in day.Db.Set<TenderTask>()
            where task.AnsweredAt == null && (me == null || task.AssigneeId == me)
            join tender in day.Db.Tenders on EF.Property<TenderId>(task, "TenderId") equals tender.Id
            where tender.DueAt != null
            join client in day.Db.Clients.IgnoreQueryFilters(new[] { Filters.Archived }) on tender.ClientId equals client.Id
            orderby task.DueOn, task.Id
            select new { tender.Id, tender.Number, tender.ClientId, Client = client.Name, task.Text, task.DueOn }).Take(DayQuestion.MostOfAKind));

        // Several of one tender are answered on one page.
        return clients => tasks.Rows.GroupBy(task => task.Id).Select(of => (Task: of.First(), Open: of.Count())).Select(each => DayView.Item.Of(
            DayItemKind.TenderTask, each.Task.Id.Value, day.Clock.At(each.Task.DueOn, _endOfDay), each.Task.ClientId, clients, each.Task.Number, each.Task.Text) with
        {
            ClientName = each.Task.Client,
            Open = each.Open,
        });
    }
}

/// <summary>Offers that are owed within two working days to clients that one answers for.</summary>
internal sealed class TendersDue : IDaySource
{
    private const int DaysAhead = 2;

    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var until = day.Clock.At(WorkingDays.After(day.Clock.Today, DaysAhead).AddDays(1), TimeOnly.MinValue);
        var mayHandle = day.Member.May(Permission.HandleTenders);
        var tenders = day.Visit.Ask((
            from tender in day.Db.Tenders
            where mayHandle && tender.DueAt < until && day.Answered.Any(r => r.ClientId == tender.ClientId)
            orderby tender.DueAt, tender.Id
            select new { tender.Id, tender.Number, tender.Title, tender.ClientId, DueAt = tender.DueAt!.Value }).Take(DayQuestion.MostOfAKind));

        return clients => tenders.Rows.Select(tender => DayView.Item.Of(DayItemKind.TenderDue, tender.Id.Value, tender.DueAt, tender.ClientId, clients, tender.Number, tender.Title));
    }
}
