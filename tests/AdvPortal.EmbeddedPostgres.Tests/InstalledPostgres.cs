using AdvPortal.EmbeddedPostgres.Tests;

[assembly: AssemblyFixture(typeof(InstalledPostgres))]

namespace AdvPortal.EmbeddedPostgres.Tests;

/// <summary>The PostgreSQL that is installed on this machine, with pg_dump; a test that asks for it where there is none skips.</summary>
public sealed class InstalledPostgres : IAsyncLifetime
{
    private string? _folder;

    public string Folder
    {
        get
        {
            Assert.SkipWhen(_folder is null, "No PostgreSQL 15 or later with pg_dump is installed here.");

            return _folder;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var search = new BinariesSearch(SearchPlaces.OfThisMachine() with { Shelter = "/nowhere" }, mayDownload: false, _ => { }) { Needed = "pg_restore" };

        try
        {
            _folder = (await search.FindAsync(major: null, last: null, TestContext.Current.CancellationToken)).Folder;
        }
        catch (EmbeddedPostgresException)
        {
            _folder = null;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
