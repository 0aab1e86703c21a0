using System.Globalization;
using AdvPortal.Application.Contracts;
using AdvPortal.Domain.Clients;
using AdvPortal.Domain.Contracts;
using AdvPortal.Web.Components.Shared;

namespace AdvPortal.Web.Components.Contracts;

/// <summary>A blanket order as it is being typed: what its draft keeps.</summary>
public sealed class TypedBlanket
{
    public BlanketForm Form { get; set; } = new();

    /// <summary>What it is typed over; null for a new one. Whatever a colleague saved since is not written over.</summary>
    public int? Version { get; set; }

    internal static TypedBlanket Of(BlanketView it) => new()
    {
        Version = it.Version,
        Form = new()
        {
            ClientId = it.ClientId,
            CustomerReference = it.CustomerReference,
            ValidFrom = it.ValidFrom,
            ValidUntil = it.ValidUntil,
            Lines = [.. it.Lines.Select(line => new BlanketForm.Line
            {
                ProductCode = line.ProductCode,
                Quantity = line.AgreedQuantity.Plain(),
                Unit = line.Unit,
                NetPrice = line.NetPrice.Plain(),
                PriceBaseQuantity = line.PriceBaseQuantity.Plain(),
                Rhythm = line.Rhythm,
            })],
        },
    };

    /// <summary>Leaves out lines in which nothing was typed.</summary>
    internal BlanketForm ToForm()
    {
        TypedLines.DropBlank(Form.Lines, IsBlank);

        return Form;
    }

    /// <summary>The field that a refusal is about, addressed as the form's own rules do; null where it is about none of them.</summary>
    internal string? FieldOf(Refusal? refusal) => refusal switch
    {
        NoSuchClient => nameof(BlanketForm.ClientId),
        UnknownProductCode unknown => At(unknown.Code, nameof(BlanketForm.Line.ProductCode)),
        ProductAgreedTwice twice => At(twice.ProductCode, nameof(BlanketForm.Line.ProductCode)),
        AgreedUnitDiffers differs => At(differs.ProductCode, nameof(BlanketForm.Line.Unit)),
        AgreedBelowCalledOff below => At(below.ProductCode, nameof(BlanketForm.Line.Quantity)),
        AgreedQuantityNeedsReason => nameof(BlanketForm.Reason),
        _ => null,
    };

    // Of two lines of one product the later one is too many.
    private string? At(string productCode, string field) =>
        Form.Lines.FindLastIndex(line => line.ProductCode?.Trim() == productCode.Trim()) is >= 0 and var index ? string.Create(CultureInfo.InvariantCulture, $"Lines[{index}].{field}") : null;

    private static bool IsBlank(BlanketForm.Line line) =>
        string.IsNullOrWhiteSpace(line.ProductCode) && line is { Quantity: null, NetPrice: null } && string.IsNullOrWhiteSpace(line.Rhythm);
}
