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
    private readonly List<Row> _lines = [];
    private TenderForm _form = new();
    private FormState<TenderForm> _state = null!;
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

    private string? Contact
    {
        get => _form.ContactId?.Value.ToString();
        set => _form.ContactId = Guid.TryParse(value, out var id) ? new(id) : null;
    }

    // As the company's clocks show it.
    private DateTime? Due
    {
        get => Local(_form.SubmissionDueAt);
        set => _form.SubmissionDueAt = Instant(value);
    }

    private DateTime? Questions
    {
        get => Local(_form.QuestionsDueAt);
        set => _form.QuestionsDueAt = Instant(value);
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
                (_form.ClientId, _form.ContactId, _form.Title, _form.Words, _form.CustomerReference) = (it.ClientId, it.ContactId, it.Title, it.Words, it.CustomerReference);
                (_form.QuestionsDueAt, _form.SubmissionDueAt) = (it.QuestionsDueAt, it.SubmissionDueAt);
                _lines.AddRange(it.Lines.Select(Row.Of));
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

        if (_lines.Count == 0)
        {
            _lines.Add(new());
        }
    }

    private async Task TakeAsync(InquiryId inquiry)
    {
        var read = await Source.ExecuteAsync(inquiry);
        _doing.Refusal = read.Refusal;

        if (read.Value is not { } said)
        {
            return;
        }

        (_subject, _form.InquiryId, _form.Title, _form.Words) = (said.Title, said.InquiryId, said.Title, said.Words);
        _lines.AddRange(said.Lines.Select(line => new Row { Product = line.ProductCode, BuyerCode = line.BuyerCode, Description = line.Description, Unit = line.Unit, Was = line.ProductCode, Quantities = Row.Write(line.Quantities) }));

        if (said.ClientId is { } client)
        {
            await ChooseAsync((await Clients.ExecuteAsync(client)).Value);
            _form.ContactId = said.ContactId;
        }
    }

    private async Task ChooseAsync(ClientView? client)
    {
        (_client, _form.ClientId, _form.ContactId) = (client, client?.Id, null);
        _contacts = client is null ? [] : (await Contacts.ExecuteAsync(client.Id)).Value?.Items ?? [];
    }

    private async Task SaveAsync()
    {
        _lines.ForEach(line => line.Read());
        _lines.RemoveAll(line => line.IsEmpty && _lines.Count > 1);
        _form.Lines = [.. _lines.Where(line => !line.IsEmpty).Select(line => line.ToLine())];

        if (!await _state.ValidateAsync(_form) || _lines.Exists(line => line.IsWrong))
        {
            return;
        }

        TenderView? saved = null;
        await _doing.DoAsync(
            () => _tender is { } it ? Change.ExecuteAsync(it.Id, _ => _form, it.Version) : Open.ExecuteAsync(_form),
            result =>
            {
                saved = result.Value;

                return Task.CompletedTask;
            });

        if (saved is not null)
        {
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"tenders/{saved.Id.Value}"));
        }
    }

    private DateTime? Local(DateTimeOffset? at) => at is { } moment ? DateTime.SpecifyKind(Clock.Local(moment).DateTime, DateTimeKind.Unspecified) : null;

    private DateTimeOffset? Instant(DateTime? shown) => shown is { } moment ? Clock.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment)) : null;

    /// <summary>One line as it is typed.</summary>
    private sealed class Row
    {
        private List<decimal> _quantities = [];

        public Guid? Id { get; private init; }
        public string? LineNo { get; private init; }
        public string? Product { get; set; }
        public string? BuyerCode { get; init; }

        /// <summary>Whose code and unit these are.</summary>
        public string? Was { get; init; }

        public string? Description { get; set; }
        public string? Unit { get; init; }
        public string? Quantities { get; set; }
        public decimal? Target { get; set; }
        public decimal? PriceBase { get; set; }
        public bool IsWrong { get; private set; }
        public bool IsEmpty => string.IsNullOrWhiteSpace(Product) && string.IsNullOrWhiteSpace(Description) && string.IsNullOrWhiteSpace(Quantities);

        public static Row Of(TenderView.Line line) => new()
        {
            Id = line.Id,
            LineNo = line.LineNo,
            Product = line.ProductCode,
            Was = line.ProductCode,
            BuyerCode = line.BuyerCode,
            Description = line.Description,
            Unit = line.Unit,
            Quantities = Write(line.Quantities),
            Target = Plain(line.TargetPrice),
            PriceBase = Plain(line.PriceBaseQuantity),
        };

        public static string Write(IEnumerable<decimal> quantities) => string.Join(" ; ", quantities.Select(quantity => Wording.Quantity(quantity, CultureInfo.CurrentCulture)));

        public void Read()
        {
            (_quantities, IsWrong) = ([], false);

            foreach (var typed in (Quantities ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (NumberReading.TryRead(typed, CultureInfo.CurrentCulture, out var quantity))
                {
                    _quantities.Add(quantity);
                }
                else
                {
                    IsWrong = true;
                }
            }
        }

        public TenderForm.Line ToLine() => new()
        {
            Id = Id,
            LineNo = LineNo,
            ProductCode = Said(Product),
            BuyerCode = Said(Product) == Was ? BuyerCode : null,
            Description = Said(Description),
            Unit = Said(Product) == Was ? Unit : null,
            Quantities = _quantities,
            TargetPrice = Target,
            PriceBaseQuantity = PriceBase,
        };

        private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

        // As people write it: the database keeps four decimals of everything.
        private static decimal? Plain(decimal? number) => number / 1.0000000000000000000000000000m;
    }
}
