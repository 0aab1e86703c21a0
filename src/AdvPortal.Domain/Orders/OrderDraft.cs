using AdvPortal.Domain.Contracts;

namespace AdvPortal.Domain.Orders;

/// <summary>A line as the client asks for it, our product already looked up.</summary>
/// <remarks>Something unknown is null: it becomes a finding, never a guess.</remarks>
public sealed record DraftLine
{
    /// <summary>As the client numbers it; unique in the order.</summary>
    public required string LineNo { get; init; }

    public ProductId? ProductId { get; init; }

    /// <summary>Ours; null when the product was not found.</summary>
    public string? ProductCode { get; init; }

    public string? ProductFamily { get; init; }

    /// <summary>The client's code, as sent or from the client's list.</summary>
    public string? BuyerCode { get; init; }

    public string Description { get; init; } = "";
    public decimal? Quantity { get; init; }
    public string Unit { get; init; } = "PCE";

    /// <summary>Per <see cref="PriceBaseQuantity"/> units; null when the client gives none: the contract's is taken.</summary>
    public decimal? NetPrice { get; init; }

    public decimal PriceBaseQuantity { get; init; } = 1;

    /// <summary>What was agreed, per <see cref="PriceBaseQuantity"/> units (<see cref="LineAmounts.Per"/> converts).</summary>
    public decimal? ContractPrice { get; init; }

    /// <summary>Whether <see cref="NetPrice"/> is what was agreed, taken because the client gave none.</summary>
    public bool PriceIsOurs { get; init; }

    /// <summary>The line's own date; null for the order's.</summary>
    public DateOnly? RequestedOn { get; init; }

    /// <summary>As the client wrote it, where <see cref="Quantity"/> is converted.</summary>
    public OrderedAs? Ordered { get; init; }

    /// <summary>What it calls off of the client's blanket orders, and who says so; null where nothing speaks for it.</summary>
    public CallOffLink? CallOff { get; init; }

    /// <summary>The agreement that the client names on this line, where it is not that of the order.</summary>
    public string? ContractReference { get; init; }

    /// <summary>What of the line will not leave; null for nothing.</summary>
    public GivenUp? GivenUp { get; init; }

    /// <summary>What is known beside the line; null when nothing of it may contradict.</summary>
    public LineFacts? Facts { get; init; }
}

/// <summary>What of a line was given up, of what was ordered then: ordered anew in another quantity, nothing of it is.</summary>
public sealed record GivenUp(decimal Quantity, decimal Of)
{
    /// <summary>What a line takes of an agreement that is ordered in this quantity.</summary>
    internal decimal LeftOf(decimal ordered) => ordered == Of ? decimal.Max(0, ordered - Quantity) : ordered;
}

/// <summary>What is known beside a line and may contradict it.</summary>
public sealed record LineFacts
{
    /// <summary>Our unit, where nobody knows how many of them the ordered one holds.</summary>
    public string? UnitToAsk { get; init; }

    /// <summary>What the client paid until the contract's last day, per the line's price base; null while a price holds.</summary>
    public decimal? EndedPrice { get; init; }

    public DateOnly? PriceEndedOn { get; init; }

    /// <summary>The quantity from which the price that the client gives would be the agreed one; null when it is none of the breaks.</summary>
    public decimal? PriceOfBreak { get; init; }

    /// <summary>Of the client's last orders of the product, in the line's unit.</summary>
    public IReadOnlyList<decimal> PastQuantities { get; init; } = [];

    /// <summary>The day from which the product is no longer sold; null while it is.</summary>
    public DateOnly? DiscontinuedOn { get; init; }

    /// <summary>Code of the product that takes its place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The agreement that the line calls off, with what other orders leave of it.</summary>
    public BlanketStanding? Agreement { get; init; }

    /// <summary>The closed agreement that the client names; null where it names none such.</summary>
    public string? NamedInVain { get; init; }
}

/// <summary>An order as a client asks for it, before anybody judged it.</summary>
public sealed record OrderDraft
{
    public required ClientId ClientId { get; init; }
    public SiteId? SiteId { get; init; }
    public string? CustomerReference { get; init; }

    /// <summary>The agreement that the client names for the order.</summary>
    public string? ContractReference { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Null: as soon as possible.</summary>
    public DateOnly? RequestedOn { get; init; }

    public required IReadOnlyList<DraftLine> Lines { get; init; }
}
