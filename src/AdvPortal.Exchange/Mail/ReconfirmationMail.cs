using AdvPortal.Exchange.Requirements;
using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Mail;

/// <summary>The mail that asks a client whether what they once told us still holds: the sheet goes with it, and a link to answer without an account.</summary>
public static class ReconfirmationMail
{
    /// <param name="sheet">What is asked, and the language it is asked in.</param>
    /// <param name="name">Whom it addresses.</param>
    /// <param name="link">Where to confirm or to correct.</param>
    /// <param name="until">The last day on which the link leads there.</param>
    public static MailText Write(RequirementSheet sheet, string name, Uri link, DateOnly until)
    {
        var texts = DocumentTexts.In(sheet.Language);

        return new MailTextBuilder(sheet.Language)
            .Paragraph(texts.Format("MailHello", name))
            .Paragraph(texts.Format("MailReconfirm", sheet.Client))
            .Link(texts["MailReconfirmLink"], link)
            .Paragraph(texts.Format("MailReconfirmAfter", Wording.DateLong(until, texts.Culture)))
            .Lines([texts["MailRegards"], .. new[] { sheet.Answering?.Name, sheet.Company, sheet.Answering?.Email }.OfType<string>()])
            .Build(texts.Format("MailReconfirmSubject", sheet.Company));
    }
}
