using AdvPortal.Domain.Requirements;

namespace AdvPortal.Domain.Deliveries;

/// <summary>A parcel or pallet of a delivery. Its number is its own for ever: what is packed anew is numbered anew.</summary>
public sealed class DeliveryUnit : TenantOwned
{
    private DeliveryUnit() { }

    internal DeliveryUnit(int position, UnitDraft draft, Guid? on) =>
        (Position, Kind, Sscc, WeightKg, Contents, OnUnitId) = (position, draft.Kind, draft.Sscc, draft.WeightKg, draft.Contents, on);

    public Guid Id { get; private set; } = Ids.Next();

    /// <summary>From 1, as they were packed.</summary>
    public int Position { get; private set; }

    public LogisticUnit Kind { get; private set; }

    /// <summary>See <see cref="Common.Sscc"/>; null where the company has no GS1 prefix.</summary>
    public string? Sscc { get; private set; }

    /// <summary>Kilograms, packaging included; null when it was not weighed.</summary>
    public decimal? WeightKg { get; private set; }

    /// <summary>What is in it, without what is in the parcels on it; empty where nobody said.</summary>
    public IReadOnlyList<UnitContent> Contents { get; private set; } = [];

    /// <summary>The pallet that it stands on.</summary>
    public Guid? OnUnitId { get; private set; }

    /// <summary>It was packed anew, or its delivery is void: its label is worth nothing, and nobody else gets its number.</summary>
    public bool IsVoid { get; private set; }

    internal void Void() => IsVoid = true;

    /// <summary>It left with this in it, whatever was packed.</summary>
    internal void Hold(IReadOnlyList<UnitContent> contents) => Contents = contents;
}

/// <summary>How much of a line is in a unit.</summary>
/// <param name="LineId">The delivery's.</param>
/// <param name="Quantity">In the line's unit.</param>
public sealed record UnitContent(Guid LineId, decimal Quantity);

/// <summary>A unit as somebody packed it.</summary>
/// <param name="On">The place, from 1, of the pallet that it stands on, which comes before it.</param>
public sealed record UnitDraft(LogisticUnit Kind, string? Sscc, IReadOnlyList<UnitContent> Contents, decimal? WeightKg = null, int? On = null);
