using AdvPortal.Exchange.Intake.Drafts;

namespace AdvPortal.Exchange.Intake.Checks;

/// <summary>What a message wants done with what it says: UN/CEFACT 1225 (BGM C106, Order-X <c>PurposeCode</c>).</summary>
internal static class MessageFunction
{
    /// <summary>1 cancellation, 3 deletion, 4 change; null for an order of its own, and for what only a change message makes a change.</summary>
    public static ChangeKind? ChangeOf(string? function, bool isChange) => function is "1" or "3" ? ChangeKind.Cancellation
        : isChange || function is "4" ? ChangeKind.Amendment
        : null;

    /// <summary>Tells every function but that of an original (9) and of a change that was recognised.</summary>
    public static void Tell(ProblemLog log, string? function, string? orderNumber, bool isChange)
    {
        switch (function)
        {
            case null or "9" or "1" or "3" or "4":
                break;
            case "5":
                log.Error("function-replaces", null, orderNumber ?? "—");
                break;
            case "7" or "31":
                log.Error("function-copy", null, orderNumber ?? "—");
                break;
            case "16" or "46":
                log.Warning("function-provisional", null, orderNumber ?? "—", function);
                break;
            default:
                if (!isChange)
                {
                    log.Warning("function-other", null, orderNumber ?? "—", function);
                }

                break;
        }
    }
}
