using System.Globalization;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Promises;

/// <summary>« Modifier la commande » once it stands: what is to be otherwise, why, and on whose side; what differs is seen before it is saved.</summary>
public sealed partial class AmendDialog
{
    private readonly AmendOrder.Form _form = new();
    private readonly Doing _doing = new();
    private FormState<AmendOrder.Form> _state = null!;
    private List<Row> _rows = [];
    private string? _reference;
    private Guid? _site;
    private DateOnly? _day;
    private string? _wrong;

    [Inject]
    public required IValidator<AmendOrder.Form> Validator { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required OrderView Order { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ReviewView.Place> Sites { get; set; }

    /// <summary>The order as this person sees it: what a colleague changes meanwhile is told apart by it.</summary>
    [Parameter, EditorRequired]
    public required OrderTerms Seen { get; set; }

    /// <summary>As a client wants it in so many words, which the person has beside it; null where nobody asks.</summary>
    [Parameter]
    public ReadAskedTerms.View? Asked { get; set; }

    /// <summary>Changes the order; a refusal leaves the dialog open, with all that was typed.</summary>
    [Parameter, EditorRequired]
    public required Func<AmendOrder.Form, Task<Refusal?>> Save { get; set; }

    private List<SegmentOption<AmendmentSide?>> Sides => [new(AmendmentSide.Client, Text.Word(AmendmentSide.Client)), new(AmendmentSide.Us, Text.Word(AmendmentSide.Us))];

    private OrderTerms Wanted => new(
        _site is { } site ? new(site) : null, _reference?.Trim() is { Length: > 0 } reference ? reference : null, _day,
        [.. _rows.Where(row => !row.IsGone && (row.Before is not null || !string.IsNullOrWhiteSpace(row.ProductCode))).Select(row => row.ToTerms())]);

    private IReadOnlyList<TermsChange> Changes => [.. Wanted.Against(Seen)];

    protected override void OnInitialized()
    {
        _state = new(Validator, Text);
        (_reference, _site, _day) = (Seen.CustomerReference, Seen.SiteId?.Value, Seen.RequestedOn);
        _rows = [.. Seen.Lines.Select(line => new Row(line))];

        if (Asked is { } asked)
        {
            Want(asked);
        }
    }

    private void Want(ReadAskedTerms.View asked)
    {
        var wanted = asked.Wanted.Lines.ToDictionary(line => line.LineNo, StringComparer.Ordinal);
        _day = asked.Wanted.RequestedOn;
        _rows.ForEach(row => row.Want(wanted.GetValueOrDefault(row.LineNo)));
        _rows.AddRange(asked.Wanted.Lines.Where(line => Seen.Lines.All(known => known.LineNo != line.LineNo)).Select(line => new Row(line.LineNo)).Select(row => row.Want(wanted[row.LineNo])));
        _form.Side = AmendmentSide.Client;
        var day = asked.On.ToString("D", CultureInfo.CurrentCulture);
        _form.Reason = asked.Who is { } who ? Text["Amend.AskedBy", who, day] : Text["Amend.AskedOn", day];
    }

    private void Add()
    {
        var last = _rows.Select(row => int.TryParse(row.LineNo, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty(0).Max();
        _rows.Add(new((last + 10).ToString(CultureInfo.InvariantCulture)));
    }

    private void Remove(Row row)
    {
        if (row.Before is null)
        {
            _rows.Remove(row);
        }
        else
        {
            row.IsGone = !row.IsGone;
        }
    }

    private async Task SaveAsync()
    {
        (_form.Seen, _form.Terms, _wrong) = (Seen, Wanted, null);

        if (!await _state.ValidateAsync(_form))
        {
            // What is wrong in a line stands below them: each has many cells.
            _wrong = (await Validator.ValidateAsync(_form)).Errors.Find(error => error.PropertyName.StartsWith("Terms", StringComparison.Ordinal)) is { } error ? Text[error.ErrorMessage].Value : null;
            return;
        }

        if (await _doing.DoAsync(() => Save(_form)))
        {
            Dialog.Close();
        }
    }

    private string Say(TermsChange change)
    {
        var what = change.LineNo is { } no ? Text["TermsOfLine", no] : Text["TermsOfOrder"];

        return change switch
        {
            { Field: TermsField.Line, From: null } => Text["Amend.Added", what.Value, Value(change.To)],
            { Field: TermsField.Line, To: null } => Text["Amend.Removed", what.Value],
            _ => Text["Amend.Changed", what.Value, Text.Word(change.Field), Value(change.From), Value(change.To)],
        };
    }

    private string Value(object? value) => value switch
    {
        null => "—",
        SiteId site => Sites.FirstOrDefault(each => each.Id == site)?.Name ?? "—",
        TermsPrice price => $"{Wording.Price(price.Amount, CultureInfo.CurrentCulture)} /{Text.Word(price.Per)}",
        _ => Text.Word(value),
    };

    private sealed class Row(string lineNo)
    {
        public Row(OrderTerms.Line line) : this(line.LineNo)
        {
            Before = line;
            Want(line);
        }

        public OrderTerms.Line? Before { get; }
        public string LineNo { get; } = lineNo;
        public string? ProductCode { get; set; }
        public decimal? Quantity { get; set; }
        public decimal? Price { get; set; }
        public decimal? Per { get; set; }
        public DateOnly? RequestedOn { get; set; }
        public bool IsGone { get; set; }

        /// <summary>Null: it is given up.</summary>
        public Row Want(OrderTerms.Line? line)
        {
            IsGone = line is null;

            if (line is not null)
            {
                (ProductCode, Quantity) = (line.ProductCode, line.Quantity?.Plain());
                (Price, Per, RequestedOn) = (line.NetPrice?.Plain(), line.PriceBaseQuantity?.Plain(), line.RequestedOn);
            }

            return this;
        }

        public OrderTerms.Line ToTerms() => Before is { } before
            ? before with { Quantity = Quantity, NetPrice = Price, PriceBaseQuantity = Per, RequestedOn = RequestedOn }
            : new(LineNo, ProductCode?.Trim(), BuyerCode: null, Quantity, Unit: null, Price, Price is null ? null : Per ?? 1, RequestedOn);
    }
}
