using System.Collections.Frozen;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>What a printed document says it is.</summary>
internal enum TitleKind
{
    Order,
    Amendment,
    Cancellation,

    /// <summary>A quotation, an invoice, a confirmation…: kept, never placed as an order.</summary>
    Other,
}

/// <summary>Finds the title among the lines of a first page: the largest, then the first, that starts with the name of a document.</summary>
/// <param name="Word">For another document than an order its name, a key of the problem texts.</param>
internal sealed record DocumentTitle(TitleKind Kind, string? Word, Phrase Phrase)
{
    /// <summary>A title is a name and perhaps a number; what goes on is a sentence.</summary>
    private const int MostWordsAfter = 4;

    private const int LongestName = 6;

    private static readonly FrozenDictionary<string, (TitleKind Kind, string? Word)> Names = Build(
        (TitleKind.Order, null, "purchase_order order bon_commande commande commande_achat commande_fournisseur commande_client ordre_achat order_form supply_order bestellung work_order blanket_order call_off call_off_order appel_livraison commande_ferme bon_commande_fournisseur po purchase_order_form commande_ouverte reappro commande_reapprovisionnement pedido pedido_de_compra orden_de_compra ordine ordine_di_acquisto ordine_d_acquisto ordine_a_fornitore"),
        (TitleKind.Amendment, null, "order_change purchase_order_change change_order order_amendment purchase_order_amendment amendment revised_purchase_order revised_order amended_order commande_modifiee commande_modificative modification_commande avenant avenant_commande avenant_a_la_commande avenant_au_bon_de_commande modification_a_la_commande bestellanderung anderungsbestellung modificacion_de_pedido modifica_ordine variazione_ordine commande_rectificative bon_commande_modificatif changement_commande"),
        (TitleKind.Cancellation, null, "order_cancellation purchase_order_cancellation cancellation cancelled_order annulation annulation_commande commande_annulee stornierung storno bestellstornierung anulacion_de_pedido annullamento_ordine"),
        (TitleKind.Other, "kind-quotation", "quotation quote sales_quotation quotation_order devis offre offre_prix offer proposition_commerciale proposition estimate angebot cotation price_offer presupuesto oferta offerta preventivo"),
        (TitleKind.Other, "kind-quotation-request", "request_for_quotation rfq demande_prix demande_devis appel_offres consultation request_for_quote anfrage"),
        (TitleKind.Other, "kind-invoice", "invoice tax_invoice commercial_invoice facture facture_client rechnung sales_invoice facture_acompte factura fattura"),
        (TitleKind.Other, "kind-proforma", "pro_forma proforma pro_forma_invoice proforma_invoice facture_pro_forma facture_proforma"),
        (TitleKind.Other, "kind-credit-note", "credit_note credit_memo avoir note_credit facture_avoir gutschrift"),
        (TitleKind.Other, "kind-confirmation", "order_confirmation order_acknowledgement order_acknowledgment sales_order sales_order_confirmation confirmation_commande accuse_reception_commande accuse_reception accuse_commande ar_commande arc acknowledgement_order acknowledgment_order auftragsbestaetigung auftragsbestatigung confirmation_order sales_confirmation confirmacion_de_pedido conferma_ordine conferma_d_ordine"),
        (TitleKind.Other, "kind-delivery-note", "delivery_note packing_slip packing_list despatch_advice dispatch_note despatch_note bon_livraison bordereau_livraison liste_colisage avis_expedition lieferschein shipping_notice goods_received_note bon_reception albaran documento_di_trasporto"),
        (TitleKind.Other, "kind-statement", "statement statement_account account_statement releve releve_compte releve_factures remittance_advice avis_paiement payment_advice"));

    /// <returns>Null where no line says what the document is.</returns>
    public static DocumentTitle? Find(IEnumerable<PageLine> lines)
    {
        DocumentTitle? best = null;
        foreach (var phrase in lines.SelectMany(line => line.Phrases))
        {
            if ((best is null || phrase.Size > best.Phrase.Size + 0.5) && Of(phrase) is { } title)
            {
                best = title;
            }
        }

        return best;
    }

    private static DocumentTitle? Of(Phrase phrase)
    {
        for (var length = Math.Min(LongestName, phrase.Words.Count); length > 0; length--)
        {
            var name = string.Join(' ', phrase.Words.Take(length).Select(word => word.Text)).TrimEnd(':', '#');
            if (Names.TryGetValue(Plain(name), out var kind) && IsNumberOrNothing([.. phrase.Words.Skip(length).Select(word => word.Text)]))
            {
                return new(kind.Kind, kind.Word, phrase);
            }
        }

        return null;
    }

    /// <summary>What may follow a title: its number and day.</summary>
    private static bool IsNumberOrNothing(string[] rest) =>
        rest.Length <= MostWordsAfter + 1
        && (rest.Length == 0 || (Array.Exists(rest, word => word.Any(char.IsAsciiDigit)) && Array.TrueForAll(rest, word => word.Any(char.IsAsciiDigit) || IsNumberSign(word))));

    private static bool IsNumberSign(string word) =>
        word.TrimEnd(':', '.', '°', 'º').ToLowerInvariant() is "n" or "no" or "nr" or "num" or "numero" or "numéro" or "number" or "ref" or "réf" or "#" or "" or "du" or "vom" or "del" or "le" or "of" or "dated" or "-" or "–" or "id";

    private static string Plain(string name)
    {
        var plain = OrderColumnNames.Normalise(name);

        // « Commande n° 45 » is normalised with its number word first.
        return plain.StartsWith("n_", StringComparison.Ordinal) ? plain[2..] : plain;
    }

    private static FrozenDictionary<string, (TitleKind, string?)> Build(params ReadOnlySpan<(TitleKind Kind, string? Word, string Names)> kinds)
    {
        Dictionary<string, (TitleKind, string?)> names = new(StringComparer.Ordinal);
        foreach (var (kind, word, list) in kinds)
        {
            foreach (var name in list.Split(' '))
            {
                names.TryAdd(OrderColumnNames.Normalise(name.Replace('_', ' ')), (kind, word));
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
