namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Records where a value was found; a table without one is read for the queue, where nobody looks.</summary>
/// <param name="value">The value's place in the reading: <c>orders[0].lines[3].quantity</c>.</param>
/// <param name="row">The row's place in the part that is shown (<see cref="CellRow.Index"/>).</param>
/// <param name="column">From 0.</param>
internal delegate void CellMark(string value, int row, int column);
