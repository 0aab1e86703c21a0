using AdvPortal.Exchange.Acknowledgements;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Mail;

/// <summary>The mail that carries an acknowledgement: what we decided and what differs, readable without opening the attachment.</summary>
public static class AcknowledgementMail
{
    /// <summary>Subject and both bodies, in the acknowledgement's language.</summary>
    public static MailText Write(Acknowledgement acknowledgement)
    {
        var texts = DocumentTexts.In(acknowledgement.Language);
        var status = acknowledgement.Words;
        var subject = texts.Format("MailSubject" + status, acknowledgement.CustomerReference, acknowledgement.Number);

        return new MailTextBuilder(acknowledgement.Language)
            .Paragraph(acknowledgement.Buyer.Contact is { } contact ? texts.Format("MailHello", contact.Name) : texts["MailHelloAll"])
            .Paragraph(texts.Format("MailOpening" + status, Order(acknowledgement, texts)))
            .Quotes(acknowledgement.SaidOnce().Select(note => (note.Text, note.ClientSentence is { } words ? texts.Format("YourWords", words) : null)))
            .Points(AcknowledgementChanges.Of(acknowledgement, texts))
            .Paragraph(Outcome(acknowledgement, texts))
            .Paragraph($"{texts["MailAttached"]} {texts["MailReply"]}")
            .Lines([texts["MailRegards"], .. Signature(acknowledgement.Supplier)])
            .Build(subject);
    }

    private static string Order(Acknowledgement it, DocumentTexts texts) => it.CustomerOrderDate is { } day
        ? texts.Format("MailOrderOf", it.CustomerReference, Wording.DateLong(day, texts.Culture))
        : texts.Format("MailOrder", it.CustomerReference);

    private static string Outcome(Acknowledgement it, DocumentTexts texts)
    {
        if (it.Status is AcknowledgementStatus.Rejected || it.Answers is { Answer: ChangeAnswer.Cancelled })
        {
            return "";
        }

        var total = texts.Format("MailTotal", Wording.Money(it.TotalNet, it.Currency, texts.Culture));
        var days = it.Lines.Where(line => line.IsKept || line.LineStatus is not (LineStatus.NotAccepted or LineStatus.AlreadyDelivered or LineStatus.Deleted)).Select(line => line.PromisedOn).Distinct().ToList();

        return it.Status is not AcknowledgementStatus.Received && days is [{ } day]
            ? $"{texts.Format("MailDelivery", Wording.DateLong(day, texts.Culture))} {total}"
            : total;
    }

    private static IEnumerable<string> Signature(AcknowledgementParty supplier) =>
        new[] { supplier.Contact?.Name, supplier.Name, supplier.Contact?.Phone, supplier.Contact?.Email }.OfType<string>();
}
