using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Mail;

/// <summary>The letter that goes with an offer, drafted for a person; and what a colleague is asked for it, and reminded of.</summary>
public static class TenderMail
{
    /// <param name="language">Of whoever is written to: ISO 639-1.</param>
    /// <param name="name">Whom it addresses; null for nobody in particular.</param>
    /// <param name="number">AO26-00012.</param>
    /// <param name="reference">The client's own number of it; null where there is none.</param>
    /// <param name="title">What it is for.</param>
    /// <param name="version">From 1; from the second on it says that it takes the place of the one before.</param>
    /// <param name="company">Ours.</param>
    /// <param name="sender">Who signs.</param>
    public static (string Subject, string Text) Draft(string language, string? name, string number, string? reference, string title, int version, string company, string? sender)
    {
        var texts = DocumentTexts.In(language);

        return (
            reference is null ? texts.Format("TenderMailSubject", number, title) : texts.Format("TenderMailSubjectOf", reference, title, number),
            string.Join("\n\n",
            [
                name is null ? texts["MailHelloAll"] : texts.Format("MailHello", name),
                version == 1 ? texts.Format("TenderMailOpening", title) : texts.Format("TenderMailAgain", title, version),
                texts["TenderMailClosing"],
                string.Join('\n', new[] { texts["MailRegards"], sender, company }.OfType<string>()),
            ]));
    }

    /// <param name="language">Of the colleague: ISO 639-1.</param>
    /// <param name="name">The colleague's.</param>
    /// <param name="number">AO26-00012.</param>
    /// <param name="title">What the tender is for.</param>
    /// <param name="client">Whose it is.</param>
    /// <param name="asked">What the colleague was asked.</param>
    /// <param name="dueOn">Until when.</param>
    /// <param name="isLate">That day has passed.</param>
    /// <param name="link">Where it is answered.</param>
    /// <param name="company">Ours.</param>
    public static MailText Remind(string language, string name, string number, string title, string client, string asked, DateOnly dueOn, bool isLate, Uri link, string company) =>
        Write(isLate ? "TenderTaskLate" : "TenderTaskDue", language, name, number, title, client, asked, dueOn, link, company);

    /// <inheritdoc cref="Remind"/>
    public static MailText Ask(string language, string name, string number, string title, string client, string asked, DateOnly dueOn, Uri link, string company) =>
        Write("TenderTaskAsked", language, name, number, title, client, asked, dueOn, link, company);

    private static MailText Write(string key, string language, string name, string number, string title, string client, string asked, DateOnly dueOn, Uri link, string company)
    {
        var texts = DocumentTexts.In(language);
        var day = Wording.DateLong(dueOn, texts.Culture);

        return new MailTextBuilder(language)
            .Paragraph(texts.Format("MailHello", name))
            .Paragraph(texts.Format(key, day, number, client, title))
            .Quotes([(asked, null)])
            .Link(texts["TenderTaskLink"], link)
            .Lines([texts["MailRegards"], company])
            .Build(texts.Format($"{key}Subject", number, client));
    }
}
