using AdvPortal.Application.Clients;
using AdvPortal.Application.Contracts;
using AdvPortal.Application.Drafts;
using AdvPortal.Application.Imports;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Intake;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Outbox;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenants;
using AdvPortal.Application.Tenders;
using AdvPortal.Application.Tests.Imports;
using AdvPortal.Application.Tests.Intake;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Intake;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tenders;
using AdvPortal.Exchange.Mail;
using AdvPortal.Persistence.Outbox;

namespace AdvPortal.Application.Tests.Clients;

public sealed class PersonalDataTests(TestDatabase database) : IAsyncLifetime
{
    private const string Email = "Karim.Haddad@chartraine.example";

    private World _world = null!;
    private ClientId _client;
    private ContactId _karim;

    public async ValueTask InitializeAsync()
    {
        _world = await database.ATenantAsync();
        _client = (await _world.AClientAsync()).Id;
        _karim = (await _world.Get<AddContact>().ExecuteAsync(_client, new() { Name = "Karim Haddad", Role = ContactRole.Warehouse, Email = Email, Phone = "+33 2 37 00 00 00", Language = "fr", Habits = "Au quai jusqu’à quatorze heures" })).Value!.Id;
        await _world.Get<AddContact>().ExecuteAsync(_client, new() { Name = "Nathalie Rousseau", Role = ContactRole.Buyer, Email = "n.rousseau@chartraine.example", Language = "fr", Habits = "Passer par Karim Haddad" });
        await _world.Get<CreateRequirement>().ExecuteAsync(_client, new()
        {
            Sentence = "Pas de livraison le mercredi",
            Source = new(SourceKind.Email, "Karim Haddad, quai 2", new(2025, 2, 3)),
            Severity = Severity.Block,
            Rule = new DeliveryDays { Closed = Weekdays.Wednesday },
        });
        await _world.SaveAsync(db =>
        {
            _world.Get<Mailer>().Send(db, new(MailKind.Other, new("Votre commande", "Bonjour Karim Haddad", "<p>Karim Haddad</p>"), "fr", new Mailbox(Email.ToLowerInvariant(), "Karim Haddad"), new Mailbox("n.rousseau@chartraine.example")) { ClientId = _client });
            return Task.FromResult(Result.Ok);
        });
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_export_holds_the_person_their_mails_and_where_they_are_named()
    {
        var data = (await _world.Get<ExportContactData>().ExecuteAsync(_karim)).Value!;

        Assert.Equal(("Karim Haddad", Email, "Au quai jusqu’à quatorze heures"), (data.Contact.Name, data.Contact.Email, data.Contact.Habits));
        Assert.Equal("Bonjour Karim Haddad", Assert.Single(data.Mails).Text);
        Assert.Equal(["Pas de livraison le mercredi", "Passer par Karim Haddad"], data.Mentions.Select(m => m.Text));
    }

    [Fact]
    public async Task Nothing_of_the_erased_is_left_in_any_table_and_the_history_still_holds()
    {
        var hashes = await HashesAsync();
        var told = await CountAsync();

        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(_karim, null)).IsOk);

        Assert.Empty(await TablesNamingAsync("Haddad"));
        Assert.Empty(await TablesNamingAsync("quatorze heures"));
        Assert.Contains("outbox_messages.to", await TablesNamingAsync("n.rousseau@"));
        Assert.Equal(hashes, (await HashesAsync()).Take(hashes.Count));
        Assert.Equal(told + 1, await CountAsync());
        var last = await _world.ReadAsync(db => db.History.OrderByDescending(h => h.Position).FirstAsync());
        Assert.Equal((nameof(EraseContactData), _client, (string?)null), (last.UseCase, last.ClientId!.Value, last.Personal));
        Assert.Contains("erasedAt", last.Changes, StringComparison.Ordinal);
        Assert.Contains("Nathalie Rousseau", string.Concat(await _world.ReadAsync(db => db.History.Select(h => h.Personal).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_to_be_called_first_and_is_spoken_of_in_the_clients_notes_is_forgotten_there_too()
    {
        await _world.StoreAsync(async db => (await db.Clients.SingleAsync(c => c.Id == _client)).Note(phone: null, "Demander Karim Haddad au quai 2"));
        await _world.Get<CreateRequirement>().ExecuteAsync(_client, new() { Sentence = "Appeler avant", Source = new(SourceKind.Call, "Karim Haddad"), Severity = Severity.Task, Rule = new ContactFirst { Who = "Karim Haddad", BeforeHours = 24 } });

        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(_karim, null)).IsOk);

        Assert.Empty(await TablesNamingAsync("Haddad"));
    }

    [Fact]
    public async Task Nothing_is_left_beside_what_they_sent_neither_in_the_mailbox_nor_in_what_was_noted_of_it()
    {
        var order = (await _world.Get<PlaceOrder>().ExecuteAsync(new() { ClientId = _client, CustomerReference = "4500187342", Lines = [new() { LineNo = "10", BuyerCode = "X", Quantity = 1 }] })).Value!;
        var aside = await ReceiveAsync("CHG-1", "Commande de Karim Haddad.eml");
        Assert.True((await _world.Get<SetOrderDocumentAside>().ExecuteAsync(aside.Id, aside.Version, new(SetAsideReason.Duplicate, "Vu avec karim haddad"))).IsOk);
        var refused = await ReceiveAsync("CHG-2", "modification.edi");
        Assert.True((await _world.Get<RefuseAmendment>().ExecuteAsync(refused.Id, new(AmendmentRefusal.TooLate, "Dit à Karim Haddad au +33 2 37 00 00 00"), refused.Version)).IsOk);
        Assert.True((await _world.Get<CancelOrder>().ExecuteAsync(order.Id, new("Karim Haddad y renonce"), version: null)).IsOk);
        await _world.StoreAsync(db => db.AddRange(
            new MailboxMessage([1], Email.ToLowerInvariant(), "De la part de Karim Haddad", _world.Clock.GetUtcNow()),
            new MailboxMessage([2], "k.haddad@lacombe.example", "Karim Haddad", _world.Clock.GetUtcNow())));

        var data = (await _world.Get<ExportContactData>().ExecuteAsync(_karim)).Value!;
        Assert.Equal(
            [(null, "Commande de Karim Haddad.eml", "Vu avec karim haddad"), ("De la part de Karim Haddad", null, null)],
            data.Arrivals.OrderBy(a => a.Subject is not null).Select(a => (a.Subject, a.FileName, a.Note)));
        Assert.Equal(["Dit à Karim Haddad au +33 2 37 00 00 00", "Karim Haddad y renonce"], data.Mentions.Where(m => m.In == order.Number).Select(m => m.Text));

        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(_karim, null)).IsOk);

        // Somebody else's mail under the same name is somebody else's.
        Assert.Equal(["mailbox_messages.sender", "mailbox_messages.subject"], (await TablesNamingAsync("Haddad")).Order(StringComparer.Ordinal));
        Assert.Empty(await TablesNamingAsync("37 00 00 00"));
        var left = await _world.ReadAsync(db => db.Orders.SingleAsync(o => o.Id == order.Id));
        Assert.Equal(("— y renonce", "Dit à — au —", AmendmentRefusal.TooLate), (left.CancelReason, Assert.Single(left.Amendments).Note, left.Amendments[0].Reason));
        Assert.Equal("Commande de —.eml", (await _world.Get<ReadOrderDocument>().ExecuteAsync(aside.Id)).Value!.FileName);
    }

    [Fact]
    public async Task Nothing_is_left_in_the_notes_of_promises_of_awaited_goods_and_of_a_hold()
    {
        await _world.AProductAsync("VH-1");
        var order = await _world.ConfirmedAsync(new() { ClientId = _client, CustomerReference = "4500187343", Lines = [new() { LineNo = "10", ProductCode = "VH-1", Quantity = 1, NetPrice = 1 }] });
        Assert.True((await _world.Get<TellReadiness>().ExecuteAsync(order.Id, new() { LineNo = "10", ReadyOn = new(2026, 12, 1), Note = "Plan de Karim Haddad attendu" }, version: null)).IsOk);
        Assert.True((await _world.Get<Repromise>().ExecuteAsync(order.Id, new() { DeliverOn = new(2026, 12, 4), Cause = PromiseCause.ClientRequest, Note = "Convenu avec Karim Haddad" }, version: null)).IsOk);
        Assert.True((await _world.Get<HoldOrder>().ExecuteAsync(order.Id, new() { Reason = HoldReason.ClientRequest, Note = "Karim Haddad rappelle" }, version: null)).IsOk);

        var data = (await _world.Get<ExportContactData>().ExecuteAsync(_karim)).Value!;
        Assert.Equal(["Convenu avec Karim Haddad", "Plan de Karim Haddad attendu", "Karim Haddad rappelle"], data.Mentions.Where(m => m.In == order.Number).Select(m => m.Text));

        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(_karim, null)).IsOk);
        Assert.Empty(await TablesNamingAsync("Haddad"));
        Assert.Equal("— rappelle", (await _world.Get<ReadOrder>().ExecuteAsync(order.Id)).Value!.Hold!.Note);
    }

    [Fact]
    public async Task Every_part_of_a_tender_that_names_them_is_handed_out_and_then_forgotten()
    {
        var paul = await _world.AMemberAsync("Paul", Role.Logistics);
        var it = (await _world.Get<OpenTender>().ExecuteAsync(new()
        {
            ClientId = _client,
            ContactId = _karim,
            Title = "Vis pour Karim Haddad",
            Words = "Merci, Karim Haddad",
            SubmissionDueAt = _world.Clock.GetUtcNow().AddDays(9),
            Lines = [new() { Description = "Vis", Quantities = [100] }],
        })).Value!;
        await DoAsync<PlanTenderTask>(u => u.ExecuteAsync(it.Id, new() { Kind = TenderTaskKind.Transport, Text = "Quai de Karim Haddad ?", AssigneeId = paul, DueOn = new(2026, 12, 1) }, null));
        await DoAsync<AnswerTenderTask>(u => u.ExecuteAsync(it.Id, it.Tasks[0].Id, new() { Answer = "Karim Haddad : quai 2" }, null));
        await DoAsync<AskTenderQuestion>(u => u.ExecuteAsync(it.Id, new() { Voice = TenderVoice.Client, Text = "Karim Haddad : emballage ?" }, null));
        await DoAsync<AnswerTenderQuestion>(u => u.ExecuteAsync(it.Id, it.Questions[0].Id, new() { Answer = "Dit à Karim Haddad" }, null));
        await DoAsync<AskTenderQuestion>(u => u.ExecuteAsync(it.Id, new() { Voice = TenderVoice.Us, Text = "Nuance ?" }, null));
        await DoAsync<PriceTender>(u => u.ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[0].Id, Prices = [new() { NetPrice = 1000 }], Note = "Vu avec Karim Haddad" }] }, null));
        await DoAsync<RequestTenderApproval>(u => u.ExecuteAsync(it.Id, null));
        await DoAsync<JudgeTender>(u => u.ExecuteAsync(it.Id, new() { Reason = "Revoir avec Karim Haddad" }, null));
        await DoAsync<RequestTenderApproval>(u => u.ExecuteAsync(it.Id, null));
        await DoAsync<JudgeTender>(u => u.ExecuteAsync(it.Id, new() { Approved = true }, null));
        await DoAsync<SubmitTender>(u => u.ExecuteAsync(it.Id, new() { To = Email, Subject = "Offre", Text = "Bonjour" }, null));
        await DoAsync<LoseTender>(u => u.ExecuteAsync(it.Id, new() { Reason = TenderReason.Price, Words = "Appel de Karim Haddad" }, null));

        var mention = Assert.Single((await _world.Get<ExportContactData>().ExecuteAsync(_karim)).Value!.Mentions, m => m.In == it.Number);
        Assert.Equal(
            [
                "Vis pour Karim Haddad", "Merci, Karim Haddad", "Revoir avec Karim Haddad", "Appel de Karim Haddad", "Vu avec Karim Haddad", "Quai de Karim Haddad ?", "Karim Haddad : quai 2", "Karim Haddad : emballage ?",
                "Dit à Karim Haddad", Email, "Karim Haddad",
            ],
            mention.Text.Split(" · "));

        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(_karim, null)).IsOk);
        Assert.Empty(await TablesNamingAsync("Haddad"));
        it = (await _world.Get<ReadTender>().ExecuteAsync(it.Id)).Value!;
        Assert.Equal(("Vis pour —", "Quai de — ?", "Nuance ?"), (it.Title, it.Tasks[0].Text, it.Questions[1].Text));

        async Task DoAsync<TUseCase>(Func<TUseCase, Task<Result<TenderView>>> execute) where TUseCase : notnull
        {
            var done = await execute(_world.Get<TUseCase>());
            Assert.True(done.IsOk, $"{typeof(TUseCase).Name}: {done.Refusal}");
            it = done.Value;
        }
    }

    [Fact]
    public async Task What_colleagues_and_others_were_mailed_of_a_tender_names_them_no_more_whatever_became_of_it()
    {
        var paul = await _world.AMemberAsync("Paul", Role.Logistics);
        var it = await OpenAsync(null, "Vis 2027");
        await DoAsync<PlanTenderTask>(u => u.ExecuteAsync(it.Id, new() { Kind = TenderTaskKind.Transport, Text = "Quai de Karim Haddad ?", AssigneeId = paul, DueOn = new(2026, 12, 1) }, null));
        await DoAsync<DropTenderTask>(u => u.ExecuteAsync(it.Id, it.Tasks[0].Id, null));
        await OfferedAsync("Vis 2026");
        var old = it.Id;
        await _world.StoreAsync(db => db.Database.ExecuteSqlAsync($"update tender_versions set terms = null where tender_id = {old.Value}"));
        await OfferedAsync("Vis 2028");
        Assert.Contains("Haddad", await OfferAsync(), StringComparison.Ordinal);

        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(_karim, null)).IsOk);
        Assert.Empty(await TablesNamingAsync("Haddad"));
        var left = await OfferAsync();
        Assert.DoesNotContain("Haddad", left, StringComparison.Ordinal);
        Assert.Contains("Vis 2028", left, StringComparison.Ordinal);

        // What cannot be printed again without them does not leave.
        Assert.Equal([(old, OutboxStatus.Cancelled, 0, false), (it.Id, OutboxStatus.Waiting, 1, true)], await MailsAsync());

        async Task<List<(TenderId, OutboxStatus, int, bool)>> MailsAsync()
        {
            var mails = await _world.ReadAsync(db => db.Outbox.Where(m => m.SubjectId == old.Value || m.SubjectId == it.Id.Value).OrderBy(m => m.Id)
                .Select(m => new { m.SubjectId, m.Status, m.Content, HasTurn = db.OutboxTurns.Any(t => t.Id == m.Id) }).ToListAsync());

            return mails.ConvertAll(m => (new TenderId(m.SubjectId!.Value), m.Status, Mailer.Open(m.Content).Attachments.Count, m.HasTurn));
        }

        async Task OfferedAsync(string title)
        {
            it = await OpenAsync(_karim, title);
            await DoAsync<PriceTender>(u => u.ExecuteAsync(it.Id, new() { Lines = [new() { Id = it.Lines[0].Id, Prices = [new() { NetPrice = 1 }] }] }, null));
            await DoAsync<RequestTenderApproval>(u => u.ExecuteAsync(it.Id, null));
            await DoAsync<SubmitTender>(u => u.ExecuteAsync(it.Id, new() { To = "n.rousseau@chartraine.example", Subject = "Offre", Text = "Bonjour" }, null));
        }

        async Task<TenderView> OpenAsync(ContactId? contact, string title) => (await _world.Get<OpenTender>().ExecuteAsync(new()
        {
            ClientId = _client,
            ContactId = contact,
            Title = title,
            SubmissionDueAt = _world.Clock.GetUtcNow().AddDays(9),
            Lines = [new() { Description = "Vis", Quantities = [100] }],
        })).Value!;

        async Task DoAsync<TUseCase>(Func<TUseCase, Task<Result<TenderView>>> execute) where TUseCase : notnull
        {
            var done = await execute(_world.Get<TUseCase>());
            Assert.True(done.IsOk, $"{typeof(TUseCase).Name}: {done.Refusal}");
            it = done.Value;
        }

        async Task<string> OfferAsync()
        {
            var mail = Mailer.Open(await _world.ReadAsync(db => db.Outbox.Where(m => m.SubjectId == it.Id.Value).Select(m => m.Content).SingleAsync()));
            using var paper = UglyToad.PdfPig.PdfDocument.Open(Assert.Single(mail.Attachments).Bytes);

            return string.Join('\n', paper.GetPages().Select(page => page.Text));
        }
    }

    [Fact]
    public async Task What_they_asked_and_were_answered_is_handed_out_and_of_others_conversations_what_names_them()
    {
        var theirs = (await _world.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = _client, From = Email, Subject = "Délai", Body = "Quand livrez-vous ?" })).Value!;
        Assert.True((await _world.Get<ReplyToInquiry>().ExecuteAsync(theirs.Id, new() { Text = "Jeudi." }, null)).IsOk);
        Assert.True((await _world.Get<NoteOnInquiry>().ExecuteAsync(theirs.Id, new() { Text = "À rappeler" }, null)).IsOk);
        var others = (await _world.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = _client, From = "n.rousseau@chartraine.example", Subject = "Quai", Body = "Voyez Karim Haddad." })).Value!;
        Assert.True((await _world.Get<ReplyToInquiry>().ExecuteAsync(others.Id, new() { Text = "Entendu." }, null)).IsOk);
        await _world.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = _client, From = "n.rousseau@chartraine.example", Subject = "Prix", Body = "Combien ?" });

        var data = (await _world.Get<ExportContactData>().ExecuteAsync(_karim)).Value!;
        Assert.Equal([("Délai", "Quand livrez-vous ?|Jeudi."), ("Quai", "Voyez Karim Haddad.")], data.Conversations.Select(c => (c.Subject, string.Join('|', c.Messages.Select(m => m.Text)))));

        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(_karim, null)).IsOk);
        Assert.Empty((await _world.Get<ExportContactData>().ExecuteAsync(_karim)).Value!.Conversations);
    }

    [Fact]
    public async Task Nothing_is_left_either_of_handoffs_imports_drafts_and_answers_that_may_be_asked_for_again()
    {
        await _world.AClientAsync("Serrurerie Lacombe", c => c.Rename("C-LACOMBE", "Serrurerie Lacombe"));
        var code = await _world.ReadAsync(db => db.Clients.Where(c => c.Id == _client).Select(c => c.Code).SingleAsync());
        await _world.ImportAsync(ImportKind.Contacts, $"Code client;Nom;E-mail;Téléphone\n{code};Hélène Müller;helene@chartraine.example;+33 2 37 11 11 11\nC-LACOMBE;Luc Berger;luc@lacombe.example;");
        var handoffs = await HandOverAsync();
        await _world.Get<KeepDraft>().ExecuteAsync("clients/new", """{ "notes": "Rappeler H\u00e9l\u00e8ne M\u00fcller au +33 2 37 11 11 11" }""");
        _world.Get<CurrentRequest>().MayBeRepeated("again", [1]);
        var said = new RequirementForm { Sentence = "Pas le jeudi", Source = new(SourceKind.Email, "Hélène Müller"), Severity = Severity.Block, Rule = new DeliveryDays { Closed = Weekdays.Thursday } };
        var first = await _world.Get<CreateRequirement>().ExecuteAsync(_client, said);
        var helene = await _world.ReadAsync(db => db.Contacts.Where(c => c.Email == "helene@chartraine.example").Select(c => c.Id).SingleAsync());

        var data = (await _world.Get<ExportContactData>().ExecuteAsync(helene)).Value!;
        Assert.Equal(["CC-2027", "CC-2028"], data.Handoffs.Select(h => h.Reference).Order(StringComparer.Ordinal));
        Assert.Equal([nameof(AcceptHandoff), nameof(CreateRequirement), nameof(RunImport), nameof(StartHandoff)], data.History.Select(e => e.UseCase).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("Hélène Müller passe à 9 h", data.Handoffs.SelectMany(h => h.Texts));

        Assert.True((await _world.Get<EraseContactData>().ExecuteAsync(helene, null)).IsOk);

        foreach (var word in (string[])["Müller", "M\\u00fcller", "M\\u00FCller", "helene@", "37 11 11 11"])
        {
            Assert.Empty(await TablesNamingAsync(word));
        }

        // Whoever else was handed over, and the namesakes of others, stay; the one who has it open must look again.
        Assert.Contains("Maud Le Goff", await _world.ReadAsync(db => db.Handoffs.Where(h => h.Id == handoffs[0].Id).Select(h => h.Content).SingleAsync()) is { } left ? left.Contacts.Select(c => c.Name) : []);
        Assert.IsType<ChangedMeanwhile>((await _world.Get<ChangeHandoff>().ExecuteAsync(handoffs[1].Id, content => content, handoffs[1].Version)).Refusal);
        Assert.Contains("Luc Berger", string.Concat(await _world.ReadAsync(db => db.History.Select(h => h.Personal).ToListAsync())), StringComparison.Ordinal);
        _world.Get<CurrentRequest>().MayBeRepeated("again", [1]);
        Assert.Equal(first.Value!.Id, (await _world.Get<CreateRequirement>().ExecuteAsync(_client, said)).Value!.Id);
    }

    [Fact]
    public async Task A_namesake_at_another_clients_is_not_touched()
    {
        var other = await _world.AClientAsync("Serrurerie Lacombe");
        await _world.Get<AddContact>().ExecuteAsync(other.Id, new() { Name = "Karim Haddad", Role = ContactRole.Buyer, Email = "k.haddad@lacombe.example", Language = "fr" });
        await _world.Get<CreateRequirement>().ExecuteAsync(other.Id, new() { Sentence = "Pas le lundi", Source = new(SourceKind.Email, "Karim Haddad"), Severity = Severity.Block, Rule = new DeliveryDays { Closed = Weekdays.Monday } });

        await _world.Get<EraseContactData>().ExecuteAsync(_karim, null);

        Assert.Equal(["contacts.name", "history.personal", "requirement_revisions.source"], (await TablesNamingAsync("Karim Haddad")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_erased_contact_moves_the_version_of_its_client()
    {
        var before = await VersionAsync();
        await _world.Get<EraseContactData>().ExecuteAsync(_karim, null);

        Assert.Equal(before + 1, await VersionAsync());

        Task<int> VersionAsync() => _world.ReadAsync(db => db.Clients.Where(c => c.Id == _client).Select(c => c.Version).SingleAsync());
    }

    [Fact]
    public async Task A_mail_that_has_not_left_does_not_leave_any_more()
    {
        await _world.Get<EraseContactData>().ExecuteAsync(_karim, null);

        var mail = await _world.ReadAsync(db => db.Outbox.SingleAsync());
        Assert.Equal((OutboxStatus.Cancelled, "n.rousseau@chartraine.example"), (mail.Status, mail.To));
        Assert.False(await _world.ReadAsync(db => db.OutboxTurns.AnyAsync(t => t.Id == mail.Id)));
    }

    [Fact]
    public async Task Retention_forgets_only_where_nothing_happened_for_as_long_as_was_set()
    {
        await _world.Get<RetentionRounds>().GoRoundAsync(CancellationToken.None);
        Assert.Equal(0, await _world.Get<EraseUnusedContacts>().ExecuteAsync());

        var settings = (await _world.Get<ReadTenantSettings>().ExecuteAsync()).Value!;
        settings.Form.RetentionMonths = 12;
        Assert.True((await _world.Get<ChangeTenantSettings>().ExecuteAsync(settings.Form, settings.Version)).IsOk);
        _world.Clock.SetUtcNow(new(2027, 11, 20, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await _world.Get<EraseUnusedContacts>().ExecuteAsync());

        var busy = await _world.AClientAsync("Serrurerie Lacombe");
        await _world.Get<AddContact>().ExecuteAsync(busy.Id, new() { Name = "Luc Berger", Role = ContactRole.Buyer, Email = "luc@lacombe.example", Language = "fr" });
        _world.Clock.SetUtcNow(new(2027, 12, 20, 8, 0, 0, TimeSpan.Zero));

        Assert.Equal(2, await _world.Get<EraseUnusedContacts>().ExecuteAsync());
        Assert.Equal(["Luc Berger", "—", "—"], (await _world.ReadAsync(db => db.Contacts.Select(c => c.Name).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(0, await _world.Get<EraseUnusedContacts>().ExecuteAsync());
    }

    /// <summary>One that became the client, and one about it that is still being filled in.</summary>
    private async Task<List<HandoffView>> HandOverAsync()
    {
        var owner = await _world.AMemberAsync("Claire Morel", Role.Adv);
        await _world.AProductAsync("VH-M8-30-ZN");
        var content = new HandoffContent
        {
            Client = new(Id: _client),
            Contract = new("CC-2027", new(2026, 11, 20), new(2027, 1, 4), new(2027, 12, 31), Renewal: ContractRenewal.None),
            Sites = [new("Rennes", "7 rue du Noyer", "35000", "Rennes", Notes: "Hélène Müller passe à 9 h")],
            Contacts = [new("Maud Le Goff", ContactRole.Buyer, "m.legoff@chartraine.example"), new("Hélène Müller", ContactRole.Accounting, "helene@chartraine.example", "+33 2 37 11 11 11")],
            Prices = [new("VH-M8-30-ZN", 8.40m, 100)],
            Answers = [.. Enum.GetValues<HandoffQuestion>().Select(question => new HandoffAnswer(question, AnswerTo.No))],
            Promises = [new("Un échantillon", "hélène müller", new(2027, 1, 4))],
        };
        await using var sales = _world.AsKey();
        var accepted = (await sales.Get<StartHandoff>().ExecuteAsync(content)).Value!;
        accepted = (await _world.Get<SubmitHandoff>().ExecuteAsync(accepted.Id, accepted.Version)).Value!;
        accepted = (await _world.Get<AcceptHandoff>().ExecuteAsync(accepted.Id, owner, accepted.Version)).Value!;

        return [accepted, (await sales.Get<StartHandoff>().ExecuteAsync(content with { Contract = content.Contract with { Reference = "CC-2028" } })).Value!];
    }

    private async Task<OrderDocumentView> ReceiveAsync(string number, string name) =>
        (await _world.Get<ReceiveOrderDocument>().ExecuteAsync(ChangeFile.Edifact(number, "4500187342", "LIN+10+3'", "QTY+21:2:PCE'"), name, "", _client)).Value!;

    private Task<List<byte[]>> HashesAsync() => _world.ReadAsync(db => db.History.OrderBy(h => h.Position).Select(h => h.Hash).ToListAsync());

    private Task<int> CountAsync() => _world.ReadAsync(db => db.History.CountAsync());

    /// <summary>Every column of every table that row security shows us, read as text: what is added later is looked into as well.</summary>
    private Task<List<string>> TablesNamingAsync(string words) => _world.ReadAsync(async db =>
    {
        var columns = await db.Database.SqlQuery<string>(
            $"""
            select table_name || '.' || column_name as "Value" from information_schema.columns
            where table_schema = 'public' and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea')
                and table_name in (select table_name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id')
                and has_column_privilege(quote_ident(table_name), column_name, 'select')
            """).ToListAsync();
        var naming = new List<string>();

        foreach (var column in columns)
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            // What is kept as bytes reads as hexadecimal.
            var sql = $"""select count(*)::int as "Value" from "{table}" where "{name}"::text ilike '%' || @p0 || '%' or "{name}"::text ilike '%' || encode(convert_to(@p0, 'UTF8'), 'hex') || '%'""";

            if (await db.Database.SqlQueryRaw<int>(sql, new Npgsql.NpgsqlParameter("p0", words)).SingleAsync() > 0)
            {
                naming.Add(column);
            }
        }

        return naming;
    });
}
