using System.Text.Json.Serialization;
using AdvPortal.Domain.Orders;

namespace AdvPortal.Domain.Deliveries;

/// <summary>Why goods were not taken at the door.</summary>
[JsonConverter(typeof(CamelCaseEnum<RefusedBecause>))]
public enum RefusedBecause { Damaged, Missing, WrongProduct, TooMuch, TooLate, Closed, Quality, Other }

/// <summary>What a delivery brings of one order line, and what became of it there: brought = delivered + refused, once it has arrived.</summary>
public sealed class DeliveryLine : TenantOwned
{
    public const int NoteMaxLength = 500;

    private DeliveryLine() { }

    internal DeliveryLine(Order order, OrderLine line, int position, decimal quantity) =>
        (OrderId, LineId, LineNo, Position, Quantity) = (order.Id, line.Id, line.LineNo, position, quantity);

    public Guid Id { get; private set; } = Ids.Next();
    public OrderId OrderId { get; private set; }

    /// <summary>The order's line; a number of the client's may be given to another one.</summary>
    public Guid LineId { get; private set; }

    public string LineNo { get; private set; } = null!;

    /// <summary>From 0, as the delivery note lists them.</summary>
    public int Position { get; private set; }

    /// <summary>In the order line's unit, as all the others.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>What was taken at the door; 0 until it arrived.</summary>
    public decimal DeliveredQuantity { get; private set; }

    public decimal RefusedQuantity { get; private set; }

    /// <summary>Null while nothing is refused.</summary>
    public RefusedBecause? RefusedBecause { get; private set; }

    [PersonalData]
    public string? RefusedNote { get; private set; }

    /// <summary>What was given up of the order line when this left, as the client wants its back orders or tolerates less; it is outstanding again when the shipment is taken back.</summary>
    public decimal ClosedQuantity { get; private set; }

    internal void Bring(int position, decimal quantity) => (Position, Quantity) = (position, quantity);

    internal void Close(decimal quantity) => ClosedQuantity = quantity;

    internal void Arrive(RefusedGoods? refused)
    {
        RefusedQuantity = refused is null ? 0 : refused.Quantity ?? Quantity;
        (DeliveredQuantity, RefusedBecause) = (Quantity - RefusedQuantity, refused?.Because);
        RefusedNote = string.IsNullOrWhiteSpace(refused?.Note) ? null : refused.Note.Trim();
    }
}

/// <summary>What is to be brought of one order line.</summary>
/// <param name="Quantity">In the line's unit.</param>
public sealed record Goods(Order Order, string LineNo, decimal Quantity);

/// <summary>What was not taken of one line of a delivery.</summary>
/// <param name="LineId">The delivery's.</param>
/// <param name="Quantity">In the line's unit; null for all of it.</param>
/// <param name="Note">Needed for <see cref="RefusedBecause.Other"/>.</param>
public sealed record RefusedGoods(Guid LineId, decimal? Quantity, RefusedBecause Because, string? Note = null);
