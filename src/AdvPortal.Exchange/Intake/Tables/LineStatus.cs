namespace AdvPortal.Exchange.Intake.Tables;

/// <summary>Knows the words by which an export says of a line that it is not wanted, or not any more: nobody delivers it unasked.</summary>
internal static class LineStatus
{
    private const int LongestStatus = 60;

    /// <summary>What says so wherever it stands.</summary>
    private static readonly string[] CalledOff = ["annulé", "annulée", "annule", "annulee", "annulés", "annulées", "cancelled", "canceled", "deleted", "storniert", "supprimé", "supprimée", "supprime", "supprimee"];

    /// <summary>What says so only in a column that tells how a line stands; elsewhere it may be part of a name.</summary>
    private static readonly string[] Over =
    [
        "abgeschlossen", "à annuler", "annulation", "annuler", "blocked", "bloqué", "bloquée", "bloque", "bloquee", "cancel", "cancellation", "clos", "close", "closed", "clôturé", "clôturée", "cloturé", "cloturée",
        "cloture", "cloturee", "complete", "completed", "delivered", "erledigt", "expédié", "expédiée", "expedie", "expediee", "facturé", "facturée", "facture", "facturee", "fulfilled", "geliefert", "hold", "invoiced",
        "livré", "livrée", "livre", "livree", "on hold", "partially", "partiellement", "received", "reçu", "reçue", "recu", "recue", "refusé", "refusée", "refuse", "refusee", "rejected", "rejeté", "rejetée",
        "shipped", "soldé", "soldée", "solde", "soldee", "suspended", "suspendu", "suspendue", "terminé", "terminée", "termine", "terminee", "to be cancelled", "to cancel", "void", "voided",
    ];

    private static readonly string[] Yes = ["x", "y", "yes", "o", "oui", "true", "vrai", "wahr", "j", "ja", "l", "s", "1"];

    /// <summary>True where the words say so whatever the column is.</summary>
    public static bool IsCalledOff(ReadOnlySpan<char> cell) => !cell.IsEmpty && cell[0] is 'a' or 'A' or 'c' or 'C' or 'd' or 'D' or 's' or 'S' && OrderRow.StartsWithWord(cell, CalledOff);

    /// <summary>What a cell and its header say of the line, in words for a person; null when they do not call it off.</summary>
    public static string? Of(string header, ReadOnlySpan<char> cell) =>
        cell.Length > LongestStatus || !(char.IsLetter(cell[0]) || cell is "1") ? null
        : IsCalledOff(cell) || (OrderRow.StartsWithWord(cell, Over) && IsStatus(header)) ? cell.ToString()
        : IsYes(cell) && IsMark(header) ? header.Trim()
        : null;

    private static bool IsYes(ReadOnlySpan<char> cell)
    {
        foreach (var yes in Yes)
        {
            if (cell.Equals(yes, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>« Statut ligne », "Line Status".</summary>
    private static bool IsStatus(string header) => Array.Exists(OrderColumnNames.Normalise(header).Split('_'), word => word is "status" or "statut" or "etat" or "situation" or "avancement" or "zustand");

    /// <summary>« Annulée (O/N) », "Deletion Indicator": a column to tick; a quantity that was called off is none.</summary>
    private static bool IsMark(string header) => OrderColumnNames.Normalise(header).Split('_') is var words
        && Array.TrueForAll(words, word => IsOfMark(word) || word is "is" or "line" or "ligne" or "item" or "poste" or "indicator" or "flag" or "indicateur")
        && Array.Exists(words, IsOfMark);

    private static bool IsOfMark(string word) => word is "annulation" or "annule" or "annulee" or "cancel" or "canceled" or "cancelled" or "cancellation" or "closed" or "cloture" or "cloturee" or "deleted" or "deletion"
        or "loekz" or "loeschkennzeichen" or "loschkennzeichen" or "soldee" or "storniert" or "suppression" or "supprime" or "supprimee" or "void";
}
