using System.Globalization;
using AdvPortal.Application.Orders;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Orders;

/// <summary>What a person fills in of a line, in the order in which it is typed and pasted.</summary>
public enum LineCell { Code, Quantity, Unit, Price, Per, Date }

/// <summary>One line as it is being typed: what could be read of it, and word for word what could not. A draft reads the same in another language.</summary>
public sealed class TypedLine
{
    /// <summary>What a cell holds at most; the browser cuts there as well.</summary>
    public const int CellMaxLength = 100;

    private const int Decimals = 4;

    /// <summary>Ours or the client's.</summary>
    public string? Code { get; set; }

    public decimal? Quantity { get; set; }

    public string? Unit { get; set; }

    public decimal? NetPrice { get; set; }

    public decimal? PriceBaseQuantity { get; set; }

    public DateOnly? RequestedOn { get; set; }

    /// <summary>What stands in cells that hold no number or no day.</summary>
    public Dictionary<LineCell, string> Unread { get; set; } = [];

    public bool IsBlank() => Unread.Count == 0 && (Code, Quantity, Unit, NetPrice, PriceBaseQuantity, RequestedOn) is (null, null, null, null, null, null);

    /// <summary>Takes what stands in the cells now; numbers and days as people and spreadsheets write them in either language.</summary>
    /// <param name="cells">As many as <see cref="LineCell"/> has; those that are missing are empty.</param>
    /// <param name="culture">Says what 1,000 is.</param>
    /// <param name="today">From when on a day without its year is.</param>
    public void Read(IReadOnlyList<string?> cells, CultureInfo culture, DateOnly today)
    {
        Unread = [];
        (Code, Unit) = (Words(cells, LineCell.Code), Words(cells, LineCell.Unit));
        (Quantity, NetPrice, PriceBaseQuantity) = (Number(cells, LineCell.Quantity, culture), Number(cells, LineCell.Price, culture), Number(cells, LineCell.Per, culture));
        RequestedOn = Day(cells, culture, today);
    }

    /// <summary>What the cells show: numbers and days as the portal writes them, so that everybody sees what was understood.</summary>
    public IReadOnlyList<string> Write(CultureInfo culture) => [.. Enum.GetValues<LineCell>().Select(cell => Unread.GetValueOrDefault(cell) ?? Write(cell, culture) ?? "")];

    /// <param name="found">What its code means; null leaves it to the review.</param>
    public PlaceOrder.Line ToLine(LookUpLines.Found? found = null) => new()
    {
        ProductCode = found is { IsOurs: true } ? found.ProductCode : null,
        BuyerCode = found is { IsOurs: true } ? null : Code,
        Quantity = Quantity,
        Unit = Unit,
        NetPrice = NetPrice,
        PriceBaseQuantity = PriceBaseQuantity,
        RequestedOn = RequestedOn,
    };

    private string? Write(LineCell cell, CultureInfo culture) => cell switch
    {
        LineCell.Code => Code,
        LineCell.Quantity => Quantity is { } quantity ? Wording.Quantity(quantity, culture) : null,
        LineCell.Unit => Unit,
        LineCell.Price => NetPrice is { } price ? Wording.Price(price, culture) : null,
        LineCell.Per => PriceBaseQuantity is { } per ? Wording.Quantity(per, culture) : null,
        _ => RequestedOn is { } day ? Wording.DateShort(day) : null,
    };

    private decimal? Number(IReadOnlyList<string?> cells, LineCell cell, CultureInfo culture)
    {
        if (Words(cells, cell) is not { } text)
        {
            return null;
        }

        if (CellNumber.TryParse(text, culture.TwoLetterISOLanguageName == "fr" ? ',' : '.', out var number))
        {
            return decimal.Round(number, Decimals, MidpointRounding.AwayFromZero);
        }

        Unread[cell] = text;

        return null;
    }

    private DateOnly? Day(IReadOnlyList<string?> cells, CultureInfo culture, DateOnly today)
    {
        if (Words(cells, LineCell.Date) is not { } text)
        {
            return null;
        }

        // A hand leaves the year out, a spreadsheet adds the hour.
        if (DateReading.TryRead(text, culture, today, out var day) || CellDate.TryParse(text, out day))
        {
            return day;
        }

        Unread[LineCell.Date] = text;

        return null;
    }

    private static string? Words(IReadOnlyList<string?> cells, LineCell cell)
    {
        var text = cells.Count > (int)cell ? cells[(int)cell]?.Trim() : null;

        return text is not { Length: > 0 } ? null : text.Length > CellMaxLength ? text[..CellMaxLength] : text;
    }
}
