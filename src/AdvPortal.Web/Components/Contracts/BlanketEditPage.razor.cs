using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Contracts;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Contracts;

/// <summary>Writes a blanket order down, or what was agreed anew of one.</summary>
public partial class BlanketEditPage
{
    private readonly Doing _doing = new();
    private TypedBlanket _typed = new();
    private FormState<BlanketForm> _state = null!;
    private Drafted<TypedBlanket>? _draft;
    private string? _key;
    private string? _field;
    private bool _isRead;
    private BlanketView? _blanket;
    private ClientView? _client;
    private Refusal? _unreadable;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadBlanketOrder Read { get; init; }

    [Inject]
    public required ReadClient Clients { get; init; }

    [Inject]
    public required OpenBlanketOrder Open { get; init; }

    [Inject]
    public required ChangeBlanketOrder Change { get; init; }

    [Inject]
    public required IValidator<BlanketForm> Validator { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    /// <summary>Null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>The client whose sheet led here.</summary>
    [SupplyParameterFromQuery(Name = "client")]
    public Guid? Client { get; set; }

    private BlanketForm Form => _typed.Form;

    private string Behind => Id is { } known ? $"blanket-orders/{known}" : Client is { } client ? $"clients/{client}" : "clients";

    // What is typed about one thing is not offered for another.
    private string DraftKey => Id is { } known ? $"blanket-orders/{known}/edit" : $"blanket-orders/new/{Client}".TrimEnd('/');

    private string PriceLabel => (_blanket?.Currency ?? _client?.Currency) is { } currency ? Text["Blanket.PriceIn", currency] : Text["Blanket.Price"];

    private string? Error(string field) => _state[field] ?? (field == _field ? Text.Say(_doing.Refusal!.Message) : null);

    // The same page may be opened again about something else.
    protected override Task OnParametersSetAsync() => _key == DraftKey ? Task.CompletedTask : BeginAsync();

    private async Task BeginAsync()
    {
        var key = _key = DraftKey;
        (_isRead, _blanket, _client, _unreadable, _doing.Refusal, _field, _state) = (false, null, null, null, null, null, new(Validator, Text));
        var read = Id is { } id ? await Read.ExecuteAsync(new(id)) : null;
        var client = Id is null && Client is { } theirs ? (await Clients.ExecuteAsync(new(theirs))).Value : null;

        // Somebody may have gone on to another one meanwhile.
        if (_key != key)
        {
            return;
        }

        (_blanket, _client, _isRead) = (read?.Value, client, true);
        _unreadable = read?.Refusal ?? (_blanket is { Status: BlanketStatus.Closed } closed ? new BlanketIsClosed(closed.Number) : null);
        _typed = _blanket is null ? new() { Form = new() { ClientId = client?.Id, Lines = [new()] } } : TypedBlanket.Of(_blanket);
    }

    // What was typed is not lost: it is offered beside what is read.
    private async Task RereadAsync()
    {
        await _draft!.KeepAsync();
        await BeginAsync();
    }

    private async Task TakeUpAsync(TypedBlanket kept)
    {
        (_typed, _field) = (kept, null);
        _doing.Refusal = kept.Version == _blanket?.Version ? null : new ChangedMeanwhile();
        _client = _blanket is null && kept.Form.ClientId is { } client ? (await Clients.ExecuteAsync(client)).Value : null;
    }

    private void Choose(ClientView? client) => (_client, Form.ClientId) = (client, client?.Id);

    private Task DropAsync(BlanketForm.Line line)
    {
        // What was refused of one line is not said of the one that takes its place.
        Form.Lines.Remove(line);
        (_doing.Refusal, _field) = (null, null);

        return _draft!.KeepAsync();
    }

    private async Task SaveAsync()
    {
        var form = _typed.ToForm();
        (_doing.Refusal, _field) = (null, null);

        if (!await _state.ValidateAsync(form))
        {
            return;
        }

        BlanketView? saved = null;
        await _doing.DoAsync(
            () => _blanket is { } it ? Change.ExecuteAsync(it.Id, form, _typed.Version) : Open.ExecuteAsync(form),
            result =>
            {
                (saved, _field) = (result.Value, _typed.FieldOf(result.Refusal));

                return Task.CompletedTask;
            });

        if (saved is not null)
        {
            await _draft!.DropAsync();
            Notices.Say(Text[_blanket is null ? "Blanket.Opened" : "Blanket.Saved", saved.Number]);
            Navigation.NavigateTo($"blanket-orders/{saved.Id.Value}");
        }
    }
}
