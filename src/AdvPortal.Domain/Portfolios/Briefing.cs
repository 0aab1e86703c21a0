using System.Security.Cryptography;
using System.Text;

namespace AdvPortal.Domain.Portfolios;

/// <summary>Whom one calls at the client's, and for what.</summary>
public sealed record BriefedContact(string Name, Clients.ContactRole Role, string? Phone, string? Email, string Language, string? Habits = null);

/// <summary>From one half-day to another, both included: somebody answers for a client.</summary>
/// <param name="FromHalf">Afternoon when the owner still answers in the first morning; null for the whole day.</param>
/// <param name="UntilHalf">Morning when the owner is back in the last afternoon; null for the whole day.</param>
public sealed record CoveredDays(DateOnly From, DateOnly Until, DayHalf? FromHalf = null, DayHalf? UntilHalf = null)
{
    public static CoveredDays Of(Cover cover) => Of(cover.FirstHalf, cover.LastHalf);

    /// <param name="first">As <see cref="HalfDay"/> counts them.</param>
    /// <param name="last">The same, included.</param>
    public static CoveredDays Of(int first, int last) => new(
        HalfDay.DayOf(first), HalfDay.DayOf(last),
        HalfDay.HalfOf(first) is DayHalf.Afternoon ? DayHalf.Afternoon : null, HalfDay.HalfOf(last) is DayHalf.Morning ? DayHalf.Morning : null);
}

/// <summary>One client of a pack, for the days in which one stand-in answers for it.</summary>
/// <param name="Days">Several stretches where the stand-in is not there all the time.</param>
/// <param name="Notes">What the owner wants a stand-in to know, in free words.</param>
/// <param name="Points">The most pressing first.</param>
/// <param name="Left">How many points are not told, because the pack would be longer than anybody reads.</param>
public sealed record BriefedClient(
    ClientId ClientId, string Code, string Name, MemberId StandInId, IReadOnlyList<CoveredDays> Days, string? Notes, IReadOnlyList<BriefingPoint> Points, IReadOnlyList<BriefedContact> Contacts, int Left = 0)
{
    public bool IsSensitive => Points.Any(point => point.IsSensitive);

    internal int Weight => Points.Sum(point => point.Weight);

    /// <summary>Of what is told however little room there is.</summary>
    internal int WordsAlways => Briefing.WordsOfAClient + Briefing.WordsIn(Notes) + Contacts.Sum(contact => Briefing.WordsIn(contact.Habits));
}

/// <summary>
/// « Dossier de passation »: what a stand-in reads before the first call, from how things stand now. The most pressing client comes
/// first, and of each the most pressing point; what nobody would read within <see cref="Minutes"/> is counted, not told.
/// </summary>
public static class Briefing
{
    /// <summary>What a pack may take to read.</summary>
    public const int Minutes = 6;

    // Of a text that is scanned for what to do, as against a novel.
    private const int WordsAMinute = 220;

    // Its name, its days and whom one calls.
    internal const int WordsOfAClient = 14;

    /// <summary>Orders clients and their points, and leaves out what does not fit, the least pressing first. The owner's notes and the contacts' habits always stay.</summary>
    public static IReadOnlyList<BriefedClient> Arrange(IEnumerable<BriefedClient> clients)
    {
        var arranged = clients.OrderByDescending(c => c.Weight).ThenBy(c => c.Name, StringComparer.CurrentCulture).ThenBy(c => c.ClientId.Value).ThenBy(c => c.StandInId.Value).ToList();
        var room = (Minutes * WordsAMinute) - arranged.Sum(c => c.WordsAlways);
        HashSet<(int Client, string Key)> told = [];

        foreach (var (at, point) in arranged.SelectMany((client, at) => client.Points.Select(point => (at, point))).OrderByDescending(each => each.point.Weight).ThenBy(each => each.point.On ?? DateOnly.MaxValue).ThenBy(each => each.at))
        {
            // What goes wrong unread is told however long the pack becomes.
            if (point.Words <= room || point.IsSensitive)
            {
                room -= point.Words;
                told.Add((at, point.Key));
            }
        }

        return [.. arranged.Select((client, at) => client with
        {
            Points = [.. client.Points.Where(point => told.Contains((at, point.Key))).OrderByDescending(point => point.Weight).ThenBy(point => point.On ?? DateOnly.MaxValue).ThenBy(point => point.Title, StringComparer.Ordinal)],
            Left = client.Points.Count(point => !told.Contains((at, point.Key))),
        })];
    }

    /// <summary>Whole minutes, at least one.</summary>
    public static int ReadingMinutes(IEnumerable<BriefedClient> clients) =>
        int.Max(1, (int)Math.Round(clients.Sum(c => c.WordsAlways + c.Points.Sum(point => point.Words)) / (double)WordsAMinute));

    /// <summary>Marks what is new or has changed since the stand-in read the pack.</summary>
    /// <param name="clients">As they are told.</param>
    /// <param name="all">All that is so, told or not: what has lost its place is not gone.</param>
    /// <param name="seen">As it was read.</param>
    /// <returns>The clients so marked, and the titles of what is no longer so.</returns>
    public static (IReadOnlyList<BriefedClient> Clients, IReadOnlyList<string> Gone) Compare(IReadOnlyList<BriefedClient> clients, IEnumerable<BriefingPoint> all, IReadOnlyList<SeenPoint> seen)
    {
        var before = seen.DistinctBy(point => point.Key).ToDictionary(point => point.Key, StringComparer.Ordinal);
        var now = all.Select(point => point.Key).ToHashSet(StringComparer.Ordinal);

        return (
            [.. clients.Select(client => client with
            {
                Points = [.. client.Points.Select(point => point with
                {
                    Change = !before.TryGetValue(point.Key, out var known) ? BriefingChange.New : known.Said != point.Said ? BriefingChange.Changed : null,
                })],
            })],
            [.. before.Values.Where(point => !now.Contains(point.Key)).Select(point => point.Title)]);
    }

    /// <summary>The same for the same points: 32 hexadecimal digits.</summary>
    public static string DigestOf(IEnumerable<BriefedClient> clients)
    {
        var said = string.Join('\n', clients.SelectMany(client => client.Points).Select(point => $"{point.Key}|{point.Said}").Order(StringComparer.Ordinal));

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..32];
    }

    internal static int WordsIn(string? text) => text is null ? 0 : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
