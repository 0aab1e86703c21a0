namespace AdvPortal.Application.Intake;

/// <summary>Something that may be meant, how sure that is, and why: shown to whoever is asked, and never taken by itself.</summary>
/// <param name="Confidence">From 0 to 1; never 1, which only an identifier would be.</param>
public sealed record Candidate(Guid Id, string? Code, string Name, double Confidence, IReadOnlyList<Message> Because)
{
    /// <summary>What a person still looks through at a glance.</summary>
    internal const int Most = 5;

    internal const double Least = 0.25;

    private const double Surest = 0.97;

    /// <summary>Several hints for one thing: each takes its share of the doubt that the others leave.</summary>
    internal static Candidate? Of(Guid id, string? code, string name, params IEnumerable<(double Weight, Message Why)> hints)
    {
        var all = hints.Where(hint => hint.Weight > 0).OrderByDescending(hint => hint.Weight).ToList();
        var doubt = all.Aggregate(1d, (left, hint) => left * (1 - hint.Weight));
        var confidence = Math.Round(Math.Min(1 - doubt, Surest), 2);

        return confidence < Least ? null : new(id, code, name, confidence, all.ConvertAll(hint => hint.Why));
    }

    internal static IReadOnlyList<Candidate> Nearest(IEnumerable<Candidate?> candidates) =>
        [.. candidates.OfType<Candidate>().OrderByDescending(c => c.Confidence).ThenBy(c => c.Name, StringComparer.CurrentCulture).Take(Most)];

    /// <summary>A likeness as a hint; what is hardly alike is none.</summary>
    internal static (double Weight, Message Why) Near(double likeness, double share, string key, params object[] more) =>
        (likeness < 0.5 ? 0 : likeness * share, new(key, [Math.Round((decimal)likeness * 100), .. more]));

    internal static (double Weight, Message Why) Same(bool same, double weight, string key, params object[] parts) => (same ? weight : 0, new(key, parts));
}

/// <summary>What may be meant by what a document says and nobody knows for certain.</summary>
/// <param name="Index">The order's place in the file, from 0.</param>
/// <param name="Clients">Empty when the client is known.</param>
/// <param name="Sites">Of the client that is known; empty when the site is known too.</param>
public sealed record OrderCandidates(int Index, IReadOnlyList<Candidate> Clients, IReadOnlyList<Candidate> Sites, IReadOnlyList<LineCandidates> Lines);

/// <param name="Code">As the file has it: what an answer names.</param>
public sealed record LineCandidates(string LineNo, string? Code, string? Description, IReadOnlyList<Candidate> Products);
