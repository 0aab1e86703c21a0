using System.Text;
using AdvPortal.Application.Common;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Portfolios;

/// <summary>A calendar file is looked at in a process of its own; nothing is declared before a person says so.</summary>
public sealed class AbsenceCalendarTests(PortalFixture portal) : IAsyncLifetime
{
    private Company _company = null!;
    private AsyncServiceScope _scope;
    private MemberId _yanis;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _yanis = await _company.AMemberAsync("Yanis Benali", Role.Adv);
        _scope = _company.SignIn(await _company.AMemberAsync("Sophie Leroy", Role.Manager), Role.Manager);
    }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();

    [Fact]
    public async Task What_is_declared_already_is_said_and_what_is_chosen_is_declared()
    {
        var first = Today.AddDays(14 - (((int)Today.DayOfWeek + 6) % 7));
        var bytes = Calendar((first, first.AddDays(2)), (first.AddDays(7), first.AddDays(8)));
        var rows = (await Read.ExecuteAsync(_yanis, bytes)).Value!.Rows;
        Assert.Equal([(first, first.AddDays(1), false), (first.AddDays(7), first.AddDays(7), false)], rows.Select(row => (row.Days.From, row.Days.Until, row.IsDeclared)));

        var declared = await _scope.ServiceProvider.GetRequiredService<DeclareAbsence>().ExecuteAsync(new() { MemberId = _yanis.Value, From = rows[0].Days.From, Until = rows[0].Days.Until });
        Assert.True(declared.IsOk, declared.Refusal?.ToString());
        Assert.Equal([true, false], (await Read.ExecuteAsync(_yanis, bytes)).Value!.Rows.Select(row => row.IsDeclared));
    }

    [Fact]
    public async Task Of_a_leave_of_which_a_half_day_is_declared_the_rest_can_still_be_chosen()
    {
        var monday = Today.AddDays(14 - (((int)Today.DayOfWeek + 6) % 7));
        var declare = _scope.ServiceProvider.GetRequiredService<DeclareAbsence>();
        Assert.True((await declare.ExecuteAsync(new() { MemberId = _yanis.Value, From = monday.AddDays(1), Until = monday.AddDays(1), FromHalf = DayHalf.Afternoon })).IsOk);
        Assert.True((await declare.ExecuteAsync(new() { MemberId = _yanis.Value, From = monday.AddDays(4), Until = monday.AddDays(4) })).IsOk);

        var rows = (await Read.ExecuteAsync(_yanis, Calendar((monday, monday.AddDays(8))))).Value!.Rows;

        Assert.Equal(
            [
                (new CoveredDays(monday, monday.AddDays(1), null, DayHalf.Morning), false), (new(monday.AddDays(1), monday.AddDays(1), DayHalf.Afternoon), true), (new(monday.AddDays(2), monday.AddDays(3)), false),
                (new(monday.AddDays(4), monday.AddDays(4)), true), (new(monday.AddDays(7), monday.AddDays(7)), false),
            ],
            rows.Select(row => (row.Days, row.IsDeclared)));

        foreach (var row in rows.Where(row => !row.IsDeclared))
        {
            Assert.True((await declare.ExecuteAsync(new() { MemberId = _yanis.Value, From = row.Days.From, Until = row.Days.Until, FromHalf = row.Days.FromHalf, UntilHalf = row.Days.UntilHalf })).IsOk);
        }
    }

    [Fact]
    public async Task What_is_no_calendar_or_a_broken_one_is_told_apart()
    {
        Assert.IsType<NotACalendar>((await Read.ExecuteAsync(_yanis, "%PDF-1.7"u8.ToArray())).Refusal);
        Assert.IsType<CalendarTooLarge>((await Read.ExecuteAsync(_yanis, new byte[5_000_000])).Refusal);
    }

    [Fact]
    public async Task Nobody_reads_for_a_colleague_whom_they_do_not_manage_nor_for_another_company()
    {
        var other = await portal.ACompanyAsync();
        Assert.IsType<NoSuchMember>((await Read.ExecuteAsync(await other.AMemberAsync("Ana", Role.Adv), Calendar())).Refusal);

        await using var claire = _company.SignIn(await _company.AMemberAsync("Claire Morel", Role.Adv), Role.Adv);
        Assert.IsType<NotAllowed>((await claire.ServiceProvider.GetRequiredService<ReadAbsenceCalendar>().ExecuteAsync(_yanis, Calendar())).Refusal);
    }

    private DateOnly Today => _scope.ServiceProvider.GetRequiredService<TenantClock>().Today;

    private ReadAbsenceCalendar Read => _scope.ServiceProvider.GetRequiredService<ReadAbsenceCalendar>();

    private static byte[] Calendar(params (DateOnly From, DateOnly Until)[] days) => Encoding.UTF8.GetBytes(
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//FR\r\n{string.Concat(days.Select((day, i) => FormattableString.Invariant($"BEGIN:VEVENT\r\nUID:{i}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:{day.From:yyyyMMdd}\r\nDTEND;VALUE=DATE:{day.Until:yyyyMMdd}\r\nEND:VEVENT\r\n")))}END:VCALENDAR\r\n");
}
