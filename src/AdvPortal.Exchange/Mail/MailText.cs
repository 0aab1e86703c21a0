using System.Net;
using System.Text;

namespace AdvPortal.Exchange.Mail;

/// <summary>A mail's words: the same content as plain text and as HTML without any remote part.</summary>
public sealed record MailText(string Subject, string TextBody, string HtmlBody);

/// <summary>Writes both forms of a mail side by side, so that they cannot say different things.</summary>
public sealed class MailTextBuilder(string language)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();

    public MailTextBuilder Paragraph(string text) => text.Length == 0 ? this : Lines([text]);

    public MailTextBuilder Lines(IReadOnlyList<string> lines)
    {
        _text.AppendJoin('\n', lines).Append("\n\n");
        _html.Append("<p style=\"margin:0 0 14px\">").AppendJoin("<br>", lines.Select(Encode)).Append("</p>\n");

        return this;
    }

    /// <summary>Sentences that matter, each with the words that caused it below.</summary>
    public MailTextBuilder Quotes(IEnumerable<(string Text, string? Words)> quotes)
    {
        foreach (var (text, words) in quotes)
        {
            _text.Append(text).Append('\n').Append(words is null ? "" : words + "\n").Append('\n');
            _html.Append("<p style=\"margin:0 0 14px;padding-left:10px;border-left:3px solid #864800\">").Append(Encode(text))
                .Append(words is null ? "" : $"<br><span style=\"color:#5F6B74\">{Encode(words)}</span>").Append("</p>\n");
        }

        return this;
    }

    public MailTextBuilder Points(IEnumerable<string> points)
    {
        var all = points.ToList();

        if (all.Count > 0)
        {
            _text.AppendJoin('\n', all.Select(point => "- " + point)).Append("\n\n");
            _html.Append("<ul style=\"margin:0 0 14px;padding-left:18px\">").AppendJoin("", all.Select(point => $"<li>{Encode(point)}</li>")).Append("</ul>\n");
        }

        return this;
    }

    /// <summary>The one thing to do: a button where there are buttons, the address itself where there are none.</summary>
    public MailTextBuilder Link(string words, Uri address)
    {
        _text.Append(words).Append(":\n").Append(address.AbsoluteUri).Append("\n\n");
        _html.Append("<p style=\"margin:0 0 14px\"><a href=\"").Append(Encode(address.AbsoluteUri))
            .Append("\" style=\"display:inline-block;padding:8px 14px;border-radius:4px;background:#0B5F7A;color:#fff;text-decoration:none;font-weight:600\">").Append(Encode(words)).Append("</a></p>\n");

        return this;
    }

    public MailText Build(string subject) => new(
        subject,
        _text.ToString().TrimEnd() + "\n",
        $"<!doctype html>\n<html lang=\"{Encode(language)}\"><body style=\"font:14px/20px Inter,Arial,sans-serif;color:#162027\">\n{_html}</body></html>\n");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
