namespace AdvPortal.Domain.Orders;

/// <summary>When the goods of a line can leave, as stock or workshop say.</summary>
/// <param name="On">The first day on which all that is outstanding can leave.</param>
/// <param name="Note">What they wait for: « zingage attendu ».</param>
public sealed record Readiness(DateOnly On, [property: PersonalData] string? Note = null)
{
    public const int NoteMaxLength = 200;
}

/// <summary>How much more, or less, than ordered may leave, in percent of the ordered quantity. Less within it settles the line.</summary>
public readonly record struct DeliveryTolerance(decimal OverPercent, decimal UnderPercent)
{
    /// <summary>As ordered, and nothing else.</summary>
    public static DeliveryTolerance None { get; } = new(0, 0);

    public decimal Most(decimal ordered) => ordered * (1 + (OverPercent / 100));

    public decimal Least(decimal ordered) => ordered * (1 - (UnderPercent / 100));
}
