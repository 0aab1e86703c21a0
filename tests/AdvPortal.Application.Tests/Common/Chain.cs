using AdvPortal.Domain.History;

namespace AdvPortal.Application.Tests.Common;

/// <summary>Recomputes the history of a tenant: nothing was changed, left out or put between.</summary>
internal static class Chain
{
    public static async Task VerifyAsync(World world)
    {
        byte[]? before = null;
        var position = 0L;

        foreach (var entry in await world.ReadAsync(db => db.History.OrderBy(h => h.Position).ToListAsync()))
        {
            Assert.Equal(++position, entry.Position);
            Assert.Equal(ContentOf(entry), entry.ContentHash);
            Assert.Equal(HistoryChain.Link(before, entry.ContentHash, entry.ActingForId?.Value), entry.Hash);
            before = entry.Hash;
        }
    }

    private static byte[] ContentOf(Happening entry) =>
        HistoryChain.ContentHash(entry.Id, entry.At, entry.MemberId?.Value, entry.ApiKeyId?.Value, entry.UseCase, entry.SubjectKind, entry.SubjectId, entry.ClientId?.Value, entry.Changes, entry.ContactId?.Value);
}
