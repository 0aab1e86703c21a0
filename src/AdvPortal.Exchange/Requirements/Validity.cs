using AdvPortal.Domain.Requirements;

namespace AdvPortal.Exchange.Requirements;

/// <summary>From when and until when what a sentence asks for holds.</summary>
internal static class Validity
{
    /// <summary>The days between which it holds; a period without deliveries is a part of the rule itself.</summary>
    public static (Mark? Since, Mark? Until) Of(Reading reading, Heading heading, Clause whole, Segment segment, Found part)
    {
        if (part.Rule is DeliveryDays { ClosedDates: not null })
        {
            return (null, null);
        }

        var own = segment.Clause.MarksIn(0, segment.Clause.Words.Length).Select(pair => pair.Mark).ToList();
        var all = own.Exists(mark => mark.Name is "SINCE" or "UNTIL" or "DATES") ? own : [.. whole.MarksIn(0, whole.Words.Length).Select(pair => pair.Mark)];
        var dates = all.Where(mark => mark.Name is "SINCE" or "UNTIL" or "DATES" && mark.Value is Dates && !IsAside(reading, mark)).ToList();
        dates = dates.Count > 0 ? dates : [.. heading.Dates];

        return (dates.Find(mark => mark.Name is "SINCE" or "DATES"), dates.Find(mark => mark.Name is "UNTIL" or "DATES"));
    }

    /// <summary>A date in parentheses explains another one.</summary>
    private static bool IsAside(Reading reading, Mark mark) =>
        mark.From > 0 && reading.Text.Value.LastIndexOf('(', mark.From - 1) is >= 0 and var open && reading.Text.Value.LastIndexOf(')', mark.From - 1) < open && reading.Text.Value.LastIndexOf('\n', mark.From - 1) < open;
}
