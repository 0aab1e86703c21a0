namespace AdvPortal.Domain.Orders;

/// <summary>An order as it stood before something was done with it and many others, so that what was done can be taken back exactly.</summary>
public sealed record OrderMemory
{
    internal OrderStatus Status { get; init; }
    internal WaitingFor? WaitingFor { get; init; }
    internal DateTimeOffset? WaitingSince { get; init; }
    internal OrderStatus? HeldFrom { get; init; }
    internal OrderHold? Hold { get; init; }
    internal PromiseBarrier? Barrier { get; init; }
    internal MemberId? HandlerId { get; init; }
    internal OrderStatus? AmendedFrom { get; init; }
    internal DateTimeOffset? ConfirmedAt { get; init; }
    internal int? ConfirmedIn { get; init; }
    internal int? ConfirmedBefore { get; init; }
    internal int Revision { get; init; }
    internal IReadOnlyDictionary<Guid, LineMemory> Lines { get; init; } = new Dictionary<Guid, LineMemory>();

    /// <summary>The entries of the promise ledger.</summary>
    internal IReadOnlySet<PromiseChangeId> Promises { get; init; } = new HashSet<PromiseChangeId>();
}

/// <summary>What was promised of a line.</summary>
internal sealed record LineMemory(DateOnly? PromisedOn, DateOnly? ShipOn, IReadOnlyList<PromisedPart> Schedule, DateOnly? FirstPromisedOn, int? FirstPromisedIn);

/// <summary>What is remembered of an order is what confirming, promising anew, holding, releasing and assigning it change: nothing else is taken back.</summary>
public sealed partial class Order
{
    public OrderMemory Remember() => new()
    {
        Status = Status,
        WaitingFor = WaitingFor,
        WaitingSince = WaitingSince,
        HeldFrom = HeldFrom,
        Hold = Hold,
        Barrier = Barrier,
        HandlerId = HandlerId,
        AmendedFrom = AmendedFrom,
        ConfirmedAt = ConfirmedAt,
        ConfirmedIn = ConfirmedIn,
        ConfirmedBefore = ConfirmedBefore,
        Revision = Revision,
        Lines = _lines.ToDictionary(line => line.Id, line => line.Remember()),
        Promises = _promises.Select(each => each.Id).ToHashSet(),
    };

    /// <summary>Stands again as it did; the promise ledger loses what was entered since, which the client never heard of.</summary>
    /// <param name="memory">Of this order, with nothing done since but what is taken back.</param>
    public void Restore(OrderMemory memory)
    {
        (Status, WaitingFor, WaitingSince, HeldFrom, Hold) = (memory.Status, memory.WaitingFor, memory.WaitingSince, memory.HeldFrom, memory.Hold);
        (Barrier, HandlerId) = (memory.Barrier, memory.HandlerId);
        (AmendedFrom, ConfirmedAt, ConfirmedIn, ConfirmedBefore, Revision) = (memory.AmendedFrom, memory.ConfirmedAt, memory.ConfirmedIn, memory.ConfirmedBefore, memory.Revision);
        _lines.ForEach(line => line.Restore(memory.Lines[line.Id]));
        _promises.RemoveAll(each => !memory.Promises.Contains(each.Id));

        Reckon();
        Touch();
    }
}
