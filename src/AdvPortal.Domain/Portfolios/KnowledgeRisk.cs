using System.Text.Json.Serialization;

namespace AdvPortal.Domain.Portfolios;

/// <summary>What is missing for somebody else to serve a client.</summary>
[JsonConverter(typeof(CamelCaseEnum<KnowledgeGap>))]
public enum KnowledgeGap { NobodyKnows, OneKnows, TwoKnow, OneHead, NothingWritten, WithoutSource, ReviewPast, NoNotes, NoContact }

public static class KnowledgeGaps
{
    /// <summary>Whether somebody can put it right by writing something down; who knows a client only grows by work.</summary>
    public static bool CanBeWritten(this KnowledgeGap gap) => gap is KnowledgeGap.OneHead or KnowledgeGap.NothingWritten or KnowledgeGap.WithoutSource or KnowledgeGap.ReviewPast or KnowledgeGap.NoNotes or KnowledgeGap.NoContact;
}

/// <summary>How far a client is from being nobody's to serve.</summary>
[JsonConverter(typeof(CamelCaseEnum<KnowledgeLevel>))]
public enum KnowledgeLevel { Low, Medium, High }

/// <summary>What is known of a client, and by how many: what its risk is judged from.</summary>
/// <param name="Knowing">How many people of the desk know it well enough to serve it.</param>
/// <param name="Handled">The orders of the last year that people did something on, each person's added up.</param>
/// <param name="ByOne">Those of the person who did most.</param>
public sealed record ClientKnowledge(int Knowing, int Handled, int ByOne)
{
    /// <summary>How well one must know a client, as the cover plan reckons it, to serve it tomorrow.</summary>
    public const decimal Enough = 0.5m;

    /// <summary>Requirements in force.</summary>
    public int Requirements { get; init; }

    /// <summary>Those of which nobody can look up what the client said: no day, or our own note.</summary>
    public int Unsourced { get; init; }

    /// <summary>Those whose day of review has come, or of which nobody has heard for longer than <see cref="MonthsUnheard"/>.</summary>
    public int Overdue { get; init; }

    public bool HasNotes { get; init; }

    /// <summary>Somebody there can be called or written to.</summary>
    public bool CanBeReached { get; init; }

    /// <summary>For how long what a client said is believed where no day of review was set.</summary>
    public const int MonthsUnheard = 18;
}

/// <summary>A part of the risk: what is missing, what it counts, and in what words it is said.</summary>
public sealed record KnowledgeReason(KnowledgeGap Gap, int Points, Message Said);

/// <summary>
/// The risk of a client's being served badly the day its owner is not there, from 0 to 100. It is the sum of its reasons, and of nothing else:
/// too few who know it (40), work that one person did alone (20), requirements unwritten, unsourced or long unconfirmed (20), no notes (10),
/// nobody to call (10).
/// </summary>
/// <param name="Reasons">The heaviest first.</param>
public sealed record KnowledgeRisk(IReadOnlyList<KnowledgeReason> Reasons)
{
    private const int FromMedium = 30;
    private const int FromHigh = 60;

    // Whoever did half of the work has a colleague who did the other.
    private const decimal Shared = 0.5m;

    /// <summary>From 0 (anybody could serve it tomorrow) to 100.</summary>
    public int Score => Reasons.Sum(reason => reason.Points);

    public KnowledgeLevel Level => Score >= FromHigh ? KnowledgeLevel.High : Score >= FromMedium ? KnowledgeLevel.Medium : KnowledgeLevel.Low;

    public static KnowledgeRisk Of(ClientKnowledge it) => new([.. Each(it).Where(reason => reason.Points > 0).OrderByDescending(reason => reason.Points)]);

    private static IEnumerable<KnowledgeReason> Each(ClientKnowledge it)
    {
        yield return it.Knowing switch
        {
            0 => new(KnowledgeGap.NobodyKnows, 40, new("Knowledge.NobodyKnows")),
            1 => new(KnowledgeGap.OneKnows, 30, new("Knowledge.OneKnows")),
            2 => new(KnowledgeGap.TwoKnow, 10, new("Knowledge.TwoKnow")),
            _ => new(KnowledgeGap.TwoKnow, 0, new("Knowledge.TwoKnow")),
        };

        if (it.Requirements == 0)
        {
            yield return new(KnowledgeGap.NothingWritten, 20, new("Knowledge.NothingWritten"));
        }
        else
        {
            yield return new(KnowledgeGap.WithoutSource, Of(10, (decimal)it.Unsourced / it.Requirements), new("Knowledge.WithoutSource", it.Unsourced, it.Requirements));
            yield return new(KnowledgeGap.ReviewPast, Of(10, (decimal)it.Overdue / it.Requirements), new("Knowledge.ReviewPast", it.Overdue, it.Requirements));
        }

        if (it.Handled > 0)
        {
            var share = (decimal)it.ByOne / it.Handled;

            yield return new(KnowledgeGap.OneHead, Of(20, (share - Shared) / (1 - Shared)), new("Knowledge.OneHead", (int)Math.Round(100 * share)));
        }

        yield return new(KnowledgeGap.NoNotes, it.HasNotes ? 0 : 10, new("Knowledge.NoNotes"));
        yield return new(KnowledgeGap.NoContact, it.CanBeReached ? 0 : 10, new("Knowledge.NoContact"));
    }

    private static int Of(int most, decimal share) => (int)Math.Round(most * Math.Clamp(share, 0, 1), MidpointRounding.AwayFromZero);
}
