using System.Globalization;
using AdvPortal.Application.Clients;
using AdvPortal.Application.Common;
using AdvPortal.Application.Complaints;
using AdvPortal.Domain.Complaints;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Complaints;

/// <summary>Opens a complaint: from an order, from a delivery (what was refused at the door stands in it already), or from a call.</summary>
public partial class NewComplaintPage
{
    private readonly ComplaintForm _form = new() { Severity = ComplaintSeverity.Major, Channel = ComplaintChannel.Email };
    private FormState<ComplaintForm> _state = null!;
    private ReadDisputable.Disputable? _about;
    private List<Row> _lines = [];
    private ClientView? _client;
    private Refusal? _refusal;
    private string? _orderNumber;
    private bool _busy;

    [Inject]
    public required IStringLocalizer<Texts> Text { get; init; }

    [Inject]
    public required ReadDisputable Read { get; init; }

    [Inject]
    public required ReadClient Clients { get; init; }

    [Inject]
    public required OpenComplaint Open { get; init; }

    [Inject]
    public required IValidator<ComplaintForm> Validator { get; init; }

    [Inject]
    public required TenantClock Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "order")]
    public Guid? OrderId { get; set; }

    [SupplyParameterFromQuery(Name = "delivery")]
    public Guid? DeliveryId { get; set; }

    [SupplyParameterFromQuery(Name = "client")]
    public Guid? ClientId { get; set; }

    private string? Site
    {
        get => _form.SiteId?.Value.ToString();
        set => _form.SiteId = Guid.TryParse(value, out var id) ? new(id) : null;
    }

    private string? Contact
    {
        get => _form.ContactId?.Value.ToString();
        set => _form.ContactId = Guid.TryParse(value, out var id) ? new(id) : null;
    }

    protected override async Task OnInitializedAsync()
    {
        _state = new(Validator, Text);

        if (OrderId is not null || DeliveryId is not null || ClientId is not null)
        {
            await ReadAsync(new(OrderId is { } order ? new(order) : null, DeliveryId is { } delivery ? new(delivery) : null, ClientId is { } client ? new(client) : null));
        }
    }

    private Task FindAsync() => string.IsNullOrWhiteSpace(_orderNumber) ? Task.CompletedTask : ReadAsync(new(ClientId: _client?.Id, OrderNumber: _orderNumber.Trim().ToUpperInvariant()));

    private Task ChooseClientAsync(ClientView? client)
    {
        _client = client;

        return client is null ? Task.CompletedTask : ReadAsync(new(ClientId: client.Id));
    }

    private async Task ReadAsync(ReadDisputable.Query query)
    {
        var read = await Read.ExecuteAsync(query);
        _refusal = read.Refusal;

        if (!read.IsOk)
        {
            return;
        }

        _about = read.Value;
        _form.ClientId = _about.ClientId;
        _form.SiteId = _about.SiteId;
        _form.ContactId = null;
        _client = _client?.Id == _about.ClientId ? _client : (await Clients.ExecuteAsync(_about.ClientId)).Value;

        // What was refused at the door is what is complained of.
        _lines = [.. _about.Lines.Select(line => new Row { Of = line, IsChosen = line.RefusedQuantity > 0, Quantity = Plain(line.RefusedQuantity > 0 ? decimal.Min(line.RefusedQuantity, line.Left) : line.Left) })];

        if (_about.Lines.FirstOrDefault(line => line.RefusedQuantity > 0) is { RefusedBecause: { } because } refused)
        {
            _form.Channel = ComplaintChannel.DeliveryRefusal;
            _form.Nature ??= because is Domain.Deliveries.RefusedBecause.Quality or Domain.Deliveries.RefusedBecause.Damaged ? ComplaintNature.Quality : ComplaintNature.Logistics;
            _form.ContactName ??= _about.RefusedBy;
            _form.Subject ??= Text["Complaint.RefusedDelivery", _about.DeliveryNumber ?? ""];
            _form.Description ??= string.Join(Environment.NewLine, _about.Lines.Where(line => line.RefusedQuantity > 0).Select(line => $"{line.ProductCode ?? line.LineNo}, {Text.Word(line.RefusedBecause)}{(line.RefusedNote is { } note ? $", {note}" : "")}"));
        }
    }

    private async Task OpenAsync()
    {
        _form.Lines = [.. _lines.Where(line => line.IsChosen).Select(line => new ComplaintForm.Line
        {
            OrderId = line.Of.OrderId, LineNo = line.Of.LineNo, DeliveryId = line.Of.DeliveryId, Quantity = line.Quantity ?? 0, ReceivedInstead = line.ReceivedInstead,
        })];

        if (_busy || !await _state.ValidateAsync(_form))
        {
            return;
        }

        _busy = true;
        var opened = await Open.ExecuteAsync(_form);
        (_busy, _refusal) = (false, opened.Refusal);

        if (opened.IsOk)
        {
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"complaints/{opened.Value.Id.Value}"));
        }
    }

    // As people write it: the database keeps four decimals of everything.
    private static decimal Plain(decimal quantity) => quantity / 1.0000000000000000000000000000m;

    private sealed class Row
    {
        public required ReadDisputable.Line Of { get; init; }
        public bool IsChosen { get; set; }
        public decimal? Quantity { get; set; }
        public string? ReceivedInstead { get; set; }
    }
}
