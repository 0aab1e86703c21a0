namespace AdvPortal.Exchange.Intake.Mail;

/// <summary>What a piece of a line that orders something is.</summary>
internal enum ItemPart
{
    /// <summary>A number with its unit, an « x » or the word « quantité ».</summary>
    Quantity,

    /// <summary>A number of which only its place may say that it is a quantity.</summary>
    Number,
    Code,
    Price,
}

/// <param name="Value">The number or code as written.</param>
/// <param name="Unit">Of a quantity the unit, of a price the currency.</param>
/// <param name="Base">Of a price: for how many units it is.</param>
/// <param name="IsMarked">« réf. » or « SKU » stands before a code.</param>
internal sealed record ItemToken(ItemPart Part, int Start, int Length, string Value, int ValueStart, string? Unit = null, decimal? Base = null, bool IsMarked = false)
{
    /// <summary>« Votre réf. » stands before a code: it is ours.</summary>
    public bool IsTheirs { get; init; }

    public int End => Start + Length;
}
