using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Checks;

/// <summary>What kind of order a document calls itself: UN/CEFACT 1001 (BGM C002, UBL <c>OrderTypeCode</c>, Order-X <c>TypeCode</c>).</summary>
internal static class OrderKinds
{
    /// <summary>Tells every kind but the usual ones: 220 order, 105 purchase order.</summary>
    public static void Tell(ProblemLog log, Message? where, string? type)
    {
        if (type is not (null or "220" or "105"))
        {
            log.Add(SeverityOf(type), "order-type", where, type);
        }
    }

    private static ProblemSeverity SeverityOf(string type) => type switch
    {
        // Agreed, repaired, lent or exchanged: nothing is to be delivered as of a firm order before somebody has said so.
        "221" or "223" or "225" or "228" or "229" or "232" => ProblemSeverity.Warning,
        "230" or "231" => ProblemSeverity.Error,
        { Length: 3 } and ['2', '2' or '3', _] or "400" or "401" or "402" or "447" or "448" => ProblemSeverity.Info,
        _ => ProblemSeverity.Error,
    };
}
