using AdvPortal.Application.Orders;

namespace AdvPortal.Web.Components.Orders;

/// <summary>An order as it is being typed: what its draft keeps.</summary>
public sealed class TypedOrder
{
    /// <summary>All but the lines.</summary>
    public PlaceOrder.Form Head { get; set; } = new();

    public List<TypedLine> Lines { get; set; } = [];

    /// <param name="found">What the codes of the lines that are not blank mean, as far as somebody looked.</param>
    public PlaceOrder.Form ToForm(IReadOnlyList<LookUpLines.Found>? found) => new()
    {
        ClientId = Head.ClientId,
        SiteId = Head.SiteId,
        CustomerReference = Head.CustomerReference,
        RequestedOn = Head.RequestedOn,
        Lines = [.. Filled().Select((line, index) => line.ToLine(found?.ElementAtOrDefault(index)))],
    };

    /// <summary>The lines that hold anything.</summary>
    public IEnumerable<TypedLine> Filled() => Lines.Where(line => !line.IsBlank());
}
