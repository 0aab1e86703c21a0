using AdvPortal.Application.Clients;
using AdvPortal.Application.Day;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Requirements;
using AdvPortal.Persistence;

namespace AdvPortal.Application.Tests.Requirements;

public sealed class ReconfirmationTests(TestDatabase database) : IAsyncLifetime
{
    private readonly ReconfirmationWorld _us = new(database);

    public async ValueTask InitializeAsync() => await _us.FoundAsync();

    public ValueTask DisposeAsync() => _us.DisposeAsync();

    [Fact]
    public async Task The_question_leaves_with_the_sheet_and_a_link_of_which_only_the_hash_stays()
    {
        var token = await _us.AskAsync();
        var mail = await _us.MailAsync();
        var kept = await _us.World.ReadAsync(db => db.Reconfirmations.SingleAsync());
        var told = await _us.World.ReadAsync(db => db.History.OrderByDescending(h => h.Position).FirstAsync());

        Assert.Contains($"https://portal.example/{_us.World.Slug}/confirm/{token}", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(("n.rousseau@chartraine.example", "application/pdf"), (mail.To.Single().Address, mail.Attachments.Single().ContentType));
        Assert.Equal(Reconfirmation.HashOf(token), kept.TokenHash);
        Assert.Equal([(_us.DaysId, 1), (_us.CodesId, 1)], kept.Asked.Select(shown => (shown.RequirementId, shown.Revision)));
        Assert.Equal((nameof(AskForReconfirmation), _us.World.Me), (told.UseCase, told.MemberId!.Value));
        Assert.DoesNotContain(token, told.Changes + told.Personal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_shows_that_client_what_it_was_asked_and_nothing_else()
    {
        var other = await _us.World.AClientAsync("Serrurerie Lacombe");
        await _us.RequireAsync(other.Id, "Une palette par livraison", new ProductCode { Suffix = "-L" });
        await _us.RequireAsync(_us.Client.Id, "Peut-être le jeudi aussi", new DeliveryDays { Closed = Weekdays.Thursday }, draft: true);
        var token = await _us.AskAsync();
        await _us.RequireAsync(_us.Client.Id, "Dit depuis", new ProductCode { Suffix = "-N" });

        var question = (await _us.OpenAsync(token)).Value!;

        Assert.Equal(("Visserie du Perche", "Hydraulique Chartraine", "fr"), (question.Company, question.Client, question.Language));
        Assert.Equal([(ReconfirmationWorld.Days, "Entrepôt de Chartres"), (ReconfirmationWorld.Codes, null)], question.Rows.Select(row => (row.Sentence, row.Site)));
    }

    [Fact]
    public async Task A_link_that_is_unknown_expired_used_withdrawn_or_of_another_company_is_answered_alike()
    {
        await using var them = new ReconfirmationWorld(database);
        await them.FoundAsync();
        var withdrawn = await _us.AskAsync();
        var used = await _us.AskAsync();
        Assert.True((await _us.AnswerAsync(used)).IsOk);
        var theirs = await them.AskAsync();
        var expired = await _us.AskAsync();
        _us.World.Clock.Advance(Reconfirmation.Lifetime);

        foreach (var token in (string[])["", "x", Reconfirmation.NewToken(), withdrawn, used, theirs, expired, used.ToUpperInvariant()])
        {
            Assert.Equal(new ReconfirmationClosed(), (await _us.OpenAsync(token)).Refusal);
            Assert.Equal(new ReconfirmationClosed(), (await _us.AnswerAsync(token)).Refusal);
        }

        Assert.True((await them.OpenAsync(theirs)).IsOk);
    }

    [Fact]
    public async Task Another_company_meets_the_wall_even_without_the_filter()
    {
        await _us.AskAsync();
        await using var them = await database.ATenantAsync();

        Assert.Equal(0, await them.ReadAsync(db => db.Reconfirmations.IgnoreQueryFilters([Filters.Tenant]).CountAsync()));
        Assert.Equal(1, await _us.World.ReadAsync(db => db.Reconfirmations.IgnoreQueryFilters([Filters.Tenant]).CountAsync()));
    }

    [Fact]
    public async Task What_is_confirmed_is_dated_and_what_is_corrected_waits_for_a_person_without_changing_the_rule()
    {
        var before = await _us.ReadAsync(_us.CodesId);
        var today = _us.World.Get<TenantClock>().Today;

        Assert.True((await _us.AnswerAsync(await _us.AskAsync(), "Maintenant c’est '0B-'", comment: "Merci de demander")).IsOk);

        var (days, codes) = (await _us.ReadAsync(_us.DaysId), await _us.ReadAsync(_us.CodesId));
        Assert.Equal((today, today.AddDays(180), _us.Nathalie), (days.ConfirmedOn, days.ReviewOn, days.Revisions[0].ConfirmedBy));
        Assert.Equal((before.Sentence, before.Rule, before.Revision, (DateOnly?)null), (codes.Sentence, codes.Rule, codes.Revision, codes.ConfirmedOn));
        Assert.Equal(("Maintenant c’est '0B-'", "Nathalie R.", _us.Nathalie), (codes.Correction!.Says, codes.Correction.Who, codes.Correction.ContactId));

        var row = Assert.Single((await _us.World.Get<ReadRequirementBook>().ExecuteAsync(new(RequirementBookView.Corrected))).Value!.Page.Items);
        Assert.Equal(("EX-002", "Maintenant c’est '0B-'"), (row.Number, row.Correction));
        var item = Assert.Single((await _us.World.AsKey().Get<ReadMyDay>().ExecuteAsync()).Value!.Items);
        Assert.Equal((DayItemKind.RequirementCorrected, _us.CodesId.Value, "EX-002"), (item.Kind, item.SubjectId, item.Title));
        var listed = Assert.Single((await _us.World.Get<ListReconfirmations>().ExecuteAsync(_us.Client.Id)).Value!.Items);
        Assert.Equal((ReconfirmationState.Answered, 2, 1, "Merci de demander"), (listed.State, listed.Asked, listed.Corrected, listed.Comment));
    }

    [Fact]
    public async Task The_history_names_the_contact_by_reference_and_keeps_their_words_apart()
    {
        await _us.AnswerAsync(await _us.AskAsync(), "Demandez à Nathalie", comment: "Nathalie R., poste 12");

        var told = await _us.World.ReadAsync(db => db.History.OrderByDescending(h => h.Position).FirstAsync());
        Assert.Equal((nameof(AnswerReconfirmation), _us.Nathalie, (MemberId?)null, _us.Client.Id), (told.UseCase, told.ContactId!.Value, told.MemberId, told.ClientId!.Value));
        Assert.Equal(HistoryChain.ContentHash(told.Id, told.At, null, null, told.UseCase, told.SubjectKind, told.SubjectId, told.ClientId!.Value.Value, told.Changes, _us.Nathalie.Value), told.ContentHash);
        Assert.DoesNotContain("Nathalie", told.Changes, StringComparison.Ordinal);
        Assert.Contains("poste 12", told.Personal, StringComparison.Ordinal);
        Assert.Equal("Nathalie Rousseau", (await _us.World.Get<ReadClientHistory>().ExecuteAsync(_us.Client.Id)).Value!.Items[0].By);
    }

    [Fact]
    public async Task Of_who_was_erased_nothing_is_left_and_what_they_corrected_stays_to_be_read()
    {
        await _us.AnswerAsync(await _us.AskAsync(), "Maintenant c’est '0B-'", comment: "poste 12");
        Assert.Contains((await _us.World.Get<ExportContactData>().ExecuteAsync(_us.Nathalie)).Value!.Mentions, mention => mention.Text.Contains("poste 12", StringComparison.Ordinal));

        Assert.True((await _us.World.Get<EraseContactData>().ExecuteAsync(_us.Nathalie, null)).IsOk);

        var kept = await _us.World.ReadAsync(db => db.Reconfirmations.SingleAsync());
        var told = string.Concat(await _us.World.ReadAsync(db => db.History.Select(h => h.Personal).ToListAsync()));
        var correction = (await _us.ReadAsync(_us.CodesId)).Correction!;
        Assert.Equal(("—", (string?)null), (kept.AnsweredBy, kept.Comment));
        Assert.Equal(("Maintenant c’est '0B-'", "—"), (correction.Says, correction.Who));
        Assert.DoesNotContain("Nathalie R", told, StringComparison.Ordinal);
        Assert.DoesNotContain("poste 12", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_one_is_heard()
    {
        var token = await _us.AskAsync();

        var answers = await Task.WhenAll(_us.AnswerAsync(token), _us.AnswerAsync(token, "Tout autre chose"));

        Assert.Single(answers, answer => answer.IsOk);
        Assert.All(answers.Where(answer => !answer.IsOk), answer => Assert.True(answer.Refusal is ReconfirmationClosed or ChangedMeanwhile));
        Assert.Equal(answers[1].IsOk, (await _us.ReadAsync(_us.CodesId)).Correction is not null);
    }

    [Fact]
    public async Task What_was_not_filled_in_is_said_field_by_field_and_nothing_is_used_up()
    {
        var token = await _us.AskAsync();
        await using var guest = _us.AGuest();
        var refused = Assert.IsType<Invalid>((await guest.Get<AnswerReconfirmation>().ExecuteAsync(_us.Tenant, token, new() { Answers = [new() { RequirementId = _us.DaysId.Value }, new() { RequirementId = _us.CodesId.Value, Holds = false }] })).Refusal);

        Assert.Equal(["Answers[0].Holds", "Answers[1].Correction", "Name"], refused.Fields.Keys.Order(StringComparer.Ordinal));
        Assert.IsType<ReconfirmationIncomplete>((await guest.Get<AnswerReconfirmation>().ExecuteAsync(_us.Tenant, token, new() { Name = "N. R.", Answers = [new() { RequirementId = _us.DaysId.Value, Holds = true }] })).Refusal);
        Assert.True((await _us.OpenAsync(token)).IsOk);
    }

    [Fact]
    public async Task A_question_goes_to_somebody_of_that_client_with_an_address_and_only_about_what_is_in_force()
    {
        var other = await _us.World.AClientAsync("Serrurerie Lacombe", c => c.Meet("Paul Lacombe", ContactRole.Buyer, "paul@lacombe.example", null, null));
        await using var reader = await _us.World.AsAsync(_us.World.Me, Role.Reader);
        var ask = _us.World.Get<AskForReconfirmation>();

        Assert.IsType<NotAllowed>((await reader.Get<AskForReconfirmation>().ExecuteAsync(_us.Client.Id, new() { ContactId = _us.Nathalie })).Refusal);
        Assert.IsType<Invalid>((await ask.ExecuteAsync(_us.Client.Id, new())).Refusal);
        Assert.IsType<NoSuchContact>((await ask.ExecuteAsync(_us.Client.Id, new() { ContactId = other.Contacts[0].Id })).Refusal);
        Assert.IsType<ContactWithoutAddress>((await ask.ExecuteAsync(_us.Client.Id, new() { ContactId = _us.Client.Contacts[1].Id })).Refusal);
        Assert.IsType<NothingToReconfirm>((await ask.ExecuteAsync(other.Id, new() { ContactId = other.Contacts[0].Id })).Refusal);
        Assert.IsType<NoSuchClient>((await ask.ExecuteAsync(Ids.New<ClientId>(), new())).Refusal);
        Assert.Empty(await _us.World.ReadAsync(db => db.Outbox.ToListAsync()));
    }

    [Fact]
    public async Task A_correction_that_was_read_and_changes_nothing_is_no_longer_open()
    {
        await _us.AnswerAsync(await _us.AskAsync(), "C’est ce que vous faites déjà");
        var codes = await _us.ReadAsync(_us.CodesId);

        var kept = await _us.World.Get<KeepRequirement>().ExecuteAsync(_us.CodesId, codes.Version);

        Assert.Null(kept.Value!.Correction);
        Assert.Empty((await _us.World.Get<ReadRequirementBook>().ExecuteAsync(new(RequirementBookView.Corrected))).Value!.Page.Items);
    }
}
