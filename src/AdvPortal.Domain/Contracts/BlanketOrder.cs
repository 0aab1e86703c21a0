using System.Globalization;
using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Contracts;

[JsonConverter(typeof(CamelCaseEnum<BlanketStatus>))]
public enum BlanketStatus { Open, Closed }

/// <summary>Whose agreement it is, under which reference, and for how long; both days included.</summary>
public sealed record BlanketTerms(ClientId ClientId, string? CustomerReference, string Currency, DateOnly ValidFrom, DateOnly ValidUntil);

/// <summary>One product as it is agreed.</summary>
/// <param name="Unit">The product's own: call-offs are counted in it.</param>
/// <param name="NetPrice">Net of tax, four decimals, for <paramref name="PriceBaseQuantity"/> units.</param>
/// <param name="Rhythm">« 2 000 par mois, le 5 »: in the client's words.</param>
public sealed record AgreedLine(ProductId ProductId, string ProductCode, string Description, decimal Quantity, string Unit, decimal NetPrice, decimal PriceBaseQuantity, string? Rhythm = null);

/// <summary>What was agreed anew: why, by whom, and each quantity before and after.</summary>
public sealed record BlanketChange(DateTimeOffset At, MemberId? By, [property: PersonalData] string Reason, IReadOnlyList<QuantityChange> Quantities);

/// <param name="Before">Null for a product that was not in it.</param>
/// <param name="After">Null for one that no longer is.</param>
public sealed record QuantityChange(string ProductCode, decimal? Before, decimal? After);

/// <summary>« Commande ouverte »: quantities that a client agreed to take within a period, at a price. What is called off of them is told by the orders alone.</summary>
public sealed class BlanketOrder : TenantOwned
{
    public const int NumberMaxLength = 20;
    public const int ReferenceMaxLength = 70;
    public const int ReasonMaxLength = 500;
    public const int MostLines = 200;

    private readonly List<BlanketLine> _lines = [];

    private BlanketOrder() { }

    public BlanketOrderId Id { get; private set; }

    /// <summary>CO-00012: what people see; empty until it is numbered, once.</summary>
    public string Number { get; private set; } = "";

    public ClientId ClientId { get; private set; }

    /// <summary>The client's own number of it: what its orders name when they call off.</summary>
    public string? CustomerReference { get; private set; }

    /// <summary>ISO 4217: of all prices in it.</summary>
    public string Currency { get; private set; } = null!;

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day for which goods can be called off.</summary>
    public DateOnly ValidUntil { get; private set; }

    public BlanketStatus Status { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The handoff whose agreed volumes it holds; null for one that was written down at the desk.</summary>
    public HandoffId? HandoffId { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null while it is open, or when a program closed it.</summary>
    public MemberId? ClosedBy { get; private set; }

    [PersonalData]
    public string? CloseReason { get; private set; }

    /// <summary>The last first.</summary>
    [PersonalData]
    public IReadOnlyList<BlanketChange> Changes { get; private set; } = [];

    public IReadOnlyList<BlanketLine> Lines => _lines;

    public static Result<BlanketOrder> Open(BlanketOrderId id, BlanketTerms terms, IReadOnlyList<AgreedLine> lines, DateTimeOffset now, HandoffId? handoff = null)
    {
        if (Check(lines) is { } refusal)
        {
            return refusal;
        }

        var opened = new BlanketOrder { Id = id, ClientId = terms.ClientId, Currency = terms.Currency, OpenedAt = now, HandoffId = handoff };
        opened.Take(terms, lines);

        return opened;
    }

    /// <summary>Gives it the number people see; it never changes.</summary>
    public void Numbered(long number)
    {
        if (Number.Length > 0)
        {
            throw new InvalidOperationException("A blanket order is numbered once.");
        }

        Number = string.Create(CultureInfo.InvariantCulture, $"CO-{number:00000}");
    }

    /// <summary>What is agreed anew. What orders have called off stays covered; a quantity moves for a stated reason only.</summary>
    /// <param name="calledOff">By line, of promised orders; a line that any order calls off, promised or not, is in it.</param>
    public Result Change(BlanketTerms terms, IReadOnlyList<AgreedLine> lines, IReadOnlyDictionary<BlanketLineId, decimal> calledOff, string? reason, MemberId? by, DateTimeOffset now)
    {
        if (Status is BlanketStatus.Closed)
        {
            return new BlanketIsClosed(Number);
        }

        if (Check(lines) is { } refusal)
        {
            return refusal;
        }

        var wanted = lines.ToDictionary(line => line.ProductId);

        foreach (var line in _lines)
        {
            if (!calledOff.TryGetValue(line.Id, out var taken))
            {
                continue;
            }

            if (!wanted.TryGetValue(line.ProductId, out var after))
            {
                return new AgreedLineIsCalledOff(line.ProductCode);
            }

            if (after.Quantity < taken && after.Quantity < line.AgreedQuantity)
            {
                return new AgreedBelowCalledOff(line.ProductCode, taken);
            }
        }

        var moved = Moved(wanted).ToList();

        if (moved.Count > 0 && string.IsNullOrWhiteSpace(reason))
        {
            return new AgreedQuantityNeedsReason();
        }

        if (moved.Count > 0)
        {
            Changes = [new(now, by, reason!.Trim(), moved), .. Changes];
        }

        Take(terms, lines);
        Touch();

        return Result.Ok;
    }

    /// <summary>Nothing more is called off of it; what was stays.</summary>
    public Result Close(string? reason, MemberId? by, DateTimeOffset now)
    {
        if (Status is BlanketStatus.Closed)
        {
            return new BlanketIsClosed(Number);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ClosingBlanketNeedsReason();
        }

        (Status, CloseReason, ClosedBy, ClosedAt) = (BlanketStatus.Closed, reason.Trim(), by, now);
        Touch();

        return Result.Ok;
    }

    private static Refusal? Check(IReadOnlyList<AgreedLine> lines) =>
        lines.Count == 0 ? new BlanketWithoutLines()
        : lines.CountBy(line => line.ProductId).FirstOrDefault(each => each.Value > 1) is { Value: > 1 } twice ? new ProductAgreedTwice(lines.First(line => line.ProductId == twice.Key).ProductCode)
        : null;

    private IEnumerable<QuantityChange> Moved(Dictionary<ProductId, AgreedLine> wanted)
    {
        foreach (var line in _lines.OrderBy(line => line.Position))
        {
            var after = wanted.GetValueOrDefault(line.ProductId)?.Quantity;

            if (after != line.AgreedQuantity)
            {
                yield return new(line.ProductCode, line.AgreedQuantity, after);
            }
        }

        foreach (var added in wanted.Values.Where(each => _lines.TrueForAll(line => line.ProductId != each.ProductId)))
        {
            yield return new(added.ProductCode, null, added.Quantity);
        }
    }

    private void Take(BlanketTerms terms, IReadOnlyList<AgreedLine> lines)
    {
        (CustomerReference, ValidFrom, ValidUntil) = (string.IsNullOrWhiteSpace(terms.CustomerReference) ? null : terms.CustomerReference.Trim(), terms.ValidFrom, terms.ValidUntil);
        _lines.RemoveAll(line => lines.All(each => each.ProductId != line.ProductId));

        foreach (var (position, agreed) in lines.Index())
        {
            if (_lines.Find(line => line.ProductId == agreed.ProductId) is { } known)
            {
                known.Take(position, agreed);
            }
            else
            {
                _lines.Add(new(position, agreed));
            }
        }
    }
}
