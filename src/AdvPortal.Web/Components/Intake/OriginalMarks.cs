using System.Globalization;
using AdvPortal.Application.Orders;
using AdvPortal.Domain.Orders;
using AdvPortal.Exchange.Intake.Originals;

namespace AdvPortal.Web.Components.Intake;

/// <summary>How a value of the original stands to the order that was made of it.</summary>
public enum ValueMark { Read, Differs }

/// <summary>Which values of a file to mark, and how: those of one order, or of all of them.</summary>
public sealed class OriginalMarks
{
    private readonly string _order;
    private readonly HashSet<string> _differing;
    private readonly ILookup<(int Part, int Line), Spot> _spots;

    private OriginalMarks(DocumentOriginal original, string order, IEnumerable<string> differing)
    {
        (_order, _differing) = (order, differing.ToHashSet(StringComparer.Ordinal));
        _spots = original.Spots.Where(spot => spot.Value.StartsWith(order, StringComparison.Ordinal)).ToLookup(spot => (spot.Part, spot.Line));
        Count = _spots.Sum(at => at.Count());
        Differing = _spots.SelectMany(at => at).Where(spot => Of(spot) is ValueMark.Differs).Select(spot => spot.Value).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>Values found in the file.</summary>
    public int Count { get; }

    /// <summary>Of them, those that the order disagrees with.</summary>
    public int Differing { get; }

    public static OriginalMarks All(DocumentOriginal original) => new(original, "", []);

    /// <summary>Of the order made of one place in the file, with what its findings object to.</summary>
    public static OriginalMarks Of(DocumentOriginal original, OrderView order, ReviewView.OriginalFile file) =>
        new(original, HeadOf(file), order.Findings.Where(f => f.State is not FindingState.Waived).SelectMany(finding => Values(finding, file)));

    /// <summary>The name of an order's line in the reading: what all its values begin with. Null when the file does not have it.</summary>
    public static string? LineOf(ReviewView.OriginalFile file, string lineNo) =>
        file.LineNos.ToList().IndexOf(lineNo) is >= 0 and var at ? string.Create(CultureInfo.InvariantCulture, $"{HeadOf(file)}lines[{at}].") : null;

    public IEnumerable<Spot> At(int part, int line) => _spots[(part, line)];

    public IEnumerable<Spot> OfPart(int part) => _spots.Where(at => at.Key.Part == part).SelectMany(at => at);

    public ValueMark Of(Spot spot) => _differing.Any(value => spot.Value.StartsWith(value, StringComparison.Ordinal)) ? ValueMark.Differs : ValueMark.Read;

    /// <summary>The first place of a value, or of whatever begins like it.</summary>
    public Spot? Find(string value) => _spots.SelectMany(at => at).FirstOrDefault(spot => spot.Value.StartsWith(value, StringComparison.Ordinal));

    public static string Css(ValueMark mark) => mark is ValueMark.Differs ? "hlw" : "hl";

    private static string HeadOf(ReviewView.OriginalFile file) => string.Create(CultureInfo.InvariantCulture, $"orders[{file.OrderAt}].");

    private static IEnumerable<string> Values(OrderView.FindingRow finding, ReviewView.OriginalFile file)
    {
        var (head, line) = (HeadOf(file), finding.LineNo is { } no ? LineOf(file, no) : null);

        if (finding is { Before.DeliverOn: not null })
        {
            yield return (line ?? head) + "requestedDelivery";
        }

        if (line is not null && finding.Before?.NetPrice is not null)
        {
            yield return line + "netPrice";
        }

        if (line is not null && (finding.Kind == FindingKinds.MissingQuantity || finding.Before?.Quantity is not null))
        {
            yield return line + "quantity";
        }

        if (line is not null && finding.Kind == FindingKinds.UnknownProduct)
        {
            yield return line + "buyerCode";
            yield return line + "supplierCode";
            yield return line + "gtin";
        }

        if (finding.Kind == FindingKinds.TotalDiffers)
        {
            yield return head + "totals.lineExtension";
        }
    }
}
