using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AdvPortal.Application.Common;
using AdvPortal.Application.Portfolios;
using AdvPortal.Domain.Members;
using AdvPortal.Domain.Portfolios;
using Microsoft.Extensions.DependencyInjection;

namespace AdvPortal.Web.Tests.Portfolios;

/// <summary>A calendar that a program sends: what it counts as taken is declared, period by period, and once.</summary>
public sealed class AbsenceImportTests(PortalFixture portal) : IAsyncLifetime
{
    private static readonly DateOnly _monday = new(2026, 12, 7);

    private Company _company = null!;
    private MemberId _yanis;

    public async ValueTask InitializeAsync()
    {
        _company = await portal.ACompanyAsync();
        _yanis = await _company.AMemberAsync("Yanis Benali", Role.Adv);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Each_period_is_declared_by_itself_and_the_same_file_again_declares_nothing()
    {
        var file = Calendar((_monday, _monday.AddDays(5), true), (_monday.AddDays(7), _monday.AddDays(9), false), (_monday.AddDays(14), _monday.AddDays(16), true));

        var first = await ImportAsync(_company.Api, file, $"memberId={_yanis.Value}&kind=training");
        var again = await ImportAsync(_company.Api, file, $"memberId={_yanis.Value}");

        Assert.Equal(["declared", "free", "declared"], Outcomes(first));
        Assert.Equal(("2026-12-07", "2026-12-11"), ((string?)first["rows"]![0]!["from"], (string?)first["rows"]![0]!["until"]));
        Assert.Equal(["known", "free", "known"], Outcomes(again));
        Assert.Equal((0, 2, 1), ((int)again["declared"]!, (int)again["known"]!, (int)again["free"]!));
        var absence = JsonNode.Parse(await _company.Api.GetStringAsync(new Uri($"absences/{first["rows"]![0]!["absenceId"]}", UriKind.Relative)))!;
        Assert.Equal("training", (string?)absence["kind"]);
    }

    [Fact]
    public async Task Sent_again_under_its_key_the_whole_file_is_answered_as_it_was()
    {
        var file = Calendar((_monday, _monday.AddDays(2), true), (_monday.AddDays(7), _monday.AddDays(9), true));
        var (first, again) = (await ImportAsync(_company.Api, file, $"memberId={_yanis.Value}", "cal-1"), await ImportAsync(_company.Api, file, $"memberId={_yanis.Value}", "cal-1"));

        Assert.Equal(["declared", "declared"], Outcomes(first));
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
    }

    [Fact]
    public async Task Everybody_declares_their_own_and_a_manager_anybodys()
    {
        var (ines, sophie) = (await _company.AMemberAsync("Inès Caron", Role.Adv), await _company.AMemberAsync("Sophie Leroy", Role.Manager));

        Assert.Equal((true, false, true), (await MayAsync(ines, Role.Adv, ines), await MayAsync(ines, Role.Adv, _yanis), await MayAsync(sophie, Role.Manager, _yanis)));

        async Task<bool> MayAsync(MemberId by, Role role, MemberId away)
        {
            await using var scope = _company.SignIn(by, role);
            var imported = await scope.ServiceProvider.GetRequiredService<ImportAbsences>().ExecuteAsync(away, Calendar((_monday, _monday.AddDays(2), true)), AbsenceKind.Leave);
            Assert.True(imported.IsOk || imported.Refusal is NotAllowed, imported.Refusal?.ToString());

            return imported.IsOk;
        }
    }

    [Theory]
    [InlineData("", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", HttpStatusCode.BadRequest)]
    [InlineData("memberId={us}&kind=nap", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", HttpStatusCode.BadRequest)]
    [InlineData("memberId={them}", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", HttpStatusCode.NotFound)]
    [InlineData("memberId={us}", "%PDF-1.7", HttpStatusCode.UnprocessableEntity)]
    [InlineData("memberId={us}", null, HttpStatusCode.RequestEntityTooLarge)]
    public async Task What_is_not_to_be_declared_is_said(string query, string? file, HttpStatusCode said)
    {
        var them = await (await portal.ACompanyAsync()).AMemberAsync("Ana", Role.Adv);
        using var answer = await SendAsync(_company.Api, file is null ? new byte[5_000_000] : Encoding.UTF8.GetBytes(file), query.Replace("{us}", _yanis.Value.ToString(), StringComparison.Ordinal).Replace("{them}", them.Value.ToString(), StringComparison.Ordinal));

        Assert.Equal(said, answer.StatusCode);
    }

    private static IEnumerable<string?> Outcomes(JsonNode answer) => answer["rows"]!.AsArray().Select(row => (string?)row!["outcome"]);

    private static async Task<JsonNode> ImportAsync(HttpClient api, byte[] file, string query, string? key = null)
    {
        using var answer = await SendAsync(api, file, query, key);
        var said = await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, said);

        return JsonNode.Parse(said)!;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient api, byte[] file, string query, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"absences/import?{query}", UriKind.Relative)) { Content = new ByteArrayContent(file) { Headers = { ContentType = new("text/calendar") } } };

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await api.SendAsync(request, Xunit.TestContext.Current.CancellationToken);
    }

    private static byte[] Calendar(params (DateOnly From, DateOnly Until, bool IsBusy)[] days) => Encoding.UTF8.GetBytes(
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//FR\r\n{string.Concat(days.Select((day, i) => FormattableString.Invariant($"BEGIN:VEVENT\r\nUID:{i}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:{day.From:yyyyMMdd}\r\nDTEND;VALUE=DATE:{day.Until:yyyyMMdd}\r\nTRANSP:{(day.IsBusy ? "OPAQUE" : "TRANSPARENT")}\r\nEND:VEVENT\r\n")))}END:VCALENDAR\r\n");
}
