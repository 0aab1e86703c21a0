using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Mail;

/// <summary>The mail that opens an account: a link to choose a password, or word that the account one has now opens one more company.</summary>
public static class PasswordMail
{
    public enum Occasion { Invitation, OneMoreCompany, Forgotten }

    /// <param name="occasion">Why it is written.</param>
    /// <param name="language">ISO 639-1: "fr", or English for anything else.</param>
    /// <param name="name">Whom it addresses.</param>
    /// <param name="company">The company it is about.</param>
    /// <param name="invitedBy">The name of the person who invites; null where nobody does.</param>
    /// <param name="link">Where to choose the password, or to sign in.</param>
    public static MailText Write(Occasion occasion, string language, string name, string company, string? invitedBy, Uri link)
    {
        var texts = DocumentTexts.In(language);

        return new MailTextBuilder(language)
            .Paragraph(texts.Format("MailHello", name))
            .Paragraph(texts.Format($"Mail{occasion}", company, invitedBy ?? company))
            .Link(texts[$"Mail{occasion}Link"], link)
            .Paragraph(texts[$"Mail{occasion}After"])
            .Build(texts.Format($"Mail{occasion}Subject", company));
    }
}
