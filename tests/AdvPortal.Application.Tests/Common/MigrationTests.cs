namespace AdvPortal.Application.Tests.Common;

public sealed class MigrationTests(TestDatabase database)
{
    [Fact]
    public async Task The_migrations_leave_what_the_model_says()
    {
        await using var nobody = database.Nobody();

        Assert.False(await nobody.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }
}
