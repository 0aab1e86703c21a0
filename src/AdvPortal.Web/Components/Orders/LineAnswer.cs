using System.Globalization;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using Microsoft.Extensions.Localization;

namespace AdvPortal.Web.Components.Orders;

/// <summary>What the server has to say of one typed line, all at once.</summary>
/// <param name="Id">Of the row, for as long as the page is open.</param>
/// <param name="Rev">Which state of the row it speaks of: what was typed since stands.</param>
/// <param name="Cells">In the order of <see cref="LineCell"/>.</param>
/// <param name="Hints">What an empty cell stands for, by cell.</param>
/// <param name="Errors">What must be put right before the order can be recorded, by cell.</param>
/// <param name="Notes">What is worth knowing, by cell.</param>
public sealed record LineAnswer(
    int Id, int Rev, IReadOnlyList<string> Cells, string Description, IReadOnlyDictionary<int, string> Hints, IReadOnlyDictionary<int, string> Errors, IReadOnlyDictionary<int, string> Notes)
{
    private static readonly PlaceOrder.LineValidator _validator = new();

    public static LineAnswer Of(int id, int rev, TypedLine line, LookUpLines.Found? found, IStringLocalizer<Texts> text)
    {
        var culture = CultureInfo.CurrentCulture;
        var (hints, notes) = (new Dictionary<int, string>(), new Dictionary<int, string>());

        if (found is { ProductCode: not null })
        {
            hints[(int)LineCell.Unit] = found.Unit;
            hints[(int)LineCell.Per] = Wording.Quantity(found.PriceBaseQuantity, culture);
            AddPrice(line, found, text, culture, hints, notes);
            AddNotes(line, found, text, culture, notes);
        }
        else if (found is not null && line.Code is not null)
        {
            notes[(int)LineCell.Code] = text["LineEditor.UnknownCode"];
        }

        return new(id, rev, line.Write(culture), found?.ProductCode is null ? "" : found.Description, hints, Wrong(line, text), notes);
    }

    /// <summary>The cell that a rule of the form speaks of.</summary>
    public static LineCell CellOf(string property) => property switch
    {
        nameof(PlaceOrder.Line.Quantity) => LineCell.Quantity,
        nameof(PlaceOrder.Line.Unit) => LineCell.Unit,
        nameof(PlaceOrder.Line.NetPrice) => LineCell.Price,
        nameof(PlaceOrder.Line.PriceBaseQuantity) => LineCell.Per,
        nameof(PlaceOrder.Line.RequestedOn) => LineCell.Date,
        _ => LineCell.Code,
    };

    private static void AddPrice(TypedLine line, LookUpLines.Found found, IStringLocalizer<Texts> text, CultureInfo culture, Dictionary<int, string> hints, Dictionary<int, string> notes)
    {
        if (found.ContractPrice is not { } agreed)
        {
            notes[(int)LineCell.Price] = text["LineEditor.NoContractPrice"];
        }
        else if (line.NetPrice is null)
        {
            hints[(int)LineCell.Price] = Wording.Price(agreed, culture);
        }
        else if (line.NetPrice != agreed)
        {
            notes[(int)LineCell.Price] = text["LineEditor.ContractPrice", Wording.Price(agreed, culture), Wording.Quantity(found.PriceBaseQuantity, culture)];
        }
    }

    private static void AddNotes(TypedLine line, LookUpLines.Found found, IStringLocalizer<Texts> text, CultureInfo culture, Dictionary<int, string> notes)
    {
        if (found.UnitToAsk is { } ours)
        {
            notes[(int)LineCell.Unit] = text["LineEditor.UnitToAsk", line.Unit ?? "", ours];
        }

        if (found.DiscontinuedOn is { } ended)
        {
            notes[(int)LineCell.Code] = found.ReplacedBy is { } successor
                ? text["LineEditor.Replaced", Wording.Date(ended, culture), successor]
                : text["LineEditor.Discontinued", Wording.Date(ended, culture)];
        }
    }

    private static Dictionary<int, string> Wrong(TypedLine line, IStringLocalizer<Texts> text)
    {
        Dictionary<int, string> errors = [];

        foreach (var error in _validator.Validate(line.ToLine()).Errors)
        {
            errors.TryAdd((int)CellOf(error.PropertyName), text[error.ErrorMessage]);
        }

        if (line.Unit?.Length > OrderLine.UnitMaxLength)
        {
            errors[(int)LineCell.Unit] = text["LineEditor.UnitTooLong", OrderLine.UnitMaxLength];
        }

        foreach (var (cell, typed) in line.Unread)
        {
            errors[(int)cell] = cell is LineCell.Date ? text["LineEditor.NoDate", typed] : text["LineEditor.NoNumber", typed];
        }

        return errors;
    }
}
