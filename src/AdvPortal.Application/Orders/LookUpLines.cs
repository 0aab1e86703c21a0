using AdvPortal.Domain.Orders;
using AdvPortal.Persistence.Common;

namespace AdvPortal.Application.Orders;

/// <summary>Says what lines that are being typed mean: which product a code is, in what unit it is sold and at what price the contract has it. The order will find the same.</summary>
[UseCase]
public sealed class LookUpLines(UnitOfWork unitOfWork, TenantClock clock)
{
    /// <param name="lines">With their code as <see cref="PlaceOrder.Line.BuyerCode"/>, whoever's it is: the client's own meaning comes first.</param>
    /// <returns>A row for each line, in the same order.</returns>
    public Task<Result<Page<Found>>> ExecuteAsync(ClientId client, SiteId? site, IReadOnlyList<PlaceOrder.Line> lines, CancellationToken ct = default) =>
        unitOfWork.ReadAsync<Page<Found>>(this, Permission.HandleOrders, async db =>
        {
            var asked = new PlaceOrder.Form { SiteId = site, Lines = [.. lines] }.ToAsked();
            var basis = await OrderBasis.ReadAsync(db, new Visit(db), clock, client, asked, self: null, ct);

            if (!basis.IsOk)
            {
                return basis.Refusal;
            }

            var theirs = basis.Value.BuyerCodes.Select(c => c.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);

            return new Page<Found>([.. basis.Value.Draft(asked).Lines.Select(line => Found.Of(line, theirs))], null);
        }, ct);

    /// <param name="ProductCode">Ours; null while nobody knows what is meant.</param>
    /// <param name="IsOurs">The code that was typed is ours: the client's own is still to be looked up.</param>
    /// <param name="Unit">In which we sell.</param>
    /// <param name="ContractPrice">For <paramref name="PriceBaseQuantity"/> of <paramref name="Unit"/>; null where nothing was agreed.</param>
    /// <param name="UnitToAsk">Our unit, where nobody knows how many of them the typed one is.</param>
    public sealed record Found(string? ProductCode, bool IsOurs, string Description, string Unit, decimal? ContractPrice, decimal PriceBaseQuantity, string? UnitToAsk, DateOnly? DiscontinuedOn, string? ReplacedBy)
    {
        internal static Found Of(DraftLine line, HashSet<string> theirs) => new(
            line.ProductCode, line.BuyerCode is { } code && !theirs.Contains(code) && code.Equals(line.ProductCode, StringComparison.OrdinalIgnoreCase),
            line.Description, line.Unit, line.ContractPrice, line.PriceBaseQuantity, line.Facts?.UnitToAsk, line.Facts?.DiscontinuedOn, line.Facts?.ReplacedBy);
    }
}
