using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Web.Components.Review;
using AdvPortal.Web.Components.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AdvPortal.Web.Components.Promises;

/// <summary>Promises what is outstanding for other days: the first possible one is proposed, with its reasons; the cause is always said.</summary>
public sealed partial class RepromiseDialog
{
    private readonly Repromise.Form _form = new();
    private readonly Doing _doing = new();
    private FormState<Repromise.Form> _state = null!;
    private IReadOnlyList<ReadArrivalDays.Row> _rows = [];
    private List<Chosen> _lines = [];
    private bool _whole = true;
    private DateOnly? _day;
    private Refusal? _refusal;
    private object? _looking;

    [Inject]
    public required ReadArrivalDays Read { get; init; }

    [Inject]
    public required IValidator<Repromise.Form> Validator { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required OrderView Order { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Moves the promise; a refusal leaves the dialog open.</summary>
    [Parameter, EditorRequired]
    public required Func<Repromise.Form, Task<Refusal?>> Save { get; set; }

    private List<SegmentOption<bool>> Scopes => [new(true, Text["Promise.ScopeAll"]), new(false, Text["Promise.ScopeLines"])];

    /// <summary>The line that has the others wait.</summary>
    private ReadArrivalDays.Row? Worst => _rows.MaxBy(row => row.First);

    private string? Hint => _day is { } day && Worst?.First is { } first && first != day && Worst.Asked == day ? Text["Promise.NotThatDay", Text.Word(day, Today), Text.Word(first, Today)].Value : null;

    protected override async Task OnInitializedAsync()
    {
        _state = new(Validator, Text);
        var rows = await LookAsync(null);
        _day ??= Worst?.First;
        _lines = [.. rows.Select(row => new Chosen(row))];
    }

    // The day that was chosen is the one that is saved, whether it was looked up by then or not.
    private async Task<IReadOnlyList<ReadArrivalDays.Row>> LookAsync(DateOnly? day)
    {
        var looking = _looking = new();
        _day = day;
        var read = await Read.ExecuteAsync(Order.Id, day);

        // A slower answer about a day before must not replace this one.
        if (ReferenceEquals(looking, _looking))
        {
            (_rows, _refusal) = (read.Value ?? [], read.Refusal);
        }

        return read.Value ?? [];
    }

    // From what was promised, past the goods and every calendar, to the day that is proposed.
    private List<TraceStep> Why(ReadArrivalDays.Row row)
    {
        List<TraceStep> steps = [];

        if (row.PromisedOn is { } promised)
        {
            steps.Add(new(TraceMark.Asked, Text["Promise.TracePromised", Text.Word(promised, Today)]));
        }

        if (row.Ready is { } ready)
        {
            steps.Add(new(TraceMark.Blocks, ready.Note is { } note ? Text["Promise.ReadyWith", Text.Word(ready.On, Today), note] : Text["Promise.Ready", Text.Word(ready.On, Today)]));
        }

        steps.AddRange(DateTrace.Of(row.Trace, Today, Text));

        if (row.First is { } first && !row.Trace.Any(step => step is { Stage: DateStage.Site, Why: null }))
        {
            steps.Add(new(TraceMark.Passes, Text["Review.TraceFits", Text.Word(first, Today)]));
        }

        return steps;
    }

    private void ChooseCause(ChangeEventArgs change)
    {
        _form.Cause = Enum.TryParse<PromiseCause>(change.Value?.ToString(), out var cause) ? cause : null;
        _form.Side = _form.Cause?.UsualSide();
    }

    private static void Split(Chosen line)
    {
        if (line.Parts is [{ Quantity: null } only])
        {
            only.Quantity = line.Row.Outstanding.Plain();
        }

        line.Parts.Add(new() { DeliverOn = null });
    }

    // What is left of a split is all there is again.
    private static void Drop(Chosen line, Repromise.Part part)
    {
        line.Parts.Remove(part);

        if (line.Parts is [var only])
        {
            only.Quantity = null;
        }
    }

    private async Task SaveAsync()
    {
        _form.DeliverOn = _whole ? _day : null;
        _form.Lines = _whole ? [] : [.. _lines.Where(line => line.IsChosen).Select(line => new Repromise.Line { LineNo = line.Row.LineNo, Parts = line.Parts })];

        if (!await _state.ValidateAsync(_form))
        {
            return;
        }

        if (await _doing.DoAsync(() => Save(_form)))
        {
            Dialog.Close();
        }
    }

    private sealed class Chosen(ReadArrivalDays.Row row)
    {
        public ReadArrivalDays.Row Row { get; } = row;

        /// <summary>What is threatened, or late, is what one comes to move.</summary>
        public bool IsChosen { get; set; } = row.First != row.PromisedOn;

        public List<Repromise.Part> Parts { get; } = [new() { DeliverOn = row.First }];
    }
}
