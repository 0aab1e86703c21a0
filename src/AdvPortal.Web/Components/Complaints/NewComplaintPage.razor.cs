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

/// <summary>Opens a complaint: from an order, from a delivery (what was refused at the door stands in it already), from a conversation (what was said in it does), or from a call.</summary>
public partial class NewComplaintPage
{
    private readonly Doing _doing = new();
    private ComplaintDraft _form = null!;
    private Drafted<ComplaintDraft>? _draft;
    private FormState<ComplaintForm> _state = null!;
    private ReadDisputable.Disputable? _about;
    private List<Row> _lines = [];
    private ClientView? _client;
    private string? _orderNumber;
    private string? _key;
    private bool _isRead;

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

    /// <summary>The conversation in which it was said.</summary>
    [SupplyParameterFromQuery(Name = "inquiry")]
    public Guid? InquiryId { get; set; }

    private ReadDisputable.Query? Source => OrderId is null && DeliveryId is null && ClientId is null && InquiryId is null ? null : new(
        OrderId is { } order ? new(order) : null, DeliveryId is { } delivery ? new(delivery) : null, ClientId is { } client ? new(client) : null, InquiryId: InquiryId is { } inquiry ? new(inquiry) : null);

    // What is typed about one thing is not offered for another.
    private string DraftKey => $"complaints/new/{OrderId ?? DeliveryId ?? InquiryId ?? ClientId}".TrimEnd('/');

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

    protected override void OnInitialized() => _state = new(Validator, Text);

    // The same page may be opened again about something else.
    protected override async Task OnParametersSetAsync()
    {
        if (_key == DraftKey)
        {
            return;
        }

        var key = _key = DraftKey;
        (_isRead, _form) = (false, new() { Severity = ComplaintSeverity.Major, Channel = ComplaintChannel.Email });
        (_about, _lines, _client, _orderNumber, _doing.Refusal) = (null, [], null, null, null);

        if (Source is { } source)
        {
            await ReadAsync(source);
        }

        // Somebody may have gone on to another one meanwhile.
        _isRead |= _key == key;
    }

    private Task FindAsync() => string.IsNullOrWhiteSpace(_orderNumber) ? Task.CompletedTask : ReadAsync(new(ClientId: _client?.Id, OrderNumber: _orderNumber.Trim().ToUpperInvariant()));

    private Task ChooseClientAsync(ClientView? client)
    {
        _client = client;

        return client is null ? Task.CompletedTask : ReadAsync(new(ClientId: client.Id));
    }

    private async Task ReadAsync(ReadDisputable.Query query)
    {
        var key = _key;
        var read = await Read.ExecuteAsync(query);
        var client = read.Value is not { } about ? null : _client?.Id == about.ClientId ? _client : (await Clients.ExecuteAsync(about.ClientId)).Value;

        if (_key != key)
        {
            return;
        }

        _doing.Refusal = read.Refusal;

        if (!read.IsOk)
        {
            return;
        }

        (_about, _client) = (read.Value, client);
        _form.Found = query.OrderNumber;
        _form.ClientId = _about.ClientId;
        _form.SiteId = _about.SiteId;
        _form.ContactId = null;

        // What was refused at the door is what is complained of.
        _lines = [.. _about.Lines.Select(line => new Row { Of = line, IsChosen = line.RefusedQuantity > 0, Quantity = (line.RefusedQuantity > 0 ? decimal.Min(line.RefusedQuantity, line.Left) : line.Left).Plain() })];

        if (_about.Told is { } told)
        {
            (_form.InquiryId, _form.Channel, _form.ContactId, _form.ContactName) = (told.InquiryId, told.Channel, told.ContactId, told.ContactId is null ? told.PersonName : null);
            _form.Subject ??= told.Subject.Length == 0 ? null : told.Subject;
            _form.Description ??= told.Words.Length == 0 ? null : told.Words;
        }

        if (_about.Lines.FirstOrDefault(line => line.RefusedQuantity > 0) is { RefusedBecause: { } because } refused)
        {
            // Whoever wrote is who complains, not who stood at the door.
            if (_about.Told is null)
            {
                _form.Channel = ComplaintChannel.DeliveryRefusal;
                _form.ContactName ??= _about.RefusedBy;
            }

            _form.Nature ??= because is Domain.Deliveries.RefusedBecause.Quality or Domain.Deliveries.RefusedBecause.Damaged ? ComplaintNature.Quality : ComplaintNature.Logistics;
            _form.Subject ??= Text["Complaint.RefusedDelivery", _about.DeliveryNumber ?? ""];
            _form.Description ??= string.Join(Environment.NewLine, _about.Lines.Where(line => line.RefusedQuantity > 0).Select(line => $"{line.ProductCode ?? line.LineNo}, {Text.Word(line.RefusedBecause)}{(line.RefusedNote is { } note ? $", {note}" : "")}"));
        }
    }

    // What is chosen of the lines stands in the form, however it is left; what they are may not be known yet.
    private ComplaintDraft Typed()
    {
        _form.Lines = _about is null ? _form.Lines : [.. _lines.Where(line => line.IsChosen).Select(line => new ComplaintForm.Line
        {
            OrderId = line.Of.OrderId, LineNo = line.Of.LineNo, DeliveryId = line.Of.DeliveryId, Quantity = line.Quantity ?? 0, ReceivedInstead = line.ReceivedInstead,
        })];

        return _form;
    }

    private async Task TakeUpAsync(ComplaintDraft kept)
    {
        if (Source is null && kept.ClientId is { } client)
        {
            await ReadAsync(new(ClientId: client, OrderNumber: kept.Found));
        }

        _form = kept;

        if (_about is { } about)
        {
            // It may have become another client's since.
            var isSame = kept.ClientId == about.ClientId;
            (kept.ClientId, kept.InquiryId) = (about.ClientId, about.Told?.InquiryId);
            kept.SiteId = isSame && about.Sites.Any(site => site.Id == kept.SiteId) ? kept.SiteId : about.SiteId;
            kept.ContactId = isSame && about.Contacts.Any(contact => contact.Id == kept.ContactId) ? kept.ContactId : about.Told?.ContactId;
        }

        foreach (var line in _lines)
        {
            var chosen = kept.Lines.Find(each => each.OrderId == line.Of.OrderId && each.LineNo == line.Of.LineNo);
            (line.IsChosen, line.Quantity, line.ReceivedInstead) = (chosen is not null, chosen?.Quantity ?? line.Quantity, chosen?.ReceivedInstead);
        }
    }

    private async Task OpenAsync()
    {
        if (!await _state.ValidateAsync(Typed()))
        {
            return;
        }

        Result<ComplaintView> opened = null!;

        if (await _doing.DoAsync(() => Open.ExecuteAsync(_form), result => Task.FromResult(opened = result)))
        {
            await (_draft?.DropAsync() ?? Task.CompletedTask);
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"complaints/{opened.Value!.Id.Value}"));
        }
    }

    /// <summary>What is typed and not sent, with the number of the order that was found for it.</summary>
    private sealed class ComplaintDraft : ComplaintForm
    {
        public string? Found { get; set; }
    }

    private sealed class Row
    {
        public required ReadDisputable.Line Of { get; init; }
        public bool IsChosen { get; set; }
        public decimal? Quantity { get; set; }
        public string? ReceivedInstead { get; set; }
    }
}
