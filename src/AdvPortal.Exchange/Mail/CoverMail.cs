using AdvPortal.Exchange.Texts;

namespace AdvPortal.Exchange.Mail;

/// <summary>The mails that tell of a cover: to whoever stands in, and to whoever buys at a client, so that nobody writes to an empty desk.</summary>
public static class CoverMail
{
    /// <summary>A client, or a person who answers, from one day to another, both included.</summary>
    /// <param name="FromNoon">The first day counts from noon only.</param>
    /// <param name="UntilNoon">The last day counts until noon only.</param>
    public sealed record Stretch(string Name, DateOnly From, DateOnly Until, bool FromNoon = false, bool UntilNoon = false);

    /// <param name="language">ISO 639-1: "fr", or English for anything else.</param>
    /// <param name="name">Whom it addresses.</param>
    /// <param name="absent">Who is away.</param>
    /// <param name="clients">What is theirs meanwhile.</param>
    /// <param name="link">To the plan.</param>
    /// <param name="company">Whose portal it is.</param>
    public static MailText ToStandIn(string language, string name, string absent, IReadOnlyList<Stretch> clients, Uri link, string company)
    {
        var texts = DocumentTexts.In(language);

        return new MailTextBuilder(language)
            .Paragraph(texts.Format("MailHello", name))
            .Paragraph(texts.Format("MailCoverYours", absent))
            .Points(clients.Select(client => Said(client, texts)))
            .Link(texts["MailCoverLink"], link)
            .Paragraph(texts["MailCoverEnds"])
            .Build(texts.Format("MailCoverYoursSubject", absent, company));
    }

    /// <param name="language">ISO 639-1: "fr", or English for anything else.</param>
    /// <param name="name">Whom it addresses.</param>
    /// <param name="absent">Who usually answers.</param>
    /// <param name="answering">Who does meanwhile, and how they are reached.</param>
    /// <param name="company">Who writes.</param>
    public static MailText ToClient(string language, string name, string absent, IReadOnlyList<Stretch> answering, string company)
    {
        var texts = DocumentTexts.In(language);

        return new MailTextBuilder(language)
            .Paragraph(texts.Format("MailHello", name))
            .Paragraph(texts.Format("MailCoverClient", absent))
            .Points(answering.Select(each => Said(each, texts)))
            .Paragraph(texts.Format("MailCoverClientAfter", absent))
            .Lines([texts["MailRegards"], company])
            .Build(texts.Format("MailCoverClientSubject", absent, company));
    }

    private static string Said(Stretch stretch, DocumentTexts texts)
    {
        var (first, last) = (Wording.Date(stretch.From, texts.Culture), Wording.Date(stretch.Until, texts.Culture));

        return stretch.From == stretch.Until
            ? texts.Format(stretch.FromNoon ? "MailCoverAfternoon" : stretch.UntilNoon ? "MailCoverMorning" : "MailCoverOn", stretch.Name, first)
            : texts.Format("MailCoverFrom", stretch.Name, stretch.FromNoon ? texts.Format("MailCoverNoon", first) : first, stretch.UntilNoon ? texts.Format("MailCoverNoon", last) : last);
    }
}
