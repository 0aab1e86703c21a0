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
    private string? _key;
    private bool _isRead;
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

    // What is typed about one thing is not offered for another.
    private string DraftKey => Id is { } known ? $"tenders/{known}/edit" : $"tenders/new/{Inquiry ?? Client}".TrimEnd('/');

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

    // The same page may be opened again about something else.
    protected override async Task OnParametersSetAsync()
    {
        if (_key == DraftKey)
        {
            return;
        }

        var key = _key = DraftKey;
        (_isRead, _tender, _doing.Refusal, _state) = (false, null, null, new(Validator, Text));
        var begun = await BeginAsync();

        // Somebody may have gone on to another one meanwhile.
        if (_key == key)
        {
            (_typed, _tender, _subject, _doing.Refusal) = (begun.Typed, begun.Tender, begun.Subject, begun.Refusal);
            (_client, _contacts, _isRead) = (begun.Client, begun.Contacts, true);
        }
    }

    private async Task<Begun> BeginAsync()
    {
        var begun = Id is { } id ? Put(await Read.ExecuteAsync(new(id)))
            : Inquiry is { } inquiry ? Take(await Source.ExecuteAsync(new(inquiry)))
            : new Begun(new() { Head = new() { ClientId = Client is { } client ? new(client) : null } });

        if (begun.Typed.Lines.Count == 0)
        {
            begun.Typed.Lines.Add(new());
        }

        if (begun.Typed.Head.ClientId is not { } theirs)
        {
            return begun;
        }

        var known = begun.Tender is null ? (await Clients.ExecuteAsync(theirs)).Value : null;
        begun.Typed.Head.ClientId = begun.Tender?.ClientId ?? known?.Id;

        return begun with { Client = known, Contacts = (await Contacts.ExecuteAsync(theirs)).Value?.Items ?? [] };
    }

    private static Begun Put(Result<TenderView> read) => read.Value is { } it ? new(TypedTender.Of(it)) { Tender = it } : new(new()) { Refusal = read.Refusal };

    private static Begun Take(Result<ReadTenderSource.Source> read) => read.Value is not { } said ? new(new()) { Refusal = read.Refusal } : new(new()
    {
        Head = new() { ClientId = said.ClientId, ContactId = said.ContactId, InquiryId = said.InquiryId, Title = said.Title, Words = said.Words },
        Lines = [.. said.Lines.Select(TypedGoods.Of)],
    })
    {
        Subject = said.Title,
    };

    private async Task TakeUpAsync(TypedTender kept)
    {
        // What a colleague changed since would go with it: then it is shown beside the form.
        if (_typed.Over is { } over && kept.Over != over)
        {
            _typed.Before = kept;
            return;
        }

        _typed = kept;
        _client = kept.Head.ClientId is { } client ? (await Clients.ExecuteAsync(client)).Value : null;
        _contacts = kept.Head.ClientId is { } theirs ? (await Contacts.ExecuteAsync(theirs)).Value?.Items ?? [] : [];
    }

    private Task ForgetAsync()
    {
        _typed.Before = null;

        return _draft!.KeepAsync();
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

    /// <summary>What the form opens with.</summary>
    private sealed record Begun(TypedTender Typed)
    {
        public TenderView? Tender { get; init; }
        public ClientView? Client { get; init; }
        public IReadOnlyList<ContactView> Contacts { get; init; } = [];
        public string? Subject { get; init; }
        public Refusal? Refusal { get; init; }
    }
}
