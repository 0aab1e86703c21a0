using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;

namespace AdvPortal.Application.Tests.Requirements;

public sealed class RequirementVersionsTests(TestDatabase database) : IAsyncLifetime
{
    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync() => (_world, _client) = (await database.ATenantAsync(), null!);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_revision_tells_what_it_changed_of_the_one_before_or_of_any_other()
    {
        var made = await AChangingRequirementAsync();
        var last = Ok(await _world.Get<ReadRevision>().ExecuteAsync(made.Id, 3));
        var back = Ok(await _world.Get<ReadRevision>().ExecuteAsync(made.Id, 1, 3));
        var first = Ok(await _world.Get<ReadRevision>().ExecuteAsync(made.Id, 1));

        Assert.Equal((2, RequirementStatus.Draft, "severity"), (last.ComparedTo, last.Status, Assert.Single(last.Comparison!.Fields).Field));
        Assert.Equal(["sentence", "rule.closed", "severity", "validFrom"], back.Comparison!.Fields.Select(field => field.Field));
        Assert.Equal([new(TextChangeKind.Kept, "Pas le mercredi"), new(TextChangeKind.Removed, "ni le jeudi")], back.Comparison.Sentence);
        Assert.Equal((null, null, new DateOnly(2026, 2, 28)), (first.ComparedTo, first.Comparison, first.Until));
        Assert.Empty(Ok(await _world.Get<ReadRevision>().ExecuteAsync(made.Id, 2, 2)).Comparison!.Fields);
    }

    [Fact]
    public async Task There_is_no_revision_that_nobody_wrote_and_none_of_another_company()
    {
        var made = await AChangingRequirementAsync();
        await using var other = await database.ATenantAsync();

        Assert.IsType<NoSuchRevision>((await _world.Get<ReadRevision>().ExecuteAsync(made.Id, 4)).Refusal);
        Assert.IsType<NoSuchRevision>((await _world.Get<ReadRevision>().ExecuteAsync(made.Id, 1, 9)).Refusal);
        Assert.IsType<NoSuchRequirement>((await other.Get<ReadRevision>().ExecuteAsync(made.Id, 1)).Refusal);
    }

    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData("2026-01-01", 1)]
    [InlineData("2026-02-28", 1)]
    [InlineData("2026-03-01", 2)]
    [InlineData("2030-01-01", 2)]
    public async Task What_held_on_a_day_is_read_as_it_was_worded_then(string day, int? revision)
    {
        await AChangingRequirementAsync();
        var held = Ok(await _world.Get<ListRequirements>().ExecuteAsync(_client.Id, on: DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))).Items;

        Assert.Equal(revision, held.SingleOrDefault()?.Revision);
        Assert.All(held, it => Assert.Equal(it.Revisions.Single(row => row.Revision == revision).Sentence, it.Sentence));
        Assert.All(held, it => Assert.Null(it.Draft));
    }

    [Fact]
    public async Task What_ended_or_was_retired_held_until_then_and_drafts_never_did()
    {
        _client = await _world.AClientAsync();
        var today = DateOnly.FromDateTime(_world.Clock.GetUtcNow().UtcDateTime);
        var ended = Ok(await CreateAsync(Form("Pas le lundi", Weekdays.Monday, new(2026, 1, 1), until: new(2026, 1, 31))));
        var retired = Ok(await CreateAsync(Form("Pas le mardi", Weekdays.Tuesday, new(2026, 1, 1))));
        Ok(await CreateAsync(Form("Pas le jeudi", Weekdays.Thursday, new(2026, 1, 1), draft: true)));
        Ok(await _world.Get<RetireRequirement>().ExecuteAsync(retired.Id, version: null));

        Assert.Equal([ended.Id, retired.Id], await HeldAsync(new(2026, 1, 31)));
        Assert.Equal([retired.Id], await HeldAsync(new(2026, 2, 1)));
        Assert.Equal([retired.Id], await HeldAsync(today.AddDays(-1)));
        Assert.Empty(await HeldAsync(today));
    }

    [Fact]
    public async Task Days_are_asked_for_in_pages_as_well()
    {
        _client = await _world.AClientAsync();

        for (var i = 0; i < 3; i++)
        {
            Ok(await CreateAsync(Form($"Fermé n° {i}", Weekdays.Monday, new(2026, i == 1 ? 6 : 1, 1))));
        }

        var first = Ok(await _world.Get<ListRequirements>().ExecuteAsync(_client.Id, size: 1, on: new(2026, 3, 1)));
        var second = Ok(await _world.Get<ListRequirements>().ExecuteAsync(_client.Id, first.Next, 1, new(2026, 3, 1)));

        Assert.Equal(("Fermé n° 0", "Fermé n° 2", null), (first.Items.Single().Sentence, second.Items.Single().Sentence, second.Next));
    }

    /// <summary>Wednesdays from January, Thursdays too from March, and a draft that only warns.</summary>
    private async Task<RequirementView> AChangingRequirementAsync()
    {
        _client = await _world.AClientAsync();
        var made = Ok(await CreateAsync(Form("Pas le mercredi", Weekdays.Wednesday, new(2026, 1, 1))));
        var both = Weekdays.Wednesday | Weekdays.Thursday;
        Ok(await _world.Get<ReviseRequirement>().ExecuteAsync(made.Id, Form("Pas le mercredi ni le jeudi", both, new(2026, 3, 1)), version: null));
        var warns = Form("Pas le mercredi ni le jeudi", both, new(2026, 3, 1), draft: true);
        warns.Severity = Severity.Warn;

        return Ok(await _world.Get<ReviseRequirement>().ExecuteAsync(made.Id, warns, version: null));
    }

    private Task<Result<RequirementView>> CreateAsync(RequirementForm form) => _world.Get<CreateRequirement>().ExecuteAsync(_client.Id, form);

    private async Task<IEnumerable<RequirementId>> HeldAsync(DateOnly day) => Ok(await _world.Get<ListRequirements>().ExecuteAsync(_client.Id, on: day)).Items.Select(it => it.Id);

    private static RequirementForm Form(string sentence, Weekdays closed, DateOnly from, DateOnly? until = null, bool draft = false) => new()
    {
        Sentence = sentence,
        Source = new(SourceKind.Email, "Karim Haddad"),
        Severity = Severity.Block,
        ValidFrom = from,
        ValidUntil = until,
        Rule = new DeliveryDays { Closed = closed },
        Draft = draft,
    };

    private static T Ok<T>(Result<T> result) where T : notnull
    {
        Assert.True(result.IsOk, result.Refusal?.ToString());

        return result.Value;
    }
}
