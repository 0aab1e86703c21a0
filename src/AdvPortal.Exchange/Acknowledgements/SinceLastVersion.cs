using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Acknowledgements;

/// <summary>What a line says otherwise than the version before: « quantité 6 000 au lieu de 5 000 ».</summary>
internal static class SinceLastVersion
{
    /// <summary>A sentence in the language of the answer; null where nothing moved, or nothing was promised before.</summary>
    public static string? Of(Acknowledgement acknowledgement, AcknowledgementLine line, DocumentTexts texts)
    {
        if (line is not { Before: { } before, LineStatus: not LineStatus.Deleted } || acknowledgement.Version == 1)
        {
            return null;
        }

        var moved = string.Join(", ", Moves(line, before, texts));

        return moved.Length == 0 ? null : texts.Format("SinceVersion", acknowledgement.Version - 1, moved);
    }

    private static IEnumerable<string> Moves(AcknowledgementLine line, PromisedTerms before, DocumentTexts texts)
    {
        if (before.Quantity != line.PromisedQuantity)
        {
            yield return texts.Format("SinceQuantity", Wording.Quantity(before.Quantity, texts.Culture), Wording.Quantity(line.PromisedQuantity, texts.Culture));
        }

        if (before.NetPrice is { } price && price != line.NetPrice)
        {
            yield return texts.Format("SincePrice", Wording.Price(price, texts.Culture), Wording.Price(line.NetPrice, texts.Culture));
        }

        if (before.PromisedOn is { } day && line.PromisedOn is { } promised && day != promised)
        {
            yield return texts.Format("SinceDate", Wording.Date(day, texts.Culture, promised), Wording.Date(promised, texts.Culture));
        }
    }
}
