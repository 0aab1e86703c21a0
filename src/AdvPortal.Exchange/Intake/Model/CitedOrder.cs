namespace AdvPortal.Exchange.Intake.Model;

/// <summary>What somebody says that a document orders: nothing but quotations, of which <see cref="OrderProposals"/> believes those that stand in it.</summary>
public sealed record CitedOrder
{
    /// <summary>The client's order number.</summary>
    public string? Reference { get; init; }

    public string? RequestedDate { get; init; }

    /// <summary>The name of the place of delivery.</summary>
    public string? Site { get; init; }

    /// <summary>The name of who orders.</summary>
    public string? Buyer { get; init; }

    public IReadOnlyList<CitedLine>? Lines { get; init; }

    /// <summary>Several of them as one; of a value that is said twice, the first.</summary>
    public static CitedOrder Of(IEnumerable<CitedOrder> parts) => parts.Aggregate(new CitedOrder(), (all, part) => new()
    {
        Reference = all.Reference ?? part.Reference,
        RequestedDate = all.RequestedDate ?? part.RequestedDate,
        Site = all.Site ?? part.Site,
        Buyer = all.Buyer ?? part.Buyer,
        Lines = [.. all.Lines ?? [], .. part.Lines ?? []],
    });
}

/// <summary>One article wanted.</summary>
public sealed record CitedLine
{
    /// <summary>All that the document says of it: its values are sought in there and nowhere else.</summary>
    public string? Words { get; init; }

    /// <summary>As the client writes it.</summary>
    public string? Code { get; init; }

    public string? Description { get; init; }

    public string? Quantity { get; init; }

    public string? Unit { get; init; }

    public string? NetPrice { get; init; }

    public string? RequestedDate { get; init; }
}
