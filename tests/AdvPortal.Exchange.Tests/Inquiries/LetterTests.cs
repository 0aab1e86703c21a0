using System.Text;
using AdvPortal.Domain.Inquiries;
using AdvPortal.Exchange.Inquiries;
using AdvPortal.Exchange.Tests.Intake;

namespace AdvPortal.Exchange.Tests.Inquiries;

/// <summary>A client's mail as its conversation keeps it: its words, and nothing that acts.</summary>
public sealed class LetterTests
{
    [Fact]
    public void What_is_quoted_and_signed_is_left_out_and_its_thread_is_kept()
    {
        var letter = Read("""
            From: "Nathalie Rousseau" <N.Rousseau@chartraine.example>
            Subject: Re: Commande 4500187342
            Message-ID: <m2@client.example>
            In-Reply-To: <ours@portal.example>
            References: <m1@client.example> <ours@portal.example>
            Content-Type: text/plain; charset=utf-8

            Où en est notre commande ?

            --
            Nathalie
            > Bonjour, vendredi.
            """);

        Assert.Equal(("n.rousseau@chartraine.example", "Où en est notre commande ?", "m2@client.example"), (letter.Address, letter.Text, letter.MailId));
        Assert.Equal(["ours@portal.example", "m1@client.example"], letter.AnswersTo);
        Assert.False(letter.IsMachine);
    }

    [Fact]
    public void No_character_of_two_units_is_cut_in_half()
    {
        var letter = Read($"From: a@b.example\nSubject: {new string('x', 499)}😀\nContent-Type: text/plain; charset=utf-8\n\n{string.Concat(Enumerable.Repeat($"{new string('x', 99)}\n", 500))[..49_999]}😀");

        Assert.Equal((new string('x', 499), 'x'), (letter.Subject, letter.Text[^1]));
    }

    [Theory]
    [InlineData("<p onclick=\"steal()\">Bonjour</p><script>steal()</script>", "<p>Bonjour</p>")]
    [InlineData("<a href=\"javascript:steal()\">ici</a>", "<a target=\"_blank\" rel=\"noopener noreferrer nofollow\">ici</a>")]
    [InlineData("<p style=\"background:url(https://t.example/x)\">Bonjour</p>", "<p>Bonjour</p>")]
    [InlineData("Bonjour<img src=\"https://t.example/pixel.gif\" width=1 height=1>", "Bonjour")]
    [InlineData("<form action=\"https://t.example\"><input name=a></form>Bonjour", "Bonjour")]
    [InlineData("<iframe src=\"https://t.example\"></iframe><object data=x></object>Bonjour", "Bonjour")]
    [InlineData("<svg><animate onbegin=steal() attributeName=x></svg>Bonjour", "Bonjour")]
    public void Nothing_acts_hides_or_tells_that_it_was_read(string html, string clean) => Assert.Equal(clean, CleanHtml.Of(html).Html);

    [Fact]
    public void A_link_opens_elsewhere_and_a_table_stays()
    {
        var clean = CleanHtml.Of("<table border=1><tr><td colspan=2 class=x>10</td></tr></table><a href=\"https://client.example\">client</a>").Html!;

        Assert.Contains("<td colspan=\"2\">10</td>", clean, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://client.example\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_deep_or_too_long_is_not_shown()
    {
        Assert.True(CleanHtml.Of(string.Concat(Enumerable.Repeat("<div>", 50_000))).IsTooComplex);
        Assert.True(CleanHtml.Of(new string('x', 500_000)).IsTooComplex);
    }

    public static TheoryData<string> Mails => CaseFiles.In("*.eml", "eml", "hostile/eml");

    [Theory]
    [MemberData(nameof(Mails))]
    public void Every_mail_is_read_and_none_brings_anything_that_acts(string name)
    {
        var letter = LetterReader.Read(CaseFiles.Bytes(name));

        Assert.NotEqual(["broken"], letter.Problems);
        Assert.DoesNotContain("<script", letter.Html ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", letter.Html ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", letter.Html ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\0', letter.Text);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", true)]
    [InlineData("Subject: Absence du bureau", true)]
    [InlineData("Subject: Bonjour", false)]
    public void A_machine_is_told_by_what_it_says_of_itself(string header, bool isMachine) =>
        Assert.Equal(isMachine, Read($"From: a@b.example\n{header}\n\nBonjour").IsMachine);

    [Fact]
    public void An_encrypted_mail_and_wrong_bytes_are_said_to_be_so()
    {
        Assert.Contains("encrypted", Read("From: a@b.example\nSubject: x\n\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----").Problems);
        Assert.Equal("Où est le câble ?", LetterReader.Read(Encoding.Latin1.GetBytes("From: a@b.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nOù est le câble ?")).Text);
    }

    [Fact]
    public void Numbers_are_found_and_what_only_looks_like_one_is_not()
    {
        var named = NamedThings.In("Commande 4500187342", "Et CV26-04518 sous BL26-00012 ? Tél. 02 37 12 45 00, le 25/11/2026, 12 500 pièces à 4500,18 €, SIRET 123 456 789 00012, contact@client2026.example, PO-2026-118.");

        Assert.Equal(["CV26-04518"], named.Orders);
        Assert.Equal(["BL26-00012"], named.Deliveries);
        Assert.Equal(["4500187342", "PO-2026-118"], named.References.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Où en est notre commande ?", InquiryKind.OrderStatus)]
    [InlineData("Quand serons-nous livrés ?", InquiryKind.Delivery)]
    [InlineData("Votre facture ne correspond pas", InquiryKind.Invoice)]
    [InlineData("Please quote for 500", InquiryKind.Price)]
    [InlineData("Merci du certificat matière", InquiryKind.Document)]
    [InlineData("Bonjour", InquiryKind.Other)]
    public void What_it_is_about_is_guessed_by_its_words(string text, InquiryKind kind) => Assert.Equal(kind, NamedThings.KindOf(null, text));

    [Theory]
    [InlineData("{% for i in (1..1000000000) %}x{% endfor %}")]
    [InlineData("{% assign a = client.name | append: client.name %}")]
    [InlineData("{{ client.name | replace: 'a', 'aaaaaaaaaaaaaaaaaaaaaaa' }}")]
    [InlineData("{% include 'secrets' %}")]
    [InlineData("{{ tenant.secret }}")]
    [InlineData("{% if client.name %}")]
    public void A_template_cannot_run_away_nor_look_elsewhere(string body) => Assert.NotNull(ReplyText.Render(body, new Dictionary<string, string?>(StringComparer.Ordinal) { ["client.name"] = "a" }).Error);

    [Fact]
    public void A_template_fills_what_is_known_and_says_what_is_not()
    {
        var written = ReplyText.Render("Bonjour {{ contact.name }}{% if delivery.tracking %}, suivi {{ delivery.tracking }}{% endif %}.\n{{ order.reference }}", new Dictionary<string, string?>(StringComparer.Ordinal) { ["contact.name"] = "Nathalie & <b>" });

        Assert.Equal("Bonjour Nathalie & <b>.\n{{ order.reference }}", written.Text);
        Assert.Equal(["order.reference"], written.Missing);
    }

    private static ClientLetter Read(string mail) => LetterReader.Read(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")));
}
