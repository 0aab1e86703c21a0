using AdvPortal.Domain.Contracts;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Application.Orders;

/// <summary>A line as it was asked for, by whatever code the client used.</summary>
internal sealed record AskedLine(
    string LineNo, string? ProductCode, string? BuyerCode, string? Gtin, string? Description, decimal? Quantity, string? Unit, decimal? NetPrice, decimal? PriceBaseQuantity, DateOnly? RequestedOn)
{
    /// <summary>As the document states it: tells what a price is for when units differ.</summary>
    public decimal? LineAmount { get; init; }

    /// <summary>How many of our units one of the client's is, as somebody says.</summary>
    public decimal? Each { get; init; }

    /// <summary>The agreement that the client names on this line, where it is not that of the order.</summary>
    public string? ContractReference { get; init; }

    /// <summary>Whether the price is what was agreed, taken because the client gave none.</summary>
    public bool PriceIsOurs { get; init; }

    /// <summary>Whether it was promised: it stays, whatever the line calls off now.</summary>
    public bool PriceIsPromised { get; init; }

    /// <summary>See <see cref="DraftLine"/>.</summary>
    public GivenUp? GivenUp { get; init; }

    /// <summary>What was said before of whether this line, of this product, is a call-off.</summary>
    public CallOffLink? CallOff { get; init; }

    /// <summary>As the client wrote it, when quantity, unit and price base are ours already.</summary>
    public OrderedAs? Ordered { get; init; }
}

/// <summary>An order as it was asked for, before codes, prices and dates were looked up.</summary>
internal sealed record AskedOrder(SiteId? SiteId, string? CustomerReference, string? Currency, DateOnly? RequestedOn, decimal? AnnouncedTotal, bool SiteIsUnknown, IReadOnlyList<AskedLine> Lines)
{
    /// <summary>See <see cref="OrderFacts"/>.</summary>
    public IReadOnlyCollection<string>? KeptQuantities { get; init; }

    /// <summary>The agreement that the client names for the order.</summary>
    public string? ContractReference { get; init; }

    /// <summary>Days that somebody chose or agreed for a line.</summary>
    public IReadOnlyDictionary<string, DateOnly>? KeptDates { get; init; }

    /// <summary>See <see cref="OrderFacts"/>.</summary>
    public bool ReferenceExpected { get; init; }

    /// <summary>See <see cref="OrderFacts"/>.</summary>
    public int Doubts { get; init; }
}
