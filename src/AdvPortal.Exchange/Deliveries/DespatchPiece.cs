namespace AdvPortal.Exchange.Deliveries;

/// <summary>As much of a line as is in one unit: the messages have no other way to say how much of it is where.</summary>
/// <param name="Unit">Null for what is in none.</param>
/// <param name="IsFirst">What concerns the whole line is said with its first piece.</param>
internal sealed record DespatchPiece(DespatchLine Line, DespatchUnit? Unit, decimal Quantity, bool IsFirst)
{
    /// <summary>The pieces of a line in the sequence of the units, what is in none of them last.</summary>
    public static IEnumerable<DespatchPiece> Of(DespatchAdvice advice, DespatchLine line)
    {
        List<(DespatchUnit? Unit, decimal Quantity)> packed =
        [
            .. from unit in advice.Units
               let quantity = unit.Contents.Where(packed => packed.Line == line.Position).Sum(packed => packed.Quantity)
               where quantity > 0
               select ((DespatchUnit?)unit, quantity),
        ];
        var loose = line.Quantity - packed.Sum(each => each.Quantity);

        if (loose > 0 || packed.Count == 0)
        {
            packed.Add((null, Math.Max(loose, 0)));
        }

        return packed.Select((each, index) => new DespatchPiece(line, each.Unit, each.Quantity, index == 0));
    }

    public static IEnumerable<DespatchPiece> Of(DespatchAdvice advice) => advice.Lines.SelectMany(line => Of(advice, line));
}
