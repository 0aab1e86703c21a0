using System.Text;
using AdvPortal.Exchange.Intake;

namespace AdvPortal.Exchange.Tests.Intake.Mail;

/// <summary>Messages written for one test each, and their readings.</summary>
internal static class Eml
{
    /// <summary>A Thursday.</summary>
    public const string Sent = "Thu, 26 Feb 2026 09:00:00 +0100";

    public static string Text(string body, string subject = "Commande 4500187", string heads = "", string date = Sent, string type = "text/plain; charset=utf-8") =>
        $"From: Jeanne Petit <j.petit@client.example>\nTo: commandes@maison.example\nSubject: {subject}\nDate: {date}\nMessage-ID: <m1@client.example>\n{heads}MIME-Version: 1.0\nContent-Type: {type}\nContent-Transfer-Encoding: 8bit\n\n{body}";

    public static string Html(string body, string subject = "Commande 4500187") => Text(body, subject, type: "text/html; charset=utf-8");

    /// <summary>A message with files: each its name, its type and its content.</summary>
    public static string With(string body, string subject, params (string Name, string Type, string Content)[] files) => Text(
        $"--b\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
        + string.Concat(files.Select(file => $"--b\nContent-Type: {file.Type}; name=\"{file.Name}\"\nContent-Disposition: attachment; filename=\"{file.Name}\"\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(file.Content), Base64FormattingOptions.InsertLineBreaks)}\n"))
        + "--b--\n",
        subject, type: "multipart/mixed; boundary=b");

    public static DocumentReading Read(string message) => DocumentReader.Read(Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")), "message.eml", "message/rfc822");

    public static PurchaseOrder Order(string message) => Assert.Single(Read(message).Orders);

    public static IEnumerable<string> Codes(this DocumentReading reading) => reading.Problems.Select(problem => problem.Code);

    /// <summary>Lines as one reads them: what, how many, of what, at what price.</summary>
    public static IEnumerable<string> Lines(this PurchaseOrder order) => order.Lines.Select(line =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{line.BuyerCode ?? line.SupplierCode ?? line.Gtin ?? "?"} {line.Quantity?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} {line.Unit ?? "-"} {line.NetPrice?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}"));
}
