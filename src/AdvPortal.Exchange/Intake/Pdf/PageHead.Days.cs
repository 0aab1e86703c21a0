using System.Text.RegularExpressions;
using AdvPortal.Exchange.Intake.Csv;
using AdvPortal.Exchange.Intake.Tables;

namespace AdvPortal.Exchange.Intake.Pdf;

/// <summary>Days that no label names.</summary>
internal sealed partial class PageHead
{
    /// <summary>« À livrer au silo de Digny — au plus tard le 10 décembre 2026 »: a sentence says when, where no label does.</summary>
    private void ReadSentences()
    {
        if (_labels.Exists(label => label is { Column: OrderColumn.RequestedDate, Value.Length: > 0 }))
        {
            return;
        }

        foreach (var phrase in _lines.SelectMany(line => line.Phrases))
        {
            if (Wanted().Match(phrase.Text) is { Success: true } wanted && DayIn().Matches(phrase.Text) is [var day] && day.Index >= wanted.Index + wanted.Length)
            {
                Add(new(wanted.Groups["word"].Value, OrderColumn.RequestedDate, 99, day.Value, phrase));
                return;
            }
        }
    }

    [GeneratedRegex(@"^((notes?|remarques?|instructions?)\s*:\s*)?((please|merci de)\s+)?(?<word>à livrer|livrer|livraison|deliver|delivery)\b[^.;:]{0,90}\b(le|by|before|on|than)(?=\s+[\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Wanted();

    /// <summary>« Livraison : le 17/12/2026 à Rivoire &amp; Fils, 21 rue Pasteur » says when before it says where.</summary>
    private Phrase? TakeDay(Phrase? inline)
    {
        if (inline is null)
        {
            return null;
        }

        var at = inline.Words[0].Text.ToLowerInvariant() is "le" or "on" or "am" ? 1 : 0;
        if (inline.Words.Count < at + 3 || !CellDate.TryParse(inline.Words[at].Text, out _))
        {
            return inline;
        }

        var to = at + (inline.Words[at + 1].Text.ToLowerInvariant() is "à" or "at" or "chez" or "to" or "-" or "–" ? 2 : 1);
        Add(new("Livraison", OrderColumn.RequestedDate, 40, inline.Words[at].Text, inline));
        return inline.Part(to, inline.Words.Count - to);
    }

    [GeneratedRegex(@"^(\p{L}[\p{L} '’-]{1,30},?\s+(le|the|on)|le)\s+(?<day>.{6,30})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DayOfLetter();

    [GeneratedRegex(@"^(du|dated|vom|del)\s+(?<day>.{6,30})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DayAlone();

    /// <summary>The day in « au plus tard le 12/12/2026 avant 10 h ».</summary>
    [GeneratedRegex(@"\b(\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(er)? \p{L}{3,9}\.? \d{4}|\p{L}{3,9} \d{1,2}, \d{4})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DayIn();
}
