using AdvPortal.Application.Complaints;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Domain.Requirements;
using AdvPortal.Tests;

namespace AdvPortal.Application.Tests.Complaints;

/// <summary>A client's message becomes a complaint and a requirement without being typed again, and both stay linked with it.</summary>
public sealed class ComplaintFromInquiryTests(TestDatabase database) : IAsyncLifetime
{
    private const string Buyer = "k.haddad@chartraine.example";

    private World _world = null!;
    private Client _client = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = await _world.AClientAsync(arrange: c => c.Meet("Karim Haddad", ContactRole.Buyer, Buyer, null, null));
        await _world.AProductAsync("VH-M8-30-ZN");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task What_was_said_in_it_stands_in_the_complaint_already()
    {
        var order = await AnOrderAsync("4500187342");
        var inquiry = await AnInquiryAsync("Livraison de lundi", "Commande 4500187342 : deux cartons de M10 au lieu de M8.");
        var about = await DoneAsync<ReadDisputable, ReadDisputable.Disputable>(u => u.ExecuteAsync(new(InquiryId: inquiry.Id)));

        Assert.Equal((_client.Id, order.Id, "10"), (about.ClientId, Assert.Single(about.Lines).OrderId, about.Lines[0].LineNo));
        Assert.Equal(
            (inquiry.Id, "Livraison de lundi", "Commande 4500187342 : deux cartons de M10 au lieu de M8.", _client.Contacts[0].Id, ComplaintChannel.Phone),
            (about.Told!.InquiryId, about.Told.Subject, about.Told.Words, about.Told.ContactId, about.Told.Channel));

        var it = await OpenAsync(inquiry.Id);
        Assert.Equal((inquiry.Id, "Livraison de lundi"), (it.InquiryId, it.InquirySubject));
        Assert.Equal(it.Id, Assert.Single((await DoneAsync<ListComplaints, Page<ComplaintView>>(u => u.ExecuteAsync(new(InquiryId: inquiry.Id)))).Items).Id);
        Assert.Equal((it.Id, it.Number), (await FollowUpsAsync(inquiry.Id)).Complaints.Select(c => (c.Id, c.Number)).Single());

        // From where it came is no matter of opinion.
        var changed = await DoneAsync<ChangeComplaint, ComplaintView>(u => u.ExecuteAsync(it.Id, form => { form.InquiryId = null; form.Subject = "Cartons mélangés"; return form; }, it.Version));
        Assert.Equal((inquiry.Id, "Cartons mélangés"), (changed.InquiryId, changed.Subject));
    }

    [Fact]
    public async Task It_comes_of_a_conversation_of_its_own_client()
    {
        var stranger = await DoneAsync<OpenInquiry, InquiryView>(u => u.ExecuteAsync(new() { From = "qui@ailleurs.example", Subject = "Question", Body = "Où ?" }));
        Assert.IsType<InquiryWithoutClient>((await _world.Get<ReadDisputable>().ExecuteAsync(new(InquiryId: stranger.Id))).Refusal);
        Assert.IsType<NoSuchInquiry>((await _world.Get<ReadDisputable>().ExecuteAsync(new(InquiryId: Ids.New<InquiryId>()))).Refusal);

        var other = await _world.AClientAsync("Serrurerie Lacombe");
        var theirs = await DoneAsync<OpenInquiry, InquiryView>(u => u.ExecuteAsync(new() { ClientId = other.Id, From = "a@lacombe.example", Subject = "Question", Body = "Où ?" }));
        Assert.IsType<InquiryOfAnother>((await TryAsync(theirs.Id)).Refusal);
        Assert.IsType<NoSuchInquiry>((await TryAsync(Ids.New<InquiryId>())).Refusal);
        Assert.IsType<InquiryWithoutClient>((await TryAsync(stranger.Id)).Refusal);
        Assert.IsType<NoSuchInquiry>((await _world.Get<ReadInquiryFollowUps>().ExecuteAsync(Ids.New<InquiryId>())).Refusal);

        await using var them = await database.ATenantAsync();
        Assert.IsType<NoSuchInquiry>((await them.Get<ReadInquiryFollowUps>().ExecuteAsync(theirs.Id)).Refusal);
        Assert.IsType<NoSuchInquiry>((await them.Get<ReadDisputable>().ExecuteAsync(new(InquiryId: theirs.Id))).Refusal);
    }

    [Fact]
    public async Task A_requirement_that_came_of_it_is_found_from_both_sides_wherever_it_goes_on()
    {
        var first = await AnInquiryAsync("Étiquettes", "Toujours une étiquette rouge, merci.");
        var requirement = await ARequirementAsync(_client.Id);
        await DoneAsync<LinkInquiryRequirement, InquiryView>(u => u.ExecuteAsync(first.Id, requirement.Id, first.Version));
        var complaint = await OpenAsync(first.Id);
        Assert.Equal((requirement.Id, requirement.Number, "Étiquette rouge"), (await FollowUpsAsync(first.Id)).Requirements.Select(r => (r.Id, r.Number, r.Sentence)).Single());
        Assert.Equal(first.Id, Assert.Single((await OriginsAsync(requirement.Id)).Inquiries).Id);

        var second = await AnInquiryAsync("Étiquettes, suite", "Et en bas à droite.");
        await DoneAsync<MergeInquiries, InquiryView>(u => u.ExecuteAsync(first.Id, new(second.Id), null));
        var came = await FollowUpsAsync(second.Id);
        Assert.Equal((complaint.Id, requirement.Id), (Assert.Single(came.Complaints).Id, Assert.Single(came.Requirements).Id));
        Assert.Equal(complaint.Id, Assert.Single((await DoneAsync<ListComplaints, Page<ComplaintView>>(u => u.ExecuteAsync(new(InquiryId: second.Id)))).Items).Id);
        Assert.Equal(second.Id, Assert.Single((await OriginsAsync(requirement.Id)).Inquiries).Id);

        // However often it goes on elsewhere.
        var third = await AnInquiryAsync("Étiquettes, fin", "Merci.");
        Assert.InRange((await RoundTrips.OfAsync(() => DoneAsync<MergeInquiries, InquiryView>(u => u.ExecuteAsync(second.Id, new(third.Id), null)))).Count, 1, 4);
        came = await FollowUpsAsync(third.Id);
        Assert.Equal((complaint.Id, requirement.Id), (Assert.Single(came.Complaints).Id, Assert.Single(came.Requirements).Id));
        second = third;

        var other = await _world.AClientAsync("Serrurerie Lacombe");
        Assert.IsType<RequirementOfAnother>((await _world.Get<LinkInquiryRequirement>().ExecuteAsync(second.Id, (await ARequirementAsync(other.Id)).Id, null)).Refusal);
        Assert.IsType<NoSuchRequirement>((await _world.Get<LinkInquiryRequirement>().ExecuteAsync(second.Id, Ids.New<RequirementId>(), null)).Refusal);
    }

    [Fact]
    public async Task A_draft_that_is_given_up_is_forgotten_by_its_conversation_and_never_where_a_complaint_names_it()
    {
        var inquiry = await AnInquiryAsync("Étiquettes", "Toujours une étiquette rouge, merci.");
        var (draft, named) = (await ARequirementAsync(_client.Id, draft: true), await ARequirementAsync(_client.Id, draft: true));
        await DoneAsync<LinkInquiryRequirement, InquiryView>(u => u.ExecuteAsync(inquiry.Id, draft.Id, null));
        await DoneAsync<LinkInquiryRequirement, InquiryView>(u => u.ExecuteAsync(inquiry.Id, named.Id, null));
        await DoneAsync<LinkRequirement, ComplaintView>(async u => await u.ExecuteAsync((await OpenAsync(inquiry.Id)).Id, named.Id, null));

        Assert.InRange((await RoundTrips.OfAsync(async () => Assert.True((await DiscardAsync(draft)).IsOk))).Count, 1, 4);
        Assert.IsType<NoSuchRequirement>((await DiscardAsync(draft)).Refusal);
        Assert.IsType<RequirementIsNamed>((await DiscardAsync(named)).Refusal);
        Assert.Equal(named.Id, Assert.Single((await FollowUpsAsync(inquiry.Id)).Requirements).Id);

        Task<Result> DiscardAsync(RequirementView it) => _world.Get<DiscardRequirementDraft>().ExecuteAsync(it.Id, it.Version);
    }

    [Fact]
    public async Task A_draft_that_is_given_up_while_a_conversation_comes_to_name_it_changed_meanwhile()
    {
        var inquiry = await AnInquiryAsync("Étiquettes", "Toujours une étiquette rouge, merci.");
        var draft = await ARequirementAsync(_client.Id, draft: true);
        await using var mine = await _world.AsAsync(_world.Me, Role.Admin);
        Task<Result> discarded = null!;
        await _world.StoreAsync(async db =>
        {
            (await db.Inquiries.AsTracking().SingleAsync(i => i.Id == inquiry.Id)).LedTo(draft.Id, _client.Id);
            await db.SaveChangesAsync();
            discarded = mine.Get<DiscardRequirementDraft>().ExecuteAsync(draft.Id, null);

            while (!discarded.IsCompleted && await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))").SingleAsync() == 0)
            {
            }
        });

        Assert.IsType<ChangedMeanwhile>((await discarded).Refusal);
        Assert.Equal(draft.Id, Assert.Single((await FollowUpsAsync(inquiry.Id)).Requirements).Id);
    }

    [Fact]
    public async Task None_of_it_goes_to_the_database_more_than_four_times()
    {
        await AnOrderAsync("4500187342");
        var inquiry = await AnInquiryAsync("Livraison", "Commande 4500187342");
        var requirement = await ARequirementAsync(_client.Id);

        Assert.InRange((await RoundTrips.OfAsync(() => _world.Get<ReadDisputable>().ExecuteAsync(new(InquiryId: inquiry.Id)))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => OpenAsync(inquiry.Id))).Count, 1, 4);
        Assert.InRange((await RoundTrips.OfAsync(() => _world.Get<LinkInquiryRequirement>().ExecuteAsync(inquiry.Id, requirement.Id, null))).Count, 1, 4);
        Assert.Single(await RoundTrips.OfAsync(() => FollowUpsAsync(inquiry.Id)));
        Assert.Single(await RoundTrips.OfAsync(() => OriginsAsync(requirement.Id)));
    }

    private Task<InquiryView> AnInquiryAsync(string subject, string body) =>
        DoneAsync<OpenInquiry, InquiryView>(u => u.ExecuteAsync(new() { ClientId = _client.Id, From = Buyer, Subject = subject, Body = body }));

    private Task<OrderView> AnOrderAsync(string reference) =>
        DoneAsync<PlaceOrder, OrderView>(u => u.ExecuteAsync(new() { ClientId = _client.Id, CustomerReference = reference, Lines = [new() { LineNo = "10", ProductCode = "VH-M8-30-ZN", Quantity = 5000 }] }));

    private Task<RequirementView> ARequirementAsync(ClientId client, bool draft = false) => DoneAsync<CreateRequirement, RequirementView>(u => u.ExecuteAsync(client, new()
    {
        Sentence = "Étiquette rouge",
        Source = new(SourceKind.Email, "Karim Haddad"),
        Severity = Severity.Warn,
        Rule = new Instruction { Text = "Étiquette rouge" },
        Draft = draft,
    }));

    private Task<Result<ComplaintView>> TryAsync(InquiryId inquiry) => _world.Get<OpenComplaint>().ExecuteAsync(new()
    {
        ClientId = _client.Id,
        InquiryId = inquiry,
        Subject = "Cartons",
        Description = "Deux cartons de M10 au lieu de M8.",
        Nature = ComplaintNature.Logistics,
    });

    private Task<ComplaintView> OpenAsync(InquiryId inquiry) => DoneAsync<OpenComplaint, ComplaintView>(_ => TryAsync(inquiry));

    private Task<ReadInquiryFollowUps.FollowUps> FollowUpsAsync(InquiryId id) => DoneAsync<ReadInquiryFollowUps, ReadInquiryFollowUps.FollowUps>(u => u.ExecuteAsync(id));

    private Task<ReadRequirementOrigins.Origins> OriginsAsync(RequirementId id) => DoneAsync<ReadRequirementOrigins, ReadRequirementOrigins.Origins>(u => u.ExecuteAsync(id));

    private async Task<T> DoneAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> act)
        where TUseCase : notnull
        where T : notnull
    {
        var done = await act(_world.Get<TUseCase>());
        Assert.True(done.IsOk, $"{typeof(TUseCase).Name}: {done.Refusal}");

        return done.Value;
    }
}
