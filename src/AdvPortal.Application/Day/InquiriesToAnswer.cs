using AdvPortal.Application.Inquiries;

namespace AdvPortal.Application.Day;

/// <summary>Questions of clients that wait for an answer: those of one's own part of the inbox, and nobody's.</summary>
internal sealed class InquiriesToAnswer : IDaySource
{
    public Func<DayClients, IEnumerable<DayView.Item>> Ask(DayQuestion day)
    {
        var mayAnswer = day.Member.May(Permission.HandleInquiries);
        var found = day.Visit.Ask(InquirySections.Of(day.Db, InquirySection.Mine, day.Member.Id, day.Clock)
            .Where(_ => mayAnswer).OrderBy(i => i.DueAt).ThenBy(i => i.Id).Take(DayQuestion.MostOfAKind)
            .Select(i => new Row(i.Id, i.Subject, i.ClientId, i.PersonName, i.DueAt!.Value)));

        return clients => found.Rows.Select(row => DayView.Item.Of(DayItemKind.InquiryToAnswer, row.Id.Value, row.DueAt, row.ClientId, clients, row.Subject, row.PersonName));
    }

    private sealed record Row(InquiryId Id, string Subject, ClientId? ClientId, string? PersonName, DateTimeOffset DueAt);
}
