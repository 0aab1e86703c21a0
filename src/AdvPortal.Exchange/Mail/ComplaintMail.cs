using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Mail;

/// <summary>The answer to a complaint: drafted for a person, who changes what they want of it, and sent as they leave it.</summary>
public static class ComplaintMail
{
    /// <param name="language">Of whoever is answered: ISO 639-1.</param>
    /// <param name="name">Whom it addresses; null for nobody in particular.</param>
    /// <param name="number">RC26-00087.</param>
    /// <param name="about">What the complaint was about.</param>
    /// <param name="cause">What we found, in one sentence; null while it is not known.</param>
    /// <param name="done">What was done or decided, each as a point.</param>
    /// <param name="company">Ours.</param>
    /// <param name="sender">Who signs.</param>
    public static (string Subject, string Text) Draft(string language, string? name, string number, string about, string? cause, IEnumerable<string> done, string company, string? sender)
    {
        var texts = DocumentTexts.In(language);

        return (
            texts.Format("ComplaintMailSubject", number, about),
            string.Join("\n\n", new[]
            {
                name is null ? texts["MailHelloAll"] : texts.Format("MailHello", name),
                texts.Format("ComplaintMailOpening", number),
                cause is null ? "" : texts.Format("ComplaintMailCause", cause),
                string.Join('\n', done.Select(each => $"- {each}")),
                texts["ComplaintMailClosing"],
                string.Join('\n', new[] { texts["MailRegards"], sender, company }.OfType<string>()),
            }.Where(paragraph => paragraph.Length > 0)));
    }
}
