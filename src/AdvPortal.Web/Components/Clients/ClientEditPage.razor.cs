using AdvPortal.Application.Clients;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Clients;

/// <summary>Opens a client's record, or puts it right.</summary>
public partial class ClientEditPage
{
    private ClientForm? _form;
    private ClientView? _client;
    private FormState<ClientForm> _state = null!;
    private Drafted<ClientForm>? _draft;
    private Refusal? _refusal;
    private bool _missing;
    private bool _busy;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required IValidator<ClientForm> Validator { get; init; }

    [Inject]
    public required ReadClient Read { get; init; }

    [Inject]
    public required CreateClient Create { get; init; }

    [Inject]
    public required UpdateClient Update { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required Notices Notices { get; init; }

    /// <summary>Null for a new client.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    private string Behind => Id is { } id ? $"clients/{id}" : "clients";

    protected override async Task OnInitializedAsync()
    {
        _state = new(Validator, Text);

        if (Id is { } id)
        {
            _client = (await Read.ExecuteAsync(new(id))).Value;
            _missing = _client is null;
        }

        _form = _missing ? null : _client is null ? new() { Language = "fr", Currency = "EUR" } : ClientForm.Of(_client);
    }

    private async Task SaveAsync()
    {
        if (_busy || !await _state.ValidateAsync(_form!))
        {
            return;
        }

        _busy = true;
        var saved = _client is null ? await Create.ExecuteAsync(_form!) : await Update.ExecuteAsync(_client.Id, _form!, _client.Version);
        (_busy, _refusal) = (false, saved.Refusal);

        if (saved.IsOk)
        {
            await _draft!.DropAsync();
            Notices.Say(Text[_client is null ? "Client.Created" : "Client.Saved", saved.Value.Name]);
            Navigation.NavigateTo($"clients/{saved.Value.Id.Value}");
        }
    }
}
