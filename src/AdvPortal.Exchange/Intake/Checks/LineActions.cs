using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Checks;

/// <summary>What a change asks of a line: UN/CEFACT 1229 (EDIFACT LIN, Order-X, Peppol) or the words of UBL 2 (LineStatusCode).</summary>
internal static class LineActions
{
    /// <returns>Null for a code that a buyer's change does not have: 6 and 7 are answers, 13 a deduction.</returns>
    public static LineAction? Of(string? code) => code switch
    {
        "1" or "Added" => LineAction.Added,
        "2" or "Cancelled" => LineAction.Cancelled,
        "3" or "8" or "9" or "Revised" => LineAction.Changed,
        "4" or "5" or "11" or "NoStatus" => LineAction.Unchanged,
        _ => null,
    };

    /// <summary>Tells a line of a new order whose status says more than that it is ordered (UBL 2, LineStatusCode): it may be called off, disputed, or of an answer.</summary>
    /// <remarks>A code of UN/CEFACT 1229 is none of UBL's words; of those, 1 says what « Added » says.</remarks>
    public static void TellStatus(LineDraft line, string? status, ProblemLog log, Message where)
    {
        if (status is "2" or "Cancelled")
        {
            log.Error("line-cancelled", where, status);
        }
        else if (status is not (null or "1" or "Added" or "NoStatus"))
        {
            log.Error("line-action", where, line.LineNo ?? "—", status);
        }
    }

    /// <summary>Gives a line of a change its action, and tells one that does not say what is to become of it; a cancelled order needs no words for its lines.</summary>
    public static void Give(LineDraft line, string? code, ChangeKind kind, ProblemLog log, Message where)
    {
        line.Action = Of(code);
        if (code is null && kind == ChangeKind.Amendment)
        {
            log.Warning("line-action-missing", where, line.LineNo ?? "—");
        }
        else if (code is not null && line.Action is null)
        {
            log.Error("line-action", where, line.LineNo ?? "—", code);
        }
    }
}
