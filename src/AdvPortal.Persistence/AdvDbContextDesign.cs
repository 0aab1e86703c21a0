using Microsoft.EntityFrameworkCore.Design;

namespace AdvPortal.Persistence;

/// <summary>Lets `dotnet ef` read the model.</summary>
internal sealed class AdvDbContextDesign : IDesignTimeDbContextFactory<AdvDbContext>
{
    public AdvDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AdvDbContext>();
        options.UseAdvDatabase(npgsql => npgsql.UseNpgsql("Host=none", PersistenceServices.ConfigureNpgsql));

        return new(options.Options, new CurrentTenant());
    }
}
