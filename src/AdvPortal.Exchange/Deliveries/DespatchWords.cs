using AdvPortal.Domain.Requirements;
using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Deliveries;

/// <summary>Sentences that the delivery note and the messages share.</summary>
internal static class DespatchWords
{
    /// <summary>What becomes of the quantity that is missing; null where none is.</summary>
    public static string? Rest(DespatchLine line, DocumentTexts texts) => line.OutstandingQuantity <= 0 ? null : texts.Format(
        line.BackOrder switch { BackOrderPolicy.Keep => "RestFollows", BackOrderPolicy.Cancel => "RestCancelled", _ => "RestAsked" },
        Amount(line.OutstandingQuantity, line.Unit, texts));

    /// <summary>« 1 250 pce »: a quantity and the word for its unit.</summary>
    public static string Amount(decimal quantity, string unit, DocumentTexts texts) => $"{Wording.Quantity(quantity, texts.Culture)}\u00A0{UnitCodes.Word(unit, texts)}";
}
