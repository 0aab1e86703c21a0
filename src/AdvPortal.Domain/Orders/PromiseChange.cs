using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Orders;

/// <summary>Why a date was promised, or promised anew.</summary>
[JsonConverter(typeof(CamelCaseEnum<PromiseCause>))]
public enum PromiseCause
{
    /// <summary>The first word that the client had.</summary>
    First,

    /// <summary>The order was changed, by whichever side, and answered again.</summary>
    Amendment,
    ClientRequest,
    ClientClosed,
    ClientPayment,
    StockShortage,
    Production,
    Supplier,
    Quality,
    OurMistake,
    EarlierThanPromised,
    CarrierDelay,
    CarrierCapacity,

    /// <summary>Something else, told in a note.</summary>
    Other,
}

/// <summary>On whose side the cause of a change lies.</summary>
[JsonConverter(typeof(CamelCaseEnum<PromiseSide>))]
public enum PromiseSide { Client, Us, Carrier }

/// <summary>Part of what a line still promises.</summary>
/// <param name="Quantity">In the line's unit.</param>
/// <param name="DeliverOn">Arrival.</param>
/// <param name="ShipOn">Departure.</param>
public sealed record PromisedPart(decimal Quantity, DateOnly DeliverOn, DateOnly ShipOn);

/// <summary>One entry of the promise ledger: a line was promised for a day, or for another than before. It is never changed; a confirmation taken back before the client heard of it takes it along.</summary>
public sealed class PromiseChange : TenantOwned
{
    public const int NoteMaxLength = 500;

    private PromiseChange() { }

    internal PromiseChange(OrderLine line, DateOnly? was, PromiseReason why, MemberId? by, DateTimeOffset at, int revision)
    {
        (LineId, LineNo, Was, Now, Parts) = (line.Id, line.LineNo, was, line.PromisedOn, line.Schedule);
        (Cause, Side, Note, By, At, Revision) = (why.Cause, why.Side ?? why.Cause.UsualSide(), string.IsNullOrWhiteSpace(why.Note) ? null : why.Note.Trim(), by, at, revision);
    }

    public PromiseChangeId Id { get; private set; } = Ids.New<PromiseChangeId>();
    public Guid LineId { get; private set; }
    public string LineNo { get; private set; } = null!;

    /// <summary>Arrival as it was promised before; null when it was not.</summary>
    public DateOnly? Was { get; private set; }

    /// <summary>Arrival of the last of it as it is promised by this entry; null when no date could be promised.</summary>
    public DateOnly? Now { get; private set; }

    /// <summary>Where it arrives in several parts; empty when all of it comes on <see cref="Now"/>.</summary>
    public IReadOnlyList<PromisedPart> Parts { get; private set; } = [];

    public PromiseCause Cause { get; private set; }
    public PromiseSide Side { get; private set; }

    [PersonalData]
    public string? Note { get; private set; }

    /// <summary>Null when a program said so; history names its key.</summary>
    public MemberId? By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Of the order, in whose answer it is told.</summary>
    public int Revision { get; private set; }

    /// <summary>When the client was told otherwise than by a document of ours, such as by telephone; what our documents tell is known by when they left.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    internal void Tell(DateTimeOffset at) => ToldAt = at;
}

/// <summary>Why a promise moves: without it none does.</summary>
/// <param name="Side">Null: the cause's usual one.</param>
/// <param name="Note">Needed for <see cref="PromiseCause.Other"/>.</param>
public sealed record PromiseReason(PromiseCause Cause, PromiseSide? Side = null, string? Note = null)
{
    /// <summary>The causes that a person may give; the others follow from what was done.</summary>
    public static IReadOnlyList<PromiseCause> Given { get; } = [.. Enum.GetValues<PromiseCause>().Where(cause => cause is not (PromiseCause.First or PromiseCause.Amendment))];
}

public static class PromiseCauses
{
    public static PromiseSide UsualSide(this PromiseCause cause) => cause switch
    {
        PromiseCause.Amendment or PromiseCause.ClientRequest or PromiseCause.ClientClosed or PromiseCause.ClientPayment => PromiseSide.Client,
        PromiseCause.CarrierDelay or PromiseCause.CarrierCapacity => PromiseSide.Carrier,
        _ => PromiseSide.Us,
    };
}
