using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>What a client says is to be done with a line of an order that stands (UN/EDIFACT 1229: 1, 3, 2 and 4).</summary>
[JsonConverter(typeof(CamelCaseEnum<AmendmentAction>))]
public enum AmendmentAction { Add, Change, Remove, Keep }

/// <summary>A line of a change, our product already looked up. What it does not say stays as it was.</summary>
public sealed record AmendmentLine
{
    /// <summary>As the change numbers it, which need not be as the order does.</summary>
    public required string LineNo { get; init; }

    /// <summary>The client wrote that number; one that we count by says nothing of the order's lines.</summary>
    public bool IsNumbered { get; init; } = true;

    /// <summary>Null when the change only says what the line shall be.</summary>
    public AmendmentAction? Action { get; init; }

    public ProductId? ProductId { get; init; }

    /// <summary>Ours.</summary>
    public string? ProductCode { get; init; }

    public string? ProductFamily { get; init; }

    /// <summary>The client's.</summary>
    public string? BuyerCode { get; init; }

    public string? Description { get; init; }

    /// <summary>The new quantity, never the difference; 0 gives the line up.</summary>
    public decimal? Quantity { get; init; }

    public string? Unit { get; init; }

    /// <summary>As the client wrote it, where <see cref="Quantity"/> is converted.</summary>
    public OrderedAs? Ordered { get; init; }

    /// <summary>Per <see cref="PriceBaseQuantity"/> units.</summary>
    public decimal? NetPrice { get; init; }

    public decimal PriceBaseQuantity { get; init; } = 1;
    public DateOnly? RequestedOn { get; init; }

    internal bool NamesSomething => ProductId is not null || BuyerCode is not null || ProductCode is not null || !string.IsNullOrWhiteSpace(Description);
}

/// <summary>What a client wants changed of an order that it has sent before.</summary>
/// <param name="IsWhole">The order as it shall be: a line that is not there is given up. Else only what is to change.</param>
public sealed record OrderAmendment(IReadOnlyList<AmendmentLine> Lines, bool IsWhole)
{
    public SiteId? SiteId { get; init; }
    public DateOnly? RequestedOn { get; init; }

    /// <summary>Another number for the same order.</summary>
    public string? CustomerReference { get; init; }
}
