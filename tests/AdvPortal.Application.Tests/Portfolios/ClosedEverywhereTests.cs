using System.Reflection;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Complaints;
using AdvPortal.Application.Contracts;
using AdvPortal.Application.Deliveries;
using AdvPortal.Application.Inquiries;
using AdvPortal.Application.Orders;
using AdvPortal.Application.Requirements;
using AdvPortal.Application.Tenders;
using AdvPortal.Application.Tests.Orders;
using AdvPortal.Domain.Complaints;
using AdvPortal.Domain.Orders;
using AdvPortal.Domain.Portfolios;
using AdvPortal.Domain.Requirements;
using AdvPortal.Domain.Tenders;
using static AdvPortal.Application.Tests.Portfolios.TeamWorld;

namespace AdvPortal.Application.Tests.Portfolios;

/// <summary>Closed portfolios are closed at every door: whatever row is changed leads to a client, or is of none; and whatever is done there is refused, and told of that client where it is not.</summary>
public sealed class ClosedEverywhereTests(TestDatabase database) : IAsyncLifetime
{
    // Of the company, of a member, of the portal; and the bytes of a file, which comes with them and leads there.
    private static readonly string[] _ofNobody =
    [
        "Absence", "ApiKey", "BriefingReceipt", "ChainHead", "ComplaintFileContent", "Counter", "DeliveryFileContent", "Draft", "HandoffFileContent", "IdempotentAnswer", "MailboxWatch", "Member", "OrderMailbox",
        "Product", "PromiseWatch", "ReplyTemplate", "SavedView", "TenantSettings", "TenderReminder", "Webhook", "WebhookMessage", "WorkMeasure",
    ];

    // What writes and is not acted below: a new use case has to be in one of the two.
    private static readonly string[] _elsewhere =
    [
        // Of the company, of its members, or of the portal itself: no client's.
        "AddWebhook", "ChangeMailbox", "ChangeProduct", "ChangeShippingCalendars", "ChangeTenantSettings", "ChangeWebhook", "ChangeWorkingWeek", "CreateApiKey", "CreateProduct", "DropReplyTemplate", "DropView",
        "InviteMember", "ChangeAccess", "KeepReplyTemplate", "KeepServiceDelays", "RemoveWebhook", "ReplayFailedWebhookMessages", "ReplayWebhookMessage", "ResendInvitation", "RevokeApiKey", "SaveView", "ChangeView",
        "DeliverMail", "DeliverWebhook", "GiveWebhookUp", "RecordSentMail", "RecordSentNotice", "RecordUnsentMail", "RecordUnsentNotice", "ResumeReading", "WatchMailbox", "WatchPromises",

        // Who answers when, and calls between colleagues: they have guards of their own (ChangedRows).
        "AddCoverNote", "ConfirmBriefing", "DeclareAbsence", "ImportAbsences", "MarkHandback", "PlanCover", "ProposeCover", "PublishCover", "ReopenCover", "WeighCover", "WithdrawAbsence",

        // By managers and administrators, whom nothing confines; or by the client, through a link.
        "AnswerReconfirmation", "EraseContactData", "EraseUnusedContacts", "PublishBalance", "TransferClients",

        // Not yet anybody's client, or on the way from sales to the desk.
        "AcceptHandoff", "AskAboutHandoff", "AttachContract", "ChangeHandoff", "CreateClient", "ReturnHandoff", "StartHandoff", "SubmitHandoff",

        // Printing is open to whoever reads (OpenInClosedTests).
        "ReadLabels",

        // Lists, and what follows from something acted below: row by row, or after it, through the same unit of work.
        "RunImport", "TellShipments", "TellStockDates", "UndoOrderChanges",

        // A second step of what is acted below, on the same rows of the same client.
        "AmendOrder", "ApplyAmendment", "ApproveClientLayout", "AskAboutDocument", "AskForReconfirmation", "ChangeBlanketOrder", "CloseBlanketOrder", "DiscardRequirementDraft", "RefuseAmendment", "ResendAcknowledgement",
        "RetireClientLayout", "SetOrderDocumentAside", "StopWaitingForDocument", "TakeProposedFields",
    ];

    private readonly Dictionary<string, Refusal?> _answers = new(StringComparer.Ordinal);
    private TeamWorld _team = null!;

    public async ValueTask InitializeAsync() => _team = await FoundAsync(database);

    public ValueTask DisposeAsync() => _team.DisposeAsync();

    [Fact]
    public async Task Every_kind_of_row_leads_to_a_client_or_is_nobodys()
    {
        var kinds = await _team.World.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(kind => kind.ClrType.IsSubclassOf(typeof(TenantOwned))).ToList()));
        var without = kinds.Where(kind => ChangedRows.OwnClient(kind) is null && ChangedRows.LeadsOf(kind).Count == 0).Select(kind => kind.ClrType.Name);

        Assert.Equal(_ofNobody.Order(StringComparer.Ordinal), without.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_what_a_client_says_is_taken_down_whosever_client_it_is() =>
        Assert.Equal(
            ["AnswerOrderDocument", "AttachAnswer", "OpenInquiry", "ReadAgain", "ReceiveInquiry", "ReceiveOrderDocument"],
            typeof(UseCaseAttribute).Assembly.GetTypes().Where(type => type.GetCustomAttribute<UseCaseAttribute>() is { TakesIn: true }).Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Whatever_is_done_to_another_ones_client_is_refused_and_told_of_the_client_where_it_is_not()
    {
        var scene = await ArrangeAsync();
        await _team.World.StoreAsync(async db => (await db.TenantSettings.SingleAsync()).Confine(true));
        await using var yanis = await _team.World.AsAsync(_team.Yanis, Role.Adv);
        await ActAsync(yanis, scene);

        Assert.All(_answers, answer => Assert.True(answer.Value is ClientOfAnother, $"{answer.Key}: {answer.Value?.ToString() ?? "done"}"));
        var notActed = NotActed(_answers.Keys).ToHashSet(StringComparer.Ordinal);
        Assert.True(notActed.SetEquals(_elsewhere), $"Neither acted here nor named as acted elsewhere: {string.Join(' ', notActed.Except(_elsewhere))}; named and acted, or no more: {string.Join(' ', _elsewhere.Except(notActed))}");
        _answers.Clear();

        // The owner does all of it, one thing after another, and history tells each of the client.
        var before = await _team.World.ReadAsync(db => db.History.MaxAsync(h => h.Position));
        await using var claire = await _team.World.AsAsync(_team.Claire, Role.Adv);
        await ActAsync(claire, scene);
        var told = await _team.World.ReadAsync(db => db.History.Where(h => h.Position > before).ToListAsync());

        Assert.DoesNotContain(_answers, answer => answer.Value is ClientOfAnother);
        Assert.NotEmpty(told);
        Assert.All(told, entry => Assert.True(entry.ClientId == _team.Lacombe.Id, $"{entry.UseCase} is told of no client"));
    }

    // What is acted here, or goes through the same door as something that is, or takes in what a client says.
    private static IEnumerable<string> NotActed(IReadOnlyCollection<string> acted)
    {
        var doors = Writing.UseCases.Where(type => acted.Contains(type.Name)).Select(Writing.DoorOf).OfType<Type>().ToHashSet();

        return Writing.UseCases.Where(type => !acted.Contains(type.Name) && type.GetCustomAttribute<UseCaseAttribute>() is { TakesIn: false } && !(Writing.DoorOf(type) is { } door && doors.Contains(door))).Select(type => type.Name);
    }

    private async Task<Scene> ArrangeAsync()
    {
        await _team.World.AProductAsync("VH-M8-30-ZN");
        var (client, world) = (_team.Lacombe.Id, _team.World);
        PlaceOrder.Form Order(string reference) => new() { ClientId = client, CustomerReference = reference, RequestedOn = Monday.AddDays(9), Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 5000, NetPrice = 8.40m, PriceBaseQuantity = 100 }] };
        var rule = Ok(await world.Get<CreateRequirement>().ExecuteAsync(client, Sentence()));
        var (open, confirmed, further) = (Ok(await world.Get<PlaceOrder>().ExecuteAsync(Order("A-1"))), await world.ConfirmedAsync(Order("A-2")), await world.ConfirmedAsync(Order("A-4")));
        var inquiry = Ok(await world.Get<OpenInquiry>().ExecuteAsync(new() { ClientId = client, From = "k@lacombe.example", Subject = "Délai", Body = "Quand livrez-vous ?" }));
        var complaint = Ok(await world.Get<OpenComplaint>().ExecuteAsync(Complaint(client)));
        var tender = Ok(await world.Get<OpenTender>().ExecuteAsync(Tender(client)));
        var site = Ok(await world.Get<AddSite>().ExecuteAsync(client, new() { Name = "Quai" }));
        var contact = Ok(await world.Get<AddContact>().ExecuteAsync(client, new() { Name = "Karim Haddad", Email = "k@lacombe.example" }));
        var delivery = Ok(await world.Get<PlanDelivery>().ExecuteAsync(new() { Orders = [confirmed.Id], ArriveOn = Monday.AddDays(9) }));

        return new(client, open, further, rule.Id, inquiry.Id, complaint.Id, tender.Id, site.Id, contact.Id, delivery.Id);
    }

    private async Task ActAsync(World by, Scene it)
    {
        await DoAsync<AddSite, SiteView>(u => u.ExecuteAsync(it.Client, new() { Name = "Dépôt" }));
        await DoAsync<UpdateSite, SiteView>(u => u.ExecuteAsync(it.Site, site => new SiteForm { Name = $"{site.Name} 2" }, null));
        await DoAsync<UpdateClient, ClientView>(u => u.ExecuteAsync(it.Client, new() { Code = "C-LAC", Name = "Serrurerie Lacombe SA", Language = "fr", Currency = "EUR" }, null));
        await DoAsync<AddContact, ContactView>(u => u.ExecuteAsync(it.Client, new() { Name = "Nathalie Rousseau" }));
        await DoAsync<UpdateContact, ContactView>(u => u.ExecuteAsync(it.Contact, contact => new ContactForm { Name = $"{contact.Name} fils", Email = contact.Email }, null));
        await DoAsync<ReplacePrices, ClientList<PriceRow>>(u => u.ExecuteAsync(it.Client, [new("VH-M8-30-ZN", 8.40m, 100, "EUR", Monday, null, null)], null));
        await DoAsync<ReplaceProductCodes, ClientList<CodeRow>>(u => u.ExecuteAsync(it.Client, [new("0A-1", "VH-M8-30-ZN")], null));
        await DoAsync<CreateRequirement, RequirementView>(u => u.ExecuteAsync(it.Client, Sentence()));
        await DoAsync<PlaceOrder, OrderView>(u => u.ExecuteAsync(new() { ClientId = it.Client, CustomerReference = "A-3", Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 100 }] }));
        await DoAsync<CorrectOrder, OrderView>(u => u.ExecuteAsync(it.Open.Id, Refer, null));
        await DoAsync<ChangeOrders, ChangeOrders.Changed>(u => u.ExecuteAsync(new() { Act = BulkAct.Assign, Orders = [it.Open.Id.Value], MemberId = _team.Claire }));
        await DoAsync<HoldOrder, OrderView>(u => u.ExecuteAsync(it.Open.Id, new() { Reason = HoldReason.Other, Note = "Crédit" }, null));
        await DoAsync<CancelOrder, OrderView>(u => u.ExecuteAsync(it.Open.Id, new("Plus besoin"), null));
        await DoAsync<OpenComplaint, ComplaintView>(u => u.ExecuteAsync(Complaint(it.Client)));
        await DoAsync<WorkOnComplaint, ComplaintView>(u => u.ExecuteAsync(it.Complaint, new() { Problem = "800 vis" }, null));
        await DoAsync<PlanComplaintAction, ComplaintView>(u => u.ExecuteAsync(it.Complaint, new() { Kind = ComplaintActionKind.Corrective, Text = "Trier", Who = "Paul" }, null));
        await DoAsync<AttachToComplaint, ComplaintView>(u => u.ExecuteAsync(it.Complaint, [.. "%PDF-1.7"u8], "photo.pdf", null));
        await DoAsync<WithdrawComplaint, ComplaintView>(u => u.ExecuteAsync(it.Complaint, new() { Reason = "Erreur" }, null));
        await DoAsync<OpenTender, TenderView>(u => u.ExecuteAsync(Tender(it.Client)));
        await DoAsync<AskTenderQuestion, TenderView>(u => u.ExecuteAsync(it.Tender, new() { Voice = TenderVoice.Us, Text = "Quelle nuance ?" }, null));
        await DoAsync<NoteOnInquiry, InquiryView>(u => u.ExecuteAsync(it.Inquiry, new() { Text = "À voir" }, null));
        await DoAsync<AssignInquiry, InquiryView>(u => u.ExecuteAsync(it.Inquiry, new(_team.Yanis), null));
        await DoAsync<CloseInquiry, InquiryView>(u => u.ExecuteAsync(it.Inquiry, null));
        await DoAsync<ChangeDelivery, DeliveryView>(u => u.ExecuteAsync(it.Delivery, Track, null));
        await DoAsync<PlanDelivery, DeliveryView>(u => u.ExecuteAsync(new() { Orders = [it.Further.Id], ArriveOn = Monday.AddDays(9) }));
        await DoAsync<OpenBlanketOrder, BlanketView>(u => u.ExecuteAsync(new() { ClientId = it.Client, ValidFrom = Monday, ValidUntil = Monday.AddDays(300), Lines = [new() { ProductCode = "VH-M8-30-ZN", Quantity = 10, NetPrice = 1 }] }));
        await DoAsync<PackDelivery, DeliveryView>(u => u.ExecuteAsync(it.Delivery, new(), null));
        await DoAsync<RetireRequirement, RequirementView>(u => u.ExecuteAsync(it.Requirement, null));

        async Task DoAsync<TUseCase, T>(Func<TUseCase, Task<Result<T>>> act) where TUseCase : notnull where T : notnull => _answers[typeof(TUseCase).Name] = (await act(by.Get<TUseCase>())).Refusal;

        static Result<CorrectOrder.Form> Refer(CorrectOrder.Form corrected)
        {
            corrected.CustomerReference = "A-1 bis";

            return corrected;
        }

        static Result<ChangeDelivery.Form> Track(ChangeDelivery.Form planned)
        {
            planned.TrackingNumber = "T-1";

            return planned;
        }
    }

    private static RequirementForm Sentence() => new() { Sentence = "Appeler avant", Source = new(SourceKind.Email, "Karim Haddad"), Severity = Severity.Warn, Rule = new Instruction { Text = "Appeler avant" } };

    private static ComplaintForm Complaint(ClientId client) => new() { ClientId = client, Subject = "Mauvais filetage", Description = "Deux cartons", Nature = ComplaintNature.Logistics, Channel = ComplaintChannel.Phone };

    private static TenderForm Tender(ClientId client) => new() { ClientId = client, Title = "Consultation", SubmissionDueAt = new(2026, 12, 4, 11, 0, 0, TimeSpan.Zero), Lines = [new() { Description = "Entretoise", Quantities = [200] }] };

    private static T Ok<T>(Result<T> result) where T : notnull
    {
        Assert.True(result.IsOk, result.Refusal?.ToString());

        return result.Value;
    }

    private sealed record Scene(ClientId Client, OrderView Open, OrderView Further, RequirementId Requirement, InquiryId Inquiry, ComplaintId Complaint, TenderId Tender, SiteId Site, ContactId Contact, DeliveryId Delivery);
}
