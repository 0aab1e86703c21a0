using System.Globalization;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Application.Tenders;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Tenders;

/// <summary>Opens a tender, by hand or from a conversation whose words stand in it already; or puts right what is asked for.</summary>
public partial class NewTenderPage
{
    private readonly Doing _doing = new();
    private TypedTender _typed = new();
    private FormState<TenderForm> _state = null!;
    private Drafted<TypedTender>? _draft;
    private bool _ready;
    private TenderView? _tender;
    private ClientView? _client;
    private IReadOnlyList<ContactView> _contacts = [];
    private string? _subject;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadTenderSource Source { get; init; }

    [Inject]
    public required ReadTender Read { get; init; }

    [Inject]
    public required ReadClient Clients { get; init; }

    [Inject]
    public required ListContacts Contacts { get; init; }

    [Inject]
    public required OpenTender Open { get; init; }

    [Inject]
    public required ChangeTender Change { get; init; }

    [Inject]
    public required IValidator<TenderForm> Validator { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>Of the tender that is put right; null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    [SupplyParameterFromQuery(Name = "inquiry")]
    public Guid? Inquiry { get; set; }

    [SupplyParameterFromQuery(Name = "client")]
    public Guid? Client { get; set; }

    private TenderForm Form => _typed.Head;

    private string Behind => Id is { } known ? $"tenders/{known}" : "tenders";

    // What was typed of one version is not put over another: a colleague's line would go with it.
    private string DraftKey => Id is { } known ? string.Create(CultureInfo.InvariantCulture, $"tenders/{known}/edit/{_tender?.Version}") : Inquiry is { } inquiry ? $"tenders/new/{inquiry}" : "tenders/new";

    private string? Contact
    {
        get => Form.ContactId?.Value.ToString();
        set => Form.ContactId = Guid.TryParse(value, out var id) ? new(id) : null;
    }

    // As the company's clocks show it.
    private DateTime? Due
    {
        get => Local(Form.SubmissionDueAt);
        set => Form.SubmissionDueAt = Instant(value);
    }

    private DateTime? Questions
    {
        get => Local(Form.QuestionsDueAt);
        set => Form.QuestionsDueAt = Instant(value);
    }

    protected override async Task OnInitializedAsync()
    {
        _state = new(Validator, Text);

        if (Id is { } id)
        {
            var read = await Read.ExecuteAsync(new(id));
            _doing.Refusal = read.Refusal;

            if (read.Value is { } it)
            {
                _tender = it;
                (Form.ClientId, Form.ContactId, Form.Title, Form.Words, Form.CustomerReference) = (it.ClientId, it.ContactId, it.Title, it.Words, it.CustomerReference);
                (Form.QuestionsDueAt, Form.SubmissionDueAt) = (it.QuestionsDueAt, it.SubmissionDueAt);
                _typed.Lines.AddRange(it.Lines.Select(TypedGoods.Of));
                _contacts = (await Contacts.ExecuteAsync(it.ClientId)).Value?.Items ?? [];
            }
        }
        else if (Inquiry is { } inquiry)
        {
            await TakeAsync(new(inquiry));
        }
        else if (Client is { } client)
        {
            await ChooseAsync((await Clients.ExecuteAsync(new(client))).Value);
        }

        if (_typed.Lines.Count == 0)
        {
            _typed.Lines.Add(new());
        }

        _ready = true;
    }

    private async Task TakeUpAsync(TypedTender kept)
    {
        _typed = kept;
        _client = kept.Head.ClientId is { } client ? (await Clients.ExecuteAsync(client)).Value : null;
        _contacts = kept.Head.ClientId is { } theirs ? (await Contacts.ExecuteAsync(theirs)).Value?.Items ?? [] : [];
    }

    private async Task TakeAsync(InquiryId inquiry)
    {
        var read = await Source.ExecuteAsync(inquiry);
        _doing.Refusal = read.Refusal;

        if (read.Value is not { } said)
        {
            return;
        }

        (_subject, Form.InquiryId, Form.Title, Form.Words) = (said.Title, said.InquiryId, said.Title, said.Words);
        _typed.Lines.AddRange(said.Lines.Select(TypedGoods.Of));

        if (said.ClientId is { } client)
        {
            await ChooseAsync((await Clients.ExecuteAsync(client)).Value);
            Form.ContactId = said.ContactId;
        }
    }

    private async Task ChooseAsync(ClientView? client)
    {
        (_client, Form.ClientId, Form.ContactId) = (client, client?.Id, null);
        _contacts = client is null ? [] : (await Contacts.ExecuteAsync(client.Id)).Value?.Items ?? [];
    }

    private async Task SaveAsync()
    {
        var form = _typed.ToForm();

        if (!await _state.ValidateAsync(form) || _typed.Lines.Exists(line => line.IsWrong))
        {
            return;
        }

        TenderView? saved = null;
        await _doing.DoAsync(
            () => _tender is { } it ? Change.ExecuteAsync(it.Id, _ => form, it.Version) : Open.ExecuteAsync(form),
            result =>
            {
                saved = result.Value;

                return Task.CompletedTask;
            });

        if (saved is not null)
        {
            await _draft!.DropAsync();
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"tenders/{saved.Id.Value}"));
        }
    }

    private DateTime? Local(DateTimeOffset? at) => at is { } moment ? DateTime.SpecifyKind(Clock.Local(moment).DateTime, DateTimeKind.Unspecified) : null;

    private DateTimeOffset? Instant(DateTime? shown) => shown is { } moment ? Clock.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment)) : null;
}
